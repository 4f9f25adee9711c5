// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lettermodel.h"
#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QSettings;

namespace recoupe {

class Dialogs;

//! What is to be written about.
struct LetterRequest
{
    LetterKind kind;
    WorkspacePtr workspace;
    QList<SessionKey> sessions = {}; //!< of a correction
    QList<AwardKey> awards = {};     //!< of a reminder
};

//! The letters of a request, to be read, changed and sent off one by one, beside the work. A letter
//! leaves as a draft, as a copied text or through the mail program; each is recorded as it does.
class LetterDialog : public QDialog
{
    Q_OBJECT

public:
    LetterDialog(LetterRequest request, OfficeClient &client, Dialogs &dialogs, QSettings &settings,
                 QWidget *parent = nullptr);

    //! Asks first where something would be lost.
    void reject() override;

Q_SIGNALS:
    //! A letter left and was recorded.
    void sent(const Letter &letter);

private:
    [[nodiscard]] QWidget *buildRecipients();
    [[nodiscard]] QWidget *buildLetter();
    [[nodiscard]] QWidget *buildButtons();
    void compose();
    void showLetters(const QList<ComposedLetter> &letters);
    void showLetter();
    void takeEdits();
    void updateState();
    [[nodiscard]] int current() const;
    [[nodiscard]] QString whyNotSend() const;
    [[nodiscard]] QString hint() const;
    void saveDraft();
    void copy();
    void openMail();
    void editTemplate();
    //! Runs \a send, which records, and shows what came of it.
    void send(const std::function<Result<Letter>(LetterService)> &send);

    LetterRequest m_request;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    QSettings &m_settings;
    LetterModel m_model;
    QListView *m_recipients;
    QCheckBox *m_whole;
    QLineEdit *m_address;
    QLineEdit *m_subject;
    QComboBox *m_reason;
    QLineEdit *m_reasonWords;
    QPlainTextEdit *m_body;
    QLabel *m_hint;
    QPushButton *m_draft;
    QPushButton *m_copy;
    QPushButton *m_mail;
    QPushButton *m_template;
    bool m_isFilling = false;
    bool m_isSending = false;
};

} // namespace recoupe
