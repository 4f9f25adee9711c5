// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/importrepository.h"

#include "storage/sqlconnection.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct KindToken
{
    ImportKind kind;
    const char16_t *token;
};

constexpr std::array kindTokens{
    KindToken{ImportKind::Lheo, u"lheo"},
    KindToken{ImportKind::Awards, u"awards"},
    KindToken{ImportKind::Sesar, u"sesar"},
    KindToken{ImportKind::Prescribers, u"prescribers"},
};

} // namespace

// In the namespace of the type, where the columns look for them.
static QVariant toSql(ImportKind kind)
{
    return QString::fromUtf16(std::ranges::find(kindTokens, kind, &KindToken::kind)->token);
}

static void fromSql(const QVariant &column, ImportKind &kind)
{
    const QString token = column.toString();
    const auto found =
        std::ranges::find_if(kindTokens, [&](const KindToken &row) { return token == row.token; });
    kind = found == kindTokens.end() ? ImportKind::Lheo : found->kind;
}

namespace {

constexpr char headColumnNames[] = "kind, file_name, received_at, operator_name";

void headColumns(auto &columns, auto &record)
{
    columns(record.kind, record.fileName, record.at, record.operatorName);
}

void countColumns(auto &columns, auto &record)
{
    columns(record.added, record.changed, record.unchanged, record.rejected, record.vanished);
}

void rejectionColumns(auto &columns, auto &rejection)
{
    columns(rejection.file, rejection.line, rejection.record, rejection.field, rejection.value,
            rejection.expected);
}

constexpr Sql insertImport("INSERT INTO imports (", headColumnNames,
                           ") VALUES (?,?,?,?) {returning_id}");
constexpr Sql updateCounts("UPDATE imports SET added = ?, changed = ?, unchanged = ?, "
                           "rejected = ?, vanished = ? WHERE id = ?");
constexpr Sql selectImports("SELECT ", headColumnNames,
                            ", added, changed, unchanged, rejected, vanished, id FROM imports "
                            "ORDER BY id DESC");
constexpr Sql insertRejection(
    "INSERT INTO import_rejections (file_name, line, record, field, value, expected, import_id) "
    "VALUES (?,?,?,?,?,?,?)");
constexpr Sql selectRejections(
    "SELECT file_name, line, record, field, value, expected FROM import_rejections "
    "WHERE import_id = ? ORDER BY id");

constexpr Sql selectLast("SELECT id FROM imports WHERE kind = ? AND file_name = ? AND id < ? "
                         "ORDER BY id DESC LIMIT 1");

} // namespace

ImportRepository::ImportRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<qint64> ImportRepository::begin(const ImportRecord &record)
{
    Statement insert(m_sql, insertImport);
    headColumns(insert, record);
    return insert.insertedId();
}

Result<> ImportRepository::finish(const ImportRecord &record, const QList<Rejection> &rejections)
{
    Statement update(m_sql, updateCounts);
    countColumns(update, record);
    update(record.id);
    if (Result<> updated = update.execute(); !updated)
        return updated;
    for (const Rejection &rejection : rejections) {
        Statement insert(m_sql, insertRejection);
        rejectionColumns(insert, rejection);
        insert(record.id);
        if (Result<> inserted = insert.execute(); !inserted)
            return inserted;
    }
    return {};
}

Result<QList<ImportRecord>> ImportRepository::imports() const
{
    QList<ImportRecord> imports;
    return Statement(m_sql, selectImports)
        .forEach([&](Row &row) {
            ImportRecord &record = imports.emplaceBack();
            headColumns(row, record);
            countColumns(row, record);
            row(record.id);
        })
        .map([&] { return imports; });
}

Result<QList<Rejection>> ImportRepository::rejections(qint64 importId) const
{
    QList<Rejection> rejections;
    Statement select(m_sql, selectRejections);
    select(importId);
    return select.forEach([&](Row &row) { rejectionColumns(row, rejections.emplaceBack()); })
        .map([&] { return rejections; });
}

Result<QList<Rejection>> ImportRepository::lastRejections(const ImportRecord &record) const
{
    qint64 last = 0;
    Statement select(m_sql, selectLast);
    select(record.kind, record.fileName, record.id);
    if (const Result<> selected = select.forEach([&](Row &row) { row(last); }); !selected)
        return failureOf(selected);
    return rejections(last);
}

} // namespace recoupe
