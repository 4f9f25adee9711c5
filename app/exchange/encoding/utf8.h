// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recoupe {

//! Length of the well-formed UTF-8 sequence at the start of \a bytes; 0 when there is none.
[[nodiscard]] std::size_t utf8SequenceLength(std::string_view bytes);

//! Tells over a stream of blocks whether all of it is UTF-8, and else how much.
class Utf8Check
{
public:
    //! \a block follows what was given before; a character may lie across two blocks.
    void feed(std::string_view block);

    //! Whether anything but ASCII was met.
    [[nodiscard]] bool hasNonAscii() const { return m_nonAscii; }
    //! Whether all of it, ended here, is well-formed UTF-8.
    [[nodiscard]] bool isValid() const { return brokenSequences() == 0; }
    //! Whether something is not, whatever follows.
    [[nodiscard]] bool isBroken() const { return m_broken > 0; }
    //! How many characters beyond ASCII are well-formed.
    [[nodiscard]] std::size_t sequences() const { return m_sequences; }
    //! How many places are not well-formed, were the stream to end here.
    [[nodiscard]] std::size_t brokenSequences() const { return m_broken + (m_pending > 0); }
    //! The byte that the first of those places begins with, and how many stand before it.
    [[nodiscard]] unsigned char firstBrokenByte() const
    {
        return m_broken ? m_firstBroken : m_lead;
    }
    [[nodiscard]] std::size_t firstBrokenAt() const
    {
        return m_broken ? m_firstBrokenAt : m_leadAt;
    }

private:
    void feedByte(unsigned char byte, std::size_t at);
    void begin(unsigned char byte, std::size_t at);
    void noteBroken(unsigned char byte);

    bool m_nonAscii = false;
    std::size_t m_sequences = 0;
    std::size_t m_broken = 0;
    unsigned char m_firstBroken = 0;
    std::size_t m_firstBrokenAt = 0;
    std::size_t m_fed = 0;    // bytes of the blocks before
    unsigned char m_lead = 0; // of the sequence being read
    std::size_t m_leadAt = 0;
    int m_pending = 0;          // continuation bytes still to come
    unsigned char m_low = 0x80; // bounds of the next one
    unsigned char m_high = 0xBF;
};

} // namespace recoupe
