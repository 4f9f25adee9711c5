// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace recoupe {

//! Where files were last taken from or written to; the documents of the user before that.
[[nodiscard]] QString lastFolder(const QSettings &settings);
void rememberFolderOf(QSettings &settings, const QString &file);

} // namespace recoupe
