// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace recoupe {

//! A postal address (LHEO `adresse`). Codes are text: a leading zero means something.
struct Place
{
    QString name; //!< denomination, or the name of the site
    QStringList lines;
    QString postalCode;
    QString city;
    QString inseeCode;

    //! A postal code that means something: no filler, not 00000.
    [[nodiscard]] bool hasPostalCode() const;
    //! Neither a commune nor a postal code: nobody would find it.
    [[nodiscard]] bool isEmpty() const;
    //! "03", "63"; "971" overseas; from the postal code, else from the INSEE code; empty if
    //! neither.
    [[nodiscard]] QString departement() const;

    friend bool operator==(const Place &, const Place &) = default;
};

//! Somebody to write to or to ring (LHEO `coordonnees`).
struct Contact
{
    QString civility;
    QString firstName;
    QString lastName;
    QStringList telephones; //!< as written, land line first
    QString email;

    //! First and last name; empty when neither was given.
    [[nodiscard]] QString fullName() const;
    [[nodiscard]] bool hasName() const;
    [[nodiscard]] bool hasTelephone() const;
    //! Something a reader could click: one "@" between non-empty parts, no space.
    [[nodiscard]] bool hasEmail() const;
    [[nodiscard]] bool isComplete() const { return hasName() && hasTelephone() && hasEmail(); }

    friend bool operator==(const Contact &, const Contact &) = default;
};

//! A training organisation as one record names it. The SIRET is kept as written.
struct Organisation
{
    QString siret;
    QString name;
    QString legalName;
    QString activityNumber; //!< numéro de déclaration d'activité
    Contact contact;

    //! The name to show: the usual one, else the legal one, else the SIRET.
    [[nodiscard]] QString displayName() const;

    friend bool operator==(const Organisation &, const Organisation &) = default;
};

//! First nine digits of a SIRET of fourteen; empty when it is not one.
[[nodiscard]] QString sirenOf(const QString &siret);
//! The digits of a SIRET, without the spaces and dots people put in it.
[[nodiscard]] QString normalizedSiret(const QString &siret);

//! The one to whom prescriptions go: the first complete one, else the one that says most; empty
//! when there is none. The order of the list is the order of preference.
[[nodiscard]] Contact preferredContact(const QList<Contact> &contacts);

} // namespace recoupe
