// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "domain/partialdate.h"
#include "exchange/xml/xmltree.h"

//! Who and where in LHEO: `coordonnees`, `adresse` and the elements that wrap them.
namespace recoupe {

//! The children of that name, those with tag="principal" first, otherwise as they stand.
[[nodiscard]] QList<XmlElement> principalFirst(XmlElement parent, std::string_view name);

//! Of an `adresse`.
[[nodiscard]] Place placeOf(XmlElement address);
//! Of an element that holds `coordonnees` (lieu-de-formation): their address, or at least the name.
[[nodiscard]] Place placeOfSite(XmlElement site);

//! Of a `coordonnees`.
[[nodiscard]] Contact contactOf(XmlElement coordinates);
//! The persons under the children of that name, each of which holds `coordonnees`; those of whom
//! nothing is said are left out.
[[nodiscard]] QList<Contact> contactsOf(XmlElement parent, std::string_view name);

//! Of `organisme-formation-responsable`.
[[nodiscard]] Organisation responsibleOrganisation(XmlElement organisation);
//! Of `organisme-formateur`.
[[nodiscard]] Organisation deliveringOrganisation(XmlElement organisation);

} // namespace recoupe
