// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textcolumn.h"

#include "core/textfolding.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <mutex>

namespace recoupe {

namespace {

constexpr size_t fewestSlots = 64;
constexpr char separator = '\n'; // folded texts have no white space but blanks

} // namespace

struct TextColumn::Places
{
    std::once_flag made;
    std::vector<quint32> byEntry;
};

TextColumn::TextColumn()
    : m_begins{0}
    , m_slots(fewestSlots)
    , m_places(std::make_unique<Places>())
{
}

TextColumn::TextColumn(TextColumn &&) noexcept = default;
TextColumn &TextColumn::operator=(TextColumn &&) noexcept = default;
TextColumn::~TextColumn() = default;

void TextColumn::append(const ModelCell &cell)
{
    m_rows.push_back(entryOf(cell));
}

void TextColumn::finish()
{
    m_slots = {};
    m_rows.shrink_to_fit();
    m_texts.shrink_to_fit();
    m_folded.shrink_to_fit();
    m_begins.shrink_to_fit();
    for (const char sign : m_folded)
        ++m_signs[quint8(sign)];
}

quint32 TextColumn::entryOf(const ModelCell &cell)
{
    if (m_texts.size() * 2 >= m_slots.size())
        growSlots();
    const auto hash = quint32(qHashMulti(0, cell.text, cell.rank));
    size_t slot = hash & (m_slots.size() - 1);
    for (; m_slots[slot].entry != noEntry; slot = (slot + 1) & (m_slots.size() - 1)) {
        const quint32 entry = m_slots[slot].entry;
        if (m_slots[slot].hash == hash && rank(entry) == cell.rank && m_texts[entry] == cell.text)
            return entry;
    }
    m_slots[slot] = {hash, addEntry(cell)};
    return m_slots[slot].entry;
}

quint32 TextColumn::addEntry(const ModelCell &cell)
{
    const size_t entry = m_texts.size();
    m_texts.push_back(cell.text);
    if (cell.rank != 0 || !m_ranks.empty()) {
        m_ranks.resize(entry, 0);
        m_ranks.push_back(cell.rank);
    }
    if (!cell.badge.isEmpty() || !m_badges.empty()) {
        m_badges.resize(entry);
        m_badges.push_back(cell.badge);
    }
    const QByteArray text = folded(cell.text).toUtf8();
    m_folded.append(text.constData(), size_t(text.size()));
    m_folded += separator;
    m_begins.push_back(quint32(m_folded.size()));
    return quint32(entry);
}

void TextColumn::growSlots()
{
    std::vector<Slot> wider(m_slots.size() * 2);
    for (const Slot &known : m_slots) {
        if (known.entry == noEntry)
            continue;
        size_t slot = known.hash & (wider.size() - 1);
        while (wider[slot].entry != noEntry)
            slot = (slot + 1) & (wider.size() - 1);
        wider[slot] = known;
    }
    m_slots = std::move(wider);
}

QString TextColumn::badge(quint32 row) const
{
    return m_badges.empty() ? QString() : m_badges[m_rows[row]];
}

std::string_view TextColumn::foldedText(quint32 entry) const
{
    return std::string_view(m_folded).substr(m_begins[entry],
                                             m_begins[entry + 1] - m_begins[entry] - 1);
}

//! Positions come in rising order and mostly close together: hence by leaps from the last entry.
quint32 TextColumn::entryAt(size_t position, quint32 from) const
{
    size_t leap = 1;
    size_t low = from;
    while (low + leap < m_texts.size() && m_begins[low + leap] <= position) {
        low += leap;
        leap *= 2;
    }
    const auto begin = m_begins.begin() + std::ptrdiff_t(low);
    const auto end = m_begins.begin() + std::ptrdiff_t(std::min(low + leap, m_texts.size()));
    return quint32(std::upper_bound(begin, end, position) - m_begins.begin() - 1);
}

//! Looks for the sign of the word that is rarest here, which memchr() does many bytes at a time,
//! and only there for the rest: a name is not looked for among figures at all.
TextColumn::Hits TextColumn::entriesWith(const QByteArray &word) const
{
    Q_ASSERT(!word.isEmpty());
    const auto rarest =
        std::ranges::min_element(word, {}, [this](char sign) { return m_signs[quint8(sign)]; });
    const auto lead = size_t(rarest - word.begin());
    const auto size = size_t(word.size());
    Hits hits;
    if (m_signs[quint8(*rarest)] == 0 || m_folded.size() < size)
        return hits;
    const char *const begin = m_folded.data();
    const char *const end = begin + m_folded.size() - (size - 1 - lead);
    quint32 entry = 0;
    for (const char *at = begin + lead; at < end;) {
        at = static_cast<const char *>(std::memchr(at, *rarest, size_t(end - at)));
        if (!at)
            break;
        if (std::memcmp(at - lead, word.constData(), size) != 0) {
            ++at;
            continue;
        }
        entry = entryAt(size_t(at - begin), entry);
        hits.byEntry.resize(m_texts.size());
        hits.byEntry[entry] = 1;
        ++hits.count;
        at = begin + m_begins[entry + 1] + lead;
    }
    return hits;
}

const std::vector<quint32> &TextColumn::places() const
{
    std::call_once(m_places->made, [this] {
        if (entryCount() > 0)
            m_places->byEntry = sortedPlaces();
    });
    return m_places->byEntry;
}

//! Bytes that all entries begin with.
size_t TextColumn::commonBeginning() const
{
    const std::string_view first = foldedText(0);
    size_t common = first.size();
    for (quint32 entry = 1; entry < entryCount() && common > 0; ++entry) {
        const std::string_view other = foldedText(entry).substr(0, common);
        common = size_t(std::ranges::mismatch(first, other).in1 - first.begin());
    }
    return common;
}

//! What follows the common beginning is compared as a number, eight bytes of it, which settles most
//! without a look at the texts.
std::vector<quint32> TextColumn::sortedPlaces() const
{
    struct Key
    {
        qint64 rank;
        quint64 head;
        quint32 entry;
    };
    const size_t skipped = commonBeginning();
    std::vector<Key> keys;
    keys.reserve(entryCount());
    for (quint32 entry = 0; entry < entryCount(); ++entry) {
        char head[sizeof(quint64)] = {};
        foldedText(entry).substr(skipped).copy(head, sizeof(head));
        keys.push_back({rank(entry), qFromBigEndian<quint64>(head), entry});
    }
    const auto precedes = [this](const Key &left, const Key &right) {
        if (left.rank != right.rank)
            return left.rank < right.rank;
        if (left.head != right.head)
            return left.head < right.head;
        return foldedText(left.entry) < foldedText(right.entry);
    };
    std::ranges::sort(keys, precedes);
    std::vector<quint32> places(entryCount());
    for (size_t i = 1; i < keys.size(); ++i)
        places[keys[i].entry] =
            places[keys[i - 1].entry] + (precedes(keys[i - 1], keys[i]) ? 1 : 0);
    return places;
}

} // namespace recoupe
