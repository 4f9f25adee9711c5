// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace recoupe {

//! Says over a window which program this is, who works with it on which base, and what it is built
//! on under which licences.
void showAbout(QWidget *window, const QString &operatorName, const QString &databaseName);

} // namespace recoupe
