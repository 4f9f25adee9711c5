// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmltext.h"

#include "exchange/encoding/utf8.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

using Escapes = std::array<const char *, 256>;

constexpr Escapes textEscapes = [] {
    Escapes table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\r'] = "&#13;";
    return table;
}();

// A reader makes spaces of them in an attribute where they stand as such.
constexpr Escapes attributeEscapes = [] {
    Escapes table = textEscapes;
    table['\n'] = "&#10;";
    table['\t'] = "&#9;";
    return table;
}();

void appendEscaped(std::string &out, std::string_view text, const Escapes &escapes)
{
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const char *escape = escapes[static_cast<unsigned char>(text[i])]) {
            out.append(text, done, i - done).append(escape);
            done = i + 1;
        }
    }
    out.append(text, done);
}

bool isLegal(uint character)
{
    return character == '\t' || character == '\n' || character == '\r' ||
           (character >= 0x20 && character < 0xD800) ||
           (character >= 0xE000 && character < 0xFFFE) ||
           (character >= 0x10000 && character <= 0x10FFFF);
}

QByteArray withoutIllegalBytes(std::string_view bytes)
{
    QByteArray out;
    out.reserve(qsizetype(bytes.size()));
    while (!bytes.empty()) {
        const std::size_t size = utf8SequenceLength(bytes);
        const std::string_view sequence = bytes.substr(0, size);
        if (size > 0 && isXmlCharacter(sequence))
            out.append(sequence.data(), qsizetype(size));
        bytes.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return out;
}

QString withoutIllegalReferences(const QString &xml)
{
    static const QRegularExpression reference(QStringLiteral("&#(?:x([0-9a-fA-F]+)|([0-9]+));"));
    QString out;
    qsizetype done = 0;
    for (auto matches = reference.globalMatch(xml); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isHex = match.hasCaptured(1);
        bool isNumber = false;
        const uint character = isHex ? match.capturedView(1).toUInt(&isNumber, 16)
                                     : match.capturedView(2).toUInt(&isNumber);
        if (isNumber && isLegal(character))
            continue;
        out += QStringView(xml).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
    }
    out += QStringView(xml).mid(done);
    return out;
}

} // namespace

// Of well-formed UTF-8, only controls and two more are none.
bool isXmlCharacter(std::string_view sequence)
{
    if (sequence.size() == 1)
        return isLegal(static_cast<unsigned char>(sequence[0]));
    return sequence != "\xEF\xBF\xBE" && sequence != "\xEF\xBF\xBF";
}

void appendXmlText(std::string &out, std::string_view text)
{
    appendEscaped(out, text, textEscapes);
}

void appendXmlAttribute(std::string &out, std::string_view name, std::string_view value)
{
    out.append(" ").append(name).append("=\"");
    appendEscaped(out, value, attributeEscapes);
    out.append("\"");
}

QByteArray withoutIllegalXml(const QByteArray &bytes)
{
    const QByteArray legal = withoutIllegalBytes({bytes.constData(), std::size_t(bytes.size())});
    if (!legal.contains("&#"))
        return legal;
    return withoutIllegalReferences(QString::fromUtf8(legal)).toUtf8();
}

} // namespace recoupe
