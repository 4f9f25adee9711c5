// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mailingtext.h"

#include "core/counted.h"
#include "core/oneline.h"
#include "core/shortdate.h"
#include "report/editionframe.h"
#include "report/rowparts.h"
#include "services/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr qsizetype mostListed = 15; // a mail is skimmed; the table has them all

//! "Soudeur – Bâti-Formation, Thiers 63300 : dates, lieu".
QString lineOf(const QString &title, const QString &provider, const QString &place,
               const QString &remark)
{
    QStringList where{onOneLine(provider), onOneLine(place)};
    where.removeAll(QString());
    const QString line =
        where.isEmpty() ? title : QStringLiteral("%1 – %2").arg(title, where.join(u", "));
    return remark.isEmpty() ? line : Tr::tr("%1 : %2", "session and remark").arg(line, remark);
}

//! "état (SUSPENDU), dates": what recruiting has come to is what a prescriber acts on.
QString changesOf(const EditionRow &row)
{
    QStringList changes = row.changes;
    for (QString &change : changes) {
        if (change == rowPartName(RowPart::State))
            change = Tr::tr("%1 (%2)", "part of a row and its value").arg(change, row.state);
    }
    return changes.join(QStringLiteral(", "));
}

//! What changed, a line for each session, by kind.
struct Changes
{
    QStringList added;
    QStringList changed;
    QStringList gone;
};

Changes changesIn(const EditionContent &content)
{
    Changes changes;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            if (row.mark == RowMark::New)
                changes.added << lineOf(row.title, row.provider, row.place, onOneLine(row.dates));
            else if (row.mark == RowMark::Changed)
                changes.changed << lineOf(row.title, row.provider, row.place, changesOf(row));
        }
    }
    for (const EditionDeparture &departure : content.departures)
        changes.gone << lineOf(departure.title, departure.provider, departure.place,
                               departure.reason);
    return changes;
}

QString listed(const QString &title, const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    QStringList shown{Tr::tr("%1 :", "title of a list").arg(title)};
    for (const QString &line : lines.first(std::min(lines.size(), mostListed)))
        shown << QStringLiteral("- ") + line;
    if (lines.size() > mostListed)
        shown << Tr::tr("- et %1 de plus, dans le tableau").arg(lines.size() - mostListed);
    return shown.join(u'\n');
}

QString changesInWords(const EditionContent &content)
{
    if (!content.previousDate.isValid())
        return Tr::tr("C'est la première édition de ce tableau.");
    const Changes changes = changesIn(content);
    const QString replaced = Tr::tr("Cette édition remplace celle du %1 : merci de ne plus "
                                    "l'utiliser.")
                                 .arg(shortDate(content.previousDate));
    if (changes.added.isEmpty() && changes.changed.isEmpty() && changes.gone.isEmpty())
        return replaced + u' ' + Tr::tr("Aucune session n'y a changé depuis.");
    QStringList paragraphs{
        replaced + u' ' +
            Tr::tr("Depuis : %1, %2, %3.")
                .arg(counted(changes.added.size(), Tr::tr("%1 nouvelle session"),
                             Tr::tr("%1 nouvelles sessions")),
                     counted(changes.changed.size(), Tr::tr("%1 modifiée"), Tr::tr("%1 modifiées")),
                     counted(changes.gone.size(), Tr::tr("%1 sortie"), Tr::tr("%1 sorties"))),
        listed(Tr::tr("Nouvelles sessions"), changes.added),
        listed(Tr::tr("Sessions modifiées"), changes.changed),
        listed(Tr::tr("Sorties du tableau"), changes.gone)};
    paragraphs.removeAll(QString());
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace

PlaceTexts mailingPlaces(const EditionContent &content, const QString &operatorName)
{
    return {{LetterPlace::Edition, content.label()},
            {LetterPlace::EditionDate, shortDate(content.date)},
            {LetterPlace::Scope, scopeInWords(content.view.departement)},
            {LetterPlace::Count, editionCounts(content).first().words},
            {LetterPlace::Operator, operatorName},
            {LetterPlace::Changes, changesInWords(content)}};
}

} // namespace recoupe
