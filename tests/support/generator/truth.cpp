// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/truth.h"

#include "support/generator/world.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace recoupe {

namespace {

QJsonValue textOrNothing(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QByteArray line(QJsonObject object)
{
    return QJsonDocument(std::move(object)).toJson(QJsonDocument::Compact) + '\n';
}

QJsonValue awardToken(const WorldBlock &block, qsizetype contract)
{
    if (contract < 0 || !block.contracts[contract].isSent)
        return QJsonValue(QJsonValue::Undefined);
    return block.contracts[contract].key().toToken();
}

QByteArray sessionLine(const WorldBlock &block, const WorldFormation &formation,
                       const WorldSession &session)
{
    QJsonObject object{
        {QStringLiteral("formation"), formation.numero},
        {QStringLiteral("action"), session.actionNumero},
        {QStringLiteral("session"), session.numero},
        {QStringLiteral("award"), awardToken(block, session.contract)},
        {QStringLiteral("borne"), awardToken(block, session.bears)},
        {QStringLiteral("defect"), textOrNothing(session.defect)},
        {QStringLiteral("rules"), QJsonArray::fromStringList(session.rules)},
    };
    if (session.nextDay) {
        object[QStringLiteral("nextDayDefect")] = session.nextDay->defect;
        object[QStringLiteral("nextDayRules")] = QJsonArray::fromStringList(session.nextDay->rules);
    }
    return line(object);
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &text : array.toArray())
        texts << text.toString();
    return texts;
}

SessionTruth sessionOf(const QJsonObject &object)
{
    const auto text = [&](QLatin1String name) { return object[name].toString(); };
    return {{text(QLatin1String("formation")), text(QLatin1String("action")),
             text(QLatin1String("session"))},
            AwardKey::fromToken(text(QLatin1String("award"))),
            AwardKey::fromToken(text(QLatin1String("borne"))),
            text(QLatin1String("defect")),
            textsOf(object[QLatin1String("rules")]),
            text(QLatin1String("nextDayDefect")),
            textsOf(object[QLatin1String("nextDayRules")])};
}

AwardTruth awardOf(const QJsonObject &object)
{
    return {AwardKey::fromToken(object[QLatin1String("award")].toString()).value_or(AwardKey()),
            object[QLatin1String("defect")].toString(), textsOf(object[QLatin1String("rules")])};
}

} // namespace

QByteArray truthLines(const WorldBlock &block, QDate today)
{
    QByteArray lines;
    for (const WorldFormation &formation : block.formations) {
        for (const WorldSession &session : formation.sessions)
            lines += sessionLine(block, formation, session);
    }
    for (qsizetype i = 0; i < block.contracts.size(); ++i) {
        if (!block.contracts[i].isSent)
            continue;
        lines += line(
            {{QStringLiteral("award"), awardToken(block, i)},
             {QStringLiteral("defect"), textOrNothing(block.contracts[i].defect)},
             {QStringLiteral("rules"), QJsonArray::fromStringList(rulesOnAward(block, i, today))}});
    }
    return lines;
}

Result<Truth> readTruth(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    Truth truth;
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        if (object.contains(QLatin1String("session")))
            truth.sessions << sessionOf(object);
        else
            truth.awards << awardOf(object);
    }
    return truth;
}

} // namespace recoupe
