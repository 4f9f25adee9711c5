// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pdf/printedpages.h"

#include <QStringList>

//! What can be seen to be wrong with any printed page; each gives the defects that it finds.
namespace recoupe::test {

//! Words that are not wholly within the area.
[[nodiscard]] QStringList wordsOutside(const QList<PrintedPage> &pages, const QRectF &area);
//! Words that stand on one another.
[[nodiscard]] QStringList overlappingWords(const QList<PrintedPage> &pages);
//! Characters that a search does not meet: ligatures of Unicode's compatibility forms and what
//! stands for something unknown.
[[nodiscard]] QStringList unsearchableWords(const QList<PrintedPage> &pages);

} // namespace recoupe::test
