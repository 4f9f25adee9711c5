// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace recoupe {

namespace {

QJsonObject toJson(const DeliveredFile &file)
{
    return {{QStringLiteral("path"), file.path},
            {QStringLiteral("bytes"), file.size},
            {QStringLiteral("sha256"), file.sha256}};
}

DeliveredFile fileFrom(const QJsonObject &json)
{
    return {json.value(QLatin1String("path")).toString(),
            json.value(QLatin1String("bytes")).toInteger(),
            json.value(QLatin1String("sha256")).toString()};
}

} // namespace

QString manifestName(Partner partner)
{
    return QStringLiteral("manifest-%1.json").arg(toToken(partner));
}

QByteArray toManifest(const Delivery &delivery)
{
    QJsonArray files;
    for (const DeliveredFile &file : delivery.files)
        files.append(toJson(file));
    const QJsonObject manifest{
        {QStringLiteral("delivery"), delivery.key},
        {QStringLiteral("partner"), toToken(delivery.partner)},
        {QStringLiteral("day"), delivery.day.toString(Qt::ISODate)},
        {QStringLiteral("preparedAt"), delivery.preparedAt.toString(Qt::ISODate)},
        {QStringLiteral("sessions"), delivery.counts.lines},
        {QStringLiteral("added"), delivery.counts.added},
        {QStringLiteral("changed"), delivery.counts.changed},
        {QStringLiteral("removed"), delivery.counts.removed},
        {QStringLiteral("leftOut"), delivery.counts.leftOut},
        {QStringLiteral("files"), files},
    };
    return QJsonDocument(manifest).toJson();
}

std::optional<Manifest> fromManifest(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Manifest manifest{object.value(QLatin1String("delivery")).toString(), {}, {}};
    const std::optional<Partner> partner =
        partnerFromToken(object.value(QLatin1String("partner")).toString());
    if (!partner || manifest.key.isEmpty())
        return std::nullopt;
    manifest.partner = *partner;
    const QJsonArray files = object.value(QLatin1String("files")).toArray();
    for (const QJsonValue &file : files)
        manifest.files.append(fileFrom(file.toObject()));
    return manifest;
}

} // namespace recoupe
