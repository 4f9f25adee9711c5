// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace recoupe {

//! What can be done with the sessions that are selected: for each action the reason why it cannot,
//! as a sentence; empty when it can.
struct SelectionScope
{
    QList<SessionKey> keys;
    QList<SessionKey> blocked; //!< those of them that take a reason to be activated
    QString whyNotValidate;    //!< "Valider et suivante": one conforming, inactive session
    QString whyNotActivate;
    QString whyNotOverride;
    QString whyNotDeactivate;
    QString whyNotSetAside;
    QString whyNotTakeUp;
    QString whyNotRelease; //!< one session at least that somebody holds
    QString whyNotNote;    //!< one session
    QString whyNotRecruitment;
    QString whyNotAssociate;      //!< with a notification that it may belong to: one session
    QString whyNotAssociateOther; //!< with any of their funder
    QString whyNotDissociate;
    QString whyNotCorrect; //!< a mail about what the organisation is to mend
    QString whyNotRefuse;  //!< the notification that it has or may have: one session
};

//! What is decided for more sessions than these at once was not meant, and would take long to look
//! through at each key.
inline constexpr int mostSelected = 20'000;

[[nodiscard]] SelectionScope scopeOf(const QList<const CheckedSession *> &sessions);
//! Of more than mostSelected: nothing can be done with them.
[[nodiscard]] SelectionScope scopeOfTooMany();

//! Conforming sessions that are not active yet.
[[nodiscard]] QList<SessionKey> conformingInactive(const Workspace &workspace);

} // namespace recoupe
