// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"

#include <array>

namespace recoupe {

class DecpRecord;

//! A defect of a market that is kept all the same.
enum class DecpRemark
{
    NoDate,
    NoTitle,
    NoSiret,
    OddDuration,
    ZeroRestored,
    BrokenText,
    RepeatedField,
};
inline constexpr std::size_t decpRemarks = 7;

//! A market as a notification.
struct DecpAward
{
    AwardNotification award;
    QDate publishedOn; //!< when it was last published, its modifications included
    std::array<bool, decpRemarks> remarks = {};

    void remark(DecpRemark remark, bool isSo = true) { remarks[std::size_t(remark)] |= isSo; }
};

//! Reads a market, with its modifications applied one after the other. What AwardNotification has
//! no place for goes to its extras: nothing is lost.
[[nodiscard]] DecpAward decpAward(DecpRecord record, Funder funder);

} // namespace recoupe
