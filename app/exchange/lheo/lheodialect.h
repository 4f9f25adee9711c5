// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace recoupe {

struct XmlStart;

//! Tells by its root whether a document is LHEO 2.2 or 2.3, or near enough. Gives a sentence where
//! something is tolerated, an empty one where all is well; NotTheFormat for anything else.
[[nodiscard]] Result<QString> judgeLheoRoot(const XmlStart &root, const QString &shownName);

} // namespace recoupe
