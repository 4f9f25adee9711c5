// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/textfolding.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

bool isDash(char16_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
}

bool isApostrophe(char16_t c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 || c == 0x0060;
}

void appendFolded(QString &out, QChar c)
{
    const char16_t u = c.unicode();
    if (u > u' ' && u < 0x7F && u != u'`') { // most of French, told without Unicode's tables
        out += c;
    } else if (c.isMark()) {
        return;
    } else if (c.isSpace()) {
        if (!out.isEmpty() && out.back() != u' ')
            out += u' ';
    } else if (isDash(u)) {
        out += u'-';
    } else if (isApostrophe(u)) {
        out += u'\'';
    } else if (u == 0x0153) { // œ, already lower case
        out += QLatin1String("oe");
    } else if (u == 0x00E6) { // æ
        out += QLatin1String("ae");
    } else if (u == 0x0131) { // dotless i
        out += u'i';
    } else if (u != 0x00AD) { // soft hyphen: invisible
        out += c;
    }
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

//! A digit, or more letters than those.
bool saysMoreThan(QStringView text, int letters)
{
    int count = 0;
    return std::ranges::any_of(
        text, [&](QChar c) { return c.isDigit() || (c.isLetter() && ++count > letters); });
}

// Qt puts combining marks in order by exchanging neighbours: a run of thousands of them, which is
// no text, would take it minutes. Such a run is cut (UAX #15, "Stream-Safe Text Format").
QString normalized(QStringView text, QString::NormalizationForm form)
{
    constexpr qsizetype longestRun = 30;
    QString out;
    qsizetype begin = 0;
    qsizetype run = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        run = c.isMark() || c.isSurrogate() ? run + 1 : 0;
        if (run > longestRun && !c.isLowSurrogate()) {
            out += text.sliced(begin, at - begin).toString().normalized(form);
            begin = at;
            run = 0;
        }
    }
    const QString rest = text.sliced(begin).toString().normalized(form);
    return begin == 0 ? rest : out + rest;
}

} // namespace

QString folded(QStringView text)
{
    // Compatibility decomposition spells out ﬁ, ², ½ and non-breaking spaces; plain ASCII, which is
    // most of what is folded, needs none of it.
    const QString plain = isAscii(text)
                              ? text.toString().toLower()
                              : normalized(text, QString::NormalizationForm_KD).toCaseFolded();
    QString out;
    out.reserve(plain.size());
    for (const QChar c : plain)
        appendFolded(out, c);
    while (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QString cleaned(QStringView text)
{
    QString out = isAscii(text) ? text.toString() : normalized(text, QString::NormalizationForm_C);
    out.removeIf([](QChar c) {
        const char16_t u = c.unicode();
        return (u < 0x20 && u != u'\n' && u != u'\t') || (u >= 0x7F && u < 0xA0) || u == 0xFEFF;
    });
    return out.trimmed();
}

bool isPlaceholder(QStringView text)
{
    static constexpr std::array<QStringView, 11> fillers{
        u"non renseigne", u"non precise", u"non communique", u"neant", u"nc", u"n.c.", u"nr",
        u"a completer",   u"inconnu",     u"sans objet",     u"xxx",
    };
    if (saysMoreThan(text, 13)) // letters of the longest filler; asked so often that it counts
        return false;
    const QString key = folded(text);
    return std::ranges::none_of(key, [](QChar c) { return c.isLetterOrNumber(); }) ||
           std::ranges::any_of(fillers, [&key](QStringView filler) { return key == filler; });
}

} // namespace recoupe
