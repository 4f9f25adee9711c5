// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace recoupe {

//! A value, or the reason why there is none. Never ignore one.
template <typename T = void>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

//! Shorthand for returning a failure: `return fail(ErrorCode::NotFound, tr("…"));`
[[nodiscard]] inline Failure fail(ErrorCode code, QString message, QString detail = {},
                                  SourcePos where = {})
{
    return Failure(Error{code, std::move(message), std::move(detail), std::move(where)});
}

//! Hands the failure of one result on as the failure of another type.
template <typename T>
[[nodiscard]] Failure failureOf(const Result<T> &result)
{
    return Failure(result.error());
}

} // namespace recoupe
