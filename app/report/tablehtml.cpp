// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablehtml.h"

#include "core/counted.h"
#include "core/writtenfile.h"
#include "report/editioncells.h"
#include "report/editionframe.h"
#include "report/tablestyle.h"
#include "report/visibletext.h"

#include <QBuffer>
#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

const QString lineBreak = QStringLiteral("<br>");
const QString titleCell = QStringLiteral("scope=\"row\" class=\"title\"");

QString escaped(const QString &text)
{
    return visibleText(text).toHtmlEscaped();
}

QString element(const QString &name, const QString &html, const QString &attributes = {})
{
    const QString opened = attributes.isEmpty() ? name : name + u' ' + attributes;
    return u'<' + opened + u'>' + html + QStringLiteral("</") + name + u'>';
}

QString linkTo(const QString &id, const QString &text)
{
    return element(QStringLiteral("a"), escaped(text), QStringLiteral("href=\"#%1\"").arg(id));
}

QString groupId(qsizetype group)
{
    return QStringLiteral("groupe-%1").arg(group + 1);
}

//! An address too long for its column goes on with its sign, where a reader looks for it.
QString mailHtml(const CellLine &mail)
{
    QString text = escaped(mail.text);
    for (const QChar sign : {u'@', u'.'})
        text.replace(sign, QStringLiteral("<wbr>") + sign);
    return element(QStringLiteral("a"), text,
                   QStringLiteral("href=\"%1\"").arg(mail.link.toHtmlEscaped()));
}

QString lineHtml(const CellLine &line)
{
    const QString text = line.link.isEmpty() ? escaped(line.text) : mailHtml(line);
    switch (line.role) {
    case LineRole::Plain:
    case LineRole::Number: return text;
    case LineRole::Strong:
    case LineRole::Mark: return element(QStringLiteral("strong"), text);
    case LineRole::Alert:
        return element(QStringLiteral("strong"), text, QStringLiteral("class=\"alert\""));
    case LineRole::Fine: return element(QStringLiteral("small"), text);
    }
    Q_UNREACHABLE();
}

QString cellHtml(const EditionCell &cell, EditionColumn column)
{
    QStringList lines;
    for (const CellLine &line : cell)
        lines << lineHtml(line);
    const QString html = lines.join(lineBreak);
    switch (column) {
    case EditionColumn::Title: return element(QStringLiteral("th"), html, titleCell);
    case EditionColumn::Places:
        return element(QStringLiteral("td"), html, QStringLiteral("class=\"number\""));
    default: return element(QStringLiteral("td"), html);
    }
}

QString rowHtml(const EditionRow &row)
{
    const QList<EditionCell> cells = editionCells(row);
    QString html;
    for (int column = 0; column < editionColumnCount; ++column)
        html += cellHtml(cells.at(column), EditionColumn(column)) + u'\n';
    return QStringLiteral("<tr>\n") + html + QStringLiteral("</tr>\n");
}

QString departureHtml(const EditionDeparture &departure)
{
    QString html;
    for (const QString &words : departureCells(departure)) {
        const QString cell = escaped(words).replace(u'\n', lineBreak);
        // The first one, the title, is what the others are about.
        html += html.isEmpty() ? element(QStringLiteral("th"),
                                         element(QStringLiteral("strong"), cell), titleCell)
                               : element(QStringLiteral("td"), cell);
    }
    return element(QStringLiteral("tr"), html) + u'\n';
}

//! A table up to its first row. What knows no style shows the borders that are asked for here.
QString tableBegin(const QString &id, const QString &title, const QStringList &headings)
{
    QString cells;
    for (const QString &heading : headings)
        cells += element(QStringLiteral("th"), escaped(heading), QStringLiteral("scope=\"col\""));
    return QStringLiteral("<table id=\"%1\" class=\"%1\" border=\"1\">\n").arg(id) +
           element(QStringLiteral("caption"), element(QStringLiteral("h2"), escaped(title))) +
           u'\n' + element(QStringLiteral("thead"), element(QStringLiteral("tr"), cells)) + u'\n';
}

QString headHtml(const EditionContent &content)
{
    QString styles;
    for (const QString &style : tableStyles(content))
        styles += element(QStringLiteral("style"), style) + u'\n';
    return QStringLiteral(
               "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n") +
           element(QStringLiteral("title"), escaped(documentTitle(content))) + u'\n' + styles +
           QStringLiteral("</head>\n");
}

QString paragraph(const QString &html, const QString &attributes = {})
{
    return element(QStringLiteral("p"), html, attributes) + u'\n';
}

QString strong(const QString &words)
{
    return element(QStringLiteral("strong"), escaped(words));
}

QString listItem(const QString &html)
{
    return element(QStringLiteral("li"), html) + u'\n';
}

