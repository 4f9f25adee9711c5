// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tableprofile.h"
#include "models/watchedfoldermodel.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QTreeView;

namespace recoupe {

class Dialogs;

//! Which folders are watched for new files, and how those of each are read.
class WatchedFoldersDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a today: the day whose names of funders are shown.
    WatchedFoldersDialog(const QList<WatchedFolder> &folders, QDate today, Dialogs &dialogs,
                         QWidget *parent = nullptr);

    void setProfiles(const QList<TableProfile> &profiles);
    [[nodiscard]] const QList<WatchedFolder> &folders() const { return m_model.folders(); }

private:
    [[nodiscard]] QLayout *buildFolders();
    [[nodiscard]] QLayout *buildReading();
    void chooseFolder();
    void removeCurrent();
    void showCurrent();
    [[nodiscard]] int currentRow() const;

    Dialogs &m_dialogs;
    WatchedFolderModel m_model;
    QTreeView *m_view;
    QPushButton *m_add;
    QPushButton *m_remove;
    QComboBox *m_profile;
    QComboBox *m_funder;
};

} // namespace recoupe
