// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"
#include "services/workspace.h"

namespace recoupe {

//! What was looked at before an edition is issued, and found wanting.
struct EditionCheck
{
    QString id; //!< stable: "fewer-rows", or the rule's: "record-vanished"
    Severity severity = Severity::Warning; //!< Blocking: not issued unless a reason is written
    QString title;                         //!< "Baisse du nombre de sessions"
    QString message;                       //!< French: how many, and what to do
    QList<SessionKey> sessions = {};       //!< that it is about; empty where it is the whole

    friend bool operator==(const EditionCheck &, const EditionCheck &) = default;
};

//! The points to settle before \a draft becomes an edition, the blocking ones first. \a previous:
//! the edition that it would replace; null when it is the first.
[[nodiscard]] QList<EditionCheck> editionChecks(const Workspace &workspace,
                                                const EditionContent &draft,
                                                const EditionContent *previous);
[[nodiscard]] bool isBlocked(const QList<EditionCheck> &checks);

//! Whether the table shows the session with a blocking gap that no operator accepted. Where the
//! portal submitted something else since, what is printed is what was verified, and the findings
//! are about the other.
[[nodiscard]] bool hasUnacceptedGap(const Workspace &workspace, const CheckedSession &session);

} // namespace recoupe
