// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/jsonresults.h"
#include "cli/outputfolder.h"
#include "core/counted.h"
#include "services/words.h"

#include <QLocale>

namespace recoupe {

namespace {

Result<Partner> partnerNamed(const QString &name)
{
    if (const std::optional<Partner> partner = partnerFromToken(name))
        return *partner;
    QStringList known;
    for (const Partner partner : partners)
        known << toToken(partner);
    return fail(ErrorCode::InvalidArgument,
                CliTr::tr("« %1 » n'est pas un partenaire : l'un de %2 est attendu.")
                    .arg(name, known.join(u", ")));
}

Result<ExportRequest> requestOf(const CommandContext &context)
{
    const Result<Partner> partner = partnerNamed(context.arguments().value(0));
    if (!partner)
        return failureOf(partner);
    ExportRequest request{*partner, {}, {}, context.value(QStringLiteral("reason"))};
    if (const QString day = context.value(QStringLiteral("date")); !day.isEmpty()) {
        request.day = QDate::fromString(day, Qt::ISODate);
        if (!request.day.isValid())
            return fail(ErrorCode::InvalidArgument,
                        CliTr::tr("« %1 » n'est pas une date : l'écrire AAAA-MM-JJ.").arg(day));
    }
    if (context.isSet(QStringLiteral("output")) && !context.isSet(QStringLiteral("preview"))) {
        const Result<QDir> folder = outputFolder(context);
        if (!folder)
            return failureOf(folder);
        request.folder = folder->absolutePath();
    }
    return request;
}

void sayRemarks(const CommandContext &context, const QList<Rejection> &leftOut,
                const QList<Rejection> &altered)
{
    for (const Rejection &rejection : leftOut)
        context.say(CliTr::tr("Laissée de côté : %1").arg(describe(rejection)));
    for (const Rejection &rejection : altered)
        context.say(CliTr::tr("Écrite autrement : %1").arg(describe(rejection)));
}

ExitStatus statusOf(const Delivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Delivered:
        return delivery.counts.leftOut > 0 ? ExitStatus::DoneWithRemarks : ExitStatus::Done;
    case DeliveryState::Held:
    case DeliveryState::Dropped: return ExitStatus::DoneWithRemarks;
    case DeliveryState::ToDo:
    case DeliveryState::Running:
    case DeliveryState::Refused:
    case DeliveryState::Failed: break;
    }
    return ExitStatus::ServerFailed;
}

ExitStatus conclude(const CommandContext &context, const Delivery &delivery)
{
    if (context.isSet(QStringLiteral("json")))
        context.print(QJsonDocument(deliveryJson(delivery)));
    else
        context.print(deliveryInWords(delivery));
    return statusOf(delivery);
}

ExitStatus conclude(const CommandContext &context, const Result<Delivery> &delivery)
{
    return delivery ? conclude(context, *delivery) : context.fail(delivery.error());
}

ExitStatus showPreview(CommandContext &context, const ExportRequest &request)
{
    const Result<ExportPreview> preview = context.office().exports().preview(request);
    if (!preview)
        return context.fail(preview.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(previewJson(*preview)));
        return ExitStatus::Done;
    }
    sayRemarks(context, preview->leftOut, preview->altered);
    for (const ExportDifference &difference : preview->differences)
        context.print(differenceInWords(difference));
    context.print(countsInWords(preview->counts));
    if (!preview->question.isEmpty())
        context.say(preview->question);
    return ExitStatus::Done;
}

//! The number of a delivery among the arguments.
Result<qint64> deliveryNamed(const CommandContext &context)
{
    bool isNumber = false;
    const QString name = context.arguments().value(0);
    const qint64 id = name.toLongLong(&isNumber);
    if (isNumber && id > 0)
        return id;
    return fail(ErrorCode::InvalidArgument,
                CliTr::tr("« %1 » n'est pas le numéro d'un envoi : « recoupe deliveries » les "
                          "donne.")
                    .arg(name));
}

