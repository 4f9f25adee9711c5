// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparisonmodel.h"

#include "models/textdiff.h"
#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

const QString &valueOf(const FieldComparison &field, int column)
{
    switch (column) {
    case ComparisonModel::Submitted: return field.submitted;
    case ComparisonModel::Award: return field.award;
    case ComparisonModel::Sesar: return field.sesar;
    default: return field.label;
    }
}

//! What was entered is held against the notification first; SESAR where only that one differs.
DiffParts differencesOf(const FieldComparison &field, int column)
{
    const bool award = field.againstAward == Evidence::Differ;
    const bool sesar = field.againstSesar == Evidence::Differ;
    switch (column) {
    case ComparisonModel::Submitted:
        return award || sesar ? markDifferences(field.submitted, award ? field.award : field.sesar)
                              : DiffParts();
    case ComparisonModel::Award:
        return award ? markDifferences(field.award, field.submitted) : DiffParts();
    case ComparisonModel::Sesar:
        return sesar ? markDifferences(field.sesar, field.submitted) : DiffParts();
    default: return {};
    }
}

bool agrees(const FieldComparison &field)
{
    return !field.differs() &&
           (field.againstAward == Evidence::Agree || field.againstSesar == Evidence::Agree);
}

QString badgeOf(const FieldComparison &field)
{
    return field.differs() ? QStringLiteral("evidence/differ")
           : agrees(field) ? QStringLiteral("evidence/agree")
                           : QStringLiteral("evidence/none");
}

QString evidenceName(const FieldComparison &field)
{
    return field.differs() ? ModelsTr::tr("écart")
           : agrees(field) ? ModelsTr::tr("concordant")
                           : ModelsTr::tr("non comparable");
}

QString orNothing(const QString &value)
{
    return value.isEmpty() ? ModelsTr::tr("rien", "no value") : value;
}

QString sentenceOf(const FieldComparison &field)
{
    return ModelsTr::tr("%1, %2. Saisi : %3. Notification : %4. SESAR : %5.")
        .arg(field.label, evidenceName(field), orNothing(field.submitted), orNothing(field.award),
             orNothing(field.sesar));
}

QVariant toolTipOf(const FieldComparison &field, int column)
{
    if (column == ComparisonModel::Field)
        return ModelsTr::tr("%1 : %2").arg(field.label, evidenceName(field));
    return valueOf(field, column);
}

} // namespace

void ComparisonModel::setFields(const QList<FieldComparison> &fields)
{
    m_fields = fields;
    select();
}

void ComparisonModel::setDifferencesOnly(bool only)
{
    m_differencesOnly = only;
    select();
}

int ComparisonModel::differenceCount() const
{
    return int(std::ranges::count_if(m_fields, &FieldComparison::differs));
}

bool ComparisonModel::isCompared() const
{
    return std::ranges::any_of(
        m_fields, [](const FieldComparison &field) { return field.differs() || agrees(field); });
}

void ComparisonModel::select()
{
    beginResetModel();
    m_shown.clear();
    std::ranges::copy_if(
        m_fields, std::back_inserter(m_shown),
        [this](const FieldComparison &field) { return !m_differencesOnly || field.differs(); });
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const FieldComparison &field = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return valueOf(field, index.column());
    case Qt::ToolTipRole: return toolTipOf(field, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Field ? sentenceOf(field) : valueOf(field, index.column());
    case BadgeRole: return index.column() == Field ? badgeOf(field) : QString();
    case DiffRole: return QVariant::fromValue(differencesOf(field, index.column()));
    default: return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field: return ModelsTr::tr("Champ");
    case Submitted: return ModelsTr::tr("Saisi");
    case Award: return ModelsTr::tr("Notification");
    case Sesar: return ModelsTr::tr("SESAR");
    default: return {};
    }
}

} // namespace recoupe
