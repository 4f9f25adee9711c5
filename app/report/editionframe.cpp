// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionframe.h"

#include "core/counted.h"
#include "domain/departement.h"
#include "report/editionwording.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

struct FunderCount
{
    qsizetype open = 0;
    qsizetype suspended = 0;
    qsizetype other = 0;

    [[nodiscard]] qsizetype total() const { return open + suspended + other; }

    void add(const EditionRow &row)
    {
        if (row.suspended)
            ++suspended;
        else if (row.state == stateWords(RecruitmentState::Open))
            ++open;
        else
            ++other;
    }
};

QString words(const FunderCount &count)
{
    if (count.total() == 0)
        return Tr::tr("aucune session");
    QStringList parts;
    if (count.open > 0)
        parts << counted(count.open, Tr::tr("%1 ouverte"), Tr::tr("%1 ouvertes"));
    if (count.suspended > 0)
        parts << counted(count.suspended, Tr::tr("%1 suspendue"), Tr::tr("%1 suspendues"));
    if (count.other > 0)
        parts << Tr::tr("%1 sans état précisé").arg(count.other);
    return counted(count.total(), Tr::tr("%1 session"), Tr::tr("%1 sessions")) +
           QStringLiteral("\u00A0: ") + parts.join(QStringLiteral(", "));
}

} // namespace

QString tableTitle()
{
    return Tr::tr("Tableau des formations collectives");
}

QString fundersWords(const EditionContent &content)
{
    return QStringList{funderName(Funder::PoleEmploi, content.date),
                       funderName(Funder::Region, content.date),
                       funderName(Funder::Agefiph, content.date)}
        .join(QStringLiteral(", "));
}

QString editionWords(const EditionContent &content)
{
    if (content.isDraft())
        return Tr::tr("PROJET du %1").arg(longDate(content.date));
    const QString words =
        Tr::tr("Édition n°\u00A0%1 du %2").arg(content.label(), longDate(content.date));
    return content.annulled ? Tr::tr("%1, ANNULÉE").arg(words) : words;
}

QString stampWords(const EditionContent &content)
{
    if (content.isDraft())
        return Tr::tr("PROJET");
    return content.annulled ? Tr::tr("ANNULÉE") : QString();
}

QString periodWords(const EditionContent &content)
{
    const QString period =
        Tr::tr("Quinzaine du %1 au %2").arg(shortDate(content.date), shortDate(content.periodEnd));
    if (!content.previousDate.isValid())
        return period;
    const QString replaces = content.isDraft() ? Tr::tr("remplacera l'édition du %1")
                                               : Tr::tr("remplace l'édition du %1");
    return period + QStringLiteral(" – ") + replaces.arg(shortDate(content.previousDate));
}

QString viewWords(const EditionContent &content)
{
    QStringList parts;
    if (!content.view.departement.isEmpty())
        parts << departementTitle(content.view.departement);
    for (const Funder funder : content.view.funders)
        parts << funderName(funder, content.date);
    return parts.join(QStringLiteral(", "));
}

QString documentTitle(const EditionContent &content)
{
    const QString title =
        Tr::tr("%1, %2 du %3")
            .arg(tableTitle(),
                 content.isDraft() ? content.label() : Tr::tr("édition n° %1").arg(content.label()),
                 longDate(content.date));
    const QString view = viewWords(content);
    return view.isEmpty() ? title : Tr::tr("%1, %2").arg(title, view);
}

QList<EditionCount> editionCounts(const EditionContent &content)
{
    QMap<Funder, FunderCount> counts;
    FunderCount all;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            counts[row.funder].add(row);
            all.add(row);
        }
    }
    QList<EditionCount> out{{Tr::tr("Ensemble"), words(all)}};
    for (const Funder funder :
         {Funder::PoleEmploi, Funder::Region, Funder::Agefiph, Funder::Other}) {
        const bool isLeftOut =
            !content.view.funders.isEmpty() && !content.view.funders.contains(funder);
        if (isLeftOut || (funder == Funder::Other && !counts.contains(funder)))
            continue;
        out << EditionCount{funderName(funder, content.date), words(counts.value(funder))};
    }
    if (content.previousDate.isValid())
        out << EditionCount{Tr::tr("Depuis le %1").arg(shortDate(content.previousDate)),
                            changesWords(content)};
    return out;
}

QString changesWords(const EditionContent &content)
{
    qsizetype fresh = 0;
    qsizetype changed = 0;
    for (const EditionGroup &group : content.groups) {
        fresh += std::ranges::count(group.rows, RowMark::New, &EditionRow::mark);
        changed += std::ranges::count(group.rows, RowMark::Changed, &EditionRow::mark);
    }
    return QStringList{
        counted(fresh, Tr::tr("%1 nouvelle"), Tr::tr("%1 nouvelles")),
        counted(changed, Tr::tr("%1 modifiée"), Tr::tr("%1 modifiées")),
        counted(content.departures.size(), Tr::tr("%1 sortie"), Tr::tr("%1 sorties"))}
        .join(QStringLiteral(", "));
}

QStringList legendWords(const EditionContent &content)
{
    QStringList parts{
        Tr::tr("SUSPENDU\u00A0: recrutement interrompu, voir le contact."),
        Tr::tr("Places\u00A0: places financées (–\u00A0: non communiqué)."),
    };
    if (content.previousDate.isValid())
        parts.insert(1, Tr::tr("NOUVEAU, MODIFIÉ\u00A0: depuis l'édition précédente."));
    for (const Funder funder : {Funder::PoleEmploi, Funder::Region, Funder::Agefiph}) {
        QString shortName = funderShortName(funder, content.date);
        const QString name = funderName(funder, content.date);
        if (shortName != name)
            parts << QStringLiteral("%1\u00A0:\u00A0%2.")
                         .arg(shortName.replace(u' ', QChar(0x00A0)), name);
    }
    parts << Tr::tr("AFC\u00A0: action de formation conventionnée.")
          << Tr::tr("AFE\u00A0: action de formation expérimentale.")
          << Tr::tr("POEC\u00A0: préparation opérationnelle à l'emploi collective.")
          << Tr::tr("SIEG\u00A0: service d'intérêt économique général.");
    return parts;
}

QString noRowsWords(const EditionContent &content)
{
    return viewWords(content).isEmpty()
               ? Tr::tr("Aucune session n'est publiée dans cette édition.")
               : Tr::tr("Cette édition n'a aucune session pour cet extrait.");
}

QString extractWords(const EditionContent &content)
{
    const QString view = viewWords(content);
    return view.isEmpty() ? QString() : Tr::tr("Extrait\u00A0: %1").arg(view);
}

QString departuresTitle()
{
    return Tr::tr("Sorties depuis la dernière édition");
}

} // namespace recoupe
