// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdf/taggedpdf.h"
#include "report/tableblocks.h"

namespace recoupe {

//! Draws the pages of the table into a tagged PDF: a heading, then one table whose groups are row
//! groups under a heading over all columns (a long one goes on in another), then the table of
//! departures. What stands on a page again is an artifact.
class TaggedTable
{
public:
    //! The blocks, which those of the pages were made by, must outlive it.
    TaggedTable(QIODevice &file, TaggedPdf::Description description, const TableBlocks &blocks);

    //! Whether the file took all so far.
    [[nodiscard]] bool draw(const TablePage &page);
    //! The numbers of the pages, and the end of the file; FileUnwritable as TaggedPdf::finish.
    [[nodiscard]] Result<> finish();
    //! Whether the file took all so far.
    [[nodiscard]] bool isSound() const { return m_pdf.isSound(); }

private:
    //! What of a table is open.
    enum class Part
    {
        None,
        Table,
        Body
    };

    void drawBoxes(const TablePage &page);
    void drawBlock(const TableBlock &block);
    void drawArtifact(const TableBlock &block, TaggedPdf::Artifact kind);
    void drawParagraphs(const TableBlock &block);
    void drawPageHead(const TableBlock &block);
    void drawHeadings(const TableBlock &block, const QString &summary);
    void drawGroupTitle(const TableBlock &block);
    void drawRow(const TableBlock &block, qsizetype headerCell);
    void drawNotice(const TableBlock &block);
    void drawDeparturesTitle(const TableBlock &block);
    //! The lines of a cell as content of the element that is open, links as elements of their own.
    void drawContent(std::span<const TextLine> lines);
    void drawElement(const QByteArray &type, const QByteArray &attributes,
                     std::span<const TextLine> lines);
    void drawLine(const TextLine &line, bool isLast);
    void openBody();
    void closeTable();

    const TableBlocks &m_blocks;
    const EditionContent &m_content;
    const TableFonts &m_fonts;
    TaggedPdf m_pdf;
    qsizetype m_pageCount = 0;
    Part m_open = Part::None;
    int m_bodyRows = 0; //!< of the open body, its heading aside
};

} // namespace recoupe
