// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace recoupe {

//! What a word or phrase of a title stands for.
enum class TitleMeaning
{
    Word,        //!< of the trade, under one name
    Common,      //!< in many titles: counts for less
    Certificate, //!< kind of diploma, by its initials
    Spelt,       //!< initials that are read as the words they stand for
    Dropped,     //!< of the contract, or of every training: says nothing
    DroppedHead, //!< the same, with the figures behind it: "lot 3"
    DroppedUnit, //!< the same, with the figure before it: "35 heures"
    LevelHead,   //!< figures behind it are levels
    SegmentHead, //!< figures behind it are segments
    RankHead,    //!< figures behind it are ranks
    Rank,        //!< an ordinal
    Figure,      //!< a word that stands for a figure: a département by its name
};

//! One line of the vocabulary: the forms that are met, and what is read in their place. Written as
//! in a title; articles, accents, feminine and plural need no forms of their own.
struct TitlePhrase
{
    TitleMeaning meaning;
    const char16_t *forms;          //!< separated by "|"
    const char16_t *name = nullptr; //!< what stands in their place; the first form where null
};

[[nodiscard]] std::span<const TitlePhrase> titleVocabulary();
//! Words left out before anything else: articles, prepositions…
[[nodiscard]] std::span<const char *const> titleStopWords();
//! Endings behind a sign that only add a feminine or a plural: "employé(e)s", "vendeur-euse".
[[nodiscard]] std::span<const char *const> inclusiveEndings();

} // namespace recoupe
