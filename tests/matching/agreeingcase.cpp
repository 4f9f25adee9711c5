// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/agreeingcase.h"

namespace recoupe::test {

AgreeingCase::AgreeingCase()
{
    AwardNotification made;
    made.funder = Funder::Region;
    made.market = MarketNumber(QStringLiteral("M1451401"));
    made.title = QStringLiteral("Titre professionnel Agent de propreté et d'hygiène");
    made.awardeeSirets = {QStringLiteral("99990010300014")};
    made.awardeeName = QStringLiteral("ATELIER DES PUYS FORMATION");
    made.start = QDate(2027, 1, 4);
    made.end = QDate(2027, 6, 30);
    made.place = QStringLiteral("Thiers");
    made.postalCode = QStringLiteral("63300");
    awards = {made};

    action.title = made.title;
    action.mandataire.siret = made.awardeeSirets.first();
    action.mandataire.name = QStringLiteral("Atelier des Puys Formation");
    session.fundings = {Funding{2, {}, {}, QStringLiteral("AFC"), 0, {}}};
    session.start = PartialDate(made.start);
    session.end = PartialDate(made.end);
    session.place.city = QStringLiteral("THIERS");
    session.place.postalCode = made.postalCode;
}

} // namespace recoupe::test
