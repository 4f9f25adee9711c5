// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace recoupe {

namespace {

template <typename Value, typename Type>
concept Is = std::same_as<std::remove_const_t<Value>, Type>;

// The fields of each record, named once for both ways: `json` writes a const record and fills
// another one.

template <typename Json>
void fieldsOf(Json &json, Is<Place> auto &place)
{
    json("name", place.name);
    json("lines", place.lines);
    json("postalCode", place.postalCode);
    json("city", place.city);
    json("inseeCode", place.inseeCode);
}

template <typename Json>
void fieldsOf(Json &json, Is<Contact> auto &contact)
{
    json("civility", contact.civility);
    json("firstName", contact.firstName);
    json("lastName", contact.lastName);
    json("telephones", contact.telephones);
    json("email", contact.email);
}

template <typename Json>
void fieldsOf(Json &json, Is<Organisation> auto &organisation)
{
    json("siret", organisation.siret);
    json("name", organisation.name);
    json("legalName", organisation.legalName);
    json("activityNumber", organisation.activityNumber);
    json("contact", organisation.contact);
}

template <typename Json>
void fieldsOf(Json &json, Is<Funding> auto &funding)
{
    json("funderCode", funding.funderCode);
    json("marketNumber", funding.marketNumber);
    json("lot", funding.lot);
    json("scheme", funding.scheme);
    json("siegSegment", funding.siegSegment);
    json("places", funding.places);
}

template <typename Json>
void fieldsOf(Json &json, Is<InfoMeeting> auto &meeting)
{
    json("date", meeting.date);
    json("startTime", meeting.startTime);
    json("endTime", meeting.endTime);
    json("place", meeting.place);
    json("comment", meeting.comment);
}

template <typename Json>
void fieldsOf(Json &json, Is<Assessment> auto &assessment)
{
    json("date", assessment.date);
    json("isFinal", assessment.isFinal);
    json("comment", assessment.comment);
}

template <typename Json>
void fieldsOf(Json &json, Is<TableProfile> auto &profile)
{
    json("funder", profile.funder);
    json("columns", profile.columns);
    json("encoding", profile.encoding);
    json("separator", profile.separator);
    json("headerLine", profile.headerLine);
}

template <typename Json>
void fieldsOf(Json &json, Is<DeliveredFile> auto &file)
{
    json("path", file.path);
    json("size", file.size);
    json("sha256", file.sha256);
}

template <typename Json>
void fieldsOf(Json &json, Is<ExportDetails> auto &details)
{
    json("title", details.title);
    json("market", details.marketNumber);
    json("start", details.start);
    json("end", details.end);
    json("place", details.place);
    json("recruitment", details.recruitment);
}

// Text is written straight away: an import of a whole feed makes some hundred thousand of these,
// and building a QJsonDocument for each takes several times as long.
class Writer
{
public:
    explicit Writer(QString &out)
        : m_out(out)
    {
    }

    //! A field of a record; left out where it equals its default.
    template <typename Value>
    void operator()(const char *name, const Value &value)
    {
        if (value == Value())
            return;
        m_out += m_out.endsWith(u'{') ? QLatin1String("\"") : QLatin1String(",\"");
        m_out += QLatin1String(name);
        m_out += QLatin1String("\":");
        write(value);
    }

    void write(qint64 number) { m_out += QString::number(number); }
    void write(RecruitmentState state) { write(toToken(state)); }
    void write(int number) { m_out += QString::number(number); }
    void write(bool yes) { m_out += yes ? QLatin1String("true") : QLatin1String("false"); }
    void write(const std::optional<int> &number) { write(*number); }
    void write(const PartialDate &date) { write(date.toLheo()); }
    void write(const std::optional<Funder> &funder) { write(toToken(*funder)); }
    void write(QChar character) { write(QString(character)); }
    void write(const QString &text);
    void write(const QMap<QString, QString> &map);

    template <typename Value>
    void write(const QList<Value> &list)
    {
        m_out += u'[';
        for (const Value &value : list) {
            if (&value != &list.first())
                m_out += u',';
            write(value);
        }
        m_out += u']';
    }

