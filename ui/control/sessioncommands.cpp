// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/control/sessioncommands.h"

#include "core/counted.h"
#include "models/decisionpreview.h"
#include "models/deliverywords.h"
#include "models/words.h"
#include "ui/control/controlpage.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

namespace recoupe {

namespace {

constexpr qsizetype mostRefusals = 3;

QString sessionCount(qsizetype count)
{
    return count == 1 ? UiTr::tr("1 session") : UiTr::tr("%1 sessions").arg(count);
}

QString refusalsInWords(const QList<Refusal> &refusals)
{
    QStringList sentences;
    for (const Refusal &refusal : refusals.first(std::min(refusals.size(), mostRefusals)))
        sentences << refusal.sentence;
    if (refusals.size() > mostRefusals) {
        sentences << UiTr::tr("Et %1 de plus.").arg(sessionCount(refusals.size() - mostRefusals));
    }
    return sentences.join(u'\n');
}

} // namespace

SessionCommands::SessionCommands(const WindowActions &actions, ControlPage &page,
                                 OfficeClient &client, Dialogs &dialogs, MessageBar &messages)
    : QObject(&page)
    , m_actions(actions)
    , m_page(page)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
{
    connectActions();
    connect(&client, &OfficeClient::decided, this, &SessionCommands::tell);
}

void SessionCommands::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.validateNext, &SessionCommands::validateNext);
    on(m_actions.activate, &SessionCommands::activate);
    on(m_actions.overrideGap, &SessionCommands::overrideGap);
    on(m_actions.deactivate, &SessionCommands::deactivate);
    on(m_actions.setAside, &SessionCommands::setAside);
    on(m_actions.takeUp, &SessionCommands::takeUp);
    on(m_actions.holdSession, &SessionCommands::hold);
    on(m_actions.releaseSession, &SessionCommands::release);
    on(m_actions.addNote, [this] { m_page.focusNoteField(); });
    connect(&m_page, &ControlPage::noteWritten, this, &SessionCommands::writeNote);
    connect(&m_page, &ControlPage::noteRemovalWanted, this, &SessionCommands::removeNote);
    on(m_actions.validateConforming, &SessionCommands::validateConforming);
    on(m_actions.undo, &SessionCommands::undo);
    on(m_actions.redo, &SessionCommands::redo);
    on(m_actions.recruitmentOpen, [this] { setRecruitment(RecruitmentState::Open); });
    on(m_actions.recruitmentSuspended, [this] { setRecruitment(RecruitmentState::Suspended); });
    on(m_actions.recruitmentClosed, [this] { setRecruitment(RecruitmentState::Closed); });
    on(m_actions.candidates, [this] { m_page.focusCandidates(); });
    on(m_actions.associate, &SessionCommands::associate);
    on(m_actions.associateOther, &SessionCommands::associateOther);
    on(m_actions.dissociate, &SessionCommands::dissociate);
    on(m_actions.refuseAward, &SessionCommands::refuseAward);
    on(m_actions.nextGap, [this] { m_page.goToGap(true); });
    on(m_actions.previousGap, [this] { m_page.goToGap(false); });
}

void SessionCommands::setWorkspace(const WorkspacePtr &workspace,
                                   const QList<SessionKey> &conforming)
{
    m_workspace = workspace;
    m_conforming = conforming;
}

