// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/personvalues.h"

#include "domain/mailaddress.h"
#include "exchange/lheo/lheopersons.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace recoupe {

namespace {

// Names of storage/jsontext.
constexpr QLatin1String civilityField("civility");
constexpr QLatin1String firstNameField("firstName");
constexpr QLatin1String lastNameField("lastName");
constexpr QLatin1String telephonesField("telephones");
constexpr QLatin1String emailField("email");
// Names of report/editionjson.
constexpr QLatin1String printedName("contactName");
constexpr QLatin1String printedTelephone("contactTelephone");
constexpr QLatin1String printedEmail("contactEmail");

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &value : list.toArray())
        texts << value.toString();
    return texts;
}

void put(QJsonObject &object, QLatin1String name, const QString &text)
{
    if (text.isEmpty())
        object.remove(name);
    else
        object.insert(name, text);
}

bool isEmptied(const QString &text)
{
    return text == QStringView(PersonFilter::erasedMark);
}

} // namespace

PersonValues::PersonValues(PersonFilter filter)
    : m_filter(std::move(filter))
{
}

Result<std::optional<QVariant>> PersonValues::operator()(PersonalForm form, const QVariant &value)
{
    const QByteArray before =
        value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
    if (before.isEmpty())
        return std::optional<QVariant>();
    if (form == PersonalForm::Text) {
        const QVariant after = text(value.toString());
        return after == value.toString() ? std::nullopt : std::optional(after);
    }
    const Result<QByteArray> after =
        form == PersonalForm::Xml ? xml(before) : Result<QByteArray>(json(before));
    if (!after)
        return failureOf(after);
    if (*after == before)
        return std::optional<QVariant>();
    return std::optional(value.typeId() == QMetaType::QByteArray
                             ? QVariant(*after)
                             : QVariant(QString::fromUtf8(*after)));
}

//! A field that said nothing else is empty then.
QVariant PersonValues::text(const QString &value) const
{
    const QString after = m_filter.filtered(value);
    return isEmptied(after.trimmed()) ? QString() : after;
}

Result<QByteArray> PersonValues::xml(const QByteArray &value)
{
    return sourceWithoutPerson(value, m_filter,
                               [this](const Contact &contact) { (void)meets(contact); });
}

QByteArray PersonValues::json(const QByteArray &value)
{
    // Signs may be written by their number.
    const QJsonDocument document = QJsonDocument::fromJson(value);
    if (!m_filter.mayBeIn(QString::fromUtf8(document.toJson(QJsonDocument::Compact))))
        return value;
    const QJsonValue before =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue after = filtered(before);
    if (after == before)
        return value;
    return (after.isArray() ? QJsonDocument(after.toArray()) : QJsonDocument(after.toObject()))
        .toJson(QJsonDocument::Compact);
}

QJsonValue PersonValues::filtered(const QJsonValue &value)
{
    if (value.isString())
        return text(value.toString()).toString();
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray())
            list.append(filtered(item));
        return list;
    }
    return value.isObject() ? QJsonValue(filtered(value.toObject())) : value;
}

QJsonObject PersonValues::filtered(QJsonObject object)
{
    filterContact(object);
    filterPrintedContact(object);
    QJsonObject out;
    for (auto field = object.begin(); field != object.end(); ++field)
        out.insert(text(field.key()).toString(), filtered(field.value()));
    return out;
}

void PersonValues::filterContact(QJsonObject &object)
{
    const Contact contact{
        object.value(civilityField).toString(), object.value(firstNameField).toString(),
        object.value(lastNameField).toString(), textsOf(object.value(telephonesField)),
        object.value(emailField).toString()};
    if (!meets(contact))
        return;
    const Contact after = m_filter.filtered(contact);
    put(object, civilityField, after.civility);
    put(object, firstNameField, after.firstName);
    put(object, lastNameField, after.lastName);
    put(object, emailField, after.email);
    object.remove(telephonesField);
    if (!after.telephones.isEmpty())
        object.insert(telephonesField, QJsonArray::fromStringList(after.telephones));
}

//! A line of an edition. The fact by which the next edition tells a change goes too: it could be
//! found by trying.
void PersonValues::filterPrintedContact(QJsonObject &object)
{
    const SplitName name = splitName(object.value(printedName).toString());
    const Contact contact{{},
                          name.first,
                          name.last,
                          object.value(printedTelephone).toString().split(u'\n'),
                          object.value(printedEmail).toString()};
    if (!object.contains(printedName) || !meets(contact))
        return;
    const Contact after = m_filter.filtered(contact);
    object.insert(printedName, after.fullName());
    object.insert(printedTelephone, after.telephones.join(u'\n'));
    object.insert(printedEmail, after.email);
    QJsonObject facts = object.value(QLatin1String("facts")).toObject();
    if (facts.contains(QLatin1String("contact")))
        facts.insert(QLatin1String("contact"), QString());
    object.insert(QStringLiteral("facts"), facts);
}

//! Whether it is the person; of another one, notes what they share.
bool PersonValues::meets(const Contact &contact)
{
    if (m_filter.isContact(contact)) {
        if (!m_contacts.contains(contact))
            m_contacts << contact;
        return true;
    }
    if (!contact.hasName())
        return false;
    QStringList keys{mailAddressKey(contact.email)};
    for (const QString &telephone : contact.telephones)
        keys << telephoneKey(telephone);
    for (const QString &key : std::as_const(keys)) {
        if (!key.isEmpty() && !m_shared.contains(key))
            m_shared << key;
    }
    return false;
}

} // namespace recoupe
