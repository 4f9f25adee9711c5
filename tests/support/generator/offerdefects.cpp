// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole formation says: who answers for it, its title, its texts, whom to ask.
#include "support/generator/defects.h"
#include "support/generator/titles.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

void otherEnterprise(Planting &planting)
{
    const qsizetype other = planting.builder().addOrganisation();
    planting.formation().mandataire = other;
    planting.formation().siret = planting.block().organisations[other].siret();
    planting.markAll();
}

void otherEstablishment(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    formation.siret = siretOf(formation.siret.left(9), 3);
    planting.markAll();
}

void brokenSiret(Planting &planting)
{
    QString &siret = planting.formation().siret;
    siret.back() = siret.back() == u'9' ? u'0' : QChar(siret.back().unicode() + 1);
    planting.markAll();
}

void typoInTitle(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    formation.title = withTypo(formation.title, planting.random());
    planting.markAll();
}

void shortTitle(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    const QString title = formation.title;
    if (planting.random().chance(50)) {
        formation.title = abbreviated(title);
    } else {
        for (const WorldSession &session : formation.sessions)
            planting.contractOf(session).title = abbreviated(title);
    }
    planting.markAll();
}

void otherOrderInTitle(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    formation.title = reordered(formation.title);
    planting.markAll();
}

void otherTitle(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    const auto isOfOtherField = [&](const Trade &trade) { return trade.field != formation.field; };
    const Trade *trade = nullptr;
    while (!trade || !isOfOtherField(*trade))
        trade = &planting.random().pick(trades());
    const TitleForms forms = titleForms();
    formation.title = planting.random()
                          .pick(planting.random().chance(50) ? forms.diplomas : forms.trainings)
                          .toString()
                          .arg(trade->name);
    planting.markAll();
}

void numberInTitle(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    formation.title +=
        QStringLiteral(" – ") + planting.contractOf(formation.sessions.first()).number;
    planting.markAll();
}

void markup(Planting &planting)
{
    QString &aim = planting.formation().aim;
    aim = QStringLiteral("<p>%1</p><ul><li>Accueil</li></ul>").arg(aim);
    planting.markAll();
}

void brokenAccents(Planting &planting)
{
    const QString sentence = QStringLiteral("Préparer et réaliser les travaux du métier.");
    planting.formation().aim = QString::fromLatin1(sentence.toUtf8());
    planting.markAll();
}

void filler(Planting &planting)
{
    static constexpr std::array fillers{u"-", u".", u"Non renseigné"};
    planting.formation().content = QString::fromUtf16(planting.random().pick(fillers));
    planting.markAll();
}

//! The formation's contact is the only one, so that nothing hides what is wrong with it.
WorldPerson &onlyContact(Planting &planting)
{
    for (WorldSession &session : planting.formation().sessions)
        session.contact.reset();
    planting.markAll();
    return planting.formation().contact;
}

void nobody(Planting &planting)
{
    WorldPerson &contact = onlyContact(planting);
    contact.civility.clear();
    contact.firstName.clear();
    contact.lastName.clear();
}

void noTelephone(Planting &planting)
{
    onlyContact(planting).telephone.clear();
}

void oddTelephone(Planting &planting)
{
    WorldPerson &contact = onlyContact(planting);
    contact.telephone = contact.telephone.chopped(1);
}

void noMail(Planting &planting)
{
    onlyContact(planting).mail.clear();
}

void oddMail(Planting &planting)
{
    WorldPerson &contact = onlyContact(planting);
    contact.mail.replace(u'@', QStringLiteral(" (at) "));
}

} // namespace

std::span<const Defect> offerDefects()
{
    static constexpr const char *none = "";
    static const FormationBrief afc{.scheme = Scheme::Afc};
    static const std::array defects{
        Defect{.id = "mandataire-other-enterprise",
               .rules = "mandataire-mismatch",
               .onFormation = otherEnterprise},
        Defect{.id = "mandataire-other-establishment",
               .rules = "mandataire-mismatch",
               .onFormation = otherEstablishment},
        Defect{.id = "siret-broken",
               .rules = "siret-invalid mandataire-mismatch",
               .onFormation = brokenSiret},
        Defect{.id = "title-typo", .rules = none, .brief = afc, .onFormation = typoInTitle},
        Defect{.id = "title-abbreviated",
               .rules = none,
               .brief = {.funder = Funder::Region, .scheme = Scheme::Afc, .hasAbbreviation = true},
               .onFormation = shortTitle},
        Defect{.id = "title-other-order",
               .rules = none,
               .brief = afc,
               .onFormation = otherOrderInTitle},
        Defect{.id = "title-other",
               .rules = "title-mismatch",
               .brief = afc,
               .onFormation = otherTitle},
        Defect{.id = "title-with-number",
               .rules = "text-defect",
               .brief = afc,
               .onFormation = numberInTitle},
        Defect{.id = "text-markup", .rules = "text-defect", .onFormation = markup},
        Defect{.id = "text-broken-accents", .rules = "text-defect", .onFormation = brokenAccents},
        Defect{.id = "text-filler", .rules = "text-defect", .onFormation = filler},
        Defect{.id = "contact-without-name", .rules = "contact-missing", .onFormation = nobody},
        Defect{.id = "contact-without-telephone",
               .rules = "contact-missing",
               .onFormation = noTelephone},
        Defect{
            .id = "contact-odd-telephone", .rules = "contact-invalid", .onFormation = oddTelephone},
        Defect{
            .id = "contact-without-mail", .rules = "contact-email-missing", .onFormation = noMail},
        Defect{.id = "contact-odd-mail",
               .rules = "contact-email-missing contact-invalid",
               .onFormation = oddMail},
    };
    return defects;
}

} // namespace recoupe
