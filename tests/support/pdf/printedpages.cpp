// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/printedpages.h"

#include "support/pdf/pdftools.h"

#include <QRegularExpression>

#include <algorithm>

namespace recoupe::test {

namespace {

constexpr qreal sameLine = 2; // boxes of one line differ by less, with the font

QString unescaped(QString text)
{
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&apos;"), QStringLiteral("'"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

PrintedPage pageOf(const QString &text)
{
    static const QRegularExpression size(
        QStringLiteral("^width=\"([\\d.]+)\" height=\"([\\d.]+)\""));
    static const QRegularExpression word(
        QStringLiteral("<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" "
                       "yMax=\"([-\\d.]+)\">([^<]*)</word>"));
    const auto sizes = size.match(text);
    PrintedPage page{{sizes.captured(1).toDouble(), sizes.captured(2).toDouble()}, {}};
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const auto number = [&match](int group) { return match.captured(group).toDouble(); };
        page.words << PrintedWord{
            unescaped(match.captured(5)),
            QRectF(QPointF(number(1), number(2)), QPointF(number(3), number(4)))};
    }
    return page;
}

} // namespace

QList<PrintedPage> printedPages(const QString &fileName)
{
    const QString text = toolText(QStringLiteral("pdftotext"),
                                  {QStringLiteral("-bbox"), fileName, QStringLiteral("-")});
    QList<PrintedPage> pages;
    for (const QString &page : text.split(QStringLiteral("<page ")).mid(1))
        pages << pageOf(page);
    return pages;
}

QList<QList<PrintedWord>> linesIn(const PrintedPage &page, const QRectF &area)
{
    QList<PrintedWord> words = page.words;
    words.removeIf([&area](const PrintedWord &word) { return !area.contains(word.box.topLeft()); });
    // By line, then from left to right; a comparison with a tolerance alone would be no order.
    std::ranges::stable_sort(words, {}, [](const PrintedWord &word) { return word.box.top(); });
    QList<QList<PrintedWord>> lines;
    for (const PrintedWord &word : std::as_const(words)) {
        if (lines.isEmpty() || word.box.top() - lines.last().first().box.top() > sameLine)
            lines << QList<PrintedWord>();
        lines.last() << word;
    }
    for (QList<PrintedWord> &line : lines)
        std::ranges::stable_sort(line, {}, [](const PrintedWord &word) { return word.box.left(); });
    return lines;
}

QString textIn(const PrintedPage &page, const QRectF &area)
{
    QStringList texts;
    for (const QList<PrintedWord> &line : linesIn(page, area)) {
        for (const PrintedWord &word : line)
            texts << word.text;
    }
    return texts.join(u' ');
}

QString withoutSpaces(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

} // namespace recoupe::test
