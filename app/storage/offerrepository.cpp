// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/offerrepository.h"

#include "storage/bulkrows.h"
#include "storage/feedend.h"
#include "storage/offerrows.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr Sql
    findAction("SELECT a.numero, a.id, a.last_submission, n.digest FROM actions a "
               "JOIN action_submissions n ON n.action_id = a.id AND n.number = a.last_submission "
               "WHERE a.numero = ?");
constexpr Sql findActions(
    "SELECT a.numero, a.id, a.last_submission, n.digest FROM unnest(?::text[]) AS k (numero) "
    "JOIN actions a ON a.numero = k.numero "
    "JOIN action_submissions n ON n.action_id = a.id AND n.number = a.last_submission");
constexpr Sql insertAction("INSERT INTO actions (numero, last_submission) VALUES (?, 1) "
                           "{returning_id}");
constexpr Sql insertActions("INSERT INTO actions (numero, last_submission) SELECT k.numero, 1 "
                            "FROM unnest(?::text[]) WITH ORDINALITY AS k (numero, place) "
                            "ORDER BY k.place RETURNING id");
constexpr Sql updateAction("UPDATE actions SET last_submission = ?, version = version + 1 "
                           "WHERE id = ?");
constexpr Sql
    updateActions("UPDATE actions AS a SET last_submission = k.number, version = a.version + 1 "
                  "FROM unnest(?::integer[], ?::bigint[]) AS k (number, id) WHERE a.id = k.id");
