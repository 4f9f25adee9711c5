// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace recoupe {

//! Makes the program speak \a language ("en", "de_CH"), where a recoupe_LANGUAGE.qm is beside it or
//! installed; else French, which its texts are written in. With it goes Qt's own translation, so
//! that standard buttons, file dialogs and text menus speak it too, and the locale of dates and
//! numbers. False when Qt's own French was not found.
bool installTranslations(QCoreApplication &application, const QString &language = {});

} // namespace recoupe
