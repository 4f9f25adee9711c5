// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/erasedpersons.h"

#include "domain/mailaddress.h"
#include "domain/person.h"
#include "storage/erasurerepository.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

Result<ErasedPersons> ErasedPersons::load(Database &database)
{
    return ErasureRepository(database).marks().map([](const QList<ErasedPersonMark> &marks) {
        ErasedPersons persons;
        for (const ErasedPersonMark &mark : marks) {
            persons.m_salt = mark.salt; // the same of all
            persons.m_digests.insert(mark.digest);
        }
        return persons;
    });
}

void ErasedPersons::look(const TrainingAction &action)
{
    if (m_digests.isEmpty())
        return;
    for (const Contact &contact : action.contacts)
        look(contact, action.numero);
    look(action.mandataire.contact, action.numero);
}

void ErasedPersons::look(const TrainingSession &session)
{
    if (m_digests.isEmpty())
        return;
    for (const Contact &contact : session.contacts)
        look(contact, session.key.toString());
    for (const Organisation &deliverer : session.deliverers)
        look(deliverer.contact, session.key.toString());
}

void ErasedPersons::look(const QString &mail, const QString &where)
{
    if (!m_digests.isEmpty() && isErased(mailAddressKey(mail)) && !m_where.contains(where))
        m_where << where;
}

void ErasedPersons::look(const Contact &contact, const QString &where)
{
    const bool isMet = isErased(mailAddressKey(contact.email)) ||
                       (contact.hasName() && isErased(nameKey(contact.fullName())));
    if (isMet && !m_where.contains(where))
        m_where << where;
}

bool ErasedPersons::isErased(const QString &key)
{
    if (key.isEmpty())
        return false;
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    return *m_known.insert(key, m_digests.contains(personDigest(m_salt, key)));
}

QStringList ErasedPersons::warnings() const
{
    constexpr qsizetype namedOnes = 5;
    if (m_where.isEmpty())
        return {};
    QString where = m_where.first(std::min(namedOnes, m_where.size())).join(QStringLiteral(", "));
    if (m_where.size() > namedOnes)
        where += QStringLiteral(", …");
    return {Tr::tr("Ce fichier nomme encore une personne dont les données ont été effacées (%1) : "
                   "faites-la retirer à la source, et effacez-la de nouveau si elle est revenue "
                   "dans la base.")
                .arg(where)};
}

} // namespace recoupe
