// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/decisionrepository.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr char decisionColumnNames[] =
    "batch, decided_at, operator_name, subject, kind, formation_numero, action_numero, "
    "session_numero, value_before, value_after, reason";

void decisionColumns(auto &columns, auto &decision)
{
    columns(decision.batch, decision.at, decision.operatorName, decision.subject, decision.kind,
            decision.key.formation, decision.key.action, decision.key.session, decision.before,
            decision.after, decision.reason);
}

constexpr Sql insertDecision("INSERT INTO decisions (", decisionColumnNames,
                             ", undoes, verified_before, overridden_before) "
                             "VALUES (?,?,?,?,?,?,?,?,?,?,?, ?,?,?) {returning_id}");
constexpr Sql selectAll("SELECT ", decisionColumnNames, ", id, undoes FROM decisions ORDER BY id");
constexpr Sql selectOfSession("SELECT ", decisionColumnNames,
                              ", id, undoes FROM decisions WHERE formation_numero = ? "
                              "AND (subject = 'action' OR (action_numero = ? "
                              "AND session_numero = ?)) ORDER BY id");
constexpr Sql selectUndoable(
    "SELECT ", decisionColumnNames,
    ", id, undoes FROM decisions d WHERE batch = (SELECT n.batch FROM decisions n "
    "WHERE n.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = n.id) "
    "ORDER BY n.id DESC LIMIT 1) "
    "AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id) ORDER BY id");

constexpr Sql selectState("SELECT id, last_submission, verified_submission, overridden "
                          "FROM sessions WHERE formation_numero = ? AND action_numero = ? "
                          "AND session_numero = ?");
constexpr Sql selectUndone("SELECT verified_before, overridden_before FROM decisions "
                           "WHERE id = ?");
constexpr Sql
    updateActivation("UPDATE sessions SET active = ?, verified_submission = ?, overridden = ?, "
                     "version = version + 1 WHERE id = ?");
constexpr Sql updateRecruitment("UPDATE sessions SET recruitment = ?, version = version + 1 "
                                "WHERE id = ?");
constexpr Sql updateAction("UPDATE actions SET active = ?, version = version + 1 "
                           "WHERE numero = ?");

//! What an activation moves beside the toggle, and an undo puts back.
struct Verification
{
    std::optional<int> submission;
    bool overridden = false;
};

struct SessionState
{
    qint64 id = 0;
    int lastSubmission = 0;
    Verification verification;
};

Failure unknownSubject(const SessionKey &key)
{
    return fail(ErrorCode::NotFound,
                Tr::tr("« %1 » n'est pas connu. Vérifiez le numéro.").arg(key.toString()));
}

Result<SessionState> stateOf(SqlConnection &sql, const SessionKey &key)
{
    SessionState state;
    Statement select(sql, selectState);
    select(key.formation, key.action, key.session);
    Result<> selected = select.forEach([&](Row &row) {
        row(state.id, state.lastSubmission, state.verification.submission,
            state.verification.overridden);
    });
    if (!selected)
        return failureOf(selected);
    if (!state.id)
        return unknownSubject(key);
    return state;
}

//! What was verified once \a decision holds.
Result<Verification> verificationAfter(SqlConnection &sql, const Decision &decision,
                                       const SessionState &state)
{
    if (decision.undoes) {
        Verification before = state.verification;
        Statement select(sql, selectUndone);
        select(decision.undoes);
        return select.forEach([&](Row &row) { row(before.submission, before.overridden); })
            .map([&] { return before; });
    }
    if (decision.after == activeToken)
        return Verification{state.lastSubmission, !decision.reason.isEmpty()};
    return Verification{state.verification.submission, false};
}

Result<> decideSession(SqlConnection &sql, const Decision &decision, const SessionState &state)
{
    if (decision.kind == DecisionKind::Recruitment)
        return execute(sql, updateRecruitment, decision.after, state.id);
    const Result<Verification> verification = verificationAfter(sql, decision, state);
    if (!verification)
        return failureOf(verification);
    return execute(sql, updateActivation, decision.after == activeToken, verification->submission,
                   verification->overridden, state.id);
}

Result<> decideAction(SqlConnection &sql, const Decision &decision)
{
    Statement update(sql, updateAction);
    update(decision.after == activeToken, decision.key.formation);
    if (Result<> updated = update.execute(); !updated)
        return updated;
    if (update.changedRows() == 0)
        return unknownSubject(decision.key);
    return {};
}

bool isPossible(const Decision &decision)
{
    if (decision.kind == DecisionKind::Activation)
        return decision.after == activeToken || decision.after == inactiveToken;
    return decision.subject == DecisionSubject::Session &&
           recruitmentFromToken(decision.after).has_value();
}

Result<qint64> record(SqlConnection &sql, const Decision &decision, const Verification &before)
{
    Statement insert(sql, insertDecision);
    decisionColumns(insert, decision);
    insert(decision.undoes ? std::optional(decision.undoes) : std::nullopt, before.submission,
           before.overridden);
    return insert.insertedId();
}

Result<QList<Decision>> decisionsOf(Statement &select)
{
    QList<Decision> decisions;
    return select
        .forEach([&](Row &row) {
            Decision &decision = decisions.emplaceBack();
            decisionColumns(row, decision);
            row(decision.id, decision.undoes);
        })
        .map([&] { return decisions; });
}

} // namespace

DecisionRepository::DecisionRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<qint64> DecisionRepository::append(const Decision &decision)
{
    if (!isPossible(decision)) {
        return fail(ErrorCode::InvalidArgument, Tr::tr("« %1 » ne peut pas devenir « %2 ».")
                                                    .arg(decision.key.toString(), decision.after));
    }
    SessionState state;
    Result<> decided;
    if (decision.subject == DecisionSubject::Action) {
        decided = decideAction(m_sql, decision);
    } else {
        const Result<SessionState> found = stateOf(m_sql, decision.key);
        if (!found)
            return failureOf(found);
        state = *found;
        decided = decideSession(m_sql, decision, state);
    }
    if (!decided)
        return failureOf(decided);
    return record(m_sql, decision, state.verification);
}

Result<QList<Decision>> DecisionRepository::history(std::optional<SessionKey> key) const
{
    Statement select(m_sql, key ? selectOfSession : selectAll);
    if (key)
        select(key->formation, key->action, key->session);
    return decisionsOf(select);
}

Result<QList<Decision>> DecisionRepository::lastUndoableBatch() const
{
    Statement select(m_sql, selectUndoable);
    return decisionsOf(select);
}

} // namespace recoupe
