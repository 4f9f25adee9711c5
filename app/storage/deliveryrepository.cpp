// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deliveryrepository.h"

#include "storage/sqlconnection.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr char deliveryColumnNames[] =
    "delivery_key, partner, state, export_day, prepared_at, operator_name, line_count, "
    "lines_before, lines_added, lines_changed, lines_removed, left_out, transport, destination, "
    "folder, machine, is_copy, question, confirmation, ";
//! The list of files, which can be thousands, and what stands for it in lists of deliveries.
constexpr char manifestName[] = "manifest";
constexpr char noManifest[] = "''";

void deliveryColumns(auto &columns, auto &delivery)
{
    columns(delivery.key, delivery.partner, delivery.state, delivery.day, delivery.preparedAt,
            delivery.operatorName);
    columns(delivery.counts.lines, delivery.counts.before, delivery.counts.added,
            delivery.counts.changed, delivery.counts.removed, delivery.counts.leftOut);
    columns(delivery.transport, delivery.destination, delivery.folder, delivery.machine,
            delivery.isCopy, delivery.question, delivery.confirmation, delivery.files);
}

//! What is read besides: it changes while the delivery is on its way.
constexpr char progressColumnNames[] =
    ", tries, next_try_at, result, finished_at, accepted_at, refused_lines, id";

constexpr char lineKeyNames[] = "formation_numero, action_numero, session_numero";

void keyColumns(auto &columns, auto &key)
{
    columns(key.formation, key.action, key.session);
}

constexpr Sql insertDelivery("INSERT INTO deliveries (", deliveryColumnNames, manifestName,
                             ") VALUES (?,?,?,?,?,?, ?,?,?,?,?,?, ?,?,?,?,?,?,?,?) {returning_id}");
constexpr Sql insertLine("INSERT INTO delivery_lines (delivery_id, ", lineKeyNames,
                         ", change, digest, details_before, details_after) "
                         "VALUES (?,?,?,?,?,?,?,?)");
constexpr Sql insertEvent("INSERT INTO delivery_events (delivery_id, happened_at, operator_name, "
                          "state, result) VALUES (?,?,?,?,?)");

constexpr Sql selectDelivery("SELECT ", deliveryColumnNames, manifestName, progressColumnNames,
                             " FROM deliveries WHERE id = ?");
constexpr Sql selectByKey("SELECT ", deliveryColumnNames, manifestName, progressColumnNames,
                          " FROM deliveries WHERE delivery_key = ?");
constexpr Sql selectDeliveries("SELECT ", deliveryColumnNames, noManifest, progressColumnNames,
                               " FROM deliveries ORDER BY id DESC LIMIT ?");
constexpr Sql selectOfPartner("SELECT ", deliveryColumnNames, noManifest, progressColumnNames,
                              " FROM deliveries WHERE partner = ? ORDER BY id DESC LIMIT ?");
constexpr Sql selectLast("SELECT ", deliveryColumnNames, manifestName, progressColumnNames,
                         " FROM deliveries WHERE partner = ? AND is_copy = 0 "
                         "ORDER BY id DESC LIMIT 1");
constexpr Sql selectOpen("SELECT ", deliveryColumnNames, noManifest, progressColumnNames,
                         " FROM deliveries WHERE state IN ('held', 'todo', 'running') "
                         "AND is_copy = 0 ORDER BY id");
constexpr Sql selectLastDelivered("SELECT ", deliveryColumnNames, manifestName, progressColumnNames,
                                  " FROM deliveries WHERE partner = ? AND state = 'delivered' "
                                  "AND is_copy = 0 ORDER BY id DESC LIMIT 1");
constexpr Sql selectDifferences("SELECT ", lineKeyNames,
                                ", change, digest, details_before, details_after "
                                "FROM delivery_lines WHERE delivery_id = ? ORDER BY ",
                                lineKeyNames);
constexpr Sql selectEvents("SELECT happened_at, operator_name, state, result FROM delivery_events "
                           "WHERE delivery_id = ? ORDER BY id");
constexpr Sql selectOfSession(
    "SELECT d.partner, l.change, d.finished_at, "
    "CASE WHEN l.answer = 'accepted' THEN d.accepted_at END, l.refusal FROM delivery_lines l "
    "JOIN deliveries d ON d.id = l.delivery_id WHERE d.state = 'delivered' AND d.is_copy = 0 "
    "AND l.formation_numero = ? AND l.action_numero = ? AND l.session_numero = ? "
    "ORDER BY d.finished_at, d.id");

