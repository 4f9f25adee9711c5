// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partnermodel.h"

#include "models/deliverywords.h"
#include "models/words.h"

namespace recoupe {

QString PartnerModel::textOf(const PartnerStatus &status, int column) const
{
    const std::optional<Delivery> &sent = status.delivered;
    switch (column) {
    case Name: return partnerName(status.partner);
    case LastSent: return sent ? shortDateTime(sent->finishedAt) : ModelsTr::tr("Jamais");
    case Lines: return sent ? QString::number(sent->counts.lines) : QString();
    case Changes: return sent ? changesInSigns(sent->counts) : QString();
    case State: return standingOf(status, m_now).words;
    case Destination:
        return destinationInWords(status.destination.transport, status.destination.address);
    default: return {};
    }
}

//! The row as a screen reader says it.
QString PartnerModel::sentenceOf(const PartnerStatus &status) const
{
    QStringList parts{textOf(status, Name), textOf(status, State)};
    if (status.delivered) {
        parts << ModelsTr::tr("dernier envoi le %1").arg(textOf(status, LastSent))
              << linesInWords(status.delivered->counts.lines)
              << changesInWords(status.delivered->counts);
    }
    parts << ModelsTr::tr("destination : %1").arg(textOf(status, Destination));
    return parts.join(QStringLiteral(", "));
}

//! The rows stay the same ones: whoever has one keeps it.
void PartnerModel::setPartners(const QList<PartnerStatus> &statuses, const QDateTime &now)
{
    const bool isFirst = m_partners.size() != statuses.size();
    if (isFirst)
        beginResetModel();
    m_partners = statuses;
    m_now = now;
    if (isFirst)
        endResetModel();
    else if (!statuses.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PartnerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_partners.size());
}

int PartnerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PartnerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const PartnerStatus &status = m_partners.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(status, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Name ? sentenceOf(status) : textOf(status, index.column());
    case BadgeRole: return index.column() == State ? standingOf(status, m_now).badge : QString();
    default: return {};
    }
}

QVariant PartnerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return ModelsTr::tr("Partenaire");
    case LastSent: return ModelsTr::tr("Dernier envoi");
    case Lines: return ModelsTr::tr("Lignes");
    case Changes: return ModelsTr::tr("+ / ~ / −");
    case State: return ModelsTr::tr("État");
    case Destination: return ModelsTr::tr("Destination");
    default: return {};
    }
}

} // namespace recoupe
