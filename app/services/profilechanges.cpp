// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/profilechanges.h"

#include "services/words.h"

#include <QCoreApplication>
#include <QDate>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString stateInWords(const ProfileState &profile)
{
    return profile ? Tr::tr("enregistré") : Tr::tr("aucun profil de ce nom");
}

//! What a profile says, by what it says it of. What it leaves empty is found out from the file.
QMap<QString, QString> contentInWords(const TableProfile &profile)
{
    QMap<QString, QString> words;
    if (profile.funder)
        words.insert(Tr::tr("financeur"), funderName(*profile.funder, QDate::currentDate()));
    if (!profile.encoding.isEmpty())
        words.insert(Tr::tr("encodage"), profile.encoding);
    if (!profile.separator.isNull())
        words.insert(Tr::tr("séparateur"), profile.separator == u'\t'
                                               ? Tr::tr("tabulation")
                                               : Tr::tr("« %1 »").arg(profile.separator));
    if (profile.headerLine > 0)
        words.insert(Tr::tr("ligne d'en-tête"), QString::number(profile.headerLine));
    for (auto column = profile.columns.begin(); column != profile.columns.end(); ++column)
        words.insert(Tr::tr("colonne %1").arg(column.key()),
                     column->isEmpty() ? Tr::tr("aucune") : Tr::tr("« %1 »").arg(*column));
    return words;
}

} // namespace

QList<MeanwhileChange> profileChanges(const ProfileState &seen, const ProfileState &now,
                                      const ProfileState &wanted)
{
    if (seen == now)
        return {};
    const QString name = Tr::tr("Profil « %1 »").arg((now ? now : seen)->name);
    if (!seen || !now)
        return {{{},
                 name,
                 stateInWords(seen),
                 stateInWords(now),
                 {},
                 {},
                 wanted ? Tr::tr("l'enregistrer") : Tr::tr("le supprimer")}};
    const auto textsOf = [](const ProfileState &profile) {
        return profile ? contentInWords(*profile) : QMap<QString, QString>();
    };
    const QMap<QString, QString> before = textsOf(seen);
    const QMap<QString, QString> after = textsOf(now);
    const QMap<QString, QString> typed = textsOf(wanted);
    const QString found = Tr::tr("à trouver dans le fichier");
    QList<MeanwhileChange> changes;
    QMap<QString, QString> all = before;
    all.insert(after);
    for (const QString &what : all.keys()) {
        const QString then = before.value(what, found);
        const QString standing = after.value(what, found);
        if (then != standing)
            changes.append({{},
                            Tr::tr("%1, %2", "profile and what it says").arg(name, what),
                            then,
                            standing,
                            {},
                            {},
                            wanted ? typed.value(what, found) : Tr::tr("supprimer le profil")});
    }
    return changes;
}

} // namespace recoupe
