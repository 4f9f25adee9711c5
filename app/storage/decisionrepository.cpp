// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/decisionrepository.h"

#include "domain/awardnotification.h"
#include "domain/returnreason.h"
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
    "session_numero, setting_name, value_before, value_after, reason, redo";

void decisionColumns(auto &columns, auto &decision)
{
    columns(decision.batch, decision.at, decision.operatorName, decision.subject, decision.kind,
            decision.key.formation, decision.key.action, decision.key.session, decision.setting,
            decision.before, decision.after, decision.reason, decision.redo);
}

constexpr Sql insertDecision("INSERT INTO decisions (", decisionColumnNames,
                             ", undoes, verified_before, overridden_before) "
                             "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?, ?,?,?) {returning_id}");
constexpr Sql selectAll("SELECT ", decisionColumnNames, ", id, undoes FROM decisions ORDER BY id");
constexpr Sql selectSince("SELECT ", decisionColumnNames,
                          ", id, undoes FROM decisions WHERE id > ? ORDER BY id");
constexpr Sql selectNewest("SELECT COALESCE(MAX(id), 0) FROM decisions");
constexpr Sql selectOfSession("SELECT ", decisionColumnNames,
                              ", id, undoes FROM decisions WHERE formation_numero = ? "
                              "AND (subject = 'action' OR (action_numero = ? "
                              "AND session_numero = ?)) ORDER BY id");
constexpr Sql
    selectNewestOf("SELECT ", decisionColumnNames,
                   ", id, undoes FROM decisions WHERE formation_numero = ? AND action_numero = ? "
                   "AND session_numero = ? AND subject = ? AND kind = ? AND setting_name = ? "
                   "ORDER BY id DESC LIMIT 1");
constexpr Sql selectBatch("SELECT ", decisionColumnNames,
                          ", id, undoes FROM decisions WHERE batch = ? ORDER BY id");
constexpr Sql selectCountsAfter("SELECT subject, count(*) FROM decisions WHERE id > ? "
                                "GROUP BY subject");
// An undo takes back what is none: a decision, or one that was brought back.
constexpr Sql selectLastUndoable("SELECT batch FROM decisions n "
                                 "WHERE (n.undoes IS NULL OR n.redo = 1) AND NOT EXISTS "
                                 "(SELECT 1 FROM decisions u WHERE u.undoes = n.id) "
                                 "ORDER BY n.id DESC LIMIT 1");
constexpr Sql selectUndoable("SELECT ", decisionColumnNames,
                             ", id, undoes FROM decisions d WHERE batch = ? "
                             "AND (undoes IS NULL OR redo = 1) AND NOT EXISTS "
                             "(SELECT 1 FROM decisions u WHERE u.undoes = d.id) ORDER BY id");
