// SPDX-License-Identifier: GPL-3.0-or-later
// What operators answer to deliveries that do not go by themselves.
#include "services/exportservice.h"
#include "storage/database.h"
#include "storage/deliveryrepository.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Result<Delivery> ExportService::confirm(qint64 id, const QString &reason)
{
    if (reason.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Indiquez pourquoi cet envoi part quand même."));
    }
    return change(id, {DeliveryState::Held}, [&](Delivery &delivery) {
        delivery.confirmation = reason.trimmed();
        return expectHereAndNow(delivery).and_then(
            [&] { return end(delivery, DeliveryState::ToDo, {}); });
    });
}

Result<Delivery> ExportService::retry(qint64 id)
{
    return change(id, {DeliveryState::Failed, DeliveryState::Refused}, [&](Delivery &delivery) {
        const Result<std::optional<Delivery>> last =
            DeliveryRepository(m_database).last(delivery.partner);
        if (!last)
            return Result<>(failureOf(last));
        if (*last && (*last)->id == id && QDir(delivery.folder).exists()) {
            return expectHereAndNow(delivery).and_then(
                [&] { return end(delivery, DeliveryState::ToDo, {}); });
        }
        return Result<>(
            fail(ErrorCode::Refused, Tr::tr("Cet envoi à %1 n'est plus le dernier, ou ses fichiers "
                                            "ne sont plus là : exportez à nouveau.")
                                         .arg(partnerName(delivery.partner))));
    });
}

Result<Delivery> ExportService::drop(qint64 id, const QString &reason)
{
    Result<Delivery> dropped =
        change(id,
               {DeliveryState::Held, DeliveryState::ToDo, DeliveryState::Running,
                DeliveryState::Failed, DeliveryState::Refused},
               [&](Delivery &delivery) {
                   return expectDroppable(delivery, reason).and_then([&] {
                       return end(delivery, DeliveryState::Dropped, reason.trimmed());
                   });
               });
    if (dropped && isOurs(*dropped))
        Outbox(m_outbox).remove(dropped->key);
    return dropped;
}

//! Of one that runs here the end is to be waited for; of one that was tried it is to be said why.
Result<> ExportService::expectDroppable(const Delivery &delivery, const QString &reason) const
{
    if (delivery.state == DeliveryState::Running && isOurs(delivery) && !isLeft(delivery)) {
        return fail(ErrorCode::Refused,
                    Tr::tr("L'envoi à %1 est en cours : interrompez-le d'abord.")
                        .arg(partnerName(delivery.partner)));
    }
    if (delivery.tries > 0 && reason.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Cet envoi à %1 a déjà été essayé, et une partie en est peut-être "
                           "arrivée : indiquez pourquoi il est abandonné.")
                        .arg(partnerName(delivery.partner)));
    }
    return {};
}

//! Runs \a work in a transaction on a delivery that is in one of these states; Refused in another.
template <typename Work>
Result<Delivery> ExportService::change(qint64 id, std::initializer_list<DeliveryState> from,
                                       Work work)
{
    Result<Delivery> delivery;
    const Result<> changed = m_database.inTransaction([&]() -> Result<> {
        delivery = find(id);
        if (!delivery)
            return failureOf(delivery);
        if (std::ranges::find(from, delivery->state) == from.end()) {
            return fail(ErrorCode::Refused, Tr::tr("L'envoi à %1 n'en est plus là : « %2 ».")
                                                .arg(partnerName(delivery->partner),
                                                     deliveryStateName(delivery->state)));
        }
        return work(*delivery);
    });
    return changed ? delivery : failureOf(changed);
}

} // namespace recoupe
