// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sessiontablemodel.h"

#include "core/textfolding.h"
#include "domain/departement.h"
#include "models/matchwords.h"
#include "models/sessiontask.h"
#include "models/words.h"

#include <QSet>

#include <array>

namespace recoupe {

namespace {

constexpr std::array controls{Control::Discrepancy, Control::NoAward,    Control::Ambiguous,
                              Control::ToReview,    Control::Incomplete, Control::Conforming,
                              Control::SetAside};
constexpr std::array funders{Funder::Region, Funder::PoleEmploi, Funder::Agefiph, Funder::Other};
constexpr std::array recruitments{RecruitmentState::Open, RecruitmentState::Suspended,
                                  RecruitmentState::Closed, RecruitmentState::Unknown};

template <typename Values, typename Value>
int positionOf(const Values &values, Value value)
{
    return int(std::ranges::find(values, value) - values.begin());
}

constexpr int dayBits = 24; // of a Julian day
QList<ModelColumn> sessionColumns()
{
    return {{QStringLiteral("verdict"), ModelsTr::tr("Verdict")},
            {QStringLiteral("market"), ModelsTr::tr("N° de marché")},
            {QStringLiteral("action"), ModelsTr::tr("Action")},
            {QStringLiteral("session"), ModelsTr::tr("Session")},
            {QStringLiteral("place"), ModelsTr::tr("Lieu")},
            {QStringLiteral("dates"), ModelsTr::tr("Dates")},
            {QStringLiteral("mandataire"), ModelsTr::tr("Mandataire")},
            {QStringLiteral("funder"), ModelsTr::tr("Financeur")},
            {QStringLiteral("activation"), ModelsTr::tr("Activation")},
            {QStringLiteral("recruitment"), ModelsTr::tr("Recrutement")},
            {QStringLiteral("published"), ModelsTr::tr("Diffusée")},
            {QStringLiteral("deadline"), ModelsTr::tr("Échéance")},
            {QStringLiteral("exported"), ModelsTr::tr("Exportée")},
            {QStringLiteral("note"), ModelsTr::tr("Note")},
            {QStringLiteral("holder"), ModelsTr::tr("Pris en charge")}};
}

//! The values of a facet that follow from the base, each with its position.
class FoundValues
{
public:
    explicit FoundValues(QList<FacetValue> values)
        : m_values(std::move(values))
    {
        for (qsizetype i = 0; i < m_values.size(); ++i)
            m_positions.insert(m_values.at(i).token, int(i));
    }

