// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

#include <array>

namespace recoupe {

//! What a reader is told has changed in a row.
enum class RowPart
{
    State,
    Title,
    Details,
    Provider,
    Place,
    Dates,
    Duration,
    Places,
    Meeting,
    Contact,
    Funding
};

//! In the order of the columns.
inline constexpr std::array rowParts{RowPart::State,    RowPart::Title,  RowPart::Details,
                                     RowPart::Provider, RowPart::Place,  RowPart::Dates,
                                     RowPart::Duration, RowPart::Places, RowPart::Meeting,
                                     RowPart::Contact,  RowPart::Funding};

//! Stable: "state", "dates"…
[[nodiscard]] QString toToken(RowPart part);
//! As the mark says it: "état", "dates".
[[nodiscard]] QString rowPartName(RowPart part);
//! What the row says there.
[[nodiscard]] QString wordsOf(const EditionRow &row, RowPart part);

//! By the token of each part, a digest of what its words are made from. Two rows whose words differ
//! though the facts do not are the work of the calendar (a meeting that is over, a funder's new
//! name) or of another version of the program.
[[nodiscard]] QMap<QString, QString> factsOf(const PublishedSession &published);

} // namespace recoupe
