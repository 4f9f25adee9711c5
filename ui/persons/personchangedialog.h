// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QLabel;
class QLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace recoupe {

//! What is asked before the data of a person are changed: why, and that it is meant. Waits for the
//! change, and stays open with its reason where that is refused.
class PersonChangeDialog : public QDialog
{
    Q_OBJECT

public:
    //! Not while the change is made: nobody would be told what came of it.
    void reject() override;

Q_SIGNALS:
    void changed(const ErasureOutcome &outcome);

protected:
    using Change = std::function<Result<ErasureOutcome>(PersonService, const Progress &)>;

    PersonChangeDialog(OfficeClient &client, const QString &acceptLabel, QWidget *parent);

    //! Puts what is particular to a dialog above the reason. Call it once, at the end of the
    //! construction.
    void build(QLayout *particulars);
    //! What speaks against changing now, in a sentence; empty where nothing does.
    [[nodiscard]] virtual QString whyNot() const;
    //! What is to be done, as a job's title and its work.
    [[nodiscard]] virtual std::pair<QString, Change> change() const = 0;
    //! Call it whenever a field changes.
    void follow();
    //! In the operator's words.
    [[nodiscard]] QString reason() const;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *buildButtons();
    void start();
    void finish(const Result<ErasureOutcome> &outcome);

    OfficeClient &m_client;
    QWidget *m_fields; //!< disabled as a whole while the change is made
    QLineEdit *m_reason;
    QLabel *m_hint;
    QProgressBar *m_progress;
    QPushButton *m_accept;
    QPushButton *m_cancel = nullptr;
    bool m_isChanging = false;
};

} // namespace recoupe
