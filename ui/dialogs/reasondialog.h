// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogs.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace recoupe {

//! Asks for a reason, written or of the short list; cannot be accepted without one.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    enum Kind
    {
        Written,
        Listed //!< the words may be left out, but for Other
    };

    ReasonDialog(const Question &question, Kind kind, QWidget *parent = nullptr);

    //! In the operator's words; may be empty with a listed one.
    [[nodiscard]] QString reason() const;
    //! Of the list; only with Listed.
    [[nodiscard]] ReturnReason listed() const;

private:
    [[nodiscard]] QLayout *makeList();
    [[nodiscard]] QWidget *makeButtons(const Question &question);
    void updateAccept();

    Kind m_kind;
    QComboBox *m_list = nullptr; //!< null with Written
    QPushButton *m_accept = nullptr;
    QPlainTextEdit *m_reason;
};

} // namespace recoupe
