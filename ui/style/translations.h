// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace recoupe {

//! Loads Qt's own French, so that standard buttons, file dialogs and text menus speak it too, and
//! makes French the locale of dates and numbers. False when the translation was not found.
bool installTranslations(QCoreApplication &application);

} // namespace recoupe
