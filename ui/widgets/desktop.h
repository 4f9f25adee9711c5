// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

//! The only place that asks the desktop to open something. Nothing that came in with a file is a
//! link in this program: there is no way here to a web page, a script or a program's own scheme.
namespace recoupe {

//! Opens a file or folder that the operator chose, or that was just written where he said; false
//! where it is not there or nothing opens it.
[[nodiscard]] bool showFile(const QString &path);

//! Whether it is a message to be written and nothing else.
[[nodiscard]] bool isMessage(const QUrl &url);
//! Has the mail program write a message; false where it is none, or there is no such program.
[[nodiscard]] bool openMessage(const QUrl &url);

} // namespace recoupe
