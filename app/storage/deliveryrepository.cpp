// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deliveryrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr char deliveryColumnNames[] =
    "delivery_key, partner, state, export_day, prepared_at, operator_name, line_count, "
    "lines_before, lines_added, lines_changed, lines_removed, left_out, transport, destination, "
    "folder, machine, manifest, question, confirmation";

void deliveryColumns(auto &columns, auto &delivery)
{
    columns(delivery.key, delivery.partner, delivery.state, delivery.day, delivery.preparedAt,
            delivery.operatorName);
    columns(delivery.counts.lines, delivery.counts.before, delivery.counts.added,
            delivery.counts.changed, delivery.counts.removed, delivery.counts.leftOut);
    columns(delivery.transport, delivery.destination, delivery.folder, delivery.machine,
            delivery.files, delivery.question, delivery.confirmation);
}

//! What is read besides: it changes while the delivery is on its way.
constexpr char progressColumnNames[] =
    ", tries, next_try_at, result, finished_at, accepted_at, refused_lines, id";

constexpr char lineKeyNames[] = "formation_numero, action_numero, session_numero";

void keyColumns(auto &columns, auto &key)
{
    columns(key.formation, key.action, key.session);
}

constexpr Sql insertDelivery("INSERT INTO deliveries (", deliveryColumnNames,
                             ") VALUES (?,?,?,?,?,?, ?,?,?,?,?,?, ?,?,?,?,?,?,?) {returning_id}");
constexpr Sql insertLine("INSERT INTO delivery_lines (delivery_id, ", lineKeyNames,
                         ", change, digest, details_before, details_after) "
                         "VALUES (?,?,?,?,?,?,?,?)");
constexpr Sql insertEvent("INSERT INTO delivery_events (delivery_id, happened_at, operator_name, "
                          "state, result) VALUES (?,?,?,?,?)");

constexpr Sql selectDelivery("SELECT ", deliveryColumnNames, progressColumnNames,
                             " FROM deliveries WHERE id = ?");
constexpr Sql selectByKey("SELECT ", deliveryColumnNames, progressColumnNames,
                          " FROM deliveries WHERE delivery_key = ?");
constexpr Sql selectDeliveries("SELECT ", deliveryColumnNames, progressColumnNames,
                               " FROM deliveries ORDER BY id DESC LIMIT ?");
constexpr Sql selectOfPartner("SELECT ", deliveryColumnNames, progressColumnNames,
                              " FROM deliveries WHERE partner = ? ORDER BY id DESC LIMIT ?");
constexpr Sql selectOpen("SELECT ", deliveryColumnNames, progressColumnNames,
                         " FROM deliveries WHERE state IN ('held', 'todo', 'running') ORDER BY id");
constexpr Sql selectLastDelivered("SELECT ", deliveryColumnNames, progressColumnNames,
                                  " FROM deliveries WHERE partner = ? AND state = 'delivered' "
                                  "ORDER BY finished_at DESC, id DESC LIMIT 1");
constexpr Sql selectDifferences("SELECT ", lineKeyNames,
                                ", change, digest, details_before, details_after "
                                "FROM delivery_lines WHERE delivery_id = ? ORDER BY ",
                                lineKeyNames);
constexpr Sql selectEvents("SELECT happened_at, operator_name, state, result FROM delivery_events "
                           "WHERE delivery_id = ? ORDER BY id");
constexpr Sql selectOfSession(
    "SELECT d.partner, l.change, d.finished_at, d.accepted_at, l.refusal FROM delivery_lines l "
    "JOIN deliveries d ON d.id = l.delivery_id WHERE d.state = 'delivered' "
    "AND l.formation_numero = ? AND l.action_numero = ? AND l.session_numero = ? "
    "ORDER BY d.finished_at, d.id");

constexpr Sql selectSentSince(
    "SELECT DISTINCT d.partner FROM decisions e JOIN delivery_lines l "
    "ON l.formation_numero = e.formation_numero AND (e.subject = 'action' "
    "OR (l.action_numero = e.action_numero AND l.session_numero = e.session_numero)) "
    "JOIN deliveries d ON d.id = l.delivery_id "
    "WHERE e.batch = ? AND d.state = 'delivered' AND d.finished_at > e.decided_at "
    "ORDER BY d.partner");

constexpr Sql claimDelivery("UPDATE deliveries SET state = 'running', tries = tries + 1 "
                            "WHERE id = ? AND state IN ('todo', 'running')");
constexpr Sql settleDelivery(
    "UPDATE deliveries SET state = ?, next_try_at = ?, result = ?, question = ?, confirmation = ?, "
    "finished_at = ?, accepted_at = ?, refused_lines = ? WHERE id = ?");

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
constexpr Sql noteRefusal("UPDATE delivery_lines SET refusal = ? WHERE delivery_id = ? "
                          "AND formation_numero = ? AND action_numero = ? AND session_numero = ?");
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
    return execute(m_sql, settleDelivery, delivery.state, orNull(delivery.nextTryAt),
                   delivery.result, delivery.question, delivery.confirmation,
                   orNull(delivery.finishedAt), orNull(delivery.acceptedAt), delivery.refusedLines,
                   delivery.id)
        .and_then([&] { return append(delivery.id, event); });
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

Result<> DeliveryRepository::acknowledge(const Delivery &delivery,
                                         const QList<LineRefusal> &refusals)
{
    for (const LineRefusal &refusal : refusals) {
        Statement note(m_sql, noteRefusal);
        note(refusal.reason, delivery.id);
        keyColumns(note, refusal.key);
        if (Result<> noted = note.execute(); !noted)
            return noted;
        if (Result<> taken = takeBack(delivery, refusal.key); !taken)
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

} // namespace recoupe
