// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace recoupe {

//! "12/01/2027", as everybody in the house writes a day; empty when there is none.
[[nodiscard]] inline QString shortDate(QDate day)
{
    return day.toString(QStringLiteral("dd/MM/yyyy"));
}

//! "12/01/2027 06:00", in local time; empty when there is none.
[[nodiscard]] inline QString shortDateTime(const QDateTime &moment)
{
    return moment.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm"));
}

} // namespace recoupe
