// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/offerrepository.h"
#include "storage/sqlconnection.h"

//! The rows of actions and sessions: for the repositories of this folder.
namespace recoupe {

// The columns of a submission are named once, and bound or read in that order in one place:
// `columns` is a Statement with a const value, or a Row with one to be filled.

inline constexpr char actionColumnNames[] =
    "title, objective, expected_results, content, entry_level, exit_level, certifying, "
    "formacodes, nsf_codes, certifications, mandataire, contacts, created_on, changed_on";

inline void actionColumns(auto &columns, auto &action)
{
    columns(action.title, action.objective, action.expectedResults, action.content,
            action.entryLevel, action.exitLevel, action.certifying, action.formacodes,
            action.nsfCodes, action.certifications, action.mandataire, action.contacts,
            action.createdOn, action.changedOn);
}

inline constexpr char sessionColumnNames[] =
    "start_date, end_date, entry_mode, place_name, place_lines, place_postal_code, place_city, "
    "place_insee_code, other_places, fundings, centre_hours, company_hours, total_hours, "
    "weekly_hours, rhythm, particularity, deliverers, contacts, info_meetings, "
    "assessments, outdated_on_portal, created_on, changed_on";

inline void sessionColumns(auto &columns, auto &session)
{
    columns(session.start, session.end, session.entryMode);
    columns(session.place.name, session.place.lines, session.place.postalCode, session.place.city,
            session.place.inseeCode, session.otherPlaces, session.fundings);
    columns(session.duration.centreHours, session.duration.companyHours,
            session.duration.totalHours, session.duration.weeklyHours);
    columns(session.rhythm, session.particularity, session.deliverers, session.contacts,
            session.infoMeetings, session.assessments, session.outdatedOnPortal, session.createdOn,
            session.changedOn);
}

inline void keyColumns(auto &columns, auto &key)
{
    columns(key.formation, key.action, key.session);
}

// What is kept of a submission besides, in the order in which readAction() and readSession() take
// it; the submission's own columns follow.

inline constexpr char standingActionNames[] =
    "a.numero, n.number = a.last_submission, n.number = a.verified_submission, a.active, "
    "a.version, i.received_at, ";
// Each submission that an operator decided on comes before the last one, where it is another.
inline constexpr char standingActions[] =
    " FROM actions a JOIN action_submissions n ON n.action_id = a.id "
    "AND n.number IN (a.last_submission, a.verified_submission) "
    "JOIN imports i ON i.id = n.import_id ";

inline constexpr char standingSessionNames[] =
    "s.formation_numero, s.action_numero, s.session_numero, n.number = s.last_submission, "
    "n.number = s.verified_submission, s.set_aside, s.aside_at, n.number = s.aside_submission, "
    "s.active, s.recruitment, s.overridden, s.version, v.received_at, "
    "f.received_at, i.received_at, n.recruitment, ";
inline constexpr char standingSessions[] =
    " FROM sessions s "
    "JOIN session_submissions n ON n.session_id = s.id "
    "AND n.number IN (s.last_submission, s.verified_submission, s.aside_submission) "
    "JOIN imports f ON f.id = s.first_import_id JOIN imports i ON i.id = n.import_id "
    "LEFT JOIN imports v ON v.id = s.vanished_import_id ";

//! Which of the submissions of a subject a row holds.
struct SubmissionRole
{
    bool isLast = false;
    bool isVerified = false;
};

//! Adds the submission under the cursor to \a stored.
inline SubmissionRole readAction(Row &row, StoredAction &stored)
{
    TrainingAction action;
    SubmissionRole role;
    row(action.numero, role.isLast, role.isVerified, stored.active, stored.version,
        stored.receivedAt);
    actionColumns(row, action);
    if (role.isVerified)
        stored.verified = action;
    if (role.isLast)
        stored.submitted = std::move(action);
    return role;
}

//! The same for a session.
inline SubmissionRole readSession(Row &row, StoredSession &stored)
{
    TrainingSession session;
    SubmissionRole role;
    bool isAside = false;
    std::optional<ReturnReason> reason;
    QDateTime asideAt;
    keyColumns(row, session.key);
    row(role.isLast, role.isVerified, reason, asideAt, isAside, stored.active, stored.recruitment,
        stored.overridden, stored.version, stored.vanishedAt, stored.firstReceivedAt,
        stored.receivedAt, session.recruitment);
    sessionColumns(row, session);
    if (role.isVerified)
        stored.verified = session;
    if (isAside && reason)
        stored.aside = {*reason, asideAt, session};
    if (role.isLast)
        stored.submitted = std::move(session);
    return role;
}

} // namespace recoupe
