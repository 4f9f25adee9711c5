// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/decisioncommands.h"
#include "services/words.h"

#include <QJsonObject>

namespace recoupe {

namespace {

void listSettings(const CommandContext &context, const QMap<QString, QString> &texts)
{
    if (context.isSet(QStringLiteral("json"))) {
        QJsonObject json;
        for (auto text = texts.begin(); text != texts.end(); ++text)
            json.insert(text.key(), text.value());
        context.print(QJsonDocument(json));
        return;
    }
    for (auto text = texts.begin(); text != texts.end(); ++text)
        context.print(
            QStringLiteral("%1=%2\t%3").arg(text.key(), text.value(), settingInWords(text.key())));
}

} // namespace

ExitStatus runSettings(CommandContext &context)
{
    if (context.arguments().isEmpty()) {
        const Result<WorkspacePtr> workspace = context.office().workspace();
        if (!workspace)
            return context.fail(workspace.error());
        const Result<ExchangeSettings> exchange = context.office().exports().settings();
        if (!exchange)
            return context.fail(exchange.error());
        QMap<QString, QString> texts = (*workspace)->settings.toTexts();
        texts.insert(exchange->toTexts());
        const Result<QList<RetentionLine>> kept = context.office().retention().preview();
        if (!kept)
            return context.fail(kept.error());
        for (const RetentionLine &line : *kept)
            texts.insert(retentionSetting(line.record), QString::number(line.months));
        listSettings(context, texts);
        return ExitStatus::Done;
    }
    QMap<QString, QString> changes;
    for (const QString &argument : context.arguments()) {
        if (!argument.contains(u'='))
            return context.misuse(
                CliTr::tr("« %1 » n'est pas de la forme NOM=VALEUR.").arg(argument));
        changes.insert(argument.section(u'=', 0, 0).trimmed(), argument.section(u'=', 1).trimmed());
    }
    if (const Result<> opened = context.office().open(); !opened)
        return context.fail(opened.error());
    return concludeDecision(context, context.office().decisions().changeSettings(
                                         changes, context.value(QStringLiteral("reason"))));
}

} // namespace recoupe
