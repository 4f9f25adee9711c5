// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

class QAction;

namespace recoupe {

//! The commands of a window whose names or explanations hold what is searched, those that can be
//! run first.
class CommandListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CommandListModel(const QList<QAction *> &commands, QObject *parent = nullptr);

    //! Words anywhere, accents and case ignored.
    void search(const QString &text);
    [[nodiscard]] QAction *command(int row) const { return m_found.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<QAction *> m_commands;
    QList<QAction *> m_found;
};

} // namespace recoupe
