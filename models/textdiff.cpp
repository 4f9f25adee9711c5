// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textdiff.h"

#include "core/textfolding.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace recoupe {

namespace {

//! Beyond this many words a value is not read word by word anyway; it bounds the table below.
constexpr qsizetype mostTokens = 400;

//! A day or a month is read as a whole: half a number marked would puzzle.
constexpr qsizetype shortToken = 2;

QStringList tokensOf(const QString &text)
{
    static const QRegularExpression token(QStringLiteral("\\s+|\\d+|[^\\s\\d]+"));
    QStringList tokens;
    for (auto matches = token.globalMatch(text); matches.hasNext();)
        tokens << matches.next().captured();
    return tokens;
}

QStringList foldedAll(const QStringList &tokens)
{
    QStringList result;
    std::ranges::transform(tokens, std::back_inserter(result),
                           [](const QString &token) { return folded(token); });
    return result;
}

void append(DiffParts &parts, const QString &text, bool differs)
{
    if (text.isEmpty())
        return;
    if (!parts.isEmpty() && parts.last().differs == differs)
        parts.last().text += text;
    else
        parts << DiffPart{text, differs};
}

//! Longest common subsequence: for each token of the left, its partner on the right or -1.
std::vector<qsizetype> partners(const QStringList &left, const QStringList &right)
{
    const auto rows = size_t(left.size());
    const auto columns = size_t(right.size());
    std::vector<std::vector<int>> length(rows + 1, std::vector<int>(columns + 1, 0));
    const auto same = [&](size_t i, size_t j) {
        return left.at(qsizetype(i)) == right.at(qsizetype(j));
    };
    for (size_t i = rows; i-- > 0;) {
        for (size_t j = columns; j-- > 0;)
            length[i][j] = same(i, j) ? length[i + 1][j + 1] + 1
                                      : std::max(length[i + 1][j], length[i][j + 1]);
    }
    std::vector<qsizetype> partner(rows, -1);
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j)) {
            partner[i++] = qsizetype(j++);
        } else if (length[i + 1][j] >= length[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return partner;
}

//! Marks only the middle of a word where half or more of the longer one is common.
void appendChanged(DiffParts &parts, const QString &token, const QString &other)
{
    const bool isShort = std::max(token.size(), other.size()) <= shortToken;
    const qsizetype most = std::min(token.size(), other.size());
    qsizetype prefix = 0;
    while (prefix < most && token.at(prefix) == other.at(prefix))
        ++prefix;
    qsizetype suffix = 0;
    while (suffix < most - prefix &&
           token.at(token.size() - 1 - suffix) == other.at(other.size() - 1 - suffix))
        ++suffix;
    if (isShort || 2 * (prefix + suffix) < std::max(token.size(), other.size())) {
        append(parts, token, true);
        return;
    }
    append(parts, token.left(prefix), false);
    append(parts, token.mid(prefix, token.size() - prefix - suffix), true);
    append(parts, token.right(suffix), false);
}

//! How many tokens both begin with.
qsizetype commonHead(const QStringList &left, const QStringList &right)
{
    const auto [end, other] = std::ranges::mismatch(left, right);
    return end - left.begin();
}

//! How many tokens both end with, apart from a common head.
qsizetype commonTail(const QStringList &left, const QStringList &right, qsizetype head)
{
    const qsizetype most = std::min(left.size(), right.size()) - head;
    qsizetype tail = 0;
    while (tail < most && left.at(left.size() - 1 - tail) == right.at(right.size() - 1 - tail))
        ++tail;
    return tail;
}

void appendAll(DiffParts &parts, const QStringList &tokens, bool differs)
{
    for (const QString &token : tokens)
        append(parts, token, differs);
}

//! What stands between the common head and tail.
void appendMiddle(DiffParts &parts, const QStringList &left, const QStringList &right)
{
    if (left.size() > mostTokens || right.size() > mostTokens)
        return appendAll(parts, left, true);
    const std::vector<qsizetype> partner = partners(foldedAll(left), foldedAll(right));
    qsizetype expected = 0; // first token of the other that has no partner yet
    for (qsizetype i = 0; i < left.size(); ++i) {
        const qsizetype found = partner[size_t(i)];
        if (found >= 0) {
            append(parts, left.at(i), false);
            expected = found + 1;
        } else if (left.at(i).trimmed().isEmpty()) {
            append(parts, left.at(i), false);
        } else {
            const bool hasCounterpart =
                expected < right.size() && std::ranges::find(partner, expected) == partner.end();
            appendChanged(parts, left.at(i), hasCounterpart ? right.at(expected) : QString());
            expected += hasCounterpart ? 1 : 0;
        }
    }
}

//! A run of text cut to what stands next to a difference: its end before one, its begin after one.
QString excerpt(const QString &text, bool isFirst, bool isLast)
{
    constexpr qsizetype context = 40;
    if (text.size() <= 3 * context)
        return text;
    const QString begin = isFirst ? QString() : text.left(context) + u' ';
    const QString end = isLast ? QString() : u' ' + text.right(context);
    return begin + QStringLiteral("…") + end;
}

} // namespace

DiffParts markDifferences(const QString &text, const QString &other)
{
    const QStringList left = tokensOf(text);
    const QStringList right = tokensOf(other);
    const QStringList foldedLeft = foldedAll(left);
    const QStringList foldedRight = foldedAll(right);
    const qsizetype head = commonHead(foldedLeft, foldedRight);
    const qsizetype tail = commonTail(foldedLeft, foldedRight, head);
    DiffParts parts;
    appendAll(parts, left.first(head), false);
    appendMiddle(parts, left.sliced(head, left.size() - head - tail),
                 right.sliced(head, right.size() - head - tail));
    appendAll(parts, left.last(tail), false);
    return parts;
}

DiffParts shortened(const DiffParts &parts)
{
    DiffParts result;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const DiffPart &part = parts.at(i);
        const QString text =
            part.differs ? part.text : excerpt(part.text, i == 0, i == parts.size() - 1);
        append(result, text, part.differs);
    }
    return result;
}

} // namespace recoupe
