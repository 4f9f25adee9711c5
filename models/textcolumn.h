// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe {

//! A cell as it is shown. The badge is a token that a delegate turns into an icon and a colour.
struct ModelCell
{
    QString text;
    qint64 rank = 0; //!< what it is sorted by, before its text
    QString badge = {};
};

//! One column of a table. Each distinct cell is kept once, as an entry with its folded text; a row
//! has only the entry's number. That makes a search a walk over the entries.
class TextColumn
{
public:
    TextColumn();
    TextColumn(TextColumn &&) noexcept;
    TextColumn &operator=(TextColumn &&) noexcept;
    ~TextColumn();

    //! Adds the cell of the next row.
    void append(const ModelCell &cell);
    //! To be called after the last row: gives back what only append() needs.
    void finish();

    [[nodiscard]] const QString &text(quint32 row) const { return m_texts[m_rows[row]]; }
    [[nodiscard]] QString badge(quint32 row) const;

    //! By row: the number of its entry.
    [[nodiscard]] const std::vector<quint32> &rows() const { return m_rows; }
    [[nodiscard]] size_t entryCount() const { return m_texts.size(); }

    //! Entries by whether they hold a word.
    struct Hits
    {
        size_t count = 0;
        std::vector<quint8> byEntry = {}; //!< empty where there are none
    };
    //! \a word: folded, in UTF-8.
    [[nodiscard]] Hits entriesWith(const QByteArray &word) const;

    //! By entry: its place among all, by rank and folded text; equal ones share it. Made at the
    //! first call, in whatever thread.
    [[nodiscard]] const std::vector<quint32> &places() const;

private:
    struct Places;
    static constexpr quint32 noEntry = 0xFFFFFFFF;
    struct Slot
    {
        quint32 hash = 0;
        quint32 entry = noEntry;
    };

    [[nodiscard]] qint64 rank(quint32 entry) const { return m_ranks.empty() ? 0 : m_ranks[entry]; }
    [[nodiscard]] std::string_view foldedText(quint32 entry) const;
    [[nodiscard]] quint32 entryOf(const ModelCell &cell);
    [[nodiscard]] quint32 addEntry(const ModelCell &cell);
    void growSlots();
    [[nodiscard]] quint32 entryAt(size_t position, quint32 from) const;
    [[nodiscard]] size_t commonBeginning() const;
    [[nodiscard]] std::vector<quint32> sortedPlaces() const;

    std::vector<quint32> m_rows;
    std::vector<QString> m_texts;
    std::vector<qint64> m_ranks;   //!< empty while all are 0
    std::vector<QString> m_badges; //!< empty while there are none
    std::string m_folded;          //!< of all entries, each with a sign after it that none holds
    std::vector<quint32> m_begins; //!< of each entry within m_folded, and its end
    std::array<quint32, 256> m_signs{}; //!< how often each byte occurs in m_folded
    std::vector<Slot> m_slots;          //!< hash table of the entries, while rows are added
    std::unique_ptr<Places> m_places;
};

} // namespace recoupe
