// SPDX-License-Identifier: GPL-3.0-or-later
// What is done about the data of persons: shown, corrected, erased.
#include "cli/command.h"
#include "core/counted.h"
#include "services/erasurewords.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace recoupe {

namespace {

QStringList partnerNames(const QList<Partner> &partners)
{
    QStringList names;
    for (const Partner partner : partners)
        names << partnerName(partner);
    return names;
}

QString toToken(PersonalRemedy remedy)
{
    switch (remedy) {
    case PersonalRemedy::Change: return QStringLiteral("change");
    case PersonalRemedy::Remove: return QStringLiteral("remove");
    case PersonalRemedy::Event: return QStringLiteral("event");
    case PersonalRemedy::Keep: break;
    }
    return QStringLiteral("keep");
}

QJsonObject reportJson(const PersonReport &report)
{
    QJsonArray places;
    for (const PersonPlace &place : report.places)
        places.append(QJsonObject{{QStringLiteral("where"), place.where},
                                  {QStringLiteral("subject"), place.subject},
                                  {QStringLiteral("said"), place.said},
                                  {QStringLiteral("remedy"), toToken(place.remedy)}});
    QJsonArray waiting;
    for (const Delivery &delivery : report.waiting)
        waiting.append(delivery.id);
    const auto list = [](const QStringList &texts) { return QJsonArray::fromStringList(texts); };
    return {{QStringLiteral("names"), list(report.person.names)},
            {QStringLiteral("telephones"), list(report.person.telephones)},
            {QStringLiteral("emails"), list(report.person.emails)},
            {QStringLiteral("places"), places},
            {QStringLiteral("waitingDeliveries"), waiting},
            {QStringLiteral("copies"), list(report.copies)},
            {QStringLiteral("informed"), list(partnerNames(report.informed))}};
}

void say(const CommandContext &context, const PersonReport &report)
{
    for (const PersonPlace &place : report.places)
        context.print(QStringLiteral("%1\t%2\t%3").arg(place.where, place.subject, place.said));
    context.say(counted(report.places.size(), CliTr::tr("%1 endroit de la base."),
                        CliTr::tr("%1 endroits de la base.")));
    for (const QString &sentence : waitingInWords(report))
        context.say(sentence);
    if (!report.informed.isEmpty())
        context.say(informedInWords(report.informed));
}

ExitStatus find(CommandContext &context)
{
    const Result<PersonReport> report =
        context.office().persons().find(context.value(QStringLiteral("find")));
    if (!report)
        return context.fail(report.error());
    if (context.isSet(QStringLiteral("json")))
        context.print(QJsonDocument(reportJson(*report)));
    else
        say(context, *report);
    return ExitStatus::Done;
}

// Neither says whom it was about: what is printed may be kept in a log.
ExitStatus conclude(const CommandContext &context, const Result<ErasureOutcome> &outcome)
{
    if (!outcome)
        return context.fail(outcome.error());
    const ErasureRecord &record = outcome->record;
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(QJsonObject{
            {QStringLiteral("rowsChanged"), record.rowsChanged},
            {QStringLiteral("rowsRemoved"), record.rowsRemoved},
            {QStringLiteral("eventsChanged"), record.eventsChanged},
            {QStringLiteral("informed"),
             QJsonArray::fromStringList(partnerNames(outcome->informed))},
            {QStringLiteral("remains"), QJsonArray::fromStringList(outcome->remains)}}));
    } else {
        context.print(countsInWords(record));
    }
    if (!outcome->informed.isEmpty())
        context.say(informedInWords(outcome->informed));
    for (const QString &sentence : outcome->remains)
        context.say(sentence);
    return outcome->remains.isEmpty() ? ExitStatus::Done : ExitStatus::DoneWithRemarks;
}

} // namespace

ExitStatus runRetention(CommandContext &context)
{
    const bool isTrial = context.isSet(QStringLiteral("dry-run"));
    if (isTrial == context.isSet(QStringLiteral("apply")))
        return context.misuse(CliTr::tr("Dire quoi faire : --dry-run ou --apply."));
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    RetentionService retention = context.office().retention();
    const Result<QList<RetentionLine>> lines = isTrial ? retention.preview() : retention.apply();
    if (!lines)
        return context.fail(lines.error());
    QJsonArray list;
    for (const RetentionLine &line : *lines)
        list.append(QJsonObject{{QStringLiteral("record"), toToken(line.record)},
                                {QStringLiteral("months"), line.months},
                                {QStringLiteral("rows"), line.rows}});
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(list));
        return ExitStatus::Done;
    }
    for (const RetentionLine &line : *lines)
        context.print(
            QStringLiteral("%1\t%2\t%3").arg(toToken(line.record)).arg(line.months).arg(line.rows));
    return ExitStatus::Done;
}

ExitStatus runPersons(CommandContext &context)
{
    const auto isSet = [&](const char *name) { return context.isSet(QLatin1String(name)); };
    const auto value = [&](const char *name) { return context.value(QLatin1String(name)); };
    if (isSet("find") + isSet("erase") + isSet("correct") != 1)
        return context.misuse(CliTr::tr("Dire quoi faire : --find, --erase ou --correct."));
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    if (isSet("find"))
        return find(context);
    PersonService persons = context.office().persons();
    if (isSet("erase"))
        return conclude(context,
                        persons.erase({value("erase"), value("reason"), isSet("remove-backups")}));
    return conclude(context, persons.correct(value("correct"), value("with"), value("reason")));
}

} // namespace recoupe
