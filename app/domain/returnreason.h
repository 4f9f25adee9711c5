// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace recoupe {

//! Why an offer is returned to its organisation or set aside: a short list, so that reasons can be
//! counted. Other wants words of its own.
enum class ReturnReason
{
    Place,
    Mandataire,
    Dates,
    MarketNumber,
    Duplicate,
    Cancelled,
    Unreachable,
    Other
};

//! In the order in which they are offered.
inline constexpr std::array returnReasons{ReturnReason::Place,       ReturnReason::Mandataire,
                                          ReturnReason::Dates,       ReturnReason::MarketNumber,
                                          ReturnReason::Duplicate,   ReturnReason::Cancelled,
                                          ReturnReason::Unreachable, ReturnReason::Other};

//! The machine name: place, mandataire, dates, market-number, duplicate, cancelled, unreachable,
//! other.
[[nodiscard]] QString toToken(ReturnReason reason);
[[nodiscard]] std::optional<ReturnReason> returnReasonFromToken(QStringView token);
//! The word of the screens: "Lieu erroné", "Doublon"…
[[nodiscard]] QString returnReasonName(ReturnReason reason);

} // namespace recoupe
