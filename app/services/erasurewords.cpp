// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/erasurewords.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! "Note (2), Courrier (1)": the places that get that remedy, by their kind.
QString placesWith(PersonalRemedy remedy, const PersonReport &report)
{
    QStringList kinds;
    QHash<QString, int> counts;
    for (const PersonPlace &place : report.places) {
        if (place.remedy != remedy)
            continue;
        if (++counts[place.where] == 1)
            kinds << place.where;
    }
    for (QString &kind : kinds)
        kind = Tr::tr("%1 (%2)", "kind of record, how many").arg(kind).arg(counts.value(kind));
    return kinds.join(QStringLiteral(", "));
}

} // namespace

QString countsInWords(const ErasureRecord &record)
{
    return Tr::tr("Lignes changées : %1 ; supprimées : %2 ; événements du "
                  "journal vidés : %3.")
        .arg(record.rowsChanged)
        .arg(record.rowsRemoved)
        .arg(record.eventsChanged);
}

QStringList waitingInWords(const PersonReport &report)
{
    QStringList sentences;
    for (const Delivery &delivery : report.waiting)
        sentences << Tr::tr("L'envoi n° %1 à %2, qui n'est pas parti, en parle : il sera "
                            "abandonné avec l'effacement.")
                         .arg(QString::number(delivery.id), partnerName(delivery.partner));
    return sentences;
}

QString informedInWords(const QList<Partner> &informed)
{
    QStringList names;
    for (const Partner partner : informed)
        names << partnerName(partner);
    return names.isEmpty() ? QString()
                           : Tr::tr("À prévenir, car ils ont reçu ces sessions : %1.")
                                 .arg(names.join(QStringLiteral(", ")));
}

QStringList consequencesInWords(const PersonReport &report)
{
    QStringList sentences;
    const auto add = [&](PersonalRemedy remedy, const QString &sentence) {
        if (const QString places = placesWith(remedy, report); !places.isEmpty())
            sentences << sentence.arg(places);
    };
    add(PersonalRemedy::Change,
        Tr::tr("Vidés de ce qui est dit de la personne : %1. Les lignes restent."));
    add(PersonalRemedy::Remove, Tr::tr("Supprimés : %1."));
    add(PersonalRemedy::Event,
        Tr::tr("Vidés de leurs textes, mais gardés dans le journal : %1. Une édition du "
               "tableau garde ses lignes, sans le contact."));
    add(PersonalRemedy::Keep, Tr::tr("Restent tels quels, à changer dans les réglages : %1."));
    sentences += waitingInWords(report);
    sentences << Tr::tr("Le portail garde ce qu'il a : faites-y effacer la personne aussi, "
                        "sinon un contenu qu'il change ensuite la ramène.")
              << informedInWords(report.informed);
    if (!report.copies.isEmpty())
        sentences << Tr::tr("Les sauvegardes de la base faites avant gardent ces données, tant "
                            "qu'elles ne sont pas effacées.");
    sentences.removeAll(QString());
    return sentences;
}

} // namespace recoupe
