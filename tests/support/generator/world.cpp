// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/world.h"

#include "core/textfolding.h"
#include "support/generator/numbers.h"

#include <algorithm>

namespace recoupe {

QString WorldOrganisation::siret(int establishment) const
{
    return siretOf(siren, establishment);
}

QString WorldOrganisation::legalName() const
{
    return folded(name).toUpper();
}

QDate WorldContract::deadline() const
{
    return runsFrom().addDays(funder == Funder::PoleEmploi ? 6 : 10);
}

QString lheoText(QDate day)
{
    return day.toString(QStringLiteral("yyyyMMdd"));
}

int lheoCodeOf(Funder funder)
{
    switch (funder) {
    case Funder::Region: return 2;
    case Funder::PoleEmploi: return 4;
    case Funder::Agefiph: return 7;
    default: return 16;
    }
}

QStringList rulesOnAward(const WorldBlock &block, qsizetype contract, QDate today)
{
    const WorldContract &award = block.contracts[contract];
    const auto bearsIt = [contract](const WorldSession &session) {
        return session.bears == contract;
    };
    const bool hasSession =
        award.isTaken ||
        std::ranges::any_of(block.formations, [&](const WorldFormation &formation) {
            return std::ranges::any_of(formation.sessions, bearsIt);
        });
    if (!award.isSent || award.isReplaced || hasSession)
        return {};
    return {award.deadline() < today ? QStringLiteral("entry-overdue")
                                     : QStringLiteral("entry-due")};
}

WorldFormation onNextDay(const WorldFormation &formation)
{
    WorldFormation next = formation;
    next.sessions.removeIf(
        [](const WorldSession &session) { return session.nextDay && session.nextDay->vanished; });
    for (WorldSession &session : next.sessions) {
        if (!session.nextDay)
            continue;
        if (!session.nextDay->state.isEmpty())
            session.state = session.nextDay->state;
        if (session.nextDay->number.isEmpty())
            continue;
        session.action.number = session.nextDay->number;
        session.shownStart = lheoText(session.nextDay->start);
        session.shownEnd = lheoText(session.nextDay->end);
    }
    return next;
}

} // namespace recoupe
