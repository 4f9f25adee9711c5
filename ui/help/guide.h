// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace recoupe {

//! A guide of resources/help: "guide" for operators, "administration" for administrators.
[[nodiscard]] QStringList guideNames();

//! The Markdown of a guide, in the language of the program where somebody translated it
//! (guide_en.md), else in French. Empty where there is no guide of that name.
[[nodiscard]] QString guideMarkdown(const QString &name);

//! One chapter of a guide, as what it is shown by.
struct GuideChapter
{
    QString anchor; //!< what the comment before its heading names: `<!-- #table -->`; may be empty
    QString html;   //!< a fragment, heading included
};

//! Markdown taken apart at its headings of the second level; what stands before them comes first.
//! From the thread that has the application's fonts.
[[nodiscard]] QList<GuideChapter> guideChapters(const QString &markdown);

//! The whole page of a guide; that of operators ends with the rules of the control, as the
//! catalogue has them.
[[nodiscard]] QString guidePage(const QString &name);

} // namespace recoupe