constexpr Sql selectPartnersOf("SELECT DISTINCT partner FROM partner_sessions "
                               "WHERE formation_numero = ? AND (CAST(? AS text) = '' "
                               "OR (action_numero = ? AND session_numero = ?))");
constexpr Sql selectSentSince(
    "SELECT DISTINCT d.partner FROM decisions e JOIN delivery_lines l "
    "ON l.formation_numero = e.formation_numero AND (e.subject = 'action' "
    "OR (l.action_numero = e.action_numero AND l.session_numero = e.session_numero)) "
    "JOIN deliveries d ON d.id = l.delivery_id "
    "WHERE e.batch = ? AND d.state = 'delivered' AND d.is_copy = 0 "
    "AND d.finished_at > e.decided_at "
    "ORDER BY d.partner");

constexpr Sql
    relocateDelivery("UPDATE deliveries SET folder = ? WHERE delivery_key = ? AND folder = ?");
constexpr Sql claimDelivery("UPDATE deliveries SET state = 'running', tries = tries + 1 "
                            "WHERE id = ? AND state IN ('todo', 'running')");
constexpr Sql settleDelivery(
    "UPDATE deliveries SET state = ?, next_try_at = ?, result = ?, question = ?, confirmation = ?, "
    "finished_at = ?, accepted_at = ?, refused_lines = ? WHERE id = ? AND tries = ?");

// What a partner has is what it had, without the lines of the delivery, and with those that stay.
constexpr Sql removeOldLines("DELETE FROM partner_sessions WHERE partner = ? AND (", lineKeyNames,
                             ") IN (SELECT ", lineKeyNames,
                             " FROM delivery_lines WHERE delivery_id = ?)");
constexpr Sql insertNewLines("INSERT INTO partner_sessions (partner, formation_numero, "
                             "action_numero, session_numero, digest, details, delivery_id) "
                             "SELECT d.partner, l.formation_numero, l.action_numero, "
                             "l.session_numero, l.digest, l.details_after, d.id "
                             "FROM delivery_lines l JOIN deliveries d ON d.id = l.delivery_id "
                             "WHERE d.id = ? AND l.change <> 'removed'");
constexpr Sql noteAnswer("UPDATE delivery_lines SET answer = ?, refusal = ? WHERE delivery_id = ? "
                         "AND formation_numero = ? AND action_numero = ? AND session_numero = ?");
constexpr Sql selectAnswers("SELECT ", lineKeyNames,
                            ", answer = 'accepted', refusal FROM delivery_lines "
                            "WHERE delivery_id = ? AND answer IS NOT NULL");
constexpr Sql removeLine("DELETE FROM partner_sessions WHERE partner = ? AND delivery_id = ? "
                         "AND formation_numero = ? AND action_numero = ? AND session_numero = ?");
constexpr Sql restoreLine("INSERT INTO partner_sessions (partner, formation_numero, "
                          "action_numero, session_numero, digest, details, delivery_id) "
                          "SELECT d.partner, l.formation_numero, l.action_numero, "
                          "l.session_numero, l.digest, l.details_before, d.id "
                          "FROM delivery_lines l JOIN deliveries d ON d.id = l.delivery_id "
                          "WHERE d.id = ? AND l.formation_numero = ? AND l.action_numero = ? "
                          "AND l.session_numero = ? AND l.change = 'removed' "
                          "ON CONFLICT DO NOTHING");

constexpr Sql selectLines("SELECT ", lineKeyNames,
                          ", digest, details FROM partner_sessions WHERE partner = ? "
                          "AND formation_numero > ? ORDER BY ",
                          lineKeyNames);
constexpr Sql selectLinesUpTo("SELECT ", lineKeyNames,
                              ", digest, details FROM partner_sessions WHERE partner = ? "
                              "AND formation_numero > ? AND formation_numero <= ? ORDER BY ",
                              lineKeyNames);
constexpr Sql countLines("SELECT count(*) FROM partner_sessions WHERE partner = ?");

Result<QList<Delivery>> readDeliveries(Statement &select)
{
    QList<Delivery> deliveries;
    return select
        .forEach([&](Row &row) {
            Delivery &delivery = deliveries.emplaceBack();
            deliveryColumns(row, delivery);
            row(delivery.tries, delivery.nextTryAt, delivery.result, delivery.finishedAt,
                delivery.acceptedAt, delivery.refusedLines, delivery.id);
        })
        .map([&] { return deliveries; });
}