void SessionCommands::updateAvailability(bool isShown)
{
    const QString elsewhere =
        isShown ? QString() : UiTr::tr("Ouvrir d'abord la page Contrôle (Ctrl+L).");
    m_scope = isShown ? m_page.scope() : SelectionScope();
    const auto offer = [&](QAction *action, const QString &whyNot) {
        setAvailable(action, isShown ? whyNot : elsewhere);
    };
    offer(m_actions.validateNext, m_scope.whyNotValidate);
    offer(m_actions.activate, m_scope.whyNotActivate);
    offer(m_actions.overrideGap, m_scope.whyNotOverride);
    offer(m_actions.deactivate, m_scope.whyNotDeactivate);
    offer(m_actions.setAside, m_scope.whyNotSetAside);
    offer(m_actions.takeUp, m_scope.whyNotTakeUp);
    offer(m_actions.holdSession,
          m_scope.keys.isEmpty() ? m_scope.whyNotSetAside : QString()); // of nothing, or too many
    offer(m_actions.releaseSession, m_scope.whyNotRelease);
    offer(m_actions.addNote, m_scope.whyNotNote);
    offer(m_actions.requestCorrection, m_scope.whyNotCorrect);
    for (QAction *action :
         {m_actions.recruitmentOpen, m_actions.recruitmentSuspended, m_actions.recruitmentClosed})
        offer(action, m_scope.whyNotRecruitment);
    const QString noSession = m_workspace && !m_workspace->sessions.isEmpty()
                                  ? QString()
                                  : UiTr::tr("Aucune session n'est importée.");
    for (QAction *action : {m_actions.nextGap, m_actions.previousGap})
        offer(action, noSession);
    offerTrailActions();
    offer(m_actions.candidates, noSession);
    offerNotificationActions(elsewhere);

    m_actions.validateConforming->setText(
        m_conforming.isEmpty() ? UiTr::tr("Valider les &conformes…")
                               : UiTr::tr("Valider les &conformes (%1)…").arg(m_conforming.size()));
    offer(m_actions.validateConforming,
          m_conforming.isEmpty() ? UiTr::tr("Aucune session conforme n'attend d'être activée.")
                                 : QString());
}

//! What they would do is in their tips: a key pressed twice has taken back more than was meant.
void SessionCommands::offerTrailActions()
{
    const auto offer = [](QAction *action, const QList<Decision> &events, const QString &none) {
        setAvailable(action, events.isEmpty() ? none : QString());
        if (!action->isEnabled())
            return;
        action->setStatusTip(batchInWords(events));
        action->setToolTip(UiTr::tr("%1\n%2").arg(descriptionOf(action), batchInWords(events)));
    };
    const bool isLoaded = m_workspace != nullptr;
    offer(m_actions.undo, isLoaded ? m_workspace->undoable : QList<Decision>(),
          UiTr::tr("Il n'y a aucune décision à annuler."));
    offer(m_actions.redo, isLoaded ? m_workspace->redoable : QList<Decision>(),
          UiTr::tr("Rien n'a été annulé depuis la dernière décision."));
}

//! A notification is only ever accepted or refused while the operator has it before the eyes.
void SessionCommands::offerNotificationActions(const QString &elsewhere)
{
    const auto offer = [&](QAction *action, const QString &whyNot) {
        setAvailable(action, elsewhere.isEmpty() ? whyNot : elsewhere);
    };
    const QString unseen =
        elsewhere.isEmpty() && m_page.pointedAward()
            ? QString()
            : UiTr::tr("Choisir d'abord une notification dans « Notifications possibles » (F4).");
    offer(m_actions.associate,
          m_scope.whyNotAssociate.isEmpty() ? unseen : m_scope.whyNotAssociate);
    offer(m_actions.refuseAward, m_scope.whyNotRefuse.isEmpty() ? unseen : m_scope.whyNotRefuse);
    offer(m_actions.associateOther, m_scope.whyNotAssociateOther);
    offer(m_actions.dissociate, m_scope.whyNotDissociate);
}

//! One session is decided on at once; of several the operator first sees which ones and how many.
void SessionCommands::decide(const Request &request)
{
    afterAskingHolders(request.title, request.keys, [this, request] {
        if (request.keys.size() == 1)
            m_client.decide(request.title, request.decide);
        else
            preview(request);
    });
}

