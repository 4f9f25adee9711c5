// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliverylogmodel.h"

#include "core/counted.h"
#include "models/deliverywords.h"
#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString textOf(const Delivery &delivery, int column)
{
    switch (column) {
    case DeliveryLogModel::PreparedAt: return shortDateTime(delivery.preparedAt);
    case DeliveryLogModel::Operator: return delivery.operatorName;
    case DeliveryLogModel::Lines: return QString::number(delivery.counts.lines);
    case DeliveryLogModel::Changes: return changesInSigns(delivery.counts);
    case DeliveryLogModel::LeftOut: return QString::number(delivery.counts.leftOut);
    case DeliveryLogModel::State: return standingInWords(delivery);
    default: return {};
    }
}

//! The row as a screen reader says it.
QString sentenceOf(const Delivery &delivery)
{
    QStringList parts{
        ModelsTr::tr("Préparé le %1 par %2")
            .arg(textOf(delivery, DeliveryLogModel::PreparedAt), delivery.operatorName),
        textOf(delivery, DeliveryLogModel::State), linesInWords(delivery.counts.lines),
        changesInWords(delivery.counts)};
    if (delivery.counts.leftOut > 0)
        parts << counted(delivery.counts.leftOut, ModelsTr::tr("%1 laissée de côté"),
                         ModelsTr::tr("%1 laissées de côté"));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void DeliveryLogModel::setDeliveries(const QList<Delivery> &deliveries)
{
    beginResetModel();
    m_deliveries = deliveries;
    endResetModel();
}

int DeliveryLogModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_deliveries, id, &Delivery::id);
    return found == m_deliveries.end() ? -1 : int(found - m_deliveries.begin());
}

int DeliveryLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_deliveries.size());
}

int DeliveryLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeliveryLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Delivery &delivery = m_deliveries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(delivery, index.column());
    case Qt::ToolTipRole:
        return index.column() == State && !delivery.result.isEmpty()
                   ? delivery.result
                   : textOf(delivery, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == PreparedAt ? sentenceOf(delivery)
                                            : textOf(delivery, index.column());
    case BadgeRole: return index.column() == State ? badgeOf(delivery) : QString();
    default: return {};
    }
}

QVariant DeliveryLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PreparedAt: return ModelsTr::tr("Préparé le");
    case Operator: return ModelsTr::tr("Par");
    case Lines: return ModelsTr::tr("Lignes");
    case Changes: return ModelsTr::tr("+ / ~ / −");
    case LeftOut: return ModelsTr::tr("De côté");
    case State: return ModelsTr::tr("État");
    default: return {};
    }
}

} // namespace recoupe
