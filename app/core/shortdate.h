// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace recoupe {

//! "12/01/2027", as everybody in the house writes a day; empty when there is none.
[[nodiscard]] inline QString shortDate(QDate day)
{
    return day.toString(QStringLiteral("dd/MM/yyyy"));
}

} // namespace recoupe
