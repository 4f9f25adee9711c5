// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/printedtable.h"

#include "report/editioncells.h"
#include "report/editionframe.h"
#include "support/pdf/accesschecks.h"
#include "support/pdf/pagechecks.h"
#include "support/pdf/pdftools.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe::testing {

using namespace recoupe::test;

namespace {

constexpr qreal tolerance = 0.5;
constexpr qreal labelInset = 2; // of a word in a black box
constexpr qsizetype placesColumn = qsizetype(EditionColumn::Places);

using Line = QList<PrintedWord>;

//! A table on a page, from under its headings to where something else begins.
struct Region
{
    qsizetype page = 0;
    bool isDepartures = false;
    QList<QRectF> headings; //!< of each column, its last line
    qreal top = 0;
    qreal bottom = 0;
    qreal figuresLeft = 0; //!< figures of many digits begin before their heading does
};

QString textOf(const Line &line)
{
    QStringList texts;
    for (const PrintedWord &word : line)
        texts << word.text;
    return texts.join(u' ');
}

bool holds(const Line &line, const QString &text)
{
    return std::ranges::any_of(line,
                               [&text](const PrintedWord &word) { return word.text == text; });
}

QList<Line> allLines(const PrintedPage &page)
{
    return linesIn(page, QRectF({}, page.size));
}

//! Where the legend begins: level with the number of the page.
qreal footOf(const PrintedPage &page)
{
    const QList<Line> lines = allLines(page);
    const auto foot = std::ranges::find_if(lines, [](const Line &line) {
        return holds(line, QStringLiteral("page")) && holds(line, QStringLiteral("sur"));
    });
    return foot == lines.end() ? page.size.height() : foot->first().box.top() - tolerance;
}

bool isHeadings(const Line &line)
{
    return holds(line, QStringLiteral("Intitulé")) && holds(line, QStringLiteral("Organisme"));
}

//! The headings of a line: words that are no further from one another than a space.
QList<QRectF> headingsOf(const Line &line)
{
    constexpr qreal widestSpace = 4;
    QList<QRectF> headings;
    for (const PrintedWord &word : line) {
        if (headings.isEmpty() || word.box.left() - headings.last().right() > widestSpace)
            headings << word.box;
        else
            headings.last() |= word.box;
    }
    return headings;
}

Region regionOf(qsizetype page, const Line &line, qreal bottom, qreal pageWidth)
{
    constexpr qreal figuresWidth = 31.0 / 842; // of the page's
    const QList<QRectF> headings = headingsOf(line);
    return {page,     holds(line, QStringLiteral("Motif")),
            headings, line.first().box.bottom() + tolerance,
            bottom,   headings.value(placesColumn).right() - figuresWidth * pageWidth};
}

QList<Region> regionsOf(const QList<PrintedPage> &pages)
{
    QList<Region> regions;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const qreal foot = footOf(pages.at(page));
        for (const Line &line : allLines(pages.at(page))) {
            if (!isHeadings(line))
                continue;
            if (!regions.isEmpty() && regions.last().page == page)
                regions.last().bottom = line.first().box.top() - tolerance;
            regions << regionOf(page, line, foot, pages.at(page).size.width());
        }
    }
    return regions;
}

QRectF columnOf(const Region &region, qsizetype column, qreal top, qreal bottom)
{
    const auto left = [&region](qsizetype of) {
        if (of == region.headings.size())
            return 1e4;
        const bool isFigures = !region.isDepartures && of == placesColumn;
        return isFigures ? region.figuresLeft : region.headings.at(of).left() - 1;
    };
    return {QPointF(left(column), top), QPointF(left(column + 1), bottom)};
}

QString textIn(const QList<PrintedPage> &pages, const Region &region, qsizetype column, qreal top,
               qreal bottom)
{
    return withoutSpaces(
        test::textIn(pages.at(region.page), columnOf(region, column, top, bottom)));
}

//! What stands across all columns.
QStringList titlesOf(const EditionContent &content)
{
    QStringList titles{departuresTitle(), noRowsWords({})};
    for (const EditionGroup &group : content.groups)
        titles << group.title;
    return titles;
}

