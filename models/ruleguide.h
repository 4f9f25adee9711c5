// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace recoupe {

//! The rules of the control as a chapter of the help, from the catalogue itself: what each checks,
//! how severe it is for each funder unless an administrator set it otherwise, and the text it rests
//! on. HTML; \a on is the day whose names the funders bear.
[[nodiscard]] QString ruleChapterHtml(QDate on);

} // namespace recoupe
