// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/backoffice.h"
#include "support/generator/random.h"

#include <QStringList>

namespace recoupe {

//! What operators do, at random: a seed always gives the same work on the same base.
class RandomWork
{
public:
    //! \a files: feeds and tables to be imported once each, in their order.
    RandomWork(quint64 seed, QStringList files)
        : m_random(seed)
        , m_files(std::move(files))
    {
    }

    //! Does one thing on the base as \a seen shows it; gives what, in words. What is refused is
    //! refused; a failure of the base ends the test.
    QString step(BackOffice &office, const Workspace &seen);

private:
    using Step = QString (RandomWork::*)(BackOffice &, const Workspace &);

    QString decideOnActivation(BackOffice &office, const Workspace &seen);
    QString decideOnQueue(BackOffice &office, const Workspace &seen);
    QString decideOnRecruitment(BackOffice &office, const Workspace &seen);
    QString decideOnAward(BackOffice &office, const Workspace &seen);
    QString decideOnAction(BackOffice &office, const Workspace &seen);
    QString activateConforming(BackOffice &office, const Workspace &seen);
    QString goBack(BackOffice &office, const Workspace &seen);
    QString goForth(BackOffice &office, const Workspace &seen);
    QString writeNote(BackOffice &office, const Workspace &seen);
    QString removeNewestNote(BackOffice &office, const Workspace &seen);
    QString writeLetter(BackOffice &office, const Workspace &seen);
    QString changeSetting(BackOffice &office, const Workspace &seen);
    QString import(BackOffice &office, const Workspace &seen);
    QString tryTwoThings(BackOffice &office, const Workspace &seen);
    QString failHalfway(BackOffice &office, const Workspace &seen);

    [[nodiscard]] QList<SessionKey> someSessions(const Workspace &seen);
    [[nodiscard]] AwardKey anAward(const Workspace &seen, const SessionKey &session);

    Random m_random;
    QStringList m_files;
};

} // namespace recoupe
