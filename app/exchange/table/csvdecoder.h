// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QStringDecoder>

namespace recoupe {

class ByteSource;

//! Turns the bytes of a text file into characters, in blocks.
class CsvDecoder
{
public:
    //! Looks the whole source through, and leaves it at its start. Refuses a file that holds NUL
    //! bytes or bytes that its encoding does not have: nothing is replaced in silence.
    [[nodiscard]] static Result<CsvDecoder> detect(ByteSource &source);

    [[nodiscard]] QString decode(QByteArrayView block);

private:
    explicit CsvDecoder(QStringDecoder decoder)
        : m_decoder(std::move(decoder))
    {
    }

    QStringDecoder m_decoder; // invalid: Windows-1252
};

} // namespace recoupe
