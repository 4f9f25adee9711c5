// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/partners/offerresumes.h"

#include "exchange/lheo/lheoconformer.h"
#include "exchange/lheo/lheoparties.h"
#include "exchange/xml/xmltext.h"

#include <ranges>

namespace recoupe {

namespace {

// A copy: what was conformed once needs no remarks, and identifiers belong to the original.
void appendCopy(std::string &out, XmlElement element)
{
    QList<Rejection> remarks;
    Mapped<LheoFragment> copy = conformed(element, *lheoElement(element.name()), {}, {}, remarks);
    if (!copy)
        return;
    for (const LheoReference &reference : copy->references | std::views::reverse)
        copy->xml.erase(reference.stretch);
    out += copy->xml.text;
}

//! All children of that name.
void appendCopies(std::string &out, XmlElement parent, std::string_view name)
{
    for (const XmlElement &child : parent.children()) {
        if (child.name() == name)
            appendCopy(out, child);
    }
}

void appendTagged(std::string &out, std::string_view name, std::string_view content)
{
    if (content.empty())
        return;
    out.append("<").append(name).append(">").append(content);
    out.append("</").append(name).append(">");
}

void appendAttributeOf(std::string &out, XmlElement element, std::string_view name)
{
    if (const std::string_view value = element.attribute(name); !value.empty())
        appendXmlAttribute(out, name, value);
}

XmlElement addressOf(XmlElement action)
{
    for (const XmlElement &site : principalFirst(action, "lieu-de-formation")) {
        if (const XmlElement address = site.child("coordonnees").child("adresse");
            !address.isNull())
            return address;
    }
    return action.child("session").child("adresse-inscription").child("adresse");
}

QString departementOf(XmlElement address)
{
    const XmlElement written = address.child("departement");
    return written.isNull()
               ? placeOf(address).departement()
               : QString::fromUtf8(written.text().data(), qsizetype(written.text().size()));
}

void appendPlace(std::string &out, XmlElement address)
{
    for (const std::string_view name : {"codepostal", "code-INSEE-commune", "ville"})
        appendCopies(out, address, name);
    if (address.child("departement").isNull())
        appendTagged(out, "departement", departementOf(address).toStdString());
    else
        appendCopies(out, address, "departement");
    appendCopies(out, address, "region");
}

void appendSession(std::string &out, XmlElement session)
{
    out += "<session";
    for (const std::string_view name : {"numero", "datecrea", "datemaj"})
        appendAttributeOf(out, session, name);
    out += ">";
    for (const std::string_view name : {"periode", "adresse-inscription", "etat-recrutement"})
        appendCopies(out, session, name);
    out += "</session>";
}

// An index has no place for a mobile telephone: it stands where the other would.
void appendContact(std::string &out, XmlElement contact)
{
    const XmlElement coordinates = contact.child("coordonnees");
    std::string content;
    appendCopies(content, contact, "type-contact");
    appendCopies(content, coordinates, "nom");
    std::string numbers;
    appendCopies(numbers, coordinates.child("telfixe"), "numtel");
    if (numbers.empty())
        appendCopies(numbers, coordinates.child("portable"), "numtel");
    appendTagged(content, "telfixe", numbers);
    appendCopies(content, coordinates, "courriel");
    appendTagged(out, "contact-formation-resume", content);
}

void appendResume(std::string &out, XmlElement formation, XmlElement action, const QString &address)
{
    const XmlElement organisation = formation.child("organisme-formation-responsable");
    out += "<resume-offre";
    appendAttributeOf(out, formation, "numero");
    if (const std::string_view numero = action.attribute("numero"); !numero.empty())
        appendXmlAttribute(out, "ref", numero);
    appendXmlAttribute(out, "file", address.toStdString());
    for (const std::string_view name : {"datecrea", "datemaj"})
        appendAttributeOf(out, formation, name);
    out += ">";
    appendCopies(out, formation, "domaine-formation");
    appendCopies(out, formation, "intitule-formation");
    appendCopies(out, organisation, "nom-organisme");
    appendCopies(out, organisation.child("SIRET-organisme-formation"), "SIRET");
    appendPlace(out, addressOf(action));
    appendCopies(out, formation, "certifiante");
    appendCopies(out, formation, "code-niveau-entree");
    for (const std::string_view name : {"prise-en-charge-frais-possible", "modalites-enseignement",
                                        "code-public-vise", "nombre-heures-total"})
        appendCopies(out, action, name);
    for (const XmlElement &child : action.children()) {
        if (child.name() == "session")
            appendSession(out, child);
    }
    for (const XmlElement &contact : principalFirst(formation, "contact-formation"))
        appendContact(out, contact);
    appendCopies(out, formation, "certification");
    out += "</resume-offre>\n";
}

} // namespace

bool canBeResumed(XmlElement action)
{
    return !departementOf(addressOf(action)).isEmpty();
}

void appendResumes(std::string &out, XmlElement formation, const QString &address)
{
    for (const XmlElement &action : formation.children()) {
        if (action.name() == "action" && canBeResumed(action))
            appendResume(out, formation, action, address);
    }
}

} // namespace recoupe
