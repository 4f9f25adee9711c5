// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace recoupe {

//! One page of help beside the work: the three axes, the verdicts, the keys, the rules.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    //! \a actions: those whose keys are listed.
    explicit HelpWindow(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace recoupe