Result<std::optional<Delivery>> readDelivery(Statement &select)
{
    return readDeliveries(select).map([](const QList<Delivery> &deliveries) {
        return deliveries.isEmpty() ? std::nullopt : std::optional(deliveries.first());
    });
}

Result<QList<ExportLine>> readLines(Statement &select)
{
    QList<ExportLine> lines;
    return select
        .forEach([&](Row &row) {
            ExportLine &line = lines.emplaceBack();
            keyColumns(row, line.key);
            row(line.digest, line.details);
        })
        .map([&] { return lines; });
}

} // namespace

DeliveryRepository::DeliveryRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<qint64> DeliveryRepository::add(const Delivery &delivery,
                                       const QList<ExportDifference> &differences)
{
    Statement insert(m_sql, insertDelivery);
    deliveryColumns(insert, delivery);
    const Result<qint64> id = insert.insertedId();
    if (!id)
        return id;
    return addDifferences(*id, differences)
        .and_then([&] {
            return append(*id, {delivery.preparedAt, delivery.operatorName, delivery.state,
                                delivery.question});
        })
        .map([&] { return *id; });
}

Result<> DeliveryRepository::addDifferences(qint64 id, const QList<ExportDifference> &differences)
{
    for (const ExportDifference &difference : differences) {
        Statement insert(m_sql, insertLine);
        insert(id);
        keyColumns(insert, difference.key);
        insert(difference.change, difference.digest, difference.before, difference.after);
        if (Result<> inserted = insert.execute(); !inserted)
            return inserted;
    }
    return {};
}

Result<std::optional<Delivery>> DeliveryRepository::find(qint64 id) const
{
    Statement select(m_sql, selectDelivery);
    select(id);
    return readDelivery(select);
}

Result<std::optional<Delivery>> DeliveryRepository::find(const QString &key) const
{
    Statement select(m_sql, selectByKey);
    select(key);
    return readDelivery(select);
}

Result<QList<Delivery>> DeliveryRepository::deliveries(std::optional<Partner> partner,
                                                       int count) const
{
    Statement select(m_sql, partner ? selectOfPartner : selectDeliveries);
    if (partner)
        select(*partner);
    select(count);
    return readDeliveries(select);
}

Result<std::optional<Delivery>> DeliveryRepository::last(Partner partner) const
{
    Statement select(m_sql, selectLast);
    select(partner);
    return readDelivery(select);
}

Result<QList<Delivery>> DeliveryRepository::open() const
{
    Statement select(m_sql, selectOpen);
    return readDeliveries(select);
}

Result<std::optional<Delivery>> DeliveryRepository::lastDelivered(Partner partner) const
{
    Statement select(m_sql, selectLastDelivered);
    select(partner);
    return readDelivery(select);
}

Result<QList<ExportDifference>> DeliveryRepository::differences(qint64 id) const
{
    QList<ExportDifference> differences;
    Statement select(m_sql, selectDifferences);
    select(id);
    return select
        .forEach([&](Row &row) {
            ExportDifference &difference = differences.emplaceBack();
            keyColumns(row, difference.key);
            row(difference.change, difference.digest, difference.before, difference.after);
        })
        .map([&] { return differences; });
}

Result<QList<DeliveryEvent>> DeliveryRepository::events(qint64 id) const
{
    QList<DeliveryEvent> events;
    Statement select(m_sql, selectEvents);
    select(id);
    return select
        .forEach([&](Row &row) {
            DeliveryEvent &event = events.emplaceBack();
            row(event.at, event.operatorName, event.state, event.result);
        })
        .map([&] { return events; });
}

Result<QList<SessionDelivery>> DeliveryRepository::ofSession(const SessionKey &key) const
{
    QList<SessionDelivery> deliveries;
    Statement select(m_sql, selectOfSession);
    keyColumns(select, key);
    return select
        .forEach([&](Row &row) {
            SessionDelivery &delivery = deliveries.emplaceBack();
            row(delivery.partner, delivery.change, delivery.sentAt, delivery.acceptedAt,
                delivery.refusal);
        })
        .map([&] { return deliveries; });
}

Result<QList<Partner>> DeliveryRepository::sentSince(const QString &batch) const
{
    QList<Partner> sent;
    Statement select(m_sql, selectSentSince);
    select(batch);
    return select.forEach([&](Row &row) { row(sent.emplaceBack()); }).map([&] { return sent; });
}

