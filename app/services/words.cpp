// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/words.h"

#include "core/counted.h"
#include "core/shortdate.h"
#include "correspondence/lettertemplate.h"
#include "correspondence/mailingsettings.h"
#include "domain/awardnotification.h"
#include "domain/partnersettings.h"
#include "domain/returnreason.h"
#include "report/editionwording.h"
#include "rules/rule.h"
#include "services/exchangewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <set>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

} // namespace

QString activationName(bool active)
{
    return active ? Tr::tr("Active") : Tr::tr("Inactive");
}

QString recruitmentName(RecruitmentState state)
{
    switch (state) {
    case RecruitmentState::Open: return Tr::tr("Ouvert");
    case RecruitmentState::Suspended: return Tr::tr("Suspendu");
    case RecruitmentState::Closed: return Tr::tr("Fermé");
    case RecruitmentState::Unknown: break;
    }
    return Tr::tr("Non renseigné");
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Blocking: return Tr::tr("Bloquant");
    case Severity::Warning: return Tr::tr("À vérifier");
    case Severity::Info: break;
    }
    return Tr::tr("Information");
}

QString audienceInWords(const Audience &audience)
{
    QStringList places;
    if (audience.publicPortal)
        places << Tr::tr("portail public");
    if (audience.proPortal)
        places << Tr::tr("portail professionnel");
    if (audience.table)
        places << Tr::tr("tableau des formations collectives");
    if (audience.partners)
        places << Tr::tr("AUDE / GSP et Parcours 3");
    if (audience.parcoursH)
        places << Tr::tr("Parcours H");
    return places.isEmpty() ? Tr::tr("Diffusée nulle part.")
                            : Tr::tr("Transmise à : %1.").arg(places.join(u", "));
}

QString noteInWords(const Note &note)
{
    return Tr::tr("Le %1, %2 : %3").arg(shortDateTime(note.at), note.operatorName, note.text);
}

QString importInWords(const ImportSummary &summary)
{
    return Tr::tr("%1 : %2.").arg(summary.record.fileName, countsInWords(summary));
}

QString countsInWords(const ImportSummary &summary)
{
    const ImportRecord &record = summary.record;
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &one, const QString &several) {
        if (count > 0)
            parts << (count == 1 ? one : several.arg(count));
    };
    add(record.added, Tr::tr("1 nouvelle"), Tr::tr("%1 nouvelles"));
    add(record.changed, Tr::tr("1 modifiée"), Tr::tr("%1 modifiées"));
    add(record.unchanged, Tr::tr("1 inchangée"), Tr::tr("%1 inchangées"));
    if (record.kind == ImportKind::Prescribers) // taken off the list, not lost by the portal
        add(record.vanished, Tr::tr("1 retirée"), Tr::tr("%1 retirées"));
    else
        add(record.vanished, Tr::tr("1 disparue"), Tr::tr("%1 disparues"));
    add(summary.returned, Tr::tr("1 réapparue"), Tr::tr("%1 réapparues"));
    add(summary.rejections.size(), Tr::tr("1 rejetée"), Tr::tr("%1 rejetées"));
    // Sessions are not counted as changed when only their action is.
    add(summary.actionsChanged, Tr::tr("1 action modifiée"), Tr::tr("%1 actions modifiées"));
    if (parts.isEmpty())
        parts << Tr::tr("aucune ligne");
    return parts.join(QLatin1String(", "));
}

namespace {

constexpr qsizetype mostSessionsNamed = 5;

QString changeInWords(const ActiveChange &change, bool several)
{
    if (change.vanishes)
        return several ? Tr::tr("%1 sessions actives ne sont plus dans le flux")
                       : Tr::tr("%1 session active n'est plus dans le flux");
    if (change.before != change.after)
        return (several ? Tr::tr("%1 sessions actives passent de « %2 » à « %3 »")
                        : Tr::tr("%1 session active passe de « %2 » à « %3 »"))
            .arg(QStringLiteral("%1"), controlName(change.before), controlName(change.after));
    return (several ? Tr::tr("%1 sessions actives changent de recrutement, de « %2 » à « %3 »")
                    : Tr::tr("%1 session active change de recrutement, de « %2 » à « %3 »"))
        .arg(QStringLiteral("%1"), recruitmentName(change.recruitmentBefore),
             recruitmentName(change.recruitmentAfter));
}

QString listed(const QStringList &names)
{
    const QString first = names.first(std::min(names.size(), mostSessionsNamed)).join(u", ");
    return names.size() <= mostSessionsNamed
               ? first
               : Tr::tr("%1 et %2 de plus").arg(first).arg(names.size() - mostSessionsNamed);
}

} // namespace

