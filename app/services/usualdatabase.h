// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secretstore.h"

#include <QString>

#include <optional>

//! Which base a start of the program opens, and who says so.
namespace recoupe {

struct DatabaseUrl;

//! What names the base, the strongest first.
enum class DatabaseOrigin
{
    CommandLine,
    Environment, //!< RECOUPE_DATABASE
    Settings,    //!< recoupe.ini
    Workstation  //!< nothing does: the workstation's own
};

struct NamedDatabase
{
    QString url;
    DatabaseOrigin origin = DatabaseOrigin::Workstation;
};

//! The base of a start whose command line names none.
[[nodiscard]] NamedDatabase databaseOfStart();

//! Keeps a base in the settings, for the next start, and its password with the secrets. \a
//! password: empty to forget the one that is kept; nothing where that stays. Gives where the
//! password went. FileUnwritable; SecretMissing where the keychain refuses, and nothing is kept
//! then. Blocks, as keepSecret() does.
[[nodiscard]] Result<std::optional<SecretPlace>>
keepDatabase(const DatabaseUrl &url, const std::optional<QString> &password);

//! Whether the environment gives the base's password, which then counts before any that is kept.
[[nodiscard]] bool isDatabaseSecretOfEnvironment();

} // namespace recoupe
