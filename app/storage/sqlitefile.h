// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QVariant>

//! SQLite files as they lie on the disk, for what is not done through a Database.
namespace recoupe {

//! Marks a base of ours in its header.
inline constexpr qint32 sqliteApplicationId = 0x52435045; // "RCPE"

// https://www.sqlite.org/rescode.html; the low byte of the extended codes that Qt hands over.
struct SqliteCode
{
    enum Value : int
    {
        Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        IoError = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        NotADatabase = 26,
    };
};
[[nodiscard]] int primaryCode(const QSqlError &error);
//! Whether the failure comes from what the file holds.
[[nodiscard]] bool saysDamaged(const QSqlError &error);

//! Opens with a URI that says how the file may be used, such as "mode=rw"; a plain path would
//! create what is missing.
[[nodiscard]] bool openSqlite(QSqlDatabase &database, const QString &path, const QString &options);

//! The base and what SQLite keeps beside it while it is open, or was left when it was cut short.
[[nodiscard]] QStringList withSideFiles(const QString &path);

//! A connection of its own to a file, closed with the object.
class SqliteFile
{
public:
    //! Where nobody has the base open, nothing is left beside the file.
    [[nodiscard]] static SqliteFile forReading(const QString &path);
    [[nodiscard]] static SqliteFile forWriting(const QString &path);
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    //! What failed first, the opening too; invalid when nothing did.
    [[nodiscard]] const QSqlError &error() const { return m_error; }
    //! The first value of the first row; invalid when there is none, and after an error.
    [[nodiscard]] QVariant ask(const QString &text, const QVariant &bound = {});

private:
    SqliteFile(const QString &path, const QString &options);

    QString m_name;
    QSqlDatabase m_database;
    QSqlError m_error;
};

//! Copies a base whole, with all that is committed, to a file that is not there yet, and has it
//! reach the disk. The base is only read; where others may write, the caller has it open, or they
//! would not be waited for. DatabaseDamaged, FileUnwritable.
[[nodiscard]] Result<> copySqlite(const QString &from, const QString &to);

} // namespace recoupe
