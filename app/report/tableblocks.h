// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncells.h"
#include "report/tablefonts.h"
#include "report/tablelayout.h"

#include <array>
#include <span>

namespace recoupe {

//! Sets the blocks of an edition, each as if it stood at the top of the print area; the flow moves
//! them to their place. The content must outlive it.
class TableBlocks
{
public:
    TableBlocks(const EditionContent &content, Paper paper);

    [[nodiscard]] const EditionContent &content() const { return m_content; }
    [[nodiscard]] const PageFormat &format() const { return m_format; }
    [[nodiscard]] const TableFonts &fonts() const { return m_fonts; }
    [[nodiscard]] TableBlock pageHead() const;
    //! Counts per funder and state.
    [[nodiscard]] TableBlock summary() const;
    [[nodiscard]] TableBlock columnHeadings() const;
    [[nodiscard]] TableBlock groupTitle(qsizetype group, bool continued) const;
    //! Lines that would make the row higher than \a maxHeight give way to "…".
    [[nodiscard]] TableBlock row(qsizetype group, qsizetype row, qreal maxHeight) const;
    [[nodiscard]] TableBlock departuresTitle(bool continued) const;
    [[nodiscard]] TableBlock departureHeadings() const;
    [[nodiscard]] TableBlock departure(qsizetype index, qreal maxHeight) const;
    [[nodiscard]] TableBlock notice(const QString &text) const;
    //! Stands at the foot of the page already.
    [[nodiscard]] const TableBlock &legend() const { return m_legend; }
    //! Stands there, too. Both count from 1.
    [[nodiscard]] TableBlock pageNumber(qsizetype page, qsizetype pages) const;

private:
    struct Paragraph
    {
        QString text;
        TextStyle style = TextStyle::Body;
        Qt::AlignmentFlag align = Qt::AlignLeft;
        QString link = {};
        QString linkText = {};
        bool inverse = false;
        bool insideWord = false; //!< the next paragraph goes on with the same word
    };
    using Paragraphs = QList<Paragraph>;

    struct SetLine
    {
        const Paragraph *paragraph;
        BrokenLine line;
    };

    struct Column
    {
        qreal width; //!< in points of the A4 table
        Qt::AlignmentFlag align = Qt::AlignLeft;
        qreal gap = 0; //!< before the next column: figures set to the right would touch its words
    };
    static const std::array<Column, editionColumnCount> sessionColumns;
    static const std::array<Column, 5> departureColumns;

    [[nodiscard]] static qreal insetOf(const Paragraph &paragraph);
    [[nodiscard]] qreal widthOf(const Column &column) const;
    //! The paragraphs in lines, the last one with "…" where the height does not do for all.
    [[nodiscard]] QList<SetLine> lines(const Paragraphs &paragraphs, qreal width,
                                       qreal maxHeight) const;
    //! The paragraphs one under the other in a cell of that place and width; its height follows.
    [[nodiscard]] TableCell cell(QPointF topLeft, qreal width, const Paragraphs &paragraphs,
                                 qreal maxHeight) const;
    [[nodiscard]] QList<qreal> summaryWidths(const QList<Paragraphs> &texts) const;
    void appendLine(TableCell &cell, const Paragraph &paragraph, const BrokenLine &broken,
                    qreal top) const;
    [[nodiscard]] Paragraphs mailParagraphs(const CellLine &mail) const;
    [[nodiscard]] Paragraphs paragraphs(const EditionCell &cell, EditionColumn column) const;
    //! A cell for each column, as high as the highest.
    [[nodiscard]] TableBlock columns(BlockKind kind, std::span<const Column> columns,
                                     const QList<Paragraphs> &texts, qreal maxHeight) const;
    [[nodiscard]] TableBlock headings(BlockKind kind, std::span<const Column> columns,
                                      const QStringList &texts) const;
    [[nodiscard]] TableBlock makeLegend() const;
    [[nodiscard]] TableBlock sectionTitle(BlockKind kind, const QString &title,
                                          bool continued) const;

    const EditionContent &m_content;
    PageFormat m_format;
    TableFonts m_fonts;
    TableBlock m_legend; //!< the same on each page
};

//! The block and all that is in it, further down the page.
[[nodiscard]] TableBlock movedDown(TableBlock block, qreal distance);

} // namespace recoupe
