// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace recoupe {

//! What the program tells whoever started it (design: "Command line").
enum class ExitStatus
{
    Done = 0,
    DoneWithRemarks = 1, //!< rows rejected, decisions refused, blocking findings
    WrongUse = 2,
    InputUnreadable = 3, //!< or an output that cannot be written
    DatabaseError = 4,
    ServerFailed = 5, //!< a server that does not answer, refuses or cannot be trusted
};

[[nodiscard]] ExitStatus exitStatusOf(ErrorCode code);

} // namespace recoupe
