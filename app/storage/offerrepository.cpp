// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/offerrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

// The columns of a submission are named once, and bound or read in that order in one place:
// `columns` is a Statement with a const value, or a Row with one to be filled.

constexpr char actionColumnNames[] =
    "title, objective, expected_results, content, entry_level, exit_level, certifying, "
    "formacodes, certifications, mandataire, contacts, created_on, changed_on";

void actionColumns(auto &columns, auto &action)
{
    columns(action.title, action.objective, action.expectedResults, action.content,
            action.entryLevel, action.exitLevel, action.certifying, action.formacodes,
            action.certifications, action.mandataire, action.contacts, action.createdOn,
            action.changedOn);
}

constexpr char sessionColumnNames[] =
    "start_date, end_date, entry_mode, place_name, place_lines, place_postal_code, place_city, "
    "place_insee_code, other_places, fundings, centre_hours, company_hours, total_hours, "
    "weekly_hours, rhythm, particularity, deliverers, contacts, info_meetings, "
    "outdated_on_portal, created_on, changed_on";

void sessionColumns(auto &columns, auto &session)
{
    columns(session.start, session.end, session.entryMode);
    columns(session.place.name, session.place.lines, session.place.postalCode, session.place.city,
            session.place.inseeCode, session.otherPlaces, session.fundings);
    columns(session.duration.centreHours, session.duration.companyHours,
            session.duration.totalHours, session.duration.weeklyHours);
    columns(session.rhythm, session.particularity, session.deliverers, session.contacts,
            session.infoMeetings, session.outdatedOnPortal, session.createdOn, session.changedOn);
}

void keyColumns(auto &columns, auto &key)
{
    columns(key.formation, key.action, key.session);
}

constexpr Sql
    findAction("SELECT a.id, a.last_submission, n.digest FROM actions a "
               "JOIN action_submissions n ON n.action_id = a.id AND n.number = a.last_submission "
               "WHERE a.numero = ?");
constexpr Sql insertAction("INSERT INTO actions (numero, last_submission) VALUES (?, ?) "
                           "{returning_id}");
constexpr Sql updateAction("UPDATE actions SET last_submission = ?, version = version + 1 "
                           "WHERE id = ?");
constexpr Sql insertActionSubmission(
    "INSERT INTO action_submissions (action_id, number, import_id, digest, source_line, source, ",
    actionColumnNames, ") VALUES (?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?)");
// An action or a session whose verified submission is not the last one comes twice, the verified
// one first.
constexpr Sql selectActions(
    "SELECT a.numero, n.number = a.last_submission, n.number = a.verified_submission, a.active, "
    "i.received_at, ",
    actionColumnNames,
    " FROM actions a JOIN action_submissions n ON n.action_id = a.id "
    "AND n.number IN (a.last_submission, a.verified_submission) "
    "JOIN imports i ON i.id = n.import_id ORDER BY a.numero, n.number");

constexpr Sql findSession(
    "SELECT s.id, s.last_submission, s.recruitment, n.recruitment, n.digest FROM sessions s "
    "JOIN session_submissions n ON n.session_id = s.id AND n.number = s.last_submission "
    "WHERE s.formation_numero = ? AND s.action_numero = ? AND s.session_numero = ?");
constexpr Sql insertSession(
    "INSERT INTO sessions (formation_numero, action_numero, session_numero, first_import_id, "
    "last_submission, recruitment) VALUES (?,?,?,?,?,?) {returning_id}");
constexpr Sql updateSession("UPDATE sessions SET last_submission = ?, recruitment = ?, "
                            "version = version + 1 WHERE id = ?");
