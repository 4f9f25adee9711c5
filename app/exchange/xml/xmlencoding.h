// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace recoupe {

class ByteSource;

//! In what encoding a document is to be read.
struct XmlEncoding
{
    QByteArray declared;        //!< as written in the XML declaration; empty when it names none
    QByteArray forced;          //!< to be used whatever is declared; empty: as declared
    bool isMislabelled = false; //!< a single-byte encoding is declared on bytes that are UTF-8
};

//! Looks at the byte order mark and at the declaration. Where a single-byte encoding is declared
//! the whole source is looked through: real feeds declare ISO-8859-1 on UTF-8. Leaves the source at
//! its start.
[[nodiscard]] Result<XmlEncoding> detectXmlEncoding(ByteSource &source);

} // namespace recoupe
