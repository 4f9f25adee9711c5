// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"

#include <QCoreApplication>
#include <QSqlRecord>

#include <atomic>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

QString newConnectionName()
{
    static std::atomic<int> last = 0;
    return QStringLiteral("recoupe-%1").arg(++last);
}

// Qt makes a name for a place each time that a value is bound by its number, which costs more than
// all else that it does with the value; a place that has a name is found by it.
QString named(const QString &text, QStringList &places)
{
    QString named;
    for (const QChar c : text) {
        if (c == u'?')
            named += places.emplaceBack(QStringLiteral(":p%1").arg(places.size()));
        else
            named += c;
    }
    return named;
}

} // namespace

QString Sql::text() const
{
    QString text;
    for (const char *part : m_parts)
        text += QLatin1String(part);
    return text;
}

SqlConnection::SqlConnection(std::unique_ptr<SqlBackend> backend)
    : m_backend(std::move(backend))
    , m_name(newConnectionName())
    , m_database(QSqlDatabase::addDatabase(m_backend->driver(), m_name))
{
}

SqlConnection::~SqlConnection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase(); // the last user, or removeDatabase() complains
    QSqlDatabase::removeDatabase(m_name);
}

Result<> SqlConnection::open(Database::Mode mode, int newestVersion)
{
    if (!m_database.isValid()) {
        return fail(ErrorCode::DatabaseUnreachable,
                    Tr::tr("Le pilote de base de données « %1 » manque : réinstallez Recoupe.")
                        .arg(m_backend->driver()));
    }
    if (Result<> inspected = m_backend->inspect(mode, newestVersion); !inspected)
        return inspected;
    return m_backend->connect(m_database);
}

Result<> SqlConnection::run(const QString &text)
{
    if (Result<QVariant> answer = ask(text); !answer)
        return failureOf(answer);
    return {};
}

Result<QVariant> SqlConnection::ask(const QString &text)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(text))
        return failed(query.lastError());
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return failed(query.lastError());
    return QVariant();
}

Result<QList<QVariantList>> SqlConnection::askRows(const QString &text)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(text))
        return failed(query.lastError());
    const int columns = query.record().count();
    QList<QVariantList> rows;
    while (query.next()) {
        QVariantList &row = rows.emplaceBack();
        for (int i = 0; i < columns; ++i)
            row << query.value(i);
    }
    if (query.lastError().isValid())
        return failed(query.lastError());
    return rows;
}

Result<PreparedStatement *> SqlConnection::prepared(const Sql &text)
{
    if (Result<> connected = reconnectIfLost(); !connected)
        return failureOf(connected);
    if (const auto found = m_prepared.find(&text); found != m_prepared.end())
        return &found->second;
    PreparedStatement statement{QSqlQuery(m_database), {}};
    statement.query.setForwardOnly(true);
    if (!statement.query.prepare(named(m_backend->spelt(text.text()), statement.places)))
        return failed(statement.query.lastError());
    return &m_prepared.emplace(&text, std::move(statement)).first->second;
}

// A server that was restarted, or a network that failed, closes the connection. What ran is lost
// and was reported; the next unit of work finds a new connection.
Result<> SqlConnection::reconnectIfLost()
{
    if (m_database.isOpen() || m_inTransaction)
        return {};
    m_prepared.clear();
    m_database.close();
    return m_backend->connect(m_database);
}

Failure SqlConnection::failed(const QSqlError &error)
{
    m_mayReplay = m_mayReplay || m_backend->mayReplay(error);
    return condemn(m_backend->describe(error));
}

Failure SqlConnection::condemn(const Error &error)
{
    if (m_inTransaction && !m_condemned)
        m_condemned = error;
    return Failure(error);
}

Result<Transaction> Transaction::begin(SqlConnection &connection)
{
    return begin(connection, &SqlBackend::beginWriting);
}

Result<Transaction> Transaction::beginSnapshot(SqlConnection &connection)
{
    return begin(connection, &SqlBackend::beginReading);
}

Result<Transaction> Transaction::begin(SqlConnection &connection, Begin begin)
{
    Q_ASSERT_X(!connection.m_inTransaction, "Transaction::begin", "transactions do not nest");
    connection.m_mayReplay = false;
    if (Result<> connected = connection.reconnectIfLost(); !connected)
        return failureOf(connected);
    // Made first: a begin that took only its first step is rolled back as well.
    Transaction transaction(connection);
    connection.m_inTransaction = true;
    connection.m_condemned.reset();
    if (Result<> begun = (connection.backend().*begin)(connection); !begun)
        return failureOf(begun);
    return transaction;
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    if (!m_connection)
        return;
    // Nothing to do about a rollback that fails, or a connection that was lost: the base then rolls
    // back by itself.
    if (m_connection->database().isOpen())
        QSqlQuery(m_connection->database()).exec(QStringLiteral("ROLLBACK"));
    m_connection->m_inTransaction = false;
}

Result<> Transaction::commit()
{
    if (m_connection->m_condemned)
        return Failure(*m_connection->m_condemned);
    if (Result<> committed = m_connection->run(QStringLiteral("COMMIT")); !committed)
        return committed;
    m_connection->m_inTransaction = false;
    m_connection = nullptr;
    return {};
}

Result<Savepoint> Savepoint::begin(SqlConnection &connection)
{
    Q_ASSERT(connection.m_inTransaction);
    if (connection.m_condemned)
        return Failure(*connection.m_condemned);
    if (Result<> begun = connection.run(QStringLiteral("SAVEPOINT step")); !begun)
        return failureOf(begun);
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Savepoint::~Savepoint()
{
    if (!m_connection)
        return;
    // What the step condemned is well again without it; a rollback that fails condemns the rest.
    m_connection->m_condemned.reset();
    if (m_connection->run(QStringLiteral("ROLLBACK TO SAVEPOINT step")))
        (void)m_connection->run(QStringLiteral("RELEASE SAVEPOINT step"));
}

Result<> Savepoint::keep()
{
    if (m_connection->m_condemned)
        return Failure(*m_connection->m_condemned);
    if (Result<> kept = m_connection->run(QStringLiteral("RELEASE SAVEPOINT step")); !kept)
        return kept;
    m_connection = nullptr;
    return {};
}

} // namespace recoupe
