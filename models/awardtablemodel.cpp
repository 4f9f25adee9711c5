// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/awardtablemodel.h"

#include "models/words.h"

#include <array>

namespace recoupe {

namespace {

constexpr std::array states{AwardState::Overdue, AwardState::WithoutSession, AwardState::Matched,
                            AwardState::Replaced};
constexpr std::array funders{Funder::Region, Funder::PoleEmploi, Funder::Agefiph};

QString badgeOf(AwardState state)
{
    return QLatin1String("award/") + toToken(state);
}

QList<ModelColumn> awardColumns()
{
    return {{QStringLiteral("market"), ModelsTr::tr("N° de marché")},
            {QStringLiteral("lot"), ModelsTr::tr("Lot")},
            {QStringLiteral("funder"), ModelsTr::tr("Financeur")},
            {QStringLiteral("title"), ModelsTr::tr("Intitulé")},
            {QStringLiteral("mandataire"), ModelsTr::tr("Mandataire")},
            {QStringLiteral("notified"), ModelsTr::tr("Notifiée le")},
            {QStringLiteral("received"), ModelsTr::tr("Reçue le")},
            {QStringLiteral("deadline"), ModelsTr::tr("Échéance")},
            {QStringLiteral("sessions"), ModelsTr::tr("Sessions")},
            {QStringLiteral("state"), ModelsTr::tr("État")}};
}

QList<Facet> awardFacets(QDate today)
{
    Facet state{QStringLiteral("state"), ModelsTr::tr("État"), {}};
    for (const AwardState value : states)
        state.values << FacetValue{toToken(value), awardStateName(value), badgeOf(value)};
    Facet funder{QStringLiteral("funder"), ModelsTr::tr("Financeur"), {}};
    for (const Funder value : funders)
        funder.values << FacetValue{toToken(value), funderName(value, today)};
    Facet urgency{urgencyFacetName(), ModelsTr::tr("Échéance"), {}};
    for (const Urgency value : urgencies)
        urgency.values << FacetValue{toToken(value), urgencyName(value)};
    return {state, funder, urgency};
}

qint64 rankOf(QDate day)
{
    return day.isValid() ? day.toJulianDay() : std::numeric_limits<qint64>::max();
}

ModelCell dateCell(QDate day)
{
    return {shortDate(day), rankOf(day)};
}

//! The countdown stops once the offer is entered: a met deadline is nobody's work.
ModelCell deadlineCell(const CheckedAward &award, QDate today)
{
    ModelCell cell = dateCell(award.deadline);
    if (award.isAwaited() && award.deadline.isValid()) {
        cell.text =
            ModelsTr::tr("%1 (%2)", "deadline").arg(cell.text, countdown(award.deadline, today));
    }
    return cell;
}

QString stateToolTip(const CheckedAward &award, AwardState state)
{
    QStringList lines{awardStateName(state)};
    for (const Finding &finding : award.findings)
        lines << finding.message;
    return lines.join(u'\n');
}

ModelRow rowOf(const Workspace &workspace, qsizetype position)
{
    const AwardNotification &award = workspace.awards.at(position);
    const CheckedAward &checked = workspace.checkedAwards.at(position);
    const AwardState state = awardStateOf(checked, workspace.today);
    const auto stateRank = int(std::ranges::find(states, state) - states.begin());
    const auto funder = int(std::ranges::find(funders, award.funder) - funders.begin());
    const QString sirets = award.awardeeSirets.join(u", ");

    ModelRow row;
    row.cells = {{award.market.text()},
                 {award.lot},
                 {funderShortName(award.funder, workspace.today), funder},
                 {award.title},
                 {award.awardeeName.isEmpty() ? sirets : award.awardeeName},
                 dateCell(award.notifiedOn),
                 dateCell(award.receivedOn),
                 deadlineCell(checked, workspace.today),
                 {QString::number(checked.sessions.size()), checked.sessions.size()},
                 {awardStateName(state), stateRank, badgeOf(state)}};
    row.facets = {{AwardTableModel::StateFacet, stateRank},
                  {AwardTableModel::FunderFacet, std::min(funder, int(funders.size()) - 1)},
                  {AwardTableModel::UrgencyFacet, int(urgencyOf(checked, workspace.today))}};
    row.alsoSearched = {sirets, award.place};
    return row;
}

class AwardContent : public TableContent
{
public:
    AwardContent() = default;
    explicit AwardContent(const WorkspacePtr &from)
        : TableContent(awardFacets(from->today))
        , workspace(from)
    {
    }

