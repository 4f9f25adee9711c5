// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/retentionrepository.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

// An unverified session still needs its earlier submissions: a rule compares their markets.
constexpr Sql deleteSessionSubmissions(
    "DELETE FROM session_submissions WHERE import_id IN (SELECT id FROM imports "
    "WHERE received_at < ?) AND EXISTS (SELECT 1 FROM sessions s "
    "WHERE s.id = session_submissions.session_id AND s.verified_submission IS NOT NULL "
    "AND session_submissions.number < s.last_submission "
    "AND session_submissions.number <> s.verified_submission "
    "AND session_submissions.number <> coalesce(s.aside_submission, 0) "
    "AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.formation_numero = s.formation_numero "
    "AND d.action_numero = s.action_numero AND d.session_numero = s.session_numero "
    "AND d.verified_before = session_submissions.number))");
constexpr Sql deleteActionSubmissions(
    "DELETE FROM action_submissions WHERE import_id IN (SELECT id FROM imports "
    "WHERE received_at < ?) AND EXISTS (SELECT 1 FROM actions a "
    "WHERE a.id = action_submissions.action_id AND a.verified_submission IS NOT NULL "
    "AND action_submissions.number < a.last_submission "
    "AND action_submissions.number <> a.verified_submission "
    "AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.formation_numero = a.numero "
    "AND d.verified_before = action_submissions.number))");
constexpr Sql deleteSubjects("DELETE FROM letter_subjects WHERE letter_id IN "
                             "(SELECT id FROM letters WHERE written_at < ?)");
constexpr Sql deleteLetters("DELETE FROM letters WHERE written_at < ?");
constexpr Sql deleteRejections("DELETE FROM import_rejections WHERE import_id IN "
                               "(SELECT id FROM imports WHERE received_at < ?)");
constexpr Sql deleteNotes("DELETE FROM notes WHERE written_at < ?");
constexpr Sql emptyDetails("UPDATE delivery_lines SET details_before = '', details_after = '' "
                           "WHERE (details_before <> '' OR details_after <> '') "
                           "AND delivery_id IN (SELECT id FROM deliveries WHERE finished_at < ?)");

Result<qint64> changed(SqlConnection &sql, const Sql &text, const QDateTime &time)
{
    Statement statement(sql, text);
    statement(time);
    return statement.execute().map([&] { return qint64(statement.changedRows()); });
}

} // namespace

RetentionRepository::RetentionRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<qint64> RetentionRepository::removeBefore(RetainedRecord record, const QDateTime &time)
{
    switch (record) {
    case RetainedRecord::Submissions: {
        const Result<qint64> sessions = changed(m_sql, deleteSessionSubmissions, time);
        return sessions.and_then([&](qint64 count) {
            return changed(m_sql, deleteActionSubmissions, time).map([count](qint64 actions) {
                return count + actions;
            });
        });
    }
    case RetainedRecord::Letters:
        return execute(m_sql, deleteSubjects, time).and_then([&] {
            return changed(m_sql, deleteLetters, time);
        });
    case RetainedRecord::Rejections: return changed(m_sql, deleteRejections, time);
    case RetainedRecord::Notes: return changed(m_sql, deleteNotes, time);
    case RetainedRecord::DeliveryDetails: break;
    }
    return changed(m_sql, emptyDetails, time);
}

} // namespace recoupe
