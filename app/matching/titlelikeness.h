// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <array>
#include <bit>
#include <span>

namespace recoupe {

//! One comparable word of a title, flat so that millions can lie side by side.
struct TitleWord
{
    enum class Kind : quint8
    {
        Word,        //!< of the trade: "propreté"
        Common,      //!< found in many titles, tells little: "agent", "parcours"
        Certificate, //!< kind of diploma: CAP, titre professionnel
        Number,      //!< any other figure: a département, a CACES category
        Level,       //!< of "niveau 3"
        Segment,     //!< of "segment 2"
        Rank,        //!< of "2e année"
    };

    //! Stems beyond this length are cut; no French word of these titles is longer.
    static constexpr qsizetype maxLength = 20;

    std::array<char, maxLength> letters = {}; //!< a to z and 0 to 9
    quint8 length = 0;
    Kind kind = Kind::Word;
    bool abbreviated = false; //!< may be cut short: "opér.", or the last of a title
    bool roman = false;       //!< a level written in Roman figures
    quint32 signature = 0;    //!< set of its signs: refuses most unequal pairs at once
    float weight = 1;         //!< what it counts for among the words of its title

    [[nodiscard]] QLatin1String text() const { return {letters.data(), qsizetype(length)}; }
    //! A number for the text, for indexes; others may have the same.
    [[nodiscard]] quint32 textKey() const
    {
        quint64 key = length;
        for (const quint32 part : std::bit_cast<std::array<quint32, maxLength / 4>>(letters))
            key = (key ^ part) * 0x9E3779B97F4A7C15U; // after Knuth
        return quint32(key >> 32);
    }
    //! Does nothing once the word has its full length.
    void append(char sign)
    {
        if (length < maxLength)
            letters[length++] = sign;
    }
    [[nodiscard]] bool sameText(const TitleWord &other) const
    {
        return signature == other.signature && length == other.length && letters == other.letters;
    }
};

//! A French title of training, or the object of a contract, reduced to the words that tell it from
//! others: no case, accents, dash kinds, ligatures or stop words; feminine and plural made one,
//! abbreviations and their long forms made one (CAP, TP, RAN, dpt…), the phrases of contracts left
//! out ("accord-cadre", "lot 3", "action de formation"), figures read (niveau III, deuxième).
class TitleWords
{
public:
    TitleWords() = default;
    explicit TitleWords(QStringView title);

    //! Nothing to compare: no text, a filler, or only what every contract says.
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    //! In the order of the title, each once.
    [[nodiscard]] std::span<const TitleWord> words() const
    {
        return {m_words.constData(), size_t(m_words.size())};
    }
    //! "cap patissier niveau:3": what is compared, for tests.
    [[nodiscard]] QString toString() const;

private:
    QList<TitleWord> m_words;
};

//! How alike two titles are, from 0 (nothing in common) to 1 (the same words in any order). A word
//! may hold a slip of the pen or be cut short; one title may be contained in the other, and the
//! more they share the less the rest counts. Titles that name different levels, segments, ranks or
//! other figures stay below alikeTitles whatever their words. Symmetric; 0 where either is empty.
[[nodiscard]] double titleLikeness(const TitleWords &a, const TitleWords &b);
//! The same on words whose weights somebody else set: an index knows which are rare.
[[nodiscard]] double titleLikeness(std::span<const TitleWord> a, std::span<const TitleWord> b);
[[nodiscard]] double titleLikeness(QStringView a, QStringView b);

//! Below this likeness two titles do not name the same training.
inline constexpr double alikeTitles = 0.57;

} // namespace recoupe
