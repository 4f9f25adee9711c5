// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace recoupe {

namespace {

struct LeadByte
{
    int continuations; // -1: no sequence begins so
    unsigned char low; // bounds of the first continuation byte: no overlong form, no surrogate
    unsigned char high;
};

LeadByte leadOf(unsigned char byte)
{
    if (byte < 0x80)
        return {0, 0, 0};
    if (byte < 0xC2 || byte > 0xF4)
        return {-1, 0, 0};
    if (byte < 0xE0)
        return {1, 0x80, 0xBF};
    if (byte < 0xF0)
        return {2, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    return {3, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

std::size_t asciiPrefix(std::string_view bytes)
{
    std::size_t at = 0;
    std::uint64_t word = 0;
    while (at + sizeof word <= bytes.size()) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if (word & 0x8080808080808080u)
            break;
        at += sizeof word;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

} // namespace

std::size_t utf8SequenceLength(std::string_view bytes)
{
    if (bytes.empty())
        return 0;
    const LeadByte lead = leadOf(static_cast<unsigned char>(bytes[0]));
    if (lead.continuations < 0 || bytes.size() <= std::size_t(lead.continuations))
        return 0;
    for (std::size_t i = 1; i <= std::size_t(lead.continuations); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < (i == 1 ? lead.low : 0x80) || byte > (i == 1 ? lead.high : 0xBF))
            return 0;
    }
    return std::size_t(lead.continuations) + 1;
}

void Utf8Check::feed(std::string_view block)
{
    std::size_t at = 0;
    while (at < block.size()) {
        if (m_pending == 0)
            at += asciiPrefix(block.substr(at));
        if (at < block.size())
            feedByte(static_cast<unsigned char>(block[at]), m_fed + at);
        ++at;
    }
    m_fed += block.size();
}

void Utf8Check::feedByte(unsigned char byte, std::size_t at)
{
    if (m_pending == 0)
        return begin(byte, at);
    if (byte < m_low || byte > m_high) {
        noteBroken(m_lead);
        return begin(byte, at); // what breaks one sequence may begin the next
    }
    m_low = 0x80;
    m_high = 0xBF;
    if (--m_pending == 0)
        ++m_sequences;
}

void Utf8Check::begin(unsigned char byte, std::size_t at)
{
    const LeadByte lead = leadOf(byte);
    m_nonAscii |= byte >= 0x80;
    m_lead = byte;
    m_leadAt = at;
    m_pending = std::max(lead.continuations, 0);
    m_low = lead.low;
    m_high = lead.high;
    if (lead.continuations < 0)
        noteBroken(byte);
}

void Utf8Check::noteBroken(unsigned char byte)
{
    if (m_broken++ > 0)
        return;
    m_firstBroken = byte;
    m_firstBrokenAt = m_leadAt;
}

} // namespace recoupe
