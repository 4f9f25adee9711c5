// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/operators/operatorcheck.h"

#include "services/decidedvalues.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/trailrepository.h"

#include <algorithm>
#include <map>

namespace recoupe::test {

namespace {

//! One axis of one session or action.
using Axis = std::tuple<SessionKey, DecisionSubject, DecisionKind>;

QStringList faultsOfTrail(const QList<Decision> &trail, QList<qint64> acknowledged)
{
    QList<qint64> written;
    for (const Decision &decision : trail)
        written << decision.id;
    std::ranges::sort(acknowledged);
    if (written == acknowledged)
        return {};
    return {QStringLiteral("%1 events were acknowledged, %2 are in the trail, or others")
                .arg(acknowledged.size())
                .arg(written.size())};
}

//! \a last: what the trail says of each axis in the end.
QStringList faultsOfAxes(const QList<Decision> &trail, std::map<Axis, QString> &last)
{
    QStringList faults;
    for (const Decision &decision : trail) {
        const auto [known, isFirst] =
            last.try_emplace({decision.key, decision.subject, decision.kind}, decision.before);
        if (!isFirst && known->second != decision.before)
            faults << QStringLiteral("event %1 on %2 begins with %3, but %4 was decided before")
                          .arg(decision.id)
                          .arg(decision.key.toString(), decision.before, known->second);
        known->second = decision.after;
    }
    return faults;
}

Result<QStringList> faultsOfState(Database &database, const std::map<Axis, QString> &last)
{
    QStringList faults;
    const auto compare = [&](const SessionKey &key, DecisionSubject subject, DecisionKind kind,
                             const QString &value) {
        const auto decided = last.find({key, subject, kind});
        if (decided != last.end() && decided->second != value)
            faults << QStringLiteral("%1 is %2, but %3 was decided last")
                          .arg(key.toString(), value, decided->second);
    };
    const OfferRepository offers(database);
    const auto sessions = offers.sessions();
    if (!sessions)
        return failureOf(sessions);
    for (const StoredSession &session : *sessions) {
        for (const DecisionKind kind : {DecisionKind::Activation, DecisionKind::Recruitment})
            compare(session.submitted.key, DecisionSubject::Session, kind, valueOf(session, kind));
    }
    const auto actions = offers.actions();
    if (!actions)
        return failureOf(actions);
    for (const StoredAction &action : *actions)
        compare({action.submitted.numero, {}, {}}, DecisionSubject::Action,
                DecisionKind::Activation, activationToken(action.active));
    return faults;
}

} // namespace

Result<QStringList> lostUpdates(Database &database, QList<qint64> acknowledged)
{
    const auto trail = DecisionRepository(database).history();
    if (!trail)
        return failureOf(trail);
    QStringList faults = faultsOfTrail(*trail, std::move(acknowledged));
    std::map<Axis, QString> last;
    faults += faultsOfAxes(*trail, last);
    const Result<TrailReport> chain = TrailRepository(database).verify();
    if (!chain)
        return failureOf(chain);
    if (chain->firstBreak)
        faults << QStringLiteral("the chain breaks at link %1").arg(chain->firstBreak->position);
    return faultsOfState(database, last).map([&](const QStringList &ofState) {
        return faults + ofState;
    });
}

} // namespace recoupe::test
