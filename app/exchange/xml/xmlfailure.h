// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "exchange/xml/xmlencoding.h"

#include <expat.h>

namespace recoupe {

class ByteSource;

//! Says in French what expat stopped at. \a sawRoot: before the first tag the file is not even XML.
[[nodiscard]] Error xmlFailure(XML_Parser parser, const ByteSource &source,
                               const XmlEncoding &encoding, bool sawRoot);

//! One of our own limits was passed: \a what is what is too long, deep or many.
[[nodiscard]] Error xmlLimitFailure(XML_Parser parser, const ByteSource &source,
                                    const QString &what);

} // namespace recoupe
