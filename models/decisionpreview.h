// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/decisionoutcome.h"
#include "services/workspace.h"

namespace recoupe {

//! What a request for several sessions would come to, in words, before it is done.
struct DecisionPreview
{
    QString text;           //!< how many change, how many do not
    QString details;        //!< which ones, a line each, and why others do not
    qsizetype sessions = 0; //!< that change; 0: there is nothing to ask
};

//! \a asked: the sessions of the request.
[[nodiscard]] DecisionPreview previewOf(const DecisionOutcome &outcome,
                                        const QList<SessionKey> &asked, const Workspace &workspace);

} // namespace recoupe
