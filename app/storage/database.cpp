// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/migrator.h"
#include "storage/sqlconnection.h"
#include "storage/trailchain.h"

#include <QCoreApplication>
#include <QScopedValueRollback>
#include <QUuid>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int maxReplays = 5;

//! A step of a transaction that runs.
Result<> runStep(SqlConnection &sql, const std::function<Result<>()> &work)
{
    Result<Savepoint> savepoint = Savepoint::begin(sql);
    if (!savepoint)
        return failureOf(savepoint);
    if (Result<> done = work(); !done)
        return done;
    return savepoint->keep();
}

Result<> refuseIfEmpty(SqlConnection &sql, const DatabaseUrl &url)
{
    const Result<int> version = sql.backend().schemaVersion(sql);
    if (!version)
        return failureOf(version);
    if (*version == 0) {
        return fail(ErrorCode::DatabaseUnreachable,
                    Tr::tr("Il n'y a pas de base de Recoupe à l'adresse « %1 ». Vérifiez "
                           "l'adresse ; une base nouvelle est faite par un import, par « recoupe "
                           "roles --grant » ou en ouvrant la fenêtre.")
                        .arg(url.display()));
    }
    return {};
}

} // namespace

Database::Database(DatabaseUrl url, QString writer, std::unique_ptr<SqlConnection> sql)
    : m_url(std::move(url))
    , m_writer(std::move(writer))
    , m_sql(std::move(sql))
{
}

Database::~Database() = default;

QString Database::newWriter()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseUrl &url, Mode mode, QString writer)
{
    const QList<Migration> migrations = builtInMigrations();
    auto sql = std::make_unique<SqlConnection>(SqlBackend::of(url));
    Result<> ready = sql->open(mode, migrations.last().version);
    if (ready && mode == Mode::MustExist)
        ready = refuseIfEmpty(*sql, url);
    if (ready)
        ready = migrate(*sql, migrations);
    if (ready)
        ready = sql->backend().settle(*sql);
    if (!ready)
        return failureOf(ready);
    const Result<AccountRole> role = sql->backend().role(*sql);
    if (!role)
        return failureOf(role);
    const Result<QString> account = sql->backend().account(*sql);
    if (!account)
        return failureOf(account);
    std::unique_ptr<Database> database(new Database(url, std::move(writer), std::move(sql)));
    database->m_role = *role;
    database->m_account = *account;
    return database;
}

Result<> Database::runOnce(const std::function<Result<>()> &work)
{
    Result<Transaction> transaction = Transaction::begin(*m_sql);
    if (!transaction)
        return failureOf(transaction);
    const Result<TrailMarks> marks = newestEvents(*m_sql);
    if (!marks)
        return failureOf(marks);
    const auto inIt = [&] {
        const QScopedValueRollback<bool> in(m_isIn, true);
        return work();
    };
    return inIt()
        .and_then([&] { return linkEventsAfter(*m_sql, *marks); })
        .and_then([&] { return m_sql->backend().announce(*m_sql, m_writer); })
        .and_then([&] { return transaction->commit(); });
}

Result<> Database::inspect(const DatabaseUrl &url)
{
    return SqlBackend::of(url)->inspect(Mode::MustExist, builtInMigrations().last().version);
}

Result<BaseSight> Database::look(const DatabaseUrl &url)
{
    BaseSight sight;
    sight.newestSchema = builtInMigrations().last().version;
    SqlConnection sql(SqlBackend::of(url));
    if (Result<> opened = sql.open(Mode::MustExist, sight.newestSchema); !opened)
        return failureOf(opened);
    if (Result<> told = sql.backend().tellServer(sql, sight); !told)
        return failureOf(told);
    const Result<int> schema = sql.backend().schemaVersion(sql);
    if (!schema)
        return failureOf(schema);
    sight.schema = *schema;
    if (sight.schema != sight.newestSchema)
        return sight;
    return sql.backend().role(sql).map([&](AccountRole role) {
        sight.role = role;
        return sight;
    });
}

Result<> Database::inTransaction(const std::function<Result<>()> &work)
{
    if (m_isIn)
        return runStep(*m_sql, work);
    Result<> done = runOnce(work);
    for (int replay = 0; !done && Transaction::mayReplay(*m_sql) && replay < maxReplays; ++replay)
        done = runOnce(work);
    return done;
}

Result<> Database::inSnapshot(const std::function<Result<>()> &work) const
{
    if (m_isIn)
        return work();
    const Result<Transaction> snapshot = Transaction::beginSnapshot(*m_sql);
    return snapshot ? work() : failureOf(snapshot);
}

Result<> Database::inTrial(const std::function<Result<>()> &work)
{
    const auto tryOnce = [&]() -> Result<> {
        const Result<Transaction> transaction = Transaction::begin(*m_sql);
        if (!transaction)
            return failureOf(transaction);
        const QScopedValueRollback<bool> in(m_isIn, true);
        const QScopedValueRollback<bool> trying(m_isTrying, true);
        return work();
    };
    Result<> done = tryOnce();
    // A step that met a serialization failure may have kept it to itself.
    for (int replay = 0; Transaction::mayReplay(*m_sql) && replay < maxReplays; ++replay)
        done = tryOnce();
    return done;
}

Result<qint64> Database::revision() const
{
    return m_sql->backend().revision(*m_sql);
}

Result<QStringList> Database::faults() const
{
    return m_sql->backend().faults(*m_sql);
}

Result<QString> Database::overwriteErased()
{
    return m_sql->backend().overwriteErased(*m_sql);
}

const DatabaseUrl &Database::url() const
{
    return m_url;
}

QSqlDatabase Database::connection() const
{
    return m_sql->database();
}

SqlConnection &Database::sql() const
{
    return *m_sql;
}

} // namespace recoupe
