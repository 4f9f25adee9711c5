// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tableblocks.h"

#include "core/counted.h"
#include "report/editionwording.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

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

constexpr QChar breakHere(0x200B);    // zero width space
constexpr QChar keepTogether(0x2060); // word joiner

struct Column
{
    const char *heading;
    qreal width;
    Qt::AlignmentFlag align = Qt::AlignLeft;
    qreal gap = 0; //!< before the next column: figures set to the right would touch its words
};

// Widths and gaps add up to the print area. "Clermont-Ferrand", "du 12/01/2027", "620 h en centre,"
// and a boxed "SUSPENDU" fit on a line of theirs.
constexpr std::array tableColumns{
    Column{QT_TRANSLATE_NOOP("Recoupe", "État"), 56},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Intitulé"), 180},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Organisme"), 80},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Lieu"), 70},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Dates"), 60},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Durée"), 64},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Places"), 34, Qt::AlignRight, 4},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Information collective"), 76},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Contact prescriptions"), 98},
    Column{QT_TRANSLATE_NOOP("Recoupe", "Financeur"), 64},
};

constexpr size_t contactColumn = 8;

//! The text with what belongs together kept on a line: "du 12/01", "niveau 4", "en centre".
QString breakable(const QString &text)
{
    static const QRegularExpression together(
        QStringLiteral("\\b(?:(du|au|le|niveau|groupe|lot|segment) (?=[\\dIV])|"
                       "(en) (?=centre|entreprise))"),
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

//! The text without what only told where it may break.
QString printed(QString text)
{
    return text.remove(breakHere).remove(keepTogether);
}

FilledBox rule(const QRectF &area, qreal y, qreal thickness)
{
    return {{area.left(), y, area.width(), thickness}, thickness > thinRule ? 0 : ruleGrey};
}

struct FunderCount
{
    qsizetype open = 0;
    qsizetype suspended = 0;
    qsizetype other = 0;

    [[nodiscard]] qsizetype total() const { return open + suspended + other; }

    void add(const EditionRow &row)
    {
        if (row.suspended)
            ++suspended;
        else if (row.state == stateWords(RecruitmentState::Open))
            ++open;
        else
            ++other;
    }
};

QString words(const FunderCount &count)
{
    if (count.total() == 0)
        return Tr::tr("aucune session");
    QStringList parts;
    if (count.open > 0)
        parts << counted(count.open, Tr::tr("%1 ouverte"), Tr::tr("%1 ouvertes"));
    if (count.suspended > 0)
        parts << counted(count.suspended, Tr::tr("%1 suspendue"), Tr::tr("%1 suspendues"));
    if (count.other > 0)
        parts << Tr::tr("%1 sans état précisé").arg(count.other);
    return counted(count.total(), Tr::tr("%1 session"), Tr::tr("%1 sessions")) +
           QStringLiteral("\u00A0: ") + parts.join(QStringLiteral(", "));
}

QString mailLink(const QString &address)
{
    Contact contact;
    contact.email = address;
    if (!contact.hasEmail())
        return {};
    return QStringLiteral("mailto:") +
           QString::fromLatin1(QUrl::toPercentEncoding(address, QByteArrayLiteral("@")));
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

TableBlocks::TableBlocks(const EditionContent &content)
    : m_content(content)
{
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
    line.text = printed(broken.text);
    line.width = broken.width;
    line.style = paragraph.style;
    line.inverse = paragraph.inverse;
    line.link = paragraph.link;
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

TableBlock TableBlocks::columns(BlockKind kind, const QList<Paragraphs> &texts,
                                qreal maxHeight) const
{
    const QRectF area = TableLayout::printArea();
    TableBlock block{kind, {area.topLeft(), QSizeF(area.width(), 0)}};
    qreal x = area.left();
    for (size_t column = 0; column < tableColumns.size(); ++column) {
        const qreal width = tableColumns[column].width;
        block.cells << cell({x, area.top()}, width, texts.at(qsizetype(column)), maxHeight);
        block.rect.setBottom(std::max(block.rect.bottom(), block.cells.last().rect.bottom()));
        x += width + tableColumns[column].gap;
    }
    for (TableCell &cell : block.cells)
        cell.rect.setBottom(block.rect.bottom());
    return block;
}

TableBlock TableBlocks::columnHeadings() const
{
    QList<Paragraphs> texts;
    for (const Column &column : tableColumns)
        texts << Paragraphs{{Tr::tr(column.heading), TextStyle::Heading, column.align}};
    TableBlock block = columns(BlockKind::ColumnHeadings, texts, unbounded);
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

TableBlock TableBlocks::groupTitle(qsizetype group, bool continued) const
{
    const QString &title = m_content.groups.at(group).title;
    const QRectF area = TableLayout::printArea();
    const TableCell text = cell(
        area.topLeft(), area.width(),
        {{continued ? Tr::tr("%1 (suite)").arg(title) : title, TextStyle::GroupTitle}}, unbounded);
    TableBlock block{BlockKind::GroupTitle, text.rect, {}, {text}, group};
    block.repeated = continued;
    block.boxes << FilledBox{block.rect, groupGrey}
                << rule(block.rect, block.rect.bottom() - thinRule, thinRule);
    return block;
}

TableBlocks::Paragraphs TableBlocks::contactParagraphs(const EditionRow &row) const
{
    Paragraphs out;
    if (!row.contactName.isEmpty())
        out << Paragraph{row.contactName};
    for (const QString &number : row.contactTelephone.split(u'\n', Qt::SkipEmptyParts))
        out << Paragraph{number};
    if (row.contactEmail.isEmpty())
        return out;
    const QString link = mailLink(row.contactEmail);
    const qreal room = tableColumns[contactColumn].width - 2 * cellInset;
    // An address too long for the line goes on with its "@", where a reader looks for it.
    const qsizetype at = m_fonts.width(row.contactEmail, TextStyle::Body) > room
                             ? row.contactEmail.indexOf(u'@')
                             : -1;
    QStringList parts{row.contactEmail};
    if (at > 0)
        parts = QStringList{row.contactEmail.left(at), row.contactEmail.mid(at)};
    for (const QString &part : parts)
        out << Paragraph{breakableMail(part), TextStyle::Body, Qt::AlignLeft, link};
    return out;
}

QList<TableBlocks::Paragraphs> TableBlocks::rowParagraphs(const EditionRow &row) const
{
    const auto plain = [](const QString &text) {
        Paragraphs out;
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            out << Paragraph{breakable(line)};
        return out;
    };
    return {
        {{row.state,
          row.suspended ? TextStyle::Strong : TextStyle::Body,
          Qt::AlignLeft,
          {},
          row.suspended}},
        Paragraphs{{row.title, TextStyle::Strong}} + plain(row.details),
        plain(row.provider) + plain(row.deliverer),
        plain(row.place),
        plain(row.dates),
        plain(row.duration),
        {{row.places, TextStyle::Body, Qt::AlignRight}},
        plain(row.meeting),
        contactParagraphs(row),
        plain(row.funding) + plain(row.market) + Paragraphs{{row.session, TextStyle::Small}},
    };
}

TableBlock TableBlocks::row(qsizetype group, qsizetype row, qreal maxHeight) const
{
    TableBlock block =
        columns(BlockKind::Row, rowParagraphs(m_content.groups.at(group).rows.at(row)), maxHeight);
    block.group = group;
    block.row = row;
    block.boxes << rule(block.rect, block.rect.bottom() - thinRule, thinRule);
    return block;
}

TableBlock TableBlocks::emptyNotice() const
{
    const QRectF area = TableLayout::printArea();
    const TableCell text =
        cell(area.topLeft() + QPointF(0, blockGap), area.width(),
             {{Tr::tr("Aucune session n'est publiée dans cette édition."), TextStyle::Notice}},
             unbounded);
    return {BlockKind::Notice, text.rect, {}, {text}};
}

TableBlock TableBlocks::pageHead() const
{
    const QDate date = m_content.date;
    const QString edition =
        m_content.isDraft()
            ? Tr::tr("PROJET du %1").arg(longDate(date))
            : Tr::tr("Édition n°\u00A0%1 du %2").arg(m_content.label(), longDate(date));
    QString period =
        Tr::tr("Quinzaine du %1 au %2").arg(shortDate(date), shortDate(m_content.periodEnd));
    if (m_content.previousDate.isValid()) {
        period +=
            QStringLiteral(" – ") + (m_content.isDraft() ? Tr::tr("remplacera l'édition du %1")
                                                         : Tr::tr("remplace l'édition du %1"))
                                        .arg(shortDate(m_content.previousDate));
    }
    const QString funders =
        QStringList{funderName(Funder::PoleEmploi, date), funderName(Funder::Region, date),
                    funderName(Funder::Agefiph, date)}
            .join(QStringLiteral(", "));

    const QRectF area(TableLayout::printArea().topLeft(),
                      QSizeF(TableLayout::printArea().width(), headHeight));
    const qreal left = area.width() / 2;
    const TableCell title = cell(
        area.topLeft(), left,
        {{Tr::tr("Tableau des formations collectives"), TextStyle::Title}, {funders}}, headHeight);
    const TableCell issue =
        cell(area.topLeft() + QPointF(left, 0), area.width() - left,
             {{edition, TextStyle::Edition, Qt::AlignRight, {}, m_content.isDraft()},
              {period, TextStyle::Body, Qt::AlignRight}},
             headHeight);
    return {BlockKind::PageHead, area, {}, {title, issue}};
}

TableBlock TableBlocks::summary() const
{
    QMap<Funder, FunderCount> counts;
    FunderCount all;
    for (const EditionGroup &group : m_content.groups) {
        for (const EditionRow &row : group.rows) {
            counts[row.funder].add(row);
            all.add(row);
        }
    }
    QList<Paragraphs> texts{{{Tr::tr("Ensemble"), TextStyle::Strong}, {words(all)}}};
    for (const Funder funder :
         {Funder::PoleEmploi, Funder::Region, Funder::Agefiph, Funder::Other}) {
        if (funder == Funder::Other && !counts.contains(funder))
            continue;
        texts << Paragraphs{{funderName(funder, m_content.date), TextStyle::Strong},
                            {words(counts.value(funder))}};
    }
    const QRectF area = TableLayout::printArea();
    TableBlock block{BlockKind::Summary, {area.topLeft(), QSizeF(area.width(), 0)}};
    const qreal width = area.width() / qreal(texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        block.cells << cell(area.topLeft() + QPointF(qreal(i) * width, 0), width, texts.at(i),
                            unbounded);
        block.rect.setBottom(
            std::max(block.rect.bottom(), block.cells.last().rect.bottom() + blockGap));
    }
    block.boxes << rule(block.rect, block.rect.top(), thinRule);
    return block;
}

QString TableBlocks::legend() const
{
    QStringList parts{
        Tr::tr("Ouvert\u00A0: recrutement en cours."),
        Tr::tr("SUSPENDU\u00A0: recrutement interrompu, voir le contact avant d'orienter."),
        Tr::tr("Places\u00A0: places financées (–\u00A0: nombre non communiqué)."),
    };
    for (const Funder funder : {Funder::PoleEmploi, Funder::Region, Funder::Agefiph}) {
        const QString shortName = funderShortName(funder, m_content.date);
        const QString name = funderName(funder, m_content.date);
        if (shortName != name)
            parts << QStringLiteral("%1\u00A0: %2.").arg(shortName, name);
    }
    parts << Tr::tr("AFC\u00A0: action de formation conventionnée.")
          << Tr::tr("AFE\u00A0: action de formation expérimentale.")
          << Tr::tr("POEC\u00A0: préparation opérationnelle à l'emploi collective.")
          << Tr::tr("SIEG\u00A0: service d'intérêt économique général.");
    return parts.join(u' ');
}

TableBlock TableBlocks::pageFoot(qsizetype page, qsizetype pages) const
{
    const QRectF area = TableLayout::printArea();
    const TableCell text = cell(area.topLeft(), area.width() - pageNumberWidth,
                                {{legend(), TextStyle::Small}}, unbounded);
    const TableCell number =
        cell({area.right() - pageNumberWidth, area.top()}, pageNumberWidth,
             {{Tr::tr("page %1 sur %2").arg(page).arg(pages), TextStyle::Body, Qt::AlignRight}},
             unbounded);
    const qreal height = std::max(text.rect.height(), number.rect.height());
    TableBlock block{
        BlockKind::PageFoot, {area.topLeft(), QSizeF(area.width(), height)}, {}, {text, number}};
    block.boxes << rule(block.rect, block.rect.top(), thinRule);
    block.repeated = page > 1;
    return movedDown(std::move(block), area.height() - height);
}

} // namespace recoupe
