// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importcommands.h"

#include "core/counted.h"
#include "services/filedigest.h"
#include "services/rejectedrows.h"
#include "services/words.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/rejectiondialog.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/mappingdialog.h"
#include "ui/importing/watchedfoldersdialog.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace recoupe {

namespace {

QList<ImportPlan> plansOf(const QStringList &files)
{
    QList<ImportPlan> plans;
    for (const QString &file : files)
        plans << ImportPlan{.file = file};
    return plans;
}

bool hasChanged(const ImportOutcome &outcome)
{
    return !outcome.summary && outcome.summary.error().code == ErrorCode::FileChanged;
}

bool hasRejections(const ImportOutcome &outcome)
{
    return outcome.summary && !outcome.summary->rejections.isEmpty();
}

//! What came of one file; nothing where the operator stopped it.
QStringList sentencesOn(const ImportOutcome &outcome)
{
    if (outcome.summary)
        return QStringList(importInWords(*outcome.summary)) + outcome.summary->warnings;
    if (outcome.summary.error().code == ErrorCode::Cancelled)
        return {};
    return {outcome.summary.error().message};
}

MessageBar::Kind kindOf(const QList<ImportOutcome> &outcomes)
{
    if (std::ranges::any_of(outcomes, [](const ImportOutcome &o) { return !o.summary; }))
        return MessageBar::Kind::Problem;
    return std::ranges::any_of(outcomes, hasRejections) ? MessageBar::Kind::Warning
                                                        : MessageBar::Kind::Success;
}

//! « 2 nouveaux fichiers dans « Dépôt » : a.xml, b.csv. »
QString proposalOf(const QList<FolderFile> &files)
{
    QStringList folders;
    QStringList names;
    for (const FolderFile &file : files) {
        const QFileInfo info(file.path);
        folders << UiTr::tr("« %1 »").arg(info.dir().dirName());
        names << info.fileName();
    }
    folders.removeDuplicates();
    constexpr qsizetype mostNamed = 4;
    const qsizetype more = names.size() - mostNamed;
    const QString named = names.first(std::min(names.size(), mostNamed)).join(u", ");
    return UiTr::tr("%1 dans %2 : %3.")
        .arg(
            counted(files.size(), UiTr::tr("%1 nouveau fichier"), UiTr::tr("%1 nouveaux fichiers")),
            folders.join(u", "),
            more > 0 ? UiTr::tr("%1 et %2 de plus").arg(named).arg(more) : named);
}

} // namespace

ImportCommands::ImportCommands(QWidget *window, const WindowActions &actions, OfficeClient &client,
                               Dialogs &dialogs, MessageBar &messages, MessageBar &proposals,
                               QSettings &settings)
    : QObject(window)
    , m_window(window)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_proposals(proposals)
    , m_settings(settings)
    , m_watch(client, settings)
{
    connect(&client, &OfficeClient::imported, this, &ImportCommands::tell);
    connect(actions.importFiles, &QAction::triggered, this, &ImportCommands::chooseFiles);
    connect(actions.importMapped, &QAction::triggered, this, &ImportCommands::chooseMappedFiles);
    connect(actions.watchFolders, &QAction::triggered, this, &ImportCommands::chooseFolders);
    connect(actions.refresh, &QAction::triggered, &m_watch, &FolderWatch::look);
    connect(&m_watch, &FolderWatch::changed, this, &ImportCommands::propose);
}

void ImportCommands::start()
{
    if (!std::exchange(m_hasStarted, true))
        m_watch.look();
}

void ImportCommands::chooseFiles()
{
    m_dialogs.chooseFiles(m_window, lastFolder(m_settings),
                          [this](const QStringList &files) { importFiles(files); });
}

void ImportCommands::chooseMappedFiles()
{
    m_dialogs.chooseFiles(m_window, lastFolder(m_settings),
                          [this](const QStringList &files) { mapColumns(plansOf(files)); });
}

void ImportCommands::importFiles(const QStringList &files)
{
    if (!files.isEmpty())
        (void)showImport(plansOf(files));
}

void ImportCommands::importPlans(const QList<ImportPlan> &plans)
{
    (void)showImport(plans);
}

//! The one that is open takes them too.
ImportDialog *ImportCommands::showImport(const QList<ImportPlan> &plans)
{
    rememberFolderOf(m_settings, plans.first().file);
    if (!m_import) {
        m_import = new ImportDialog(m_client, m_dialogs, m_window);
        m_import->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_import, &QDialog::finished, this, [this] { m_import.clear(); });
        connect(m_import, &ImportDialog::confirmed, &m_client, &OfficeClient::importFiles);
        connect(m_import, &ImportDialog::columnsWanted, this, &ImportCommands::mapColumns);
        connect(m_import, &ImportDialog::rejectionsWanted, this,
                [this](const ImportOutcome &outcome) { showRejections({outcome}); });
    }
    m_import->setFolder(lastFolder(m_settings));
    m_import->add(plans);
    m_import->show();
    m_import->raise();
    m_import->activateWindow();
    return m_import;
}

