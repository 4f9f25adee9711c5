// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/offerrepository.h"

#include "storage/offerrows.h"

#include <QHash>

#include <array>
#include <map>

namespace recoupe {

namespace {

constexpr Sql
    findAction("SELECT a.id, a.last_submission, n.digest FROM actions a "
               "JOIN action_submissions n ON n.action_id = a.id AND n.number = a.last_submission "
               "WHERE a.numero = ?");
constexpr Sql insertAction("INSERT INTO actions (numero, last_submission) VALUES (?, ?) "
                           "ON CONFLICT (numero) DO NOTHING {returning_id}");
constexpr Sql updateAction("UPDATE actions SET last_submission = ?, version = version + 1 "
                           "WHERE id = ?");
constexpr Sql insertActionSubmission(
    "INSERT INTO action_submissions (action_id, number, import_id, digest, source_line, source, ",
    actionColumnNames, ") VALUES (?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
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
    "SELECT s.id, s.last_submission, s.recruitment, n.recruitment, n.digest FROM sessions s "
    "JOIN session_submissions n ON n.session_id = s.id AND n.number = s.last_submission "
    "WHERE s.formation_numero = ? AND s.action_numero = ? AND s.session_numero = ?");
constexpr Sql insertSession(
    "INSERT INTO sessions (formation_numero, action_numero, session_numero, first_import_id, "
    "feed_id, last_submission, recruitment) VALUES (?,?,?,?,?,?,?) "
    "ON CONFLICT (formation_numero, action_numero, session_numero) DO NOTHING {returning_id}");
constexpr Sql updateSession("UPDATE sessions SET last_submission = ?, recruitment = ?, "
                            "version = version + 1 WHERE id = ?");
constexpr Sql insertSessionSubmission(
    "INSERT INTO session_submissions (session_id, number, import_id, digest, source_line, source, "
    "recruitment, ",
    sessionColumnNames, ") VALUES (?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
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

// The end of a feed.
constexpr Sql selectFeeds(
    "SELECT s.id, a.id, s.feed_id, s.vanished_import_id IS NOT NULL, s.formation_numero, "
    "s.action_numero, s.session_numero FROM sessions s "
    "JOIN actions a ON a.numero = s.formation_numero");
constexpr Sql flagVanished("UPDATE sessions SET vanished_import_id = ?, version = version + 1 "
                           "WHERE id = ?");
constexpr Sql moveToFeed("UPDATE sessions SET feed_id = ? WHERE id = ?");
constexpr Sql mergeFeeds("UPDATE sessions SET feed_id = ? WHERE feed_id = ?");

//! What is known of the last submission of a key; id 0 where there is none.
struct Known
{
    qint64 id = 0;
    int number = 0;
    RecruitmentState inForce = RecruitmentState::Unknown;
    RecruitmentState submitted = RecruitmentState::Unknown;
    QByteArray digest;
};

Result<Known> knownOf(SqlConnection &sql, const TrainingAction &action)
{
    Known known;
    Statement find(sql, findAction);
    find(action.numero);
    return find.forEach([&](Row &row) { row(known.id, known.number, known.digest); }).map([&] {
        return known;
    });
}

Result<Known> knownOf(SqlConnection &sql, const TrainingSession &session)
{
    Known known;
    Statement find(sql, findSession);
    keyColumns(find, session.key);
    return find
        .forEach([&](Row &row) {
            row(known.id, known.number, known.inForce, known.submitted, known.digest);
        })
        .map([&] { return known; });
}

//! Enters it; gives its id, 0 where it is known already.
Result<qint64> enter(SqlConnection &sql, const TrainingAction &action, qint64)
{
    Statement insert(sql, insertAction);
    insert(action.numero, 1);
    return insert.insertedId();
}

Result<qint64> enter(SqlConnection &sql, const TrainingSession &session, qint64 importId)
{
    Statement insert(sql, insertSession);
    keyColumns(insert, session.key);
    insert(importId, importId, 1, session.recruitment);
    return insert.insertedId();
}

//! Brings its row to the new submission.
Result<> update(SqlConnection &sql, const Known &known, const TrainingAction &)
{
    return execute(sql, updateAction, known.number + 1, known.id);
}

Result<> update(SqlConnection &sql, const Known &known, const TrainingSession &session)
{
    // What an operator decided stays until the portal says something new; silence says nothing.
    const bool isNews =
        session.recruitment != known.submitted && session.recruitment != RecruitmentState::Unknown;
    const RecruitmentState recruitment = isNews ? session.recruitment : known.inForce;
    return execute(sql, updateSession, known.number + 1, recruitment, known.id);
}

//! Under what a submission is to be kept, unless it is Unchanged.
struct Standing
{
    SaveOutcome outcome = SaveOutcome::New;
    qint64 id = 0;
    int number = 1;
};

// Most of a feed is new, or most is known: what the last one was is tried first, and mostly one
// statement does.
template <typename Offer>
Result<Standing> settle(SqlConnection &sql, const Offer &offer, const QByteArray &digest,
                        qint64 importId, FeedMemory &memory)
{
    const auto isNew = [](qint64 id) { return Standing{SaveOutcome::New, id, 1}; };
    if (memory.expectsNew) {
        const Result<qint64> id = enter(sql, offer, importId);
        if (!id || *id)
            return id.map(isNew);
    }
    const Result<Known> known = knownOf(sql, offer);
    if (!known)
        return failureOf(known);
    memory.expectsNew = !known->id;
    if (!known->id)
        return enter(sql, offer, importId).map(isNew);
    memory.seen.push_back(known->id);
    if (known->digest == digest)
        return Standing{SaveOutcome::Unchanged};
    return update(sql, *known, offer).map([&] {
        return Standing{SaveOutcome::Changed, known->id, known->number + 1};
    });
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

struct FeedRow
{
    qint64 id = 0;
    qint64 action = 0;
    qint64 feed = 0;
    bool hasVanished = false;
    SessionKey key;
};

//! Finds what a feed that was read whole should have held: first count() every session of the
//! base, then sort() every one, then write().
class FeedEnd
{
public:
    FeedEnd(qint64 importId, std::vector<qint64> actions, std::vector<qint64> sessions)
        : m_importId(importId)
        , m_actions(std::move(actions))
        , m_sessions(std::move(sessions))
    {
        std::ranges::sort(m_actions);
        std::ranges::sort(m_sessions);
    }

    void count(const FeedRow &row)
    {
        Count &count = m_feeds[row.feed];
        count.all += !row.hasVanished;
        count.seen += isSeen(m_sessions, row.id);
    }

    //! Nothing came before it: there is nothing to sort.
    [[nodiscard]] bool isFirst() const
    {
        return m_feeds.empty() || (m_feeds.size() == 1 && m_feeds.contains(m_importId));
    }

    void sort(const FeedRow &row, const std::function<bool(const SessionKey &)> &unsure)
    {
        if (row.feed == m_importId)
            return; // new
        const bool isNext = isNextIssueOf(row.feed);
        if (isSeen(m_sessions, row.id)) {
            if (row.hasVanished)
                m_returned.append(row.id);
            if (!isNext)
                m_moved.append(row.id);
        } else if (!row.hasVanished && (isNext || isSeen(m_actions, row.action)) &&
                   !(unsure && unsure(row.key))) {
            m_vanished.append(row.id);
        }
    }

    Result<FeedOutcome> write(SqlConnection &sql) const
    {
        for (const qint64 session : m_vanished) {
            if (Result<> done = execute(sql, flagVanished, m_importId, session); !done)
                return failureOf(done);
        }
        for (const qint64 session : m_returned) {
            if (Result<> done = execute(sql, flagVanished, std::optional<qint64>(), session); !done)
                return failureOf(done);
        }
        if (Result<> gathered = gather(sql); !gathered)
            return failureOf(gathered);
        return FeedOutcome{int(m_vanished.size()), int(m_returned.size())};
    }

private:
    struct Count
    {
        int all = 0;
        int seen = 0;
    };

    static bool isSeen(const std::vector<qint64> &ids, qint64 id)
    {
        return std::ranges::binary_search(ids, id);
    }

    bool isNextIssueOf(qint64 feed) const
    {
        const Count count = m_feeds.at(feed);
        return count.seen > 0 && 2 * count.seen >= count.all;
    }

    //! All that this feed holds becomes one feed again, under the name of the largest one of which
    //! it is the next issue: so the fewest rows are written.
    Result<> gather(SqlConnection &sql) const
    {
        qint64 target = m_importId;
        for (const auto &[feed, count] : m_feeds) {
            const bool isLarger = target == m_importId || count.all > m_feeds.at(target).all;
            if (feed != m_importId && isNextIssueOf(feed) && isLarger)
                target = feed;
        }
        for (const qint64 session : m_moved) {
            if (Result<> done = execute(sql, moveToFeed, target, session); !done)
                return done;
        }
        for (const auto &[feed, count] : m_feeds) {
            const bool joins = feed == m_importId || isNextIssueOf(feed);
            if (feed == target || !joins)
                continue;
            if (Result<> done = execute(sql, mergeFeeds, target, feed); !done)
                return done;
        }
        return {};
    }

    qint64 m_importId;
    std::vector<qint64> m_actions;
    std::vector<qint64> m_sessions;
    std::map<qint64, Count> m_feeds;
    QList<qint64> m_vanished;
    QList<qint64> m_returned;
    QList<qint64> m_moved;
};

} // namespace

OfferRepository::OfferRepository(Database &database)
    : m_sql(database.sql())
{
}

OfferRepository::~OfferRepository() = default;

Result<FeedOutcome>
OfferRepository::closeFeed(qint64 importId, const std::function<bool(const SessionKey &)> &unsure)
{
    FeedEnd feed(importId, std::exchange(m_actions, {}).seen, std::exchange(m_sessions, {}).seen);
    // Read twice rather than kept: a feed has as many sessions as the base.
    const auto each = [this](auto take) {
        Statement select(m_sql, selectFeeds);
        return select.forEach([&](Row &row) {
            FeedRow session;
            row(session.id, session.action, session.feed, session.hasVanished);
            keyColumns(row, session.key);
            take(session);
        });
    };
    if (Result<> counted = each([&](const FeedRow &row) { feed.count(row); }); !counted)
        return failureOf(counted);
    if (feed.isFirst())
        return FeedOutcome{};
    if (Result<> sorted = each([&](const FeedRow &row) { feed.sort(row, unsure); }); !sorted)
        return failureOf(sorted);
    return feed.write(m_sql);
}

Result<SaveOutcome> OfferRepository::save(const SubmittedAction &action, qint64 importId)
{
    const Result<Standing> standing =
        settle(m_sql, action.action, action.digest, importId, m_actions);
    if (!standing)
        return failureOf(standing);
    if (standing->outcome == SaveOutcome::Unchanged)
        return standing->outcome;
    Statement insert(m_sql, insertActionSubmission);
    insert(standing->id, standing->number, importId, action.digest, action.line, action.source);
    actionColumns(insert, action.action);
    return insert.execute().map([&] { return standing->outcome; });
}

Result<SaveOutcome> OfferRepository::save(const SubmittedSession &session, qint64 importId)
{
    const Result<Standing> standing =
        settle(m_sql, session.session, session.digest, importId, m_sessions);
    if (!standing)
        return failureOf(standing);
    if (standing->outcome == SaveOutcome::Unchanged)
        return standing->outcome;
    Statement insert(m_sql, insertSessionSubmission);
    insert(standing->id, standing->number, importId, session.digest, session.line, session.source,
           session.session.recruitment);
    sessionColumns(insert, session.session);
    return insert.execute().map([&] { return standing->outcome; });
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