//! Whoever works on a session is named before somebody else decides on it; nothing keeps him.
void SessionCommands::afterAskingHolders(const QString &title, const QList<SessionKey> &keys,
                                         const std::function<void()> &go)
{
    const QStringList holders = otherHoldersOf(keys);
    if (holders.isEmpty())
        return go();
    const Question question{
        .title = title,
        .text = keys.size() == 1
                    ? UiTr::tr("La session %1 est prise en charge par %2. Décider à sa place ?")
                          .arg(keys.first().session, holders.first())
                    : UiTr::tr("Des sessions choisies sont prises en charge par %1. Décider à sa "
                               "place ?")
                          .arg(holders.join(QLatin1String(", "))),
        .acceptLabel = UiTr::tr("&Décider"),
    };
    m_dialogs.confirm(m_page.window(), question, go);
}

QStringList SessionCommands::otherHoldersOf(const QList<SessionKey> &keys) const
{
    QStringList holders;
    for (const SessionKey &key : keys) {
        const qsizetype row = m_workspace->indexOf(key);
        const auto &hold = row < 0 ? std::nullopt : m_workspace->sessions.at(row).hold;
        if (hold && hold->operatorName != m_client.operatorName() &&
            !holders.contains(hold->operatorName))
            holders << hold->operatorName;
    }
    return holders;
}

void SessionCommands::hold()
{
    const QList<SessionKey> keys = m_scope.keys;
    const QStringList holders = otherHoldersOf(keys);
    if (holders.isEmpty())
        return take(keys);
    const Question question{
        .title = UiTr::tr("Prendre en charge"),
        .text = UiTr::tr("Prendre la suite de %1 ?").arg(holders.join(QLatin1String(", "))),
        .acceptLabel = UiTr::tr("&Prendre la suite"),
    };
    m_dialogs.confirm(m_page.window(), question, [this, keys] { take(keys); });
}

//! From those that were named, or from who was quicker: refused, naming him.
void SessionCommands::take(const QList<SessionKey> &keys)
{
    const bool takesOver = !otherHoldersOf(keys).isEmpty();
    m_client.run(
        UiTr::tr("Prise en charge"),
        [keys, takesOver](BackOffice &office, const Progress &) {
            return office.holds().take(keys, takesOver);
        },
        this,
        [this](const HoldOutcome &outcome) {
            tellHold(outcome, UiTr::tr("%1 session prise en charge."),
                     UiTr::tr("%1 sessions prises en charge."));
        });
}

void SessionCommands::release()
{
    m_client.run(
        UiTr::tr("Libération"),
        [keys = m_scope.keys](BackOffice &office, const Progress &) {
            return office.holds().release(keys);
        },
        this,
        [this](const HoldOutcome &outcome) {
            tellHold(outcome, UiTr::tr("%1 session libérée."), UiTr::tr("%1 sessions libérées."));
        });
}

void SessionCommands::tellHold(const HoldOutcome &outcome, const QString &one,
                               const QString &several)
{
    if (!outcome.refused.isEmpty())
        m_messages.showMessage(MessageBar::Kind::Warning, refusalsInWords(outcome.refused));
    if (outcome.changed.isEmpty())
        return;
    m_client.reload();
    Q_EMIT done(counted(outcome.changed.size(), one, several));
}

void SessionCommands::preview(const Request &request)
{
    m_client.preview(request.title, request.decide, this,
                     [this, request](const DecisionOutcome &outcome) { ask(request, outcome); });
}

void SessionCommands::ask(const Request &request, const DecisionOutcome &outcome)
{
    const DecisionPreview preview = previewOf(outcome, request.keys, *m_workspace);
    if (preview.sessions == 0) {
        DecisionOutcome told = outcome;
        told.applied.clear(); // tried, not done
        tell(told);
        return;
    }
    const Question question{
        .title = request.title,
        .text = preview.text,
        .details = preview.details,
        .acceptLabel = UiTr::tr("&Appliquer à %1").arg(sessionCount(preview.sessions)),
    };
    m_dialogs.confirm(m_page.window(), question,
                      [this, request] { m_client.decide(request.title, request.decide); });
}