// Only undos after the newest decision are looked at: the trail behind it may be long.
constexpr Sql
    selectRedoable("SELECT ", decisionColumnNames,
                   ", id, undoes FROM decisions d WHERE batch = (SELECT n.batch FROM decisions n "
                   "WHERE n.id > COALESCE((SELECT p.id FROM decisions p WHERE p.undoes IS NULL "
                   "ORDER BY p.id DESC LIMIT 1), 0) AND n.undoes IS NOT NULL AND n.redo = 0 "
                   "AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = n.id) "
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
constexpr Sql selectActionState("SELECT id, last_submission, verified_submission FROM actions "
                                "WHERE numero = ?");
constexpr Sql removeChoice("DELETE FROM session_awards WHERE session_id = ? AND award_key = ? "
                           "AND accepted = ?");
constexpr Sql noteChange("UPDATE sessions SET version = version + 1 WHERE id = ?");
constexpr Sql insertChoice("INSERT INTO session_awards (session_id, award_key, accepted) "
                           "VALUES (?, ?, ?)");
constexpr Sql setAside("UPDATE sessions SET set_aside = ?, aside_at = ?, aside_submission = ?, "
                       "version = version + 1 WHERE id = ?");
constexpr Sql setAsideAgain("UPDATE sessions SET set_aside = ?, aside_at = COALESCE(aside_at, 0), "
                            "aside_submission = COALESCE(aside_submission, 1), "
                            "version = version + 1 WHERE id = ?");
constexpr Sql setAsideUnseen("UPDATE sessions SET set_aside = ?, aside_at = 0, "
                             "aside_submission = 1, version = version + 1 WHERE id = ?");
constexpr Sql takeUp("UPDATE sessions SET set_aside = NULL, version = version + 1 WHERE id = ?");
constexpr Sql forgetAside("UPDATE sessions SET set_aside = NULL, aside_at = NULL, "
                          "aside_submission = NULL, version = version + 1 WHERE id = ?");
constexpr Sql endHold("DELETE FROM session_holders WHERE session_id = ?");
constexpr Sql removeSetting("DELETE FROM settings WHERE name = ?");
constexpr Sql insertSetting("INSERT INTO settings (name, value) VALUES (?, ?)");
constexpr Sql updateAction("UPDATE actions SET active = ?, verified_submission = ?, "
                           "version = version + 1 WHERE id = ?");

//! What an activation moves beside the toggle, and an undo puts back.
struct Verification
{
    std::optional<int> submission;
    bool overridden = false;
};

//! A session or an action as it stands; nothing of an action is ever overridden.
struct SubjectState
{
    qint64 id = 0;
    int lastSubmission = 0;
    Verification verification;
};

//! What an operator said of one notification gives way to what is said now; an empty token says
//! nothing.
Result<> applyChoice(SqlConnection &sql, const Decision &decision, qint64 session)
{
    const bool accepted = decision.kind == DecisionKind::Association;
    if (Result<> noted = execute(sql, noteChange, session); !noted)
        return noted;
    if (!decision.before.isEmpty()) {
        if (Result<> removed = execute(sql, removeChoice, session, decision.before, accepted);
            !removed)
            return removed;
    }
    if (decision.after.isEmpty())
        return {};
    return execute(sql, insertChoice, session, decision.after, accepted);
}

//! Taking up forgets the reason only, so that an undo finds what had been set aside. Where that was
//! overwritten meanwhile, the session comes back to be reviewed: none is hidden that nobody saw.
Result<> applyAside(SqlConnection &sql, const Decision &decision, const SubjectState &state)
{
    const std::optional<ReturnReason> reason = returnReasonFromToken(decision.after);
    if (reason && !decision.isUndo())
        return execute(sql, setAside, *reason, decision.at, state.lastSubmission, state.id);
    if (reason)
        return execute(sql, decision.before == decision.after ? setAsideUnseen : setAsideAgain,
                       *reason, state.id);
    return execute(sql, decision.isUndo() ? forgetAside : takeUp, state.id);
}

Result<> applySetting(SqlConnection &sql, const Decision &decision)
{
    if (Result<> removed = execute(sql, removeSetting, decision.setting); !removed)
        return removed;
    return execute(sql, insertSetting, decision.setting, decision.after);
}

Failure unknownSubject(const SessionKey &key)
{
    return fail(ErrorCode::NotFound,
                Tr::tr("« %1 » n'est pas connu. Vérifiez le numéro.").arg(key.toString()));
}

Result<SubjectState> stateOf(SqlConnection &sql, const Decision &decision)
{
    SubjectState state;
    if (decision.subject == DecisionSubject::Setting)
        return state; // settings have no row as long as they are the program's own
    const bool isAction = decision.subject == DecisionSubject::Action;
    Statement select(sql, isAction ? selectActionState : selectState);
    select(decision.key.formation);
    if (!isAction)
        select(decision.key.action, decision.key.session);
    Result<> selected = select.forEach([&](Row &row) {
        row(state.id, state.lastSubmission, state.verification.submission);
        if (!isAction)
            row(state.verification.overridden);
    });
    if (!selected)
        return failureOf(selected);
    if (!state.id)
        return unknownSubject(decision.key);
    return state;
}

//! What was verified once \a decision holds.
Result<Verification> verificationAfter(SqlConnection &sql, const Decision &decision,
                                       const SubjectState &state)
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

//! Whether nobody needs to work on the session any more.
bool endsWork(const Decision &decision)
{
    if (decision.subject != DecisionSubject::Session || decision.isUndo())
        return false;
    return decision.kind == DecisionKind::Activation
               ? decision.after == activeToken
               : decision.kind == DecisionKind::SetAside && !decision.after.isEmpty();
}

Result<> apply(SqlConnection &sql, const Decision &decision, const SubjectState &state)
{
    switch (decision.kind) {
    case DecisionKind::Recruitment:
        return execute(sql, updateRecruitment, decision.after, state.id);
    case DecisionKind::Association:
    case DecisionKind::Refusal: return applyChoice(sql, decision, state.id);
    case DecisionKind::SetAside: return applyAside(sql, decision, state);
    case DecisionKind::Setting: return applySetting(sql, decision);
    case DecisionKind::Activation: break;
    }
    const Result<Verification> verification = verificationAfter(sql, decision, state);
    if (!verification)
        return failureOf(verification);
    const bool active = decision.after == activeToken;
    if (decision.subject == DecisionSubject::Action)
        return execute(sql, updateAction, active, verification->submission, state.id);
    return execute(sql, updateActivation, active, verification->submission,
                   verification->overridden, state.id);
}

bool isPossible(const Decision &decision)
{
    const auto isAward = [](const QString &token) {
        return token.isEmpty() || AwardKey::fromToken(token).has_value();
    };
    const auto isReason = [](const QString &token) {
        return token.isEmpty() || returnReasonFromToken(token).has_value();
    };
    const bool isSession = decision.subject == DecisionSubject::Session;
    switch (decision.kind) {
    case DecisionKind::Activation:
        return decision.subject != DecisionSubject::Setting &&
               (decision.after == activeToken || decision.after == inactiveToken);
    case DecisionKind::Recruitment:
        return isSession && recruitmentFromToken(decision.after).has_value();
    case DecisionKind::Association:
    case DecisionKind::Refusal:
        return isSession && isAward(decision.before) && isAward(decision.after) &&
               decision.before != decision.after;
    case DecisionKind::SetAside:
        return isSession && isReason(decision.before) && isReason(decision.after) &&
               !(decision.before.isEmpty() && decision.after.isEmpty());
    case DecisionKind::Setting: break;
    }
    return decision.subject == DecisionSubject::Setting && !decision.setting.isEmpty();
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
        return fail(ErrorCode::InvalidArgument, Tr::tr("« %1 » ne peut pas devenir « %2 ».")
                                                    .arg(decision.key.toString(), decision.after));
    }
    const Result<SubjectState> state = stateOf(m_sql, decision);
    if (!state)
        return failureOf(state);
    if (Result<> applied = apply(m_sql, decision, *state); !applied)
        return failureOf(applied);
    if (endsWork(decision)) {
        if (Result<> ended = execute(m_sql, endHold, state->id); !ended)
            return failureOf(ended);
    }
    return record(m_sql, decision, state->verification);
}

