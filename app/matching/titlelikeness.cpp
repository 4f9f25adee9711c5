// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/titlelikeness.h"

#include "matching/wordlikeness.h"

#include <QVarLengthArray>

#include <algorithm>

namespace recoupe {

namespace {

using Kind = TitleWord::Kind;
using Words = std::span<const TitleWord>;

//! What is left of the likeness where figures contradict one another: under alikeTitles.
constexpr double otherFigures = 0.55;

//! Both titles name figures of that kind, and none in common.
bool contradicts(Words a, Words b, Kind kind)
{
    bool inBoth = false;
    for (const TitleWord &left : a) {
        for (const TitleWord &right : b) {
            if (left.kind != kind || right.kind != kind)
                continue;
            if (wordLikeness(left, right) > 0)
                return false;
            inBoth = true;
        }
    }
    return inBoth;
}

bool figuresContradict(Words a, Words b)
{
    static constexpr std::array figures{Kind::Number, Kind::Level, Kind::Segment, Kind::Rank};
    const auto isFigure = [](const TitleWord &word) { return word.kind >= Kind::Number; };
    return std::ranges::any_of(a, isFigure) &&
           std::ranges::any_of(figures, [&](Kind kind) { return contradicts(a, b, kind); });
}

//! The words of one title that still want a counterpart in the other.
class Side
{
public:
    explicit Side(Words words)
        : m_words(words)
        , m_free(~0U >> (32 - words.size()))
    {
    }

    [[nodiscard]] size_t size() const { return m_words.size(); }
    [[nodiscard]] const TitleWord &operator[](size_t at) const { return m_words[at]; }
    [[nodiscard]] bool isFree(size_t at) const { return (m_free >> at & 1U) != 0; }
    [[nodiscard]] bool hasFree() const { return m_free != 0; }
    void find(size_t at, double likeness)
    {
        m_free &= ~(1U << at);
        m_found += likeness * double(m_words[at].weight);
    }
    [[nodiscard]] double found() const { return m_found; }
    [[nodiscard]] double lost() const
    {
        double all = 0;
        for (const TitleWord &word : m_words)
            all += double(word.weight);
        return all - m_found;
    }

private:
    Words m_words;
    quint32 m_free; // one bit a word
    double m_found = 0;
};

void takeEqual(Side &a, Side &b)
{
    for (size_t i = 0; i < a.size(); ++i) {
        for (size_t j = 0; j < b.size(); ++j) {
            if (!b.isFree(j) || !a[i].sameText(b[j]) || wordLikeness(a[i], b[j]) < 1)
                continue;
            a.find(i, 1);
            b.find(j, 1);
            break;
        }
    }
}

//! Two words taken for the same.
struct Pair
{
    double likeness;
    float weight; //!< of both
    size_t a;
    size_t b;
};

//! The best pairs first; among equals the heavier, so that the order of the titles is nothing.
void takeAlike(Side &a, Side &b)
{
    QVarLengthArray<Pair, 16> pairs;
    for (size_t i = 0; i < a.size(); ++i) {
        for (size_t j = 0; a.isFree(i) && j < b.size(); ++j) {
            const double alike = b.isFree(j) ? wordLikeness(a[i], b[j]) : 0;
            if (alike > 0)
                pairs.append({alike, a[i].weight + b[j].weight, i, j});
        }
    }
    std::ranges::stable_sort(pairs, [](const Pair &x, const Pair &y) {
        return x.likeness != y.likeness ? x.likeness > y.likeness : x.weight > y.weight;
    });
    for (const Pair &pair : pairs) {
        if (!a.isFree(pair.a) || !b.isFree(pair.b))
            continue;
        a.find(pair.a, pair.likeness);
        b.find(pair.b, pair.likeness);
    }
}

//! Two words that are one in the other title, perhaps by a forgotten space.
bool isCompound(const TitleWord &first, const TitleWord &second, const TitleWord &whole)
{
    const int slips = whole.length < 12 ? 1 : 2;
    const qsizetype length =
        std::min(qsizetype(first.length + second.length), TitleWord::maxLength);
    if (whole.length < 6 || std::abs(length - whole.length) > slips)
        return false;
    TitleWord joined = first;
    for (const char sign : second.text())
        joined.append(sign);
    return editDistance(joined.text(), whole.text()) <= slips;
}

//! "médico social" in one title, "médicosocial" in the other.
void takeCompounds(Side &parts, Side &wholes)
{
    for (size_t i = 0; i + 1 < parts.size(); ++i) {
        for (size_t j = 0; j < wholes.size(); ++j) {
            if (parts[i].letters[0] != wholes[j].letters[0] || !parts.isFree(i) ||
                !parts.isFree(i + 1) || !wholes.isFree(j) ||
                !isCompound(parts[i], parts[i + 1], wholes[j]))
                continue;
            parts.find(i, 1);
            parts.find(i + 1, 1);
            wholes.find(j, 1);
        }
    }
}

} // namespace

double titleLikeness(Words a, Words b)
{
    if (a.empty() || b.empty())
        return 0;
    Side left(a);
    Side right(b);
    takeEqual(left, right);
    if (left.hasFree() && right.hasFree()) {
        takeCompounds(left, right);
        takeCompounds(right, left);
        takeAlike(left, right);
    }
    const double shared = (left.found() + right.found()) / 2;
    if (shared <= 0)
        return 0;
    // Where each has words that the other lacks, one trade stands in place of another. What only
    // one adds counts the less, the more they share: objects of contracts say more than titles do.
    const auto [less, more] = std::minmax({left.lost(), right.lost()});
    const double likeness = shared / (shared + 1.5 * less + more / (1 + shared / 2));
    return figuresContradict(a, b) ? likeness * otherFigures : likeness;
}

double titleLikeness(const TitleWords &a, const TitleWords &b)
{
    return titleLikeness(a.words(), b.words());
}

double titleLikeness(QStringView a, QStringView b)
{
    return titleLikeness(TitleWords(a), TitleWords(b));
}

} // namespace recoupe