QStringList activeChangesInWords(const QList<ActiveChange> &changes)
{
    QMap<QString, std::pair<QString, QStringList>> kinds; // by its words for one
    for (const ActiveChange &change : changes) {
        auto &[several, names] = kinds[changeInWords(change, false)];
        several = changeInWords(change, true);
        names << change.key.session;
    }
    QStringList sentences;
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        const auto &[several, names] = *kind;
        sentences
            << Tr::tr("%1 : %2.").arg(counted(names.size(), kind.key(), several), listed(names));
    }
    return sentences;
}

namespace {

QString awardInWords(const QString &token)
{
    const std::optional<AwardKey> key = AwardKey::fromToken(token);
    if (!key)
        return Tr::tr("aucune");
    return key->lot.isEmpty() ? key->market : Tr::tr("%1, lot %2").arg(key->market, key->lot);
}

} // namespace

namespace {

QString beginningOf(const QString &text)
{
    constexpr qsizetype longest = 60;
    const QString line = text.simplified();
    return line.size() <= longest ? line : line.first(longest).trimmed() + QChar(0x2026);
}

} // namespace

QString letterKindName(LetterKind kind)
{
    switch (kind) {
    case LetterKind::Correction: return Tr::tr("Demande de correction");
    case LetterKind::Reminder: return Tr::tr("Relance");
    case LetterKind::Table: break;
    }
    return Tr::tr("Envoi du tableau");
}

QString letterInWords(const Letter &letter)
{
    const QString what = letter.kind == LetterKind::Correction ? Tr::tr("Correction demandée")
                                                               : Tr::tr("Organisme relancé");
    switch (letter.channel) {
    case LetterChannel::Draft: return Tr::tr("%1 (brouillon enregistré)").arg(what);
    case LetterChannel::Copy: return Tr::tr("%1 (message copié)").arg(what);
    case LetterChannel::Mail: break;
    }
    return Tr::tr("%1 (messagerie)").arg(what);
}

QString scopeInWords(const QString &departement)
{
    return departement.isEmpty() ? Tr::tr("toute la région") : departementTitle(departement);
}

QString addressesInWords(qsizetype count)
{
    return count == 0 ? Tr::tr("aucune adresse")
                      : counted(count, Tr::tr("%1 adresse"), Tr::tr("%1 adresses"));
}

QString sessionsInWords(qsizetype count)
{
    return count == 0 ? Tr::tr("aucune session")
                      : counted(count, Tr::tr("%1 session"), Tr::tr("%1 sessions"));
}

QString roundInWords(const MailingTarget &target)
{
    if (!target.last)
        return target.isWaiting() ? Tr::tr("rien encore") : QString();
    return Tr::tr("le %1, par %2, à %3")
        .arg(shortDateTime(target.last->writtenAt), target.last->operatorName,
             addressesInWords(target.last->recipients));
}

QString largeDraftInWords(const MailingDraft &draft)
{
    constexpr double megabyte = 1024.0 * 1024.0;
    return Tr::tr("Le brouillon pour %1 fait %2 Mo : bien des messageries le refusent. Y enlever "
                  "une pièce jointe avant de l'envoyer.")
        .arg(scopeInWords(draft.mailing.departement),
             QLocale(QLocale::French).toString(double(draft.size) / megabyte, 'f', 1));
}

QString settingInWords(const QString &name)
{
    if (name == dayCountSetting)
        return Tr::tr("Décompte des délais de saisie");
    if (name == departementsSetting)
        return Tr::tr("Départements de la région");
    if (name == addressesPerDraftSetting)
        return Tr::tr("Adresses par brouillon, au plus");
    for (const LetterKind kind : letterKinds) {
        if (name == subjectSettingName(kind))
            return Tr::tr("Objet de « %1 »").arg(letterKindName(kind));
        if (name == bodySettingName(kind))
            return Tr::tr("Texte de « %1 »").arg(letterKindName(kind));
    }
    if (const QString ofExchange = exchangeSettingInWords(name); !ofExchange.isEmpty())
        return ofExchange;
    const std::optional<Funder> funder = funderFromToken(name.section(u'/', 2));
    const QString title = ruleTitle(name.section(u'/', 1, 1));
    if (!funder || title.isEmpty())
        return name;
    return Tr::tr("Gravité de « %1 », %2").arg(title, funderName(*funder, QDate::currentDate()));
}

