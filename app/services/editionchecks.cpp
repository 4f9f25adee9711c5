// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editionchecks.h"

#include "core/counted.h"
#include "core/shortdate.h"
#include "rules/rule.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

// So great a fall is more often a feed that came in half than a season that ends.
constexpr qsizetype fewestRowsToCompare = 10;
constexpr double abnormalFall = 0.35;

// What a reader of the table would trip over, though it does not keep a session from being active.
constexpr std::array readersRules{"record-vanished", "recruitment-stale", "session-duplicate",
                                  "info-meeting-after-start", "award-superseded"};

using Condition = std::function<bool(const CheckedSession &)>;

QList<SessionKey> published(const Workspace &workspace, const Condition &condition)
{
    QList<SessionKey> keys;
    for (const CheckedSession &session : workspace.sessions) {
        if (session.audience.table && condition(session))
            keys << session.key();
    }
    return keys;
}

bool isChanged(const Workspace &workspace, const CheckedSession &session)
{
    return changedSinceVerified(session.stored) ||
           changedSinceVerified(workspace.actionOf(session));
}

bool hasFinding(const CheckedSession &session, const QString &rule)
{
    return std::ranges::any_of(session.findings,
                               [&](const Finding &finding) { return finding.rule == rule; });
}

EditionCheck blockedSessions(const Workspace &workspace)
{
    const QList<SessionKey> keys = published(workspace, [&](const CheckedSession &session) {
        return hasUnacceptedGap(workspace, session);
    });
    return {QStringLiteral("published-blocked"), Severity::Blocking, Tr::tr("Écarts bloquants"),
            Tr::tr("%1 dans le tableau avec un écart bloquant que personne n'a accepté : corriger, "
                   "désactiver, ou activer malgré l'écart avec un motif.")
                .arg(counted(keys.size(), Tr::tr("%1 session est"), Tr::tr("%1 sessions sont"))),
            keys};
}

EditionCheck changedSessions(const Workspace &workspace)
{
    const QList<SessionKey> keys = published(
        workspace, [&](const CheckedSession &session) { return isChanged(workspace, session); });
    return {QStringLiteral("published-changed"), Severity::Warning,
            Tr::tr("Modifiées depuis la validation"),
            Tr::tr("%1 sur le portail depuis leur validation : le tableau imprime ce qui a été "
                   "validé. Les revoir avant d'éditer.")
                .arg(counted(keys.size(), Tr::tr("%1 session a changé"),
                             Tr::tr("%1 sessions ont changé"))),
            keys};
}

EditionCheck readySessions(const Workspace &workspace)
{
    QList<SessionKey> keys;
    for (const CheckedSession &session : workspace.sessions) {
        if (workspace.isReadyToActivate(session))
            keys << session.key();
    }
    return {QStringLiteral("not-activated"), Severity::Warning, Tr::tr("Conformes non activées"),
            Tr::tr("%1 sans être activées : elles manqueront au tableau. Les valider dans la page "
                   "Contrôle.")
                .arg(counted(keys.size(), Tr::tr("%1 session est conforme"),
                             Tr::tr("%1 sessions sont conformes"))),
            keys};
}

EditionCheck overriddenSessions(const Workspace &workspace)
{
    const QList<SessionKey> keys = published(workspace, [](const CheckedSession &session) {
        return session.isBlocked() && session.stored.overridden;
    });
    return {QStringLiteral("published-overridden"), Severity::Info,
            Tr::tr("Activées malgré un écart"),
            Tr::tr("%1 malgré un écart bloquant, avec un motif écrit.")
                .arg(counted(keys.size(), Tr::tr("%1 session est imprimée"),
                             Tr::tr("%1 sessions sont imprimées"))),
            keys};
}

EditionCheck ruleSessions(const Workspace &workspace, const QString &rule)
{
    const QList<SessionKey> keys = published(
        workspace, [&](const CheckedSession &session) { return hasFinding(session, rule); });
    return {rule, Severity::Warning, ruleTitle(rule),
            Tr::tr("%1 par la règle « %2 » : vérifier avant d'éditer.")
                .arg(counted(keys.size(), Tr::tr("%1 session du tableau est signalée"),
                             Tr::tr("%1 sessions du tableau sont signalées")),
                     ruleTitle(rule)),
            keys};
}

