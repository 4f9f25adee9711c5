// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"
#include "report/paper.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <functional>

namespace recoupe {

class TableBlocks;

//! How a text is set; TableFonts says with which font.
enum class TextStyle
{
    Title,
    Edition,
    Notice,
    GroupTitle,
    Heading,
    Strong,
    Body,
    Small
};

//! One line of text where it stands. Lines are broken: a renderer only draws them.
struct TextLine
{
    QString text;
    QPointF position; //!< left end of the base line
    qreal width = 0;
    TextStyle style = TextStyle::Body;
    bool inverse = false;    //!< white, on a box that the cell brings
    QString link = {};       //!< "mailto:…", or empty
    QString linkText = {};   //!< of a link: the whole of what stands on one or more lines
    bool insideWord = false; //!< the next line of the cell goes on with the same word
};

//! A tint, or a rule when it is thin. Grey from 0, black, to 255, white.
struct FilledBox
{
    QRectF rect;
    int grey = 0;
};

//! A rectangle that no line or box of it leaves.
struct TableCell
{
    QRectF rect;
    QList<FilledBox> boxes = {};
    QList<TextLine> lines = {};
};

enum class BlockKind
{
    PageHead,
    Summary,
    ColumnHeadings,
    GroupTitle,
    Row,
    DeparturesTitle,
    DepartureHeadings,
    Departure,
    Notice,
    Legend,
    PageNumber
};

//! What stays together on one page.
struct TableBlock
{
    BlockKind kind = BlockKind::Row;
    QRectF rect;
    QList<FilledBox> boxes = {};
    QList<TableCell> cells = {}; //!< of headings and rows: one for each column
    qsizetype group = -1;  //!< of a group title and of a row: the group's index in the content
    qsizetype row = -1;    //!< of a row: its index in the group; of a departure: its index
    bool repeated = false; //!< stands on an earlier page already: page furniture for a reader
};

struct TablePage
{
    QList<TableBlock> blocks; //!< in reading order
};

//! A sheet that lies on its side.
struct PageFormat
{
    QSizeF size;
    QRectF printArea; //!< what nothing is printed outside of
    qreal typeScale;  //!< of all letters, 1 for A4

    friend bool operator==(const PageFormat &, const PageFormat &) = default;
};

[[nodiscard]] PageFormat pageFormat(Paper paper);

//! The pages of an edition: where every text, rule and link stands, in points from the top left
//! corner of the page. Knows no painter and no file.
struct TableLayout
{
    QString title; //!< of the document
    QString stamp; //!< "PROJET": a word across each page; may be empty
    PageFormat format = pageFormat(Paper::A4);
    QList<TablePage> pages; //!< one at least
};

//! Lays the whole edition out. Needs a QGuiApplication, for the fonts.
[[nodiscard]] TableLayout layOutTable(const EditionContent &content, Paper paper = Paper::A4);

//! Puts the blocks of an edition on page after page and hands each to \a take, so that a long table
//! is never kept whole; all but the number of the page stands there. \a take says whether to go on.
//! Gives the number of pages; 0 when it was stopped.
[[nodiscard]] qsizetype flowTable(const TableBlocks &blocks,
                                  const std::function<bool(TablePage)> &take);

} // namespace recoupe
