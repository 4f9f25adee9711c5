// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of exports.
#include "core/counted.h"
#include "core/shortdate.h"
#include "rules/wording.h"
#include "services/words.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

QString countsInWords(const DeliveryCounts &counts)
{
    QString words =
        counted(counts.lines, Tr::tr("%1 session"), Tr::tr("%1 sessions")) +
        Tr::tr(", + %1 / ~ %2 / − %3").arg(counts.added).arg(counts.changed).arg(counts.removed);
    if (counts.leftOut > 0)
        words += counted(counts.leftOut, Tr::tr(", %1 laissée de côté"),
                         Tr::tr(", %1 laissées de côté"));
    return words;
}

QString deliveryInWords(const Delivery &delivery)
{
    const QDateTime at = delivery.finishedAt.isValid() ? delivery.finishedAt : delivery.preparedAt;
    const QString more =
        delivery.state == DeliveryState::Held ? delivery.question : delivery.result;
    return QStringList{partnerName(delivery.partner), shortDateTime(at),
                       deliveryStateName(delivery.state), countsInWords(delivery.counts), more}
        .join(u'\t');
}

QString differenceInWords(const ExportDifference &difference)
{
    const bool leaves = difference.change == ExportChange::Removed;
    const ExportDetails &details = leaves ? difference.before : difference.after;
    return QStringList{signOf(difference.change), difference.key.toString(), details.title,
                       inWords(details.start), details.place}
        .join(u'\t');
}

} // namespace recoupe
