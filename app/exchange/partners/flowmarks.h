// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/partners/offerwriter.h"

#include <string>

//! What is around the offers of a file of LHEO 2.3.
namespace recoupe {

//! The XML declaration and the start tag of \a root, with the time of the export.
[[nodiscard]] std::string lheoStart(std::string_view root, const FlowMarks &marks);
//! The marks of the flow and the end tag. A mark of which nothing is known is left out.
[[nodiscard]] std::string lheoEnd(std::string_view root, const FlowMarks &marks);

} // namespace recoupe
