// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/basetransfer.h"

#include "storage/canonicalvalue.h"
#include "storage/database.h"
#include "storage/movetarget.h"
#include "storage/sqlconnection.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSqlRecord>

#include <array>
#include <functional>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array tables{
    BaseTable{"imports", "id"},
    BaseTable{"import_rejections", "id"},
    BaseTable{"actions", "id"},
    BaseTable{"action_submissions", "action_id, number"},
    BaseTable{"sessions", "id"},
    BaseTable{"session_submissions", "session_id, number"},
    BaseTable{"session_awards", "session_id, award_key"},
    BaseTable{"session_holders", "session_id"},
    BaseTable{"awards", "id"},
    BaseTable{"sesar_declarations", "id"},
    BaseTable{"settings", "name"},
    BaseTable{"table_profiles", "name"},
    BaseTable{"decisions", "id"},
    BaseTable{"notes", "id"},
    BaseTable{"letters", "id"},
    BaseTable{"letter_subjects",
              "letter_id, formation_numero, action_numero, session_numero, award_key"},
    BaseTable{"editions", "id"},
    BaseTable{"edition_annulments", "id"},
    BaseTable{"prescribers", "id"},
    BaseTable{"edition_mailings", "id"},
    BaseTable{"deliveries", "id"},
    BaseTable{"delivery_events", "id"},
    BaseTable{"delivery_lines", "delivery_id, formation_numero, action_numero, session_numero"},
    BaseTable{"partner_sessions", "partner, formation_numero, action_numero, session_numero"},
    BaseTable{"feeds", "url"},
    BaseTable{"trail_links", "position"},
    BaseTable{"trail_salts", "position"},
    BaseTable{"erasures", "id"},
    BaseTable{"erased_texts", "erasure_id, position"},
    BaseTable{"erased_persons", "digest"},
};

QString nameOf(const BaseTable &table)
{
    return QString::fromLatin1(table.name);
}

//! The columns in the order of \a sql, which need not be that of another base.
Result<QStringList> columnsOf(SqlConnection &sql, const BaseTable &table)
{
    QSqlQuery query(sql.database());
    if (!query.exec(QStringLiteral("SELECT * FROM %1 WHERE 1 = 0").arg(nameOf(table))))
        return sql.failed(query.lastError());
    const QSqlRecord record = query.record();
    QStringList columns;
    for (int i = 0; i < record.count(); ++i)
        columns << record.fieldName(i);
    return columns;
}

using TakeRow = std::function<Result<>(const QVariantList &row)>;

//! Tells how many rows went through, now and then.
class TransferredRows
{
public:
    TransferredRows(const Progress &progress, qint64 total)
        : m_progress(progress)
        , m_total(total)
    {
    }

    //! After each row. Cancelled where nobody wants more.
    [[nodiscard]] Result<> step()
    {
        constexpr qint64 rowsPerCall = 200;
        const bool goesOn =
            !m_progress || ++m_done % rowsPerCall != 0 || m_progress(m_done, m_total);
        return goesOn ? Result<>() : stopped();
    }
    //! After the last one, which no call may have come with.
    [[nodiscard]] Result<> finish() const
    {
        return !m_progress || m_progress(m_done, m_total) ? Result<>() : stopped();
    }

private:
    [[nodiscard]] static Failure stopped()
    {
        return fail(ErrorCode::Cancelled,
                    Tr::tr("Le déplacement a été interrompu : rien n'a été gardé dans la base de "
                           "destination."));
    }

    const Progress &m_progress;
    qint64 m_total;
    qint64 m_done = 0;
};

Result<qint64> countRows(SqlConnection &sql)
{
    qint64 rows = 0;
    for (const BaseTable &table : tables) {
        const Result<QVariant> counted =
            sql.ask(QStringLiteral("SELECT count(*) FROM %1").arg(nameOf(table)));
        if (!counted)
            return failureOf(counted);
        rows += counted->toLongLong();
    }
    return rows;
}

