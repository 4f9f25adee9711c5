// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wrappedlines.h"

#include <QList>

#include <algorithm>
#include <numeric>

namespace recoupe {

namespace {

// Widths of a column count digits of the usual type of 11 points; these are Arial at 9 points.
constexpr double narrowWidth = 0.6;
constexpr double usualWidth = 0.96;
constexpr double wideWidth = 1.35; // of capitals, too

double widthOf(QChar sign)
{
    static const QString narrow = QStringLiteral(" \u00A0iïîjlrtf.,:;'’()-/");
    static const QString wide = QStringLiteral("mwœæ@%&…—");
    if (narrow.contains(sign))
        return narrowWidth;
    const bool isIdeograph = sign.unicode() >= 0x2E80;
    return sign.isUpper() || isIdeograph || wide.contains(sign) ? wideWidth : usualWidth;
}

double widthOf(QStringView text)
{
    return std::accumulate(text.begin(), text.end(), 0.0,
                           [](double width, QChar sign) { return width + widthOf(sign); });
}

//! Up to the end of the next word, with what separates it from the one after.
qsizetype wordEnd(QStringView line)
{
    const auto end = std::ranges::find_if(line, [](QChar c) { return c == u' ' || c == u'-'; });
    return end == line.end() ? line.size() : end - line.begin() + 1;
}

int linesOf(QStringView line, double width)
{
    int lines = 1;
    double used = 0;
    while (!line.isEmpty()) {
        const qsizetype end = wordEnd(line);
        double needed = widthOf(line.first(end));
        line = line.sliced(end);
        if (used > 0 && used + needed > width) {
            ++lines;
            used = 0;
        }
        for (; needed > width; needed -= width) // a word longer than a line goes on wherever it is
            ++lines;
        used += needed;
    }
    return lines;
}

} // namespace

int wrappedLines(QStringView text, int width)
{
    int lines = 0;
    for (const QStringView line : text.split(u'\n'))
        lines += linesOf(line, width);
    return lines;
}

} // namespace recoupe
