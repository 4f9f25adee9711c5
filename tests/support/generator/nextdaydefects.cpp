// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of sessions in the feed of the next day.
#include "support/generator/defects.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

using When = FormationBrief::When;

//! The new contract is written over a session of the old one, instead of added to the action. Both
//! contracts keep sessions of their own; it hangs alone on its LHEO action, whose number changes.
void overwritten(Planting &planting)
{
    QList<WorldSession> &sessions = planting.formation().sessions;
    WorldSession &victim = sessions.first();
    const WorldSession &latest = sessions.last();
    WorldContract &next = planting.contractOf(latest);
    next.received = victim.entered;
    next.notified = next.received.addDays(-2);
    if (next.places)
        *next.places += victim.action.places;
    for (WorldSession &session : sessions) {
        if (session.contract != latest.contract)
            continue;
        session.entered = next.received;
        session.updated = std::max(session.updated, session.entered);
    }
    victim.action.apart = 1;
    planting.markNextDay(
        victim, {.number = next.number, .start = latest.start.addDays(1), .end = latest.end});
}

void vanished(Planting &planting)
{
    planting.markNextDay(planting.anySession(), {.vanished = true});
}

void allVanished(Planting &planting)
{
    for (WorldSession &session : planting.formation().sessions)
        planting.markNextDay(session, {.vanished = true});
}

void recruitmentChanged(Planting &planting)
{
    WorldSession &session = planting.anySession();
    const bool isOpen = session.state == u'1';
    planting.markNextDay(session, {.state = isOpen ? QStringLiteral("2") : QStringLiteral("1")});
}

} // namespace

std::span<const Defect> nextDayDefects()
{
    static const std::array defects{
        Defect{.id = "session-overwritten",
               .rules = "session-overwritten",
               .brief = {.scheme = Scheme::Afc,
                         .minContracts = 2,
                         .maxContracts = 2,
                         .minSessions = 2,
                         .when = When::Later,
                         .sesar = SesarMode::Contract},
               .onFormation = overwritten,
               .isOfNextDay = true},
        Defect{.id = "session-vanished",
               .rules = "record-vanished",
               .onFormation = vanished,
               .isOfNextDay = true},
        Defect{.id = "formation-vanished",
               .rules = "record-vanished",
               .brief = {.maxContracts = 1},
               .onFormation = allVanished,
               .isOfNextDay = true},
        Defect{.id = "recruitment-changed",
               .rules = "",
               .brief = {.when = When::Later},
               .onFormation = recruitmentChanged,
               .isOfNextDay = true},
    };
    return defects;
}

} // namespace recoupe