Result<QList<Partner>> DeliveryRepository::partnersOf(const QList<SessionKey> &keys) const
{
    QList<Partner> found;
    for (const SessionKey &key : keys) {
        Statement select(m_sql, selectPartnersOf);
        select(key.formation, key.session, key.action, key.session);
        const Result<> read = select.forEach([&](Row &row) {
            Partner partner = Partner::Portal;
            row(partner);
            if (!found.contains(partner))
                found << partner;
        });
        if (!read)
            return failureOf(read);
    }
    std::ranges::sort(found);
    return found;
}

Result<bool> DeliveryRepository::claim(const Delivery &delivery, const DeliveryEvent &event)
{
    Statement update(m_sql, claimDelivery);
    update(delivery.id);
    if (Result<> updated = update.execute(); !updated)
        return failureOf(updated);
    if (update.changedRows() != 1)
        return false;
    return append(delivery.id, event).map([] { return true; });
}

Result<> DeliveryRepository::settle(const Delivery &delivery, const DeliveryEvent &event)
{
    Statement update(m_sql, settleDelivery);
    update(delivery.state, orNull(delivery.nextTryAt), delivery.result, delivery.question,
           delivery.confirmation, orNull(delivery.finishedAt), orNull(delivery.acceptedAt),
           delivery.refusedLines, delivery.id, delivery.tries);
    if (Result<> updated = update.execute(); !updated)
        return updated;
    if (update.changedRows() == 1)
        return append(delivery.id, event);
    return fail(ErrorCode::Refused,
                Tr::tr("L'envoi à %1 a été repris ailleurs entre-temps : voyez où il en est.")
                    .arg(partnerName(delivery.partner)));
}

Result<> DeliveryRepository::append(qint64 id, const DeliveryEvent &event)
{
    return execute(m_sql, insertEvent, id, event.at, event.operatorName, event.state, event.result);
}

Result<> DeliveryRepository::apply(const Delivery &delivery)
{
    return execute(m_sql, removeOldLines, delivery.partner, delivery.id).and_then([&] {
        return execute(m_sql, insertNewLines, delivery.id);
    });
}

Result<QList<LineAnswer>> DeliveryRepository::answers(qint64 id) const
{
    QList<LineAnswer> answers;
    Statement select(m_sql, selectAnswers);
    select(id);
    return select
        .forEach([&](Row &row) {
            LineAnswer &answer = answers.emplaceBack();
            keyColumns(row, answer.key);
            row(answer.accepted, answer.refusal);
        })
        .map([&] { return answers; });
}

Result<> DeliveryRepository::acknowledge(const Delivery &delivery, const QList<LineAnswer> &answers)
{
    for (const LineAnswer &answer : answers) {
        Statement note(m_sql, noteAnswer);
        note(answer.accepted ? QStringLiteral("accepted") : QStringLiteral("refused"),
             answer.refusal, delivery.id);
        keyColumns(note, answer.key);
        if (Result<> noted = note.execute(); !noted)
            return noted;
        if (answer.accepted)
            continue;
        if (Result<> taken = takeBack(delivery, answer.key); !taken)
            return taken;
    }
    return {};
}

Result<> DeliveryRepository::takeBack(const Delivery &delivery, const SessionKey &key)
{
    Statement remove(m_sql, removeLine);
    remove(delivery.partner, delivery.id);
    keyColumns(remove, key);
    return remove.execute().and_then([&] {
        Statement restore(m_sql, restoreLine);
        restore(delivery.id);
        keyColumns(restore, key);
        return restore.execute();
    });
}

Result<QList<ExportLine>> DeliveryRepository::lines(Partner partner, const QString &after,
                                                    const std::optional<QString> &upTo) const
{
    Statement select(m_sql, upTo ? selectLinesUpTo : selectLines);
    select(partner, after);
    if (upTo)
        select(*upTo);
    return readLines(select);
}

Result<qint64> DeliveryRepository::lineCount(Partner partner) const
{
    qint64 count = 0;
    Statement select(m_sql, countLines);
    select(partner);
    return select.forEach([&](Row &row) { row(count); }).map([&] { return count; });
}

Result<> DeliveryRepository::relocate(const QString &key, const QString &before,
                                      const QString &folder)
{
    return execute(m_sql, relocateDelivery, folder, key, before);
}

} // namespace recoupe
