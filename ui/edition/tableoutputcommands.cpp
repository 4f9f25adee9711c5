// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/tableoutputcommands.h"

#include "report/tablefile.h"
#include "ui/edition/editionpage.h"
#include "ui/edition/tableprinting.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QFileInfo>
#include <QPrinter>
#include <QSettings>
#include <QUrl>

namespace recoupe {

SaveRequest saveRequestFor(const EditionContent &content, const EditionView &view,
                           const QString &title, const QSettings &settings)
{
    EditionContent named = content;
    named.view = view;
    const QString file = tableFileName(named, QStringLiteral("pdf"));
    return {title, QDir(lastFolder(settings)).filePath(file),
            UiTr::tr("Document PDF (*.pdf);;Page HTML, pour un courriel (*.html);;"
                     "Classeur Excel (*.xlsx);;Fichier CSV (*.csv)")};
}

void tellSaved(MessageBar &messages, const QString &sentence, const QString &file)
{
    messages.showMessage(MessageBar::Kind::Success, sentence.arg(QDir::toNativeSeparators(file)),
                         UiTr::tr("&Ouvrir"),
                         [file] { (void)showFile(QFileInfo(file).absoluteFilePath()); });
}

TableOutputCommands::TableOutputCommands(const WindowActions &actions, EditionPage &page,
                                         OfficeClient &client, Dialogs &dialogs,
                                         MessageBar &messages, QSettings &settings)
    : QObject(&page)
    , m_actions(actions)
    , m_page(page)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_settings(settings)
{
    connect(actions.saveTable, &QAction::triggered, this, &TableOutputCommands::save);
    connect(actions.printTable, &QAction::triggered, this, &TableOutputCommands::print);
}

void TableOutputCommands::updateAvailability(const QString &whyNot)
{
    setAvailable(m_actions.saveTable, whyNot);
    setAvailable(m_actions.printTable, whyNot);
}

void TableOutputCommands::save()
{
    const EditionContent content = *m_page.content();
    const SaveRequest request =
        saveRequestFor(content, m_page.view(), UiTr::tr("Enregistrer le tableau"), m_settings);
    m_dialogs.chooseTarget(m_page.window(), request, [=, this](const QString &file) {
        rememberFolderOf(m_settings, file);
        const TableFile target{file, m_page.view(), m_page.paper()};
        m_client.run(
            UiTr::tr("Enregistrement du tableau"),
            [content, target](BackOffice &, const Progress &progress) -> Result<QString> {
                if (const Result<> saved = saveEdition(content, target, progress); !saved)
                    return failureOf(saved);
                return target.name;
            },
            this,
            [this](const QString &saved) {
                tellSaved(m_messages, UiTr::tr("Tableau enregistré\u00A0: %1"), saved);
            });
    });
}

void TableOutputCommands::print()
{
    const TableLayout layout = m_page.layoutOfPages();
    const PrintRequest request{int(layout.pages.size()),
                               [layout](QPrinter &printer) { preparePrinter(printer, layout); }};
    m_dialogs.choosePrinter(
        m_page.window(), request, [this, layout](const std::shared_ptr<QPrinter> &printer) {
            m_client.run(
                UiTr::tr("Impression du tableau"),
                [printer, layout](BackOffice &, const Progress &progress) -> Result<QString> {
                    if (const Result<> printed = printTable(*printer, layout, progress); !printed)
                        return failureOf(printed);
                    return printer->printerName();
                },
                this,
                [this](const QString &name) {
                    m_messages.showMessage(
                        MessageBar::Kind::Success,
                        name.isEmpty()
                            ? UiTr::tr("Tableau imprimé.")
                            : UiTr::tr("Tableau envoyé à l'imprimante « %1 ».").arg(name));
                });
        });
}

} // namespace recoupe
