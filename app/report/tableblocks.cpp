// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tableblocks.h"

#include "report/editionframe.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int headingGrey = 222;
constexpr int groupGrey = 240;
constexpr int ruleGrey = 140;
constexpr qreal thinRule = 0.4;
constexpr qreal thickRule = 0.9;
constexpr qreal cellInset = 3;   //!< left and right of a cell's text
constexpr qreal cellPadding = 3; //!< above and below it
constexpr qreal labelInset = 2;  //!< between an inverse box and its word
constexpr qreal headHeight = 36;
constexpr qreal blockGap = 5;
constexpr qreal pageNumberWidth = 90;
constexpr qreal unbounded = 1e6;
constexpr qreal roundingRoom = 0.5; //!< words of a line are summed up in another order than it is

//! The text with what belongs together kept on a line: "du 12/01", "niveau 4", "70 h en centre".
QString breakable(const QString &text)
{
    static const QRegularExpression together(
        QStringLiteral("\\b(?:(du|au|le|niveau|groupe|lot|segment) (?=[\\dIV])|"
                       "(h|en) (?=(?:en )?(?:centre|entreprise)\\b))"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(text).replace(together, QStringLiteral("\\1\\2\u00A0"));
}

//! An address goes on with its sign on the next line, where a reader sees that it belongs there;
//! a hyphen at the end of a line could be one of hyphenation.
QString breakableMail(const QString &mail)
{
    static const QRegularExpression sign(QStringLiteral("(?<=.)([-_.@])"));
    return QString(mail).replace(sign, breakHere + QStringLiteral("\\1") + keepTogether);
}

FilledBox rule(const QRectF &area, qreal y, qreal thickness)
{
    return {{area.left(), y, area.width(), thickness}, thickness > thinRule ? 0 : ruleGrey};
}

} // namespace

TableBlock movedDown(TableBlock block, qreal distance)
{
    block.rect.translate(0, distance);
    for (FilledBox &box : block.boxes)
        box.rect.translate(0, distance);
    for (TableCell &cell : block.cells) {
        cell.rect.translate(0, distance);
        for (FilledBox &box : cell.boxes)
            box.rect.translate(0, distance);
        for (TextLine &line : cell.lines)
            line.position.ry() += distance;
    }
    return block;
}

// In the order of EditionColumn. Widths and gaps add up to the print area of A4.
// "Clermont-Ferrand" in bold, "du 12/01/2027", "140 h en entreprise", "CR AuRA, SIEG" and a boxed
// "SUSPENDU" fit on a line of theirs.
constexpr std::array<TableBlocks::Column, editionColumnCount> TableBlocks::sessionColumns{{
    {56},
    {160},
    {76},
    {74},
    {60},
    {76},
    {34, Qt::AlignRight, 4},
    {80},
    {98},
    {68},
}};

// In the order of departureHeadings.
constexpr std::array<TableBlocks::Column, 5> TableBlocks::departureColumns{{
    {256},
    {150},
    {120},
    {100},
    {160},
}};

TableBlocks::TableBlocks(const EditionContent &content, Paper paper)
    : m_content(content)
    , m_format(pageFormat(paper))
    , m_fonts(m_format.typeScale)
    , m_legend(makeLegend())
{
}

qreal TableBlocks::widthOf(const Column &column) const
{
    return column.width * m_format.printArea.width() / pageFormat(Paper::A4).printArea.width();
}

qreal TableBlocks::insetOf(const Paragraph &paragraph)
{
    return cellInset + (paragraph.inverse ? labelInset : 0);
}

void TableBlocks::appendLine(TableCell &cell, const Paragraph &paragraph, const BrokenLine &broken,
                             qreal top) const
{
    const qreal inset = insetOf(paragraph);
    TextLine line;
    line.text = broken.text;
    line.width = broken.width;
    line.style = paragraph.style;
    line.inverse = paragraph.inverse;
    line.link = paragraph.link;
    line.linkText = paragraph.linkText;
    line.insideWord = broken.insideWord;
    const qreal x = paragraph.align == Qt::AlignRight ? cell.rect.right() - inset - line.width
                                                      : cell.rect.left() + inset;
    line.position = {x, top + m_fonts.ascent(paragraph.style)};
    if (paragraph.inverse) {
        cell.boxes << FilledBox{
            {x - labelInset, top, line.width + 2 * labelInset, m_fonts.leading(paragraph.style)}};
    }
    cell.lines << std::move(line);
}

QList<TableBlocks::SetLine> TableBlocks::lines(const Paragraphs &paragraphs, qreal width,
                                               qreal maxHeight) const
{
    QList<SetLine> out;
    qreal height = 2 * cellPadding;
    for (const Paragraph &paragraph : paragraphs) {
        const qreal room = width - 2 * insetOf(paragraph);
        for (const BrokenLine &line : m_fonts.broken(paragraph.text, paragraph.style, room)) {
            height += m_fonts.leading(paragraph.style);
            if (height > maxHeight) {
                const qreal lastRoom = width - 2 * insetOf(*out.last().paragraph);
                out.last().line =
                    m_fonts.elided(out.last().line.text, out.last().paragraph->style, lastRoom);
                return out;
            }
            out << SetLine{&paragraph, line};
        }
        if (paragraph.insideWord && !out.isEmpty())
            out.last().line.insideWord = true;
    }
    return out;
}

TableCell TableBlocks::cell(QPointF topLeft, qreal width, const Paragraphs &paragraphs,
                            qreal maxHeight) const
{
    TableCell cell{{topLeft, QSizeF(width, 0)}};
    qreal y = topLeft.y() + cellPadding;
    for (const auto &[paragraph, line] : lines(paragraphs, width, maxHeight)) {
        appendLine(cell, *paragraph, line, y);
        y += m_fonts.leading(paragraph->style);
    }
    cell.rect.setBottom(y + cellPadding);
    return cell;
}

TableBlock TableBlocks::columns(BlockKind kind, std::span<const Column> columns,
                                const QList<Paragraphs> &texts, qreal maxHeight) const
{
    const QRectF &area = m_format.printArea;
    TableBlock block{kind, {area.topLeft(), QSizeF(area.width(), 0)}};
    qreal x = area.left();
    for (size_t column = 0; column < columns.size(); ++column) {
        const qreal width = widthOf(columns[column]);
        block.cells << cell({x, area.top()}, width, texts.at(qsizetype(column)), maxHeight);
        block.rect.setBottom(std::max(block.rect.bottom(), block.cells.last().rect.bottom()));
        x += width + columns[column].gap;
    }
    for (TableCell &cell : block.cells)
        cell.rect.setBottom(block.rect.bottom());
    return block;
}

TableBlock TableBlocks::headings(BlockKind kind, std::span<const Column> columns,
                                 const QStringList &texts) const
{
    QList<Paragraphs> cells;
    for (size_t i = 0; i < columns.size(); ++i)
        cells << Paragraphs{{texts.at(qsizetype(i)), TextStyle::Heading, columns[i].align}};
    TableBlock block = this->columns(kind, columns, cells, unbounded);
    // Short headings stand on the same line as the end of the long ones.
    for (TableCell &cell : block.cells) {
        const qreal free = block.rect.bottom() - cellPadding - cell.lines.last().position.y() -
                           m_fonts.leading(TextStyle::Heading) + m_fonts.ascent(TextStyle::Heading);
        for (TextLine &line : cell.lines)
            line.position.ry() += free;
    }
    block.boxes << FilledBox{block.rect, headingGrey}
                << rule(block.rect, block.rect.top(), thickRule)
                << rule(block.rect, block.rect.bottom() - thickRule, thickRule);
    return block;
}

TableBlock TableBlocks::sectionTitle(BlockKind kind, const QString &title, bool continued) const
{
    const QRectF &area = m_format.printArea;
    const TableCell text = cell(
        area.topLeft(), area.width(),
        {{continued ? Tr::tr("%1 (suite)").arg(title) : title, TextStyle::GroupTitle}}, unbounded);
    TableBlock block{kind, text.rect, {}, {text}};
    block.repeated = continued;
    block.boxes << FilledBox{block.rect, groupGrey}
                << rule(block.rect, block.rect.top(), thinRule) // the tint would hide the row's
                << rule(block.rect, block.rect.bottom() - thinRule, thinRule);
    return block;
}

TableBlock TableBlocks::columnHeadings() const
{
    QStringList texts;
    for (int column = 0; column < editionColumnCount; ++column)
        texts << columnHeading(EditionColumn(column));
    return headings(BlockKind::ColumnHeadings, sessionColumns, texts);
}

TableBlock TableBlocks::groupTitle(qsizetype group, bool continued) const
{
    TableBlock block =
        sectionTitle(BlockKind::GroupTitle, m_content.groups.at(group).title, continued);
    block.group = group;
    return block;
}

TableBlock TableBlocks::departuresTitle(bool continued) const
{
    return sectionTitle(BlockKind::DeparturesTitle, recoupe::departuresTitle(), continued);
}

TableBlock TableBlocks::departureHeadings() const
{
    return headings(BlockKind::DepartureHeadings, departureColumns, recoupe::departureHeadings());
}

TableBlock TableBlocks::departure(qsizetype index, qreal maxHeight) const
{
    QList<Paragraphs> texts;
    for (const QString &words : departureCells(m_content.departures.at(index))) {
        const TextStyle style = texts.isEmpty() ? TextStyle::Strong : TextStyle::Body;
        Paragraphs lines;
        for (const QString &line : words.split(u'\n', Qt::SkipEmptyParts))
            lines << Paragraph{breakable(line), style};
        texts << lines;
    }
    TableBlock block = columns(BlockKind::Departure, departureColumns, texts, maxHeight);
    block.row = index;
    block.boxes << rule(block.rect, block.rect.bottom() - thinRule, thinRule);
    return block;
}

TableBlocks::Paragraphs TableBlocks::mailParagraphs(const CellLine &mail) const
{
    const qreal room = widthOf(sessionColumns[size_t(EditionColumn::Contact)]) - 2 * cellInset;
    // An address too long for the line goes on with its "@", where a reader looks for it.
    const qsizetype at =
        m_fonts.width(mail.text, TextStyle::Body) > room ? mail.text.indexOf(u'@') : -1;
    QStringList parts{mail.text};
    if (at > 0)
        parts = QStringList{mail.text.left(at), mail.text.mid(at)};
    Paragraphs out;
    for (const QString &part : parts)
        out << Paragraph{.text = breakableMail(part), .link = mail.link, .linkText = mail.text};
    out.first().insideWord = parts.size() > 1;
    return out;
}

TableBlocks::Paragraphs TableBlocks::paragraphs(const EditionCell &cell, EditionColumn column) const
{
    Paragraphs out;
    for (const CellLine &line : cell) {
        switch (line.role) {
        case LineRole::Plain:
            if (column == EditionColumn::Contact && line.text.contains(u'@'))
                out << mailParagraphs(line);
            else
                out << Paragraph{breakable(line.text)};
            break;
        case LineRole::Strong:
        case LineRole::Mark: out << Paragraph{line.text, TextStyle::Strong}; break;
        case LineRole::Alert:
            out << Paragraph{.text = line.text, .style = TextStyle::Strong, .inverse = true};
            break;
        case LineRole::Number: out << Paragraph{line.text, TextStyle::Body, Qt::AlignRight}; break;
        case LineRole::Fine: out << Paragraph{line.text, TextStyle::Small}; break;
        }
    }
    return out;
}

TableBlock TableBlocks::row(qsizetype group, qsizetype row, qreal maxHeight) const
{
    const QList<EditionCell> cells = editionCells(m_content.groups.at(group).rows.at(row));
    QList<Paragraphs> texts;
    for (int column = 0; column < editionColumnCount; ++column)
        texts << paragraphs(cells.at(column), EditionColumn(column));
    TableBlock block = columns(BlockKind::Row, sessionColumns, texts, maxHeight);
    block.group = group;
    block.row = row;
    block.boxes << rule(block.rect, block.rect.bottom() - thinRule, thinRule);
    return block;
}

TableBlock TableBlocks::notice(const QString &words) const
{
    const QRectF &area = m_format.printArea;
    const TableCell text = cell(area.topLeft() + QPointF(0, blockGap), area.width(),
                                {{words, TextStyle::Notice}}, unbounded);
    return {BlockKind::Notice, text.rect, {}, {text}};
}

TableBlock TableBlocks::pageHead() const
{
    const qreal height = headHeight * m_format.typeScale;
    const QRectF area(m_format.printArea.topLeft(), QSizeF(m_format.printArea.width(), height));
    const qreal half = area.width() / 2;
    QString view = extractWords(m_content);
    const TableCell title = cell(area.topLeft(), half,
                                 {{tableTitle(), TextStyle::Title},
                                  {.text = view.isEmpty() ? fundersWords(m_content) : view,
                                   .style = view.isEmpty() ? TextStyle::Body : TextStyle::Strong}},
                                 height);
    const TableCell issue = cell(area.topLeft() + QPointF(half, 0), area.width() - half,
                                 {{.text = editionWords(m_content),
                                   .style = TextStyle::Edition,
                                   .align = Qt::AlignRight,
                                   .inverse = !stampWords(m_content).isEmpty()},
                                  {periodWords(m_content), TextStyle::Body, Qt::AlignRight}},
                                 height);
    return {BlockKind::PageHead, area, {}, {title, issue}};
}

//! As wide as their words, and what is left shared out: "Conseil régional Auvergne-Rhône-Alpes" on
//! one line, however many stand beside it. All the same where that is too much for the page.
QList<qreal> TableBlocks::summaryWidths(const QList<Paragraphs> &texts) const
{
    QList<qreal> widths;
    qreal left = m_format.printArea.width();
    for (const Paragraphs &text : texts) {
        qreal width = 0;
        for (const Paragraph &paragraph : text)
            width = std::max(width, m_fonts.width(paragraph.text, paragraph.style));
        widths << width + 2 * cellInset + roundingRoom;
        left -= widths.last();
    }
    if (left < 0)
        return QList<qreal>(texts.size(), m_format.printArea.width() / qreal(texts.size()));
    for (qreal &width : widths)
        width += left / qreal(texts.size());
    return widths;
}

TableBlock TableBlocks::summary() const
{
    QList<Paragraphs> texts;
    for (const auto &[name, words] : editionCounts(m_content))
        texts << Paragraphs{{name, TextStyle::Strong}, {words}};
    const QRectF &area = m_format.printArea;
    TableBlock block{BlockKind::Summary, {area.topLeft(), QSizeF(area.width(), 0)}};
    const QList<qreal> widths = summaryWidths(texts);
    qreal x = area.left();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        block.cells << cell({x, area.top()}, widths.at(i), texts.at(i), unbounded);
        block.rect.setBottom(
            std::max(block.rect.bottom(), block.cells.last().rect.bottom() + blockGap));
        x += widths.at(i);
    }
    block.boxes << rule(block.rect, block.rect.top(), thinRule);
    return block;
}

TableBlock TableBlocks::makeLegend() const
{
    const QRectF &area = m_format.printArea;
    const TableCell text = cell(area.topLeft(), area.width() - pageNumberWidth,
                                {{legendWords(m_content).join(u' '), TextStyle::Small}}, unbounded);
    TableBlock block{
        BlockKind::Legend, {area.topLeft(), QSizeF(area.width(), text.rect.height())}, {}, {text}};
    block.boxes << rule(block.rect, block.rect.top(), thinRule);
    return movedDown(std::move(block), area.height() - block.rect.height());
}

TableBlock TableBlocks::pageNumber(qsizetype page, qsizetype pages) const
{
    const TableCell text =
        cell({m_format.printArea.right() - pageNumberWidth, m_legend.rect.top()}, pageNumberWidth,
             {{Tr::tr("page %1 sur %2").arg(page).arg(pages), TextStyle::Body, Qt::AlignRight}},
             unbounded);
    return {BlockKind::PageNumber, text.rect, {}, {text}};
}

} // namespace recoupe
