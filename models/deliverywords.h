// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/exportservice.h"

#include <QDateTime>

//! The words of what goes out to the partners, and the tokens of its signs and colours.
namespace recoupe {

//! "delivery/held"…
[[nodiscard]] QString badgeOf(DeliveryState state);
//! "export/added"…
[[nodiscard]] QString badgeOf(ExportChange change);
//! "Nouvelle", "Modifiée", "Retirée": what becomes of a session at its partner.
[[nodiscard]] QString exportChangeName(ExportChange change);

//! "+3 / ~2 / −1".
[[nodiscard]] QString changesInSigns(const DeliveryCounts &counts);
//! "3 nouvelles, 2 modifiées, 1 retirée": what there is of each; "aucune différence".
[[nodiscard]] QString changesInWords(const DeliveryCounts &counts);
//! "412 lignes"; "aucune ligne".
[[nodiscard]] QString linesInWords(qint64 lines);
//! How a delivery stands: "À confirmer", "Envoyé, 2 lignes refusées", "À envoyer, nouvel essai le
//! 23/11 à 06:05".
[[nodiscard]] QString standingInWords(const Delivery &delivery);
//! What came of a delivery: "AUDE / GSP : 412 lignes envoyées (3 nouvelles, 2 modifiées).", "SESAR
//! : échec. Le serveur refuse ce mot de passe."
[[nodiscard]] QString outcomeInWords(const Delivery &delivery);
//! The sign that goes with it.
[[nodiscard]] QString badgeOf(const Delivery &delivery);

//! "à AUDE / GSP", "au portail".
[[nodiscard]] QString toPartnerInWords(Partner partner);
//! "Déjà transmis à AUDE / GSP : une correction partira au prochain export."; empty for nobody.
[[nodiscard]] QString alreadySentInWords(const QList<Partner> &sent);
//! "Envoyée à AUDE / GSP, accusé reçu le 12/11/2026", "Retirée de Parcours 3", "Refusée par SESAR :
//! marché inconnu", for the history of a session.
[[nodiscard]] QString sessionDeliveryInWords(const SessionDelivery &delivery);

//! Where files go: a folder as the system writes it, an address; that it is by hand.
[[nodiscard]] QString destinationInWords(Transport transport, const QString &address);

//! How a partner stands.
struct PartnerStanding
{
    QString badge;
    QString words;
    bool needsCare = false; //!< something is to be done about it
};
//! \a now: by which it is told whether the last delivery is older than a day (DESIGN: the exports
//! are daily; SESAR alone gets something only when there is something new).
[[nodiscard]] PartnerStanding standingOf(const PartnerStatus &status, const QDateTime &now);
//! What is shown of a partner: its last delivery, but for one that was given up.
[[nodiscard]] const Delivery *shownDelivery(const PartnerStatus &status);

} // namespace recoupe
