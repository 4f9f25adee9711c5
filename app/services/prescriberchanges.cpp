// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prescriberchanges.h"

#include "core/counted.h"
#include "domain/mailaddress.h"
#include "services/words.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString inWords(const std::optional<Prescriber> &prescriber)
{
    if (!prescriber)
        return Tr::tr("retiré de la liste");
    const QString address =
        QStringLiteral("%1 (%2)").arg(prescriber->address, scopeInWords(prescriber->departement));
    return prescriber->structure.isEmpty() ? address : prescriber->structure + u' ' + address;
}

using ByAddress = QMap<std::pair<QString, QString>, Prescriber>;

//! However the address is spelt.
ByAddress byAddress(const QList<Prescriber> &list)
{
    ByAddress found;
    for (const Prescriber &one : list)
        found.insert({one.departement, mailAddressKey(one.address)}, one);
    return found;
}

//! "a@example.org pour toute la région, b@example.org pour Allier (03) et 5 de plus".
QString namesOf(const QList<Prescriber> &prescribers)
{
    constexpr qsizetype mostNamed = 3;
    QStringList names;
    for (const Prescriber &one : prescribers.first(std::min(prescribers.size(), mostNamed)))
        names << Tr::tr("%1 pour %2", "address and whose table it gets")
                     .arg(one.address, scopeInWords(one.departement));
    const qsizetype more = prescribers.size() - mostNamed;
    return more > 0 ? Tr::tr("%1 et %2 de plus").arg(names.join(u", "), QString::number(more))
                    : names.join(u", ");
}

} // namespace

std::optional<Prescriber> standing(const Prescriber &seen, const QList<Prescriber> &list)
{
    const auto found = std::ranges::find_if(list, [&](const Prescriber &prescriber) {
        return prescriber.departement == seen.departement && prescriber.address == seen.address;
    });
    return found == list.end() ? std::nullopt : std::optional(*found);
}

std::optional<MeanwhileChange> prescriberChange(const Prescriber &seen,
                                                const QList<Prescriber> &list,
                                                const std::optional<Prescriber> &wanted)
{
    const std::optional<Prescriber> now = standing(seen, list);
    if (now == seen)
        return std::nullopt;
    return MeanwhileChange{{},
                           Tr::tr("Destinataire %1").arg(seen.address),
                           inWords(seen),
                           inWords(now),
                           {},
                           {},
                           inWords(wanted)};
}

QString listChangesInWords(const QList<Prescriber> &seen, const QList<Prescriber> &now)
{
    const ByAddress before = byAddress(seen);
    const ByAddress after = byAddress(now);
    QList<Prescriber> added;
    QList<Prescriber> changed;
    QList<Prescriber> removed;
    for (auto one = after.begin(); one != after.end(); ++one) {
        if (!before.contains(one.key()))
            added << *one;
        else if (before.value(one.key()) != *one)
            changed << *one;
    }
    for (auto one = before.begin(); one != before.end(); ++one) {
        if (!after.contains(one.key()))
            removed << *one;
    }
    QStringList words;
    const auto tell = [&](const QList<Prescriber> &some, const QString &one, const QString &more) {
        if (!some.isEmpty())
            words << Tr::tr("%1 (%2)", "how many addresses, and which")
                         .arg(counted(some.size(), one, more), namesOf(some));
    };
    tell(added, Tr::tr("%1 adresse ajoutée"), Tr::tr("%1 adresses ajoutées"));
    tell(changed, Tr::tr("%1 adresse modifiée"), Tr::tr("%1 adresses modifiées"));
    tell(removed, Tr::tr("%1 adresse retirée"), Tr::tr("%1 adresses retirées"));
    return words.join(u", ");
}

} // namespace recoupe
