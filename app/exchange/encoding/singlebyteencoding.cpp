// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding/singlebyteencoding.h"

#include <algorithm>
#include <string>

namespace recoupe {

namespace {

struct Difference
{
    unsigned char byte;
    char16_t character;
};

// Where the encoding is not ISO-8859-1.
constexpr Difference windows1252Differences[]{
    {0x80, 0x20AC}, {0x81, 0xFFFF}, {0x82, 0x201A}, {0x83, 0x0192}, {0x84, 0x201E}, {0x85, 0x2026},
    {0x86, 0x2020}, {0x87, 0x2021}, {0x88, 0x02C6}, {0x89, 0x2030}, {0x8A, 0x0160}, {0x8B, 0x2039},
    {0x8C, 0x0152}, {0x8D, 0xFFFF}, {0x8E, 0x017D}, {0x8F, 0xFFFF}, {0x90, 0xFFFF}, {0x91, 0x2018},
    {0x92, 0x2019}, {0x93, 0x201C}, {0x94, 0x201D}, {0x95, 0x2022}, {0x96, 0x2013}, {0x97, 0x2014},
    {0x98, 0x02DC}, {0x99, 0x2122}, {0x9A, 0x0161}, {0x9B, 0x203A}, {0x9C, 0x0153}, {0x9D, 0xFFFF},
    {0x9E, 0x017E}, {0x9F, 0x0178}};
constexpr Difference iso8859_15Differences[]{{0xA4, 0x20AC}, {0xA6, 0x0160}, {0xA8, 0x0161},
                                             {0xB4, 0x017D}, {0xB8, 0x017E}, {0xBC, 0x0152},
                                             {0xBD, 0x0153}, {0xBE, 0x0178}};

constexpr SingleByteTable withDifferences(const auto &differences)
{
    SingleByteTable table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = char16_t(byte);
    for (const Difference &difference : differences)
        table[difference.byte] = difference.character;
    return table;
}

constexpr SingleByteTable windows1252Table = withDifferences(windows1252Differences);
constexpr SingleByteTable iso8859_15Table = withDifferences(iso8859_15Differences);

struct Name
{
    std::string_view name; // lower case, letters and digits only
    const SingleByteTable *table;
};

constexpr std::array names{
    Name{"windows1252", &windows1252Table}, Name{"cp1252", &windows1252Table},
    Name{"xcp1252", &windows1252Table},     Name{"ansi", &windows1252Table},
    Name{"iso885915", &iso8859_15Table},    Name{"iso8859151998", &iso8859_15Table},
    Name{"latin9", &iso8859_15Table},       Name{"latin0", &iso8859_15Table},
    Name{"l9", &iso8859_15Table},
};

std::string key(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (c >= 'A' && c <= 'Z')
            out += char(c - 'A' + 'a');
    }
    return out;
}

} // namespace

const SingleByteTable &windows1252()
{
    return windows1252Table;
}
const SingleByteTable &iso8859_15()
{
    return iso8859_15Table;
}

const SingleByteTable *singleByteTable(std::string_view name)
{
    const std::string wanted = key(name);
    const auto found =
        std::ranges::find_if(names, [&](const Name &known) { return known.name == wanted; });
    return found == names.end() ? nullptr : found->table;
}

bool isSingleByteName(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> families{"iso8859", "windows12", "latin",
                                                              "usascii", "ascii"};
    const std::string wanted = key(name);
    return singleByteTable(name) || std::ranges::any_of(families, [&](std::string_view family) {
               return wanted.starts_with(family);
           });
}

} // namespace recoupe
