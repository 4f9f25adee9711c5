// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace recoupe {

//! The time that rules, editions and the audit trail use. A value, so that it can be passed in
//! and fixed: by tests, and by an operator who works for another day (--today).
struct Clock
{
    std::optional<QDate> fixedToday = {};

    //! The day for which rules and editions are computed.
    [[nodiscard]] QDate today() const { return fixedToday.value_or(QDate::currentDate()); }
    //! The moment of a decision, in UTC: always the true one, whatever day is worked for.
    [[nodiscard]] static QDateTime now() { return QDateTime::currentDateTimeUtc(); }
};

} // namespace recoupe
