// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace recoupe {

//! The SIRETs that one cell holds: apart by , ; / a line break, or by spaces between groups of
//! fourteen digits. Each as written: what is no SIRET stays too.
[[nodiscard]] QStringList splitSirets(const QString &text);

} // namespace recoupe