void ImportCommands::mapColumns(const QList<ImportPlan> &plans)
{
    if (plans.isEmpty())
        return;
    rememberFolderOf(m_settings, plans.first().file);
    auto *dialog = new MappingDialog(plans, m_client, m_dialogs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MappingDialog::mapped, this,
            [this](const QList<ImportPlan> &mapped) { (void)showImport(mapped); });
    dialog->show();
}

void ImportCommands::tell(const QList<ImportOutcome> &outcomes)
{
    QStringList sentences;
    QList<QByteArray> digests;
    qsizetype rejections = 0;
    for (const ImportOutcome &outcome : outcomes) {
        sentences << sentencesOn(outcome);
        if (!outcome.summary)
            continue;
        digests << outcome.plan.digest;
        rejections += outcome.summary->rejections.size();
    }
    m_watch.remember(digests);
    tryAgain(outcomes);
    if (sentences.isEmpty())
        return;
    if (rejections == 0)
        return m_messages.showMessage(kindOf(outcomes), sentences.join(u'\n'));
    m_messages.showMessage(kindOf(outcomes), sentences.join(u'\n'),
                           UiTr::tr("&Voir les rejets (%1)").arg(rejections),
                           [this, outcomes] { showRejections(outcomes); });
}

//! Files that are not what they were when they were tried, and lists that would replace another one
//! than they were tried against.
void ImportCommands::tryAgain(const QList<ImportOutcome> &outcomes)
{
    QList<ImportPlan> plans;
    QStringList reasons;
    for (const ImportOutcome &outcome : outcomes) {
        if (!hasChanged(outcome))
            continue;
        plans << outcome.plan;
        reasons << outcome.summary.error().message;
    }
    if (!plans.isEmpty())
        showImport(plans)->setNotice(reasons.join(u'\n'));
}

void ImportCommands::showRejections(const QList<ImportOutcome> &outcomes)
{
    QList<ImportOutcome> rejected = outcomes;
    rejected.removeIf([](const ImportOutcome &outcome) { return !hasRejections(outcome); });
    auto *dialog = new RejectionDialog(rejected, lastFolder(m_settings), m_dialogs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RejectionDialog::saveWanted, this, &ImportCommands::saveRejections);
    dialog->show();
}

//! What is written into a watched folder is no news.
void ImportCommands::saveRejections(const ImportOutcome &outcome, const QString &target)
{
    m_client.run(
        UiTr::tr("Enregistrement des lignes rejetées"),
        [outcome, target](BackOffice &, const Progress &) -> Result<QByteArray> {
            if (const Result<> saved = saveRejected(outcome.plan, *outcome.summary, target); !saved)
                return failureOf(saved);
            return digestOf(target);
        },
        this,
        [this, target](const QByteArray &digest) {
            m_watch.remember({digest});
            m_messages.showMessage(MessageBar::Kind::Success,
                                   UiTr::tr("Lignes rejetées enregistrées dans « %1 ».")
                                       .arg(QDir::toNativeSeparators(target)));
        });
}

void ImportCommands::propose()
{
    const QList<FolderFile> files = m_watch.newFiles();
    if (files.isEmpty())
        return m_proposals.hide();
    QList<QByteArray> digests;
    for (const FolderFile &file : files)
        digests << file.digest;
    m_proposals.showMessage(
        MessageBar::Kind::Note, proposalOf(files),
        {{UiTr::tr("I&mporter…"), [this, files] { importProposed(files); }},
         {UiTr::tr("Plus &tard"), [this, files] { m_watch.putOff(files); }},
         {UiTr::tr("I&gnorer ces fichiers"), [this, digests] { m_watch.remember(digests); }}});
}

void ImportCommands::importProposed(const QList<FolderFile> &files)
{
    m_client.run(
        UiTr::tr("Lecture des profils"),
        [](BackOffice &office, const Progress &) { return office.profiles().profiles(); }, this,
        [this, files](const QList<TableProfile> &profiles) {
            QList<ImportPlan> plans;
            for (const FolderFile &file : files) {
                const WatchedFolder folder = m_watch.folderOf(file.path);
                ImportPlan &plan = plans.emplaceBack();
                plan.file = file.path;
                const auto profile =
                    std::ranges::find(profiles, folder.profile, &TableProfile::name);
                if (profile != profiles.end())
                    plan.seenProfile = plan.profile = *profile;
                if (folder.funder)
                    plan.profile.funder = folder.funder;
            }
            (void)showImport(plans);
        });
}

void ImportCommands::chooseFolders()
{
    auto *dialog =
        new WatchedFoldersDialog(m_watch.folders(), m_client.today(), m_dialogs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_watch.setFolders(dialog->folders()); });
    m_client.run(
        UiTr::tr("Lecture des profils"),
        [](BackOffice &office, const Progress &) { return office.profiles().profiles(); }, dialog,
        [dialog](const QList<TableProfile> &profiles) { dialog->setProfiles(profiles); });
    dialog->open();
}

} // namespace recoupe
