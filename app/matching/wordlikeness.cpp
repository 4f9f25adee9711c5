// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/wordlikeness.h"

#include "matching/titlelikeness.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>

namespace recoupe {

namespace {

using Kind = TitleWord::Kind;

constexpr double abbreviatedLikeness = 0.9; // "opér." and "opérateur"
constexpr double gluedLikeness = 0.8;       // "letourisme" and "tourisme"
constexpr double cutLikeness = 0.75;        // "cuisine" and "cuisinier"
constexpr double familyLikeness = 0.7;      // "comptable" and "comptabilité"

bool isFigure(const TitleWord &word)
{
    return word.kind >= Kind::Number;
}

//! Levels in Roman figures were counted from the top until 2019: V was what is 3 today. Written
//! either way round, both readings are met.
bool sameFigure(const TitleWord &a, const TitleWord &b)
{
    if (a.kind != b.kind)
        return false;
    if (a.sameText(b))
        return true;
    return a.kind == Kind::Level && a.roman != b.roman && a.length == 1 && b.length == 1 &&
           (a.letters[0] - '0') + (b.letters[0] - '0') == 8;
}

//! How many slips a word of that length may hold and still be read.
int tolerance(int length)
{
    return length < 5 ? 0 : length < 8 ? 1 : 2;
}

qsizetype commonBeginning(const TitleWord &a, const TitleWord &b)
{
    const auto end = a.letters.begin() + std::min(a.length, b.length);
    return std::mismatch(a.letters.begin(), end, b.letters.begin()).first - a.letters.begin();
}

//! One word cut short, or both of one family.
double beginningLikeness(const TitleWord &shorter, const TitleWord &longer)
{
    const qsizetype common = commonBeginning(shorter, longer);
    if (common == shorter.length && shorter.abbreviated)
        return abbreviatedLikeness;
    if (common == shorter.length && common >= 3)
        return cutLikeness;
    return common >= 5 && common * 10 >= longer.length * 6 ? familyLikeness : 0;
}

double slipLikeness(const TitleWord &shorter, const TitleWord &longer)
{
    // "ACP" is read as "CAP", for nobody else is called so; "BTS" never is.
    const bool isInitials = shorter.kind == Kind::Certificate || longer.kind == Kind::Certificate;
    const int allowed = isInitials && longer.length >= 3 ? 1 : tolerance(longer.length);
    // In long words two signs more make another word: "électricien", "électronicien".
    const int more = longer.length < 10 ? allowed : std::min(allowed, 1);
    if (longer.length - shorter.length > more ||
        std::popcount(shorter.signature ^ longer.signature) > 2 * allowed)
        return 0;
    // In short words another initial makes another word: "maçon", "façon".
    if (longer.length < 6 && shorter.letters[0] != longer.letters[0] && !isInitials)
        return 0;
    const int distance = editDistance(shorter.text(), longer.text());
    return distance > allowed ? 0 : 1.0 - double(distance) / longer.length;
}

//! "letourisme": the space behind an article was forgotten.
bool isGlued(const TitleWord &shorter, const TitleWord &longer)
{
    static constexpr std::array articles{"au", "aux", "de", "des", "du",
                                         "en", "et",  "la", "le",  "les"};
    // Most pairs are refused here: it is asked of every two words.
    const int more = longer.length - shorter.length;
    if (shorter.length < 3 || more < 1 || more > 3)
        return false;
    // Words of three letters keep an "e" that the longer one has lost: "vie".
    const QLatin1String end =
        shorter.length == 3 && shorter.letters[2] == 'e' ? shorter.text().first(2) : shorter.text();
    if (!longer.text().endsWith(end))
        return false;
    const QLatin1String glued = longer.text().first(longer.length - end.size());
    return std::ranges::any_of(
        articles, [&](const char *article) { return glued == QLatin1String(article); });
}

//! Two slips change four signs at most, and an article brings no more. What begins alike may go on
//! otherwise.
bool isFarApart(const TitleWord &a, const TitleWord &b)
{
    return a.letters[0] != b.letters[0] && std::popcount(a.signature ^ b.signature) > 4;
}

constexpr quint32 digitSigns = ~((1U << 26) - 1);

} // namespace

int editDistance(QLatin1String a, QLatin1String b)
{
    Q_ASSERT(a.size() <= 32 && b.size() <= 32);
    if (a.isEmpty() || b.isEmpty())
        return int(std::max(a.size(), b.size()));
    std::array<quint32, 128> positions; // of each sign in a; only those met are ever set
    const auto at = [&positions](char c) -> quint32 & { return positions[size_t(c) & 127]; };
    for (const char c : b)
        at(c) = 0;
    for (const char c : a)
        at(c) = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        at(a.data()[i]) |= 1U << i;

    const quint32 last = 1U << (a.size() - 1);
    quint32 plus = ~0U; // vertical differences of +1, of -1
    quint32 minus = 0;
    quint32 zeros = 0; // diagonal differences of 0, of the column before
    quint32 before = 0;
    int distance = int(a.size());
    for (const char c : b) {
        const quint32 match = at(c);
        const quint32 swapped = ((~zeros & match) << 1) & before;
        zeros = (((match & plus) + plus) ^ plus) | match | minus | swapped;
        const quint32 right = minus | ~(zeros | plus);
        const quint32 left = zeros & plus;
        distance += (right & last) != 0 ? 1 : 0;
        distance -= (left & last) != 0 ? 1 : 0;
        const quint32 shifted = (right << 1) | 1U;
        plus = (left << 1) | ~(zeros | shifted);
        minus = zeros & shifted;
        before = match;
    }
    return distance;
}

double wordLikeness(const TitleWord &a, const TitleWord &b)
{
    if (isFigure(a) || isFigure(b))
        return sameFigure(a, b) ? 1 : 0;
    if (isFarApart(a, b)) // most pairs
        return 0;
    if (a.sameText(b))
        return 1;
    if (a.kind == Kind::Certificate && b.kind == Kind::Certificate)
        return 0;
    if (((a.signature | b.signature) & digitSigns) != 0)
        return 0;
    const bool aShorter = a.length < b.length;
    const TitleWord &shorter = aShorter ? a : b;
    const TitleWord &longer = aShorter ? b : a;
    if (isGlued(shorter, longer))
        return gluedLikeness;
    const double slip = slipLikeness(shorter, longer);
    return std::max(
        slip, shorter.letters[0] == longer.letters[0] ? beginningLikeness(shorter, longer) : 0);
}

} // namespace recoupe
