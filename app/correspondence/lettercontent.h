// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "correspondence/lettertemplate.h"
#include "domain/trainingaction.h"
#include "rules/finding.h"

namespace recoupe {

//! A session and what was found on it.
struct SessionFindings
{
    const TrainingAction *action = nullptr;
    const TrainingSession *session = nullptr;
    QList<Finding> findings;
};

//! A notification for which nothing was entered.
struct AwaitedOffer
{
    const AwardNotification *award = nullptr;
    QDate deadline;  //!< invalid where no day is known
    QString address; //!< of the organisation, where an offer of its own names one
};

//! What is the same in every letter of a batch.
struct LetterContext
{
    LetterTemplate texts;
    QString operatorName;
    QDate today;
};

//! A letter that was composed, with what its places were filled with.
struct ComposedLetter
{
    Letter letter;
    PlaceTexts places;
    std::optional<Letter> previous = {}; //!< the last of its kind to the same organisation
};

//! The findings that the organisation is to mend.
[[nodiscard]] QList<Finding> toMend(const QList<Finding> &findings);
//! Where the organisation of an action is written to: its own contact, else the action's; empty
//! where none has an address that mail servers take.
[[nodiscard]] QString addressFor(const TrainingAction &action);

//! One letter a mandataire (its SIRET; its name where there is none), in the order of their names:
//! by action, by session, what it is to mend. Sessions without such a finding are left out.
[[nodiscard]] QList<ComposedLetter> correctionLetters(const QList<SessionFindings> &sessions,
                                                      const LetterContext &context);
//! One letter a mandataire: its contracts without a session, in the order of their deadlines.
[[nodiscard]] QList<ComposedLetter> reminderLetters(const QList<AwaitedOffer> &offers,
                                                    const LetterContext &context);

//! The reason under which most of these findings are counted; in words of its own, those of the
//! first finding, where none of the list fits.
[[nodiscard]] WrittenReason reasonFor(const QList<Finding> &findings);

} // namespace recoupe
