// SPDX-License-Identifier: GPL-3.0-or-later
// What a partner answers to a delivery.
#include "core/counted.h"
#include "exchange/sesar/sesaractivations.h"
#include "services/exportservice.h"
#include "storage/database.h"
#include "storage/deliveryrepository.h"

#include <QCoreApplication>
#include <QDir>

#include <set>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Result<Delivery> deliveryOf(const SesarAcknowledgement &acknowledgement, const QString &fileName,
                            const DeliveryRepository &deliveries)
{
    const Result<std::optional<Delivery>> found = deliveries.find(acknowledgement.deliveryKey);
    if (!found)
        return failureOf(found);
    if (*found && (*found)->partner == Partner::Sesar &&
        (*found)->state == DeliveryState::Delivered)
        return **found;
    return fail(ErrorCode::Refused,
                Tr::tr("L'accusé « %1 » parle de l'envoi « %2 », que SESAR n'a pas reçu de cette "
                       "base.")
                    .arg(QDir::toNativeSeparators(fileName), acknowledgement.deliveryKey));
}

//! What it refuses, of what it was told.
Result<QList<LineRefusal>> refusalsOf(const SesarAcknowledgement &acknowledgement,
                                      const QString &fileName, const QList<ExportDifference> &told)
{
    std::set<SessionKey> known;
    for (const ExportDifference &difference : told)
        known.insert(difference.key);
    QList<LineRefusal> refusals;
    for (const SesarAnswer &answer : acknowledgement.answers) {
        if (!known.contains(answer.key)) {
            return fail(ErrorCode::Refused,
                        Tr::tr("L'accusé « %1 » répond à la session « %2 », dont l'envoi « %3 » ne "
                               "parle pas. Rien n'a été retenu de ce fichier.")
                            .arg(QDir::toNativeSeparators(fileName), answer.key.toString(),
                                 acknowledgement.deliveryKey));
        }
        if (!answer.accepted)
            refusals.append(
                {answer.key, answer.reason.isEmpty() ? Tr::tr("sans motif") : answer.reason});
    }
    return refusals;
}

QString acknowledgedInWords(qsizetype lines, qsizetype answers, qsizetype refusals)
{
    QString words = refusals == 0 ? Tr::tr("Accepté par SESAR.")
                                  : counted(refusals, Tr::tr("%1 ligne refusée par SESAR."),
                                            Tr::tr("%1 lignes refusées par SESAR."));
    if (answers < lines)
        words += u' ' + counted(lines - answers, Tr::tr("%1 ligne sans réponse."),
                                Tr::tr("%1 lignes sans réponse."));
    return words;
}

} // namespace

Result<Delivery> ExportService::acknowledge(const QString &fileName)
{
    const Result<SesarAcknowledgement> read = readSesarAcknowledgement(fileName);
    if (!read)
        return failureOf(read);
    Result<Delivery> delivery;
    const Result<> done = m_database.inTransaction([&]() -> Result<> {
        DeliveryRepository deliveries(m_database);
        delivery = deliveryOf(*read, fileName, deliveries);
        if (!delivery || delivery->acceptedAt.isValid())
            return delivery ? Result<>() : failureOf(delivery);
        const Result<QList<ExportDifference>> told = deliveries.differences(delivery->id);
        if (!told)
            return failureOf(told);
        const Result<QList<LineRefusal>> refusals = refusalsOf(*read, fileName, *told);
        if (!refusals)
            return failureOf(refusals);
        delivery->acceptedAt = Clock::now();
        delivery->refusedLines = refusals->size();
        delivery->result =
            acknowledgedInWords(told->size(), read->answers.size(), refusals->size());
        return deliveries.acknowledge(*delivery, *refusals).and_then([&] {
            return deliveries.settle(*delivery, eventOf(*delivery));
        });
    });
    return done ? delivery : failureOf(done);
}

} // namespace recoupe
