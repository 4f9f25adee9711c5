// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/awardnotification.h"
#include "domain/trainingsession.h"

#include <QMap>

namespace recoupe {

struct WorldBlock;

//! What is true of one session, and what must be found on it.
struct SessionTruth
{
    SessionKey key;
    std::optional<AwardKey> award; //!< the true one; none where it is not ours, or was never sent
    std::optional<AwardKey> borne; //!< the one whose number the session shows
    QString defect;                //!< empty on a clean one
    QStringList rules;
    QString nextDayDefect;
    QStringList nextDayRules; //!< more rules, once the feed of the next day came in
};

struct AwardTruth
{
    AwardKey key;
    QString defect;
    QStringList rules;
};

//! The truth file: JSON, one object a line, so that it can be read and written piece by piece.
struct Truth
{
    QList<SessionTruth> sessions;
    QList<AwardTruth> awards;
};

[[nodiscard]] QByteArray truthLines(const WorldBlock &block, QDate today);
[[nodiscard]] Result<Truth> readTruth(const QString &fileName);

} // namespace recoupe
