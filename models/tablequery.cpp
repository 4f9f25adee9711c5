// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablequery.h"

#include "core/textfolding.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace recoupe {

namespace {

using Mask = std::vector<quint8>; // by row; empty: all of them

QList<QByteArray> searchedWords(const QString &search)
{
    QList<QByteArray> words;
    for (const QString &word : folded(search).split(u' ', Qt::SkipEmptyParts))
        words << word.toUtf8();
    return words;
}

//! Leaves in \a found only rows that hold the word in any column.
bool keepRowsWith(const QByteArray &word, const TableContent &content, Mask &found,
                  const IsStale &isStale)
{
    Mask hasWord(content.rowCount(), 0);
    for (const TextColumn &column : content.columns()) {
        if (isStale())
            return false;
        const TextColumn::Hits hits = column.entriesWith(word);
        if (hits.count == column.entryCount())
            return true; // as with « se_ » in the numbers of sessions
        if (hits.count == 0)
            continue;
        const std::vector<quint32> &entries = column.rows();
        for (size_t row = 0; row < hasWord.size(); ++row)
            hasWord[row] |= hits.byEntry[entries[row]];
    }
    if (found.empty())
        found = std::move(hasWord);
    else
        std::ranges::transform(found, hasWord, found.begin(), std::bit_and<>());
    return true;
}

//! A facet that does not let all rows through.
struct Sieve
{
    size_t facet;
    const FacetColumn &column;
    std::vector<quint8> wanted; //!< by value

    [[nodiscard]] bool keeps(quint32 row) const
    {
        return std::ranges::any_of(column.values(row),
                                   [this](quint16 value) { return wanted[value] != 0; });
    }
};

std::vector<Sieve> sievesOf(const TableContent &content, const TableFilter &filter)
{
    std::vector<Sieve> sieves;
    for (qsizetype facet = 0; facet < content.facets().size(); ++facet) {
        const Facet &known = content.facets().at(facet);
        const auto chosen = filter.facets.constFind(known.name);
        if (chosen == filter.facets.constEnd())
            continue;
        Sieve sieve{size_t(facet), content.facetColumns()[size_t(facet)], {}};
        for (const FacetValue &value : known.values)
            sieve.wanted.push_back(chosen->contains(value.token) ? 1 : 0);
        sieves.push_back(std::move(sieve));
    }
    return sieves;
}

//! Picks the rows that every sieve keeps, and counts values on the way: a row that one sieve alone
//! holds back counts for the facet of that one.
class Sifting
{
public:
    Sifting(const TableContent &content, std::vector<Sieve> sieves)
        : m_content(content)
        , m_sieves(std::move(sieves))
    {
        rows.reserve(content.rowCount());
        for (const Facet &facet : content.facets())
            m_counts.emplace_back(size_t(facet.values.size()), 0);
    }

    void sift(quint32 row)
    {
        const Sieve *holdsBack = nullptr;
        for (const Sieve &sieve : m_sieves) {
            if (sieve.keeps(row))
                continue;
            if (holdsBack)
                return;
            holdsBack = &sieve;
        }
        if (holdsBack) {
            count(row, holdsBack->facet);
            return;
        }
        rows.push_back(row);
        for (size_t facet = 0; facet < m_counts.size(); ++facet)
            count(row, facet);
    }

    [[nodiscard]] QList<QList<int>> counts() const
    {
        QList<QList<int>> lists;
        for (const std::vector<int> &ofFacet : m_counts)
            lists << QList<int>(ofFacet.begin(), ofFacet.end());
        return lists;
    }

    std::vector<quint32> rows;

private:
    void count(quint32 row, size_t facet)
    {
        for (const quint16 value : m_content.facetColumns()[facet].values(row))
            ++m_counts[facet][value];
    }

    const TableContent &m_content;
    std::vector<Sieve> m_sieves;
    std::vector<std::vector<int>> m_counts;
};

//! The rows and counts of a result, the rows as they were loaded.
std::optional<TableResult> sifted(const TableContent &content, const Mask &found,
                                  std::vector<Sieve> sieves, const IsStale &isStale)
{
    constexpr quint32 rowsPerLook = 1 << 16;
    if (found.empty() && sieves.empty()) { // all, the most there can be, takes the least
        std::vector<quint32> rows(content.rowCount());
        std::iota(rows.begin(), rows.end(), 0U);
        return TableResult{std::move(rows), {}, content.valueCounts()};
    }
    Sifting sifting(content, std::move(sieves));
    for (quint32 row = 0; row < content.rowCount(); ++row) {
        if (row % rowsPerLook == 0 && isStale())
            return std::nullopt;
        if (found.empty() || found[row] != 0)
            sifting.sift(row);
    }
    return TableResult{std::move(sifting.rows), {}, sifting.counts()};
}

//! By counting: as many steps as rows and entries.
std::vector<quint32> sorted(const std::vector<quint32> &rows, const TextColumn &column,
                            Qt::SortOrder direction)
{
    const std::vector<quint32> &places = column.places();
    const auto last = quint32(column.entryCount() - 1);
    const auto placeOf = [&](quint32 row) {
        const quint32 place = places[column.rows()[row]];
        return direction == Qt::AscendingOrder ? place : last - place;
    };
    std::vector<quint32> begins(column.entryCount() + 1, 0);
    for (const quint32 row : rows)
        ++begins[placeOf(row) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<quint32> inOrder(rows.size());
    for (const quint32 row : rows)
        inOrder[begins[placeOf(row)]++] = row;
    return inOrder;
}

} // namespace

bool TableFilter::isEmpty() const
{
    return search.trimmed().isEmpty() && facets.isEmpty();
}

std::optional<TableResult> queryTable(const TableContent &content, const TableFilter &filter,
                                      const TableOrder &order, const IsStale &isStale)
{
    Mask found;
    for (const QByteArray &word : searchedWords(filter.search)) {
        if (!keepRowsWith(word, content, found, isStale))
            return std::nullopt;
    }
    std::optional<TableResult> result = sifted(content, found, sievesOf(content, filter), isStale);
    if (!result)
        return std::nullopt;
    std::vector<quint32> &rows = result->rows;
    if (order.column >= 0 && !rows.empty())
        rows = sorted(rows, content.columns()[size_t(order.column)], order.direction);
    if (isStale())
        return std::nullopt;
    result->shownAt.assign(content.rowCount(), TableResult::hidden);
    for (quint32 position = 0; position < rows.size(); ++position)
        result->shownAt[rows[position]] = position;
    return result;
}

} // namespace recoupe
