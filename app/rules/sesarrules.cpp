// SPDX-License-Identifier: GPL-3.0-or-later
// Against the Région's SESAR, and what it prescribes for its SIEG (DOMAIN, "SIEG and SESAR").
#include "core/textfolding.h"
#include "rules/period.h"
#include "rules/placelikeness.h"
#include "rules/siegtitle.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

const char *const siegTitles = QT_TRANSLATE_NOOP(
    "Rules", "« SIEG : les intitulés sont les suivants : segment 1 : Remise à niveau + dpt – "
             "(Réactif) ; segment 2 : Atelier multisectoriel ; segment 3 : Ecole de la deuxième "
             "chance – ER2C + dpt. » (Enregistrer l'action de formation conventionnée, 2014)");
const char *const datesWithinSesar = QT_TRANSLATE_NOOP(
    "Rules", "« Les dates enregistrées sur le portail doivent s'intégrer dans les dates déclarées "
             "sur Sesar. » (Enregistrer l'action de formation conventionnée, 2014)");
const char *const workshopDates = QT_TRANSLATE_NOOP(
    "Rules", "« Atelier multisectoriel : si l'objectif de la session est unique avec des entrées "
             "permanentes, enregistrer le(les) sessions avec les dates déclarées sur Sesar. » "
             "(Enregistrer l'action de formation conventionnée, 2014)");
const char *const detailIsStated = QT_TRANSLATE_NOOP(
    "Rules", "« Si les lieux, les objectifs sont différents, enregistrer une/des session(s) "
             "complémentaires en précisant cette spécificité, et les dates/lieux effectifs. » "
             "(Enregistrer l'action de formation conventionnée, 2014)");
const char *const activatedOnSesar = QT_TRANSLATE_NOOP(
    "Rules", "« Le Carif active l'action de formation et les sessions de formation correspondantes "
             "sur l'appli de gestion SESAR, pour les AFC du Conseil régional. » (Enregistrer "
             "l'action de formation conventionnée, 2014)");

std::optional<Observation> siegTitleWrong(const SessionCase &subject)
{
    if (!isRegionSieg(subject) || hasSiegTitle(subject) || isPlaceholder(subject.action.title))
        return std::nullopt;
    const QString expected = siegTitleExpected(subject);
    return Observation{
        QStringLiteral("intitule-formation"), subject.action.title, expected,
        RulesTr::tr("L'intitulé « %1 » n'est pas celui du SIEG, « %2 » : le faire corriger par "
                    "l'organisme mandataire.")
            .arg(subject.action.title, expected)};
}

QString declaredPeriods(const SessionCase &subject)
{
    QStringList periods;
    for (const SesarDeclaration *declared : subject.declarations)
        periods << inWords(PartialDate(declared->start), PartialDate(declared->end));
    periods.removeDuplicates();
    return periods.join(RulesTr::tr(", ou "));
}

bool isRegionAfc(const SessionCase &subject)
{
    return subject.funder() == Funder::Region && subject.scheme == Scheme::Afc;
}

std::optional<Observation> datesOutsideSesar(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    if (subject.declarations.isEmpty() || !session.start.isKnown() || !session.end.isKnown())
        return std::nullopt;
    const auto holds = [&](const SesarDeclaration *declaration) {
        return !liesOutside(session.start, declaration->start, declaration->end) &&
               !liesOutside(session.end, declaration->start, declaration->end);
    };
    if (std::ranges::any_of(subject.declarations, holds) || !isRegionAfc(subject))
        return std::nullopt;
    const SesarDeclaration &first = *subject.declarations.first();
    const bool atStart = liesOutside(session.start, first.start, first.end);
    const QString submitted = inWords(session.start, session.end);
    const QString expected = declaredPeriods(subject);
    return Observation{
        atStart ? QStringLiteral("periode.debut") : QStringLiteral("periode.fin"), submitted,
        expected,
        RulesTr::tr("Les dates saisies, %1, sortent des dates déclarées sur SESAR, %2 : faire "
                    "corriger la session, ou la déclaration SESAR si c'est elle qui se trompe.")
            .arg(submitted, expected)};
}

//! Whether the day can be meant; where SESAR gives none, nothing contradicts.
bool canBe(const PartialDate &date, QDate declared)
{
    return !declared.isValid() || (date.earliest() <= declared && declared <= date.latest());
}

std::optional<Observation> workshopDatesDiffer(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    // A session that states its own theme, or has fixed dates, keeps its effective dates.
    if (session.entryMode != EntryMode::Permanent || subject.declarations.isEmpty() ||
        !session.start.isKnown() || !session.end.isKnown() || !isWorkshop(subject) ||
        !isPlaceholder(session.particularity))
        return std::nullopt;
    const auto agrees = [&](const SesarDeclaration *declaration) {
        return canBe(session.start, declaration->start) && canBe(session.end, declaration->end);
    };
    if (std::ranges::any_of(subject.declarations, agrees))
        return std::nullopt;
    const bool atStart = !canBe(session.start, subject.declarations.first()->start);
    const QString submitted = inWords(session.start, session.end);
    const QString expected = declaredPeriods(subject);
    return Observation{
        atStart ? QStringLiteral("periode.debut") : QStringLiteral("periode.fin"), submitted,
        expected,
        RulesTr::tr("L'atelier est à entrées permanentes : ses dates, %1, doivent être celles "
                    "déclarées sur SESAR, %2 : les faire corriger, ou préciser le thème de la "
                    "session si elle est complémentaire.")
            .arg(submitted, expected)};
}

