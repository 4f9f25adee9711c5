// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importfilemodel.h"
#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTimer;
class QTreeView;

namespace recoupe {

class Dialogs;

//! Leads through an import: the files, what each is and how it is read, and what importing them
//! would do, found by a trial after each choice. Nothing is changed before « Importer ». Beside the
//! work, not modal.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(OfficeClient &client, Dialogs &dialogs, QWidget *parent = nullptr);

    //! Files to be tried with the others; a plan takes the place of the one for the same file.
    void add(const QList<ImportPlan> &plans);
    //! A sentence above the files, for instance why they are shown again.
    void setNotice(const QString &text);
    //! \a folder: where files are looked for.
    void setFolder(const QString &folder) { m_folder = folder; }
    void done(int result) override;

Q_SIGNALS:
    //! Import these, whose trial was shown.
    void confirmed(const QList<ImportPlan> &plans);
    //! The operator wants to say what the columns are.
    void columnsWanted(const QList<ImportPlan> &plans);
    void rejectionsWanted(const ImportOutcome &outcome);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QLayout *buildFiles();
    [[nodiscard]] QLayout *buildReading();
    [[nodiscard]] QLayout *buildDetails();
    [[nodiscard]] QWidget *buildButtons();
    void connectChoices();
    void orderTabs();

    void chooseFiles();
    void removeSelected();
    void listProfiles();
    //! Lets \a change each selected plan, then tries again.
    void changePlans(const std::function<void(ImportPlan &)> &change);
    void takeProfile(ImportPlan &plan) const;
    void askForColumns();
    void tryFiles();
    void takeTrial(const Result<ImportTrial> &trial);
    void confirm();

    void showCurrent();
    void updateAvailability();
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] QList<int> selectedRows() const;
    //! Null when no row is current.
    [[nodiscard]] const ImportFile *currentFile() const;

    OfficeClient &m_client;
    Dialogs &m_dialogs;
    QString m_folder;
    QList<TableProfile> m_profiles;
    ImportFileModel m_model;
    QTimer *m_rest;        //!< of the operator's choices, before the next trial
    quint64 m_trial = 0;   //!< the job; 0 when none runs
    quint64 m_round = 0;   //!< of the trials: an earlier one's answer comes too late
    QString m_interrupted; //!< why there is no trial
    QLabel *m_notice;
    QTreeView *m_view;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_again;
    QComboBox *m_kind;
    QComboBox *m_funder;
    QComboBox *m_profile;
    QComboBox *m_encoding;
    QComboBox *m_separator;
    QPushButton *m_columns;
    QPlainTextEdit *m_details;
    QPushButton *m_rejections;
    QLabel *m_effect;
    QProgressBar *m_progress;
    QPushButton *m_import;
};

} // namespace recoupe
