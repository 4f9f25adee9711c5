// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

namespace recoupe {

//! The columns of the table, in its order (design: TABLE).
enum class EditionColumn
{
    State,
    Title,
    Provider,
    Place,
    Dates,
    Duration,
    Places,
    Meeting,
    Contact,
    Funding
};

constexpr int editionColumnCount = int(EditionColumn::Funding) + 1;

//! What a line of a cell is to its reader; each renderer says how that looks.
enum class LineRole
{
    Plain,
    Strong, //!< the title, the commune
    Mark,   //!< "NOUVEAU", "MODIFIÉ : …"
    Alert,  //!< "SUSPENDU"
    Number,
    Fine //!< the session's number
};

struct CellLine
{
    QString text;
    LineRole role = LineRole::Plain;
    QString link = {}; //!< "mailto:…", or empty

    friend bool operator==(const CellLine &, const CellLine &) = default;
};

using EditionCell = QList<CellLine>;

[[nodiscard]] QString columnHeading(EditionColumn column);
//! The ten cells of a row: what every rendering of the table says, on paper as in a workbook. Texts
//! are as visibleText() leaves them, whoever wrote them.
[[nodiscard]] QList<EditionCell> editionCells(const EditionRow &row);
//! "NOUVEAU", "MODIFIÉ : dates, lieu"; empty when nothing is to be said.
[[nodiscard]] QString markWords(const EditionRow &row);
//! Headings and words of the table of departures: title, provider, place, dates, reason.
[[nodiscard]] QStringList departureHeadings();
[[nodiscard]] QStringList departureCells(const EditionDeparture &departure);

} // namespace recoupe
