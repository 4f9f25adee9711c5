// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/awardtablemodel.h"

#include "core/textfolding.h"
#include "models/words.h"
#include "services/letterservice.h"

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

ModelCell textCell(const QString &text)
{
    return {text, {0, folded(text)}};
}

qint64 rankOf(QDate day)
{
    return day.isValid() ? day.toJulianDay() : std::numeric_limits<qint64>::max();
}

ModelCell dateCell(QDate day)
{
    return {shortDate(day), {rankOf(day)}};
}

//! The countdown stops once the offer is entered: a met deadline is nobody's work.
ModelCell deadlineCell(const CheckedAward &award, QDate today)
{
    ModelCell cell = dateCell(award.deadline);
    if (isAwaited(award) && award.deadline.isValid()) {
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

QString sentenceOf(const QList<ModelCell> &cells)
{
    using Model = AwardTableModel;
    const QString deadline = cells[Model::Deadline].text.isEmpty()
                                 ? ModelsTr::tr("sans échéance connue")
                                 : ModelsTr::tr("échéance %1").arg(cells[Model::Deadline].text);
    return ModelsTr::tr("%1. Marché %2, %3, mandataire %4, financeur %5, notifié le %6, %7, "
                        "sessions : %8.")
        .arg(cells[Model::State].text, cells[Model::Market].text, cells[Model::Title].text,
             cells[Model::Mandataire].text, cells[Model::FunderName].text,
             cells[Model::NotifiedOn].text, deadline, cells[Model::Sessions].text);
}

ModelRow rowOf(const Workspace &workspace, qsizetype position)
{
    const AwardNotification &award = workspace.awards.at(position);
    const CheckedAward &checked = workspace.checkedAwards.at(position);
    const AwardState state = awardStateOf(checked, workspace.today);
    const auto stateRank = int(std::ranges::find(states, state) - states.begin());
    const auto funder = int(std::ranges::find(funders, award.funder) - funders.begin());
    const QString mandataire =
        award.awardeeName.isEmpty() ? award.awardeeSirets.join(u", ") : award.awardeeName;

    ModelRow row;
    row.id = award.key().toToken();
    row.cells = {
        textCell(award.market.text()),
        textCell(award.lot),
        {funderShortName(award.funder, workspace.today),
         {funder},
         {},
         funderName(award.funder, workspace.today)},
        textCell(award.title),
        textCell(mandataire),
        dateCell(award.notifiedOn),
        dateCell(award.receivedOn),
        deadlineCell(checked, workspace.today),
        {QString::number(checked.sessions.size()), {checked.sessions.size()}},
        {awardStateName(state), {stateRank}, badgeOf(state), stateToolTip(checked, state)}};
    row.facets = {{AwardTableModel::StateFacet, stateRank},
                  {AwardTableModel::FunderFacet, std::min(funder, int(funders.size()) - 1)},
                  {AwardTableModel::UrgencyFacet, int(urgencyOf(checked, workspace.today))}};
    row.sentence = sentenceOf(row.cells);
    row.alsoSearched = award.awardeeSirets.join(u' ') + u' ' + award.place;
    return row;
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
    if (!isAwaited(award))
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

bool isAwaited(const CheckedAward &award)
{
    return award.sessions.isEmpty() && !award.isReplaced;
}

Urgency urgencyOf(const CheckedAward &award, QDate today)
{
    return urgencyOf(award.deadline, isAwaited(award), today);
}

AwardTableModel::AwardTableModel(QObject *parent)
    : FacetedTableModel(awardColumns(), parent)
{
    Q_ASSERT(columns().size() == ColumnCount);
}

void AwardTableModel::setWorkspace(const WorkspacePtr &workspace)
{
    std::vector<ModelRow> rows;
    rows.reserve(size_t(workspace->awards.size()));
    for (qsizetype position = 0; position < workspace->awards.size(); ++position)
        rows.push_back(rowOf(*workspace, position));
    m_workspace = workspace;
    setRows(awardFacets(workspace->today), std::move(rows));
}

const AwardNotification &AwardTableModel::award(int row) const
{
    return m_workspace->awards.at(storeRow(row));
}

const CheckedAward &AwardTableModel::checkedAward(int row) const
{
    return m_workspace->checkedAwards.at(storeRow(row));
}

bool AwardTableModel::isAwaited(int row) const
{
    return recoupe::isAwaited(*m_workspace, storeRow(row));
}

} // namespace recoupe