//! The selection moves on at once: the next session can be read while this one is written.
void SessionCommands::validateNext()
{
    const QString title = UiTr::tr("Activation");
    afterAskingHolders(title, m_scope.keys, [this, title, keys = m_scope.keys] {
        m_page.advance();
        m_client.decide(title,
                        [keys](DecisionService decisions) { return decisions.activate(keys); });
    });
}

void SessionCommands::activate()
{
    decide({UiTr::tr("Activation"), m_scope.keys,
            [keys = m_scope.keys](DecisionService decisions) { return decisions.activate(keys); }});
}

//! The others of the selection are left alone: the reason is none of theirs.
void SessionCommands::overrideGap()
{
    const QList<SessionKey> keys = m_scope.blocked;
    const Question question{
        .title = UiTr::tr("Activer malgré l'écart"),
        .text = UiTr::tr("Un constat bloquant s'oppose à la diffusion de %1. Le motif écrit ici "
                         "sera gardé avec la décision.")
                    .arg(sessionCount(keys.size())),
        .details = m_scope.keys.size() == 1 ? m_page.blockingSentences().join(u'\n') : QString(),
        .acceptLabel = UiTr::tr("&Activer malgré l'écart"),
    };
    m_dialogs.askReason(m_page.window(), question, [this, keys](const QString &reason) {
        decide({UiTr::tr("Activation malgré l'écart"), keys,
                [keys, reason](DecisionService decisions) {
                    return decisions.activate(keys, reason);
                }});
    });
}

void SessionCommands::deactivate()
{
    decide(
        {UiTr::tr("Désactivation"), m_scope.keys,
         [keys = m_scope.keys](DecisionService decisions) { return decisions.deactivate(keys); }});
}

void SessionCommands::setAside()
{
    const QList<SessionKey> keys = m_scope.keys;
    const Question question{
        .title = UiTr::tr("Écarter de la file"),
        .text = UiTr::tr("%1 hors de la file et de toute diffusion. Si l'organisme modifie l'offre "
                         "sur le portail, elle revient « À revoir ».")
                    .arg(keys.size() == 1
                             ? UiTr::tr("La session %1 va être mise").arg(keys.first().session)
                             : UiTr::tr("%1 vont être mises").arg(sessionCount(keys.size()))),
        .acceptLabel = UiTr::tr("É&carter"),
    };
    m_dialogs.askReturnReason(m_page.window(), question,
                              [this, keys](ReturnReason why, const QString &reason) {
                                  if (keys.size() == 1)
                                      m_page.advance();
                                  decide({UiTr::tr("Mise à l'écart"), keys,
                                          [keys, why, reason](DecisionService decisions) {
                                              return decisions.setAside(keys, why, reason);
                                          }});
                              });
}

void SessionCommands::takeUp()
{
    decide({UiTr::tr("Remise dans la file"), m_scope.keys,
            [keys = m_scope.keys](DecisionService decisions) { return decisions.takeUp(keys); }});
}

void SessionCommands::writeNote(const SessionKey &key, const QString &text)
{
    m_client.attempt(
        UiTr::tr("Note"),
        [key, text](BackOffice &office, const Progress &) { return office.notes().add(key, text); },
        this,
        [this, key, text](const Result<Note> &note) {
            if (!note) {
                m_page.giveNoteBack(key, text);
                m_client.report(note.error());
                return;
            }
            m_client.reload();
            Q_EMIT done(UiTr::tr("Note ajoutée."));
        });
}

void SessionCommands::removeNote(const Note &note)
{
    const Question question{
        .title = UiTr::tr("Supprimer la note"),
        .text = UiTr::tr("La note sera supprimée pour tous les opérateurs, sans retour possible."),
        .details = noteInWords(note),
        .acceptLabel = UiTr::tr("&Supprimer"),
    };
    m_dialogs.confirm(m_page.window(), question, [this, id = note.id] {
        m_client.run(
            UiTr::tr("Note"),
            [id](BackOffice &office, const Progress &) -> Result<qint64> {
                return office.notes().remove(id).map([id] { return id; });
            },
            this,
            [this](qint64) {
                m_client.reload();
                Q_EMIT done(UiTr::tr("Note supprimée."));
            });
    });
}

