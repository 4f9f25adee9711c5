// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmlschema.h"

namespace recoupe {

//! The schema of LHEO 2.3; null for an empty name: there is none to judge by.
[[nodiscard]] Result<std::unique_ptr<XmlSchema>> loadLheoSchema(const QString &xsdFile);

//! Judges a file that was written; without a schema there is nothing to say. MalformedFile.
[[nodiscard]] Result<> checkLheoFile(const XmlSchema *schema, const QString &fileName);

} // namespace recoupe
