// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

namespace recoupe::test {

struct PrintedWord
{
    QString text;
    QRectF box; //!< in points from the top left corner of the page
};

struct PrintedPage
{
    QSizeF size;
    QList<PrintedWord> words;
};

//! The words of a file where they stand, as pdftotext sees them.
[[nodiscard]] QList<PrintedPage> printedPages(const QString &fileName);

//! The words whose box begins in a rectangle, line by line.
[[nodiscard]] QList<QList<PrintedWord>> linesIn(const PrintedPage &page, const QRectF &area);
//! The same as text, a space between words and lines.
[[nodiscard]] QString textIn(const PrintedPage &page, const QRectF &area);

[[nodiscard]] QString withoutSpaces(QString text);

} // namespace recoupe::test
