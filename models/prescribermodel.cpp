// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prescribermodel.h"

#include "core/textfolding.h"
#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString textOf(const Prescriber &prescriber, int column)
{
    switch (column) {
    case PrescriberModel::Scope: return capitalised(scopeInWords(prescriber.departement));
    case PrescriberModel::Structure: return prescriber.structure;
    case PrescriberModel::Address: return prescriber.address;
    default: return {};
    }
}

//! The row as a screen reader says it.
QString sentenceOf(const Prescriber &prescriber)
{
    QStringList parts{prescriber.structure, prescriber.address,
                      scopeInWords(prescriber.departement)};
    parts.removeAll(QString());
    return parts.join(u", ");
}

} // namespace

void PrescriberModel::setPrescribers(const QList<Prescriber> &prescribers)
{
    beginResetModel();
    m_prescribers = prescribers;
    filter();
    endResetModel();
}

void PrescriberModel::setSearch(const QString &search)
{
    beginResetModel();
    m_search = search;
    filter();
    endResetModel();
}

void PrescriberModel::filter()
{
    const QStringList words = folded(m_search).split(u' ', Qt::SkipEmptyParts);
    m_visible.clear();
    for (qsizetype i = 0; i < m_prescribers.size(); ++i) {
        const QString text = folded(sentenceOf(m_prescribers.at(i)));
        if (std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); }))
            m_visible << i;
    }
}

int PrescriberModel::rowOf(const Prescriber &prescriber) const
{
    const auto found = std::ranges::find_if(
        m_visible, [&](qsizetype i) { return m_prescribers.at(i) == prescriber; });
    return found == m_visible.end() ? -1 : int(found - m_visible.begin());
}

int PrescriberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int PrescriberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PrescriberModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Prescriber &one = prescriber(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(one, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Scope ? sentenceOf(one) : textOf(one, index.column());
    default: return {};
    }
}

QVariant PrescriberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Scope: return ModelsTr::tr("Département");
    case Structure: return ModelsTr::tr("Structure");
    case Address: return ModelsTr::tr("Adresse électronique");
    default: return {};
    }
}

} // namespace recoupe
