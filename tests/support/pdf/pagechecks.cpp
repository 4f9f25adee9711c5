// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/pagechecks.h"

#include <algorithm>

namespace recoupe::test {

namespace {

// Boxes go from ascent to descent: those of two close lines share a hair.
constexpr qreal sharedWidth = 1;
constexpr qreal sharedHeight = 2;
constexpr qreal tolerance = 0.5;

QString named(qsizetype page, const PrintedWord &word)
{
    return QStringLiteral("page %1, « %2 »").arg(page + 1).arg(word.text);
}

bool isUnsearchable(QChar c)
{
    return c == QChar::ReplacementCharacter || (c >= QChar(0xFB00) && c <= QChar(0xFB06));
}

} // namespace

QStringList wordsOutside(const QList<PrintedPage> &pages, const QRectF &area)
{
    const QRectF allowed = area.adjusted(-tolerance, -tolerance, tolerance, tolerance);
    QStringList defects;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        for (const PrintedWord &word : pages.at(page).words) {
            if (!allowed.contains(word.box))
                defects << named(page, word);
        }
    }
    return defects;
}

QStringList overlappingWords(const QList<PrintedPage> &pages)
{
    QStringList defects;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const QList<PrintedWord> &words = pages.at(page).words;
        for (qsizetype i = 0; i < words.size(); ++i) {
            for (qsizetype j = i + 1; j < words.size(); ++j) {
                const QRectF shared = words.at(i).box & words.at(j).box;
                if (shared.width() >= sharedWidth && shared.height() >= sharedHeight)
                    defects << named(page, words.at(i)) + u' ' + words.at(j).text;
            }
        }
    }
    return defects;
}

QStringList unsearchableWords(const QList<PrintedPage> &pages)
{
    QStringList defects;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        for (const PrintedWord &word : pages.at(page).words) {
            if (std::ranges::any_of(word.text, isUnsearchable))
                defects << named(page, word);
        }
    }
    return defects;
}

} // namespace recoupe::test
