// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmltree.h"

#include <QString>

#include <string>

//! What the index of Parcours 3 tells of an offer (LHEO.md, "Consumers").
namespace recoupe {

//! Whether an LHEO action has a place that an index can name: a town with its département, of the
//! training, else of where one enrols. Of valid LHEO 2.3.
[[nodiscard]] bool canBeResumed(XmlElement action);

//! Appends a `resume-offre` for each action of a formation that can be resumed, as each has a place
//! of its own: all bear the formation's numero, `ref` is the action's, and `file` is \a address.
//! Of valid LHEO 2.3.
void appendResumes(std::string &out, XmlElement formation, const QString &address);

} // namespace recoupe
