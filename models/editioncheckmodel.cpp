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

//! Those that the table shows, and of them those with one value of a facet.
Facets shownWith(const QString &facet, const QString &token)
{
    return {{QStringLiteral("activation"), {QStringLiteral("active")}},
            {QStringLiteral("recruitment"),
             {toToken(RecruitmentState::Open), toToken(RecruitmentState::Suspended)}},
            {facet, {token}}};
}

Facets shownWith(SessionTask task)
{
    return shownWith(taskFacetName(), toToken(task));
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
    const auto &[id, severity, title, message, sessions] = m_checks.at(row);
    if (id == QLatin1String("published-changed"))
        return {.facets = shownWith(SessionTask::Changed)};
    if (id == QLatin1String("published-overridden"))
        return {.facets = shownWith(SessionTask::Overridden)};
    if (id == QLatin1String("published-blocked"))
        return {.facets = shownWith(SessionTask::Gap)};
    if (id == QLatin1String("not-activated"))
        return {.facets = {{taskFacetName(), {toToken(SessionTask::ToCheck)}},
                           {QStringLiteral("control"), {toToken(Control::Conforming)}}}};
    if (id == QLatin1String("untitled-rows")) // no facet finds what is not there
        return {.search = sessions.first().session};
    return {.facets = shownWith(ruleFacetName(), id)};
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
