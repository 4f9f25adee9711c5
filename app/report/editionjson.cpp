// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncontent.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr QLatin1String formatName("recoupe-edition");
constexpr int formatVersion = 2; // 2: domain, start, marks, facts and departures

// The names below are kept for ever: issued editions are stored under them. A text that an older
// version did not have reads as empty.
template <typename Record>
struct TextMember
{
    QLatin1String name;
    QString Record::*member;
};

constexpr std::array<TextMember<EditionRow>, 18> rowTexts{{
    {QLatin1String("departement"), &EditionRow::departement},
    {QLatin1String("state"), &EditionRow::state},
    {QLatin1String("title"), &EditionRow::title},
    {QLatin1String("details"), &EditionRow::details},
    {QLatin1String("provider"), &EditionRow::provider},
    {QLatin1String("deliverer"), &EditionRow::deliverer},
    {QLatin1String("place"), &EditionRow::place},
    {QLatin1String("dates"), &EditionRow::dates},
    {QLatin1String("duration"), &EditionRow::duration},
    {QLatin1String("places"), &EditionRow::places},
    {QLatin1String("meeting"), &EditionRow::meeting},
    {QLatin1String("contactName"), &EditionRow::contactName},
    {QLatin1String("contactTelephone"), &EditionRow::contactTelephone},
    {QLatin1String("contactEmail"), &EditionRow::contactEmail},
    {QLatin1String("funding"), &EditionRow::funding},
    {QLatin1String("market"), &EditionRow::market},
    {QLatin1String("session"), &EditionRow::session},
    {QLatin1String("domain"), &EditionRow::domain},
}};

constexpr std::array<TextMember<EditionDeparture>, 6> departureTexts{{
    {QLatin1String("departement"), &EditionDeparture::departement},
    {QLatin1String("title"), &EditionDeparture::title},
    {QLatin1String("provider"), &EditionDeparture::provider},
    {QLatin1String("place"), &EditionDeparture::place},
    {QLatin1String("dates"), &EditionDeparture::dates},
    {QLatin1String("reason"), &EditionDeparture::reason},
}};

struct MarkName
{
    RowMark mark;
    QLatin1String name;
};

constexpr std::array markNames{
    MarkName{RowMark::None, QLatin1String("")},
    MarkName{RowMark::New, QLatin1String("new")},
    MarkName{RowMark::Changed, QLatin1String("changed")},
};

QJsonValue toValue(RowMark mark)
{
    return std::ranges::find(markNames, mark, &MarkName::mark)->name;
}

RowMark markFrom(const QJsonValue &value)
{
    const auto found = std::ranges::find(markNames, value.toString(), &MarkName::name);
    return found == markNames.end() ? RowMark::None : found->mark;
}

QDate dateFrom(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

//! What rows and departures have in common.
QJsonObject recordObject(const SessionKey &key, Funder funder)
{
    return {
        {QStringLiteral("key"), QJsonArray{key.formation, key.action, key.session}},
        {QStringLiteral("funder"), toToken(funder)},
    };
}

void readRecord(const QJsonObject &object, SessionKey &key, Funder &funder)
{
    const QJsonArray parts = object.value(QLatin1String("key")).toArray();
    key = {parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString()};
    funder =
        funderFromToken(object.value(QLatin1String("funder")).toString()).value_or(Funder::Other);
}

QJsonObject toObject(const EditionDeparture &departure)
{
    QJsonObject object = recordObject(departure.key, departure.funder);
    for (const auto &[name, member] : departureTexts)
        object.insert(name, departure.*member);
    return object;
}

EditionDeparture departureFromObject(const QJsonObject &object)
{
    EditionDeparture departure;
    readRecord(object, departure.key, departure.funder);
    for (const auto &[name, member] : departureTexts)
        departure.*member = object.value(name).toString();
    return departure;
}

QJsonObject toObject(const EditionRow &row)
{
    QJsonObject object = recordObject(row.key, row.funder);
    object.insert(QStringLiteral("suspended"), row.suspended);
    object.insert(QStringLiteral("start"), row.start.toString(Qt::ISODate));
    object.insert(QStringLiteral("mark"), toValue(row.mark));
    object.insert(QStringLiteral("changes"), QJsonArray::fromStringList(row.changes));
    for (const auto &[name, member] : rowTexts)
        object.insert(name, row.*member);
    QJsonObject facts;
    for (auto fact = row.facts.cbegin(); fact != row.facts.cend(); ++fact)
        facts.insert(fact.key(), fact.value());
    object.insert(QStringLiteral("facts"), facts);
    if (row.movedFrom)
        object.insert(QStringLiteral("movedFrom"), toObject(*row.movedFrom));
    return object;
}

EditionRow rowFromObject(const QJsonObject &object)
{
    EditionRow row;
    readRecord(object, row.key, row.funder);
    row.suspended = object.value(QLatin1String("suspended")).toBool();
    row.start = dateFrom(object.value(QLatin1String("start")));
    row.mark = markFrom(object.value(QLatin1String("mark")));
    for (const QJsonValue &change : object.value(QLatin1String("changes")).toArray())
        row.changes << change.toString();
    for (const auto &[name, member] : rowTexts)
        row.*member = object.value(name).toString();
    const QJsonObject facts = object.value(QLatin1String("facts")).toObject();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        row.facts.insert(fact.key(), fact.value().toString());
    const QJsonValue movedFrom = object.value(QLatin1String("movedFrom"));
    if (movedFrom.isObject())
        row.movedFrom = departureFromObject(movedFrom.toObject());
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
    QJsonArray departures;
    for (const EditionDeparture &departure : content.departures)
        departures.append(toObject(departure));
    const QJsonObject object{
        {QStringLiteral("format"), formatName},
        {QStringLiteral("version"), formatVersion},
        {QStringLiteral("year"), content.year},
        {QStringLiteral("number"), content.number},
        {QStringLiteral("date"), content.date.toString(Qt::ISODate)},
        {QStringLiteral("periodEnd"), content.periodEnd.toString(Qt::ISODate)},
        {QStringLiteral("previousDate"), content.previousDate.toString(Qt::ISODate)},
        {QStringLiteral("previous"), content.previousLabel},
        {QStringLiteral("groups"), groups},
        {QStringLiteral("departures"), departures},
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
    content.date = dateFrom(object.value(QLatin1String("date")));
    content.periodEnd = dateFrom(object.value(QLatin1String("periodEnd")));
    content.previousDate = dateFrom(object.value(QLatin1String("previousDate")));
    content.previousLabel = object.value(QLatin1String("previous")).toString();
    if (!content.date.isValid() || !object.value(QLatin1String("groups")).isArray())
        return unreadable(QStringLiteral("date, groups"));
    for (const QJsonValue &group : object.value(QLatin1String("groups")).toArray())
        content.groups << groupFromObject(group.toObject());
    for (const QJsonValue &departure : object.value(QLatin1String("departures")).toArray())
        content.departures << departureFromObject(departure.toObject());
    return content;
}

} // namespace recoupe