//! Opens the base and finds the number.
Result<qint64> openFor(CommandContext &context)
{
    const Result<qint64> id = deliveryNamed(context);
    if (!id)
        return id;
    return context.office().open().map([&] { return *id; });
}

} // namespace

ExitStatus runExport(CommandContext &context)
{
    if (context.arguments().isEmpty())
        return context.misuse(CliTr::tr("Dire à quel partenaire exporter."));
    const Result<ExportRequest> request = requestOf(context);
    if (!request)
        return context.fail(request.error());
    const bool onlyShows = context.isSet(QStringLiteral("preview"));
    const Result<> opened = onlyShows ? context.office().open() : context.openToWrite();
    if (!opened)
        return context.fail(opened.error());
    if (onlyShows)
        return showPreview(context, *request);
    const Result<PreparedDelivery> sent = context.office().exports().send(*request);
    if (!sent)
        return context.fail(sent.error());
    sayRemarks(context, sent->leftOut, sent->altered);
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(preparedJson(*sent)));
        return statusOf(sent->delivery);
    }
    return conclude(context, sent->delivery);
}

ExitStatus runDeliveries(CommandContext &context)
{
    constexpr int most = 500;
    std::optional<Partner> only;
    if (!context.arguments().isEmpty()) {
        const Result<Partner> partner = partnerNamed(context.arguments().first());
        if (!partner)
            return context.fail(partner.error());
        only = *partner;
    }
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<QList<Delivery>> deliveries = context.office().exports().deliveries(only, most);
    if (!deliveries)
        return context.fail(deliveries.error());
    if (context.isSet(QStringLiteral("json"))) {
        QJsonArray list;
        for (const Delivery &delivery : *deliveries)
            list.append(deliveryJson(delivery));
        context.print(QJsonDocument(list));
        return ExitStatus::Done;
    }
    for (const Delivery &delivery : *deliveries)
        context.print(QStringLiteral("%1\t%2").arg(delivery.id).arg(deliveryInWords(delivery)));
    if (deliveries->isEmpty())
        context.say(CliTr::tr("Aucun envoi : « recoupe export PARTENAIRE »."));
    return ExitStatus::Done;
}

ExitStatus runConfirmDelivery(CommandContext &context)
{
    const Result<qint64> id = openFor(context);
    if (!id)
        return context.fail(id.error());
    ExportService exports = context.office().exports();
    return conclude(context, exports.confirm(*id, context.value(QStringLiteral("reason")))
                                 .and_then([&](const Delivery &confirmed) {
                                     return exports.transmit(confirmed.id);
                                 }));
}

ExitStatus runRetryDelivery(CommandContext &context)
{
    const Result<qint64> id = openFor(context);
    if (!id)
        return context.fail(id.error());
    ExportService exports = context.office().exports();
    // One that waits for its next try needs no leave to be tried.
    const Result<Delivery> again = exports.retry(*id);
    if (!again && again.error().code != ErrorCode::Refused)
        return context.fail(again.error());
    return conclude(context, exports.transmit(*id));
}

ExitStatus runDropDelivery(CommandContext &context)
{
    const Result<qint64> id = openFor(context);
    if (!id)
        return context.fail(id.error());
    const Result<Delivery> dropped =
        context.office().exports().drop(*id, context.value(QStringLiteral("reason")));
    if (!dropped)
        return context.fail(dropped.error());
    conclude(context, *dropped);
    return ExitStatus::Done;
}

ExitStatus runAcknowledge(CommandContext &context)
{
    if (context.arguments().isEmpty())
        return context.misuse(CliTr::tr("Dire quel accusé lire."));
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    const Result<Delivery> delivery =
        context.office().exports().acknowledge(context.arguments().first());
    if (!delivery)
        return context.fail(delivery.error());
    conclude(context, *delivery);
    return delivery->refusedLines > 0 ? ExitStatus::DoneWithRemarks : ExitStatus::Done;
}

} // namespace recoupe