    [[nodiscard]] const QList<FacetValue> &values() const { return m_values; }
    //! Adds the mark where there is such a value.
    void mark(QList<FacetMark> &marks, int facet, const QString &token) const
    {
        if (const int position = m_positions.value(token, -1); position >= 0)
            marks << FacetMark{facet, position};
    }

private:
    QList<FacetValue> m_values;
    QHash<QString, int> m_positions;
};

constexpr qsizetype mostMandataires = 250; // a longer list is searched rather than read

QString departementOf(const TrainingSession &session)
{
    const QString &code = session.place.postalCode;
    return code.startsWith(QLatin1String("97")) ? code.left(3) : code.left(2);
}

QString mandataireToken(const TrainingAction &action)
{
    return folded(action.mandataire.displayName());
}

QList<FacetValue> departementsIn(const Workspace &workspace)
{
    QMap<QString, FacetValue> values;
    for (const CheckedSession &session : workspace.sessions) {
        const QString code = departementOf(session.session());
        if (const QString name = departementName(code); !name.isEmpty())
            values.insert(code, {code, ModelsTr::tr("%1 %2", "département").arg(code, name)});
    }
    return values.values();
}

//! In the order of their names; where there are too many, those with the most sessions.
QList<FacetValue> mandatairesIn(const Workspace &workspace)
{
    QMap<QString, FacetValue> values;
    QHash<QString, int> counts;
    for (const CheckedSession &session : workspace.sessions) {
        const TrainingAction &action = workspace.actionOf(session).submitted;
        const QString token = mandataireToken(action);
        if (counts[token]++ == 0 && !token.isEmpty())
            values.insert(token, {token, action.mandataire.displayName()});
    }
    QList<FacetValue> found = values.values();
    if (found.size() <= mostMandataires)
        return found;
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [&](const FacetValue &value) { return counts.value(value.token); });
    found.resize(mostMandataires);
    std::ranges::sort(found, {}, &FacetValue::token);
    return found;
}

//! The values of the facet of who works on a session.
QString mineToken()
{
    return QStringLiteral("mine");
}
QString nobodyToken()
{
    return QStringLiteral("nobody");
}
QString holderToken(const CheckedSession &session, const QString &me)
{
    if (!session.hold)
        return nobodyToken();
    const QString &name = session.hold->operatorName;
    return name == me ? mineToken() : QStringLiteral("of:") + name;
}

//! Mine and nobody's, whether there are such or not, and those of each colleague.
QList<FacetValue> holdersIn(const Workspace &workspace, const QString &me)
{
    QMap<QString, FacetValue> others;
    for (const CheckedSession &session : workspace.sessions) {
        if (session.hold && session.hold->operatorName != me) {
            const QString &name = session.hold->operatorName;
            others.insert(name, {holderToken(session, me), ModelsTr::tr("Par %1").arg(name)});
        }
    }
    return QList<FacetValue>{{mineToken(), ModelsTr::tr("Par moi")}} + others.values() +
           QList<FacetValue>{{nobodyToken(), ModelsTr::tr("Par personne")}};
}

//! What of the facets follows from the base.
struct FoundFacets
{
    QString me; //!< who looks at them
    QStringList rules;
    FoundValues departements;
    FoundValues mandataires;
    FoundValues holders;
};

QList<Facet> sessionFacets(QDate today, const FoundFacets &found)
{
    Facet task{taskFacetName(), ModelsTr::tr("À faire"), {}, true};
    for (const SessionTask value : sessionTasks)
        task.values << FacetValue{toToken(value), sessionTaskName(value)};
    Facet urgency{urgencyFacetName(), ModelsTr::tr("Échéance"), {}};
    for (const Urgency value : urgencies)
        urgency.values << FacetValue{toToken(value), urgencyName(value)};
    Facet control{QStringLiteral("control"), ModelsTr::tr("Verdict"), {}};
    for (const Control value : controls)
        control.values << FacetValue{toToken(value), controlName(value), badgeOf(value)};
    Facet funder{QStringLiteral("funder"), ModelsTr::tr("Financeur"), {}};
    for (const Funder value : funders)
        funder.values << FacetValue{toToken(value), funderName(value, today)};
    Facet activation{QStringLiteral("activation"), ModelsTr::tr("Activation"), {}};
    for (const bool value : {true, false})
        activation.values << FacetValue{value ? QStringLiteral("active")
                                              : QStringLiteral("inactive"),
                                        activationName(value), activationBadge(value)};
    Facet recruitment{QStringLiteral("recruitment"), ModelsTr::tr("Recrutement"), {}};
    for (const RecruitmentState value : recruitments)
        recruitment.values << FacetValue{toToken(value), recruitmentName(value), badgeOf(value)};
    Facet rule{ruleFacetName(), ModelsTr::tr("Règle en écart"), {}, true};
    for (const QString &id : found.rules)
        rule.values << FacetValue{id, ruleTitle(id)};
    const Facet departement{QStringLiteral("departement"), ModelsTr::tr("Département"),
                            found.departements.values(), true};
    const Facet mandataire{QStringLiteral("mandataire"), ModelsTr::tr("Mandataire"),
                           found.mandataires.values(), true};
    const Facet holder{QStringLiteral("holder"), ModelsTr::tr("Pris en charge"),
                       found.holders.values(), true};
    return {task,        control, funder,      urgency,    activation,
            recruitment, rule,    departement, mandataire, holder};
}

QString placeText(const Place &place)
{
    if (place.city.isEmpty())
        return place.postalCode.isEmpty() ? place.name : place.postalCode;
    return place.postalCode.isEmpty()
               ? place.city
               : ModelsTr::tr("%1 (%2)", "place").arg(place.city, place.postalCode);
}

//! Unknown days come last when dates are sorted upwards.
qint64 rankOf(const PartialDate &date)
{
    constexpr qint64 unknown = (1LL << dayBits) - 1;
    const QDate day = date.earliest();
    return day.isValid() ? std::clamp<qint64>(day.toJulianDay(), 0, unknown - 1) : unknown;
}

ModelCell datesCell(const TrainingSession &session)
{
    return {period(session.start, session.end),
            (rankOf(session.start) << dayBits) + rankOf(session.end)};
}

//! With the countdown as long as the session waits for a decision.
ModelCell deadlineCell(const Workspace &workspace, const CheckedSession &checked)
{
    const QDate day = deadlineOf(checked, workspace);
    ModelCell cell{shortDate(day),
                   day.isValid() ? day.toJulianDay() : std::numeric_limits<qint64>::max()};
    if (day.isValid() && awaitsDecision(checked))
        cell.text =
            ModelsTr::tr("%1 (%2)", "deadline").arg(cell.text, countdown(day, workspace.today));
    return cell;
}

ModelCell noteCell(const CheckedSession &checked)
{
    if (checked.notes.isEmpty())
        return {};
    return {checked.notes.last().text.simplified()};
}

ModelCell activationCell(const StoredSession &stored)
{
    if (stored.active && stored.overridden) {
        return {ModelsTr::tr("Active malgré l'écart"), 0, QStringLiteral("activation/overridden")};
    }
    return {activationName(stored.active), stored.active ? 0 : 1, activationBadge(stored.active)};
}

//! The findings in a few lines, for who only points at the verdict.
QString verdictToolTip(const CheckedSession &session)
{
    QStringList lines;
    for (const Finding &finding : session.findings) {
        lines << ModelsTr::tr("%1 : %2").arg(severityName(finding.severity), finding.message);
    }
    lines << session.gaps;
    return lines.isEmpty() ? controlName(session.control) : lines.join(u'\n');
}

//! The rules that have something to say of a session, each once.
QList<FacetMark> ruleMarks(const CheckedSession &session, const QStringList &rules)
{
    QList<FacetMark> marks;
    QSet<QString> seen;
    for (const Finding &finding : session.findings) {
        const qsizetype position = rules.indexOf(finding.rule);
        if (position < 0 || seen.contains(finding.rule))
            continue;
        seen << finding.rule;
        marks << FacetMark{SessionTableModel::RuleFacet, int(position)};
    }
    return marks;
}

//! Those that occur, in the order of the catalogue, and those that rows are filtered by: a rule
//! must not go from the list because the last of its findings was settled.
QStringList rulesToOffer(const Workspace &workspace, QSet<QString> wanted)
{
    for (const CheckedSession &session : workspace.sessions) {
        for (const Finding &finding : session.findings)
            wanted << finding.rule;
    }
    QStringList rules;
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        if (wanted.contains(id))
            rules << id;
    }
    return rules;
}

