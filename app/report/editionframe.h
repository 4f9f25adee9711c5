// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

//! What stands around the rows of the table, in words; the same in every rendering.
namespace recoupe {

//! "Tableau des formations collectives".
[[nodiscard]] QString tableTitle();
//! The funders that it is about, as named on that date.
[[nodiscard]] QString fundersWords(const EditionContent &content);
//! "Édition n° 2026-03 du 9 février 2026", "PROJET du 9 février 2026"; says so of one taken back.
[[nodiscard]] QString editionWords(const EditionContent &content);
//! What is written across each page: "PROJET", "ANNULÉE"; empty for an edition in force.
[[nodiscard]] QString stampWords(const EditionContent &content);
//! "Quinzaine du … au … – remplace l'édition du …".
[[nodiscard]] QString periodWords(const EditionContent &content);
//! "Allier (03), Conseil régional"; empty for the whole edition.
[[nodiscard]] QString viewWords(const EditionContent &content);
//! "Extrait : Allier (03)": that this is not the whole edition, which a reader must know; empty for
//! the whole.
[[nodiscard]] QString extractWords(const EditionContent &content);
//! "1 nouvelle, 3 modifiées, 0 sortie".
[[nodiscard]] QString changesWords(const EditionContent &content);
//! The title of the document: table, edition, date, and which part a view shows.
[[nodiscard]] QString documentTitle(const EditionContent &content);

struct EditionCount
{
    QString name;  //!< "Ensemble", then the funders
    QString words; //!< "12 sessions : 10 ouvertes, 2 suspendues"
};

//! Counts per funder and state, the whole first; then what changed since the edition before.
[[nodiscard]] QList<EditionCount> editionCounts(const EditionContent &content);

//! What the words and abbreviations of the table mean, a sentence each.
[[nodiscard]] QStringList legendWords(const EditionContent &content);
//! Said in the place of rows where there are none.
[[nodiscard]] QString noRowsWords(const EditionContent &content);
//! Title of the list of departures.
[[nodiscard]] QString departuresTitle();

} // namespace recoupe
