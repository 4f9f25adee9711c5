// SPDX-License-Identifier: GPL-3.0-or-later
// What a partner answers to a delivery.
#include "core/counted.h"
#include "exchange/sesar/sesaractivations.h"
#include "services/exportservice.h"
#include "storage/database.h"
#include "storage/deliveryrepository.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <map>
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

Failure notOfThisDelivery(const SesarAnswer &answer, const QString &delivery,
                          const QString &fileName)
{
    return fail(ErrorCode::Refused,
                Tr::tr("L'accusé « %1 » répond à la session « %2 », dont l'envoi « %3 » ne parle "
                       "pas. Rien n'a été retenu de ce fichier.")
                    .arg(QDir::toNativeSeparators(fileName), answer.key.toString(), delivery));
}

Failure contradicted(const SesarAnswer &answer, const QString &fileName)
{
    return fail(ErrorCode::Refused,
                Tr::tr("L'accusé « %1 » répond à la session « %2 » le contraire d'un accusé déjà "
                       "lu. Rien n'a été retenu de ce fichier : demandez à SESAR lequel vaut.")
                    .arg(QDir::toNativeSeparators(fileName), answer.key.toString()));
}

using Answers = std::map<SessionKey, LineAnswer>;

//! What it says that was not known yet, of what SESAR was told.
Result<QList<LineAnswer>> newAnswers(const SesarAcknowledgement &acknowledgement,
                                     const QString &fileName, const QList<ExportDifference> &told,
                                     const Answers &known)
{
    std::set<SessionKey> keys;
    for (const ExportDifference &difference : told)
        keys.insert(difference.key);
    QList<LineAnswer> answers;
    for (const SesarAnswer &answer : acknowledgement.answers) {
        if (!keys.contains(answer.key))
            return notOfThisDelivery(answer, acknowledgement.deliveryKey, fileName);
        const auto before = known.find(answer.key);
        if (before == known.end()) {
            const bool isBare = !answer.accepted && answer.reason.isEmpty();
            answers.append(
                {answer.key, answer.accepted, isBare ? Tr::tr("sans motif") : answer.reason});
        } else if (before->second.accepted != answer.accepted) {
            return contradicted(answer, fileName);
        }
    }
    return answers;
}

qsizetype refusedIn(const Answers &answers)
{
    return std::ranges::count_if(answers,
                                 [](const auto &answer) { return !answer.second.accepted; });
}

QString acknowledgedInWords(qsizetype lines, const Answers &answers)
{
    const qsizetype refused = refusedIn(answers);
    const qsizetype accepted = qsizetype(answers.size()) - refused;
    QStringList words{counted(accepted, Tr::tr("%1 ligne acceptée par SESAR"),
                              Tr::tr("%1 lignes acceptées par SESAR"))};
    if (refused > 0)
        words << counted(refused, Tr::tr("%1 refusée"), Tr::tr("%1 refusées"));
    if (const qsizetype silent = lines - qsizetype(answers.size()); silent > 0)
        words << Tr::tr("%1 sans réponse").arg(silent);
    return words.join(QStringLiteral(", ")) + u'.';
}

//! Enters what is new in it, and counts all that SESAR said so far.
Result<> enterAnswers(const SesarAcknowledgement &acknowledgement, const QString &fileName,
                      Delivery &delivery, DeliveryRepository &deliveries)
{
    const Result<QList<ExportDifference>> told = deliveries.differences(delivery.id);
    const Result<QList<LineAnswer>> before = deliveries.answers(delivery.id);
    if (!told || !before)
        return told ? failureOf(before) : failureOf(told);
    Answers known;
    for (const LineAnswer &answer : *before)
        known.emplace(answer.key, answer);
    const Result<QList<LineAnswer>> added = newAnswers(acknowledgement, fileName, *told, known);
    if (!added)
        return failureOf(added);
    if (added->isEmpty())
        return {};
    for (const LineAnswer &answer : *added)
        known.emplace(answer.key, answer);
    delivery.acceptedAt = Clock::now();
    delivery.refusedLines = refusedIn(known);
    delivery.result = acknowledgedInWords(told->size(), known);
    return deliveries.acknowledge(delivery, *added);
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
        if (!delivery)
            return failureOf(delivery);
        const Delivery before = *delivery;
        return enterAnswers(*read, fileName, *delivery, deliveries).and_then([&] {
            return *delivery == before ? Result<>()
                                       : deliveries.settle(*delivery, eventOf(*delivery));
        });
    });
    return done ? delivery : failureOf(done);
}

} // namespace recoupe
