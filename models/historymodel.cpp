// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historymodel.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString textOf(const Decision &decision, int column)
{
    switch (column) {
    case HistoryModel::When:
        return decision.at.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm"));
    case HistoryModel::Who: return decision.operatorName;
    case HistoryModel::What: return eventInWords(decision);
    case HistoryModel::Why: return decision.reason;
    default: return {};
    }
}

QString sentenceOf(const Decision &decision)
{
    const QString sentence = ModelsTr::tr("Le %1, %2 : %3.")
                                 .arg(textOf(decision, HistoryModel::When), decision.operatorName,
                                      eventInWords(decision));
    return decision.reason.isEmpty() ? sentence
                                     : ModelsTr::tr("%1 Motif : %2").arg(sentence, decision.reason);
}

} // namespace

void HistoryModel::setDecisions(const QList<Decision> &decisions)
{
    beginResetModel();
    m_decisions = decisions;
    std::ranges::reverse(m_decisions);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_decisions.size());
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
    const Decision &decision = m_decisions.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(decision, index.column());
    case Qt::ToolTipRole: return textOf(decision, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == When ? sentenceOf(decision) : textOf(decision, index.column());
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
    case What: return ModelsTr::tr("Décision");
    case Why: return ModelsTr::tr("Motif");
    default: return {};
    }
}

} // namespace recoupe
