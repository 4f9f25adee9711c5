// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogs.h"

#include <QDialog>

class QPlainTextEdit;

namespace recoupe {

//! Asks for a written reason; cannot be accepted without one.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReasonDialog(const Question &question, QWidget *parent = nullptr);

    [[nodiscard]] QString reason() const;

private:
    QPlainTextEdit *m_reason;
};

} // namespace recoupe