bool isTitle(const Line &line, const QStringList &titles)
{
    const QString text = textOf(line);
    return std::ranges::any_of(titles, [&text](const QString &title) {
        return text == title.simplified() ||
               text == title.simplified() + QStringLiteral(" (suite)");
    });
}

//! Where the rows of a region begin: each with its state.
QList<qreal> rowTops(const PrintedPage &page, const Region &region)
{
    QList<qreal> tops;
    for (const Line &line : linesIn(page, columnOf(region, 0, region.top, region.bottom))) {
        const QString &first = line.first().text;
        if (line.size() == 1 && (first == u"Ouvert" || first == u"SUSPENDU"))
            tops << line.first().box.top() - tolerance;
    }
    return tops;
}

//! Where a row ends: at the next row, a title, or the end of the table on that page.
qreal rowBottom(const PrintedPage &page, const Region &region, qreal top, const QList<qreal> &tops,
                const QStringList &titles)
{
    qreal bottom = region.bottom;
    for (const qreal other : tops) {
        if (other > top)
            bottom = std::min(bottom, other);
    }
    for (const Line &line :
         linesIn(page, QRectF(QPointF(0, top + 1), QPointF(page.size.width(), region.bottom)))) {
        if (isTitle(line, titles))
            bottom = std::min(bottom, line.first().box.top() - tolerance);
    }
    return bottom;
}

QString saidBy(const EditionCell &cell)
{
    QString text;
    for (const CellLine &line : cell)
        text += line.text;
    return withoutSpaces(text);
}

QList<QStringList> rowsSaid(const EditionContent &content)
{
    QList<QStringList> rows;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            QStringList cells;
            for (const EditionCell &cell : editionCells(row))
                cells << saidBy(cell);
            rows << cells;
        }
    }
    return rows;
}

//! What is higher than a page ends with "…".
bool says(const QString &printed, const QString &expected)
{
    return printed == expected ||
           (printed.endsWith(u'…') && expected.startsWith(printed.chopped(1)));
}

QStringList differences(const QList<QStringList> &printed, const QList<QStringList> &expected,
                        const QString &what)
{
    QStringList defects;
    if (printed.size() != expected.size())
        defects << QStringLiteral("%1 of %2 %3").arg(printed.size()).arg(expected.size()).arg(what);
    for (qsizetype row = 0; row < std::min(printed.size(), expected.size()); ++row) {
        for (qsizetype column = 0; column < expected.at(row).size(); ++column) {
            const QString found = printed.at(row).value(column);
            if (!says(found, expected.at(row).at(column))) {
                defects << QStringLiteral("%1 %2, column %3: « %4 », not « %5 »")
                               .arg(what)
                               .arg(row)
                               .arg(column)
                               .arg(found, expected.at(row).at(column));
            }
        }
    }
    return defects;
}

//! Column by column: on paper nothing but their order tells one from the next.
QStringList departuresPrinted(const QList<PrintedPage> &pages, const QList<Region> &regions)
{
    QStringList columns(departureHeadings().size());
    for (const Region &region : regions) {
        for (qsizetype column = 0; region.isDepartures && column < columns.size(); ++column)
            columns[column] += textIn(pages, region, column, region.top, region.bottom);
    }
    return columns;
}

QStringList departuresSaid(const EditionContent &content)
{
    QStringList columns(departureHeadings().size());
    for (const EditionDeparture &departure : content.departures) {
        const QStringList cells = departureCells(departure);
        for (qsizetype column = 0; column < columns.size(); ++column)
            columns[column] += withoutSpaces(cells.at(column));
    }
    return columns;
}

