// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoparties.h"

#include "core/textfolding.h"
#include "exchange/lheo/lheotext.h"

#include <algorithm>

namespace recoupe {

namespace {

QStringList linesOf(XmlElement parent)
{
    QStringList lines;
    for (const XmlElement &child : parent.children()) {
        if (child.name() == "ligne" && !child.text().empty())
            lines << shownText(child);
    }
    return lines;
}

void appendNumbers(QStringList &numbers, XmlElement telephone)
{
    for (const XmlElement &child : telephone.children()) {
        if (child.name() == "numtel" && !child.text().empty())
            numbers << shownText(child);
    }
}

} // namespace

Contact contactOf(XmlElement coordinates)
{
    Contact contact;
    contact.civility = shownText(coordinates.child("civilite"));
    contact.firstName = shownText(coordinates.child("prenom"));
    contact.lastName = shownText(coordinates.child("nom"));
    appendNumbers(contact.telephones, coordinates.child("telfixe"));
    appendNumbers(contact.telephones, coordinates.child("portable"));
    contact.email = shownText(coordinates.child("courriel"));
    return contact;
}

QList<XmlElement> principalFirst(XmlElement parent, std::string_view name)
{
    QList<XmlElement> found;
    for (const XmlElement &child : parent.children()) {
        if (child.name() == name)
            found << child;
    }
    std::stable_partition(found.begin(), found.end(),
                          [](XmlElement child) { return child.attribute("tag") == "principal"; });
    return found;
}

Place placeOf(XmlElement address)
{
    Place place;
    place.name = shownText(address.child("denomination"));
    place.lines = linesOf(address);
    place.postalCode = codeText(address.child("codepostal"));
    place.city = shownText(address.child("ville"));
    place.inseeCode = codeText(address.child("code-INSEE-commune"));
    return place;
}

Place placeOfSite(XmlElement site)
{
    const XmlElement coordinates = site.child("coordonnees");
    Place place = placeOf(coordinates.child("adresse"));
    if (isPlaceholder(place.name))
        place.name = shownText(coordinates.child("nom"));
    if (place.lines.isEmpty())
        place.lines = linesOf(coordinates);
    return place;
}

QList<Contact> contactsOf(XmlElement parent, std::string_view name)
{
    QList<Contact> contacts;
    for (const XmlElement &holder : principalFirst(parent, name)) {
        const Contact contact = contactOf(holder.child("coordonnees"));
        if (contact != Contact())
            contacts << contact;
    }
    return contacts;
}

Organisation responsibleOrganisation(XmlElement organisation)
{
    Organisation out;
    out.siret = codeText(organisation.child("SIRET-organisme-formation").child("SIRET"));
    out.name = shownText(organisation.child("nom-organisme"));
    out.legalName = shownText(organisation.child("raison-sociale"));
    out.activityNumber = codeText(organisation.child("numero-activite"));
    out.contact = preferredContact(contactsOf(organisation, "contact-organisme") +
                                   contactsOf(organisation, "coordonnees-organisme"));
    return out;
}

Organisation deliveringOrganisation(XmlElement organisation)
{
    Organisation out;
    out.siret = codeText(organisation.child("SIRET-formateur").child("SIRET"));
    out.legalName = shownText(organisation.child("raison-sociale-formateur"));
    out.contact = preferredContact(contactsOf(organisation, "contact-formateur"));
    return out;
}

} // namespace recoupe
