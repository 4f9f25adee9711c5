// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historymodel.h"

#include "core/shortdate.h"
#include "models/deliverywords.h"
#include "models/words.h"

#include <algorithm>

namespace recoupe {

QString HistoryModel::textOf(const Event &event, int column)
{
    switch (column) {
    case When: return shortDateTime(event.at);
    case Who: return event.who;
    case What: return event.what;
    case Why: return event.why;
    default: return {};
    }
}

QString HistoryModel::sentenceOf(const Event &event)
{
    const QString sentence =
        event.who.isEmpty()
            ? ModelsTr::tr("Le %1 : %2.").arg(textOf(event, When), event.what)
            : ModelsTr::tr("Le %1, %2 : %3.").arg(textOf(event, When), event.who, event.what);
    return event.why.isEmpty() ? sentence : ModelsTr::tr("%1 Motif : %2").arg(sentence, event.why);
}

void HistoryModel::setEvents(const QList<Decision> &decisions, const QList<Letter> &letters,
                             const QList<SessionDelivery> &deliveries)
{
    beginResetModel();
    m_events.clear();
    for (const Decision &decision : decisions)
        m_events.append(
            {decision.at, decision.operatorName, eventInWords(decision), decision.reason});
    for (const Letter &letter : letters)
        m_events.append({letter.writtenAt, letter.operatorName, letterInWords(letter),
                         letter.reason ? letter.reason->inWords() : QString()});
    for (const SessionDelivery &delivery : deliveries)
        m_events.append({delivery.sentAt, {}, sessionDeliveryInWords(delivery), {}});
    std::ranges::stable_sort(m_events, {}, &Event::at);
    std::ranges::reverse(m_events);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Event &event = m_events.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(event, index.column());
    case Qt::ToolTipRole: return textOf(event, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == When ? sentenceOf(event) : textOf(event, index.column());
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return ModelsTr::tr("Date");
    case Who: return ModelsTr::tr("Opérateur");
    case What: return ModelsTr::tr("Événement");
    case Why: return ModelsTr::tr("Motif");
    default: return {};
    }
}

} // namespace recoupe
