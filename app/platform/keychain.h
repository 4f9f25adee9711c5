// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <chrono>
#include <optional>

//! The keychain of the user's session: Credential Manager, Keychain, libsecret or KWallet. From any
//! thread; \a limit is how long an answer is waited for, in which the operator may have to unlock
//! it. SecretMissing where it cannot be used: there is none, it stays locked, or does not answer.
namespace recoupe {

inline constexpr std::chrono::seconds keychainLimit{30};

//! Nothing where it holds none of that name.
[[nodiscard]] Result<std::optional<QString>>
readKeychain(const QString &name, std::chrono::milliseconds limit = keychainLimit);
[[nodiscard]] Result<> writeKeychain(const QString &name, const QString &secret,
                                     std::chrono::milliseconds limit = keychainLimit);
//! Fine where there is no such secret, or no keychain that could hold it.
[[nodiscard]] Result<> eraseKeychain(const QString &name,
                                     std::chrono::milliseconds limit = keychainLimit);

} // namespace recoupe
