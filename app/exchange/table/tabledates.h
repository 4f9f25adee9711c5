// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace recoupe {

//! What a text says of a day.
struct WrittenDate
{
    QDate day;                 //!< invalid for what is no day that exists
    bool hasShortYear = false; //!< two digits: which century is not for us to say
};

//! Reads a date as people write it: 12/11/2026, 12-11-2026, 12.11.2026, 2026-11-12,
//! 12 novembre 2026, jeudi 12 nov. 2026, 1er mars 2027. A time of day after it is passed over.
[[nodiscard]] WrittenDate readDate(const QString &text);

//! The day that a spreadsheet means by a number without a date format: "46338". Only numbers that
//! can hardly be anything else are read: days from 1954 to 2119. \a dayZero: of the workbook.
[[nodiscard]] QDate dateOfSerial(const QString &number, QDate dayZero);

} // namespace recoupe
