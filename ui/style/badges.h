// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QIcon>

namespace recoupe {

//! How the badge tokens of the models ("control/conforming") look: the icon is named after the
//! token, the tone comes from one table.
[[nodiscard]] Tone badgeTone(const QString &badge);
[[nodiscard]] QIcon badgeIcon(const QString &badge);

//! All tokens that have a look; for the tests and the help.
[[nodiscard]] QStringList knownBadges();

} // namespace recoupe
