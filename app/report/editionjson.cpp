// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncontent.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr QLatin1String formatName("recoupe-edition");
constexpr int formatVersion = 1;

// The names below are kept for ever: issued editions are stored under them. A text that an older
// version did not have reads as empty.
struct TextMember
{
    QLatin1String name;
    QString EditionRow::*member;
};

constexpr std::array textMembers{
    TextMember{QLatin1String("departement"), &EditionRow::departement},
    TextMember{QLatin1String("state"), &EditionRow::state},
    TextMember{QLatin1String("title"), &EditionRow::title},
    TextMember{QLatin1String("details"), &EditionRow::details},
    TextMember{QLatin1String("provider"), &EditionRow::provider},
    TextMember{QLatin1String("deliverer"), &EditionRow::deliverer},
    TextMember{QLatin1String("place"), &EditionRow::place},
    TextMember{QLatin1String("dates"), &EditionRow::dates},
    TextMember{QLatin1String("duration"), &EditionRow::duration},
    TextMember{QLatin1String("places"), &EditionRow::places},
    TextMember{QLatin1String("meeting"), &EditionRow::meeting},
    TextMember{QLatin1String("contactName"), &EditionRow::contactName},
    TextMember{QLatin1String("contactTelephone"), &EditionRow::contactTelephone},
    TextMember{QLatin1String("contactEmail"), &EditionRow::contactEmail},
    TextMember{QLatin1String("funding"), &EditionRow::funding},
    TextMember{QLatin1String("market"), &EditionRow::market},
    TextMember{QLatin1String("session"), &EditionRow::session},
};

QJsonObject toObject(const EditionRow &row)
{
    QJsonObject object{
        {QStringLiteral("key"), QJsonArray{row.key.formation, row.key.action, row.key.session}},
        {QStringLiteral("suspended"), row.suspended},
        {QStringLiteral("funder"), toToken(row.funder)},
    };
    for (const auto &[name, member] : textMembers)
        object.insert(name, row.*member);
    return object;
}

EditionRow rowFromObject(const QJsonObject &object)
{
    const QJsonArray key = object.value(QLatin1String("key")).toArray();
    EditionRow row;
    row.key = {key.at(0).toString(), key.at(1).toString(), key.at(2).toString()};
    row.suspended = object.value(QLatin1String("suspended")).toBool();
    row.funder =
        funderFromToken(object.value(QLatin1String("funder")).toString()).value_or(Funder::Other);
    for (const auto &[name, member] : textMembers)
        row.*member = object.value(name).toString();
    return row;
}

EditionGroup groupFromObject(const QJsonObject &object)
{
    EditionGroup group{object.value(QLatin1String("title")).toString(), {}};
    const QJsonArray rows = object.value(QLatin1String("rows")).toArray();
    group.rows.reserve(rows.size());
    for (const QJsonValue &row : rows)
        group.rows << rowFromObject(row.toObject());
    return group;
}

QDate dateOf(const QJsonObject &object, QLatin1String name)
{
    return QDate::fromString(object.value(name).toString(), Qt::ISODate);
}

Failure unreadable(const QString &detail)
{
    return fail(ErrorCode::MalformedFile,
                Tr::tr("Le contenu enregistré de cette édition est illisible\u00A0; restaurez une "
                       "sauvegarde de la base."),
                detail);
}

} // namespace

QByteArray toJson(const EditionContent &content)
{
    QJsonArray groups;
    for (const EditionGroup &group : content.groups) {
        QJsonArray rows;
        for (const EditionRow &row : group.rows)
            rows.append(toObject(row));
        groups.append(
            QJsonObject{{QStringLiteral("title"), group.title}, {QStringLiteral("rows"), rows}});
    }
    const QJsonObject object{
        {QStringLiteral("format"), formatName},
        {QStringLiteral("version"), formatVersion},
        {QStringLiteral("year"), content.year},
        {QStringLiteral("number"), content.number},
        {QStringLiteral("date"), content.date.toString(Qt::ISODate)},
        {QStringLiteral("periodEnd"), content.periodEnd.toString(Qt::ISODate)},
        {QStringLiteral("previousDate"), content.previousDate.toString(Qt::ISODate)},
        {QStringLiteral("groups"), groups},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<EditionContent> editionFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return unreadable(error.errorString());
    if (object.value(QLatin1String("format")).toString() != formatName)
        return unreadable(QStringLiteral("format"));
    if (object.value(QLatin1String("version")).toInt() > formatVersion) {
        return fail(ErrorCode::NotTheFormat,
                    Tr::tr("Cette édition a été enregistrée par une version plus récente de "
                           "Recoupe\u00A0; mettez le programme à jour."));
    }
    EditionContent content;
    content.year = object.value(QLatin1String("year")).toInt();
    content.number = object.value(QLatin1String("number")).toInt();
    content.date = dateOf(object, QLatin1String("date"));
    content.periodEnd = dateOf(object, QLatin1String("periodEnd"));
    content.previousDate = dateOf(object, QLatin1String("previousDate"));
    if (!content.date.isValid() || !object.value(QLatin1String("groups")).isArray())
        return unreadable(QStringLiteral("date, groups"));
    for (const QJsonValue &group : object.value(QLatin1String("groups")).toArray())
        content.groups << groupFromObject(group.toObject());
    return content;
}

} // namespace recoupe
