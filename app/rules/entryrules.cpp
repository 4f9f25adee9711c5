// SPDX-License-Identifier: GPL-3.0-or-later
// In time (DOMAIN, "Against the funder's notification", the three entry rules).
#include "core/counted.h"
#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <array>

namespace recoupe {

namespace {

const char *const entryDelay = QT_TRANSLATE_NOOP(
    "Rules", "« Saisir l'offre sur le portail dans les 10 jours suivant la réception de la "
             "notification du marché pour le Conseil régional et l'Agefiph, dans les 6 jours pour "
             "le Pôle emploi. » (Enregistrer l'action de formation conventionnée, 2014)");

QString days(qint64 count)
{
    return counted(count, RulesTr::tr("%1 jour"), RulesTr::tr("%1 jours"));
}

//! "10 jours", "6 jours ouvrés".
QString delayInWords(Funder funder, DayCount count)
{
    const QString pattern =
        count == DayCount::Working ? RulesTr::tr("%1 jours ouvrés") : RulesTr::tr("%1 jours");
    return pattern.arg(entryDays(funder));
}

std::optional<Observation> entryLate(const SessionCase &subject)
{
    if (!subject.award)
        return std::nullopt;
    const DayCount count = subject.settings.dayCount;
    const QDate deadline = entryDeadline(*subject.award, count);
    if (!deadline.isValid() || !subject.enteredOn.isValid() || subject.enteredOn <= deadline)
        return std::nullopt;
    return Observation{
        QStringLiteral("datecrea"), inWords(subject.enteredOn), inWords(deadline),
        RulesTr::tr(
            "Saisie le %1, %2 après le dernier jour prévu, le %3 (notification reçue le %4, "
            "délai de %5) : rappeler le délai à l'organisme mandataire.")
            .arg(inWords(subject.enteredOn), days(deadline.daysTo(subject.enteredOn)),
                 inWords(deadline), inWords(subject.award->runsFrom()),
                 delayInWords(subject.award->funder, count))};
}

//! The last day to enter what was notified; invalid where nothing is awaited.
QDate awaitedBy(const AwardCase &subject)
{
    if (subject.hasSession || subject.isReplaced)
        return {};
    return entryDeadline(subject.award, subject.settings.dayCount);
}

std::optional<Observation> entryDue(const AwardCase &subject)
{
    const QDate deadline = awaitedBy(subject);
    if (!deadline.isValid() || deadline < subject.today)
        return std::nullopt;
    const QString submitted = RulesTr::tr("aucune session saisie");
    return Observation{
        QStringLiteral("date_reception"), submitted, inWords(deadline),
        RulesTr::tr("Marché « %1 » : %2 ; il reste %3, jusqu'au %4 inclus (délai de %5).")
            .arg(subject.award.market.text(), submitted, days(subject.today.daysTo(deadline)),
                 inWords(deadline), delayInWords(subject.award.funder, subject.settings.dayCount))};
}

std::optional<Observation> entryOverdue(const AwardCase &subject)
{
    const QDate deadline = awaitedBy(subject);
    if (!deadline.isValid() || deadline >= subject.today)
        return std::nullopt;
    const QString submitted = RulesTr::tr("aucune session saisie");
    const QString holder = subject.award.awardeeName.isEmpty()
                               ? RulesTr::tr("l'organisme mandataire")
                               : subject.award.awardeeName;
    return Observation{
        QStringLiteral("date_reception"), submitted, inWords(deadline),
        RulesTr::tr("Marché « %1 » : %2 ; le délai de %3 est passé depuis %4, le dernier jour "
                    "était le %5 : relancer %6.")
            .arg(subject.award.market.text(), submitted,
                 delayInWords(subject.award.funder, subject.settings.dayCount),
                 days(deadline.daysTo(subject.today)), inWords(deadline), holder)};
}

} // namespace

std::span<const Rule> entryRules()
{
    static const std::array rules{
        Rule{"entry-overdue", QT_TRANSLATE_NOOP("Rules", "Délai de saisie dépassé"), alwaysWarning,
             entryDelay, notForOrganisation, nullptr, entryOverdue},
        Rule{"entry-due", QT_TRANSLATE_NOOP("Rules", "Saisie attendue"), alwaysInfo, entryDelay,
             notForOrganisation, nullptr, entryDue},
        Rule{"entry-late", QT_TRANSLATE_NOOP("Rules", "Saisie tardive"), alwaysInfo, entryDelay,
             notForOrganisation, entryLate},
    };
    return rules;
}

} // namespace recoupe
