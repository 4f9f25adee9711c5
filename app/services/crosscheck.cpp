// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/crosscheck.h"

#include "core/textfolding.h"
#include "rules/deadline.h"
#include "services/publication.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr qsizetype progressStep = 500;

//! Who manages the contract, as far as it can be told: the enterprise, else what was written.
QString enterpriseOf(const Organisation &organisation)
{
    const QString siren = sirenOf(organisation.siret);
    return siren.isEmpty() ? folded(organisation.displayName()) : siren;
}

//! In the order in which a check of everything finds them: that of \a order. That check inserts at
//! the end only.
template <typename List, typename Value, typename Order>
void insertSorted(List &list, const Value &value, Order order)
{
    list.insert(std::ranges::upper_bound(list, std::invoke(order, value), {}, order), value);
}

} // namespace

CrossCheck::CrossCheck(Workspace &workspace)
    : m_workspace(workspace)
    , m_awards(workspace.awards)
    , m_sesar(workspace.declarations)
    , m_candidates(workspace.awards, m_awards)
{
    workspace.checkedAwards.resize(workspace.awards.size());
    for (qsizetype award = 0; award < workspace.awards.size(); ++award) {
        CheckedAward &checked = workspace.checkedAwards[award];
        checked.inForce = m_awards.inForce(award);
        checked.isReplaced = checked.inForce != award;
    }
    workspace.sisters.resize(std::size_t(workspace.actions.size()));
    m_contractOf.resize(workspace.sessions.size());
}

Result<> CrossCheck::run(const Progress &progress)
{
    if (Result<> found = findActions(); !found)
        return found;
    const qsizetype count = m_workspace.sessions.size();
    for (qsizetype row = 0; row < count; ++row) {
        if (progress && row % progressStep == 0 && !progress(row, 2 * count))
            return fail(ErrorCode::Cancelled, Tr::tr("Contrôle interrompu."));
        findNotification(row);
        enter(row);
    }
    for (qsizetype row = 0; row < count; ++row) {
        if (progress && row % progressStep == 0 && !progress(count + row, 2 * count))
            return fail(ErrorCode::Cancelled, Tr::tr("Contrôle interrompu."));
        judge(row);
    }
    for (qsizetype award = 0; award < m_workspace.awards.size(); ++award)
        judgeAward(award);
    return {};
}

QList<qsizetype> CrossCheck::recheck(const QList<qsizetype> &rows, const QList<qsizetype> &actions)
{
    QSet<qsizetype> affected(rows.begin(), rows.end());
    QSet<qsizetype> awards;
    QSet<qsizetype> formations(actions.begin(), actions.end());
    const auto addNeighbours = [&](qsizetype row) {
        const QList<qsizetype> &contract = m_contracts[m_contractOf[row]].sessions;
        affected.unite(QSet<qsizetype>(contract.begin(), contract.end()));
        const AwardMatch &match = m_workspace.sessions.at(row).match;
        if (match.award >= 0)
            awards.insert(match.award);
        awards.unite(QSet<qsizetype>(match.candidates.begin(), match.candidates.end()));
    };
    for (const qsizetype row : rows) {
        addNeighbours(row);
        withdraw(row);
        findNotification(row);
        enter(row);
        addNeighbours(row);
        formations.insert(m_workspace.sessions.at(row).action);
    }
    for (const qsizetype action : std::as_const(formations))
        addSessionsOf(action, affected);
    for (const qsizetype row : std::as_const(affected))
        judge(row);
    for (const qsizetype award : std::as_const(awards))
        judgeAward(award);
    QList<qsizetype> sorted(affected.begin(), affected.end());
    std::ranges::sort(sorted);
    return sorted;
}

//! They stand one after the other: their keys begin with the action's.
void CrossCheck::addSessionsOf(qsizetype action, QSet<qsizetype> &rows) const
{
    const BlockList<CheckedSession> &sessions = m_workspace.sessions;
    const SessionKey first{m_workspace.actions.at(action).submitted.numero, {}, {}};
    const auto begin = std::ranges::lower_bound(sessions, first, {}, &CheckedSession::key);
    for (auto session = begin; session != sessions.end() && session->action == action; ++session)
        rows.insert(session - sessions.begin());
}

Result<> CrossCheck::findActions()
{
    QHash<QString, qsizetype> actions;
    for (qsizetype i = 0; i < m_workspace.actions.size(); ++i)
        actions.insert(m_workspace.actions.at(i).submitted.numero, i);
    for (qsizetype row = 0; row < m_workspace.sessions.size(); ++row) {
        CheckedSession &session = m_workspace.toChange(row);
        session.action = actions.value(session.key().formation, -1);
        if (session.action < 0) {
            return fail(
                ErrorCode::DatabaseDamaged,
                Tr::tr("La session %1 n'a pas d'action dans la base : restaurer la dernière "
                       "sauvegarde.")
                    .arg(session.key().toString()));
        }
    }
    return {};
}

void CrossCheck::findNotification(qsizetype row)
{
    CheckedSession &session = m_workspace.toChange(row);
    const TrainingAction &action = m_workspace.actionOf(session).submitted;
    const AwardChoice &choice = session.stored.choice;
    session.match = m_awards.match(action, session.session(), choice);
    session.candidates.clear();
    if (session.match.outcome == AwardMatch::Outcome::None ||
        session.match.outcome == AwardMatch::Outcome::Ambiguous)
        session.candidates = m_candidates.candidatesFor(action, session.session(), choice.refused);
    session.declarations = m_sesar.declarationsFor(session.session());
    session.contractDeclarations = m_sesar.ofContract(session.session());
}

