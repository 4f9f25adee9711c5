// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace recoupe {

class ByteSource;

//! How essential data of public procurement (DECP) may be written.
enum class DecpFormat
{
    None, //!< neither: a table, or anything else
    Json,
    Xml,
};

//! Tells by the first bytes, after a byte order mark and white space: "{" or "[", or "<". Leaves
//! the source at its start.
[[nodiscard]] Result<DecpFormat> decpFormatOf(ByteSource &source);

//! Whether the file is to be read as DECP, not as a table.
[[nodiscard]] Result<bool> isDecp(const QString &fileName);

} // namespace recoupe
