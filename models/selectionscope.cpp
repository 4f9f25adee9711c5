// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionscope.h"

#include "models/words.h"
#include "services/letterservice.h"

#include <algorithm>

namespace recoupe {

namespace {

using Sessions = QList<const CheckedSession *>;

bool isOurs(const CheckedSession *session)
{
    return session->session().funder() != Funder::Other;
}
bool isActive(const CheckedSession *session)
{
    return session->stored.active;
}
bool isAside(const CheckedSession *session)
{
    return session->control == Control::SetAside;
}
bool isBlocked(const CheckedSession *session)
{
    return session->isBlocked();
}
//! Active, and as it was when it was activated: nothing to activate.
bool isSettled(const CheckedSession *session)
{
    return session->stored.active && session->control != Control::ToReview;
}

bool isToOverride(const CheckedSession *session)
{
    return isOurs(session) && !isSettled(session) && !isAside(session) && isBlocked(session);
}

QString notOurs()
{
    return ModelsTr::tr("Session d'un autre financeur : elle n'est pas à valider par le Carif.");
}

QString withoutNotification()
{
    return ModelsTr::tr("Session d'un autre financeur : elle n'a pas de notification.");
}

QString whyNotValidate(const Sessions &sessions)
{
    if (sessions.size() != 1)
        return ModelsTr::tr("Sélectionner une seule session.");
    const CheckedSession *session = sessions.first();
    if (!isOurs(session))
        return notOurs();
    if (isActive(session) && isSettled(session))
        return ModelsTr::tr("La session est déjà active.");
    if (session->control != Control::Conforming)
        return ModelsTr::tr("Verdict « %1 » : seule une session conforme se valide d'une touche.")
            .arg(controlName(session->control));
    return {};
}

QString whyNotActivate(const Sessions &sessions)
{
    if (std::ranges::none_of(sessions, isOurs))
        return notOurs();
    if (std::ranges::all_of(sessions, isSettled))
        return ModelsTr::tr("Déjà active.");
    if (std::ranges::all_of(sessions, isAside))
        return ModelsTr::tr("Écartée : la remettre d'abord dans la file.");
    const bool possible = std::ranges::any_of(sessions, [](const CheckedSession *session) {
        return isOurs(session) && !isSettled(session) && !isAside(session) && !isBlocked(session);
    });
    return possible ? QString()
                    : ModelsTr::tr("Un constat bloquant l'empêche : utiliser « Activer malgré "
                                   "l'écart… » avec un motif.");
}

QString whyNotOverride(const Sessions &sessions)
{
    return std::ranges::any_of(sessions, isToOverride)
               ? QString()
               : ModelsTr::tr("Aucune session inactive avec un constat bloquant dans la "
                              "sélection.");
}

QString whyNotAssociate(const Sessions &sessions)
{
    if (sessions.size() != 1)
        return ModelsTr::tr("Sélectionner une seule session ; pour plusieurs, « Associer à une "
                            "autre notification… ».");
    const CheckedSession *session = sessions.first();
    if (!isOurs(session))
        return withoutNotification();
    if (session->match.isMatched())
        return ModelsTr::tr("La session a déjà sa notification.");
    return session->candidates.isEmpty()
               ? ModelsTr::tr("Aucune notification ne ressemble à cette session.")
               : QString();
}

QString whyNotAssociateOther(const Sessions &sessions)
{
    if (std::ranges::none_of(sessions, isOurs))
        return withoutNotification();
    const Funder funder = sessions.first()->session().funder();
    const bool isOne = std::ranges::all_of(sessions, [funder](const CheckedSession *session) {
        return session->session().funder() == funder;
    });
    return isOne ? QString() : ModelsTr::tr("Sélectionner des sessions d'un même financeur.");
}

QString whyNotDissociate(const Sessions &sessions)
{
    const bool possible = std::ranges::any_of(sessions, [](const CheckedSession *session) {
        return session->stored.choice.accepted.has_value();
    });
    return possible ? QString()
                    : ModelsTr::tr("Aucune session rapprochée par un opérateur dans la sélection.");
}

QString whyNotRefuse(const Sessions &sessions)
{
    if (sessions.size() != 1)
        return ModelsTr::tr("Sélectionner une seule session.");
    const CheckedSession *session = sessions.first();
    if (!isOurs(session))
        return withoutNotification();
    return session->match.isMatched() || !session->candidates.isEmpty()
               ? QString()
               : ModelsTr::tr("La session n'a pas de notification à écarter.");
}

SelectionScope scopeOfNothing(const QString &reason)
{
    SelectionScope scope;
    scope.whyNotValidate = scope.whyNotActivate = scope.whyNotOverride = reason;
    scope.whyNotDeactivate = scope.whyNotRecruitment = reason;
    scope.whyNotSetAside = scope.whyNotTakeUp = scope.whyNotNote = scope.whyNotCorrect = reason;
    scope.whyNotAssociate = scope.whyNotAssociateOther = reason;
    scope.whyNotDissociate = scope.whyNotRefuse = reason;
    scope.whyNotRelease = reason;
    return scope;
}

} // namespace

SelectionScope scopeOf(const QList<const CheckedSession *> &sessions)
{
    if (sessions.isEmpty())
        return scopeOfNothing(ModelsTr::tr("Sélectionner au moins une session."));
    SelectionScope scope;
    for (const CheckedSession *session : sessions) {
        scope.keys << session->key();
        if (isToOverride(session))
            scope.blocked << session->key();
    }
    scope.whyNotValidate = whyNotValidate(sessions);
    scope.whyNotActivate = whyNotActivate(sessions);
    scope.whyNotOverride = whyNotOverride(sessions);
    if (std::ranges::none_of(sessions, isActive))
        scope.whyNotDeactivate = ModelsTr::tr("Aucune session active dans la sélection.");
    if (std::ranges::all_of(sessions, isAside))
        scope.whyNotSetAside = ModelsTr::tr("Déjà écartée.");
    if (std::ranges::none_of(sessions, [](const CheckedSession *session) {
            return session->stored.aside.has_value();
        }))
        scope.whyNotTakeUp = ModelsTr::tr("Aucune session écartée dans la sélection.");
    if (sessions.size() != 1)
        scope.whyNotNote = ModelsTr::tr("Sélectionner une seule session.");
    if (std::ranges::none_of(sessions, [](const CheckedSession *s) { return isToMend(*s); }))
        scope.whyNotCorrect =
            ModelsTr::tr("Rien que l'organisme ait à corriger dans la sélection.");
    if (std::ranges::none_of(sessions, [](const CheckedSession *s) { return s->hold.has_value(); }))
        scope.whyNotRelease = ModelsTr::tr("Aucune session prise en charge dans la sélection.");
    scope.whyNotAssociate = whyNotAssociate(sessions);
    scope.whyNotAssociateOther = whyNotAssociateOther(sessions);
    scope.whyNotDissociate = whyNotDissociate(sessions);
    scope.whyNotRefuse = whyNotRefuse(sessions);
    return scope;
}

SelectionScope scopeOfTooMany()
{
    return scopeOfNothing(ModelsTr::tr("Plus de %1 sessions sont sélectionnées : en sélectionner "
                                       "moins à la fois.")
                              .arg(mostSelected));
}

QList<SessionKey> conformingInactive(const Workspace &workspace)
{
    QList<SessionKey> keys;
    for (const CheckedSession &session : workspace.sessions) {
        if (workspace.isReadyToActivate(session))
            keys << session.key();
    }
    return keys;
}

} // namespace recoupe
