// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/holdservice.h"

#include "core/clock.h"
#include "storage/database.h"
#include "storage/holderrepository.h"

#include <QCoreApplication>

#include <functional>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

Refusal heldByOther(const SessionHold &hold, const QString &sentence)
{
    return {hold.key, sentence.arg(hold.key.session, hold.operatorName)};
}

using Change = std::function<Result<>(HolderRepository &, const SessionKey &,
                                      const std::optional<SessionHold> &, HoldOutcome &)>;

//! All of them in one transaction; each may be tried again.
Result<HoldOutcome> changeEach(Database &database, const QList<SessionKey> &sessions,
                               const Change &change)
{
    HoldOutcome outcome;
    const Result<> done = database.inTransaction([&]() -> Result<> {
        outcome = {};
        HolderRepository holders(database);
        for (const SessionKey &key : sessions) {
            const auto hold = holders.holdOf(key);
            if (!hold)
                return failureOf(hold);
            if (Result<> changed = change(holders, key, *hold, outcome); !changed)
                return changed;
        }
        return {};
    });
    if (!done)
        return failureOf(done);
    return outcome;
}

} // namespace

HoldService::HoldService(Database &database, QString operatorName)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
{
}

Result<HoldOutcome> HoldService::take(const QList<SessionKey> &sessions, bool takesOver)
{
    const auto take = [&](HolderRepository &holders, const SessionKey &key,
                          const std::optional<SessionHold> &hold, HoldOutcome &to) -> Result<> {
        if (hold && hold->operatorName == m_operatorName) {
            ++to.unchanged;
            return {};
        }
        if (hold && !takesOver) {
            to.refused << heldByOther(
                *hold, Tr::tr("La session %1 est prise en charge par %2 : demander à prendre sa "
                              "suite."));
            return {};
        }
        to.changed << key;
        return holders.take({key, m_operatorName, Clock::now()});
    };
    return changeEach(m_database, sessions, take);
}

Result<HoldOutcome> HoldService::release(const QList<SessionKey> &sessions)
{
    const auto release = [&](HolderRepository &holders, const SessionKey &key,
                             const std::optional<SessionHold> &hold, HoldOutcome &to) -> Result<> {
        if (!hold) {
            ++to.unchanged;
            return {};
        }
        if (hold->operatorName != m_operatorName) {
            to.refused << heldByOther(
                *hold, Tr::tr("La session %1 est prise en charge par %2 : ce n'est pas à vous de "
                              "la libérer. Prendre d'abord sa suite."));
            return {};
        }
        to.changed << key;
        return holders.release(key);
    };
    return changeEach(m_database, sessions, release);
}

} // namespace recoupe
