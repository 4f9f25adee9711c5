// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/erasurerepository.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"
#include "storage/trailchain.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace recoupe {

namespace {

constexpr Sql insertErasure("INSERT INTO erasures (kind, erased_at, operator_name, reason, "
                            "rows_changed, rows_removed, events_changed, texts_digest) "
                            "VALUES (?,?,?,?,?,?,?,?) {returning_id}");
constexpr Sql selectErasures("SELECT kind, erased_at, operator_name, reason, rows_changed, "
                             "rows_removed, events_changed FROM erasures ORDER BY id");
constexpr Sql insertErasedText("INSERT INTO erased_texts (erasure_id, position, text_digest) "
                               "VALUES (?,?,?)");
constexpr Sql updateSalt("UPDATE trail_salts SET salt = ? WHERE position = ?");
constexpr Sql insertSalt("INSERT INTO trail_salts (salt, position) VALUES (?, ?) "
                         "ON CONFLICT (position) DO NOTHING");
constexpr Sql selectPosition("SELECT position FROM trail_links WHERE kind = ? AND event_id = ?");
constexpr Sql insertMark("INSERT INTO erased_persons (digest, salt, erasure_id) "
                         "VALUES (?, ?, (SELECT max(id) FROM erasures)) "
                         "ON CONFLICT (digest) DO NOTHING");
constexpr Sql selectMarks("SELECT salt, digest FROM erased_persons ORDER BY digest");

QString columnOf(const PersonalRow &row, const PersonalValue &value)
{
    return QString::fromLatin1(row.table->columns[std::size_t(value.column)].name);
}

bool isBytes(const QString &column)
{
    return column == u"source" || column == u"content";
}

//! A text of the trail is emptied whole; an edition is kept without the person.
QVariant eventValue(const QVariant &after, const QString &column, const PersonalTable &table)
{
    const bool isContent =
        isBytes(column) && QLatin1String(table.name) == QLatin1String("editions");
    return isContent ? QVariant(after.toByteArray()) : toSql(QString());
}

QString conditionOf(const PersonalTable &table)
{
    return table.keyColumns().join(QStringLiteral(" = ? AND ")) + QStringLiteral(" = ?");
}

const TrailSource &sourceOf(const PersonalTable &table)
{
    const auto &sources = trailSources();
    const auto source = std::ranges::find_if(sources, [&](const TrailSource &candidate) {
        return QLatin1String(candidate.table) == QLatin1String(table.name);
    });
    Q_ASSERT(source != sources.end());
    return *source;
}

//! Runs a statement whose names are constants, with the values bound.
Result<> run(SqlConnection &sql, const QString &text, const QVariantList &values)
{
    QSqlQuery query(sql.database());
    if (!query.prepare(text))
        return sql.failed(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec() ? Result<>() : sql.failed(query.lastError());
}

} // namespace

//! An event with the texts that are left of it.
struct ErasureRepository::Event
{
    ErasedText left;
    QByteArray salt;
};

QString toToken(ErasureKind kind)
{
    switch (kind) {
    case ErasureKind::Erasure: return QStringLiteral("erasure");
    case ErasureKind::Correction: return QStringLiteral("correction");
    case ErasureKind::Retention: break;
    }
    return QStringLiteral("retention");
}

static ErasureKind erasureKindFromToken(const QString &token)
{
    for (const ErasureKind kind : {ErasureKind::Erasure, ErasureKind::Correction}) {
        if (toToken(kind) == token)
            return kind;
    }
    return ErasureKind::Retention;
}

QByteArray personDigest(const QByteArray &salt, const QString &key)
{
    return QMessageAuthenticationCode::hash(key.toUtf8(), salt, QCryptographicHash::Sha256);
}

ErasureRepository::ErasureRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<ErasureRecord> ErasureRepository::apply(const QList<PersonalRow> &rows, ErasureRecord record)
{
    const Result<QList<Event>> events = eventsOf(rows);
    if (!events)
        return failureOf(events);
    const auto countOf = [&](PersonalRemedy remedy) {
        return std::ranges::count_if(
            rows, [&](const PersonalRow &row) { return row.table->remedy == remedy; });
    };
    record.rowsChanged = countOf(PersonalRemedy::Change);
    record.rowsRemoved = countOf(PersonalRemedy::Remove);
    record.eventsChanged = events->size();
    if (record.rowsChanged + record.rowsRemoved + record.eventsChanged == 0)
        return record;
    QList<ErasedText> left;
    for (const Event &event : *events)
        left << event.left;
    const Result<qint64> erasure = insert(record, digestOf(left));
    if (!erasure)
        return failureOf(erasure);
    for (const Event &event : *events) {
        Result<> done =
            execute(m_sql, insertErasedText, *erasure, event.left.position, event.left.textDigest)
                .and_then(
                    [&] { return execute(m_sql, insertSalt, event.salt, event.left.position); })
                .and_then(
                    [&] { return execute(m_sql, updateSalt, event.salt, event.left.position); });
        if (!done)
            return failureOf(done);
    }
    for (const PersonalRow &row : rows) {
        if (Result<> done = write(row, record.kind); !done)
            return failureOf(done);
    }
    return record;
}

Result<> ErasureRepository::enter(const ErasureRecord &record)
{
    return insert(record, digestOf(QList<ErasedText>())).map([](qint64) {});
}

Result<QList<ErasureRepository::Event>>
ErasureRepository::eventsOf(const QList<PersonalRow> &rows) const
{
    QList<Event> events;
    for (const PersonalRow &row : rows) {
        if (row.table->remedy != PersonalRemedy::Event)
            continue;
        const Result<Event> event = eventOf(row);
        if (!event)
            return failureOf(event);
        events << *event;
    }
    std::ranges::sort(events, {}, [](const Event &event) { return event.left.position; });
    return events;
}

Result<ErasureRepository::Event> ErasureRepository::eventOf(const PersonalRow &row) const
{
    const TrailSource &source = sourceOf(*row.table);
    const qint64 id = row.key.first().toLongLong();
    const Result<QList<TrailEvent>> found = eventsAfter(m_sql, source, id - 1);
    if (!found)
        return failureOf(found);
    TrailEvent event = found->value(0);
    for (const PersonalValue &value : row.values) {
        const QString column = columnOf(row, value);
        for (int i = 0; i < source.texts; ++i) {
            if (column == QLatin1String(source.textColumns[std::size_t(i)]))
                event.texts[i] = eventValue(value.after, column, *row.table);
        }
    }
    Event erased{.left = {}, .salt = newSalt()};
    erased.left.textDigest = textDigest(erased.salt, event);
    Statement select(m_sql, selectPosition);
    select(QString::fromLatin1(source.kind), id);
    return select.forEach([&](Row &position) { position(erased.left.position); }).map([&] {
        return erased;
    });
}

Result<qint64> ErasureRepository::insert(const ErasureRecord &record, const QByteArray &digest)
{
    Statement statement(m_sql, insertErasure);
    statement(toToken(record.kind), record.at, record.operatorName, record.reason,
              record.rowsChanged, record.rowsRemoved, record.eventsChanged, digest);
    return statement.insertedId();
}

Result<> ErasureRepository::write(const PersonalRow &row, ErasureKind kind)
{
    if (row.table->remedy == PersonalRemedy::Keep)
        return {};
    if (row.table->remedy == PersonalRemedy::Remove && kind != ErasureKind::Correction)
        return remove(row);
    QStringList names;
    QVariantList values;
    for (const PersonalValue &value : row.values) {
        const QString column = columnOf(row, value);
        names << column + QStringLiteral(" = ?");
        if (row.table->remedy == PersonalRemedy::Event)
            values << eventValue(value.after, column, *row.table);
        else
            values << (isBytes(column) && value.after.typeId() == QMetaType::QByteArray
                           ? toSql(value.after.toByteArray())
                           : toSql(value.after.toString()));
    }
    return run(m_sql,
               QStringLiteral("UPDATE %1 SET %2 WHERE %3")
                   .arg(QString::fromLatin1(row.table->name), names.join(QStringLiteral(", ")),
                        conditionOf(*row.table)),
               values + row.key);
}

Result<> ErasureRepository::remove(const PersonalRow &row)
{
    return run(m_sql,
               QStringLiteral("DELETE FROM %1 WHERE %2")
                   .arg(QString::fromLatin1(row.table->name), conditionOf(*row.table)),
               row.key);
}

Result<QList<ErasureRecord>> ErasureRepository::erasures() const
{
    QList<ErasureRecord> erasures;
    return Statement(m_sql, selectErasures)
        .forEach([&](Row &row) {
            ErasureRecord &record = erasures.emplaceBack();
            QString kind;
            row(kind, record.at, record.operatorName, record.reason, record.rowsChanged,
                record.rowsRemoved, record.eventsChanged);
            record.kind = erasureKindFromToken(kind);
        })
        .map([&] { return erasures; });
}

// One salt for all, so that an import hashes each contact once.
Result<> ErasureRepository::mark(const QStringList &keys)
{
    const Result<QList<ErasedPersonMark>> known = marks();
    if (!known)
        return failureOf(known);
    const QByteArray salt = known->isEmpty() ? newSalt() : known->first().salt;
    for (const QString &key : keys) {
        if (Result<> done = execute(m_sql, insertMark, personDigest(salt, key), salt); !done)
            return done;
    }
    return {};
}

Result<QList<ErasedPersonMark>> ErasureRepository::marks() const
{
    QList<ErasedPersonMark> marks;
    return Statement(m_sql, selectMarks)
        .forEach([&](Row &row) {
            ErasedPersonMark &mark = marks.emplaceBack();
            row(mark.salt, mark.digest);
        })
        .map([&] { return marks; });
}

} // namespace recoupe