constexpr Sql insertActionSubmission(
    "INSERT INTO action_submissions (action_id, number, import_id, digest, source_line, source, ",
    actionColumnNames, ") VALUES (?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
constexpr Sql
    noActionSubmission("SELECT action_id, number, import_id, digest, source_line, source, ",
                       actionColumnNames, " FROM action_submissions WHERE false");
constexpr Sql copyActionSubmissions(
    "COPY action_submissions (action_id, number, import_id, digest, source_line, source, ",
    actionColumnNames, ") FROM STDIN (FORMAT binary)");
// Each submission that an operator decided on comes before the last one, where it is another.
constexpr Sql selectActions("SELECT ", standingActionNames, actionColumnNames, standingActions,
                            "ORDER BY a.numero, n.number");
constexpr Sql selectActionsDecided("SELECT ", standingActionNames, actionColumnNames,
                                   standingActions,
                                   "WHERE a.id IN (SELECT c.id FROM decisions d JOIN actions c "
                                   "ON c.numero = d.formation_numero "
                                   "WHERE d.id > ? AND d.subject = 'action') "
                                   "ORDER BY a.numero, n.number");

constexpr Sql findSession(
    "SELECT s.formation_numero, s.action_numero, s.session_numero, s.id, s.last_submission, "
    "s.recruitment, n.recruitment, n.digest FROM sessions s "
    "JOIN session_submissions n ON n.session_id = s.id AND n.number = s.last_submission "
    "WHERE s.formation_numero = ? AND s.action_numero = ? AND s.session_numero = ?");
constexpr Sql findSessions(
    "SELECT s.formation_numero, s.action_numero, s.session_numero, s.id, s.last_submission, "
    "s.recruitment, n.recruitment, n.digest "
    "FROM unnest(?::text[], ?::text[], ?::text[]) AS k (formation, action, session) "
    "JOIN sessions s ON s.formation_numero = k.formation AND s.action_numero = k.action "
    "AND s.session_numero = k.session "
    "JOIN session_submissions n ON n.session_id = s.id AND n.number = s.last_submission");
constexpr Sql insertSession(
    "INSERT INTO sessions (formation_numero, action_numero, session_numero, first_import_id, "
    "feed_id, last_submission, recruitment) VALUES (?,?,?,?,?,1,?) {returning_id}");
constexpr Sql insertSessions(
    "INSERT INTO sessions (formation_numero, action_numero, session_numero, first_import_id, "
    "feed_id, last_submission, recruitment) "
    "SELECT k.formation, k.action, k.session, k.import, k.feed, 1, k.recruitment "
    "FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[]) "
    "WITH ORDINALITY AS k (formation, action, session, import, feed, recruitment, place) "
    "ORDER BY k.place RETURNING id");
constexpr Sql updateSession("UPDATE sessions SET last_submission = ?, recruitment = ?, "
                            "version = version + 1 WHERE id = ?");
constexpr Sql updateSessions(
    "UPDATE sessions AS s SET last_submission = k.number, recruitment = k.recruitment, "
    "version = s.version + 1 FROM unnest(?::integer[], ?::text[], ?::bigint[]) "
    "AS k (number, recruitment, id) WHERE s.id = k.id");
constexpr Sql insertSessionSubmission(
    "INSERT INTO session_submissions (session_id, number, import_id, digest, source_line, source, "
    "recruitment, ",
    sessionColumnNames, ") VALUES (?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
constexpr Sql noSessionSubmission(
    "SELECT session_id, number, import_id, digest, source_line, source, recruitment, ",
    sessionColumnNames, " FROM session_submissions WHERE false");
constexpr Sql copySessionSubmissions(
    "COPY session_submissions (session_id, number, import_id, digest, source_line, source, "
    "recruitment, ",
    sessionColumnNames, ") FROM STDIN (FORMAT binary)");
constexpr Sql selectSessions("SELECT ", standingSessionNames, sessionColumnNames, standingSessions,
                             "ORDER BY s.formation_numero, s.action_numero, s.session_numero, "
                             "n.number");
constexpr char decided[] =
    "WHERE s.id IN (SELECT c.id FROM decisions d JOIN sessions c "
    "ON c.formation_numero = d.formation_numero AND c.action_numero = d.action_numero "
    "AND c.session_numero = d.session_numero WHERE d.id > ? AND d.subject = 'session') ";
constexpr Sql selectSessionsDecided("SELECT ", standingSessionNames, sessionColumnNames,
                                    standingSessions, decided,
                                    "ORDER BY s.formation_numero, s.action_numero, "
                                    "s.session_numero, n.number");
constexpr Sql
    selectSubmissions("SELECT i.received_at, n.recruitment, ", sessionColumnNames,
                      " FROM sessions s JOIN session_submissions n ON n.session_id = s.id "
                      "JOIN imports i ON i.id = n.import_id WHERE s.formation_numero = ? "
                      "AND s.action_numero = ? AND s.session_numero = ? ORDER BY n.number");

constexpr char choices[] =
    "SELECT s.formation_numero, s.action_numero, s.session_numero, c.award_key, c.accepted "
    "FROM session_awards c JOIN sessions s ON s.id = c.session_id ";
constexpr Sql selectChoices(choices, "ORDER BY c.award_key");
constexpr Sql selectChoicesDecided(choices, decided, "ORDER BY c.award_key");
constexpr char earlierNames[] =
    "SELECT s.formation_numero, s.action_numero, s.session_numero, n.recruitment, ";
constexpr char earlier[] = " FROM sessions s JOIN session_submissions n ON n.session_id = s.id "
                           "AND n.number < s.last_submission AND s.last_submission > 1 "
                           "AND s.verified_submission IS NULL ";
constexpr Sql selectEarlier(earlierNames, sessionColumnNames, earlier, "ORDER BY n.number");
constexpr Sql selectEarlierDecided(earlierNames, sessionColumnNames, earlier, decided,
                                   "ORDER BY n.number");

//! What is known of the last submission of a key; id 0 where there is none.
struct Known
{
    qint64 id = 0;
    int number = 0;
    RecruitmentState inForce = RecruitmentState::Unknown;
    RecruitmentState submitted = RecruitmentState::Unknown;
    QByteArray digest;
};

//! A submission on its way into the base.
template <typename Submitted>
struct Passage
{
    const Submitted *submission = nullptr;
    Known known; //!< of the submission before; of this one, once it is entered
    qint64 importId = 0;
    RecruitmentState recruitment = RecruitmentState::Unknown; //!< in force from now on
};

// What differs between actions and sessions.

QString keyOf(const SubmittedAction &submission)
{
    return submission.action.numero;
}

QString keyOf(const SubmittedSession &submission)
{
    return submission.session.key.toString();
}

QString nameOf(const SubmittedAction &submission)
{
    return Tr::tr("l'action « %1 »").arg(keyOf(submission));
}

QString nameOf(const SubmittedSession &submission)
{
    return Tr::tr("la session « %1 »").arg(keyOf(submission));
}

using KnownByKey = QHash<QString, Known>;

Result<KnownByKey> knownOf(SqlConnection &sql, std::span<const SubmittedAction> actions)
{
    KnownByKey found;
    const auto bind = [](auto &columns, const SubmittedAction &submission) {
        columns(submission.action.numero);
    };
    return forEachOf(sql, {findAction, findActions}, actions, bind,
                     [&](Row &row) {
                         QString numero;
                         Known known;
                         row(numero, known.id, known.number, known.digest);
                         found.insert(numero, known);
                     })
        .map([&] { return found; });
}

Result<KnownByKey> knownOf(SqlConnection &sql, std::span<const SubmittedSession> sessions)
{
    KnownByKey found;
    const auto bind = [](auto &columns, const SubmittedSession &submission) {
        keyColumns(columns, submission.session.key);
    };
    return forEachOf(sql, {findSession, findSessions}, sessions, bind,
                     [&](Row &row) {
                         SessionKey key;
                         Known known;
                         keyColumns(row, key);
                         row(known.id, known.number, known.inForce, known.submitted, known.digest);
                         found.insert(key.toString(), known);
                     })
        .map([&] { return found; });
}

template <typename Submitted>
using Passages = std::vector<Passage<Submitted>>;

//! Enters keys that were unknown; gives their ids.
Result<std::vector<qint64>> enter(SqlConnection &sql, const Passages<SubmittedAction> &passages)
{
    return insertAll(sql, {insertAction, insertActions}, passages,
                     [](auto &columns, const Passage<SubmittedAction> &passage) {
                         columns(passage.submission->action.numero);
                     });
}

Result<std::vector<qint64>> enter(SqlConnection &sql, const Passages<SubmittedSession> &passages)
{
    return insertAll(sql, {insertSession, insertSessions}, passages,
                     [](auto &columns, const Passage<SubmittedSession> &passage) {
                         keyColumns(columns, passage.submission->session.key);
                         columns(passage.importId, passage.importId, passage.recruitment);
                     });
}

//! Brings the rows of known keys to their new submissions.
Result<> update(SqlConnection &sql, const Passages<SubmittedAction> &passages)
{
    return executeFor(sql, {updateAction, updateActions}, passages,
                      [](auto &columns, const Passage<SubmittedAction> &passage) {
                          columns(passage.known.number, passage.known.id);
                      });
}

Result<> update(SqlConnection &sql, const Passages<SubmittedSession> &passages)
{
    return executeFor(sql, {updateSession, updateSessions}, passages,
                      [](auto &columns, const Passage<SubmittedSession> &passage) {
                          columns(passage.known.number, passage.recruitment, passage.known.id);
                      });
}

Result<> append(SqlConnection &sql, const Passages<SubmittedAction> &passages)
{
    return appendAll(sql, {insertActionSubmission, {noActionSubmission, copyActionSubmissions}},
                     passages, [](auto &columns, const Passage<SubmittedAction> &passage) {
                         const SubmittedAction &submission = *passage.submission;
                         columns(passage.known.id, passage.known.number, passage.importId,
                                 submission.digest, submission.line, submission.source);
                         actionColumns(columns, submission.action);
                     });
}

Result<> append(SqlConnection &sql, const Passages<SubmittedSession> &passages)
{
    return appendAll(sql, {insertSessionSubmission, {noSessionSubmission, copySessionSubmissions}},
                     passages, [](auto &columns, const Passage<SubmittedSession> &passage) {
                         const SubmittedSession &submission = *passage.submission;
                         columns(passage.known.id, passage.known.number, passage.importId,
                                 submission.digest, submission.line, submission.source,
                                 submission.session.recruitment);
                         sessionColumns(columns, submission.session);
                     });
}

RecruitmentState stateAfter(const Known &, const SubmittedAction &)
{
    return RecruitmentState::Unknown; // actions have none
}

RecruitmentState stateAfter(const Known &known, const SubmittedSession &submission)
{
    const RecruitmentState said = submission.session.recruitment;
    if (!known.id)
        return said;
    // What an operator decided stays until the portal says something new; silence says nothing.
    const bool isNews = said != known.submitted && said != RecruitmentState::Unknown;
    return isNews ? said : known.inForce;
}

//! Submissions of different keys, sorted by what is to be done with them.
template <typename Submitted>
class Batch
{
public:
    Batch(SqlConnection &sql, qint64 importId, FeedMemory &memory)
        : m_sql(sql)
        , m_importId(importId)
        , m_memory(memory)
    {
    }

    //! Adds to \a outcomes what came of each.
    Result<> save(std::span<const Submitted> submissions, QList<SaveOutcome> &outcomes)
    {
        const Result<KnownByKey> known = knownOf(m_sql, submissions);
        if (!known)
            return failureOf(known);
        for (const Submitted &submission : submissions)
            outcomes.append(sort(submission, known->value(keyOf(submission))));
        return write();
    }

private:
    SaveOutcome sort(const Submitted &submission, Known known)
    {
        const RecruitmentState recruitment = stateAfter(known, submission);
        if (known.id)
            m_memory.seen.push_back(known.id);
        if (known.id && known.digest == submission.digest)
            return SaveOutcome::Unchanged;
        auto &place = known.id ? m_changed : m_new;
        ++known.number;
        place.push_back({&submission, known, m_importId, recruitment});
        return known.id ? SaveOutcome::Changed : SaveOutcome::New;
    }

    Result<> write()
    {
        const Result<std::vector<qint64>> ids = enter(m_sql, m_new);
        if (!ids)
            return failureOf(ids);
        for (std::size_t i = 0; i < m_new.size(); ++i)
            m_new[i].known.id = ids->at(i);
        return update(m_sql, m_changed)
            .and_then([&] { return append(m_sql, m_new); })
            .and_then([&] { return append(m_sql, m_changed); });
    }

    SqlConnection &m_sql;
    qint64 m_importId;
    FeedMemory &m_memory;
    Passages<Submitted> m_new;
    Passages<Submitted> m_changed;
};

template <typename Submitted>
Result<QList<SaveOutcome>> saveStep(SqlConnection &sql, std::span<const Submitted> submissions,
                                    qint64 importId, FeedMemory &memory)
{
    Result<Savepoint> step = Savepoint::begin(sql);
    if (!step)
        return failureOf(step);
    QList<SaveOutcome> outcomes;
    const auto saveRun = [&](std::span<const Submitted> run) {
        return Batch<Submitted>(sql, importId, memory).save(run, outcomes);
    };
    if (Result<> saved = forEachRun(
            submissions, [](const Submitted &submission) { return keyOf(submission); }, saveRun);
        !saved)
        return failureOf(saved);
    return step->keep().map([&] { return outcomes; });
}

// A batch that the base does not take is tried again one by one, to find the record.
template <typename Submitted>
Result<QList<SaveOutcome>> saveNaming(SqlConnection &sql, std::span<const Submitted> submissions,
                                      qint64 importId, FeedMemory &memory)
{
    Result<QList<SaveOutcome>> saved = saveStep(sql, submissions, importId, memory);
    if (saved)
        return saved;
    if (saved.error().code != ErrorCode::DatabaseFailed)
        return sql.condemn(saved.error());
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        const auto alone = saveStep(sql, submissions.subspan(i, 1), importId, memory);
        if (alone)
            continue;
        Error error = alone.error();
        error.message += u' ' + Tr::tr("En cause : %1, ligne %2 du fichier.")
                                    .arg(nameOf(submissions[i]))
                                    .arg(submissions[i].line);
        error.where.line = submissions[i].line;
        return sql.condemn(error);
    }
    return sql.condemn(saved.error());
}

//! Hands each row of \a select, which begins with the key of a session, to that session.
Result<> readInto(Statement &select, QList<StoredSession> &sessions,
                  void (*read)(Row &, StoredSession &))
{
    QHash<QString, qsizetype> positions; // made for the first row: mostly there is none
    return select.forEach([&](Row &row) {
        if (positions.isEmpty()) {
            for (qsizetype i = 0; i < sessions.size(); ++i)
                positions.insert(sessions[i].submitted.key.toString(), i);
        }
        SessionKey key;
        keyColumns(row, key);
        const qsizetype position = positions.value(key.toString(), -1);
        if (position >= 0)
            read(row, sessions[position]);
    });
}

Result<> readChoices(Statement &select, QList<StoredSession> &sessions)
{
    return readInto(select, sessions, [](Row &row, StoredSession &stored) {
        AwardKey award;
        bool accepted = false;
        row(award, accepted);
        if (accepted)
            stored.choice.accepted = award;
        else
            stored.choice.refused.append(award);
    });
}

Result<> readEarlier(Statement &select, QList<StoredSession> &sessions)
{
    return readInto(select, sessions, [](Row &row, StoredSession &stored) {
        TrainingSession &session = stored.earlier.emplaceBack();
        session.key = stored.submitted.key;
        row(session.recruitment);
        sessionColumns(row, session);
    });
}

Result<QList<StoredAction>> actionsOf(Statement &select)
{
    QList<StoredAction> actions;
    StoredAction stored;
    return select
        .forEach([&](Row &row) {
            stored.submitted.numero.clear();
            readAction(row, stored);
            if (!stored.submitted.numero.isEmpty()) // else only the verified one was read
                actions.append(std::exchange(stored, {}));
        })
        .map([&] { return actions; });
}

//! By three statements, bound alike: what stands, what was chosen, what came before.
Result<QList<StoredSession>> sessionsOf(std::array<Statement, 3> selects)
{
    auto &[standing, chosen, before] = selects;
    QList<StoredSession> sessions;
    StoredSession stored;
    return standing
        .forEach([&](Row &row) {
            stored.submitted.key = {};
            readSession(row, stored);
            if (stored.submitted.key != SessionKey()) // else only the verified one was read
                sessions.append(std::exchange(stored, {}));
        })
        .and_then([&] { return readChoices(chosen, sessions); })
        .and_then([&] { return readEarlier(before, sessions); })
        .map([&] { return sessions; });
}

} // namespace

