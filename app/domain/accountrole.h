// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace recoupe {

//! What an account may do to the base, each more than the one before.
enum class AccountRole
{
    Reader,        //!< looks
    Operator,      //!< imports, decides, issues, sends
    Administrator, //!< also settings, profiles, prescribers, removing others' notes
    Owner          //!< also the schema, the rights and what erases; of a file, everybody
};

//! Those that an owner gives.
inline constexpr std::array grantedRoles{AccountRole::Reader, AccountRole::Operator,
                                         AccountRole::Administrator};

//! "reader", "operator", "administrator", "owner".
[[nodiscard]] QString toToken(AccountRole role);
//! Nothing for a text that names none.
[[nodiscard]] std::optional<AccountRole> accountRoleFromToken(QStringView token);
//! In French: "opérateur".
[[nodiscard]] QString accountRoleName(AccountRole role);

} // namespace recoupe
