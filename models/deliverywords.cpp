// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliverywords.h"

#include "core/counted.h"
#include "core/shortdate.h"
#include "models/words.h"

#include <QDir>

namespace recoupe {

namespace {

constexpr qint64 secondsPerDay = 24 * 60 * 60;

QString refusedInWords(qint64 lines)
{
    return counted(lines, ModelsTr::tr("%1 ligne refusée"), ModelsTr::tr("%1 lignes refusées"));
}

bool isLate(const PartnerStatus &status, const QDateTime &now)
{
    return status.partner != Partner::Sesar && status.destination.transport != Transport::None &&
           status.delivered && status.delivered->finishedAt.secsTo(now) > secondsPerDay;
}

bool isStuck(const Delivery &delivery)
{
    return delivery.state == DeliveryState::Held || delivery.state == DeliveryState::Refused ||
           delivery.state == DeliveryState::Failed;
}

QString fromPartner(Partner partner)
{
    return partner == Partner::Portal ? ModelsTr::tr("du portail")
                                      : ModelsTr::tr("de %1").arg(partnerName(partner));
}

QString byPartner(Partner partner)
{
    return partner == Partner::Portal ? ModelsTr::tr("par le portail")
                                      : ModelsTr::tr("par %1").arg(partnerName(partner));
}

} // namespace

QString badgeOf(DeliveryState state)
{
    return QLatin1String("delivery/") + toToken(state);
}

QString badgeOf(ExportChange change)
{
    return QLatin1String("export/") + toToken(change);
}

QString exportChangeName(ExportChange change)
{
    switch (change) {
    case ExportChange::Added: return ModelsTr::tr("Nouvelle");
    case ExportChange::Changed: return ModelsTr::tr("Modifiée");
    case ExportChange::Removed: break;
    }
    return ModelsTr::tr("Retirée");
}

QString changesInSigns(const DeliveryCounts &counts)
{
    return QStringLiteral("%1%2 / %3%4 / %5%6")
        .arg(signOf(ExportChange::Added), QString::number(counts.added),
             signOf(ExportChange::Changed), QString::number(counts.changed),
             signOf(ExportChange::Removed), QString::number(counts.removed));
}

QString changesInWords(const DeliveryCounts &counts)
{
    QStringList parts;
    if (counts.added > 0)
        parts << counted(counts.added, ModelsTr::tr("%1 nouvelle"), ModelsTr::tr("%1 nouvelles"));
    if (counts.changed > 0)
        parts << counted(counts.changed, ModelsTr::tr("%1 modifiée"), ModelsTr::tr("%1 modifiées"));
    if (counts.removed > 0)
        parts << counted(counts.removed, ModelsTr::tr("%1 retirée"), ModelsTr::tr("%1 retirées"));
    return parts.isEmpty() ? ModelsTr::tr("aucune différence") : parts.join(QStringLiteral(", "));
}

QString linesInWords(qint64 lines)
{
    return lines == 0 ? ModelsTr::tr("aucune ligne")
                      : counted(lines, ModelsTr::tr("%1 ligne"), ModelsTr::tr("%1 lignes"));
}

QString standingInWords(const Delivery &delivery)
{
    const QString state = deliveryStateName(delivery.state);
    if (delivery.state == DeliveryState::ToDo && delivery.nextTryAt.isValid())
        return ModelsTr::tr("%1, nouvel essai le %2")
            .arg(state, delivery.nextTryAt.toLocalTime().toString(ModelsTr::tr("dd/MM 'à' HH:mm")));
    if (delivery.state != DeliveryState::Delivered)
        return state;
    if (delivery.refusedLines > 0)
        return ModelsTr::tr("%1, %2").arg(state, refusedInWords(delivery.refusedLines));
    return delivery.acceptedAt.isValid() ? ModelsTr::tr("%1, accusé reçu").arg(state) : state;
}

QString outcomeInWords(const Delivery &delivery)
{
    const QString partner = partnerName(delivery.partner);
    if (delivery.state == DeliveryState::Held)
        return ModelsTr::tr("%1 : %2").arg(partner, delivery.question);
    if (delivery.state != DeliveryState::Delivered) {
        return ModelsTr::tr("%1 : %2. %3")
            .arg(partner, standingInWords(delivery).toLower(), delivery.result);
    }
    const qint64 lines = delivery.counts.lines;
    const QString sent = lines == 0 ? ModelsTr::tr("aucune ligne envoyée")
                                    : counted(lines, ModelsTr::tr("%1 ligne envoyée"),
                                              ModelsTr::tr("%1 lignes envoyées"));
    const QString words =
        ModelsTr::tr("%1 : %2 (%3).").arg(partner, sent, changesInWords(delivery.counts));
    return delivery.counts.leftOut == 0
               ? words
               : ModelsTr::tr("%1 %2.").arg(words,
                                            counted(delivery.counts.leftOut,
                                                    ModelsTr::tr("%1 session laissée de côté"),
                                                    ModelsTr::tr("%1 sessions laissées de côté")));
}

QString badgeOf(const Delivery &delivery)
{
    return delivery.refusedLines > 0 ? QStringLiteral("delivery/partly") : badgeOf(delivery.state);
}

QString toPartnerInWords(Partner partner)
{
    return partner == Partner::Portal ? ModelsTr::tr("au portail")
                                      : ModelsTr::tr("à %1").arg(partnerName(partner));
}

QString alreadySentInWords(const QList<Partner> &sent)
{
    if (sent.isEmpty())
        return {};
    QStringList names;
    for (const Partner partner : sent)
        names << toPartnerInWords(partner);
    return ModelsTr::tr("Déjà transmis %1 : une correction partira au prochain export.")
        .arg(names.join(QStringLiteral(", ")));
}

QString sessionDeliveryInWords(const SessionDelivery &delivery)
{
    if (!delivery.refusal.isEmpty())
        return ModelsTr::tr("Refusée %1 : %2").arg(byPartner(delivery.partner), delivery.refusal);
    const QString sent = delivery.change == ExportChange::Removed
                             ? ModelsTr::tr("Retirée %1").arg(fromPartner(delivery.partner))
                             : ModelsTr::tr("Envoyée %1").arg(toPartnerInWords(delivery.partner));
    return delivery.acceptedAt.isValid()
               ? ModelsTr::tr("%1, accusé reçu le %2")
                     .arg(sent, shortDate(delivery.acceptedAt.toLocalTime().date()))
               : sent;
}

QString destinationInWords(Transport transport, const QString &address)
{
    switch (transport) {
    case Transport::None: return ModelsTr::tr("Aucune : à la main");
    case Transport::Folder: return QDir::toNativeSeparators(address);
    case Transport::HttpPut:
    case Transport::HttpPost:
    case Transport::Sftp: break;
    }
    return address;
}

const Delivery *shownDelivery(const PartnerStatus &status)
{
    if (status.last && status.last->state != DeliveryState::Dropped)
        return &*status.last;
    return status.delivered ? &*status.delivered : nullptr;
}

PartnerStanding standingOf(const PartnerStatus &status, const QDateTime &now)
{
    const Delivery *delivery = shownDelivery(status);
    if (!delivery) {
        return {QStringLiteral("delivery/none"), status.destination.transport == Transport::None
                                                     ? ModelsTr::tr("Aucune destination")
                                                     : ModelsTr::tr("Jamais envoyé")};
    }
    if (delivery->state == DeliveryState::Delivered && isLate(status, now) &&
        delivery->refusedLines == 0) {
        return {QStringLiteral("delivery/late"), ModelsTr::tr("Envoyé il y a plus d'un jour"),
                true};
    }
    return {badgeOf(*delivery), standingInWords(*delivery),
            isStuck(*delivery) || delivery->refusedLines > 0};
}

} // namespace recoupe