//! A line that does not say what it is about helps nobody.
EditionCheck untitledRows(const EditionContent &draft)
{
    QList<SessionKey> keys;
    for (const EditionGroup &group : draft.groups) {
        for (const EditionRow &row : group.rows) {
            if (row.title.isEmpty())
                keys << row.key;
        }
    }
    return {QStringLiteral("untitled-rows"), Severity::Blocking, Tr::tr("Sans intitulé"),
            Tr::tr("%1 sans intitulé : le faire saisir, ou désactiver.")
                .arg(counted(keys.size(), Tr::tr("%1 session serait imprimée"),
                             Tr::tr("%1 sessions seraient imprimées"))),
            keys};
}

//! Nothing, or what is said of the edition as a whole.
QList<EditionCheck> wholeChecks(const EditionContent &draft, const EditionContent *previous)
{
    QList<EditionCheck> checks;
    const qsizetype rows = draft.rowCount();
    if (rows == 0) {
        checks << EditionCheck{
            QStringLiteral("no-rows"), Severity::Blocking, Tr::tr("Tableau vide"),
            Tr::tr("Aucune session n'est à diffuser à cette date : le tableau serait vide.")};
    }
    if (!previous)
        return checks;
    const qsizetype before = previous->rowCount();
    const double fall = before > 0 ? 1 - double(rows) / double(before) : 0;
    if (rows > 0 && before >= fewestRowsToCompare && fall >= abnormalFall) {
        checks << EditionCheck{
            QStringLiteral("fewer-rows"), Severity::Blocking,
            Tr::tr("Baisse du nombre de sessions"),
            Tr::tr("Baisse de %1 % : %2 sessions, contre %3 dans l'édition n° %4. Vérifier que "
                   "les derniers imports sont complets.")
                .arg(qRound(fall * 100))
                .arg(rows)
                .arg(before)
                .arg(previous->label())};
    }
    if (draft.date < previous->date) {
        checks << EditionCheck{
            QStringLiteral("older-than-last"), Severity::Blocking, Tr::tr("Date antérieure"),
            Tr::tr("L'édition n° %1 est du %2 : celle-ci la remplacerait par plus ancien qu'elle. "
                   "Choisir une date qui n'est pas antérieure.")
                .arg(previous->label(), shortDate(previous->date))};
    }
    if (draft.date == previous->date) {
        checks << EditionCheck{
            QStringLiteral("same-day"), Severity::Blocking, Tr::tr("Même date"),
            Tr::tr("L'édition n° %1 porte déjà la date du %2, et les nouveautés ne seraient "
                   "comptées que depuis elle. Si celle-ci la corrige, annuler d'abord la n° %1.")
                .arg(previous->label(), shortDate(previous->date))};
    }
    return checks;
}

} // namespace

bool hasUnacceptedGap(const Workspace &workspace, const CheckedSession &session)
{
    return session.audience.table && session.isBlocked() && !session.stored.overridden &&
           !isChanged(workspace, session);
}

QList<EditionCheck> editionChecks(const Workspace &workspace, const EditionContent &draft,
                                  const EditionContent *previous)
{
    QList<EditionCheck> checks = wholeChecks(draft, previous);
    QList<EditionCheck> ofSessions{blockedSessions(workspace), untitledRows(draft),
                                   changedSessions(workspace)};
    for (const char *rule : readersRules)
        ofSessions << ruleSessions(workspace, QString::fromLatin1(rule));
    ofSessions << readySessions(workspace) << overriddenSessions(workspace);
    std::ranges::copy_if(ofSessions, std::back_inserter(checks),
                         [](const EditionCheck &check) { return !check.sessions.isEmpty(); });
    std::ranges::stable_sort(checks, {}, &EditionCheck::severity);
    return checks;
}

bool isBlocked(const QList<EditionCheck> &checks)
{
    return std::ranges::any_of(
        checks, [](const EditionCheck &check) { return check.severity == Severity::Blocking; });
}

} // namespace recoupe
