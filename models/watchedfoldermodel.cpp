// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/watchedfoldermodel.h"

#include "models/words.h"
#include "rules/checksettings.h"

#include <QDir>

#include <algorithm>

namespace recoupe {

WatchedFolderModel::WatchedFolderModel(QDate today, QObject *parent)
    : QAbstractTableModel(parent)
    , m_today(today)
{
}

void WatchedFolderModel::setFolders(const QList<WatchedFolder> &folders)
{
    beginResetModel();
    m_folders = folders;
    endResetModel();
}

int WatchedFolderModel::add(const QString &path)
{
    const auto known = std::ranges::find(m_folders, path, &WatchedFolder::path);
    if (known != m_folders.end())
        return int(known - m_folders.begin());
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_folders.append({.path = path});
    endInsertRows();
    return row;
}

void WatchedFolderModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_folders.removeAt(row);
    endRemoveRows();
}

void WatchedFolderModel::setProfile(int row, const QString &name)
{
    m_folders[row].profile = name;
    changed(row, Profile);
}

void WatchedFolderModel::setFunder(int row, std::optional<Funder> funder)
{
    m_folders[row].funder = funder;
    changed(row, FunderName);
}

void WatchedFolderModel::changed(int row, int column)
{
    Q_EMIT dataChanged(index(row, column), index(row, column));
}

int WatchedFolderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_folders.size());
}

int WatchedFolderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WatchedFolderModel::textOf(const WatchedFolder &folder, int column) const
{
    switch (column) {
    case Folder: return QDir::toNativeSeparators(folder.path);
    case Profile: return folder.profile.isEmpty() ? ModelsTr::tr("(aucun)") : folder.profile;
    case FunderName:
        return folder.funder ? funderName(*folder.funder, m_today)
                             : ModelsTr::tr("Celui que nomme chaque ligne");
    default: return {};
    }
}

QVariant WatchedFolderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const WatchedFolder &folder = m_folders.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(folder, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Folder ? ModelsTr::tr("%1, profil : %2, financeur : %3")
                                              .arg(textOf(folder, Folder), textOf(folder, Profile),
                                                   textOf(folder, FunderName))
                                        : textOf(folder, index.column());
    default: return {};
    }
}

QVariant WatchedFolderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Folder: return ModelsTr::tr("Dossier");
    case Profile: return ModelsTr::tr("Profil");
    case FunderName: return ModelsTr::tr("Financeur");
    default: return {};
    }
}

} // namespace recoupe
