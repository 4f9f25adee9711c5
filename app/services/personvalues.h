// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/person.h"
#include "storage/personaldatarepository.h"

namespace recoupe {

//! Takes a person out of the values of the base, or corrects him or her there, and notes the
//! contacts that it met.
class PersonValues
{
public:
    explicit PersonValues(PersonFilter filter);

    //! As WithoutPerson: for PersonalDataRepository::rows().
    [[nodiscard]] Result<std::optional<QVariant>> operator()(PersonalForm form,
                                                             const QVariant &value);
    //! The contacts that are the person, each once.
    [[nodiscard]] const QList<Contact> &contacts() const { return m_contacts; }
    //! Mails and telephones, by their keys, that somebody else has too.
    [[nodiscard]] const QStringList &shared() const { return m_shared; }

private:
    [[nodiscard]] QVariant text(const QString &value) const;
    [[nodiscard]] Result<QByteArray> xml(const QByteArray &value);
    [[nodiscard]] QByteArray json(const QByteArray &value);
    [[nodiscard]] QJsonValue filtered(const QJsonValue &value);
    [[nodiscard]] QJsonObject filtered(QJsonObject object);
    //! Takes the person out of a record that says whom to reach, under these names of its fields.
    void filterContact(QJsonObject &object);
    void filterPrintedContact(QJsonObject &object);
    [[nodiscard]] bool meets(const Contact &contact);

    PersonFilter m_filter;
    QList<Contact> m_contacts;
    QStringList m_shared;
};

} // namespace recoupe
