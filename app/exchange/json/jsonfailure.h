// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <rapidjson/error/error.h>

namespace recoupe {

class ByteSource;

// Each says where by reading the source again from its start: only a failure needs to know.

//! Says in French what RapidJSON stopped at, \a offset bytes into the content. \a atEnd: it was the
//! end of the file.
[[nodiscard]] Error jsonFailure(rapidjson::ParseErrorCode code, ByteSource &source, qint64 offset,
                                bool atEnd);

//! Half of a surrogate pair was written by its number: no text can hold it.
[[nodiscard]] Error jsonSurrogateFailure(ByteSource &source, qint64 offset);

//! A byte has no place in JSON text: a NUL, or one that is not UTF-8.
[[nodiscard]] Error jsonByteFailure(ByteSource &source, qint64 offset, unsigned char byte);

//! One of our own limits was passed: \a what is what is too long or deep.
[[nodiscard]] Error jsonLimitFailure(ByteSource &source, qint64 offset, const QString &what);

} // namespace recoupe