    static TableContentPtr of(const WorkspacePtr &from, const IsStale &isStale)
    {
        const auto content = std::make_shared<AwardContent>(from);
        const auto makeRow = [&](qsizetype position) { return rowOf(*from, position); };
        return content->fill(from->awards.size(), makeRow, isStale) ? content : nullptr;
    }

    QString id(quint32 row) const override { return workspace->awards.at(row).key().toToken(); }
    QString sentence(quint32 row) const override;
    QString toolTip(quint32 row, int column) const override;

    WorkspacePtr workspace;
};

QString AwardContent::sentence(quint32 row) const
{
    using Model = AwardTableModel;
    const QString deadline = text(row, Model::Deadline).isEmpty()
                                 ? ModelsTr::tr("sans échéance connue")
                                 : ModelsTr::tr("échéance %1").arg(text(row, Model::Deadline));
    return ModelsTr::tr("%1. Marché %2, %3, mandataire %4, financeur %5, notifié le %6, %7, "
                        "sessions : %8.")
        .arg(text(row, Model::State), text(row, Model::Market), text(row, Model::Title),
             text(row, Model::Mandataire), text(row, Model::FunderName),
             text(row, Model::NotifiedOn), deadline, text(row, Model::Sessions));
}

QString AwardContent::toolTip(quint32 row, int column) const
{
    const CheckedAward &checked = workspace->checkedAwards.at(row);
    switch (column) {
    case AwardTableModel::FunderName:
        return funderName(workspace->awards.at(row).funder, workspace->today);
    case AwardTableModel::State:
        return stateToolTip(checked, awardStateOf(checked, workspace->today));
    default: return {};
    }
}

const Workspace &workspaceOf(const TableContent &content)
{
    return *static_cast<const AwardContent &>(content).workspace;
}

} // namespace

QString toToken(AwardState state)
{
    switch (state) {
    case AwardState::Matched: return QStringLiteral("matched");
    case AwardState::WithoutSession: return QStringLiteral("without-session");
    case AwardState::Replaced: return QStringLiteral("replaced");
    case AwardState::Overdue: break;
    }
    return QStringLiteral("overdue");
}

AwardState awardStateOf(const CheckedAward &award, QDate today)
{
    if (!award.isAwaited())
        return award.sessions.isEmpty() ? AwardState::Replaced : AwardState::Matched;
    return award.deadline.isValid() && award.deadline < today ? AwardState::Overdue
                                                              : AwardState::WithoutSession;
}

QString awardStateName(AwardState state)
{
    switch (state) {
    case AwardState::Matched: return ModelsTr::tr("Rapprochée");
    case AwardState::WithoutSession: return ModelsTr::tr("Sans session");
    case AwardState::Replaced: return ModelsTr::tr("Remplacée");
    case AwardState::Overdue: break;
    }
    return ModelsTr::tr("En retard de saisie");
}

Urgency urgencyOf(const CheckedAward &award, QDate today)
{
    return urgencyOf(award.deadline, award.isAwaited(), today);
}

AwardTableModel::AwardTableModel(QObject *parent)
    : FacetedTableModel(awardColumns(), std::make_shared<AwardContent>(), parent)
{
    Q_ASSERT(columns().size() == ColumnCount);
}

void AwardTableModel::setWorkspace(const WorkspacePtr &workspace)
{
    load(workspace->awards.size(),
         [workspace](const IsStale &isStale) { return AwardContent::of(workspace, isStale); });
}

const AwardNotification &AwardTableModel::award(int row) const
{
    return workspaceOf(content()).awards.at(storeRow(row));
}

const CheckedAward &AwardTableModel::checkedAward(int row) const
{
    return workspaceOf(content()).checkedAwards.at(storeRow(row));
}

bool AwardTableModel::isAwaited(int row) const
{
    return checkedAward(row).isAwaited();
}

const WorkspacePtr &AwardTableModel::workspace() const
{
    return static_cast<const AwardContent &>(content()).workspace;
}

} // namespace recoupe