QString settingValueInWords(const QString &name, const QString &text)
{
    if (name == dayCountSetting)
        return text == toToken(DayCount::Working) ? Tr::tr("jours ouvrés")
                                                  : Tr::tr("jours calendaires");
    if (defaultLetterSetting(name)) // an event of the trail is one line
        return Tr::tr("« %1 »").arg(beginningOf(text));
    if (defaultExchangeSetting(name))
        return exchangeValueInWords(name, text);
    const std::optional<Severity> severity = severityFromToken(text);
    return severity ? severityName(*severity).toLower() : text;
}

namespace {

QString changeInWords(const DecisionWords &words)
{
    return Tr::tr("%1 : %2 → %3").arg(words.what, words.before, words.after);
}

DecisionWords settingWords(const QString &name, const QString &before, const QString &after)
{
    return {settingInWords(name), settingValueInWords(name, before),
            settingValueInWords(name, after)};
}

DecisionWords refusalWords(const Decision &decision)
{
    const bool isRefused = !decision.after.isEmpty();
    const QString award = awardInWords(isRefused ? decision.after : decision.before);
    const QString proposed = Tr::tr("proposée");
    const QString refused = Tr::tr("écartée");
    return {Tr::tr("Notification %1").arg(award), isRefused ? proposed : refused,
            isRefused ? refused : proposed};
}

QString recruitmentInWords(const QString &token)
{
    return recruitmentName(recruitmentFromToken(token).value_or(RecruitmentState::Unknown))
        .toLower();
}

QString queueInWords(const QString &token)
{
    const std::optional<ReturnReason> reason = returnReasonFromToken(token);
    return reason ? Tr::tr("écartée (%1)").arg(returnReasonName(*reason).toLower())
                  : Tr::tr("dans la file");
}

QString activationInWords(const QString &token)
{
    return activationName(token == QString::fromUtf16(activeToken)).toLower();
}

} // namespace

QString settingChangeInWords(const QString &name, const QString &before, const QString &after)
{
    return changeInWords(settingWords(name, before, after));
}

DecisionWords decisionWords(const Decision &decision)
{
    const auto words = [&](const QString &what, auto inWords) -> DecisionWords {
        return {what, inWords(decision.before), inWords(decision.after)};
    };
    switch (decision.kind) {
    case DecisionKind::Recruitment: return words(Tr::tr("Recrutement"), recruitmentInWords);
    case DecisionKind::Association: return words(Tr::tr("Notification"), awardInWords);
    case DecisionKind::Refusal: return refusalWords(decision);
    case DecisionKind::SetAside: return words(Tr::tr("Mise à l'écart"), queueInWords);
    case DecisionKind::Setting:
        return settingWords(decision.setting, decision.before, decision.after);
    case DecisionKind::Activation: break;
    }
    return words(decision.subject == DecisionSubject::Action ? Tr::tr("Activation de l'action")
                                                             : Tr::tr("Activation"),
                 activationInWords);
}

QString decisionInWords(const Decision &decision)
{
    return changeInWords(decisionWords(decision));
}

namespace {

//! \a change: what the event changes, in words.
QString eventInWords(const Decision &decision, const QString &change)
{
    if (decision.undoes == 0)
        return change;
    return decision.redo ? Tr::tr("Rétablissement. %1").arg(change)
                         : Tr::tr("Annulation. %1").arg(change);
}

//! What all of a batch come to; from where they come only where that is the same of all.
QString commonChange(const QList<Decision> &events)
{
    const Decision &last = events.last();
    const bool isFromOne = std::ranges::all_of(events, [&last](const Decision &event) {
        return event.kind != last.kind || event.subject != last.subject ||
               event.before == last.before;
    });
    if (isFromOne)
        return decisionInWords(last);
    const DecisionWords words = decisionWords(last);
    return Tr::tr("%1 : %2", "change").arg(words.what, words.after);
}

} // namespace

QString eventInWords(const Decision &decision)
{
    return eventInWords(decision, decisionInWords(decision));
}

QString batchInWords(const QList<Decision> &events)
{
    if (events.isEmpty())
        return {};
    std::set<SessionKey> sessions; // each once: an association may take a refusal back with it
    for (const Decision &decision : events) {
        if (decision.subject == DecisionSubject::Session)
            sessions.insert(decision.key);
    }
    const QString what = eventInWords(events.last(), commonChange(events));
    if (sessions.empty()) // settings
        return what;
    return sessions.size() == 1
               ? Tr::tr("%1 (1 session)").arg(what)
               : Tr::tr("%1 (%2 sessions)").arg(what, QString::number(sessions.size()));
}

} // namespace recoupe
