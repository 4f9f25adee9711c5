// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

//! How a session stands to the notifications of its funder, in words.
namespace recoupe {

//! "M1451401, lot 2".
[[nodiscard]] QString awardName(const AwardNotification &award);
[[nodiscard]] QString awardName(const AwardKey &key);
//! "GRETA du Velay · du 01/10/2026 au 30/06/2027 · 43000 Le Puy-en-Velay".
[[nodiscard]] QString awardFacts(const AwardNotification &award);
//! Whether it has its notification, by what, and the next step where it has none.
[[nodiscard]] QString matchInWords(const Workspace &workspace, const CheckedSession &session);
//! "Écartées : M2651401, M2651402."; empty where none was refused.
[[nodiscard]] QString refusedInWords(const AwardChoice &choice);
//! What an operator should not have to look for: that one of them chose the notification, that the
//! feed no longer holds the session. Empty where there is nothing of the kind.
[[nodiscard]] QStringList remarksOn(const CheckedSession &session);
//! Who works on a session, and since when.
[[nodiscard]] QString holdInWords(const SessionHold &hold);

} // namespace recoupe
