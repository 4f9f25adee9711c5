// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts as a whole: how their sessions are spread, SESAR, and the notifications themselves.
#include "support/generator/defects.h"
#include "support/generator/titles.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

using When = FormationBrief::When;

void splitMarket(Planting &planting)
{
    planting.markAll();
    WorldFormation &formation = planting.formation();
    const qsizetype half = formation.sessions.size() / 2;
    WorldFormation second = formation;
    second.numero = planting.builder().numbers().formation(planting.random());
    second.sessions.remove(0, half);
    formation.sessions.resize(half);
    planting.block().formations << second;
}

//! A session and the same once more; the two are told apart by \a texts where there are any.
void twice(Planting &planting, const QStringList &texts)
{
    WorldFormation &formation = planting.formation();
    WorldSession copy = formation.sessions.last();
    copy.numero = planting.builder().numbers().session(planting.random());
    if (std::optional<int> &places = planting.contractOf(copy).places)
        *places += copy.action.places;
    formation.sessions << copy;
    for (qsizetype i = 0; i < 2; ++i) {
        WorldSession &session = formation.sessions[formation.sessions.size() - 2 + i];
        session.particularity = texts.value(i);
        planting.mark(session);
    }
}

void duplicate(Planting &planting)
{
    twice(planting, {});
}

void twoGroups(Planting &planting)
{
    twice(planting, {QStringLiteral("Groupe 1"), QStringLiteral("Groupe 2")});
}

void otherSiegTitle(Planting &planting)
{
    WorldFormation &formation = planting.formation();
    const WorldSession &first = formation.sessions.first();
    formation.title = wrongSiegTitle(first.action.segment, first.action.place->postalCode.left(2));
    for (const WorldSession &session : formation.sessions)
        planting.contractOf(session).title = formation.title;
    planting.markAll();
}

void workshopDatesDiffer(const Planting &planting, WorldSession &session)
{
    if (planting.random().chance(50))
        session.declaredStart = session.start.addDays(planting.random().pick(std::array{-3, 1, 7}));
    else
        session.declaredEnd = session.end.addDays(planting.random().pick(std::array{-7, -1, 3}));
}

//! The contract names no town; every second session is complementary, elsewhere, and does not say
//! so.
void towns(Planting &planting)
{
    QList<WorldSession> &sessions = planting.formation().sessions;
    WorldContract &contract = planting.contractOf(sessions.first());
    const Commune &other = planting.builder().otherCommune(contract.postalCode, true);
    for (qsizetype i = 1; i < sessions.size(); i += 2) {
        sessions[i].action.place =
            planting.builder().placeIn(other, planting.formation().mandataire);
        planting.mark(sessions[i]);
    }
    contract.place.clear();
    contract.postalCode.clear();
}

void objectives(Planting &planting)
{
    WorldSession &complementary = planting.formation().sessions.last();
    complementary.objective = QStringLiteral("Session préparatoire");
    planting.mark(complementary);
}

void noSesar(Planting &planting)
{
    planting.contractOf(planting.formation().sessions.first()).sesar = SesarMode::None;
    planting.markAll();
}

void notSent(Planting &planting)
{
    planting.contractOf(planting.formation().sessions.first()).isSent = false;
    planting.markAll();
}

//! The first contract's notification is replaced by a later one with a number of its own, which
//! the sessions but for the first \a keeping bear.
void replaceContract(Planting &planting, qsizetype keeping)
{
    WorldBlock &block = planting.block();
    QList<WorldSession> &sessions = planting.formation().sessions;
    const qsizetype old = sessions.first().contract;
    block.contracts[old].isReplaced = true;
    WorldContract later = block.contracts[old];
    later.isReplaced = false;
    later.replaces = later.number;
    later.notified = later.runsFrom().addDays(20);
    later.received = later.notified.addDays(1);
    later.number = planting.builder().numbers().market(later.funder, later.notified.year());
    block.contracts << later;
    for (qsizetype i = 0; i < sessions.size(); ++i) {
        WorldSession &session = sessions[i];
        session.contract = block.contracts.size() - 1;
        if (i >= keeping) {
            session.bears = session.declaredOn = session.contract;
            session.action.number = later.number;
            session.entered = later.received.addDays(planting.random().between(0, 6));
            session.updated = std::max(session.updated, session.entered);
        }
        if (i < keeping || keeping == 0)
            planting.mark(session);
    }
}

void superseded(Planting &planting)
{
    replaceContract(planting, 1);
}

void replacedInTime(Planting &planting)
{
    replaceContract(planting, 0);
}

