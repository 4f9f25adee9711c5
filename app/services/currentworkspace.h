// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/crosscheck.h"
#include "storage/revisionrepository.h"

namespace recoupe {

//! One base as it was last read, checked, with what it takes to follow it: what changed since is
//! read and checked again, the rest is kept. For one connection, in its thread.
class CurrentWorkspace
{
public:
    CurrentWorkspace();
    ~CurrentWorkspace();

    //! The base as it stands, in a snapshot of its own, for anybody to keep: it never changes, and
    //! is the same again while nothing came.
    [[nodiscard]] Result<WorkspacePtr> load(Database &database, QDate today,
                                            const Progress &progress = {});
    //! Follows the base outside of any transaction, so that within() finds little left to do while
    //! others wait.
    [[nodiscard]] Result<> catchUp(Database &database, QDate today);
    //! The base as the running transaction sees it, for the time until the next call. Called
    //! before that transaction writes anything, so that nothing is kept that is rolled back. What
    //! a step of a trial finds changed is read whole and forgotten.
    [[nodiscard]] Result<WorkspacePtr> within(Database &database, QDate today);
    //! For another base.
    void forget();

private:
    struct Checked;
    struct News;

    [[nodiscard]] Result<> follow(Database &database, QDate today, const Progress &progress);
    [[nodiscard]] bool isCurrent(QDate today, const BaseRevision &now) const;
    [[nodiscard]] Result<> bringUpToDate(Database &database, QDate today, const BaseRevision &now,
                                         const Progress &progress);
    [[nodiscard]] Result<> readWhole(Database &database, QDate today, const Progress &progress);
    [[nodiscard]] Result<News> newsOf(Database &database, const BaseRevision &now) const;
    [[nodiscard]] Result<> readDecided(Database &database, News &news) const;
    void take(News news);
    [[nodiscard]] WorkspacePtr shared();

    std::unique_ptr<Checked> m_checked;      //!< null while nothing was read
    BaseRevision m_revision;                 //!< of what was read
    std::weak_ptr<const Workspace> m_shared; //!< what was last given away of it, unchanged since
};

} // namespace recoupe
