// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace recoupe {

//! Told how far long work has come, in units of its own; the total is 0 while it is unknown.
//! Answers false to stop the work, which then ends with ErrorCode::Cancelled and no trace.
//! Empty: nobody watches.
using Progress = std::function<bool(qint64 done, qint64 total)>;

} // namespace recoupe