ModelRow rowOf(const Workspace &workspace, const CheckedSession &checked, const FoundFacets &found)
{
    const TrainingSession &session = checked.session();
    const TrainingAction &action = workspace.actionOf(checked).submitted;
    const RecruitmentState recruitment = checked.stored.recruitment;
    const Reach reach = reachOf(checked.audience);
    const int control = positionOf(controls, checked.control);
    const int funder = positionOf(funders, session.funder());
    const int recruitmentRank = positionOf(recruitments, recruitment);
    const Funding *funding = session.checkedFunding();
    using Model = SessionTableModel;

    ModelRow row;
    row.cells = {{controlName(checked.control), control, badgeOf(checked.control)},
                 {session.marketNumber().text()},
                 {action.title},
                 {session.key.session},
                 {placeText(session.place)},
                 datesCell(session),
                 {action.mandataire.displayName()},
                 {funderShortName(session.funder(), workspace.today), funder},
                 activationCell(checked.stored),
                 {recruitmentName(recruitment), recruitmentRank, badgeOf(recruitment)},
                 {reachName(reach), qint64(reach), badgeOf(reach)},
                 deadlineCell(workspace, checked),
                 {exportedName(checked.audience.partners), checked.audience.partners ? 0 : 1},
                 noteCell(checked),
                 {checked.hold ? checked.hold->operatorName : QString()}};
    row.facets = {{Model::ControlFacet, control},
                  {Model::FunderFacet, funder},
                  {Model::ActivationFacet, checked.stored.active ? 0 : 1},
                  {Model::RecruitmentFacet, recruitmentRank}};
    row.facets << ruleMarks(checked, found.rules);
    for (const SessionTask task : tasksOf(checked, workspace))
        row.facets << FacetMark{Model::TaskFacet, positionOf(sessionTasks, task)};
    const Urgency urgency =
        urgencyOf(deadlineOf(checked, workspace), awaitsDecision(checked), workspace.today);
    row.facets << FacetMark{Model::UrgencyFacet, positionOf(urgencies, urgency)};
    found.departements.mark(row.facets, Model::DepartementFacet, departementOf(session));
    found.mandataires.mark(row.facets, Model::MandataireFacet, mandataireToken(action));
    found.holders.mark(row.facets, Model::HolderFacet, holderToken(checked, found.me));
    row.alsoSearched = {action.mandataire.siret, action.numero,
                        funding ? funding->scheme : QString(),
                        funderName(session.funder(), workspace.today)};
    return row;
}

