// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace recoupe {

//! How many addresses one draft is written to, at most: mail servers refuse messages to more.
inline constexpr char16_t addressesPerDraftSetting[] = u"mailing/addresses-per-draft";

//! From the settings by name; 100 where none is kept or it makes no sense.
[[nodiscard]] int addressesPerDraft(const QMap<QString, QString> &texts);
//! The program's own text under that name; nothing where it is no setting of mailings.
[[nodiscard]] std::optional<QString> defaultMailingSetting(const QString &name);
//! Why a text is no value of that setting, as a French sentence; empty when it is one, or the name
//! is none of these.
[[nodiscard]] QString mailingSettingDefect(const QString &name, const QString &text);

} // namespace recoupe
