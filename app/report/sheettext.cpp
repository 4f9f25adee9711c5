// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sheettext.h"

#include "core/writtenfile.h"

#include <QIODevice>
#include <QRegularExpression>

namespace recoupe {

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

//! A leading zero, more digits than a cell shows, digits around an E, two numbers that make a day.
bool wouldBeRewritten(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A\s*(0\d+|\d{12,}|\d+[Ee][+-]?\d+|\d{1,2}[-/]\d{1,2})\s*\z)"));
    return form.match(text).hasMatch();
}

QString pastedCell(QString text)
{
    text = withoutFormula(std::move(text));
    for (QChar &letter : text) {
        if (letter == u'\t' || letter == u'\n' || letter == u'\r')
            letter = u' ';
    }
    return text;
}

template <typename Escape>
QString titlesOf(const Sheet &sheet, QChar separator, Escape escape)
{
    QStringList cells;
    for (const SheetColumn &column : sheet.columns)
        cells << escape(column.title);
    return cells.join(separator);
}

template <typename Escape>
QString rowOf(const Sheet &sheet, qsizetype row, QChar separator, Escape escape)
{
    QStringList cells;
    for (qsizetype column = 0; column < sheet.columns.size(); ++column)
        cells << escape(sheet.cell(row, column));
    return cells.join(separator);
}

} // namespace

QString withoutFormula(QString text)
{
    static const QString starters = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && starters.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

QString csvCell(const QString &text)
{
    const QString cell = withoutFormula(text);
    const bool needsQuotes =
        cell.contains(u';') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return needsQuotes ? quoted(cell) : cell;
}

QString csvTextCell(const QString &text)
{
    return wouldBeRewritten(text) ? quoted(QStringLiteral("=\"%1\"").arg(text.trimmed()))
                                  : csvCell(text);
}

QString pastedText(const Sheet &sheet)
{
    QString text = titlesOf(sheet, u'\t', pastedCell) + u'\n';
    for (qsizetype row = 0; row < sheet.rowCount; ++row)
        text += rowOf(sheet, row, u'\t', pastedCell) + u'\n';
    return text;
}

Result<> writeCsvText(const QString &text, const QString &fileName)
{
    return writeFile(fileName, [&text](QIODevice &file) -> Result<> {
        file.write(byteOrderMark + text.toUtf8());
        return {};
    });
}

Result<> writeCsv(const Sheet &sheet, const QString &fileName, const Progress &progress)
{
    return writeFile(fileName, [&](QIODevice &file) -> Result<> {
        file.write(byteOrderMark + (titlesOf(sheet, u';', csvCell) + csvLineEnd).toUtf8());
        for (qsizetype row = 0; row < sheet.rowCount; ++row) {
            if (isCancelled(progress, row, sheet.rowCount))
                return cancelledWriting(fileName);
            file.write((rowOf(sheet, row, u';', csvTextCell) + csvLineEnd).toUtf8());
        }
        return {};
    });
}

} // namespace recoupe
