// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace recoupe {

//! The files that are dragged; none unless all of it is files of this computer.
[[nodiscard]] QStringList droppedFiles(const QMimeData *data);

} // namespace recoupe
