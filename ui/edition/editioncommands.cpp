// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/editioncommands.h"

#include "models/homecards.h"
#include "models/words.h"
#include "report/tablefile.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QDir>
#include <QSettings>
#include <QUrl>

#include <algorithm>

namespace recoupe {

namespace {

Result<LaidOutEdition> laidOut(const Result<EditionContent> &content)
{
    if (!content)
        return failureOf(content);
    return LaidOutEdition{*content, layOutTable(*content)};
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
{
    connect(&page, &EditionPage::draftWanted, this, &EditionCommands::showDraft);
    connect(&page, &EditionPage::editionWanted, this, &EditionCommands::showEdition);
    connect(actions.saveDraft, &QAction::triggered, this, &EditionCommands::save);
    connect(actions.issueEdition, &QAction::triggered, this, &EditionCommands::confirmIssue);
}

void EditionCommands::refresh()
{
    listEditions();
    const EditionContent *content = m_page.content();
    if (!content || content->isDraft())
        showDraft(m_page.date());
}

void EditionCommands::updateAvailability(bool isShown)
{
    m_isShown = isShown;
    const EditionContent *content = m_page.content();
    QString whyNotSave;
    if (!isShown)
        whyNotSave = UiTr::tr("Ouvrir d'abord la page Tableau (Ctrl+T).");
    else if (!content)
        whyNotSave = UiTr::tr("Le tableau se prépare.");
    QString whyNotIssue = whyNotSave;
    if (whyNotIssue.isEmpty() && !content->isDraft())
        whyNotIssue = UiTr::tr("Une édition passée est affichée : revenir au projet.");
    else if (whyNotIssue.isEmpty() && content->rowCount() == 0)
        whyNotIssue = UiTr::tr("Aucune session n'est à diffuser à cette date.");
    setAvailable(m_actions.saveDraft, whyNotSave);
    setAvailable(m_actions.issueEdition, whyNotIssue);
    const QString whyNotZoom = isShown ? QString() : whyNotSave;
    setAvailable(m_actions.zoomFit, whyNotZoom);
    setAvailable(m_actions.zoomActual, whyNotZoom);
}

void EditionCommands::showDraft(QDate date)
{
    m_client.run(
        UiTr::tr("Préparation du tableau"),
        [date](BackOffice &office, const Progress &) {
            return laidOut(office.editions().draft(date).map(
                [](EditionDraft &&draft) { return draft.content; }));
        },
        this,
        [this](const LaidOutEdition &edition) {
            m_page.showEdition(edition);
            updateAvailability(m_isShown);
        });
}

void EditionCommands::showEdition(int year, int number)
{
    m_client.run(
        UiTr::tr("Lecture d'une édition"),
        [year, number](BackOffice &office, const Progress &) {
            return laidOut(office.editions().find(year, number));
        },
        this,
        [this](const LaidOutEdition &edition) {
            m_page.showEdition(edition);
            updateAvailability(m_isShown);
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
        });
}

SaveRequest EditionCommands::requestFor(const EditionContent &content) const
{
    return {UiTr::tr("Enregistrer le tableau en PDF"),
            QDir(lastFolder(m_settings)).filePath(tableFileName(content, QStringLiteral("pdf"))),
            UiTr::tr("Document PDF (*.pdf)")};
}

void EditionCommands::save()
{
    const EditionContent content = *m_page.content();
    m_dialogs.chooseTarget(m_page.window(), requestFor(content), [=, this](const QString &file) {
        rememberFolderOf(m_settings, file);
        m_client.run(
            UiTr::tr("Enregistrement du PDF"),
            [content, file](BackOffice &, const Progress &progress) -> Result<QString> {
                if (const Result<> saved = saveEdition(content, {file}, progress); !saved)
                    return failureOf(saved);
                return file;
            },
            this,
            [this](const QString &saved) {
                m_messages.showMessage(
                    MessageBar::Kind::Success,
                    UiTr::tr("Tableau enregistré : %1").arg(QDir::toNativeSeparators(saved)),
                    UiTr::tr("&Ouvrir"),
                    [saved] { QDesktopServices::openUrl(QUrl::fromLocalFile(saved)); });
            });
    });
}

void EditionCommands::confirmIssue()
{
    EditionContent expected = *m_page.content();
    expected.number = nextEditionNumber(m_editions, expected.year);
    const Question question{
        .title = UiTr::tr("Éditer le tableau"),
        .text = UiTr::tr("L'édition n° %1, arrêtée au %2, va être numérotée et figée avec %3 "
                         "sessions. Elle ne pourra plus être modifiée.")
                    .arg(expected.label(), shortDate(expected.date))
                    .arg(expected.rowCount()),
        .acceptLabel = UiTr::tr("É&diter le n° %1").arg(expected.label()),
    };
    m_dialogs.confirm(m_page.window(), question, [this, expected] {
        m_dialogs.chooseTarget(m_page.window(), requestFor(expected),
                               [this, expected](const QString &file) {
                                   rememberFolderOf(m_settings, file);
                                   issue(expected, file);
                               });
    });
}

void EditionCommands::issue(const EditionContent &expected, const QString &file)
{
    m_client.run(
        UiTr::tr("Édition du tableau"),
        [date = expected.date, file](BackOffice &office, const Progress &progress) {
            return laidOut(office.editions().issue(date, {file}, {}, progress));
        },
        this,
        [this, file](const LaidOutEdition &edition) {
            m_page.showEdition(edition);
            updateAvailability(m_isShown);
            m_client.reload(); // which lists the editions, too
            m_messages.showMessage(
                MessageBar::Kind::Success,
                UiTr::tr("Édition n° %1 enregistrée : %2")
                    .arg(edition.content.label(), QDir::toNativeSeparators(file)),
                UiTr::tr("&Ouvrir"),
                [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
        });
}

} // namespace recoupe
