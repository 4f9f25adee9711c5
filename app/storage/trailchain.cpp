// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/trailchain.h"

#include "storage/canonicalvalue.h"
#include "storage/sqlconnection.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace recoupe {

namespace {

constexpr Sql selectDecisions(
    "SELECT id, operator_name, reason, batch, decided_at, subject, kind, formation_numero, "
    "action_numero, session_numero, setting_name, value_before, value_after, undoes, redo, "
    "verified_before, overridden_before FROM decisions WHERE id > ? ORDER BY id LIMIT ?");
// The content is a whole table: few at a time.
constexpr Sql selectEditions(
    "SELECT id, operator_name, override_reason, content, edition_year, edition_number, "
    "edition_date, issued_at FROM editions WHERE id > ? ORDER BY id LIMIT ?");
constexpr Sql selectAnnulments("SELECT id, operator_name, reason, edition_year, edition_number, "
                               "annulled_at FROM edition_annulments WHERE id > ? "
                               "ORDER BY id LIMIT ?");
constexpr Sql selectMailings("SELECT id, operator_name, edition_year, edition_number, departement, "
                             "written_at, recipients FROM edition_mailings WHERE id > ? "
                             "ORDER BY id LIMIT ?");
constexpr Sql selectErasures("SELECT id, operator_name, reason, kind, erased_at, rows_changed, "
                             "rows_removed, events_changed, texts_digest FROM erasures "
                             "WHERE id > ? ORDER BY id LIMIT ?");
constexpr Sql selectDeliveryEvents("SELECT id, operator_name, result, delivery_id, happened_at, "
                                   "state FROM delivery_events WHERE id > ? ORDER BY id LIMIT ?");

// In the order of trailSources().
constexpr Sql selectNewest("SELECT coalesce((SELECT max(id) FROM decisions), 0), "
                           "coalesce((SELECT max(id) FROM editions), 0), "
                           "coalesce((SELECT max(id) FROM edition_annulments), 0), "
                           "coalesce((SELECT max(id) FROM edition_mailings), 0), "
                           "coalesce((SELECT max(id) FROM delivery_events), 0), "
                           "coalesce((SELECT max(id) FROM erasures), 0)");
constexpr Sql selectErasedTexts("SELECT position, text_digest FROM erased_texts "
                                "WHERE erasure_id = ? ORDER BY position");
constexpr Sql selectLast("SELECT position, link_hash FROM trail_links "
                         "ORDER BY position DESC LIMIT 1");
constexpr Sql insertLink("INSERT INTO trail_links (position, kind, event_id, text_digest, "
                         "link_hash) VALUES (?, ?, ?, ?, ?)");
constexpr Sql insertSalt("INSERT INTO trail_salts (position, salt) VALUES (?, ?)");

//! Appends the link of \a event after \a last, which then is that link.
Result<> append(SqlConnection &sql, TrailLink &last, const TrailSource &source,
                const TrailEvent &event)
{
    const QByteArray salt = newSalt();
    TrailLink link{
        last.position + 1, QString::fromLatin1(source.kind), event.id, textDigest(salt, event), {}};
    link.hash = linkHash(last.hash, link, event);
    last = link;
    return execute(sql, insertLink, link.position, link.kind, link.eventId, link.textDigest,
                   link.hash)
        .and_then([&] { return execute(sql, insertSalt, link.position, salt); });
}

Result<> linkEventsOf(SqlConnection &sql, const TrailSource &source, qint64 after, TrailLink &last)
{
    while (true) {
        const Result<QList<TrailEvent>> events = eventsAfter(sql, source, after);
        if (!events)
            return failureOf(events);
        for (const TrailEvent &event : *events) {
            if (Result<> appended = append(sql, last, source, event); !appended)
                return appended;
            after = event.id;
        }
        if (events->size() < source.window)
            return {};
    }
}

} // namespace