//! The first earlier session of the same contract that says the same of itself, or as little;
//! null when there is none.
const TrainingSession *earlierAlike(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    const TrainingSession *first = nullptr;
    for (const TrainingSession *sister : subject.sisters) {
        const bool isEarlier = sister->key < (first ? first : &session)->key;
        if (isEarlier && subject.market.matches(sister->marketNumber()) &&
            said(sister->particularity) == said(session.particularity))
            first = sister;
    }
    return first;
}

//! What SESAR declares as the objective of this one session; empty when it does not.
QString declaredObjective(const SessionCase &subject, const TrainingSession &session)
{
    for (const SesarDeclaration *declaration : subject.contractDeclarations) {
        if (declaration->sessionNumero == session.key.session &&
            !isPlaceholder(declaration->objective))
            return declaration->objective;
    }
    return {};
}

std::optional<Observation> workshopDetailMissing(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    if (subject.sisters.size() < 2 || (!isRegionAfc(subject) && !isWorkshop(subject)))
        return std::nullopt;
    const TrainingSession *plain = earlierAlike(subject);
    if (!plain)
        return std::nullopt;
    const QString objective = declaredObjective(subject, session);
    const QString plainObjective = declaredObjective(subject, *plain);
    const bool isElsewhere = areElsewhere(comparePlaces(session.place, placeOf(*plain)));
    const bool hasOtherObjective = !objective.isEmpty() && !plainObjective.isEmpty() &&
                                   folded(objective) != folded(plainObjective);
    if (!isElsewhere && !hasOtherObjective)
        return std::nullopt;
    const QString submitted = orMissing(session.particularity);
    const QString expected =
        RulesTr::tr("ce qui distingue la session de la session %1").arg(plain->key.session);
    const QString difference =
        isElsewhere
            ? RulesTr::tr("son lieu : %1 au lieu de %2").arg(session.place.city, plain->place.city)
            : RulesTr::tr("son objectif sur SESAR : « %1 » au lieu de « %2 »")
                  .arg(objective, plainObjective);
    return Observation{
        QStringLiteral("specificites-session"), submitted, expected,
        RulesTr::tr("Session complémentaire (%1) dont la spécificité est « %2 » ; il faut %3 : la "
                    "faire préciser par l'organisme mandataire.")
            .arg(difference, submitted, expected)};
}

std::optional<Observation> sesarMissing(const SessionCase &subject)
{
    // Without a notification the number itself is in doubt, and another rule says so.
    if (!subject.contractDeclarations.isEmpty() ||
        subject.match.outcome == AwardMatch::Outcome::None || !needsSesar(subject))
        return std::nullopt;
    const QString number = subject.market.text();
    const QString submitted = RulesTr::tr("aucune déclaration");
    const QString expected = RulesTr::tr("les dates du marché sur SESAR");
    return Observation{
        QStringLiteral("numero_marche"), submitted, expected,
        RulesTr::tr("SESAR : %1 pour le marché « %2 », alors qu'il faut %3 : importer la "
                    "déclaration, ou la demander au Conseil régional.")
            .arg(submitted, number, expected)};
}

} // namespace

bool needsSesar(const SessionCase &subject)
{
    const Scheme scheme = subject.scheme;
    return subject.funder() == Funder::Region && (scheme == Scheme::Afc || scheme == Scheme::Sieg);
}

std::span<const Rule> sesarRules()
{
    static const std::array rules{
        Rule{"dates-outside-sesar",
             QT_TRANSLATE_NOOP("Rules", "Dates hors de SESAR"),
             alwaysBlocking,
             datesWithinSesar,
             {QT_TRANSLATE_NOOP("Rules", "Corriger les dates de la session, ou celles qui sont "
                                         "déclarées sur SESAR si l'erreur est là."),
              ReturnReason::Dates},
             datesOutsideSesar},
        Rule{"workshop-dates-differ",
             QT_TRANSLATE_NOOP("Rules", "Atelier : dates de SESAR"),
             alwaysWarning,
             workshopDates,
             {QT_TRANSLATE_NOOP("Rules", "Reprendre les dates déclarées sur SESAR, ou préciser le "
                                         "thème de la session si elle est complémentaire."),
              ReturnReason::Dates},
             workshopDatesDiffer},
        Rule{"workshop-detail-missing",
             QT_TRANSLATE_NOOP("Rules", "Spécificité non précisée"),
             alwaysWarning,
             detailIsStated,
             {QT_TRANSLATE_NOOP("Rules",
                                "Préciser dans la spécificité de la session ce qui la distingue."),
              ReturnReason::Other},
             workshopDetailMissing},
        Rule{"sieg-title",
             QT_TRANSLATE_NOOP("Rules", "Intitulé du SIEG"),
             alwaysWarning,
             siegTitles,
             {QT_TRANSLATE_NOOP("Rules", "Reprendre l'intitulé prévu pour le SIEG."),
              ReturnReason::Other},
             siegTitleWrong},
        Rule{"sesar-missing", QT_TRANSLATE_NOOP("Rules", "Marché absent de SESAR"), alwaysWarning,
             activatedOnSesar, notForOrganisation, sesarMissing},
    };
    return rules;
}

} // namespace recoupe
