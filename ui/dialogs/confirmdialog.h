// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogs.h"

#include <QDialog>

namespace recoupe {

//! A question to be answered with its verb or not at all; what it is about in detail can be read
//! and scrolled through, however long.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmDialog(const Question &question, QWidget *parent = nullptr);
};

} // namespace recoupe
