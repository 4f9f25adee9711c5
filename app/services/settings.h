// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

//! The settings of the check, of mailings, of exchanges and of retention, and the templates of the
//! letters, under their names.
namespace recoupe {

//! The program's own text of a setting; nothing where none has this name.
[[nodiscard]] std::optional<QString> standardSetting(const QString &name);
//! Why a text is no value of a setting, as a French sentence that says what is expected; empty when
//! it is one.
[[nodiscard]] QString settingFault(const QString &name, const QString &text);
//! What a text comes to: the same value in the program's own spelling, and the program's own text
//! where it is no value. Two texts that come to the same are no change.
[[nodiscard]] QString settingInForce(const QString &name, const QString &text);

} // namespace recoupe
