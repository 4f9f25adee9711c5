// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! The words of the settings of exchanges, for the trail.
namespace recoupe {

//! "Portail, adresse du flux", "AUDE / GSP, transport"; empty where it is none of these.
[[nodiscard]] QString exchangeSettingInWords(const QString &name);
//! "SFTP", "aucune"; the text itself where it says enough.
[[nodiscard]] QString exchangeValueInWords(const QString &name, const QString &text);

} // namespace recoupe
