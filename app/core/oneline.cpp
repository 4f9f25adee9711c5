// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/oneline.h"

namespace recoupe {

namespace {

//! Marks of direction and other format characters: they can make an address look like another. The
//! joiners, which some scripts need to be read, stay.
bool isHidden(QChar c)
{
    const bool isJoiner = c == QChar(0x200c) || c == QChar(0x200d);
    return c == QChar(0x00ad) || (c.category() == QChar::Other_Format && !isJoiner);
}

} // namespace

QString onOneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (!isHidden(c))
            line += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    // simplified() would make plain spaces of the non-breaking ones of French typography.
    static const QChar space(u' ');
    line.replace(QChar::LineSeparator, space).replace(QChar::ParagraphSeparator, space);
    while (line.contains(QLatin1String("  ")))
        line.replace(QLatin1String("  "), QLatin1String(" "));
    return line.trimmed();
}

QString commaSeparated(const QString &lines)
{
    return QString(lines).replace(u'\n', QStringLiteral(", "));
}

} // namespace recoupe
