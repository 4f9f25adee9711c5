// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/visibletext.h"

namespace recoupe {

namespace {

//! What stands for a character; nothing for one that is left out.
char32_t shownFor(char32_t sign)
{
    if (sign == U'\n')
        return sign;
    constexpr char32_t nextLine = 0x85; // of mainframes
    if (sign == U'\t' || sign == U'\r' || sign == nextLine)
        return U' ';
    if (QChar::isSurrogate(sign) || QChar::isNonCharacter(sign))
        return QChar::ReplacementCharacter;
    switch (QChar::category(sign)) {
    case QChar::Other_Control:
    case QChar::Other_Format: return 0;
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return U' ';
    default: return sign;
    }
}

} // namespace

QString visibleText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t sign = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1))
                                     : char32_t(text.at(i).unicode());
        if (const char32_t shown = shownFor(sign); shown != 0)
            out += QChar::fromUcs4(shown);
        i += isPair;
    }
    return out;
}

} // namespace recoupe
