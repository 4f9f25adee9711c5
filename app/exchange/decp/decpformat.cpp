// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpformat.h"

#include "exchange/encoding/bytesource.h"

#include <algorithm>

namespace recoupe {

namespace {

constexpr qint64 headSize = 4096; // white space before the first sign

// The first sign that says anything, in UTF-8 or UTF-16.
char firstSign(const QByteArray &head)
{
    static constexpr std::string_view passedOver("\xEF\xBB\xBF\xFE\xFF\0 \t\r\n", 10);
    const auto sign = std::ranges::find_if(
        head, [](char c) { return passedOver.find(c) == std::string_view::npos; });
    return sign == head.end() ? '\0' : *sign;
}

} // namespace

Result<DecpFormat> decpFormatOf(ByteSource &source)
{
    const Result<QByteArray> head = readAtMost(source, headSize);
    if (!head)
        return failureOf(head);
    if (const Result<> rewound = source.rewind(); !rewound)
        return failureOf(rewound);
    switch (firstSign(*head)) {
    case '{':
    case '[': return DecpFormat::Json;
    case '<': return DecpFormat::Xml;
    default: return DecpFormat::None;
    }
}

Result<bool> isDecp(const QString &fileName)
{
    const Result<std::unique_ptr<ByteSource>> source = openFile(fileName);
    if (!source)
        return failureOf(source);
    const Result<DecpFormat> format = decpFormatOf(**source);
    if (!format)
        return failureOf(format);
    return *format != DecpFormat::None;
}

} // namespace recoupe
