// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace recoupe {

//! An address that mail servers take: no accent before the @, dots between characters only, no part
//! longer than they allow.
[[nodiscard]] bool isWellFormedEmail(const QString &text);

//! The address as servers spell it: a domain with accents in its ASCII form (RFC 5891). Empty where
//! it is not well-formed.
[[nodiscard]] QByteArray asciiMailAddress(const QString &text);

//! What two spellings of one address have in common: servers do not tell the case apart.
[[nodiscard]] QString mailAddressKey(const QString &address);

} // namespace recoupe