const std::array<TrailSource, trailSourceCount> &trailSources()
{
    static constexpr std::array<TrailSource, trailSourceCount> sources{{
        {"decision", "decisions", &selectDecisions, {"operator_name", "reason"}, 2, 14, 500},
        {"edition",
         "editions",
         &selectEditions,
         {"operator_name", "override_reason", "content"},
         3,
         4,
         4},
        {"annulment",
         "edition_annulments",
         &selectAnnulments,
         {"operator_name", "reason"},
         2,
         3,
         500},
        {"mailing", "edition_mailings", &selectMailings, {"operator_name"}, 1, 5, 500},
        {"delivery-event",
         "delivery_events",
         &selectDeliveryEvents,
         {"operator_name", "result"},
         2,
         3,
         500},
        {"erasure", "erasures", &selectErasures, {"operator_name", "reason"}, 2, 6, 500},
    }};
    return sources;
}

QStringList tablesNeverErased()
{
    return {QStringLiteral("trail_links"), QStringLiteral("erased_texts")};
}

QStringList appendOnlyTables()
{
    QStringList tables = tablesNeverErased();
    for (const TrailSource &source : trailSources())
        tables << QString::fromLatin1(source.table);
    return tables;
}

Result<TrailMarks> newestEvents(SqlConnection &sql)
{
    TrailMarks marks{};
    return Statement(sql, selectNewest)
        .forEach([&](Row &row) {
            for (qint64 &mark : marks)
                row(mark);
        })
        .map([&] { return marks; });
}

Result<> linkEventsAfter(SqlConnection &sql, const TrailMarks &marks)
{
    const Result<TrailMarks> newest = newestEvents(sql);
    if (!newest)
        return failureOf(newest);
    if (*newest == marks)
        return {};
    TrailLink last;
    Result<> selected =
        Statement(sql, selectLast).forEach([&](Row &row) { row(last.position, last.hash); });
    for (std::size_t i = 0; selected && i < trailSourceCount; ++i) {
        if (newest->at(i) > marks.at(i))
            selected = linkEventsOf(sql, trailSources().at(i), marks.at(i), last);
    }
    return selected;
}

// The chain begins with schema version 7: what was added to the sources since has no table yet.
Result<> linkEarlierEvents(SqlConnection &sql)
{
    constexpr std::size_t firstSources = 5;
    TrailLink last;
    for (std::size_t i = 0; i < firstSources; ++i) {
        if (Result<> linked = linkEventsOf(sql, trailSources().at(i), 0, last); !linked)
            return linked;
    }
    return {};
}

Result<QList<TrailEvent>> eventsAfter(SqlConnection &sql, const TrailSource &source, qint64 after)
{
    QList<TrailEvent> events;
    Statement select(sql, *source.select);
    select(after, source.window);
    return select
        .forEach([&](Row &row) {
            TrailEvent &event = events.emplaceBack();
            row(event.id);
            for (int i = 0; i < source.texts; ++i)
                row(event.texts.emplaceBack());
            for (int i = 0; i < source.facts; ++i)
                row(event.facts.emplaceBack());
        })
        .map([&] { return events; });
}

QByteArray newSalt()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return {reinterpret_cast<const char *>(words.data()), qsizetype(sizeof(words))};
}

QByteArray textDigest(const QByteArray &salt, const TrailEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addToHash(hash, salt);
    for (const QVariant &text : event.texts)
        addToHash(hash, text);
    return hash.result();
}

QByteArray digestOf(const QList<ErasedText> &texts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ErasedText &text : texts) {
        addToHash(hash, text.position);
        addToHash(hash, text.textDigest);
    }
    return hash.result();
}

Result<QList<ErasedText>> erasedTextsOf(SqlConnection &sql, qint64 erasure)
{
    QList<ErasedText> texts;
    Statement select(sql, selectErasedTexts);
    select(erasure);
    return select
        .forEach([&](Row &row) {
            ErasedText &text = texts.emplaceBack();
            row(text.position, text.textDigest);
        })
        .map([&] { return texts; });
}

QByteArray linkHash(const QByteArray &previous, const TrailLink &link, const TrailEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QVariant &value :
         {QVariant(previous), QVariant(link.position), QVariant(link.kind), QVariant(link.eventId)})
        addToHash(hash, value);
    for (const QVariant &fact : event.facts)
        addToHash(hash, fact);
    addToHash(hash, link.textDigest);
    return hash.result();
}

} // namespace recoupe
