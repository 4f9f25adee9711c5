// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmltree.h"

#include <QByteArray>

namespace recoupe {

//! Reads a document that is in memory into \a tree, in the place of what was there. Fails as
//! readXml() does; \a name is what a sentence calls the document by.
[[nodiscard]] Result<> readXmlBytes(const QByteArray &bytes, const QString &name, XmlTree &tree);

} // namespace recoupe