//! Hands every row over, one at a time, and sums them up.
Result<TableSummary> readTable(SqlConnection &sql, const BaseTable &table,
                               const QStringList &columns, TransferredRows &progress,
                               const TakeRow &take)
{
    QSqlQuery query(sql.database());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
                        .arg(columns.join(u','), nameOf(table), QString::fromLatin1(table.key))))
        return sql.failed(query.lastError());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TableSummary summary{nameOf(table), 0, {}};
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < columns.size(); ++i) {
            row << query.value(i);
            addToHash(hash, row.last());
        }
        ++summary.rows;
        if (Result<> taken = take(row).and_then([&] { return progress.step(); }); !taken)
            return failureOf(taken);
    }
    if (query.lastError().isValid())
        return sql.failed(query.lastError());
    summary.checksum = hash.result();
    return summary;
}

// A driver takes a text without characters for none at all when it is bound.
QVariant bindable(const QVariant &value)
{
    if (value.isNull())
        return value;
    if (value.typeId() == QMetaType::QString)
        return toSql(value.toString());
    return value.typeId() == QMetaType::QByteArray ? toSql(value.toByteArray()) : value;
}

Result<TableSummary> copyTable(SqlConnection &source, SqlConnection &target, const BaseTable &table,
                               const QStringList &columns, TransferredRows &progress)
{
    QSqlQuery insert(target.database());
    const QString places = QStringList(columns.size(), QStringLiteral("?")).join(u',');
    const QString text = QStringLiteral("INSERT INTO %1 (%2) {with_ids} VALUES (%3)")
                             .arg(nameOf(table), columns.join(u','), places);
    if (!insert.prepare(target.backend().spelt(text)))
        return target.failed(insert.lastError());
    const Result<TableSummary> copied =
        readTable(source, table, columns, progress, [&](const QVariantList &row) -> Result<> {
            for (int i = 0; i < row.size(); ++i)
                insert.bindValue(i, bindable(row[i]));
            return insert.exec() ? Result<>() : target.failed(insert.lastError());
        });
    if (!copied || !table.hasId())
        return copied;
    return target.backend().continueIds(target, nameOf(table)).map([&] { return *copied; });
}

Failure arrivedOtherwise(const TableSummary &sent, const TableSummary &found)
{
    return fail(ErrorCode::DatabaseFailed,
                Tr::tr("La table « %1 » n'est pas arrivée telle quelle (%2 lignes lues, %3 "
                       "retrouvées) : rien n'a été gardé dans la base de destination. "
                       "Recommencez, et prévenez l'administrateur si cela se répète.")
                    .arg(sent.table)
                    .arg(sent.rows)
                    .arg(found.rows));
}

//! Copies a table and reads it again where it arrived.
Result<TableSummary> transferTable(SqlConnection &source, SqlConnection &target,
                                   const BaseTable &table, TransferredRows &progress)
{
    const Result<QStringList> columns = columnsOf(target, table);
    if (!columns)
        return failureOf(columns);
    const Result<TableSummary> sent = copyTable(source, target, table, *columns, progress);
    if (!sent)
        return sent;
    const Result<TableSummary> found = readTable(target, table, *columns, progress,
                                                 [](const QVariantList &) { return Result<>(); });
    if (!found)
        return found;
    return *found == *sent ? sent : arrivedOtherwise(*sent, *found);
}

} // namespace

bool BaseTable::hasId() const
{
    return QLatin1String(key) == QLatin1String("id");
}

std::span<const BaseTable> baseTables()
{
    return tables;
}

Result<QList<TableSummary>> transferBase(const Database &source, Database &target,
                                         const Progress &progress)
{
    QList<TableSummary> summaries;
    const Result<> done = source.inSnapshot([&]() -> Result<> {
        // Not Database::inTransaction(): the links of the events come over with them.
        Result<Transaction> transaction = Transaction::begin(target.sql());
        if (!transaction)
            return failureOf(transaction);
        if (Result<> empty = expectNoRows(target.sql(), target.url()); !empty)
            return empty;
        const Result<qint64> rows = countRows(source.sql());
        if (!rows)
            return failureOf(rows);
        TransferredRows transferred(progress, 2 * *rows);
        for (const BaseTable &table : tables) {
            const Result<TableSummary> summary =
                transferTable(source.sql(), target.sql(), table, transferred);
            if (!summary)
                return failureOf(summary);
            summaries << *summary;
        }
        return transferred.finish().and_then([&] { return transaction->commit(); });
    });
    return done.map([&] { return summaries; });
}

} // namespace recoupe
