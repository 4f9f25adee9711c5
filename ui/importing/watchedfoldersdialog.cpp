// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/watchedfoldersdialog.h"

#include "ui/dialogs/dialogs.h"
#include "ui/importing/readingchoices.h"
#include "ui/uitr.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(760, 400);
constexpr int folderWidth = 340;
constexpr int profileWidth = 150;

} // namespace

WatchedFoldersDialog::WatchedFoldersDialog(const QList<WatchedFolder> &folders, QDate today,
                                           Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_model(today)
    , m_view(new QTreeView)
    , m_add(new QPushButton(UiTr::tr("&Ajouter un dossier…")))
    , m_remove(new QPushButton(UiTr::tr("&Retirer")))
    , m_profile(new QComboBox)
    , m_funder(new QComboBox)
{
    setObjectName(QStringLiteral("watchedFolders"));
    setWindowTitle(UiTr::tr("Dossiers surveillés"));
    resize(startSize);
    m_model.setFolders(folders);
    offerProfiles(m_profile, {});
    offerFunders(m_funder, today);
    auto *intro = new QLabel(
        UiTr::tr("Les fichiers qui arrivent dans ces dossiers sont proposés à l'import ; "
                 "rien n'est importé sans vous."));
    intro->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(intro);
    layout->addLayout(buildFolders(), 1);
    layout->addLayout(buildReading());
    layout->addWidget(buttons);
    m_view->setCurrentIndex(m_model.index(0, 0));
    showCurrent();
}

QLayout *WatchedFoldersDialog::buildFolders()
{
    m_view->setObjectName(QStringLiteral("folders"));
    m_view->setAccessibleName(UiTr::tr("Dossiers surveillés"));
    m_view->setModel(&m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->header()->resizeSection(WatchedFolderModel::Folder, folderWidth);
    m_view->header()->resizeSection(WatchedFolderModel::Profile, profileWidth);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &WatchedFoldersDialog::showCurrent);
    m_add->setObjectName(QStringLiteral("addFolder"));
    m_remove->setObjectName(QStringLiteral("removeFolder"));
    connect(m_add, &QPushButton::clicked, this, &WatchedFoldersDialog::chooseFolder);
    connect(m_remove, &QPushButton::clicked, this, &WatchedFoldersDialog::removeCurrent);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_view, 1);
    row->addLayout(buttons);
    return row;
}

QLayout *WatchedFoldersDialog::buildReading()
{
    m_profile->setObjectName(QStringLiteral("folderProfile"));
    m_funder->setObjectName(QStringLiteral("folderFunder"));
    connect(m_profile, &QComboBox::activated, this,
            [this] { m_model.setProfile(currentRow(), m_profile->currentData().toString()); });
    connect(m_funder, &QComboBox::activated, this,
            [this] { m_model.setFunder(currentRow(), chosenFunder(m_funder)); });
    auto *form = new QFormLayout;
    form->addRow(UiTr::tr("&Profil de ses tableaux"), m_profile);
    form->addRow(UiTr::tr("&Financeur de ses notifications"), m_funder);
    return form;
}

void WatchedFoldersDialog::setProfiles(const QList<TableProfile> &profiles)
{
    offerProfiles(m_profile, profiles);
    showCurrent();
}

void WatchedFoldersDialog::chooseFolder()
{
    m_dialogs.chooseFolder(this, UiTr::tr("Dossier à surveiller"), [this](const QString &folder) {
        m_view->setCurrentIndex(m_model.index(m_model.add(folder), 0));
    });
}

void WatchedFoldersDialog::removeCurrent()
{
    m_model.remove(currentRow());
    showCurrent();
}

int WatchedFoldersDialog::currentRow() const
{
    return m_view->currentIndex().row();
}

void WatchedFoldersDialog::showCurrent()
{
    const int row = currentRow();
    const WatchedFolder folder = row < 0 ? WatchedFolder() : m_model.folders().at(row);
    select(m_profile, folder.profile);
    select(m_funder, folder.funder ? toToken(*folder.funder) : QString());
    const QString noFolder = row < 0 ? UiTr::tr("Ajouter d'abord un dossier.") : QString();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_remove, m_profile, m_funder}) {
        widget->setEnabled(noFolder.isEmpty());
        widget->setToolTip(noFolder);
    }
}

} // namespace recoupe
