// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/copystream.h"

#include <QSqlDriver>
#include <QtEndian>

#include <libpq-fe.h>

namespace recoupe {

namespace {

PGconn *connectionOf(const SqlConnection &sql)
{
    const QVariant handle = sql.database().driver()->handle();
    // The driver gives a pointer to the structure that PGconn is another name of.
    const char *type = handle.isValid() ? handle.typeName() : "";
    if (qstrcmp(type, "PGconn*") != 0 && qstrcmp(type, "pg_conn*") != 0)
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

struct ClearResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, ClearResult>;

QSqlError errorOf(const PGconn *connection, const PGresult *result)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    return {QString(), QString::fromUtf8(PQerrorMessage(connection)), QSqlError::StatementError,
            QString::fromLatin1(state)};
}

//! The types of the columns that a base of ours has, by their fixed numbers in the catalogue.
enum ColumnType : Oid
{
    Bytes = 17,
    Integer64 = 20,
    Integer32 = 23,
    Text = 25
};

// https://www.postgresql.org/docs/15/sql-copy.html, Binary Format. It spares both sides the way of
// a long source through hexadecimal digits.
constexpr QByteArrayView header("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
constexpr qint16 end = -1;
constexpr qint32 null = -1;

template <typename Number>
void append(QByteArray &row, Number number)
{
    const Number inOrder = qToBigEndian(number);
    row.append(reinterpret_cast<const char *>(&inOrder), sizeof inOrder);
}

template <typename Number>
void appendField(QByteArray &row, Number number)
{
    append(row, qint32(sizeof number));
    append(row, number);
}

void appendField(QByteArray &row, const QByteArray &bytes)
{
    append(row, qint32(bytes.size()));
    row += bytes;
}

} // namespace

bool CopyStream::isPossible(const SqlConnection &sql)
{
    return connectionOf(sql) != nullptr;
}

CopyStream::CopyStream(SqlConnection &sql, const CopySql &text)
    : m_sql(sql)
{
    PGconn *connection = connectionOf(sql);
    const PgResult none(PQexec(connection, text.none.text().toUtf8().constData()));
    for (int column = 0; column < PQnfields(none.get()); ++column)
        m_types << PQftype(none.get(), column);
    const PgResult begun(PQexec(connection, text.copy.text().toUtf8().constData()));
    m_isOpen = PQresultStatus(begun.get()) == PGRES_COPY_IN;
    if (m_isOpen)
        m_row = header.toByteArray();
    else
        m_failure = sql.failed(errorOf(connection, begun.get())).value();
}

CopyStream::~CopyStream()
{
    if (!m_isOpen)
        return;
    PGconn *connection = connectionOf(m_sql);
    PQputCopyEnd(connection, "given up");
    while (const PgResult result{PQgetResult(connection)}) {
    }
}

void CopyStream::add(const QVariant &value)
{
    if (m_column == 0)
        append(m_row, qint16(m_types.size()));
    const uint type = m_types.value(m_column++);
    if (value.isNull())
        append(m_row, null);
    else if (type == Integer32)
        appendField(m_row, qint32(value.toInt()));
    else if (type == Integer64)
        appendField(m_row, value.toLongLong());
    else if (type == Bytes)
        appendField(m_row, value.toByteArray());
    else {
        Q_ASSERT(!m_isOpen || type == Text);
        appendField(m_row, value.toString().toUtf8());
    }
}

void CopyStream::endRow()
{
    Q_ASSERT(!m_isOpen || m_column == m_types.size());
    m_column = 0;
    send();
}

void CopyStream::send()
{
    if (m_isOpen && PQputCopyData(connectionOf(m_sql), m_row.constData(), int(m_row.size())) < 0)
        m_failure = m_sql.failed(errorOf(connectionOf(m_sql), nullptr)).value();
    m_row.clear();
}

Result<> CopyStream::finish()
{
    PGconn *connection = connectionOf(m_sql);
    if (m_isOpen) {
        append(m_row, end);
        send();
        PQputCopyEnd(connection, nullptr);
        m_isOpen = false;
        while (const PgResult result{PQgetResult(connection)}) {
            if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && !m_failure)
                m_failure = m_sql.failed(errorOf(connection, result.get())).value();
        }
    }
    return m_failure ? Result<>(Failure(*m_failure)) : Result<>();
}

} // namespace recoupe