constexpr Sql insertSessionSubmission(
    "INSERT INTO session_submissions (session_id, number, import_id, digest, source_line, source, "
    "recruitment, ",
    sessionColumnNames, ") VALUES (?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
constexpr Sql selectSessions(
    "SELECT s.formation_numero, s.action_numero, s.session_numero, n.number = s.last_submission, "
    "n.number = s.verified_submission, s.active, s.recruitment, s.overridden, f.received_at, "
    "i.received_at, n.recruitment, ",
    sessionColumnNames,
    " FROM sessions s "
    "JOIN session_submissions n ON n.session_id = s.id "
    "AND n.number IN (s.last_submission, s.verified_submission) "
    "JOIN imports f ON f.id = s.first_import_id JOIN imports i ON i.id = n.import_id "
    "ORDER BY s.formation_numero, s.action_numero, s.session_numero, n.number");
constexpr Sql
    selectSubmissions("SELECT i.received_at, n.recruitment, ", sessionColumnNames,
                      " FROM sessions s JOIN session_submissions n ON n.session_id = s.id "
                      "JOIN imports i ON i.id = n.import_id WHERE s.formation_numero = ? "
                      "AND s.action_numero = ? AND s.session_numero = ? ORDER BY n.number");

//! What is known of the last submission of a key; id 0 where there is none.
struct Known
{
    qint64 id = 0;
    int number = 0;
    RecruitmentState inForce = RecruitmentState::Unknown;
    RecruitmentState submitted = RecruitmentState::Unknown;
    QByteArray digest;
};

Result<Known> knownAction(SqlConnection &sql, const QString &numero)
{
    Known known;
    Statement find(sql, findAction);
    find(numero);
    return find.forEach([&](Row &row) { row(known.id, known.number, known.digest); }).map([&] {
        return known;
    });
}

Result<Known> knownSession(SqlConnection &sql, const SessionKey &key)
{
    Known known;
    Statement find(sql, findSession);
    keyColumns(find, key);
    return find
        .forEach([&](Row &row) {
            row(known.id, known.number, known.inForce, known.submitted, known.digest);
        })
        .map([&] { return known; });
}

//! Enters the session, or brings its row to the new submission; gives its id.
Result<qint64> putSession(SqlConnection &sql, const Known &known, const TrainingSession &session,
                          qint64 importId)
{
    if (!known.id) {
        Statement insert(sql, insertSession);
        keyColumns(insert, session.key);
        insert(importId, 1, session.recruitment);
        return insert.insertedId();
    }
    // What an operator decided stays until the portal says something new; silence says nothing.
    const bool isNews =
        session.recruitment != known.submitted && session.recruitment != RecruitmentState::Unknown;
    const RecruitmentState recruitment = isNews ? session.recruitment : known.inForce;
    return execute(sql, updateSession, known.number + 1, recruitment, known.id).map([&] {
        return known.id;
    });
}

Result<qint64> putAction(SqlConnection &sql, const Known &known, const QString &numero)
{
    if (!known.id) {
        Statement insert(sql, insertAction);
        insert(numero, 1);
        return insert.insertedId();
    }
    return execute(sql, updateAction, known.number + 1, known.id).map([&] { return known.id; });
}

void readSession(Row &row, StoredSession &stored)
{
    TrainingSession session;
    bool isLast = false;
    bool isVerified = false;
    keyColumns(row, session.key);
    row(isLast, isVerified, stored.active, stored.recruitment, stored.overridden,
        stored.firstReceivedAt, stored.receivedAt, session.recruitment);
    sessionColumns(row, session);
    if (isVerified)
        stored.verified = session;
    if (isLast)
        stored.submitted = std::move(session);
}

void readAction(Row &row, StoredAction &stored)
{
    TrainingAction action;
    bool isLast = false;
    bool isVerified = false;
    row(action.numero, isLast, isVerified, stored.active, stored.receivedAt);
    actionColumns(row, action);
    if (isVerified)
        stored.verified = action;
    if (isLast)
        stored.submitted = std::move(action);
}

} // namespace

OfferRepository::OfferRepository(Database &database)
    : m_sql(database.sql())
{
}

OfferRepository::~OfferRepository() = default;

Result<SaveOutcome> OfferRepository::save(const SubmittedAction &action, qint64 importId)
{
    const Result<Known> known = knownAction(m_sql, action.action.numero);
    if (!known)
        return failureOf(known);
    if (known->id && known->digest == action.digest)
        return SaveOutcome::Unchanged;
    const Result<qint64> id = putAction(m_sql, *known, action.action.numero);
    if (!id)
        return failureOf(id);
    Statement insert(m_sql, insertActionSubmission);
    insert(*id, known->number + 1, importId, action.digest, action.line, action.source);
    actionColumns(insert, action.action);
    return insert.execute().map(
        [&] { return known->id ? SaveOutcome::Changed : SaveOutcome::New; });
}

Result<SaveOutcome> OfferRepository::save(const SubmittedSession &session, qint64 importId)
{
    const Result<Known> known = knownSession(m_sql, session.session.key);
    if (!known)
        return failureOf(known);
    if (known->id && known->digest == session.digest)
        return SaveOutcome::Unchanged;
    const Result<qint64> id = putSession(m_sql, *known, session.session, importId);
    if (!id)
        return failureOf(id);
    Statement insert(m_sql, insertSessionSubmission);
    insert(*id, known->number + 1, importId, session.digest, session.line, session.source,
           session.session.recruitment);
    sessionColumns(insert, session.session);
    return insert.execute().map(
        [&] { return known->id ? SaveOutcome::Changed : SaveOutcome::New; });
}

Result<QList<StoredAction>> OfferRepository::actions() const
{
    QList<StoredAction> actions;
    StoredAction stored;
    return Statement(m_sql, selectActions)
        .forEach([&](Row &row) {
            stored.submitted.numero.clear();
            readAction(row, stored);
            if (!stored.submitted.numero.isEmpty()) // else only the verified one was read
                actions.append(std::exchange(stored, {}));
        })
        .map([&] { return actions; });
}

Result<QList<StoredSession>> OfferRepository::sessions() const
{
    QList<StoredSession> sessions;
    StoredSession stored;
    return Statement(m_sql, selectSessions)
        .forEach([&](Row &row) {
            stored.submitted.key = {};
            readSession(row, stored);
            if (stored.submitted.key != SessionKey()) // else only the verified one was read
                sessions.append(std::exchange(stored, {}));
        })
        .map([&] { return sessions; });
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
