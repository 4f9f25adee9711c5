// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/currentworkspace.h"

#include "services/workspacereader.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"

#include <algorithm>

namespace recoupe {

namespace {

// Beyond this share of the sessions, reading and checking all of them costs no more.
constexpr qint64 fewEvents = 500;
constexpr qint64 shareOfAll = 4;

} // namespace

//! The indexes refer to the workspace: both stay where they are.
struct CurrentWorkspace::Checked
{
    explicit Checked(std::unique_ptr<Workspace> read)
        : workspace(std::move(read))
        , check(*workspace)
    {
    }

    std::unique_ptr<Workspace> workspace;
    CrossCheck check;
};

//! What came since the last reading. Read whole before any of it is taken: a failure leaves the
//! workspace as it was.
struct CurrentWorkspace::News
{
    bool isWhole = false; //!< more than can be followed: everything is to be read again
    QList<StoredSession> sessions = {};
    QList<StoredAction> actions = {};
    std::optional<TrailEnds> ends = {};
    std::optional<WrittenAbout> written = {};

    [[nodiscard]] bool isEmpty() const
    {
        return !isWhole && sessions.isEmpty() && actions.isEmpty() && !ends && !written;
    }
};

CurrentWorkspace::CurrentWorkspace() = default;

CurrentWorkspace::~CurrentWorkspace() = default;

Result<WorkspacePtr> CurrentWorkspace::load(Database &database, QDate today,
                                            const Progress &progress)
{
    if (database.isTrying())
        return loadWorkspace(database, today, progress);
    return follow(database, today, progress).map([&] { return shared(); });
}

Result<> CurrentWorkspace::catchUp(Database &database, QDate today)
{
    if (database.isTrying())
        return {};
    const Result<BaseRevision> now = RevisionRepository(database).revision();
    if (!now)
        return failureOf(now);
    return isCurrent(today, *now) ? Result<>() : follow(database, today, {});
}

Result<WorkspacePtr> CurrentWorkspace::within(Database &database, QDate today)
{
    const Result<BaseRevision> now = RevisionRepository(database).revision();
    if (!now)
        return failureOf(now);
    if (database.isTrying() && !isCurrent(today, *now))
        return loadWorkspace(database, today);
    return bringUpToDate(database, today, *now, {}).map([&] {
        return WorkspacePtr(WorkspacePtr(), m_checked->workspace.get()); // lent, not shared
    });
}

Result<> CurrentWorkspace::follow(Database &database, QDate today, const Progress &progress)
{
    return database.inSnapshot([&]() -> Result<> {
        const Result<BaseRevision> now = RevisionRepository(database).revision();
        return now ? bringUpToDate(database, today, *now, progress) : failureOf(now);
    });
}

bool CurrentWorkspace::isCurrent(QDate today, const BaseRevision &now) const
{
    return m_checked && m_checked->workspace->today == today && m_revision == now;
}

void CurrentWorkspace::forget()
{
    m_checked.reset();
    m_shared.reset();
}

Result<> CurrentWorkspace::bringUpToDate(Database &database, QDate today, const BaseRevision &now,
                                         const Progress &progress)
{
    if (isCurrent(today, now))
        return {};
    Result<News> news = News{.isWhole = true};
    if (m_checked && m_checked->workspace->today == today && m_revision.import == now.import &&
        m_revision.erasure == now.erasure)
        news = newsOf(database, now);
    if (!news)
        return failureOf(news);
    if (news->isWhole) {
        if (Result<> read = readWhole(database, today, progress); !read)
            return read;
    } else {
        take(*std::move(news));
    }
    m_revision = now;
    return {};
}

Result<> CurrentWorkspace::readWhole(Database &database, QDate today, const Progress &progress)
{
    forget(); // two of them would take twice the memory
    Result<std::unique_ptr<Workspace>> read = readWorkspace(database, today);
    if (!read)
        return failureOf(read);
    auto checked = std::make_unique<Checked>(*std::move(read));
    if (Result<> run = checked->check.run(progress); !run)
        return run;
    m_checked = std::move(checked);
    return {};
}

Result<CurrentWorkspace::News> CurrentWorkspace::newsOf(Database &database,
                                                        const BaseRevision &now) const
{
    News news;
    if (m_revision.letter != now.letter || !m_revision.hasSameNotes(now) ||
        !m_revision.hasSameHolds(now)) {
        Result<WrittenAbout> written = readWrittenAbout(database);
        if (!written)
            return failureOf(written);
        news.written = *std::move(written);
    }
    if (m_revision.decision == now.decision)
        return news;
    if (Result<> read = readDecided(database, news); !read)
        return failureOf(read);
    Result<TrailEnds> ends = readTrailEnds(database);
    if (!ends)
        return failureOf(ends);
    news.ends = *std::move(ends);
    return news;
}

Result<> CurrentWorkspace::readDecided(Database &database, News &news) const
{
    const Workspace &workspace = *m_checked->workspace;
    const Result<EventCounts> counts =
        DecisionRepository(database).countsAfter(m_revision.decision);
    if (!counts)
        return failureOf(counts);
    news.isWhole = counts->offers > std::max(fewEvents, workspace.sessions.size() / shareOfAll);
    if (counts->settings > 0 && !news.isWhole) {
        const Result<CheckSettings> settings = readCheckSettings(database);
        if (!settings)
            return failureOf(settings);
        news.isWhole = *settings != workspace.settings; // others concern no rule
    }
    if (news.isWhole || counts->offers == 0)
        return {};
    const OfferRepository offers(database);
    Result<QList<StoredSession>> sessions = offers.sessionsDecidedAfter(m_revision.decision);
    if (!sessions)
        return failureOf(sessions);
    Result<QList<StoredAction>> actions = offers.actionsDecidedAfter(m_revision.decision);
    if (!actions)
        return failureOf(actions);
    news.sessions = *std::move(sessions);
    news.actions = *std::move(actions);
    return {};
}

void CurrentWorkspace::take(News news)
{
    if (news.isEmpty())
        return;       // editions are in no workspace
    m_shared.reset(); // it shares what is not written to
    Workspace &workspace = *m_checked->workspace;
    QList<qsizetype> sessions;
    for (StoredSession &stored : news.sessions) {
        sessions << workspace.indexOf(stored.submitted.key);
        workspace.toChange(sessions.last()).stored = std::move(stored);
    }
    QList<qsizetype> actions;
    for (StoredAction &stored : news.actions) {
        actions << workspace.indexOfAction(stored.submitted.numero);
        workspace.actions[actions.last()] = std::move(stored);
    }
    m_checked->check.recheck(sessions, actions);
    if (news.written)
        setWrittenAbout(workspace, *news.written);
    if (news.ends)
        setTrailEnds(workspace, *std::move(news.ends));
}

WorkspacePtr CurrentWorkspace::shared()
{
    WorkspacePtr shared = m_shared.lock();
    if (!shared) {
        shared = std::make_shared<const Workspace>(*m_checked->workspace);
        m_shared = shared;
    }
    return shared;
}

} // namespace recoupe
