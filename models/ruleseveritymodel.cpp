// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ruleseveritymodel.h"

#include "core/textfolding.h"
#include "models/words.h"

#include <algorithm>
#include <numeric>

namespace recoupe {

namespace {

Funder funderOf(int column)
{
    switch (column) {
    case RuleSeverityModel::Region: return Funder::Region;
    case RuleSeverityModel::PoleEmploi: return Funder::PoleEmploi;
    default: return Funder::Agefiph;
    }
}

QString idOf(const Rule &rule)
{
    return QString::fromLatin1(rule.id);
}

} // namespace

RuleSeverityModel::RuleSeverityModel(QDate today, QObject *parent)
    : QAbstractTableModel(parent)
    , m_today(today)
    , m_rules(ruleCatalogue())
    , m_visible(m_rules.size())
{
    for (const Rule &rule : std::as_const(m_rules)) {
        const QString id = idOf(rule);
        m_searched << folded(QStringList{ruleTitle(id), id, ruleSource(id)}.join(u' '));
    }
    std::iota(m_visible.begin(), m_visible.end(), 0);
}

void RuleSeverityModel::setChanged(const Changed &changed)
{
    beginResetModel();
    m_changed = changed;
    endResetModel();
}

void RuleSeverityModel::setSearch(const QString &search)
{
    const QStringList words = folded(search).split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_visible.clear();
    for (qsizetype rule = 0; rule < m_rules.size(); ++rule) {
        if (std::ranges::all_of(
                words, [&](const QString &word) { return m_searched.at(rule).contains(word); }))
            m_visible << rule;
    }
    endResetModel();
}

int RuleSeverityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int RuleSeverityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags RuleSeverityModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != Title ? flags | Qt::ItemIsEditable : flags;
}

QVariant RuleSeverityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Rule &rule = ruleAt(index.row());
    if (role == SourceRole)
        return ruleSource(idOf(rule));
    return index.column() == Title ? ruleData(rule, role)
                                   : severityData(rule, funderOf(index.column()), role);
}

QVariant RuleSeverityModel::ruleData(const Rule &rule, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return ruleTitle(idOf(rule));
    case Qt::ToolTipRole: return QStringLiteral("%1\n%2").arg(idOf(rule), ruleSource(idOf(rule)));
    case Qt::AccessibleTextRole: return sentenceOf(rule);
    default: return {};
    }
}

QVariant RuleSeverityModel::severityData(const Rule &rule, Funder funder, int role) const
{
    const Severity severity = severityAt(rule, funder);
    const Severity standard = rule.severities.of(funder);
    switch (role) {
    case Qt::DisplayRole: return severityName(severity);
    case Qt::EditRole: return toToken(severity);
    case BadgeRole: return badgeOf(severity);
    case IsChangedRole: return severity != standard;
    case Qt::ToolTipRole:
        return severity == standard
                   ? ModelsTr::tr("Valeur par défaut")
                   : ModelsTr::tr("Par défaut : %1").arg(severityName(standard).toLower());
    case Qt::AccessibleTextRole:
        return severity == standard
                   ? severityName(severity)
                   : ModelsTr::tr("%1, par défaut : %2")
                         .arg(severityName(severity), severityName(standard).toLower());
    default: return {};
    }
}

bool RuleSeverityModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const std::optional<Severity> severity = severityFromToken(value.toString());
    if (role != Qt::EditRole || !severity || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const Rule &rule = ruleAt(index.row());
    const Funder funder = funderOf(index.column());
    if (*severity == rule.severities.of(funder))
        m_changed.remove({idOf(rule), funder});
    else
        m_changed.insert({idOf(rule), funder}, *severity);
    Q_EMIT dataChanged(this->index(index.row(), Title), index);
    return true;
}

QVariant RuleSeverityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Title ? ModelsTr::tr("Règle") : funderName(funderOf(section), m_today);
}

Severity RuleSeverityModel::severityAt(const Rule &rule, Funder funder) const
{
    return m_changed.value({idOf(rule), funder}, rule.severities.of(funder));
}

//! The row as a screen reader says it.
QString RuleSeverityModel::sentenceOf(const Rule &rule) const
{
    QStringList severities;
    for (const Funder funder : checkedFunders)
        severities << ModelsTr::tr("%1 : %2").arg(funderName(funder, m_today),
                                                  severityName(severityAt(rule, funder)).toLower());
    return ModelsTr::tr("%1. %2.").arg(ruleTitle(idOf(rule)), severities.join(u", "));
}

} // namespace recoupe
