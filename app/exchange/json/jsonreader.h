// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string_view>

namespace recoupe {

class ByteSource;

//! What no honest file goes beyond.
struct JsonLimits
{
    int depth = 64;
    qint64 textBytes = 1024 * 1024; //!< of one string
};

//! Receives a document as it is read. Text is UTF-8; a view ends with the call that hands it over.
//! A failure returned from here ends the reading and is handed to the caller.
class JsonHandler
{
public:
    virtual ~JsonHandler() = default;
    [[nodiscard]] virtual Result<> startObject(qint64 line) = 0;
    [[nodiscard]] virtual Result<> startArray(qint64 line) = 0;
    //! Of the object or array opened last.
    [[nodiscard]] virtual Result<> end() = 0;
    [[nodiscard]] virtual Result<> key(std::string_view name) = 0;
    //! A string, or a number, true or false as written; empty for null.
    [[nodiscard]] virtual Result<> value(std::string_view text) = 0;
    //! After every block, with the bytes taken from the file and its size.
    [[nodiscard]] virtual Result<> blockRead(qint64 position, qint64 size);
    //! A defect that was set right on the way, as a sentence.
    virtual void tolerated(const QString &sentence);
};

//! Reads one document in constant memory. Takes the bare NaN that real files hold for null, and
//! says so. Refuses what is not JSON (NotTheFormat), not well-formed (MalformedFile; half of a
//! surrogate pair is), not in UTF-8 (WrongEncoding), and whatever passes \a limits (LimitExceeded),
//! with the line and the byte.
[[nodiscard]] Result<> readJson(ByteSource &source, JsonHandler &handler,
                                const JsonLimits &limits = {});

} // namespace recoupe
