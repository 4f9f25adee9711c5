// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalcommands.h"

#include "models/deliverywords.h"
#include "models/words.h"
#include "ui/dialogs/dialogs.h"
#include "ui/journal/journalpage.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"

namespace recoupe {

namespace {

QStringList linesOf(const QList<Decision> &events)
{
    QStringList lines;
    for (const Decision &event : events) {
        const QString words = decisionInWords(event);
        switch (event.subject) {
        case DecisionSubject::Session:
            lines << UiTr::tr("Session %1, %2").arg(event.key.session, words);
            break;
        case DecisionSubject::Action:
            lines << UiTr::tr("Action %1, %2").arg(event.key.formation, words);
            break;
        case DecisionSubject::Setting: lines << words; break;
        }
    }
    return lines;
}

} // namespace

JournalCommands::JournalCommands(const WindowActions &actions, JournalPage &page,
                                 OfficeClient &client, Dialogs &dialogs)
    : QObject(&page)
    , m_actions(actions)
    , m_page(page)
    , m_client(client)
    , m_dialogs(dialogs)
{
    connect(actions.undoBatch, &QAction::triggered, this, &JournalCommands::undoBatch);
}

void JournalCommands::refresh()
{
    m_isOutOfDate = true;
    if (m_isShown)
        load();
}

void JournalCommands::updateAvailability(bool isShown)
{
    m_isShown = isShown;
    setAvailable(m_actions.undoBatch, isShown
                                          ? m_page.whyNotUndoable()
                                          : UiTr::tr("Ouvrir d'abord la page Journal (Ctrl+J)."));
    if (isShown && m_isOutOfDate)
        load();
}

void JournalCommands::load()
{
    m_isOutOfDate = false;
    m_client.run(
        UiTr::tr("Journal"), [](BackOffice &office, const Progress &) { return office.history(); },
        this, [this](const QList<Decision> &decisions) { m_page.setDecisions(decisions); });
}

void JournalCommands::undoBatch()
{
    const QList<Decision> events = m_page.currentBatch();
    if (events.isEmpty())
        return;
    m_client.run(
        UiTr::tr("Lecture des envois"),
        [batch = events.first().batch](BackOffice &office, const Progress &) {
            return office.sentSince(batch);
        },
        this, [this, events](const QList<Partner> &sent) { confirmUndo(events, sent); });
}

//! What was sent is not called back: an undo only changes what is sent next.
void JournalCommands::confirmUndo(const QList<Decision> &events, const QList<Partner> &sent)
{
    QString text =
        UiTr::tr("Revenir sur ce lot de %1, « %2 » ?\nCe qui a été décidé autrement depuis "
                 "reste en l'état. Rétablir (Ctrl+Y) reprend l'annulation.")
            .arg(shortDate(events.first().at.toLocalTime().date()), batchInWords(events));
    if (!sent.isEmpty())
        text += u'\n' + alreadySentInWords(sent);
    const Question question{
        .title = UiTr::tr("Annuler ce lot"),
        .text = text,
        .details = linesOf(events).join(u'\n'),
        .acceptLabel = UiTr::tr("&Annuler le lot"),
    };
    m_dialogs.confirm(m_page.window(), question, [this, batch = events.first().batch] {
        m_client.decide(UiTr::tr("Annulation"),
                        [batch](DecisionService decisions) { return decisions.undoBatch(batch); });
    });
}

} // namespace recoupe
