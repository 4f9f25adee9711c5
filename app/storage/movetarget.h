// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace recoupe {

class SqlConnection;

//! The base that another one is to be moved to: looked at before anything is written there, and put
//! back as it was where nothing comes of the move.
class MoveTarget
{
public:
    //! Looks, and changes nothing. What is not there yet is no failure; fails as Database::look()
    //! or Database::inspect().
    [[nodiscard]] static Result<MoveTarget> at(const DatabaseUrl &url);

    //! Whether there is a schema of ours already, of whatever version.
    [[nodiscard]] bool hasSchema() const { return m_hasSchema; }
    //! The first table that holds anything; empty where none does.
    [[nodiscard]] const QString &filledTable() const { return m_filledTable; }
    //! InvalidArgument where the base holds anything.
    [[nodiscard]] Result<> expectEmpty() const;
    //! Takes away what was made there since: the file and its folders, the schema or its tables;
    //! nothing where there was a schema. Of a server, Refused where somebody wrote into it
    //! meanwhile. Nobody may have the file open.
    [[nodiscard]] Result<> putBack() const;

private:
    explicit MoveTarget(DatabaseUrl url);
    void lookAtFile();
    [[nodiscard]] Result<> lookAtSchema(SqlConnection &sql);
    [[nodiscard]] Result<> putBackFile() const;
    [[nodiscard]] Result<> putBackSchema() const;

    DatabaseUrl m_url;
    bool m_hasSchema = false;
    QString m_filledTable;
    std::optional<QByteArray> m_file; //!< SQLite: what it held before; nothing where there was none
    QStringList m_missingFolders;     //!< SQLite: those of the file, the innermost first
    bool m_hasNamespace = false;      //!< PostgreSQL: there is a schema, if without tables
    QStringList m_functions;          //!< PostgreSQL: that stand in it
};

//! InvalidArgument where the base of that connection holds anything.
[[nodiscard]] Result<> expectNoRows(SqlConnection &sql, const DatabaseUrl &url);

} // namespace recoupe
