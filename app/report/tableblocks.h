// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncells.h"
#include "report/tablefonts.h"
#include "report/tablelayout.h"

namespace recoupe {

//! Sets the blocks of an edition, each as if it stood at the top of the print area; the flow moves
//! them to their place. The content must outlive it.
class TableBlocks
{
public:
    explicit TableBlocks(const EditionContent &content);

    [[nodiscard]] TableBlock pageHead() const;
    //! Counts per funder and state.
    [[nodiscard]] TableBlock summary() const;
    [[nodiscard]] TableBlock columnHeadings() const;
    [[nodiscard]] TableBlock groupTitle(qsizetype group, bool continued) const;
    //! Lines that would make the row higher than \a maxHeight give way to "…".
    [[nodiscard]] TableBlock row(qsizetype group, qsizetype row, qreal maxHeight) const;
    [[nodiscard]] TableBlock emptyNotice() const;
    //! Stands at the foot of the page already.
    [[nodiscard]] TableBlock pageFoot(qsizetype page, qsizetype pages) const;

private:
    struct Paragraph
    {
        QString text;
        TextStyle style = TextStyle::Body;
        Qt::AlignmentFlag align = Qt::AlignLeft;
        QString link = {};
        bool inverse = false;
    };
    using Paragraphs = QList<Paragraph>;

    struct SetLine
    {
        const Paragraph *paragraph;
        BrokenLine line;
    };

    [[nodiscard]] static qreal insetOf(const Paragraph &paragraph);
    //! The paragraphs in lines, the last one with "…" where the height does not do for all.
    [[nodiscard]] QList<SetLine> lines(const Paragraphs &paragraphs, qreal width,
                                       qreal maxHeight) const;
    //! The paragraphs one under the other in a cell of that place and width; its height follows.
    [[nodiscard]] TableCell cell(QPointF topLeft, qreal width, const Paragraphs &paragraphs,
                                 qreal maxHeight) const;
    void appendLine(TableCell &cell, const Paragraph &paragraph, const BrokenLine &broken,
                    qreal top) const;
    [[nodiscard]] Paragraphs mailParagraphs(const CellLine &mail) const;
    [[nodiscard]] Paragraphs paragraphs(const EditionCell &cell, EditionColumn column) const;
    [[nodiscard]] TableBlock columns(BlockKind kind, const QList<Paragraphs> &texts,
                                     qreal maxHeight) const;

    const EditionContent &m_content;
    TableFonts m_fonts;
};

//! The block and all that is in it, further down the page.
[[nodiscard]] TableBlock movedDown(TableBlock block, qreal distance);

} // namespace recoupe
