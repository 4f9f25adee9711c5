// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>
#include <span>

//! What the generated world is made of. Communes are real, everybody and everything else invented.
namespace recoupe {

struct Commune
{
    QStringView name;
    QStringView insee;
    QStringView postalCode;

    [[nodiscard]] QStringView departement() const { return postalCode.left(2); }
};

//! Of the four départements of the region.
[[nodiscard]] std::span<const Commune> communes();
//! Of départements around it.
[[nodiscard]] std::span<const Commune> communesOutside();

//! What the trades of one field have in common.
struct Field
{
    QStringView formacode;
    QStringView nsf;
    QStringView rome;
    bool hasDiplomas; //!< a CAP or a titre professionnel exists
    std::array<QStringView, 2> aims;
    std::array<QStringView, 2> contents;
};

struct Trade
{
    std::size_t field;
    QStringView name;
};

[[nodiscard]] std::span<const Field> fields();
[[nodiscard]] std::span<const Trade> trades();

//! How titles are made of a trade's name: "Titre professionnel %1".
struct TitleForms
{
    std::span<const QStringView> diplomas;   //!< with words that have a usual abbreviation
    std::span<const QStringView> trainings;  //!< of the Région and of Pôle emploi
    std::span<const QStringView> levels;     //!< languages and basic knowledge
    std::span<const QStringView> adapted;    //!< of the Agefiph
    std::span<const QStringView> experiment; //!< AFE
};
[[nodiscard]] TitleForms titleForms();

//! A wording and its usual short form: "Titre professionnel", "TP".
struct Abbreviation
{
    QStringView words;
    QStringView shortForm;
};
[[nodiscard]] std::span<const Abbreviation> abbreviations();

struct FirstName
{
    QStringView name;
    QStringView civility;
};
[[nodiscard]] std::span<const FirstName> firstNames();
[[nodiscard]] std::span<const QStringView> lastNames();
[[nodiscard]] std::span<const QStringView> organisationKinds();
[[nodiscard]] std::span<const QStringView> organisationNames();
[[nodiscard]] std::span<const QStringView> streets();

} // namespace recoupe
