// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDialog;
class QWidget;

namespace recoupe {

//! A file dialog that opens none of the files it lists. Others look into them for their types, and
//! on Unix closing a file gives up the locks that the process holds on it: those of the base, where
//! the dialog shows its folder. \a folder: empty for the usual one.
[[nodiscard]] QFileDialog *newFileDialog(QWidget *parent, const QString &title,
                                         const QString &folder = {}, const QString &filter = {});

} // namespace recoupe
