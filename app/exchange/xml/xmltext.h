// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>
#include <string_view>

//! Writing XML: what escapes what.
namespace recoupe {

//! Appends UTF-8 as the text of an element. What XML has no way to say must not be in it.
void appendXmlText(std::string &out, std::string_view text);
//! Appends ` name="value"`. Line breaks and tabs of the value come back as they went.
void appendXmlAttribute(std::string &out, std::string_view name, std::string_view value);

//! Whether XML 1.0 has that character, given as well-formed UTF-8.
[[nodiscard]] bool isXmlCharacter(std::string_view sequence);

//! The bytes without what no XML 1.0 document may hold: control characters, written as such or by
//! their number, U+FFFE, U+FFFF, and what is no UTF-8. Of XML or of plain text.
[[nodiscard]] QByteArray withoutIllegalXml(const QByteArray &bytes);

} // namespace recoupe
