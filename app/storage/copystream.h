// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

namespace recoupe {

//! The same columns of one table twice.
struct CopySql
{
    const Sql &none; //!< "SELECT columns FROM table WHERE false": tells their types
    const Sql &copy; //!< "COPY table (columns) FROM STDIN (FORMAT binary)"
};

//! Appends rows to a table of a server by COPY, which takes them while the next ones are made: a
//! Statement to whoever binds values to it. Qt's driver has no way to it, so it borrows its
//! connection; meanwhile nothing else may be asked of that.
class CopyStream
{
public:
    //! Whether \a sql can: a server, and a program that was built with its library.
    [[nodiscard]] static bool isPossible(const SqlConnection &sql);

    CopyStream(SqlConnection &sql, const CopySql &text);
    //! Gives up what was not finished.
    ~CopyStream();
    CopyStream(const CopyStream &) = delete;
    CopyStream &operator=(const CopyStream &) = delete;

    //! Adds the next values of the row.
    template <typename... Values>
    void operator()(const Values &...values)
    {
        (add(toSql(values)), ...);
    }
    //! Sends the row. A failure is told by finish().
    void endRow();
    [[nodiscard]] Result<> finish();

private:
    void add(const QVariant &value);
    void send();

    SqlConnection &m_sql;
    QList<uint> m_types; //!< of the columns
    qsizetype m_column = 0;
    QByteArray m_row;
    bool m_isOpen = false;
    std::optional<Error> m_failure;
};

} // namespace recoupe
