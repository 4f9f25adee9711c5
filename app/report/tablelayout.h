// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <functional>
#include <optional>

namespace recoupe {

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
    bool inverse = false; //!< white, on a box that the cell brings
    QString link = {};    //!< "mailto:…", or empty
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
    Notice,
    PageFoot
};

//! What stays together on one page.
struct TableBlock
{
    BlockKind kind = BlockKind::Row;
    QRectF rect;
    QList<FilledBox> boxes = {};
    QList<TableCell> cells = {}; //!< of headings and rows: ten, in the order of the columns
    qsizetype group = -1;  //!< of a group title and of a row: the group's index in the content
    qsizetype row = -1;    //!< of a row: its index in the group
    bool repeated = false; //!< stands on an earlier page already: page furniture for a reader
};

struct TablePage
{
    QList<TableBlock> blocks; //!< in reading order
};

//! The pages of an edition: where every text, rule and link stands, in points from the top left
//! corner of the page. Knows no painter and no file.
struct TableLayout
{
    QString title; //!< of the document
    bool draft = false;
    QList<TablePage> pages; //!< one at least

    //! A4 landscape.
    [[nodiscard]] static QSizeF pageSize() { return {842, 595}; }
    //! What nothing is printed outside of.
    [[nodiscard]] static QRectF printArea() { return {28, 28, 786, 539}; }
};

//! Lays the whole edition out. Needs a QGuiApplication, for the fonts.
[[nodiscard]] TableLayout layOutTable(const EditionContent &content);
//! The same, asking with each new page whether to go on; \a keepGoing gets the number of pages so
//! far. Nothing when it said no.
[[nodiscard]] std::optional<TableLayout>
layOutTable(const EditionContent &content, const std::function<bool(qsizetype)> &keepGoing);

} // namespace recoupe