OfferRepository::OfferRepository(Database &database)
    : m_sql(database.sql())
{
}

OfferRepository::~OfferRepository() = default;

Result<FeedOutcome>
OfferRepository::closeFeed(qint64 importId, const std::function<bool(const SessionKey &)> &unsure)
{
    return recoupe::closeFeed(m_sql, importId, std::exchange(m_actions, {}).seen,
                              std::exchange(m_sessions, {}).seen, unsure);
}

Result<QList<SaveOutcome>> OfferRepository::save(std::span<const SubmittedAction> actions,
                                                 qint64 importId)
{
    return saveNaming(m_sql, actions, importId, m_actions);
}

Result<QList<SaveOutcome>> OfferRepository::save(std::span<const SubmittedSession> sessions,
                                                 qint64 importId)
{
    return saveNaming(m_sql, sessions, importId, m_sessions);
}

Result<QList<StoredAction>> OfferRepository::actions() const
{
    Statement select(m_sql, selectActions);
    return actionsOf(select);
}

Result<QList<StoredAction>> OfferRepository::actionsDecidedAfter(qint64 event) const
{
    Statement select(m_sql, selectActionsDecided);
    select(event);
    return actionsOf(select);
}

Result<QList<StoredSession>> OfferRepository::sessions() const
{
    return sessionsOf({Statement(m_sql, selectSessions), Statement(m_sql, selectChoices),
                       Statement(m_sql, selectEarlier)});
}

Result<QList<StoredSession>> OfferRepository::sessionsDecidedAfter(qint64 event) const
{
    const auto after = [&](const Sql &text) {
        Statement select(m_sql, text);
        select(event);
        return select;
    };
    return sessionsOf(
        {after(selectSessionsDecided), after(selectChoicesDecided), after(selectEarlierDecided)});
}

Result<QList<std::pair<QDateTime, TrainingSession>>>
OfferRepository::submissions(const SessionKey &key) const
{
    QList<std::pair<QDateTime, TrainingSession>> submissions;
    Statement select(m_sql, selectSubmissions);
    keyColumns(select, key);
    return select
        .forEach([&](Row &row) {
            auto &[receivedAt, session] = submissions.emplaceBack();
            session.key = key;
            row(receivedAt, session.recruitment);
            sessionColumns(row, session);
        })
        .map([&] { return submissions; });
}

} // namespace recoupe
