// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/editioncommands.h"

#include "core/counted.h"
#include "models/homecards.h"
#include "models/words.h"
#include "report/editionframe.h"
#include "report/editionview.h"
#include "ui/edition/differencedialog.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/messagebar.h"

#include <QSettings>

#include <algorithm>

namespace recoupe {

namespace {

TableLayout laidOut(const EditionContent &content, const EditionView &view, Paper paper)
{
    return layOutTable(arranged(content, view), paper);
}

QString messagesOf(const QList<EditionCheck> &checks, bool blocking)
{
    QStringList messages;
    for (const EditionCheck &check : checks) {
        if ((check.severity == Severity::Blocking) == blocking)
            messages << check.message;
    }
    return messages.join(u'\n');
}

} // namespace

EditionCommands::EditionCommands(const WindowActions &actions, EditionPage &page,
                                 OfficeClient &client, Dialogs &dialogs, MessageBar &messages,
                                 QSettings &settings)
    : QObject(&page)
    , m_actions(actions)
    , m_page(page)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_settings(settings)
    , m_output(actions, page, client, dialogs, messages, settings)
{
    connect(&page, &EditionPage::draftWanted, this, &EditionCommands::showDraft);
    connect(&page, &EditionPage::editionWanted, this, &EditionCommands::showEdition);
    connect(&page, &EditionPage::arrangementWanted, this, &EditionCommands::layOutAgain);
    connect(actions.issueEdition, &QAction::triggered, this, &EditionCommands::confirmIssue);
    connect(actions.compareEditions, &QAction::triggered, this, &EditionCommands::compare);
    connect(actions.annulEdition, &QAction::triggered, this, &EditionCommands::confirmAnnulment);
}

void EditionCommands::refresh()
{
    listEditions();
    const EditionContent *content = m_page.content();
    if (!content || content->isDraft())
        showDraft(m_page.date());
}

QString EditionCommands::whyNotIssue(const QString &whyNotShown) const
{
    if (!whyNotShown.isEmpty())
        return whyNotShown;
    return m_page.content()->isDraft()
               ? QString()
               : UiTr::tr("Une édition passée est affichée : revenir au projet.");
}

QString EditionCommands::whyNotAnnul(const QString &whyNotShown) const
{
    if (!whyNotShown.isEmpty())
        return whyNotShown;
    const EditionContent &content = *m_page.content();
    if (content.isDraft())
        return UiTr::tr("Ouvrir d'abord une édition passée : un projet n'a pas à être annulé.");
    if (content.annulled)
        return UiTr::tr("Cette édition est déjà annulée.");
    const auto last = std::ranges::find_if(
        m_editions, [](const EditionRecord &edition) { return !edition.annulment; });
    const bool isLast =
        last != m_editions.end() && last->year == content.year && last->number == content.number;
    return isLast ? QString() : UiTr::tr("Seule la dernière édition en vigueur peut être annulée.");
}

void EditionCommands::updateAvailability(bool isShown)
{
    m_isShown = isShown;
    const EditionContent *content = m_page.content();
    QString whyNot;
    if (!isShown)
        whyNot = UiTr::tr("Ouvrir d'abord la page Tableau (Ctrl+T).");
    const QString whyNotZoom = whyNot;
    if (isShown && !content)
        whyNot = UiTr::tr("Le tableau se prépare.");
    m_output.updateAvailability(whyNot);
    setAvailable(m_actions.issueEdition, whyNotIssue(whyNot));
    setAvailable(m_actions.annulEdition, whyNotAnnul(whyNot));
    if (whyNot.isEmpty() && !content->previousDate.isValid())
        whyNot = UiTr::tr("C'est la première édition : aucune autre ne la précède.");
    setAvailable(m_actions.compareEditions, whyNot);
    setAvailable(m_actions.zoomFit, whyNotZoom);
    setAvailable(m_actions.zoomActual, whyNotZoom);
}

void EditionCommands::show(const LaidOutEdition &edition)
{
    m_page.showEdition(edition);
    updateAvailability(m_isShown);
}

void EditionCommands::showDraft(QDate date)
{
    const quint64 wanted = ++m_wanted;
    m_client.run(
        UiTr::tr("Préparation du tableau"),
        [date, view = m_page.view(),
         paper = m_page.paper()](BackOffice &office, const Progress &) -> Result<LaidOutEdition> {
            const Result<EditionDraft> draft = office.editions().draft(date);
            if (!draft)
                return failureOf(draft);
            return LaidOutEdition{draft->content, draft->checks,
                                  laidOut(draft->content, view, paper)};
        },
        this,
        [this, wanted](const LaidOutEdition &edition) {
            if (wanted == m_wanted)
                show(edition);
        });
}

void EditionCommands::showEdition(int year, int number)
{
    const quint64 wanted = ++m_wanted;
    m_client.run(
        UiTr::tr("Lecture d'une édition"),
        [year, number, view = m_page.view(),
         paper = m_page.paper()](BackOffice &office, const Progress &) -> Result<LaidOutEdition> {
            const Result<EditionContent> content = office.editions().find(year, number);
            if (!content)
                return failureOf(content);
            return LaidOutEdition{*content, {}, laidOut(*content, view, paper)};
        },
        this,
        [this, wanted](const LaidOutEdition &edition) {
            if (wanted == m_wanted)
                show(edition);
        });
}

void EditionCommands::layOutAgain()
{
    m_page.saveState(m_settings);
    if (!m_page.content())
        return;
    const quint64 wanted = ++m_wanted;
    m_client.run(
        UiTr::tr("Mise en page du tableau"),
        [content = *m_page.content(), view = m_page.view(),
         paper = m_page.paper()](BackOffice &, const Progress &) -> Result<TableLayout> {
            return laidOut(content, view, paper);
        },
        this,
        [this, wanted](const TableLayout &layout) {
            if (wanted == m_wanted)
                m_page.showLayout(layout);
        });
}

void EditionCommands::listEditions()
{
    m_client.run(
        UiTr::tr("Lecture des éditions"),
        [](BackOffice &office, const Progress &) { return office.editions().editions(); }, this,
        [this](const QList<EditionRecord> &editions) {
            m_editions = editions;
            m_page.setEditions(editions);
            updateAvailability(m_isShown);
        });
}

void EditionCommands::compare()
{
    const EditionContent content = *m_page.content();
    m_client.run(
        UiTr::tr("Comparaison des éditions"),
        [content](BackOffice &office, const Progress &) {
            return office.editions().differencesFromPrevious(content);
        },
        this,
        [this, content](const QList<EditionDifference> &differences) {
            const QString intro = UiTr::tr("%1, par rapport à l'édition du %2")
                                      .arg(editionWords(content), shortDate(content.previousDate));
            auto *dialog = new DifferenceDialog(intro, differences, m_page.window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
}

void EditionCommands::confirmIssue()
{
    EditionContent expected = *m_page.content();
    expected.number = nextEditionNumber(m_editions, expected.year);
    EditionContent shown = expected;
    shown.view = m_page.view();
    QString text =
        UiTr::tr("L'édition n° %1, arrêtée au %2, va être numérotée et figée avec %3. Elle ne "
                 "pourra plus être modifiée.")
            .arg(expected.label(), shortDate(expected.date),
                 counted(expected.rowCount(), UiTr::tr("%1 session"), UiTr::tr("%1 sessions")));
    if (const QString part = viewWords(shown); !part.isEmpty()) {
        text += UiTr::tr(" Elle est figée entière ; le fichier enregistré ne montre que : %1.")
                    .arg(part);
    }
    const QList<EditionCheck> &checks = m_page.checks();
    if (!isBlocked(checks)) {
        m_dialogs.confirm(m_page.window(),
                          {.title = UiTr::tr("Éditer le tableau"),
                           .text = text,
                           .details = messagesOf(checks, false),
                           .acceptLabel = UiTr::tr("É&diter le n° %1").arg(expected.label())},
                          [this, expected] { chooseIssueFile(expected, {}); });
        return;
    }
    const Question question{
        .title = UiTr::tr("Éditer malgré les contrôles"),
        .text =
            UiTr::tr("Les contrôles s'opposent à l'édition :\n%1").arg(messagesOf(checks, true)),
        .details = text,
        .acceptLabel = UiTr::tr("É&diter malgré tout"),
    };
    m_dialogs.askReason(m_page.window(), question, [this, expected](const QString &reason) {
        chooseIssueFile(expected, reason);
    });
}

void EditionCommands::chooseIssueFile(const EditionContent &expected, const QString &reason)
{
    const SaveRequest request =
        saveRequestFor(expected, m_page.view(), UiTr::tr("Enregistrer l'édition"), m_settings);
    m_dialogs.chooseTarget(m_page.window(), request, [this, expected, reason](const QString &file) {
        rememberFolderOf(m_settings, file);
        issue(expected, reason, {file, m_page.view(), m_page.paper()});
    });
}

void EditionCommands::issue(const EditionContent &expected, const QString &reason,
                            const TableFile &file)
{
    const quint64 wanted = ++m_wanted;
    m_client.run(
        UiTr::tr("Édition du tableau"),
        [date = expected.date, reason, file](BackOffice &office,
                                             const Progress &progress) -> Result<LaidOutEdition> {
            const Result<EditionContent> content =
                office.editions().issue(date, file, reason, progress);
            if (!content)
                return failureOf(content);
            return LaidOutEdition{*content, {}, laidOut(*content, file.view, file.paper)};
        },
        this,
        [this, wanted, file](const LaidOutEdition &edition) {
            if (wanted == m_wanted)
                show(edition);
            m_client.reload(); // which lists the editions, too
            tellSaved(m_messages,
                      UiTr::tr("Édition n°\u00A0%1 enregistrée\u00A0: %2")
                          .arg(edition.content.label(), QStringLiteral("%1")),
                      file.name);
        });
}

void EditionCommands::confirmAnnulment()
{
    const EditionContent content = *m_page.content();
    const Question question{
        .title = UiTr::tr("Annuler l'édition"),
        .text = UiTr::tr("L'édition n° %1 du %2 ne sera plus en vigueur. Elle reste dans la liste "
                         "avec ce motif, et son numéro n'est pas redonné ; la prochaine sera "
                         "comparée à celle d'avant. Si elle a été envoyée, prévenir les "
                         "destinataires.")
                    .arg(content.label(), shortDate(content.date)),
        .acceptLabel = UiTr::tr("&Annuler l'édition n° %1").arg(content.label()),
    };
    m_dialogs.askReason(m_page.window(), question, [this, content](const QString &reason) {
        m_client.run(
            UiTr::tr("Annulation de l'édition"),
            [content, reason](BackOffice &office, const Progress &) -> Result<QString> {
                if (const Result<> done =
                        office.editions().annul(content.year, content.number, reason);
                    !done)
                    return failureOf(done);
                return content.label();
            },
            this,
            [this, content](const QString &label) {
                m_messages.showMessage(MessageBar::Kind::Success,
                                       UiTr::tr("L'édition n° %1 est annulée.").arg(label));
                showEdition(content.year, content.number);
                m_client.reload();
            });
    });
}

} // namespace recoupe