//! What the head of the first page of the PDF says.
QString introductionHtml(const EditionContent &content)
{
    const QString view = extractWords(content);
    const QString about = view.isEmpty() ? escaped(fundersWords(content)) : strong(view);
    const QString edition = !stampWords(content).isEmpty()
                                ? QStringLiteral("class=\"edition stamp\"")
                                : QStringLiteral("class=\"edition\"");
    QString counts;
    for (const auto &[name, words] : editionCounts(content))
        counts += listItem(strong(name) + QStringLiteral(" – ") + escaped(words));
    return QStringLiteral("<header>\n") + element(QStringLiteral("h1"), escaped(tableTitle())) +
           u'\n' + paragraph(about) + paragraph(strong(editionWords(content)), edition) +
           paragraph(escaped(periodWords(content))) +
           QStringLiteral("<ul>\n%1</ul>\n</header>\n").arg(counts);
}

QString navigationHtml(const EditionContent &content)
{
    QString items;
    for (qsizetype group = 0; group < content.groups.size(); ++group) {
        const qsizetype rows = content.groups.at(group).rows.size();
        items += listItem(linkTo(groupId(group), content.groups.at(group).title) +
                          QStringLiteral(" – ") +
                          counted(rows, Tr::tr("%1 session"), Tr::tr("%1 sessions")));
    }
    if (!content.departures.isEmpty())
        items += listItem(linkTo(QStringLiteral("departures"), departuresTitle()));
    items += listItem(linkTo(QStringLiteral("legend"), Tr::tr("Légende")));
    return QStringLiteral("<nav aria-labelledby=\"contents\">\n") +
           element(QStringLiteral("h2"), escaped(Tr::tr("Sommaire")),
                   QStringLiteral("id=\"contents\"")) +
           QStringLiteral("\n<ul>\n%1</ul>\n</nav>\n").arg(items);
}

QString groupBegin(const EditionContent &content, qsizetype group)
{
    const QString title =
        element(QStringLiteral("th"), escaped(content.groups.at(group).title),
                QStringLiteral("scope=\"rowgroup\" class=\"group\" colspan=\"%1\"")
                    .arg(editionColumnCount));
    return QStringLiteral("<tbody id=\"%1\">\n").arg(groupId(group)) +
           element(QStringLiteral("tr"), title, QStringLiteral("class=\"group\"")) + u'\n';
}

QString departuresHtml(const EditionContent &content)
{
    if (content.departures.isEmpty())
        return {};
    QString rows;
    for (const EditionDeparture &departure : content.departures)
        rows += departureHtml(departure);
    return tableBegin(QStringLiteral("departures"), departuresTitle(), departureHeadings()) +
           QStringLiteral("<tbody>\n%1</tbody>\n</table>\n").arg(rows);
}

QString legendHtml(const EditionContent &content)
{
    QString items;
    for (const QString &words : legendWords(content))
        items += listItem(escaped(words));
    return element(QStringLiteral("h2"), escaped(Tr::tr("Légende")),
                   QStringLiteral("id=\"legend\"")) +
           QStringLiteral("\n<ul>\n%1</ul>\n").arg(items);
}

//! The groups and their rows; false when it was stopped.
bool writeSessions(QIODevice &file, const EditionContent &content, const Progress &progress)
{
    QStringList headings;
    for (int column = 0; column < editionColumnCount; ++column)
        headings << columnHeading(EditionColumn(column));
    file.write(
        tableBegin(QStringLiteral("sessions"), Tr::tr("Sessions publiées"), headings).toUtf8());
    const qsizetype total = content.rowCount();
    qsizetype done = 0;
    for (qsizetype group = 0; group < content.groups.size(); ++group) {
        file.write(groupBegin(content, group).toUtf8());
        for (const EditionRow &row : content.groups.at(group).rows) {
            if (isCancelled(progress, done, total))
                return false;
            file.write(rowHtml(row).toUtf8());
            ++done;
        }
        file.write("</tbody>\n");
    }
    file.write("</table>\n");
    return true;
}

//! Row by row, so that a long table is never kept whole; false when it was stopped.
bool write(QIODevice &file, const EditionContent &content, const Progress &progress)
{
    const bool hasRows = content.rowCount() > 0;
    QString begin = headHtml(content) + QStringLiteral("<body>\n");
    if (hasRows)
        begin += element(QStringLiteral("a"), escaped(Tr::tr("Aller aux sessions")),
                         QStringLiteral("class=\"skip\" href=\"#sessions\"")) +
                 u'\n';
    begin += introductionHtml(content) + navigationHtml(content) + QStringLiteral("<main>\n");
    file.write(begin.toUtf8());
    if (!hasRows)
        file.write(paragraph(escaped(noRowsWords(content))).toUtf8());
    else if (!writeSessions(file, content, progress))
        return false;
    file.write((departuresHtml(content) + legendHtml(content)).toUtf8());
    file.write("</main>\n</body>\n</html>\n");
    return true;
}

} // namespace

QByteArray tableHtml(const EditionContent &content)
{
    QBuffer html;
    html.open(QIODevice::WriteOnly);
    write(html, content, {});
    return html.data();
}

Result<> writeTableHtml(const EditionContent &content, const QString &fileName,
                        const Progress &progress)
{
    return writeFile(fileName, [&](QIODevice &file) -> Result<> {
        return write(file, content, progress) ? Result<>() : cancelledWriting(fileName);
    });
}

} // namespace recoupe
