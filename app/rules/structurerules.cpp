// SPDX-License-Identifier: GPL-3.0-or-later
// Actions and their sessions (DOMAIN, "Structure"; record-vanished, which is of the same kind).
#include "core/counted.h"
#include "core/textfolding.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

const char *const newAwardNewSession = QT_TRANSLATE_NOOP(
    "Rules", "« Lors d'une nouvelle attribution d'un marché sur une formation déjà existante, ne "
             "pas re-saisir (ne pas remplacer ou actualiser) une session de formation, mais "
             "ajouter une nouvelle session sur l'action correspondante. » (Enregistrer l'action "
             "de formation conventionnée, 2014)");
const char *const oneActionPerContract = QT_TRANSLATE_NOOP(
    "Rules", "« Si un marché se déroule en multiples sessions, il ne faut saisir qu'une action de "
             "formation et lui attribuer les sessions correspondantes. » (Enregistrer l'action de "
             "formation conventionnée, 2014)");
const char *const groupsAreNamed = QT_TRANSLATE_NOOP(
    "Rules", "Usage du Carif : une session n'est saisie qu'une fois ; deux groupes qui ont les "
             "mêmes dates et le même lieu se distinguent par leur texte (« Groupe 1 », "
             "« Groupe 2 »).");
const char *const nothingIsDeleted = QT_TRANSLATE_NOOP(
    "Rules", "Usage du Carif : une session connue qui manque dans le fichier du portail est "
             "conservée et signalée, jamais effacée.");

std::optional<Observation> sessionOverwritten(const SessionCase &subject)
{
    if (!subject.overwritten)
        return std::nullopt;
    const MarketNumber before = subject.overwritten->marketNumber();
    const MarketNumber &now = subject.market;
    // What was no market number has been corrected, not overwritten.
    if (before.form() != MarketNumber::Form::Valid || now.isMissing() || before.matches(now))
        return std::nullopt;
    return Observation{
        QStringLiteral("ref-action-marche-financeur"), now.text(), before.text(),
        RulesTr::tr("La session portait le marché « %1 » (%2) et revient avec « %3 » : un nouveau "
                    "marché s'ajoute comme nouvelle session. Faire rétablir l'ancienne et ajouter "
                    "la nouvelle ; si seul le numéro a été corrigé, activer en l'indiquant.")
            .arg(before.text(), inWords(subject.overwritten->start, subject.overwritten->end),
                 now.text())};
}

//! The first few, and how many more: a contract may be spread over hundreds.
QString listed(const QStringList &names)
{
    constexpr qsizetype shown = 3;
    const QString first = names.first(std::min(names.size(), shown)).join(QLatin1String(", "));
    if (names.size() <= shown)
        return first;
    return first +
           counted(names.size() - shown, RulesTr::tr(" et %1 autre"), RulesTr::tr(" et %1 autres"));
}

std::optional<Observation> marketSplit(const SessionCase &subject)
{
    if (subject.otherActions.isEmpty())
        return std::nullopt;
    const QString submitted =
        RulesTr::tr("%1 actions : %2")
            .arg(subject.otherActions.size() + 1)
            .arg(listed(QStringList(subject.action.numero) + subject.otherActions));
    const QString expected = RulesTr::tr("une seule action");
    return Observation{
        QStringLiteral("formation.numero"), submitted, expected,
        RulesTr::tr("Le marché « %1 » est réparti sur %2 ; il faut %3 : faire rattacher toutes ses "
                    "sessions à la même.")
            .arg(subject.market.text(), submitted, expected)};
}

//! The same commune, and not two sites of it.
bool isSamePlace(const Place &a, const Place &b)
{
    const QString site = said(a.lines.join(u' '));
    const QString otherSite = said(b.lines.join(u' '));
    return !a.isEmpty() && said(a.city) == said(b.city) &&
           a.postalCode.trimmed() == b.postalCode.trimmed() &&
           (site.isEmpty() || otherSite.isEmpty() || site == otherSite);
}

bool hasSameTexts(const TrainingSession &a, const TrainingSession &b)
{
    return said(a.particularity) == said(b.particularity) && said(a.rhythm) == said(b.rhythm);
}

bool hasSameDeliverer(const TrainingSession &a, const TrainingSession &b)
{
    return a.deliverers.isEmpty() || b.deliverers.isEmpty() ||
           normalizedSiret(a.deliverers.first().siret) ==
               normalizedSiret(b.deliverers.first().siret);
}

