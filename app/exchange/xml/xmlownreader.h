// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmltree.h"

namespace recoupe {

//! Reads a document that is written as xmltext.h writes: no declaration, comments, CDATA or
//! document type, names of ASCII without prefix, attributes between double quotes, no other
//! escapes. Three times as fast as a parser that takes all of XML, which is asked where this
//! answers false: the document is something else, good or not, and the tree holds a part of it.
//! True only for what readXml() would read the same, within its limits; all lines are 1.
[[nodiscard]] bool readOwnXml(std::string_view bytes, XmlTree &tree);

} // namespace recoupe