//! The tables of the structure, cell by cell, as pdfinfo prints them.
QList<QList<QStringList>> tablesAloud(const QString &fileName)
{
    static const QRegularExpression text(QStringLiteral("^ *\"(.*)\"$"));
    QList<QList<QStringList>> tables;
    const QString aloud =
        toolText(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), fileName});
    for (const QString &line : aloud.split(u'\n')) {
        const QString element = line.trimmed();
        if (element.startsWith(u"Table"))
            tables << QList<QStringList>();
        else if (element.startsWith(u"H2"))
            tables << QList<QStringList>{{}}; // what follows is no cell
        else if (element == u"TR" && !tables.isEmpty())
            tables.last() << QStringList();
        else if ((element.startsWith(u"TD") || element.startsWith(u"TH:")) && !tables.isEmpty())
            tables.last().last() << QString();
        else if (const auto match = text.match(line);
                 match.hasMatch() && !tables.isEmpty() && !tables.last().last().isEmpty())
            tables.last().last().last() += withoutSpaces(match.captured(1));
    }
    tables.removeIf([](const QList<QStringList> &table) { return table.first().isEmpty(); });
    return tables;
}

//! The rows of the table and those of the departures, without headings and titles.
std::pair<QList<QStringList>, QList<QStringList>> rowsAloud(const QString &fileName)
{
    std::pair<QList<QStringList>, QList<QStringList>> rows;
    for (const QList<QStringList> &table : tablesAloud(fileName)) {
        for (const QStringList &row : table.mid(1)) {
            if (row.size() == editionColumnCount)
                rows.first << row;
            else if (row.size() == departureHeadings().size())
                rows.second << row;
        }
    }
    return rows;
}

} // namespace

QStringList headingDefects(const QList<PrintedPage> &pages)
{
    const QList<Region> regions = regionsOf(pages);
    QStringList defects;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        if (std::ranges::none_of(regions, [page](const Region &r) { return r.page == page; }))
            defects << QStringLiteral("page %1 has no headings").arg(page + 1);
    }
    for (const Region &region : regions) {
        const auto first = std::ranges::find(regions, region.isDepartures, &Region::isDepartures);
        for (qsizetype column = 0; column < first->headings.size(); ++column) {
            const QRectF box = region.headings.value(column);
            if (std::abs(box.left() - first->headings.at(column).left()) > tolerance)
                defects << QStringLiteral("page %1, heading %2").arg(region.page + 1).arg(column);
        }
    }
    return defects;
}

QStringList alignmentDefects(const QList<PrintedPage> &pages, const EditionContent &content)
{
    QStringList defects;
    const auto note = [&defects](const Region &region, const PrintedWord &word) {
        defects << QStringLiteral("page %1, « %2 »").arg(region.page + 1).arg(word.text);
    };
    const QStringList titles = titlesOf(content);
    for (const Region &region : regionsOf(pages)) {
        PrintedPage page = pages.at(region.page);
        for (const Line &line : allLines(page)) {
            if (isTitle(line, titles)) {
                const qreal top = line.first().box.top();
                page.words.removeIf([top](const PrintedWord &word) {
                    return std::abs(word.box.top() - top) < tolerance;
                });
            }
        }
        for (qsizetype column = 0; column < region.headings.size(); ++column) {
            const QRectF &heading = region.headings.at(column);
            const bool isFigures = !region.isDepartures && column == placesColumn;
            for (const Line &line :
                 linesIn(page, columnOf(region, column, region.top, region.bottom))) {
                const qreal off = isFigures ? line.last().box.right() - heading.right()
                                            : line.first().box.left() - heading.left();
                const bool isLabel = column == 0 && std::abs(off - labelInset) <= tolerance;
                if (std::abs(off) > tolerance && !isLabel)
                    note(region, line.first());
            }
        }
    }
    return defects;
}

QStringList rowDefects(const QList<PrintedPage> &pages, const EditionContent &content)
{
    const QStringList titles = titlesOf(content);
    const QList<Region> regions = regionsOf(pages);
    QList<QStringList> printed;
    for (const Region &region : regions) {
        if (region.isDepartures)
            continue;
        const PrintedPage &page = pages.at(region.page);
        const QList<qreal> tops = rowTops(page, region);
        for (const qreal top : tops) {
            const qreal bottom = rowBottom(page, region, top, tops, titles);
            QStringList cells;
            for (qsizetype column = 0; column < region.headings.size(); ++column)
                cells << textIn(pages, region, column, top, bottom);
            printed << cells;
        }
    }
    return differences(printed, rowsSaid(content), QStringLiteral("rows")) +
           differences({departuresPrinted(pages, regions)}, {departuresSaid(content)},
                       QStringLiteral("departures"));
}

