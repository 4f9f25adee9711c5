// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogs.h"

#include <QDialog>

class QTreeWidget;

namespace recoupe {

//! Chooses one of the copies that were kept of the base, by the day it was made and what it holds.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    //! At least one copy; the first is chosen.
    explicit RestoreDialog(const RestoreRequest &request, QWidget *parent = nullptr);

    [[nodiscard]] KeptCopy copy() const;

private:
    [[nodiscard]] QWidget *makeButtons();
    void fillList();

    QList<KeptCopy> m_copies;
    QTreeWidget *m_list;
};

} // namespace recoupe