void twoLots(Planting &planting)
{
    WorldBlock &block = planting.block();
    WorldContract &first = planting.contractOf(planting.formation().sessions.first());
    first.lot = QStringLiteral("1");
    first.isTaken = true;
    WorldContract second = first;
    second.lot = QStringLiteral("2");
    second.sesar = SesarMode::None; // SESAR knows numbers, not lots
    block.contracts << second;
    planting.markAll();
}

//! A notification that no session answers yet, received that many days before the deadline passes;
//! negative: after it has passed.
void pending(Planting &planting, int daysLeft)
{
    WorldContract award = planting.contractOf(planting.formation().sessions.first());
    const int delay = int(award.runsFrom().daysTo(award.deadline()));
    award.received = planting.builder().today().addDays(daysLeft - delay);
    award.notified = award.received.addDays(-2);
    award.number = planting.builder().numbers().market(award.funder, award.notified.year());
    award.start = award.end.addDays(1);
    award.end = award.end.addMonths(6);
    award.declaredStart = award.start;
    award.declaredEnd = award.end;
    if (award.sesar != SesarMode::None)
        award.sesar = SesarMode::Contract;
    planting.mark(award);
    planting.block().contracts << award;
}

void due(Planting &planting)
{
    pending(planting, planting.random().between(1, 5));
}

void dueToday(Planting &planting)
{
    pending(planting, 0);
}

void overdueSinceYesterday(Planting &planting)
{
    pending(planting, -1);
}

void overdue(Planting &planting)
{
    pending(planting, -planting.random().between(2, 60));
}

} // namespace

std::span<const Defect> contractDefects()
{
    static const FormationBrief one{.scheme = Scheme::Afc, .maxContracts = 1};
    static const FormationBrief several{
        .scheme = Scheme::Afc, .maxContracts = 1, .minSessions = 2, .when = When::Later};
    static const FormationBrief ofRegion{
        .funder = Funder::Region, .scheme = Scheme::Afc, .maxContracts = 1, .minSessions = 2};
    static const std::array defects{
        Defect{.id = "market-split",
               .rules = "market-split",
               .brief = several,
               .onFormation = splitMarket},
        Defect{.id = "session-twice",
               .rules = "session-duplicate",
               .brief = one,
               .onFormation = duplicate},
        Defect{.id = "session-groups", .rules = "", .brief = one, .onFormation = twoGroups},
        Defect{.id = "sieg-title",
               .rules = "sieg-title",
               .brief = {.funder = Funder::Region, .scheme = Scheme::Sieg},
               .onFormation = otherSiegTitle},
        Defect{.id = "workshop-dates",
               .rules = "workshop-dates-differ",
               .brief = {.funder = Funder::Region,
                         .scheme = Scheme::Sieg,
                         .segment = 2,
                         .sesar = SesarMode::Session},
               .onSession = workshopDatesDiffer},
        Defect{.id = "workshop-towns",
               .rules = "workshop-detail-missing",
               .brief = {.funder = Funder::Region,
                         .scheme = Scheme::Sieg,
                         .segment = 2,
                         .maxContracts = 1,
                         .minSessions = 2},
               .onFormation = towns},
        Defect{.id = "contract-towns",
               .rules = "workshop-detail-missing",
               .brief = ofRegion,
               .onFormation = towns},
        Defect{.id = "contract-objectives",
               .rules = "workshop-detail-missing",
               .brief = {.funder = Funder::Region,
                         .scheme = Scheme::Afc,
                         .maxContracts = 1,
                         .minSessions = 2,
                         .sesar = SesarMode::Session},
               .onFormation = objectives},
        Defect{.id = "sesar-missing",
               .rules = "sesar-missing",
               .brief = {.funder = Funder::Region, .maxContracts = 1},
               .onFormation = noSesar},
        Defect{.id = "award-not-sent",
               .rules = "award-missing",
               .brief = {.maxContracts = 1},
               .onFormation = notSent},
        Defect{.id = "award-superseded",
               .rules = "award-superseded",
               .brief = several,
               .onFormation = superseded},
        Defect{.id = "award-replaced-in-time",
               .rules = "",
               .brief = several,
               .onFormation = replacedInTime},
        Defect{.id = "award-two-lots",
               .rules = "award-ambiguous",
               .brief = one,
               .onFormation = twoLots},
        Defect{.id = "award-due", .rules = "entry-due", .brief = one, .onFormation = due},
        Defect{
            .id = "award-due-today", .rules = "entry-due", .brief = one, .onFormation = dueToday},
        Defect{.id = "award-overdue-since-yesterday",
               .rules = "entry-overdue",
               .brief = one,
               .onFormation = overdueSinceYesterday},
        Defect{
            .id = "award-overdue", .rules = "entry-overdue", .brief = one, .onFormation = overdue},
    };
    return defects;
}

} // namespace recoupe