//! Makes the session known to its neighbours. One that left the feed is none: it may have come back
//! under another numero. Nor is one that was set aside: its twin is no duplicate any more, and its
//! notification waits for another.
void CrossCheck::enter(qsizetype row)
{
    const CheckedSession &session = m_workspace.sessions.at(row);
    if (!isOut(session))
        insertSorted(
            m_workspace.sisters[std::size_t(session.action)], &session.session(),
            [](const TrainingSession *sister) -> const SessionKey & { return sister->key; });
    m_contractOf[row] = contractOf(session);
    if (!m_contractOf[row].isEmpty()) {
        Contract &contract = m_contracts[m_contractOf[row]];
        contract.sessions.append(row);
        ++contract.actions[session.action];
    }
    if (!isAside(session))
        noteAward(row, true);
}

bool CrossCheck::isAside(const CheckedSession &session) const
{
    return standingOf(session.stored, m_workspace.actionOf(session)) == Standing::Aside;
}

bool CrossCheck::isOut(const CheckedSession &session) const
{
    return session.stored.vanishedAt.isValid() || isAside(session);
}

void CrossCheck::withdraw(qsizetype row)
{
    const CheckedSession &session = m_workspace.sessions.at(row);
    std::erase(m_workspace.sisters[std::size_t(session.action)], &session.session());
    if (!m_contractOf[row].isEmpty()) {
        Contract &contract = m_contracts[m_contractOf[row]];
        contract.sessions.removeOne(row);
        if (--contract.actions[session.action] == 0)
            contract.actions.remove(session.action);
    }
    noteAward(row, false);
}

void CrossCheck::noteAward(qsizetype row, bool isThere)
{
    const AwardMatch &match = m_workspace.sessions.at(row).match;
    QList<qsizetype> awards = match.candidates;
    if (match.isMatched())
        awards.append(match.award);
    for (const qsizetype award : std::as_const(awards)) {
        QList<qsizetype> &sessions = m_workspace.checkedAwards[award].sessions;
        if (isThere)
            insertSorted(sessions, row, std::identity());
        else
            sessions.removeOne(row);
    }
}

QString CrossCheck::contractOf(const CheckedSession &session) const
{
    const MarketNumber market = session.session().marketNumber();
    const bool isMatched = session.match.isMatched();
    if (isOut(session) || (!isMatched && market.isMissing()) ||
        session.match.outcome == AwardMatch::Outcome::OutOfScope)
        return {};
    const QString contract = isMatched
                                 ? m_workspace.awards.at(session.match.award).key().toToken()
                                 : toToken(session.session().funder()) + u'/' + market.normalized();
    return contract + u'\n' + enterpriseOf(m_workspace.actionOf(session).submitted.mandataire);
}

//! The earlier submission of this numero that bore another market number. What was verified
//! counts; before that, the first submission under a number that is a contract's: the number of no
//! contract was a slip that was set right.
std::optional<TrainingSession> CrossCheck::overwrittenBy(const CheckedSession &session) const
{
    const StoredSession &stored = session.stored;
    if (!stored.verified && stored.earlier.isEmpty())
        return std::nullopt;
    const MarketNumber now = stored.submitted.marketNumber();
    const auto isOther = [&](const TrainingSession &earlier) {
        const MarketNumber market = earlier.marketNumber();
        return !market.isMissing() && !now.isMissing() && !market.matches(now);
    };
    if (stored.verified)
        return isOther(*stored.verified) ? stored.verified : std::nullopt;
    const TrainingAction &action = m_workspace.actionOf(session).submitted;
    for (const TrainingSession &earlier : stored.earlier) {
        const AwardMatch::Outcome outcome = m_awards.match(action, earlier).outcome;
        if (outcome == AwardMatch::Outcome::None || outcome == AwardMatch::Outcome::OutOfScope)
            continue;
        return isOther(earlier) ? std::optional(earlier) : std::nullopt;
    }
    return std::nullopt;
}

void CrossCheck::judge(qsizetype row)
{
    CheckedSession &session = m_workspace.toChange(row);
    const StoredAction &action = m_workspace.actionOf(session);
    const StoredSession &stored = session.stored;
    session.overwritten = overwrittenBy(session);
    session.otherActions.clear();
    const QMap<qsizetype, int> actions = m_contracts.value(m_contractOf[row]).actions;
    for (auto other = actions.begin(); other != actions.end(); ++other) {
        if (other.key() != session.action && !m_contractOf[row].isEmpty())
            session.otherActions << m_workspace.actions.at(other.key()).submitted.numero;
    }

    const SessionCase subject = m_workspace.caseOf(session);
    session.findings = checkSession(subject);
    session.gaps = gapsOf(subject);
    session.control =
        controlOf(subject, session.findings, session.gaps, standingOf(stored, action));
    session.audience = audienceOf(stored, action, m_workspace.today);
}

void CrossCheck::judgeAward(qsizetype award)
{
    CheckedAward &checked = m_workspace.checkedAwards[award];
    const AwardNotification &notification = m_workspace.awards.at(award);
    checked.deadline = entryDeadline(notification, m_workspace.settings.dayCount);
    checked.findings = checkAward({.award = notification,
                                   .hasSession = !checked.sessions.isEmpty(),
                                   .isReplaced = checked.isReplaced,
                                   .settings = m_workspace.settings,
                                   .today = m_workspace.today});
}

} // namespace recoupe
