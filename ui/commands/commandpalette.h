// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandlistmodel.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace recoupe {

//! Finds a command by its name and runs it, all by keyboard.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(const QList<QAction *> &commands, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void run();

    CommandListModel m_model;
    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace recoupe