    template <typename Record>
    void write(const Record &record)
    {
        m_out += u'{';
        fieldsOf(*this, record);
        m_out += u'}';
    }

private:
    QString &m_out;
};

// https://www.rfc-editor.org/rfc/rfc8259#section-7
void Writer::write(const QString &text)
{
    const auto isEscaped = [](QChar c) { return c == u'"' || c == u'\\' || c < u' '; };
    m_out += u'"';
    auto done = text.begin();
    for (auto at = std::find_if(done, text.end(), isEscaped); at != text.end();
         at = std::find_if(done, text.end(), isEscaped)) {
        m_out += QStringView(done, at);
        if (*at < u' ')
            m_out += QStringLiteral("\\u%1").arg(at->unicode(), 4, 16, QLatin1Char('0'));
        else
            m_out += QStringLiteral("\\") + *at;
        done = at + 1;
    }
    m_out += QStringView(done, text.end());
    m_out += u'"';
}

void Writer::write(const QMap<QString, QString> &map)
{
    m_out += u'{';
    for (auto entry = map.begin(); entry != map.end(); ++entry) {
        if (entry != map.begin())
            m_out += u',';
        write(entry.key());
        m_out += u':';
        write(entry.value());
    }
    m_out += u'}';
}

template <typename Record>
void fromValue(const QJsonValue &json, Record &record);

void fromValue(const QJsonValue &json, int &number)
{
    number = json.toInt();
}
void fromValue(const QJsonValue &json, qint64 &number)
{
    number = json.toInteger();
}
void fromValue(const QJsonValue &json, RecruitmentState &state)
{
    state = recruitmentFromToken(json.toString()).value_or(RecruitmentState::Unknown);
}
void fromValue(const QJsonValue &json, bool &yes)
{
    yes = json.toBool();
}
void fromValue(const QJsonValue &json, std::optional<int> &number)
{
    number = json.toInt();
}
void fromValue(const QJsonValue &json, QString &text)
{
    text = json.toString();
}
void fromValue(const QJsonValue &json, std::optional<Funder> &funder)
{
    funder = funderFromToken(json.toString());
}
void fromValue(const QJsonValue &json, QChar &character)
{
    const QString text = json.toString();
    character = text.isEmpty() ? QChar() : text.front();
}
void fromValue(const QJsonValue &json, QMap<QString, QString> &map)
{
    const QJsonObject object = json.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        map.insert(entry.key(), entry.value().toString());
}
void fromValue(const QJsonValue &json, PartialDate &date)
{
    date = PartialDate::fromLheo(json.toString()).value_or(PartialDate());
}
void fromValue(const QJsonValue &json, QStringList &list)
{
    const QJsonArray texts = json.toArray();
    for (const QJsonValue &text : texts)
        list << text.toString();
}

struct Reader
{
    QJsonObject object;

    template <typename Value>
    void operator()(const char *name, Value &value)
    {
        const QJsonValue found = object.value(QLatin1String(name));
        if (!found.isUndefined())
            fromValue(found, value);
    }
};

template <typename Record>
void fromValue(const QJsonValue &json, Record &record)
{
    Reader reader{json.toObject()};
    fieldsOf(reader, record);
}

void fromDocument(const QJsonDocument &document, QStringList &list)
{
    fromValue(document.array(), list);
}

template <typename Object>
void fromDocument(const QJsonDocument &document, Object &object)
{
    fromValue(document.object(), object);
}

template <typename Record>
void fromDocument(const QJsonDocument &document, QList<Record> &records)
{
    const QJsonArray array = document.array();
    records.reserve(array.size());
    for (const QJsonValue &value : array)
        fromValue(value, records.emplaceBack());
}

} // namespace

template <JsonStored Value>
QString toJsonText(const Value &value)
{
    if (value == Value())
        return {};
    QString text;
    Writer(text).write(value);
    return text;
}

template <JsonStored Value>
void fromJsonText(const QString &text, Value &value)
{
    value = Value();
    if (!text.isEmpty())
        fromDocument(QJsonDocument::fromJson(text.toUtf8()), value);
}

template QString toJsonText(const QStringList &);
template QString toJsonText(const QList<Contact> &);
template QString toJsonText(const QList<Place> &);
template QString toJsonText(const QList<Organisation> &);
template QString toJsonText(const QList<Funding> &);
template QString toJsonText(const QList<InfoMeeting> &);
template QString toJsonText(const QList<Assessment> &);
template QString toJsonText(const QMap<QString, QString> &);
template QString toJsonText(const QList<DeliveredFile> &);
template QString toJsonText(const Organisation &);
template QString toJsonText(const TableProfile &);
template QString toJsonText(const ExportDetails &);
template void fromJsonText(const QString &, QStringList &);
template void fromJsonText(const QString &, QList<Contact> &);
template void fromJsonText(const QString &, QList<Place> &);
template void fromJsonText(const QString &, QList<Organisation> &);
template void fromJsonText(const QString &, QList<Funding> &);
template void fromJsonText(const QString &, QList<InfoMeeting> &);
template void fromJsonText(const QString &, QList<Assessment> &);
template void fromJsonText(const QString &, QMap<QString, QString> &);
template void fromJsonText(const QString &, QList<DeliveredFile> &);
template void fromJsonText(const QString &, Organisation &);
template void fromJsonText(const QString &, TableProfile &);
template void fromJsonText(const QString &, ExportDetails &);

} // namespace recoupe
