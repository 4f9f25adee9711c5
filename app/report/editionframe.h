// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

//! What stands around the rows of the table, in words; the same in every rendering.
namespace recoupe {

//! "Tableau des formations collectives".
[[nodiscard]] QString tableTitle();
//! The funders that it is about, as named on that date.
[[nodiscard]] QString fundersWords(const EditionContent &content);
//! "Édition n° 2026-03 du 9 février 2026", "PROJET du 9 février 2026".
[[nodiscard]] QString editionWords(const EditionContent &content);
//! "Quinzaine du … au … – remplace l'édition du …".
[[nodiscard]] QString periodWords(const EditionContent &content);
//! "Allier (03), Conseil régional"; empty for the whole edition.
[[nodiscard]] QString viewWords(const EditionContent &content);
//! The title of the document: table, edition, date, and which part a view shows.
[[nodiscard]] QString documentTitle(const EditionContent &content);

struct EditionCount
{
    QString name;  //!< "Ensemble", then the funders
    QString words; //!< "12 sessions : 10 ouvertes, 2 suspendues"
};

//! Counts per funder and state, the whole first.
[[nodiscard]] QList<EditionCount> editionCounts(const EditionContent &content);

//! What the words and abbreviations of the table mean, a sentence each.
[[nodiscard]] QStringList legendWords(const EditionContent &content);
//! Said in the place of rows where there are none.
[[nodiscard]] QString noRowsWords();
//! Title of the list of departures.
[[nodiscard]] QString departuresTitle();

} // namespace recoupe
