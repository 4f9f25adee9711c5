// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/currentworkspace.h"

#include "services/workspacereader.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"

#include <algorithm>

namespace recoupe {

namespace {

// One by one costs a session about thirty times what it costs among all.
constexpr qsizetype fewSubjects = 500;
constexpr qsizetype shareOfAll = 30;

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
    DecidedSubjects subjects = {};
    QList<std::pair<qsizetype, StoredSession>> sessions = {}; //!< with their rows
    QList<std::pair<qsizetype, StoredAction>> actions = {};
    std::optional<TrailEnds> ends = {};
    std::optional<WrittenAbout> written = {};
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
    if (m_checked && m_checked->workspace->today == today && m_revision.import == now.import)
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
    if (m_revision.letter != now.letter || !m_revision.hasSameNotes(now)) {
        Result<WrittenAbout> written = readWrittenAbout(database);
        if (!written)
            return failureOf(written);
        news.written = *std::move(written);
    }
    if (m_revision.decision == now.decision)
        return news;
    Result<DecidedSubjects> subjects =
        DecisionRepository(database).subjectsAfter(m_revision.decision);
    if (!subjects)
        return failureOf(subjects);
    news.subjects = *std::move(subjects);
    if (Result<> read = readSubjects(database, news); !read)
        return failureOf(read);
    Result<TrailEnds> ends = readTrailEnds(database);
    if (!ends)
        return failureOf(ends);
    news.ends = *std::move(ends);
    return news;
}

Result<> CurrentWorkspace::readSubjects(Database &database, News &news) const
{
    const Workspace &workspace = *m_checked->workspace;
    const DecidedSubjects &subjects = news.subjects;
    const qsizetype count = subjects.sessions.size() + subjects.actions.size();
    news.isWhole = count > std::max(fewSubjects, workspace.sessions.size() / shareOfAll);
    if (subjects.settings && !news.isWhole) {
        const Result<CheckSettings> settings = readCheckSettings(database);
        if (!settings)
            return failureOf(settings);
        news.isWhole = *settings != workspace.settings; // others concern no rule
    }
    if (news.isWhole)
        return {};
    const OfferRepository offers(database);
    for (const SessionKey &key : subjects.sessions) {
        Result<std::optional<StoredSession>> session = offers.session(key);
        if (!session)
            return failureOf(session);
        if (*session)
            news.sessions.emplaceBack(workspace.indexOf(key), **std::move(session));
    }
    for (const QString &numero : subjects.actions) {
        Result<std::optional<StoredAction>> action = offers.action(numero);
        if (!action)
            return failureOf(action);
        if (*action)
            news.actions.emplaceBack(workspace.indexOfAction(numero), **std::move(action));
    }
    return {};
}

void CurrentWorkspace::take(News news)
{
    detach();
    Workspace &workspace = *m_checked->workspace;
    QList<qsizetype> sessions;
    for (auto &[row, stored] : news.sessions) {
        workspace.sessions[row].stored = std::move(stored);
        sessions << row;
    }
    QList<qsizetype> actions;
    for (auto &[position, stored] : news.actions) {
        workspace.actions[position] = std::move(stored);
        actions << position;
    }
    m_checked->check.recheck(sessions, actions);
    if (news.written)
        setWrittenAbout(workspace, *news.written);
    if (news.ends)
        setTrailEnds(workspace, *std::move(news.ends));
}

//! What was given away shares its lists with ours until they are written to.
void CurrentWorkspace::detach()
{
    m_shared.reset();
    QList<CheckedSession> &sessions = m_checked->workspace->sessions;
    if (sessions.isDetached())
        return;
    sessions.detach();
    m_checked->check.findSisters();
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
