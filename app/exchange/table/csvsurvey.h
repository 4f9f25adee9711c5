// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/encoding/utf8.h"

#include <QtGlobal>

#include <string_view>

//! What a look at every byte of a text tells. Lines are from 1, 0 where the thing was not met.
namespace recoupe {

//! Where a byte was first met.
struct ByteNote
{
    qint64 line = 0;
    unsigned char value = 0;

    void set(qint64 atLine, unsigned char byte)
    {
        if (line == 0)
            *this = {atLine, byte};
    }
};

//! Of a text in UTF-8 or in an encoding that has a character in one byte.
class ByteSurvey
{
public:
    void feed(std::string_view block);

    Utf8Check utf8;
    qint64 brokenLine = 1; //!< the one after those that are all UTF-8
    ByteNote nul;
    ByteNote notWindows1252; //!< a byte that it does not have
    ByteNote control;        //!< 0x80 to 0x9F, which ISO-8859-15 has for terminals

private:
    void feedPart(std::string_view part);
    void endLine();

    qint64 m_line = 1;
};

//! Of a text in UTF-16.
class Utf16Survey
{
public:
    explicit Utf16Survey(bool isBigEndian)
        : m_isBigEndian(isBigEndian)
    {
    }

    void feed(std::string_view block);
    //! Line of the first NUL character, and of the first half of a character or byte that stands
    //! alone; 0 for none.
    [[nodiscard]] qint64 nulLine() const { return m_nulLine; }
    [[nodiscard]] qint64 brokenLine() const;

private:
    void feedUnit(char16_t unit);
    void noteBroken();

    bool m_isBigEndian;
    bool m_hasHalfUnit = false;
    unsigned char m_halfUnit = 0;
    bool m_afterHigh = false;
    qint64 m_nulLine = 0;
    qint64 m_brokenLine = 0;
    qint64 m_line = 1;
};

} // namespace recoupe
