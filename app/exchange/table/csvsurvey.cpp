// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/csvsurvey.h"

#include "exchange/encoding/singlebyteencoding.h"

#include <QChar>

namespace recoupe {

void ByteSurvey::feed(std::string_view block)
{
    for (;;) {
        const std::size_t end = block.find('\n');
        feedPart(block.substr(0, end));
        if (end == std::string_view::npos)
            return;
        endLine();
        block.remove_prefix(end + 1);
    }
}

void ByteSurvey::feedPart(std::string_view part)
{
    utf8.feed(part);
    for (const char c : part) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0)
            nul.set(m_line, byte);
        if (byte < 0x80 || byte > 0x9F)
            continue;
        control.set(m_line, byte);
        if (windows1252()[byte] == undefinedByte)
            notWindows1252.set(m_line, byte);
    }
}

void ByteSurvey::endLine()
{
    utf8.feed("\n");
    ++m_line;
    if (utf8.isValid())
        brokenLine = m_line;
}

void Utf16Survey::feed(std::string_view block)
{
    for (const char c : block) {
        const auto byte = static_cast<unsigned char>(c);
        if (!m_hasHalfUnit) {
            m_halfUnit = byte;
            m_hasHalfUnit = true;
            continue;
        }
        m_hasHalfUnit = false;
        feedUnit(m_isBigEndian ? char16_t(m_halfUnit << 8 | byte)
                               : char16_t(byte << 8 | m_halfUnit));
    }
}

void Utf16Survey::feedUnit(char16_t unit)
{
    const bool isLow = QChar::isLowSurrogate(unit);
    if (isLow != m_afterHigh)
        noteBroken();
    m_afterHigh = QChar::isHighSurrogate(unit);
    if (unit == 0 && m_nulLine == 0)
        m_nulLine = m_line;
    m_line += unit == u'\n';
}

void Utf16Survey::noteBroken()
{
    if (m_brokenLine == 0)
        m_brokenLine = m_line;
}

qint64 Utf16Survey::brokenLine() const
{
    const bool endsBroken = m_hasHalfUnit || m_afterHigh;
    return m_brokenLine == 0 && endsBroken ? m_line : m_brokenLine;
}

} // namespace recoupe
