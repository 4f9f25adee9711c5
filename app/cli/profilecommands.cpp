// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/fundername.h"

#include <QJsonArray>
#include <QJsonObject>

namespace recoupe {

namespace {

constexpr QLatin1String tabWord("tab");

QString separatorWord(QChar separator)
{
    return separator == u'\t' ? tabWord : separator.isNull() ? QString() : QString(separator);
}

QJsonObject profileJson(const TableProfile &profile)
{
    QJsonObject columns;
    for (auto column = profile.columns.begin(); column != profile.columns.end(); ++column)
        columns.insert(column.key(), column.value());
    return {
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("funder"),
         profile.funder ? QJsonValue(toToken(*profile.funder)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("columns"), columns},
        {QStringLiteral("encoding"), profile.encoding},
        {QStringLiteral("separator"), separatorWord(profile.separator)},
        {QStringLiteral("headerLine"), profile.headerLine},
    };
}

//! "Agefiph, agefiph, numero_marche=Réf., ligne d'en-tête 3": what it leaves to the file is left
//! out.
QString profileLine(const TableProfile &profile)
{
    QStringList parts{profile.name};
    if (profile.funder)
        parts << QLatin1String("--funder ") + toToken(*profile.funder);
    if (!profile.encoding.isEmpty())
        parts << QLatin1String("--encoding ") + profile.encoding;
    if (!profile.separator.isNull())
        parts << QLatin1String("--separator ") + separatorWord(profile.separator);
    if (profile.headerLine > 0)
        parts << QLatin1String("--header-line ") + QString::number(profile.headerLine);
    for (auto column = profile.columns.begin(); column != profile.columns.end(); ++column)
        parts << column.key() + u'=' + column.value().simplified();
    return parts.join(u'\t');
}

ExitStatus listProfiles(CommandContext &context)
{
    const Result<QList<TableProfile>> profiles = context.office().profiles().profiles();
    if (!profiles)
        return context.fail(profiles.error());
    QJsonArray json;
    for (const TableProfile &profile : *profiles) {
        if (context.isSet(QStringLiteral("json")))
            json.append(profileJson(profile));
        else
            context.print(profileLine(profile));
    }
    if (context.isSet(QStringLiteral("json")))
        context.print(QJsonDocument(json));
    return ExitStatus::Done;
}

//! Fills in what the options say; a French sentence when one makes no sense.
QString readLayout(const CommandContext &context, TableProfile &profile)
{
    profile.encoding = context.value(QStringLiteral("encoding"));
    const QString separator = context.value(QStringLiteral("separator"));
    if (separator == tabWord)
        profile.separator = u'\t';
    else if (separator.size() == 1)
        profile.separator = separator.front();
    else if (!separator.isEmpty())
        return CliTr::tr("Séparateur « %1 » inconnu : donner un caractère, ou tab.").arg(separator);
    if (!context.isSet(QStringLiteral("header-line")))
        return {};
    const QString line = context.value(QStringLiteral("header-line"));
    profile.headerLine = line.toInt();
    return profile.headerLine > 0
               ? QString()
               : CliTr::tr("« %1 » n'est pas un numéro de ligne : les compter à partir de 1.")
                     .arg(line);
}

//! Fills in "COLUMN=HEADER" as typed; a French sentence when one is not of that form.
QString readColumns(const QStringList &arguments, TableProfile &profile)
{
    for (const QString &argument : arguments) {
        if (!argument.contains(u'='))
            return CliTr::tr("« %1 » n'est pas de la forme COLONNE=EN-TÊTE.").arg(argument);
        profile.columns.insert(argument.section(u'=', 0, 0).trimmed(),
                               argument.section(u'=', 1).trimmed());
    }
    return {};
}

ExitStatus saveProfile(CommandContext &context)
{
    TableProfile profile;
    profile.name = context.value(QStringLiteral("save"));
    if (const QString fault = readFunder(context, profile.funder); !fault.isEmpty())
        return context.misuse(fault);
    if (const QString fault = readLayout(context, profile); !fault.isEmpty())
        return context.misuse(fault);
    if (const QString fault = readColumns(context.arguments(), profile); !fault.isEmpty())
        return context.misuse(fault);
    const Result<TableProfile> saved = context.office().profiles().save(profile);
    if (!saved)
        return context.fail(saved.error());
    context.say(CliTr::tr("Profil « %1 » enregistré.").arg(saved->name));
    return ExitStatus::Done;
}

ExitStatus removeProfile(CommandContext &context)
{
    const QString name = context.value(QStringLiteral("remove"));
    if (const Result<> removed = context.office().profiles().remove(name); !removed)
        return context.fail(removed.error());
    context.say(CliTr::tr("Profil « %1 » supprimé.").arg(name));
    return ExitStatus::Done;
}

} // namespace

ExitStatus runProfiles(CommandContext &context)
{
    const bool saves = context.isSet(QStringLiteral("save"));
    const bool removes = context.isSet(QStringLiteral("remove"));
    if (saves && removes)
        return context.misuse(CliTr::tr("Enregistrer ou supprimer : choisir l'un des deux."));
    if (!saves && !context.arguments().isEmpty())
        return context.misuse(CliTr::tr("Dire sous quel nom garder le profil : « --save NOM »."));
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    if (saves)
        return saveProfile(context);
    return removes ? removeProfile(context) : listProfiles(context);
}

} // namespace recoupe
