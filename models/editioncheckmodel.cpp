// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editioncheckmodel.h"

#include "models/sessiontablemodel.h"
#include "models/sessiontask.h"
#include "models/words.h"

namespace recoupe {

namespace {

using Facets = QHash<QString, QSet<QString>>;

CardLines linesOf(const EditionCheck &check)
{
    CardLines lines{{.badge = badgeOf(check.severity), .strong = check.title},
                    {.text = check.message}};
    if (!check.sessions.isEmpty())
        lines << CardLine{.text = ModelsTr::tr("Entrée : voir les sessions"), .isSmall = true};
    return lines;
}

//! The card of a list without points.
const CardLines &nothingToSettle()
{
    static const CardLines lines{{.badge = badgeOf(Control::Conforming),
                                  .strong = ModelsTr::tr("Rien à signaler"),
                                  .text = ModelsTr::tr("le tableau peut être édité.")}};
    return lines;
}

Facets taskFacet(SessionTask task)
{
    return {{taskFacetName(), {toToken(task)}}};
}

QSet<QString> gaps()
{
    QSet<QString> tokens;
    for (const Control control :
         {Control::Discrepancy, Control::NoAward, Control::Ambiguous, Control::Incomplete})
        tokens << toToken(control);
    return tokens;
}

} // namespace

void EditionCheckModel::setChecks(const QList<EditionCheck> &checks)
{
    beginResetModel();
    m_checks = checks;
    endResetModel();
}

TableFilter EditionCheckModel::filterOf(int row) const
{
    if (row >= m_checks.size() || m_checks.at(row).sessions.isEmpty())
        return {};
    const QString &id = m_checks.at(row).id;
    const QString active = QStringLiteral("active");
    const QString activation = QStringLiteral("activation");
    const QString control = QStringLiteral("control");
    if (id == QLatin1String("published-changed"))
        return {.facets = taskFacet(SessionTask::Changed)};
    if (id == QLatin1String("published-overridden"))
        return {.facets = taskFacet(SessionTask::Overridden)};
    if (id == QLatin1String("recruitment-stale"))
        return {.facets = taskFacet(SessionTask::Recruitment)};
    if (id == QLatin1String("not-activated"))
        return {.facets = {{taskFacetName(), {toToken(SessionTask::ToCheck)}},
                           {control, {toToken(Control::Conforming)}}}};
    if (id == QLatin1String("published-blocked"))
        return {.facets = {{activation, {active}}, {control, gaps()}}};
    return {.facets = {{activation, {active}}, {ruleFacetName(), {id}}}};
}

int EditionCheckModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : std::max(1, int(m_checks.size()));
}

QVariant EditionCheckModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const CardLines lines =
        m_checks.isEmpty() ? nothingToSettle() : linesOf(m_checks.at(index.row()));
    switch (role) {
    case Qt::DisplayRole: return lines.first().strong;
    case CardLinesRole: return QVariant::fromValue(lines);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return inWords(lines);
    default: return {};
    }
}

} // namespace recoupe