//! Dates first: they tell nearly all sisters apart.
bool isDuplicate(const TrainingSession &session, const TrainingSession &sister)
{
    return session.start == sister.start && session.end == sister.end &&
           session.key != sister.key && session.marketNumber().matches(sister.marketNumber()) &&
           isSamePlace(session.place, sister.place) && hasSameTexts(session, sister) &&
           hasSameDeliverer(session, sister);
}

std::optional<Observation> sessionDuplicate(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    // A month can hold two sessions; one that left the feed may have come back as another.
    if (!session.start.isDay() || !session.end.isDay() || subject.vanishedOn.isValid())
        return std::nullopt;
    const TrainingSession *first = nullptr;
    qsizetype others = 0;
    for (const TrainingSession *sister : subject.sisters) {
        if (!isDuplicate(session, *sister))
            continue;
        if (!first || sister->key < first->key)
            first = sister;
        ++others;
    }
    if (!first)
        return std::nullopt;
    const QString submitted = RulesTr::tr("%1, %2, %3")
                                  .arg(session.marketNumber().text(),
                                       inWords(session.start, session.end), session.place.city);
    const QString twin =
        others == 1
            ? RulesTr::tr("la session %1").arg(first->key.session)
            : RulesTr::tr("%1 autres sessions, dont %2").arg(others).arg(first->key.session);
    const QString expected =
        RulesTr::tr("une seule session, ou un texte qui distingue les groupes");
    return Observation{
        QStringLiteral("specificites-session"), submitted, expected,
        RulesTr::tr("Même marché, mêmes dates et même lieu (%1) que %2 ; il faut %3 : faire "
                    "supprimer le doublon ou préciser « Groupe 1 », « Groupe 2 ».")
            .arg(submitted, twin, expected)};
}

std::optional<Observation> recordVanished(const SessionCase &subject)
{
    if (!subject.vanishedOn.isValid())
        return std::nullopt;
    const PartialDate &end = subject.session.end;
    const QString submitted =
        RulesTr::tr("absente du fichier du %1").arg(inWords(subject.vanishedOn));
    const QString expected = end.isKnown()
                                 ? RulesTr::tr("présente jusqu'à sa fin (%1)").arg(inWords(end))
                                 : RulesTr::tr("présente dans chaque fichier");
    // The portal drops what is over: worth knowing, not worth asking.
    const bool wasOver = subject.session.hasEnded(subject.vanishedOn);
    return Observation{
        QStringLiteral("session.numero"), submitted, expected,
        RulesTr::tr("La session est %1 ; on l'attend %2 : elle est conservée. Demander au "
                    "mandataire si elle est annulée, et la désactiver dans ce cas.")
            .arg(submitted, expected),
        wasOver ? std::optional(Severity::Info) : std::nullopt};
}

} // namespace

std::span<const Rule> structureRules()
{
    static const std::array rules{
        Rule{"session-overwritten",
             QT_TRANSLATE_NOOP("Rules", "Session remplacée par une autre"),
             alwaysBlocking,
             newAwardNewSession,
             {QT_TRANSLATE_NOOP("Rules",
                                "Rétablir l'ancienne session et ajouter la nouvelle sur la même "
                                "action ; si seul le numéro a été corrigé, nous le dire."),
              ReturnReason::MarketNumber},
             sessionOverwritten},
        Rule{"market-split",
             QT_TRANSLATE_NOOP("Rules", "Marché réparti sur plusieurs actions"),
             alwaysWarning,
             oneActionPerContract,
             {QT_TRANSLATE_NOOP("Rules",
                                "Rattacher toutes les sessions du marché à une seule action."),
              ReturnReason::Other},
             marketSplit},
        Rule{"session-duplicate",
             QT_TRANSLATE_NOOP("Rules", "Session en double"),
             alwaysWarning,
             groupsAreNamed,
             {QT_TRANSLATE_NOOP("Rules", "Supprimer la session en double, ou préciser ce qui "
                                         "distingue les groupes (« Groupe 1 », « Groupe 2 »)."),
              ReturnReason::Duplicate},
             sessionDuplicate},
        Rule{"record-vanished",
             QT_TRANSLATE_NOOP("Rules", "Session disparue du portail"),
             alwaysWarning,
             nothingIsDeleted,
             {QT_TRANSLATE_NOOP("Rules", "Nous dire si la session est annulée ; sinon, la publier "
                                         "de nouveau sur le portail."),
              ReturnReason::Cancelled},
             recordVanished},
    };
    return rules;
}

} // namespace recoupe
