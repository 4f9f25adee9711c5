// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheomapping.h"

#include "exchange/lheo/lheoparties.h"
#include "exchange/lheo/lheotext.h"
#include "exchange/lheo/lheotolerances.h"

#include <QCoreApplication>

#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

struct TextField
{
    std::string_view element;
    QString TrainingAction::*field;
};

constexpr std::array textFields{
    TextField{"intitule-formation", &TrainingAction::title},
    TextField{"objectif-formation", &TrainingAction::objective},
    TextField{"resultats-attendus", &TrainingAction::expectedResults},
    TextField{"contenu-formation", &TrainingAction::content},
    TextField{"code-niveau-entree", &TrainingAction::entryLevel},
    TextField{"code-niveau-sortie", &TrainingAction::exitLevel},
};

//! The codes of one nomenclature, the main one first.
QStringList domainCodes(XmlElement formation, std::string_view element)
{
    QStringList codes;
    for (const XmlElement &code : principalFirst(formation.child("domaine-formation"), element)) {
        if (!code.text().empty())
            codes << codeText(code);
    }
    return codes;
}

QStringList certificationsOf(XmlElement formation)
{
    static constexpr std::array<std::string_view, 3> registers{"code-RNCP", "code-RS",
                                                               "code-CERTIFINFO"};
    QStringList codes;
    for (const XmlElement &certification : principalFirst(formation, "certification")) {
        for (const std::string_view name : registers) {
            const XmlElement code = certification.child(name);
            if (!code.text().empty())
                codes << codeText(code);
        }
    }
    return codes;
}

std::optional<bool> flagOf(XmlElement element)
{
    const std::string_view text = element.text();
    if (text == "1")
        return true;
    if (text == "0")
        return false;
    return std::nullopt;
}

} // namespace

Mapped<TrainingAction> trainingAction(XmlElement formation, LheoTolerances &tolerances)
{
    using Kind = LheoTolerances::Kind;
    TrainingAction action;
    action.numero = numeroOf(formation);
    if (action.numero.isEmpty()) {
        return tl::unexpected(Rejection{{},
                                        formation.line(),
                                        {},
                                        QStringLiteral("numero"),
                                        {},
                                        Tr::tr("un numéro de formation (attribut « numero »)")});
    }
    for (const TextField &row : textFields)
        action.*row.field = shownText(formation.child(row.element));
    action.certifying = flagOf(formation.child("certifiante"));
    action.formacodes = domainCodes(formation, "code-FORMACODE");
    action.nsfCodes = domainCodes(formation, "code-NSF");
    action.certifications = certificationsOf(formation);
    action.mandataire = responsibleOrganisation(formation.child("organisme-formation-responsable"));
    action.contacts = contactsOf(formation, "contact-formation");
    action.createdOn =
        tolerances.date(formation.attribute("datecrea"), Kind::RecordDate, formation.line());
    action.changedOn =
        tolerances.date(formation.attribute("datemaj"), Kind::RecordDate, formation.line());
    return action;
}

} // namespace recoupe