QStringList lonelyTitles(const QList<PrintedPage> &pages, const EditionContent &content)
{
    QStringList titles = titlesOf(content);
    titles.removeFirst(); // headings stand under that of the departures, nothing under a notice
    titles.removeFirst();
    QStringList defects;
    for (const Region &region : regionsOf(pages)) {
        const PrintedPage &page = pages.at(region.page);
        const QList<qreal> tops = rowTops(page, region);
        for (const Line &line : linesIn(
                 page, QRectF(QPointF(0, region.top), QPointF(page.size.width(), region.bottom)))) {
            const qreal bottom = line.first().box.bottom();
            // The row begins under the title: less than a line lies between.
            const bool hasRow = std::ranges::any_of(
                tops, [bottom](qreal top) { return std::abs(top - bottom) < 10; });
            if (isTitle(line, titles) && !hasRow)
                defects << QStringLiteral("page %1, « %2 »").arg(region.page + 1).arg(textOf(line));
        }
    }
    return defects;
}

QStringList pageNumberDefects(const QList<PrintedPage> &pages)
{
    QStringList defects;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const QString expected = QStringLiteral("page %1 sur %2").arg(page + 1).arg(pages.size());
        const QList<Line> lines = allLines(pages.at(page));
        if (std::ranges::none_of(lines,
                                 [&](const Line &line) { return textOf(line).endsWith(expected); }))
            defects << expected;
    }
    return defects;
}

QStringList structureDefects(const QString &fileName, const EditionContent &content)
{
    const auto [rows, departures] = rowsAloud(fileName);
    QList<QStringList> expected;
    for (const EditionDeparture &departure : content.departures) {
        expected << QStringList();
        for (const QString &cell : departureCells(departure))
            expected.last() << withoutSpaces(cell);
    }
    return differences(rows, rowsSaid(content), QStringLiteral("rows aloud")) +
           differences(departures, expected, QStringLiteral("departures aloud"));
}

QStringList linkDefects(const QString &fileName, const EditionContent &content)
{
    constexpr auto contactColumn = qsizetype(EditionColumn::Contact);
    QStringList printed;
    const QString urls = toolText(QStringLiteral("pdfinfo"), {QStringLiteral("-url"), fileName});
    for (const QString &line : urls.split(u'\n', Qt::SkipEmptyParts).mid(1))
        printed << line.simplified().section(u' ', 2);
    QList<QStringList> rows = rowsAloud(fileName).first;
    QStringList defects;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            const QStringList cells = rows.isEmpty() ? QStringList() : rows.takeFirst();
            const QString said = cells.value(contactColumn);
            // Kept: a loop over a part of what a call gives would outlive the rest of it.
            const auto lines = editionCells(row).at(contactColumn);
            for (const CellLine &line : lines) {
                const bool isCut =
                    said.endsWith(u'…') && !said.contains(line.text.section(u'@', 0, 0));
                if (!line.link.isEmpty() && !isCut && !printed.removeOne(line.link))
                    defects << QStringLiteral("no link ") + line.link;
            }
        }
    }
    for (const QString &link : std::as_const(printed))
        defects << QStringLiteral("a link too many: ") + link;
    return defects;
}

QStringList tableDefects(const QString &fileName, const EditionContent &content, Paper paper)
{
    const ToolOutput sound = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), fileName});
    QStringList defects;
    if (sound.exitCode != 0)
        defects << QString::fromUtf8(sound.text + sound.errors);
    const QList<PrintedPage> pages = printedPages(fileName);
    return defects + accessDefects(fileName) + wordsOutside(pages, pageFormat(paper).printArea) +
           overlappingWords(pages) + unsearchableWords(pages) + headingDefects(pages) +
           alignmentDefects(pages, content) + rowDefects(pages, content) +
           lonelyTitles(pages, content) + pageNumberDefects(pages) +
           structureDefects(fileName, content) + linkDefects(fileName, content);
}

} // namespace recoupe::testing
