// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/importcommands.h"

#include "models/importwords.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/rejectiondialog.h"
#include "ui/mapping/mappingdialog.h"
#include "ui/uitr.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QSettings>
#include <QWidget>

namespace recoupe {

ImportCommands::ImportCommands(QWidget *window, OfficeClient &client, Dialogs &dialogs,
                               MessageBar &messages, QSettings &settings)
    : QObject(window)
    , m_window(window)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_settings(settings)
{
    connect(&client, &OfficeClient::imported, this, &ImportCommands::tell);
}

void ImportCommands::chooseFiles()
{
    m_dialogs.chooseFiles(m_window, lastFolder(m_settings),
                          [this](const QStringList &files) { importFiles(files); });
}

void ImportCommands::importFiles(const QStringList &files)
{
    if (files.isEmpty())
        return;
    rememberFolderOf(m_settings, files.first());
    m_client.importFiles({.files = files});
}

void ImportCommands::chooseMappedFiles()
{
    m_dialogs.chooseFiles(m_window, lastFolder(m_settings),
                          [this](const QStringList &files) { mapColumns(files); });
}

void ImportCommands::mapColumns(const QStringList &files)
{
    if (files.isEmpty())
        return;
    rememberFolderOf(m_settings, files.first());
    auto *dialog = new MappingDialog(files, m_client, m_dialogs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ImportCommands::offerColumns(const Error &error)
{
    m_messages.showMessage(MessageBar::Kind::Problem, error.message,
                           UiTr::tr("&Choisir les colonnes…"),
                           [this, file = error.where.file] { mapColumns({file}); });
}

void ImportCommands::tell(const ImportRequest &request, const QList<ImportSummary> &summaries)
{
    QStringList sentences;
    QList<Rejection> rejections;
    for (qsizetype i = 0; i < summaries.size(); ++i) {
        sentences << importInWords(summaries.at(i)) << summaries.at(i).warnings;
        rejections << summaries.at(i).rejections;
        if (lacksFunder(summaries.at(i)))
            askFunder({{request.files.at(i)}, {}, request.kind, request.profile});
    }
    const auto kind = rejections.isEmpty() ? MessageBar::Kind::Success : MessageBar::Kind::Warning;
    if (rejections.isEmpty()) {
        m_messages.showMessage(kind, sentences.join(u'\n'));
        return;
    }
    m_messages.showMessage(kind, sentences.join(u'\n'),
                           UiTr::tr("&Voir les rejets (%1)").arg(rejections.size()),
                           [this, rejections] { showRejections(rejections); });
}

//! Importing the same file again adds only the rows that lacked a funder.
void ImportCommands::askFunder(ImportRequest request)
{
    const QString fileName = QFileInfo(request.files.first()).fileName();
    m_dialogs.askFunder(m_window, fileName,
                        [this, request = std::move(request)](Funder funder) mutable {
                            request.funder = funder;
                            m_client.importFiles(request);
                        });
}

void ImportCommands::showRejections(const QList<Rejection> &rejections)
{
    auto *dialog = new RejectionDialog(rejections, lastFolder(m_settings), m_dialogs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace recoupe
