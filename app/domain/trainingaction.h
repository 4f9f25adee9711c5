// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "domain/partialdate.h"

#include <QStringList>

#include <optional>

namespace recoupe {

//! What is taught: objective, programme, who answers for it. LHEO's `formation`; the founding
//! document calls it the action de formation.
struct TrainingAction
{
    QString numero; //!< LHEO numero of the formation: its identity
    QString title;
    QString objective;
    QString expectedResults; //!< resultats-attendus: the validation, in words
    QString content;
    QString entryLevel; //!< LHEO code-niveau-entree
    QString exitLevel;  //!< LHEO code-niveau-sortie
    std::optional<bool> certifying;
    QStringList formacodes;     //!< the first is the main one
    QStringList nsfCodes;       //!< specialties of training, the main one first
    QStringList certifications; //!< RNCP, RS and Certif Info codes as written
    Organisation mandataire;    //!< organisme-formation-responsable
    QList<Contact> contacts;    //!< contact-formation, the principal one first
    PartialDate createdOn;      //!< datecrea
    PartialDate changedOn;      //!< datemaj

    friend bool operator==(const TrainingAction &, const TrainingAction &) = default;
};

} // namespace recoupe
