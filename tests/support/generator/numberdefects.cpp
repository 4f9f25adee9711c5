// SPDX-License-Identifier: GPL-3.0-or-later
// Market numbers: missing, mistyped, of another contract.
#include "support/generator/defects.h"
#include "support/generator/titles.h"

#include <array>

namespace recoupe {

namespace {

constexpr qsizetype sirenSize = 9;

void type(WorldSession &session, const QString &number)
{
    session.action.number = number;
    session.bears = -1;
}

void missing(const Planting &, WorldSession &session)
{
    type(session, {});
}

void internalReference(const Planting &planting, WorldSession &session)
{
    type(session, QStringLiteral("R%1").arg(planting.random().between(1000, 9999)));
}

void placeholder(const Planting &planting, WorldSession &session)
{
    static constexpr std::array fillers{u".", u"BOP 104", u"-", u"non renseigné"};
    type(session, QString::fromUtf16(planting.random().pick(fillers)));
}

void tooShort(const Planting &planting, WorldSession &session)
{
    type(session, planting.contractOf(session).number.chopped(1));
}

void oneSignWrong(const Planting &planting, WorldSession &session)
{
    type(session, withOneSignWrong(planting.contractOf(session).number, planting.random()));
}

void signsSwapped(const Planting &planting, WorldSession &session)
{
    type(session, withSignsSwapped(planting.contractOf(session).number, planting.random()));
}

void letterForZero(const Planting &planting, WorldSession &session)
{
    QString number = planting.contractOf(session).number;
    number[number.indexOf(u'0')] = u'O';
    type(session, number);
}

//! Nobody's number, and nothing else quite right either. Without a notification no rule can tell.
void missingAmongOthers(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    formation.title = withTypo(withTypo(formation.title, planting.random()), planting.random());
    formation.siret = siretOf(formation.siret.left(sirenSize), 3);
    for (WorldSession &session : formation.sessions) {
        const int days = planting.random().between(-40, 40);
        session.start = session.start.addDays(days);
        session.end = session.end.addDays(days);
        session.shownStart = lheoText(session.start);
        session.shownEnd = lheoText(session.end);
        session.meeting.reset();
        session.assessments.clear();
        type(session, {});
        planting.mark(session);
    }
}

//! Rules that fire on a session of \a contract under the number of another, whose period is apart.
QStringList rulesUnder(const WorldContract &other, const WorldSession &session)
{
    QStringList rules{QStringLiteral("dates-outside-award")};
    if (other.funder == Funder::Region && other.scheme == Scheme::Afc)
        rules << QStringLiteral("dates-outside-sesar");
    if (session.entered > other.deadline())
        rules << QStringLiteral("entry-late");
    return rules;
}

void bearNumberOf(Planting &planting, WorldSession &session, qsizetype contract)
{
    WorldContract &other = planting.block().contracts[contract];
    session.action.number = other.number;
    session.bears = contract;
    if (other.places)
        *other.places += session.action.places;
    planting.mark(session, rulesUnder(other, session));
}

void numberOfOtherYear(Planting &planting)
{
    WorldSession &first = planting.formation().sessions.first();
    WorldSession &last = planting.formation().sessions.last();
    if (planting.random().chance(50))
        bearNumberOf(planting, first, last.contract);
    else
        bearNumberOf(planting, last, first.contract);
}

void numberOfStranger(Planting &planting)
{
    const WorldContract &contract = planting.contractOf(planting.formation().sessions.first());
    const FormationBrief brief{.funder = contract.funder,
                               .scheme = contract.scheme,
                               .maxContracts = 1,
                               .maxSessions = 1,
                               .sesar = SesarMode::Contract,
                               .isOurs = true,
                               .isPlain = true,
                               .notBefore = contract.end.addDays(1),
                               .awayFrom = contract.postalCode,
                               .otherFieldThan = planting.formation().field};
    WorldBuilder &builder = planting.builder();
    const qsizetype stranger =
        builder.addFormation(brief, brief.maxSessions, builder.addOrganisation());
    WorldSession &theirs = planting.block().formations[stranger].sessions.first();
    WorldSession &ours = planting.formation().sessions.first();
    for (WorldSession *session : {&ours, &theirs})
        session->particularity = QStringLiteral("Session de %1.").arg(session->action.place->city);
    bearNumberOf(planting, ours, theirs.contract);
}

} // namespace

std::span<const Defect> numberDefects()
{
    static const std::array defects{
        Defect{.id = "number-missing",
               .rules = "market-number-missing award-missing",
               .inPlainFormation = false,
               .onSession = missing},
        Defect{.id = "number-internal",
               .rules = "market-number-format award-missing",
               .inPlainFormation = false,
               .onSession = internalReference},
        Defect{.id = "number-placeholder",
               .rules = "market-number-format award-missing",
               .inPlainFormation = false,
               .onSession = placeholder},
        Defect{.id = "number-too-short",
               .rules = "market-number-format award-missing",
               .inPlainFormation = false,
               .onSession = tooShort},
        Defect{.id = "number-one-sign-wrong",
               .rules = "award-missing",
               .inPlainFormation = false,
               .onSession = oneSignWrong},
        Defect{.id = "number-signs-swapped",
               .rules = "award-missing",
               .inPlainFormation = false,
               .onSession = signsSwapped},
        Defect{.id = "number-letter-for-zero",
               .rules = "award-missing",
               .brief = {.hasZero = true},
               .inPlainFormation = false,
               .onSession = letterForZero},
        Defect{.id = "number-of-other-year",
               .rules = "",
               .brief = {.scheme = Scheme::Afc,
                         .minContracts = 2,
                         .maxContracts = 2,
                         .sesar = SesarMode::Contract},
               .onFormation = numberOfOtherYear},
        Defect{.id = "number-of-stranger",
               .rules = "mandataire-mismatch title-mismatch place-mismatch",
               .brief = {.scheme = Scheme::Afc, .maxContracts = 1},
               .onFormation = numberOfStranger},
        Defect{.id = "number-missing-among-others",
               .rules = "market-number-missing award-missing",
               .brief = {.scheme = Scheme::Afc, .when = FormationBrief::When::Later},
               .onFormation = missingAmongOthers},
    };
    return defects;
}

} // namespace recoupe
