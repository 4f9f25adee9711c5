// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! The base of this workstation's user: `sqlite:…/base.recoupe` in the folder for local data of
//! applications, which on Windows does not roam over the network.
[[nodiscard]] QString defaultDatabaseUrl();

//! The URL of the base that is this file of SQLite.
[[nodiscard]] QString urlOfBase(const QString &file);
//! The base that this user works in where neither the command line nor the environment names one:
//! what keepUsualDatabaseUrl() kept in recoupe.ini, else defaultDatabaseUrl().
[[nodiscard]] QString usualDatabaseUrl();
//! Without a password: that is for the keychain. False where the file cannot be written.
[[nodiscard]] bool keepUsualDatabaseUrl(const QString &url);

//! The folder for local data of this workstation's user, which on Windows does not roam.
[[nodiscard]] QString dataFolder();

//! The name under which decisions are recorded: that of the session on this workstation;
//! "inconnu" where the system gives none.
[[nodiscard]] QString currentOperatorName();

//! Whether a window can be shown: on Unix a display is named, or a platform chosen by hand.
[[nodiscard]] bool hasDisplay();

} // namespace recoupe
