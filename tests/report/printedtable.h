// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"
#include "report/tablelayout.h"
#include "support/pdf/printedpages.h"

//! What a reader finds in a printed table, held against the edition. Only what was printed is
//! looked at, by public tools: neither the layout nor the writer is asked. Each check gives the
//! defects that it finds.
namespace recoupe::testing {

//! Headings that are not on a page, or elsewhere than on the first.
[[nodiscard]] QStringList headingDefects(const QList<test::PrintedPage> &pages);
//! Lines that do not begin where their column begins; figures that do not end where theirs ends.
[[nodiscard]] QStringList alignmentDefects(const QList<test::PrintedPage> &pages,
                                           const EditionContent &content);
//! Rows and departures that do not say what the edition says, in its order, each on one page.
[[nodiscard]] QStringList rowDefects(const QList<test::PrintedPage> &pages,
                                     const EditionContent &content);
//! Titles of groups with no row under them on their page.
[[nodiscard]] QStringList lonelyTitles(const QList<test::PrintedPage> &pages,
                                       const EditionContent &content);
//! Pages without their number or with that of another.
[[nodiscard]] QStringList pageNumberDefects(const QList<test::PrintedPage> &pages);

//! Cells of the structure, as pdfinfo reads it aloud, that do not say what the edition says.
[[nodiscard]] QStringList structureDefects(const QString &fileName, const EditionContent &content);
//! Addresses that are no link, and links that are no address.
[[nodiscard]] QStringList linkDefects(const QString &fileName, const EditionContent &content);

//! All of these, the soundness of the file, and what PDF/UA's machine checks find.
[[nodiscard]] QStringList tableDefects(const QString &fileName, const EditionContent &content,
                                       Paper paper = Paper::A4);

} // namespace recoupe::testing
