// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/worldbuilder.h"

#include "core/textfolding.h"
#include "support/generator/formationbuilder.h"
#include "support/generator/titles.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

QString mailName(const QString &text)
{
    QString name = folded(text);
    name.removeIf([](QChar c) { return !c.isLetterOrNumber() && c != u'-' && c != u' '; });
    return name.replace(u' ', u'-');
}

QString twoDigits(int number)
{
    return QStringLiteral("%1").arg(number % 100, 2, 10, QLatin1Char('0'));
}

} // namespace

WorldBuilder::WorldBuilder(quint64 seed, QDate today)
    : m_random(seed)
    , m_today(today)
{
}

void WorldBuilder::beginBlock()
{
    m_block = {};
    m_titles.clear();
    addOrganisation();
    addOrganisation();
}

qsizetype WorldBuilder::addFormation(const FormationBrief &brief, int maxSessions,
                                     qsizetype mandataire)
{
    return FormationBuilder(*this, brief, mandataire).build(maxSessions);
}

qsizetype WorldBuilder::addOrganisation()
{
    WorldOrganisation organisation;
    organisation.rank = m_numbers.organisation();
    const QStringView kind = m_random.pick(organisationKinds());
    organisation.name = QStringLiteral("%1 %2").arg(kind).arg(m_random.pick(organisationNames()));
    organisation.siren = sirenOfRank(organisation.rank);
    organisation.commune = std::size_t(m_random.below(qsizetype(communes().size())));
    const int house = m_random.between(1, 60);
    organisation.street = QStringLiteral("%1 %2").arg(house).arg(m_random.pick(streets()));
    organisation.domain =
        QStringLiteral("%1-%2.example.%3")
            .arg(mailName(organisation.name))
            .arg(organisation.rank)
            .arg(m_random.chance(70) ? QLatin1String("org") : QLatin1String("fr"));
    for (int i = 0; i < 3; ++i)
        organisation.people << person(organisation, i);
    m_block.organisations << organisation;
    return m_block.organisations.size() - 1;
}

//! Telephone numbers are of the ranges that the Arcep keeps for fiction.
WorldPerson WorldBuilder::person(const WorldOrganisation &organisation, int rank)
{
    static constexpr std::array<QStringView, 4> telephones{u"04 65 71 %1 %2", u"04.65.71.%1.%2",
                                                           u"06 39 98 %1 %2", u"+33 4 65 71 %1 %2"};
    const FirstName &first = m_random.pick(firstNames());
    const QStringView last = m_random.pick(lastNames());
    WorldPerson made;
    made.civility = first.civility.toString();
    made.firstName = first.name.toString();
    made.lastName = last.toString();
    made.telephone = m_random.pick(telephones)
                         .toString()
                         .arg(twoDigits(organisation.rank), twoDigits(10 + 11 * rank));
    made.mail =
        mailName(made.firstName) + u'.' + mailName(made.lastName) + u'@' + organisation.domain;
    return made;
}

bool WorldBuilder::takeTitle(const QString &title)
{
    if (m_titles.contains(title))
        return false;
    m_titles.insert(title);
    return true;
}

WorldPlace WorldBuilder::placeIn(const Commune &commune, qsizetype organisation) const
{
    const WorldOrganisation &trainer = m_block.organisations[organisation];
    const bool isSeat = communes()[trainer.commune].insee == commune.insee;
    const std::size_t site = std::size_t(trainer.rank + commune.name.size()) % streets().size();
    return {isSeat ? trainer.name
                   : QStringLiteral("%1, site %2").arg(trainer.name, ofCommune(commune.name)),
            isSeat ? trainer.street : QStringLiteral("12 bis %1").arg(streets()[site]),
            commune.postalCode.toString(), commune.name.toString(), commune.insee.toString()};
}

const Commune &WorldBuilder::otherCommune(QStringView postalCode, bool sameDepartement)
{
    for (;;) {
        const Commune &other = m_random.pick(communes());
        if (other.postalCode != postalCode &&
            (other.departement() == postalCode.left(2)) == sameDepartement)
            return other;
    }
}

void WorldBuilder::finishBlock()
{
    for (WorldFormation &formation : m_block.formations)
        groupSessions(formation);
}

void WorldBuilder::groupSessions(WorldFormation &formation)
{
    QList<WorldSession> grouped;
    while (!formation.sessions.isEmpty()) {
        const WorldAction action = formation.sessions.first().action;
        const QString numero = m_numbers.action(m_random);
        for (WorldSession &session : formation.sessions) {
            if (session.action != action)
                continue;
            session.actionNumero = numero;
            grouped << session;
        }
        formation.sessions.removeIf(
            [&](const WorldSession &session) { return session.action == action; });
    }
    formation.sessions = grouped;
}

} // namespace recoupe
