// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! An address that mail servers take: no accent before the @, dots between characters only.
[[nodiscard]] bool isWellFormedEmail(const QString &text);

//! What two spellings of one address have in common: servers do not tell the case apart.
[[nodiscard]] QString mailAddressKey(const QString &address);

} // namespace recoupe
