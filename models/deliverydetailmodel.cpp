// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliverydetailmodel.h"

#include "core/counted.h"
#include "models/deliverywords.h"
#include "models/words.h"

#include <QLocale>

namespace recoupe {

namespace {

CardLines card(const QString &title, const QString &text)
{
    return {{.strong = title, .text = text}};
}

CardLines standingCard(const Delivery &delivery)
{
    CardLines lines{{.badge = badgeOf(delivery), .strong = standingInWords(delivery)}};
    if (!delivery.result.isEmpty())
        lines << CardLine{.text = delivery.result};
    if (!delivery.question.isEmpty())
        lines << CardLine{.text = delivery.question};
    if (!delivery.confirmation.isEmpty())
        lines << CardLine{.strong = ModelsTr::tr("Confirmé"), .text = delivery.confirmation};
    return lines;
}

CardLines contentCard(const Delivery &delivery)
{
    const DeliveryCounts &counts = delivery.counts;
    QString text = linesInWords(counts.lines);
    if (counts.before > 0)
        text = ModelsTr::tr("%1, contre %2 chez le partenaire").arg(text).arg(counts.before);
    text = ModelsTr::tr("%1 ; %2").arg(text, changesInWords(counts));
    if (counts.leftOut > 0) {
        text = ModelsTr::tr("%1 ; %2").arg(
            text, counted(counts.leftOut, ModelsTr::tr("%1 session laissée de côté"),
                          ModelsTr::tr("%1 sessions laissées de côté")));
    }
    return card(ModelsTr::tr("Contenu"), text);
}

CardLines fileCard(const Delivery &delivery)
{
    constexpr qsizetype mostNamed = 6; // Parcours 3 gets one for each action
    CardLines lines = card(ModelsTr::tr("Fichiers"), QString::number(delivery.files.size()));
    for (const DeliveredFile &file :
         delivery.files.first(std::min(mostNamed, delivery.files.size()))) {
        lines << CardLine{.text = ModelsTr::tr("%1 (%2)").arg(
                              file.path, QLocale(QLocale::French)
                                             .formattedDataSize(
                                                 file.size, 1, QLocale::DataSizeTraditionalFormat)),
                          .isSmall = true};
    }
    if (const qsizetype more = delivery.files.size() - mostNamed; more > 0)
        lines << CardLine{.text = ModelsTr::tr("et %1 de plus").arg(more), .isSmall = true};
    return lines;
}

CardLines acknowledgementCard(const Delivery &delivery)
{
    const QString read = ModelsTr::tr("lu le %1").arg(shortDateTime(delivery.acceptedAt));
    return card(
        ModelsTr::tr("Accusé de réception"),
        delivery.refusedLines == 0
            ? ModelsTr::tr("%1, tout est accepté").arg(read)
            : ModelsTr::tr("%1, %2 : elles repartiront au prochain envoi")
                  .arg(read, counted(delivery.refusedLines, ModelsTr::tr("%1 ligne refusée"),
                                     ModelsTr::tr("%1 lignes refusées"))));
}

CardLines eventCard(const QList<DeliveryEvent> &events)
{
    CardLines lines = card(ModelsTr::tr("Déroulement"), {});
    for (const DeliveryEvent &event : events) {
        const QString what = ModelsTr::tr("%1, %2 : %3")
                                 .arg(shortDateTime(event.at), event.operatorName,
                                      deliveryStateName(event.state).toLower());
        lines << CardLine{
            .text = event.result.isEmpty() ? what : ModelsTr::tr("%1. %2").arg(what, event.result),
            .isSmall = true};
    }
    return lines;
}

} // namespace

void DeliveryDetailModel::setDelivery(const Delivery &delivery, const QList<DeliveryEvent> &events)
{
    beginResetModel();
    m_cards = {
        standingCard(delivery),
        card(ModelsTr::tr("Préparé"), ModelsTr::tr("le %1 par %2, pour le %3")
                                          .arg(shortDateTime(delivery.preparedAt),
                                               delivery.operatorName, shortDate(delivery.day))),
        contentCard(delivery)};
    if (delivery.finishedAt.isValid())
        m_cards << card(ModelsTr::tr("Terminé"),
                        ModelsTr::tr("le %1").arg(shortDateTime(delivery.finishedAt)));
    if (delivery.acceptedAt.isValid())
        m_cards << acknowledgementCard(delivery);
    m_cards << card(ModelsTr::tr("Destination"),
                    destinationInWords(delivery.transport, delivery.destination))
            << fileCard(delivery);
    if (!events.isEmpty())
        m_cards << eventCard(events);
    endResetModel();
}

void DeliveryDetailModel::clear()
{
    beginResetModel();
    m_cards.clear();
    endResetModel();
}

int DeliveryDetailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant DeliveryDetailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const CardLines &lines = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return inWords(lines);
    case CardLinesRole: return QVariant::fromValue(lines);
    default: return {};
    }
}

} // namespace recoupe
