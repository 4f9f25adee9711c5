// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/accountrole.h"

#include <QSqlDatabase>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace recoupe {

class SqlConnection;

//! Where the base is: `sqlite:PATH` or `postgresql://USER@HOST:PORT/NAME` (the host may be a
//! socket folder, given as ?host=/folder). The other options are `sslmode` and `sslrootcert`.
struct DatabaseUrl
{
    enum class Backend
    {
        Sqlite,
        PostgreSql
    };
    //! How the way to a server is kept from others. What is not written is the strictest for a
    //! server on the network, and IfOffered for one on this machine.
    enum class Encryption
    {
        Verified,   //!< by a certificate of an authority that is trusted, for this very host
        Unverified, //!< but anybody may be at the other end
        None,
        IfOffered, //!< never written: nobody listens within one machine
    };

    Backend backend = Backend::Sqlite;
    QString path; //!< SQLite: the file
    QString host; //!< PostgreSQL
    int port = 5432;
    QString name;
    QString user;
    QString password;
    std::optional<Encryption> written; //!< nothing where the address does not say
    //! Certificates of authorities, a PEM file; systemAuthorities for those of the system; empty
    //! for the driver's own (~/.postgresql/root.crt).
    QString authorities;

    static constexpr QLatin1String systemAuthorities{"system"};

    [[nodiscard]] static Result<DatabaseUrl> parse(const QString &text);
    //! Whether the server is reached without a network: by a socket folder or the loopback.
    [[nodiscard]] bool isOnThisMachine() const;
    [[nodiscard]] Encryption encryption() const;
    //! For a message about the server: "base.example.org:5432", or the socket folder.
    [[nodiscard]] QString server() const;
    //! Without the password: for messages and logs.
    [[nodiscard]] QString display() const;
};

//! One connection to one base, for the thread that opened it. Closes itself.
class Database
{
public:
    enum class Mode
    {
        CreateIfMissing, //!< makes an SQLite file, and an empty schema where there is none
        MustExist,
    };

    //! Opens and brings the schema up to date. A file or schema that is not ours (DatabaseForeign),
    //! is damaged (DatabaseDamaged) or of a later version (DatabaseNewer) is left as it was.
    //! Refused where the account has no right on it, or it is of an earlier version and the
    //! account's right is not the schema's.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseUrl &url,
                                                                Mode mode = Mode::CreateIfMissing);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! Runs \a work in one transaction (SQLite: BEGIN IMMEDIATE) and links the events that it
    //! appended into the chain of the trail. A failure of the work or of the
    //! commit rolls everything back. A serialization failure replays the work, at most five times,
    //! so it must not keep anything outside the base from a failed round.
    [[nodiscard]] Result<> inTransaction(const std::function<Result<>()> &work);
    //! Runs \a work, which only reads, on the base as it stands: what others write meanwhile is not
    //! seen, and they do not wait. Within a trial it is a part of that.
    [[nodiscard]] Result<> inSnapshot(const std::function<Result<>()> &work) const;
    //! Runs \a work in a transaction that is rolled back whatever comes of it. Transactions within
    //! it are its steps: one that fails leaves the others' effects to see. Replayed as above.
    [[nodiscard]] Result<> inTrial(const std::function<Result<>()> &work);

    //! What the base itself finds wrong in it, in sentences; empty where it is sound.
    [[nodiscard]] Result<QStringList> faults() const;

    [[nodiscard]] const DatabaseUrl &url() const;
    //! What the account of this connection may do; of a file, everything.
    [[nodiscard]] AccountRole role() const { return m_role; }
    //! The account that signs what is written on a server; empty for a file.
    [[nodiscard]] const QString &account() const { return m_account; }
    //! The driver's connection, for what is outside the repositories.
    [[nodiscard]] QSqlDatabase connection() const;
    //! For the repositories of this folder: the prepared statements of the connection.
    [[nodiscard]] SqlConnection &sql() const;

private:
    Database(DatabaseUrl url, std::unique_ptr<SqlConnection> sql);

    DatabaseUrl m_url;
    std::unique_ptr<SqlConnection> m_sql;
    AccountRole m_role = AccountRole::Owner;
    QString m_account;
    bool m_isTrying = false;
};

} // namespace recoupe
