// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recoupe {

//! Length of the well-formed UTF-8 sequence at the start of \a bytes; 0 when there is none.
[[nodiscard]] std::size_t utf8SequenceLength(std::string_view bytes);

//! Tells over a stream of blocks whether all of it is UTF-8.
class Utf8Check
{
public:
    //! \a block follows what was given before; a character may lie across two blocks.
    void feed(std::string_view block);

    //! Whether anything but ASCII was met.
    [[nodiscard]] bool hasNonAscii() const { return m_nonAscii; }
    //! Whether all of it, ended here, is well-formed UTF-8.
    [[nodiscard]] bool isValid() const { return m_valid && m_pending == 0; }

private:
    void feedByte(unsigned char byte);

    bool m_nonAscii = false;
    bool m_valid = true;
    int m_pending = 0;          // continuation bytes still to come
    unsigned char m_low = 0x80; // bounds of the next one
    unsigned char m_high = 0xBF;
};

} // namespace recoupe
