// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QUuid>

namespace recoupe {

//! One request for decisions, as its operator made it.
struct DecisionRequest
{
    //! Names the batch: the same request made again, because nobody knows what became of it, is
    //! done once. Empty where it is made once.
    QString id = {};
    //! What the operator decides on; null for who takes the base as it is.
    WorkspacePtr seen = {};

    //! A new one, which can be repeated.
    [[nodiscard]] static DecisionRequest on(WorkspacePtr seen)
    {
        return {QUuid::createUuid().toString(QUuid::WithoutBraces), std::move(seen)};
    }
};

} // namespace recoupe
