// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/textfolding.h"

#include <QVarLengthArray>

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

using Signs = QVarLengthArray<QChar, 256>;

void appendText(Signs &out, QLatin1String text)
{
    for (const char c : text)
        out.append(QLatin1Char(c));
}

void appendSpace(Signs &out)
{
    if (!out.isEmpty() && out.back() != u' ')
        out.append(u' ');
}

//! A sign that was decomposed and has no case any more.
void appendFolded(Signs &out, QChar c)
{
    const char16_t u = c.unicode();
    if (c.isMark() || u == 0x00AD) // the soft hyphen is as invisible as what stands on letters
        return;
    if (c.isSpace()) {
        appendSpace(out);
    } else if (isDash(u)) {
        out.append(u'-');
    } else if (isApostrophe(u)) {
        out.append(u'\'');
    } else if (u == 0x0153) { // œ, already lower case
        appendText(out, QLatin1String("oe"));
    } else if (u == 0x00E6) { // æ
        appendText(out, QLatin1String("ae"));
    } else if (u == 0x0131) { // dotless i
        out.append(u'i');
    } else {
        out.append(c);
    }
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

//! Plain ASCII without white space at its ends, as nearly all that comes in.
bool isClean(QStringView text)
{
    const auto isPlain = [](QChar c) {
        return (c.unicode() >= 0x20 && c.unicode() < 0x7F) || c == u'\n' || c == u'\t';
    };
    return text.isEmpty() ||
           (text.front() > u' ' && text.back() > u' ' && std::ranges::all_of(text, isPlain));
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

//! By Unicode's tables. Compatibility decomposition spells out ﬁ, ², ½ and non-breaking spaces.
void appendFolded(Signs &out, QStringView text)
{
    for (const QChar c : normalized(text, QString::NormalizationForm_KD).toCaseFolded())
        appendFolded(out, c);
}

//! What each sign of Latin-1 becomes, where that is one sign; nought for the few others.
const std::array<char16_t, 256> &latin1Signs()
{
    static const auto signs = [] {
        std::array<char16_t, 256> made{};
        for (size_t at = 0; at < made.size(); ++at) {
            const QChar c = QLatin1Char(char(at));
            Signs out;
            appendFolded(out, QStringView(&c, 1));
            made[at] = c.isSpace() ? u' ' : out.size() == 1 ? out[0].unicode() : u'\0';
        }
        return made;
    }();
    return signs;
}

// Every sign is folded by itself, so that most of French needs no tables of Unicode.
Signs foldedSigns(QStringView text)
{
    const auto &signs = latin1Signs();
    const auto signOf = [&signs](QChar c) {
        return c.unicode() < signs.size() ? signs[c.unicode()] : u'\0';
    };
    Signs out;
    for (auto at = text.begin(); at != text.end();) {
        const char16_t sign = signOf(*at);
        if (sign == u' ') {
            appendSpace(out);
            ++at;
        } else if (sign != 0) {
            out.append(sign);
            ++at;
        } else {
            const auto end = std::ranges::find_if(at, text.end(), signOf);
            appendFolded(out, QStringView(at, end));
            at = end;
        }
    }
    if (!out.isEmpty() && out.back() == u' ')
        out.removeLast();
    return out;
}

} // namespace

QString folded(QStringView text)
{
    const Signs signs = foldedSigns(text);
    return QString(signs.constData(), signs.size());
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

QString cleaned(const QString &text)
{
    return isClean(text) ? text : cleaned(QStringView(text));
}

bool isPlaceholder(QStringView text)
{
    static constexpr std::array<QStringView, 11> fillers{
        u"non renseigne", u"non precise", u"non communique", u"neant", u"nc", u"n.c.", u"nr",
        u"a completer",   u"inconnu",     u"sans objet",     u"xxx",
    };
    if (saysMoreThan(text, 13)) // letters of the longest filler; asked so often that it counts
        return false;
    const Signs signs = foldedSigns(text);
    const QStringView key(signs.constData(), signs.size());
    return std::ranges::none_of(key, [](QChar c) { return c.isLetterOrNumber(); }) ||
           std::ranges::any_of(fillers, [key](QStringView filler) { return key == filler; });
}

} // namespace recoupe
