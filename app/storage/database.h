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
    //! A name for files that go with the base.
    [[nodiscard]] QString fileName() const;
};

//! What can be seen of a base on a server without changing it.
struct BaseSight
{
    QString serverVersion; //!< "15.18"
    bool isEncrypted = false;
    int schema = 0;                  //!< 0: none of ours yet
    int newestSchema = 0;            //!< of this program
    QString account;                 //!< who asks
    std::optional<AccountRole> role; //!< on a schema of this version
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

    //! A name for a writer that nobody else has.
    [[nodiscard]] static QString newWriter();

    //! Opens and brings the schema up to date. \a writer: who those who watch the base are told
    //! changed it, see BaseWatch. A file or schema that is not ours (DatabaseForeign),
    //! is damaged (DatabaseDamaged) or of a later version (DatabaseNewer) is left as it was.
    //! Refused where the account has no right on it, or it is of an earlier version and the
    //! account's right is not the schema's.
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    open(const DatabaseUrl &url, Mode mode = Mode::CreateIfMissing, QString writer = newWriter());
    //! Looks at a file that is there, and changes nothing of it: fails where open() would for what
    //! the file is or holds. Nothing to say of a server.
    [[nodiscard]] static Result<> inspect(const DatabaseUrl &url);
    //! Looks at a base on a server. DatabaseForeign, and DatabaseFailed where the account has no
    //! right on it; an earlier or later schema is no failure. InvalidArgument for a file.
    [[nodiscard]] static Result<BaseSight> look(const DatabaseUrl &url);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! Runs \a work in one transaction (SQLite: BEGIN IMMEDIATE) and links the events that it
    //! appended into the chain of the trail. A failure of the work or of the commit rolls
    //! everything back. A serialization failure replays the work, at most five times, so it must
    //! not keep anything outside the base from a failed round. Transactions within it are its
    //! steps: one that fails leaves the others' effects, for the work to fail with it or go on.
    [[nodiscard]] Result<> inTransaction(const std::function<Result<>()> &work);
    //! Runs \a work, which only reads, on the base as it stands: what others write meanwhile is not
    //! seen, and they do not wait. Within a transaction or a trial it is a part of that.
    [[nodiscard]] Result<> inSnapshot(const std::function<Result<>()> &work) const;
    //! Runs \a work in a transaction that is rolled back whatever comes of it. Transactions within
    //! it are its steps: one that fails leaves the others' effects to see. Replayed as above.
    [[nodiscard]] Result<> inTrial(const std::function<Result<>()> &work);

    //! Whether a trial runs: what is read then may never have been.
    [[nodiscard]] bool isTrying() const { return m_isTrying; }
    //! A number that is another one once others have committed; one's own commits may change it as
    //! well. Not to be asked within a transaction.
    [[nodiscard]] Result<qint64> revision() const;

    //! What the base itself finds wrong in it, in sentences; empty where it is sound.
    [[nodiscard]] Result<QStringList> faults() const;

    //! Has nothing left in the file of what was erased before, neither in its free space nor in its
    //! log. Says in a sentence where something may be left all the same; empty where not. Outside
    //! of any transaction.
    [[nodiscard]] Result<QString> overwriteErased();

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
    Database(DatabaseUrl url, QString writer, std::unique_ptr<SqlConnection> sql);
    [[nodiscard]] Result<> runOnce(const std::function<Result<>()> &work);

    DatabaseUrl m_url;
    QString m_writer;
    std::unique_ptr<SqlConnection> m_sql;
    AccountRole m_role = AccountRole::Owner;
    QString m_account;
    bool m_isTrying = false;
    bool m_isIn = false; //!< a transaction or a trial
};

} // namespace recoupe
