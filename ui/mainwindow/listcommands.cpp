// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/listcommands.h"

#include "core/counted.h"
#include "report/sheetfile.h"
#include "report/sheettext.h"
#include "ui/dialogs/dialogs.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

namespace recoupe {

namespace {

constexpr qsizetype mostCopiedAtOnce = 2000; // rows; more would hold up the window

QString rowCount(qsizetype count)
{
    return counted(count, UiTr::tr("%1 ligne"), UiTr::tr("%1 lignes"));
}

} // namespace

ListCommands::ListCommands(QObject *parent, const WindowActions &actions, OfficeClient &client,
                           Dialogs &dialogs, MessageBar &messages, QSettings &settings)
    : QObject(parent)
    , m_actions(actions)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_settings(settings)
{
    connectTo(actions.search, &ListPage::focusSearch);
    connectTo(actions.resetFilter, &ListPage::resetFilter);
    connectTo(actions.views, &ListPage::openViews);
    connectTo(actions.columns, &ListPage::openColumns);
    connect(actions.copy, &QAction::triggered, this, &ListCommands::copy);
    connect(actions.exportList, &QAction::triggered, this, &ListCommands::exportRows);
}

void ListCommands::connectTo(QAction *action, void (ListPage::*does)())
{
    connect(action, &QAction::triggered, this, [this, does] {
        if (m_list)
            (m_list->*does)();
    });
}

void ListCommands::setList(ListPage *shown)
{
    m_list = shown;
    const QString noList = shown ? QString() : UiTr::tr("Cette page n'a pas de liste à parcourir.");
    for (QAction *action :
         {m_actions.search, m_actions.resetFilter, m_actions.views, m_actions.columns})
        setAvailable(action, noList);
    const QString noRow =
        shown && shown->isEmpty() ? UiTr::tr("Aucune ligne n'est affichée.") : noList;
    for (QAction *action : {m_actions.copy, m_actions.exportList})
        setAvailable(action, noRow);
}

//! Few rows at once: who copies pastes in the same breath.
void ListCommands::copy()
{
    const Sheet sheet = m_list->selectedRows();
    if (sheet.rowCount <= mostCopiedAtOnce) {
        putOnClipboard(sheet, pastedText(sheet));
        return;
    }
    m_client.runWithoutBase(
        UiTr::tr("Copie"),
        [sheet](const Progress &) -> Result<QString> { return pastedText(sheet); }, this,
        [this, sheet](const QString &text) { putOnClipboard(sheet, text); });
}

void ListCommands::putOnClipboard(const Sheet &sheet, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT done(
        UiTr::tr("%1 dans le presse-papiers, avec les en-têtes.").arg(rowCount(sheet.rowCount)));
}

void ListCommands::exportRows()
{
    const Sheet sheet = m_list->shownRows();
    const QString name = UiTr::tr("%1 %2.xlsx", "title and day")
                             .arg(sheet.name, m_client.today().toString(Qt::ISODate));
    const SaveRequest request{UiTr::tr("Exporter %1").arg(rowCount(sheet.rowCount)),
                              QDir(lastFolder(m_settings)).filePath(name),
                              UiTr::tr("Classeur Excel (*.xlsx);;Fichier CSV (*.csv)")};
    m_dialogs.chooseTarget(m_list->window(), request,
                           [this, sheet](const QString &file) { write(sheet, file); });
}

void ListCommands::write(const Sheet &sheet, const QString &file)
{
    rememberFolderOf(m_settings, file);
    m_client.runWithoutBase(
        UiTr::tr("Export de la liste"),
        [sheet, file](const Progress &progress) -> Result<QString> {
            return writeSheetFile(sheet, file, progress).map([&file] { return file; });
        },
        this,
        [this, count = sheet.rowCount](const QString &saved) {
            m_messages.showMessage(
                MessageBar::Kind::Success,
                UiTr::tr("%1 dans %2").arg(rowCount(count), QDir::toNativeSeparators(saved)),
                UiTr::tr("&Ouvrir"),
                [saved] { (void)showFile(QFileInfo(saved).absoluteFilePath()); });
        });
}

} // namespace recoupe
