// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/databasechoice.h"

namespace recoupe {

class Dialogs;
class SecretField;
class SettingForm;

//! Where a base is: a file of the workstation or a server, and the way there. \a secret becomes its
//! child.
[[nodiscard]] SettingForm *makeDatabaseForm(const DatabaseTexts &texts, SecretField *secret,
                                            Dialogs &dialogs);

} // namespace recoupe