class SessionContent : public TableContent
{
public:
    SessionContent() = default;
    SessionContent(const WorkspacePtr &from, const FoundFacets &found)
        : TableContent(sessionFacets(from->today, found))
        , workspace(from)
    {
    }

    //! \a wantedRules: those that rows are filtered by.
    static TableContentPtr of(const WorkspacePtr &from, const QString &me,
                              const QSet<QString> &wantedRules, const IsStale &isStale)
    {
        const FoundFacets found{
            me, rulesToOffer(*from, wantedRules), FoundValues(departementsIn(*from)),
            FoundValues(mandatairesIn(*from)), FoundValues(holdersIn(*from, me))};
        const auto content = std::make_shared<SessionContent>(from, found);
        const auto makeRow = [&](qsizetype position) {
            return rowOf(*from, from->sessions.at(position), found);
        };
        return content->fill(from->sessions.size(), makeRow, isStale) ? content : nullptr;
    }

    QString id(quint32 row) const override { return workspace->sessions.at(row).key().toString(); }
    QString sentence(quint32 row) const override;
    QString toolTip(quint32 row, int column) const override;

    WorkspacePtr workspace;
};

QString SessionContent::sentence(quint32 row) const
{
    using Model = SessionTableModel;
    return ModelsTr::tr("%1. Marché %2, %3, session %4, %5, dates %6, mandataire %7, financeur %8. "
                        "%9.")
        .arg(text(row, Model::Verdict), text(row, Model::Market), text(row, Model::Action),
             text(row, Model::Session), text(row, Model::Location), text(row, Model::Dates),
             text(row, Model::Mandataire), text(row, Model::FunderName),
             ModelsTr::tr("Session %1, recrutement %2, diffusée : %3")
                 .arg(text(row, Model::Activation).toLower(),
                      text(row, Model::Recruitment).toLower(),
                      text(row, Model::Published).toLower()));
}

QString SessionContent::toolTip(quint32 row, int column) const
{
    const CheckedSession &checked = workspace->sessions.at(row);
    switch (column) {
    case SessionTableModel::Verdict: return verdictToolTip(checked);
    case SessionTableModel::FunderName:
        return funderName(checked.session().funder(), workspace->today);
    case SessionTableModel::Published:
    case SessionTableModel::Exported: return audienceInWords(checked.audience);
    case SessionTableModel::LastNote:
        return checked.notes.isEmpty() ? QString() : noteInWords(checked.notes.last());
    case SessionTableModel::Holder: return checked.hold ? holdInWords(*checked.hold) : QString();
    default: return {};
    }
}

} // namespace

QString ruleFacetName()
{
    return QStringLiteral("rule");
}

SessionTableModel::SessionTableModel(const QString &me, QObject *parent)
    : FacetedTableModel(sessionColumns(), std::make_shared<SessionContent>(), parent)
    , m_me(me)
{
    Q_ASSERT(columns().size() == ColumnCount);
}

void SessionTableModel::setWorkspace(const WorkspacePtr &workspace)
{
    const QSet<QString> wantedRules = filter().facets.value(ruleFacetName());
    load(workspace->sessions.size(), [workspace, me = m_me, wantedRules](const IsStale &isStale) {
        return SessionContent::of(workspace, me, wantedRules, isStale);
    });
}

const WorkspacePtr &SessionTableModel::workspace() const
{
    return static_cast<const SessionContent &>(content()).workspace;
}

const CheckedSession &SessionTableModel::session(int row) const
{
    return workspace()->sessions.at(storeRow(row));
}

int SessionTableModel::nextRow(int row, bool forward,
                               const std::function<bool(const CheckedSession &)> &wanted) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + (forward ? step : -step) + 2 * count) % count;
        if (candidate != row && wanted(session(candidate)))
            return candidate;
    }
    return -1;
}

} // namespace recoupe
