// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/foldersurvey.h"

#include <QAbstractTableModel>
#include <QDate>

namespace recoupe {

//! The folders that are watched, and how what comes in them is read.
class WatchedFolderModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Folder,
        Profile,
        FunderName,
        ColumnCount
    };

    //! \a today: the day whose names of funders are shown.
    explicit WatchedFolderModel(QDate today, QObject *parent = nullptr);

    void setFolders(const QList<WatchedFolder> &folders);
    [[nodiscard]] const QList<WatchedFolder> &folders() const { return m_folders; }
    //! Gives its row; the one where it is watched already.
    int add(const QString &path);
    void remove(int row);
    void setProfile(int row, const QString &name);
    void setFunder(int row, std::optional<Funder> funder);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString textOf(const WatchedFolder &folder, int column) const;
    void changed(int row, int column);

    QDate m_today;
    QList<WatchedFolder> m_folders;
};

} // namespace recoupe
