// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recoupe {

//! What a table is printed on, always on its side.
enum class Paper
{
    A4,
    A3
};

} // namespace recoupe
