// SPDX-License-Identifier: GPL-3.0-or-later
// The machine-readable results of exports and of the day's round.
#include "cli/jsonresults.h"

namespace recoupe {

namespace {

//! Null where there is no such moment.
QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

void insertCounts(QJsonObject &json, const DeliveryCounts &counts)
{
    json.insert(QStringLiteral("sessions"), counts.lines);
    json.insert(QStringLiteral("sessionsBefore"), counts.before);
    json.insert(QStringLiteral("added"), counts.added);
    json.insert(QStringLiteral("changed"), counts.changed);
    json.insert(QStringLiteral("removed"), counts.removed);
    json.insert(QStringLiteral("leftOutCount"), counts.leftOut);
}

QJsonArray filesJson(const QList<DeliveredFile> &files)
{
    QJsonArray list;
    for (const DeliveredFile &file : files) {
        list.append(QJsonObject{{QStringLiteral("path"), file.path},
                                {QStringLiteral("bytes"), file.size},
                                {QStringLiteral("sha256"), file.sha256}});
    }
    return list;
}

QJsonObject detailsJson(const ExportDetails &details)
{
    return {{QStringLiteral("title"), details.title},
            {QStringLiteral("market"), details.marketNumber},
            {QStringLiteral("start"), details.start.toLheo()},
            {QStringLiteral("end"), details.end.toLheo()},
            {QStringLiteral("place"), details.place},
            {QStringLiteral("recruitment"), toToken(details.recruitment)}};
}

QJsonObject differenceJson(const ExportDifference &difference)
{
    return {{QStringLiteral("formation"), difference.key.formation},
            {QStringLiteral("action"), difference.key.action},
            {QStringLiteral("session"), difference.key.session},
            {QStringLiteral("change"), toToken(difference.change)},
            {QStringLiteral("before"), detailsJson(difference.before)},
            {QStringLiteral("after"), detailsJson(difference.after)}};
}

} // namespace

QJsonObject deliveryJson(const Delivery &delivery)
{
    QJsonObject json{
        {QStringLiteral("id"), delivery.id},
        {QStringLiteral("key"), delivery.key},
        {QStringLiteral("partner"), toToken(delivery.partner)},
        {QStringLiteral("state"), toToken(delivery.state)},
        {QStringLiteral("day"), delivery.day.toString(Qt::ISODate)},
        {QStringLiteral("preparedAt"), timeJson(delivery.preparedAt)},
        {QStringLiteral("operator"), delivery.operatorName},
        {QStringLiteral("transport"), toToken(delivery.transport)},
        {QStringLiteral("destination"), delivery.destination},
        {QStringLiteral("question"), delivery.question},
        {QStringLiteral("confirmation"), delivery.confirmation},
        {QStringLiteral("tries"), delivery.tries},
        {QStringLiteral("nextTryAt"), timeJson(delivery.nextTryAt)},
        {QStringLiteral("result"), delivery.result},
        {QStringLiteral("finishedAt"), timeJson(delivery.finishedAt)},
        {QStringLiteral("acceptedAt"), timeJson(delivery.acceptedAt)},
        {QStringLiteral("refusedLines"), delivery.refusedLines},
        {QStringLiteral("files"), filesJson(delivery.files)},
    };
    insertCounts(json, delivery.counts);
    return json;
}

QJsonObject preparedJson(const PreparedDelivery &prepared)
{
    QJsonObject json = deliveryJson(prepared.delivery);
    json.insert(QStringLiteral("leftOut"), rejectionsJson(prepared.leftOut));
    json.insert(QStringLiteral("altered"), rejectionsJson(prepared.altered));
    return json;
}

QJsonObject previewJson(const ExportPreview &preview)
{
    QJsonArray differences;
    for (const ExportDifference &difference : preview.differences)
        differences.append(differenceJson(difference));
    QJsonObject json{{QStringLiteral("partner"), toToken(preview.partner)},
                     {QStringLiteral("day"), preview.day.toString(Qt::ISODate)},
                     {QStringLiteral("question"), preview.question},
                     {QStringLiteral("differences"), differences},
                     {QStringLiteral("leftOut"), rejectionsJson(preview.leftOut)},
                     {QStringLiteral("altered"), rejectionsJson(preview.altered)}};
    insertCounts(json, preview.counts);
    return json;
}

QJsonArray syncJson(const QList<SyncStep> &steps)
{
    QJsonArray list;
    for (const SyncStep &step : steps) {
        list.append(
            QJsonObject{{QStringLiteral("step"), subjectOf(step)},
                        {QStringLiteral("outcome"), toToken(step.outcome)},
                        {QStringLiteral("message"), step.sentence},
                        {QStringLiteral("milliseconds"), step.milliseconds},
                        {QStringLiteral("delivery"),
                         step.delivery ? QJsonValue(deliveryJson(*step.delivery)) : QJsonValue()}});
    }
    return list;
}

} // namespace recoupe
