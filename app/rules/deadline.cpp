// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/deadline.h"

namespace recoupe {

int entryDays(Funder funder)
{
    return funder == Funder::PoleEmploi ? 6 : 10;
}

QDate entryDeadline(const AwardNotification &award)
{
    const QDate from = award.runsFrom();
    return from.isValid() ? from.addDays(entryDays(award.funder)) : QDate();
}

} // namespace recoupe
