// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmltree.h"

#include <QString>

#include <optional>

//! Reading the leaves of an LHEO record: texts as they are shown, codes, and what hides in extras.
namespace recoupe {

//! The element's text as it was written; for codes and numbers.
[[nodiscard]] QString codeText(XmlElement element);

//! The element's attribute `numero`, without white space at the ends.
[[nodiscard]] QString numeroOf(XmlElement element);

//! The element's text for readers: control characters dropped, entities that were escaped twice
//! ("&amp;amp;") spelt out once. HTML stays what it is: a rule points it out.
[[nodiscard]] QString shownText(XmlElement element);

//! Whether there is anything to read inside the element, at whatever depth.
[[nodiscard]] bool holdsText(XmlElement element);

//! A count of 0 or more, written "35" or "35,00"; nothing for anything else.
[[nodiscard]] std::optional<int> wholeNumber(const QString &written);
[[nodiscard]] std::optional<int> wholeNumber(XmlElement element);

//! The first `extra` named \a key that says something within an `extras` named \a group, both at
//! whatever depth of extras under \a owner. Keys are case-sensitive.
[[nodiscard]] XmlElement findExtra(XmlElement owner, std::string_view group, std::string_view key);

//! The texts of every `extra` within the `extras` named \a group.
[[nodiscard]] QString extrasText(XmlElement owner, std::string_view group);

//! "&eacute;", "&#233;" and the like replaced by what they stand for, once.
[[nodiscard]] QString withoutLeftoverEntities(const QString &text);

} // namespace recoupe
