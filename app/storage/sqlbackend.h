// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QSqlError>

namespace recoupe {

class SqlConnection;

//! How long a writer waits for another one.
inline constexpr int busyTimeoutMs = 5000;

//! Takes the name of a writer that changed the base.
using WriterHeard = std::function<void(const QString &writer)>;

//! What differs between SQLite and PostgreSQL; everything else is common. What stands in braces in
//! a statement or a migration is replaced by spelt():
//!   {id}       key of a table, given by the base, rising
//!   {long}     whole number of 64 bits
//!   {blob}     bytes
//!   {strict}   end of a table: types are enforced (PostgreSQL always does)
//!   {bytewise} text that is compared and ordered byte by byte, whatever the language of the server
//!   {returning_id} end of an INSERT whose key is wanted. PostgreSQL hands it over as a row;
//!   SQLite's
//!              driver knows it, and a RETURNING would cost it a temporary table each time
//!   {with_ids} in an INSERT that brings its own keys
//!   {append_only TABLE}  statements after which a row of TABLE can neither change nor go
//!   {erasable TABLE KIND (TEXTS) (FACTS)}  statements after which an erasure, and nothing else,
//!              empties texts of a row of that append-only TABLE, whose events are of that KIND:
//!              the facts stay, and it says so in the trail, within the same transaction. What an
//!              edition holds may become shorter instead
class SqlBackend
{
public:
    [[nodiscard]] static std::unique_ptr<SqlBackend> of(const DatabaseUrl &url);
    virtual ~SqlBackend() = default;

    [[nodiscard]] virtual QString driver() const = 0;
    //! Looks at what is there before anything is opened for writing, and changes none of it.
    //! A base later than \a newestVersion is refused.
    [[nodiscard]] virtual Result<> inspect(Database::Mode mode, int newestVersion) = 0;
    //! Opens for writing and sets the session.
    [[nodiscard]] virtual Result<> connect(QSqlDatabase &database) = 0;
    //! Version of the schema; 0 where there is none yet.
    [[nodiscard]] virtual Result<int> schemaVersion(SqlConnection &sql) = 0;
    //! Marks an empty base as ours, before its first migration. May be run twice.
    [[nodiscard]] virtual Result<> claim(SqlConnection &sql) = 0;
    //! Inside the transaction of the migration.
    [[nodiscard]] virtual Result<> setSchemaVersion(SqlConnection &sql, int version) = 0;
    //! Keeps a copy of what a migration is about to change, where that is ours to do.
    [[nodiscard]] virtual Result<> backUp(SqlConnection &sql, int version) = 0;
    //! What the base itself finds wrong in it, in sentences; empty where it is sound.
    [[nodiscard]] virtual Result<QStringList> faults(SqlConnection &sql) = 0;
    //! See Database::overwriteErased().
    [[nodiscard]] virtual Result<QString> overwriteErased(SqlConnection &sql) = 0;
    //! Has the next {id} of a table follow the highest, after keys came with their rows.
    [[nodiscard]] virtual Result<> continueIds(SqlConnection &sql, const QString &table) = 0;
    //! Once the schema is up to date.
    [[nodiscard]] virtual Result<> settle(SqlConnection &sql) = 0;
    //! Why this account may not bring the schema from that version to another; nothing where it
    //! may.
    [[nodiscard]] virtual Result<> allowMigration(SqlConnection &sql, int version, int newest) = 0;
    //! Gives the accounts their rights on the tables that a migration made.
    [[nodiscard]] virtual Result<> renewRights(SqlConnection &sql) = 0;
    //! What this account may do. The schema is up to date.
    [[nodiscard]] virtual Result<AccountRole> role(SqlConnection &sql) = 0;
    //! Fills in what the server says of itself and of the connection. InvalidArgument for a file.
    [[nodiscard]] virtual Result<> tellServer(SqlConnection &sql, BaseSight &sight) = 0;
    //! The account's name, which signs what is written; empty where there is no account.
    [[nodiscard]] virtual Result<QString> account(SqlConnection &sql) = 0;
    //! Begins a transaction that lets no other writer in until its end.
    [[nodiscard]] virtual Result<> beginWriting(SqlConnection &sql) = 0;
    //! Begins one that sees the base as it stands at its first statement, and keeps no writer out.
    [[nodiscard]] virtual Result<> beginReading(SqlConnection &sql) = 0;

    //! Has those who listen told, once the running transaction is committed and if it wrote, that
    //! \a writer changed the base.
    [[nodiscard]] virtual Result<> announce(SqlConnection &sql, const QString &writer) = 0;
    //! Has \a heard called, with the writer, after each announcement, from the event loop of the
    //! thread of \a database, until that is closed. Nothing to do where pulse() tells of changes.
    [[nodiscard]] virtual Result<> listen(QSqlDatabase database, WriterHeard heard) const = 0;
    //! A number that is another one once somebody else has committed. Commits of the connection
    //! itself may change it or not.
    [[nodiscard]] virtual Result<qint64> revision(SqlConnection &sql) const = 0;
    //! A sign of life of the base, asked for every pulseMs() milliseconds by who watches it.
    //! Another number than before where others committed, unless listen() tells of that.
    [[nodiscard]] virtual Result<qint64> pulse(SqlConnection &sql) const = 0;
    [[nodiscard]] virtual int pulseMs() const = 0;

    //! Whether a column of several rows can be bound as one array, which saves the ways to a
    //! server.
    [[nodiscard]] virtual bool takesArrays() const = 0;
    //! The text of a statement in this database's own words.
    [[nodiscard]] virtual QString spelt(QString text) const = 0;
    //! What a failure means to the operator.
    [[nodiscard]] virtual Error describe(const QSqlError &error) const = 0;
    //! Whether the same work can succeed when it is simply done again.
    [[nodiscard]] virtual bool mayReplay(const QSqlError &error) const = 0;

protected:
    //! The text with {erasable …} replaced by \a statements, in which %1 stands for the table and
    //! %2 for what must hold for an update. \a isSame: how two values are compared that may be
    //! NULL.
    [[nodiscard]] static QString withErasable(QString text, const QString &statements,
                                              const QString &isSame);
    //! Says that the rows of an append-only table can be changed.
    [[nodiscard]] static QString unguarded(const QString &table);
};

} // namespace recoupe