Result<qint64> DecisionRepository::note(const Decision &decision)
{
    const Result<SubjectState> state = stateOf(m_sql, decision);
    if (!state)
        return failureOf(state);
    return record(m_sql, decision, state->verification);
}

Result<QList<Decision>> DecisionRepository::history(std::optional<SessionKey> key) const
{
    Statement select(m_sql, key ? selectOfSession : selectAll);
    if (key)
        select(key->formation, key->action, key->session);
    return decisionsOf(select);
}

Result<std::optional<Decision>> DecisionRepository::newestOf(const Decision &decision) const
{
    Statement select(m_sql, selectNewestOf);
    select(decision.key.formation, decision.key.action, decision.key.session, decision.subject,
           decision.kind, decision.setting);
    return decisionsOf(select).map([](const QList<Decision> &found) {
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

Result<QList<Decision>> DecisionRepository::batch(const QString &batch) const
{
    Statement select(m_sql, selectBatch);
    select(batch);
    return decisionsOf(select);
}

Result<EventCounts> DecisionRepository::countsAfter(qint64 id) const
{
    EventCounts counts;
    Statement select(m_sql, selectCountsAfter);
    select(id);
    return select
        .forEach([&](Row &row) {
            DecisionSubject subject = DecisionSubject::Session;
            qint64 count = 0;
            row(subject, count);
            (subject == DecisionSubject::Setting ? counts.settings : counts.offers) += count;
        })
        .map([&] { return counts; });
}

Result<QList<Decision>> DecisionRepository::since(qint64 id) const
{
    Statement select(m_sql, selectSince);
    select(id);
    return decisionsOf(select);
}

Result<qint64> DecisionRepository::newestId() const
{
    qint64 id = 0;
    return Statement(m_sql, selectNewest).forEach([&](Row &row) { row(id); }).map([&] {
        return id;
    });
}

Result<QList<Decision>> DecisionRepository::lastUndoableBatch() const
{
    QString batch;
    Statement select(m_sql, selectLastUndoable);
    if (Result<> selected = select.forEach([&](Row &row) { row(batch); }); !selected)
        return failureOf(selected);
    return undoableBatch(batch);
}

Result<QList<Decision>> DecisionRepository::undoableBatch(const QString &batch) const
{
    Statement select(m_sql, selectUndoable);
    select(batch);
    return decisionsOf(select);
}

Result<QList<Decision>> DecisionRepository::lastRedoableBatch() const
{
    Statement select(m_sql, selectRedoable);
    return decisionsOf(select);
}

} // namespace recoupe
