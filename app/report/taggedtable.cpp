// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/taggedtable.h"

#include "pdf/pdfsyntax.h"
#include "report/editionframe.h"
#include "report/pagestamp.h"

namespace recoupe {

namespace {

constexpr int white = 255;
constexpr int rowsPerBody = 1000; // an element may have 8191 kids (ISO 32000-1, Annex C)
const QByteArray columnHeader("/O/Table/Scope/Column");
const QByteArray rowHeader("/O/Table/Scope/Row");

QByteArray overAllColumns(const QByteArray &attributes)
{
    return attributes + "/ColSpan " + QByteArray::number(editionColumnCount);
}

} // namespace

TaggedTable::TaggedTable(QIODevice &file, TaggedPdf::Description description,
                         const TableBlocks &blocks)
    : m_blocks(blocks)
    , m_content(blocks.content())
    , m_fonts(blocks.fonts())
    , m_pdf(file, std::move(description))
{
}

bool TaggedTable::draw(const TablePage &page)
{
    ++m_pageCount;
    m_pdf.beginPage(m_blocks.format().size);
    drawBoxes(page);
    for (const TableBlock &block : page.blocks)
        drawBlock(block);
    m_pdf.endPage();
    return m_pdf.isSound();
}

Result<> TaggedTable::finish()
{
    for (qsizetype page = 0; page < m_pageCount; ++page) {
        m_pdf.returnToPage(page);
        drawArtifact(m_blocks.pageNumber(page + 1, m_pageCount), TaggedPdf::Artifact::Footer);
        m_pdf.endPage();
    }
    closeTable();
    return m_pdf.finish();
}

void TaggedTable::drawBoxes(const TablePage &page)
{
    // Tints first, then the stamp, then words: nothing is ever drawn over a word.
    m_pdf.beginArtifact(TaggedPdf::Artifact::Layout);
    for (const TableBlock &block : page.blocks) {
        for (const FilledBox &box : block.boxes)
            m_pdf.fill(box.rect, box.grey);
    }
    if (const QString word = stampWords(m_content); !word.isEmpty()) {
        const PageStamp stamp = pageStamp(word, m_blocks.format());
        m_pdf.stroke(stamp.path, stamp.grey, stamp.lineWidth);
    }
    for (const TableBlock &block : page.blocks) {
        for (const TableCell &cell : block.cells) {
            for (const FilledBox &box : cell.boxes)
                m_pdf.fill(box.rect, box.grey);
        }
    }
    m_pdf.endContent();
}

void TaggedTable::drawBlock(const TableBlock &block)
{
    if (block.repeated) {
        drawArtifact(block, block.kind == BlockKind::Legend ? TaggedPdf::Artifact::Footer
                                                            : TaggedPdf::Artifact::Header);
        return;
    }
    switch (block.kind) {
    case BlockKind::PageHead: drawPageHead(block); break;
    case BlockKind::Summary:
    case BlockKind::Legend: drawParagraphs(block); break;
    case BlockKind::ColumnHeadings: drawHeadings(block, tableTitle()); break;
    case BlockKind::GroupTitle: drawGroupTitle(block); break;
    case BlockKind::Row: drawRow(block, qsizetype(EditionColumn::Title)); break;
    case BlockKind::DeparturesTitle: drawDeparturesTitle(block); break;
    case BlockKind::DepartureHeadings: drawHeadings(block, departuresTitle()); break;
    case BlockKind::Departure: drawRow(block, 0); break;
    case BlockKind::Notice: drawNotice(block); break;
    case BlockKind::PageNumber: drawArtifact(block, TaggedPdf::Artifact::Footer); break;
    }
}

void TaggedTable::drawArtifact(const TableBlock &block, TaggedPdf::Artifact kind)
{
    m_pdf.beginArtifact(kind);
    for (const TableCell &cell : block.cells) {
        for (const TextLine &line : cell.lines)
            drawLine(line, true);
    }
    m_pdf.endContent();
}

void TaggedTable::drawParagraphs(const TableBlock &block)
{
    for (const TableCell &cell : block.cells)
        drawElement("P", {}, cell.lines);
}

void TaggedTable::drawPageHead(const TableBlock &block)
{
    for (const TableCell &cell : block.cells) {
        for (const TextLine &line : cell.lines)
            drawElement(line.style == TextStyle::Title ? "H1" : "P", {}, {&line, 1});
    }
}

void TaggedTable::drawHeadings(const TableBlock &block, const QString &summary)
{
    m_pdf.openElement("Table", "/O/Table/Summary" + pdf::text(summary));
    m_open = Part::Table;
    m_pdf.openElement("THead");
    m_pdf.openElement("TR");
    for (const TableCell &cell : block.cells)
        drawElement("TH", columnHeader, cell.lines);
    m_pdf.closeElement();
    m_pdf.closeElement();
}

void TaggedTable::openBody()
{
    if (m_open == Part::Body)
        m_pdf.closeElement();
    m_pdf.openElement("TBody");
    m_open = Part::Body;
    m_bodyRows = 0;
}

void TaggedTable::closeTable()
{
    if (m_open == Part::Body)
        m_pdf.closeElement();
    if (m_open != Part::None)
        m_pdf.closeElement();
    m_open = Part::None;
}

void TaggedTable::drawGroupTitle(const TableBlock &block)
{
    openBody();
    m_pdf.bookmark(m_content.groups.at(block.group).title, block.rect.top());
    m_pdf.openElement("TR");
    drawElement("TH", overAllColumns(rowHeader), block.cells.first().lines);
    m_pdf.closeElement();
}

void TaggedTable::drawRow(const TableBlock &block, qsizetype headerCell)
{
    if (m_open != Part::Body || m_bodyRows == rowsPerBody)
        openBody();
    ++m_bodyRows;
    m_pdf.openElement("TR");
    for (qsizetype column = 0; column < block.cells.size(); ++column) {
        const bool isHeader = column == headerCell;
        drawElement(isHeader ? "TH" : "TD", isHeader ? rowHeader : QByteArray(),
                    block.cells.at(column).lines);
    }
    m_pdf.closeElement();
}

void TaggedTable::drawNotice(const TableBlock &block)
{
    openBody();
    m_pdf.openElement("TR");
    drawElement("TD", overAllColumns("/O/Table"), block.cells.first().lines);
    m_pdf.closeElement();
}

void TaggedTable::drawDeparturesTitle(const TableBlock &block)
{
    closeTable();
    m_pdf.bookmark(departuresTitle(), block.rect.top());
    drawElement("H2", {}, block.cells.first().lines);
}

void TaggedTable::drawElement(const QByteArray &type, const QByteArray &attributes,
                              std::span<const TextLine> lines)
{
    m_pdf.openElement(type, attributes);
    drawContent(lines);
    m_pdf.closeElement();
}

void TaggedTable::drawContent(std::span<const TextLine> lines)
{
    while (!lines.empty()) {
        const QString &link = lines.front().link;
        const auto end = std::ranges::find_if_not(
            lines, [&link](const TextLine &line) { return line.link == link; });
        const auto part = lines.first(size_t(end - lines.begin()));
        lines = lines.subspan(part.size());
        if (!link.isEmpty())
            m_pdf.openElement("Link");
        m_pdf.beginContent();
        QList<QRectF> rects;
        for (const TextLine &line : part) {
            drawLine(line, lines.empty() && &line == &part.back());
            const qreal ascent = m_fonts.ascent(line.style);
            rects << QRectF(line.position - QPointF(0, ascent),
                            QSizeF(line.width, m_fonts.leading(line.style)));
        }
        m_pdf.endContent();
        if (!link.isEmpty()) {
            m_pdf.link(rects, link.toLatin1(), part.front().linkText);
            m_pdf.closeElement();
        }
    }
}

void TaggedTable::drawLine(const TextLine &line, bool isLast)
{
    // Who listens or copies must not find the last word of a line glued to the first of the next.
    const QString text = isLast || line.insideWord ? line.text : line.text + u' ';
    m_pdf.drawText(line.position, m_fonts.words(text, line.style), m_fonts.size(line.style),
                   line.inverse ? white : 0);
}

} // namespace recoupe
