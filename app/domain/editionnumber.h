// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace recoupe {

//! What an issued edition of the table is called: its place in the year, from 1.
struct EditionNumber
{
    int year = 0;
    int number = 0;

    //! "2026-03".
    [[nodiscard]] QString label() const;
    //! Reads what label() wrote; nothing for anything else.
    [[nodiscard]] static std::optional<EditionNumber> fromLabel(const QString &label);

    friend bool operator==(const EditionNumber &, const EditionNumber &) = default;
};

} // namespace recoupe
