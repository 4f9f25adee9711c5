// SPDX-License-Identifier: GPL-3.0-or-later
// Against the funder's notification (DOMAIN, "Against the funder's notification").
#include "core/counted.h"
#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <array>

namespace recoupe {

namespace {

const char *const publishedAfterCheck = QT_TRANSLATE_NOOP(
    "Rules", "« Le Carif ne diffuse qu'après vérification avec les informations transmises par les "
             "financeurs. » (Enregistrer l'action de formation conventionnée, 2014)");
const char *const entryDelay = QT_TRANSLATE_NOOP(
    "Rules", "« Saisir l'offre sur le portail dans les 10 jours suivant la réception de la "
             "notification du marché pour le Conseil régional et l'Agefiph, dans les 6 jours pour "
             "le Pôle emploi. » (Enregistrer l'action de formation conventionnée, 2014)");

QString days(qint64 count)
{
    return counted(count, RulesTr::tr("%1 jour"), RulesTr::tr("%1 jours"));
}

std::optional<Observation> awardMissing(const SessionCase &subject)
{
    if (subject.match.outcome != AwardMatch::Outcome::None)
        return std::nullopt;
    const MarketNumber market = subject.session.marketNumber();
    const QString funder = ofFunder(subject.funder(), subject.today);
    const QString expected = RulesTr::tr("une notification %1").arg(funder);
    if (market.isMissing()) {
        return Observation{
            QStringLiteral("ref-action-marche-financeur"), market.text(), expected,
            RulesTr::tr("Sans numéro de marché, aucune notification %1 ne peut être rapprochée : "
                        "demander le numéro à l'organisme mandataire.")
                .arg(funder)};
    }
    return Observation{
        QStringLiteral("ref-action-marche-financeur"), market.text(), expected,
        RulesTr::tr("Aucune notification %1 ne porte le numéro de marché « %2 » : vérifier le "
                    "numéro, ou importer la notification qui manque.")
            .arg(funder, market.text())};
}

std::optional<Observation> awardAmbiguous(const SessionCase &subject)
{
    if (subject.match.outcome != AwardMatch::Outcome::Ambiguous)
        return std::nullopt;
    const QString number = subject.session.marketNumber().text();
    const QString expected = RulesTr::tr("une seule notification");
    return Observation{
        QStringLiteral("ref-action-marche-financeur"), number, expected,
        RulesTr::tr("%1 notifications portent le numéro de marché « %2 » au lieu d'%3, et rien ne "
                    "les départage : faire préciser le lot à l'organisme mandataire.")
            .arg(subject.match.candidates.size())
            .arg(number, expected)};
}

std::optional<Observation> mandataireMismatch(const SessionCase &subject)
{
    if (!subject.award)
        return std::nullopt;
    const AwardNotification &award = *subject.award;
    const Organisation &mandataire = subject.action.mandataire;
    const AwardeeLikeness likeness = compareAwardee(award, mandataire.siret);
    if (likeness == AwardeeLikeness::Unknown || likeness == AwardeeLikeness::SameEstablishment)
        return std::nullopt;

    const QString submitted =
        RulesTr::tr("%1 (SIRET %2)").arg(mandataire.displayName(), orMissing(mandataire.siret));
    const QString sirets = award.awardeeSirets.join(QLatin1String(", "));
    const QString expected = award.awardeeName.isEmpty()
                                 ? RulesTr::tr("SIRET %1").arg(sirets)
                                 : RulesTr::tr("%1 (SIRET %2)").arg(award.awardeeName, sirets);
    if (likeness == AwardeeLikeness::SameEnterprise) {
        return Observation{
            QStringLiteral("organisme-formation-responsable.SIRET"), submitted, expected,
            RulesTr::tr("L'établissement saisi, %1, n'est pas celui de la notification, %2, mais "
                        "l'entreprise est la même : vérifier l'établissement avec le mandataire.")
                .arg(submitted, expected),
            Severity::Warning};
    }
    return Observation{
        QStringLiteral("organisme-formation-responsable.SIRET"), submitted, expected,
        RulesTr::tr("La formation est saisie sous %1, mais le marché est attribué à %2 : elle doit "
                    "être saisie sous l'organisme mandataire.")
            .arg(submitted, expected)};
}

std::optional<Observation> entryLate(const SessionCase &subject)
{
    if (!subject.award)
        return std::nullopt;
    const QDate deadline = entryDeadline(*subject.award);
    if (!deadline.isValid() || !subject.enteredOn.isValid() || subject.enteredOn <= deadline)
        return std::nullopt;
    return Observation{
        QStringLiteral("datecrea"), inWords(subject.enteredOn), inWords(deadline),
        RulesTr::tr(
            "Saisie le %1, %2 après le dernier jour prévu, le %3 (notification reçue le %4, "
            "délai de %5) : rappeler le délai à l'organisme mandataire.")
            .arg(inWords(subject.enteredOn), days(deadline.daysTo(subject.enteredOn)),
                 inWords(deadline), inWords(subject.award->runsFrom()),
                 days(entryDays(subject.award->funder)))};
}

std::optional<Observation> entryDue(const AwardCase &subject)
{
    const QDate deadline = entryDeadline(subject.award);
    if (subject.hasSession || !deadline.isValid() || deadline < subject.today)
        return std::nullopt;
    return Observation{
        QStringLiteral("date_reception"), RulesTr::tr("aucune session saisie"), inWords(deadline),
        RulesTr::tr(
            "Aucune session saisie pour le marché « %1 » : il reste %2, jusqu'au %3 inclus.")
            .arg(subject.award.market.text(), days(subject.today.daysTo(deadline)),
                 inWords(deadline))};
}

std::optional<Observation> entryOverdue(const AwardCase &subject)
{
    const QDate deadline = entryDeadline(subject.award);
    if (subject.hasSession || !deadline.isValid() || deadline >= subject.today)
        return std::nullopt;
    return Observation{
        QStringLiteral("date_reception"), RulesTr::tr("aucune session saisie"), inWords(deadline),
        RulesTr::tr(
            "Aucune session saisie pour le marché « %1 » : le délai est passé depuis %2, le "
            "%3 ; relancer %4.")
            .arg(subject.award.market.text(), days(deadline.daysTo(subject.today)),
                 inWords(deadline),
                 subject.award.awardeeName.isEmpty() ? RulesTr::tr("l'organisme mandataire")
                                                     : subject.award.awardeeName)};
}

} // namespace

std::span<const Rule> awardRules()
{
    static const std::array rules{
        Rule{"award-missing", alwaysBlocking, publishedAfterCheck, awardMissing},
        Rule{"award-ambiguous", alwaysWarning, publishedAfterCheck, awardAmbiguous},
        Rule{"mandataire-mismatch", alwaysBlocking,
             QT_TRANSLATE_NOOP(
                 "Rules",
                 "« La formation doit être saisie sous l'organisme mandataire, c'est-à-dire "
                 "l'organisme qui est gestionnaire du marché. » (Enregistrer l'action de formation "
                 "conventionnée, 2014)"),
             mandataireMismatch},
        Rule{"entry-late", alwaysInfo, entryDelay, entryLate},
        Rule{"entry-due", alwaysInfo, entryDelay, nullptr, entryDue},
        Rule{"entry-overdue", alwaysWarning, entryDelay, nullptr, entryOverdue},
    };
    return rules;
}

} // namespace recoupe
