// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlbackend.h"
#include "storage/sqlvalues.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

namespace recoupe {

//! The text of a prepared statement. Only literals can become one, so that no value is ever
//! concatenated; a list of columns that several statements share is one of the parts. A constant of
//! the file that uses it: its address names it among the prepared statements.
class Sql
{
public:
    template <std::size_t... Sizes>
    consteval explicit Sql(const char (&...parts)[Sizes])
        : m_parts{parts...}
    {
        static_assert(sizeof...(Sizes) <= maxParts);
    }
    Sql(const Sql &) = delete;
    Sql &operator=(const Sql &) = delete;

    [[nodiscard]] QString text() const;

private:
    static constexpr std::size_t maxParts = 6;
    std::array<const char *, maxParts> m_parts;
};

//! A statement once the base knows it. What was bound stays bound for the next time.
struct PreparedStatement
{
    QSqlQuery query;
    QStringList places; //!< the names of its values

    void bind(int position, const QVariant &value) { query.bindValue(places[position], value); }
};

//! One open connection with its prepared statements. A statement that fails in a transaction
//! condemns it, as it does on a PostgreSQL server, so that half a work can never be committed.
class SqlConnection
{
public:
    explicit SqlConnection(std::unique_ptr<SqlBackend> backend);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    [[nodiscard]] Result<> open(Database::Mode mode, int newestVersion);
    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    [[nodiscard]] SqlBackend &backend() const { return *m_backend; }

    //! Runs a text without values that is used once: schema, pragma, end of a transaction.
    [[nodiscard]] Result<> run(const QString &text);
    //! The same, with the first column of the first row; invalid when there is no row.
    [[nodiscard]] Result<QVariant> ask(const QString &text);
    //! The same, with all rows, for short answers.
    [[nodiscard]] Result<QList<QVariantList>> askRows(const QString &text);
    //! What a failure on database() means; it condemns the running transaction.
    [[nodiscard]] Failure failed(const QSqlError &error);
    //! Has the running transaction fail, whatever step of it was taken back.
    Failure condemn(const Error &error);

private:
    friend class Statement;
    friend class Transaction;
    friend class Savepoint;

    [[nodiscard]] Result<PreparedStatement *> prepared(const Sql &text);
    [[nodiscard]] Result<> reconnectIfLost();

    std::unique_ptr<SqlBackend> m_backend;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<const Sql *, PreparedStatement> m_prepared;
    bool m_inTransaction = false;
    std::optional<Error> m_condemned; //!< why the running transaction cannot be committed
    bool m_mayReplay = false;
};

//! A row under the cursor, read from left to right.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }

    //! Reads the next columns into \a values, in their order.
    template <typename... Values>
    void operator()(Values &...values)
    {
        (fromSql(m_query.value(m_column++), values), ...);
    }
    void skip(int columns) { m_column += columns; }

private:
    const QSqlQuery &m_query;
    int m_column = 0;
};

//! A prepared statement, lent by its connection; its values are bound from left to right. All rows
//! are read before it returns, so that the next statement finds the connection free.
class Statement
{
public:
    Statement(SqlConnection &connection, const Sql &text)
        : m_connection(connection)
        , m_prepared(connection.prepared(text))
    {
    }

    //! Binds the next values.
    template <typename... Values>
    void operator()(const Values &...values)
    {
        if (m_prepared)
            ((*m_prepared)->bind(m_position++, toSql(values)), ...);
    }

    [[nodiscard]] Result<> execute()
    {
        return forEach([](Row &) {});
    }

    template <typename Read>
    [[nodiscard]] Result<> forEach(Read read)
    {
        if (!m_prepared)
            return failureOf(m_prepared);
        QSqlQuery &query = (*m_prepared)->query;
        if (!query.exec())
            return m_connection.failed(query.lastError());
        if (!query.isSelect())
            return {};
        while (query.next()) {
            Row row(query);
            read(row);
        }
        // An end of the rows and a failure to fetch the next one look the same.
        const QSqlError error = query.lastError();
        query.finish();
        if (error.isValid())
            return m_connection.failed(error);
        return {};
    }

    //! Runs an INSERT … {returning_id}; gives the key of the new row, 0 where there is none.
    [[nodiscard]] Result<qint64> insertedId()
    {
        qint64 id = 0;
        if (Result<> inserted = forEach([&](Row &row) { row(id); }); !inserted)
            return failureOf(inserted);
        if (id || changedRows() < 1)
            return id;
        return (*m_prepared)->query.lastInsertId().toLongLong();
    }

    //! How many rows the statement changed.
    [[nodiscard]] int changedRows() const { return (*m_prepared)->query.numRowsAffected(); }

private:
    SqlConnection &m_connection;
    Result<PreparedStatement *> m_prepared;
    int m_position = 0;
};

//! Runs a statement whose rows, if it has any, do not matter.
template <typename... Values>
[[nodiscard]] Result<> execute(SqlConnection &connection, const Sql &text, const Values &...values)
{
    Statement statement(connection, text);
    statement(values...);
    return statement.execute();
}

//! A transaction that rolls itself back unless it was committed.
class Transaction
{
public:
    //! One that lets no other writer in.
    [[nodiscard]] static Result<Transaction> begin(SqlConnection &connection);
    //! One that only reads, all from the base as it stood at the first statement.
    [[nodiscard]] static Result<Transaction> beginSnapshot(SqlConnection &connection);
    Transaction(Transaction &&other) noexcept;
    ~Transaction();

    [[nodiscard]] Result<> commit();
    //! Whether what failed in the last transaction can succeed when done again.
    [[nodiscard]] static bool mayReplay(const SqlConnection &connection)
    {
        return connection.m_mayReplay;
    }

private:
    explicit Transaction(SqlConnection &connection)
        : m_connection(&connection)
    {
    }
    using Begin = Result<> (SqlBackend::*)(SqlConnection &);
    [[nodiscard]] static Result<Transaction> begin(SqlConnection &connection, Begin begin);

    SqlConnection *m_connection;
};

//! A step of the running transaction, which rolls itself back alone unless it was kept.
class Savepoint
{
public:
    [[nodiscard]] static Result<Savepoint> begin(SqlConnection &connection);
    Savepoint(Savepoint &&other) noexcept;
    ~Savepoint();

    [[nodiscard]] Result<> keep();

private:
    explicit Savepoint(SqlConnection &connection)
        : m_connection(&connection)
    {
    }

    SqlConnection *m_connection;
};

} // namespace recoupe
