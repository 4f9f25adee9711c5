// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/generator/world.h"

namespace recoupe {

//! One line of a CSV file for spreadsheets: semicolons, quotes where needed, CR LF.
[[nodiscard]] QByteArray csvLine(const QStringList &fields);

//! The headers of notifications.csv and of sesar.csv, with a byte order mark.
[[nodiscard]] QByteArray awardsHeader();
[[nodiscard]] QByteArray sesarHeader();
//! The lines of one block.
[[nodiscard]] QByteArray awardLines(const WorldBlock &block);
[[nodiscard]] QByteArray sesarLines(const WorldBlock &block);

} // namespace recoupe
