// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"

#include <QDateTime>
#include <QDir>

#include <optional>

namespace recoupe {

//! A copy of the base that can be chosen to be restored.
struct KeptCopy
{
    QString path;
    QDateTime madeAt; //!< local time
    qint64 sessions = 0;

    friend bool operator==(const KeptCopy &, const KeptCopy &) = default;
};

//! The copies that the program itself keeps of a base that is a file, in a folder beside it.
class BackupFolder
{
public:
    //! How long a copy is kept.
    static constexpr int keptDays = 30;
    //! Of the file among them, no copy, in which the heads of the trail are noted.
    static constexpr QLatin1String headsEnding{".tetes.txt"};

    explicit BackupFolder(const QString &basePath);

    [[nodiscard]] QString path() const { return m_folder.path(); }
    //! Makes the copy of a day where there is none yet, and removes what was kept long enough. The
    //! caller has the base open. DatabaseDamaged, FileUnwritable.
    [[nodiscard]] Result<> keepDaily(QDate day) const;
    //! Every copy of a base that the program made: of days, before migrations, and what a restore
    //! set aside. None for a server.
    [[nodiscard]] static QStringList copiesOf(const DatabaseUrl &url);
    //! Makes a copy of the base as that version of the schema left it.
    [[nodiscard]] Result<> keepBeforeMigration(int version) const;
    //! The newest copy that can be restored; nothing where there is none.
    [[nodiscard]] std::optional<QString> newestSound() const;
    //! Those in which there are sessions to count, newest first. Not looked through for damage:
    //! that takes long, and restoring does it.
    [[nodiscard]] QList<KeptCopy> copies() const;

private:
    [[nodiscard]] Result<> keep(const QString &name) const;
    void removeOld(QDate day) const;
    [[nodiscard]] QStringList setAside() const;
    [[nodiscard]] QString asideStart() const;
    [[nodiscard]] QStringList newestFirst() const;

    QString m_base;
    QDir m_folder;
};

//! Says that a base is damaged, which copy of it is the newest sound one, and how to restore that.
//! \a detail: what SQLite says.
[[nodiscard]] Failure damagedBase(const QString &path, const QString &detail = {});

} // namespace recoupe
