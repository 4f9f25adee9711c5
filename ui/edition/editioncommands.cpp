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

LaidOutEdition laidOut(const EditionContent &content, const QList<EditionCheck> &checks,
                       const EditionView &view, Paper paper)
{
    return {content, checks, view, paper, layOutTable(arranged(content, view), paper)};
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
    connect(&page, &EditionPage::dateRefused, this, [this](const QString &text) {
        m_messages.showMessage(MessageBar::Kind::Warning,
                               UiTr::tr("« %1 » n'est pas un jour : écrire JJ/MM/AAAA.").arg(text));
    });
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
    if (!m_page.content()->isDraft())
        return UiTr::tr("Une édition passée est affichée : revenir au projet.");
    const auto older = std::ranges::find(m_page.checks(), QStringLiteral("older-than-last"),
                                         &EditionCheck::id); // no reason makes up for it
    return older == m_page.checks().end() ? QString() : older->message;
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

//! What was asked for later is on its way: this is shown only if nothing was.
void EditionCommands::show(const LaidOutEdition &edition, quint64 wanted)
{
    if (wanted != m_wanted)
        return;
    ++m_layoutWanted; // a layout of what was shown before comes too late
    m_page.showEdition(edition);
    updateAvailability(m_isShown);
    if (edition.view != m_page.view() || edition.paper != m_page.paper())
        layOutAgain(); // the options were touched meanwhile
}

void EditionCommands::showDraft(QDate date)
{
    m_client.run(
        UiTr::tr("Préparation du tableau"),
        [date, view = m_page.view(),
         paper = m_page.paper()](BackOffice &office, const Progress &) -> Result<LaidOutEdition> {
            const Result<EditionDraft> draft = office.editions().draft(date);
            if (!draft)
                return failureOf(draft);
            return laidOut(draft->content, draft->checks, view, paper);
        },
        this,
        [this, wanted = ++m_wanted](const LaidOutEdition &edition) { show(edition, wanted); });
}

void EditionCommands::showEdition(int year, int number)
{
    m_client.run(
        UiTr::tr("Lecture d'une édition"),
        [year, number, view = m_page.view(),
         paper = m_page.paper()](BackOffice &office, const Progress &) -> Result<LaidOutEdition> {
            const Result<EditionContent> content = office.editions().find(year, number);
            if (!content)
                return failureOf(content);
            return laidOut(*content, {}, view, paper);
        },
        this,
        [this, wanted = ++m_wanted](const LaidOutEdition &edition) { show(edition, wanted); });
}

void EditionCommands::layOutAgain()
{
    m_page.saveState(m_settings);
    if (!m_page.content())
        return;
    m_client.run(
        UiTr::tr("Mise en page du tableau"),
        [content = *m_page.content(), view = m_page.view(),
         paper = m_page.paper()](BackOffice &, const Progress &) -> Result<TableLayout> {
            return layOutTable(arranged(content, view), paper);
        },
        this,
        [this, wanted = ++m_layoutWanted](const TableLayout &layout) {
            if (wanted == m_layoutWanted)
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

//! What the edition will be, in a sentence or two.
QString EditionCommands::announcementOf(const EditionContent &edition) const
{
    const QString text =
        UiTr::tr("L'édition n° %1, arrêtée au %2, va être numérotée et figée avec %3. Elle ne "
                 "pourra plus être modifiée.")
            .arg(edition.label(), shortDate(edition.date),
                 counted(edition.rowCount(), UiTr::tr("%1 session"), UiTr::tr("%1 sessions")));
    EditionContent shown = edition;
    shown.view = m_page.view();
    const QString part = viewWords(shown);
    return part.isEmpty()
               ? text
               : UiTr::tr("%1 Elle est figée entière ; le fichier enregistré ne montre que : %2.")
                     .arg(text, part);
}

void EditionCommands::confirmIssue()
{
    EditionContent expected = *m_page.content();
    expected.number = nextEditionNumber(m_editions, expected.year);
    const QList<EditionCheck> &checks = m_page.checks();
    IssueRequest request{expected.date, {{}, m_page.view(), m_page.paper()}, {}, {}, expected};
    for (const EditionCheck &check : checks)
        request.acceptedChecks << check.id;
    const QString text = announcementOf(expected);
    if (!isBlocked(checks)) {
        m_dialogs.confirm(m_page.window(),
                          {.title = UiTr::tr("Éditer le tableau"),
                           .text = text,
                           .details = messagesOf(checks, false),
                           .acceptLabel = UiTr::tr("É&diter le n° %1").arg(expected.label())},
                          [this, request] { chooseIssueFile(request); });
        return;
    }
    const Question question{
        .title = UiTr::tr("Éditer malgré les contrôles"),
        .text =
            UiTr::tr("Les contrôles s'opposent à l'édition :\n%1").arg(messagesOf(checks, true)),
        .details = text,
        .acceptLabel = UiTr::tr("É&diter malgré tout"),
    };
    m_dialogs.askReason(m_page.window(), question, [this, request](const QString &reason) {
        IssueRequest overriding = request;
        overriding.overrideReason = reason;
        chooseIssueFile(overriding);
    });
}

void EditionCommands::chooseIssueFile(IssueRequest request)
{
    const SaveRequest target = saveRequestFor(*request.seen, request.file.view,
                                              UiTr::tr("Enregistrer l'édition"), m_settings);
    m_dialogs.chooseTarget(m_page.window(), target, [this, request](const QString &file) {
        rememberFolderOf(m_settings, file);
        IssueRequest named = request;
        named.file.name = file;
        issue(named);
    });
}

void EditionCommands::issue(const IssueRequest &request)
{
    m_client.attempt(
        UiTr::tr("Édition du tableau"),
        [request](BackOffice &office, const Progress &progress) -> Result<LaidOutEdition> {
            const Result<IssuedEdition> issued = office.editions().issue(request, progress);
            if (!issued)
                return failureOf(issued);
            return laidOut(issued->content, {}, request.file.view, request.file.paper);
        },
        this,
        [this, wanted = ++m_wanted, request](const Result<LaidOutEdition> &edition) {
            m_client.reload(); // which lists the editions, too; a refusal says that others work
            if (!edition) {
                m_messages.showMessage(MessageBar::Kind::Problem, edition.error().message);
                return;
            }
            show(*edition, wanted);
            tellSaved(m_messages,
                      UiTr::tr("Édition n°\u00A0%1 enregistrée\u00A0: %2")
                          .arg(edition->content.label(), QStringLiteral("%1")),
                      request.file.name);
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
