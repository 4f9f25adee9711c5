// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace recoupe {

//! Where a secret was put.
enum class SecretPlace
{
    Keychain, //!< of the user's session: Credential Manager, libsecret…
    ThisRun   //!< in memory alone: there is no keychain
};

//! Passwords and tokens under names such as "feed" and "partner/aude". Never in a file, a message
//! or a log. All may be called from any thread but block it, up to half a minute where the keychain
//! has to be unlocked: not from the window's.
//!
//! Looks into the environment (RECOUPE_SECRET_FEED, RECOUPE_SECRET_PARTNER_AUDE: for schedulers),
//! then among what this run was told, then into the keychain. SecretMissing where none has it, with
//! what to do.
[[nodiscard]] Result<QString> readSecret(const QString &name);
//! Keeps it in the keychain, or for this run where there is none.
[[nodiscard]] Result<SecretPlace> keepSecret(const QString &name, const QString &secret);
//! Fine where there is none. SecretMissing where the keychain does not answer or refuses: what it
//! holds then stays.
[[nodiscard]] Result<> forgetSecret(const QString &name);

} // namespace recoupe
