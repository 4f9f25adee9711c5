// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QHash>
#include <QSet>

namespace recoupe {

//! Matches every session of a workspace and runs every rule on it. Holds the indexes that this
//! takes, so that one session that changed is checked again without the others.
class CrossCheck
{
public:
    //! The workspace holds what was stored, its sessions in the order of their keys; it must
    //! outlive this object, and its lists must not grow meanwhile.
    explicit CrossCheck(Workspace &workspace);

    //! Fills in all that follows. Cancelled when the progress says stop; DatabaseDamaged when a
    //! session has no action.
    [[nodiscard]] Result<> run(const Progress &progress = {});

    //! Checks sessions again after what is stored of them changed, and with them the sessions of
    //! their actions and of their contracts, before and after; so the sessions of \a actions, after
    //! what was decided about those changed. Takes and gives rows.
    QList<qsizetype> recheck(const QList<qsizetype> &rows, const QList<qsizetype> &actions = {});

private:
    //! Sessions of one contract entered by one mandataire.
    struct Contract
    {
        QList<qsizetype> sessions;
        QMap<qsizetype, int> actions; //!< how many of the sessions each holds
    };

    [[nodiscard]] Result<> findActions();
    void findNotification(qsizetype row);
    void enter(qsizetype row);
    void addSessionsOf(qsizetype action, QSet<qsizetype> &rows) const;
    void withdraw(qsizetype row);
    void judge(qsizetype row);
    void judgeAward(qsizetype award);
    //! Neither in the feed any more nor in the queue: no neighbour to others.
    [[nodiscard]] bool isOut(const CheckedSession &session) const;
    [[nodiscard]] bool isAside(const CheckedSession &session) const;
    [[nodiscard]] QString contractOf(const CheckedSession &session) const;
    void noteAward(qsizetype row, bool isThere);
    [[nodiscard]] std::optional<TrainingSession> overwrittenBy(const CheckedSession &session) const;

    Workspace &m_workspace;
    AwardIndex m_awards;
    SesarIndex m_sesar;
    CandidateIndex m_candidates;
    QHash<QString, Contract> m_contracts;
    QList<QString> m_contractOf; //!< by session; empty where it has none
};

} // namespace recoupe
