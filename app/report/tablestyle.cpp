// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablestyle.h"

#include "report/editioncells.h"
#include "report/editionframe.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// A rule that sets a colour sets what stands behind it, too: the two are read together.
constexpr char16_t plainStyle[] = uR"(
body { margin: 16px; font-family: "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  font-size: 90%; line-height: 1.4; color: #1a1a1a; background-color: #ffffff; }
h1 { margin: 0; font-size: 160%; }
h2 { margin: 12px 0 4px; font-size: 125%; }
p { margin: 4px 0; }
ul { margin: 8px 0; padding-left: 20px; }
p.edition { font-size: 115%; }
p.stamp { font-size: 150%; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; }
th, td { border: 1px solid #767676; padding: 4px 6px; text-align: left; vertical-align: top; }
th { color: #1a1a1a; background-color: #dedede; }
th.group { font-size: 115%; color: #1a1a1a; background-color: #f0f0f0; }
th.title { font-weight: normal; color: #1a1a1a; background-color: #ffffff; }
td.number { text-align: right; }
strong.alert { padding: 0 4px; color: #ffffff; background-color: #1a1a1a; }
small { font-size: 85%; }
a { color: #0b4f9c; background-color: #ffffff; }
)";

// The headings stay in sight; what a link leads to, or the focus, comes to stand below them.
constexpr char16_t screenStyle[] = uR"(
@media screen {
  a.skip { position: absolute; left: -100em; }
  a.skip:focus { left: 1em; top: 0; padding: 0.5em; }
  a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
  nav ul { display: flex; flex-wrap: wrap; gap: 0.2em 1.5em; margin: 0.3em 0; padding: 0;
    list-style: none; }
  th, td { overflow-wrap: anywhere; }
}
@media screen and (min-width: 64em) {
  html { scroll-padding-top: 3.5em; }
  table { table-layout: fixed; }
  th, td { font-size: 92%; }
  thead th { position: sticky; top: 0; box-shadow: inset 0 -1px #767676; }
%1}
@media screen and (max-width: 63.99em) {
  table, caption, tbody, tr, th { display: block; }
  table { border: 0; }
  thead { display: none; }
  tr { margin-bottom: 0.8em; border: 1px solid #767676; }
  th { border: 0; padding: 0.2em 0.6em; }
  td, td.number { display: flow-root; border: 0; padding: 0.2em 0.6em 0.2em 9.5em;
    text-align: left; }
  td:empty { display: none; }
  td::before { float: left; width: 8.4em; margin-left: -8.9em; font-weight: bold; }
%2}
@media screen and (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background-color: #1b1b1b; }
  th { color: #f2f2f2; background-color: #3a3a3a; }
  th.group { color: #f2f2f2; background-color: #2b2b2b; }
  th.title { color: #e8e8e8; background-color: #1b1b1b; }
  strong.alert { color: #1b1b1b; background-color: #f2f2f2; }
  a { color: #9cc7ff; background-color: #1b1b1b; }
}
)";

constexpr char16_t printStyle[] = uR"(
@page { size: A4 landscape; margin: 13mm 10mm; }
@media print {
  body { margin: 0; font-size: 8pt; line-height: 1.25; color: #000000; background-color: #ffffff; }
  nav, a.skip { display: none; }
  table { table-layout: fixed; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; page-break-inside: avoid; }
  tr.group, caption { break-after: avoid; page-break-after: avoid; }
  th, td { padding: 2pt 3pt; overflow-wrap: anywhere; }
  a { color: #000000; background-color: #ffffff; text-decoration: none; }
  strong.alert { display: inline-block; margin-bottom: 1pt; border: 1pt solid;
    color: #000000; background-color: #ffffff; }
  small { font-size: 7pt; }
%1}
)";

//! By themselves: a program that does not know them may drop all that stands beside.
constexpr char16_t marginStyle[] = uR"(
@page {
  @top-left { content: %1; font: 8pt sans-serif; }
  @bottom-right { content: %2 counter(page) %3 counter(pages); font: 8pt sans-serif; }
}
)";

// Hundredths of the width, as in the PDF: in the order of EditionColumn, of departureHeadings.
constexpr std::array<int, editionColumnCount> sessionWidths{8, 23, 10, 9, 8, 8, 5, 9, 12, 8};
constexpr std::array<int, 5> departureWidths{33, 19, 15, 13, 20};

QString css(const char16_t *rules)
{
    return QString::fromUtf16(rules);
}

//! A text as CSS quotes it, so that it can end neither its quotes nor the element.
QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\5C "));
    text.replace(u'"', QStringLiteral("\\22 "));
    text.replace(u'<', QStringLiteral("\\3C "));
    text.replace(u'\n', QStringLiteral("\\A "));
    return u'"' + text + u'"';
}

QString widthRules(const QString &table, std::span<const int> widths)
{
    QString rules;
    for (size_t column = 0; column < widths.size(); ++column)
        rules += QStringLiteral("  table.%1 thead th:nth-child(%2) { width: %3%; }\n")
                     .arg(table)
                     .arg(column + 1)
                     .arg(widths[column]);
    return rules;
}

QString widthRules()
{
    return widthRules(QStringLiteral("sessions"), sessionWidths) +
           widthRules(QStringLiteral("departures"), departureWidths);
}

//! On cards each cell says the heading of its column; the title needs none.
QString labelRules()
{
    const auto rule = [](const QString &table, qsizetype column, const QString &heading) {
        return QStringLiteral("  table.%1 td:nth-child(%2)::before { content: %3; }\n")
            .arg(table)
            .arg(column + 1)
            .arg(quoted(heading));
    };
    QString rules;
    for (int column = 0; column < editionColumnCount; ++column)
        rules += rule(QStringLiteral("sessions"), column, columnHeading(EditionColumn(column)));
    const QStringList headings = departureHeadings();
    for (qsizetype column = 0; column < headings.size(); ++column)
        rules += rule(QStringLiteral("departures"), column, headings.at(column));
    return rules;
}

} // namespace

QStringList tableStyles(const EditionContent &content)
{
    return {
        css(plainStyle),
        css(screenStyle).arg(widthRules(), labelRules()),
        css(printStyle).arg(widthRules()),
        css(marginStyle)
            .arg(quoted(documentTitle(content)), quoted(Tr::tr("page ")), quoted(Tr::tr(" sur "))),
    };
}

} // namespace recoupe