void SessionCommands::setRecruitment(RecruitmentState state)
{
    decide({UiTr::tr("État du recrutement"), m_scope.keys,
            [keys = m_scope.keys, state](DecisionService decisions) {
                return decisions.setRecruitment(keys, state);
            }});
}

void SessionCommands::validateConforming()
{
    const Request request{UiTr::tr("Valider les conformes"), m_conforming,
                          [](DecisionService decisions) { return decisions.activateConforming(); }};
    afterAskingHolders(request.title, request.keys, [this, request] { preview(request); });
}

void SessionCommands::associate()
{
    const std::optional<AwardKey> award = m_page.pointedAward();
    if (!award)
        return;
    m_client.decide(UiTr::tr("Rapprochement"),
                    [keys = m_scope.keys, award = *award](DecisionService decisions) {
                        return decisions.associate(keys, award);
                    });
}

void SessionCommands::associateOther()
{
    const QList<SessionKey> keys = m_scope.keys;
    const CheckedSession &first = m_workspace->sessions.at(m_workspace->indexOf(keys.first()));
    const AwardRequest request{
        .workspace = m_workspace,
        .funder = first.session().funder(),
        .text = keys.size() == 1
                    ? UiTr::tr("La notification choisie sera celle de la session %1, « %2 », quel "
                               "que soit son numéro de marché.")
                          .arg(first.key().session, m_workspace->actionOf(first).submitted.title)
                    : UiTr::tr("La notification choisie sera celle de %1, quels que soient leurs "
                               "numéros de marché.")
                          .arg(sessionCount(keys.size())),
    };
    m_dialogs.chooseAward(m_page.window(), request, [this, keys](const AwardKey &award) {
        decide({UiTr::tr("Rapprochement"), keys, [keys, award](DecisionService decisions) {
                    return decisions.associate(keys, award);
                }});
    });
}

void SessionCommands::dissociate()
{
    decide(
        {UiTr::tr("Rapprochement"), m_scope.keys,
         [keys = m_scope.keys](DecisionService decisions) { return decisions.dissociate(keys); }});
}

void SessionCommands::refuseAward()
{
    const std::optional<AwardKey> award = m_page.pointedAward();
    if (!award)
        return;
    m_client.decide(UiTr::tr("Rapprochement"),
                    [keys = m_scope.keys, award = *award](DecisionService decisions) {
                        return decisions.refuseAward(keys, award);
                    });
}

void SessionCommands::undo()
{
    m_client.decide(UiTr::tr("Annulation"),
                    [](DecisionService decisions) { return decisions.undo(); });
    if (m_workspace->undoable.isEmpty())
        return;
    m_client.run(
        UiTr::tr("Lecture des envois"),
        [batch = m_workspace->undoable.first().batch](BackOffice &office, const Progress &) {
            return office.sentSince(batch);
        },
        this,
        [this](const QList<Partner> &sent) {
            if (!sent.isEmpty())
                m_messages.showMessage(MessageBar::Kind::Note, alreadySentInWords(sent));
        });
}

void SessionCommands::redo()
{
    m_client.decide(UiTr::tr("Rétablissement"),
                    [](DecisionService decisions) { return decisions.redo(); });
}

void SessionCommands::tell(const DecisionOutcome &outcome)
{
    if (!outcome.refused.isEmpty())
        m_messages.showMessage(MessageBar::Kind::Warning, refusalsInWords(outcome.refused));
    MeanwhileDialog::tell(outcome.meanwhile, m_page.window());
    if (!outcome.applied.isEmpty())
        Q_EMIT done(batchInWords(outcome.applied));
    else if (outcome.refused.isEmpty() && outcome.meanwhile.isEmpty())
        Q_EMIT done(UiTr::tr("Rien n'a changé : c'était déjà le cas."));
}

} // namespace recoupe
