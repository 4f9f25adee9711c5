// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"
#include "services/workspace.h"

namespace recoupe {

//! What the table shows of a workspace: the verified content of every session whose audience it is.
[[nodiscard]] QList<PublishedSession> publishedSessions(const Workspace &workspace);

//! The edition of a workspace: its rows, marked against \a previous, and what left since, with the
//! reasons. \a previous: null for the first edition, which marks nothing.
[[nodiscard]] EditionContent composeEdition(const Workspace &workspace, EditionHead head,
                                            const EditionContent *previous);

//! Why a session is not in the table of that workspace, in words that prescribers read:
//! "recrutement clos", "terminée le 30/01/2026".
[[nodiscard]] QString departureReason(const Workspace &workspace, const SessionKey &key);

} // namespace recoupe
