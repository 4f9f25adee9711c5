// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace recoupe::testing {

struct HtmlCell
{
    bool isHeading = false;
    QString scope;
    int span = 1;
    QStringList lines; //!< as they are seen, without empty ones
    QStringList links;
};

using HtmlRow = QList<HtmlCell>;

struct HtmlTable
{
    QString caption;
    QList<HtmlRow> head;
    QList<QList<HtmlRow>> bodies;
};

//! A page as xmllint's HTML parser understands it.
struct HtmlDocument
{
    QStringList complaints; //!< of the parser, but for the elements that are younger than it
    QString language;
    QString charset;
    QString title;
    QString styles;
    QString text; //!< of the body
    QStringList elements;
    QStringList ids;
    QStringList links;    //!< href and src of all elements
    QStringList emphasis; //!< texts of the elements that a style sets apart
    QList<HtmlTable> tables;
};

[[nodiscard]] HtmlDocument parsedHtml(const QByteArray &html);

//! Contrast of two colours "#rrggbb" as WCAG 2 defines it, 1 to 21.
[[nodiscard]] double contrast(const QString &one, const QString &other);

//! What of a page keeps readers out: a heading without scope, rows of unequal length, and so on; a
//! sentence each.
[[nodiscard]] QStringList accessibilityFaults(const HtmlDocument &document);

} // namespace recoupe::testing
