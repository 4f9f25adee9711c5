// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/editionnumber.h"
#include "models/editionlistmodel.h"
#include "models/mailinglogmodel.h"
#include "models/mailingtargetmodel.h"
#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QTreeView;

namespace recoupe {

class JobProgress;
class Dialogs;

//! Prepares the drafts that an edition is mailed with, and shows what was prepared before. Beside
//! the work, not modal; the drafts are sent by the operator's own mail program.
class MailingDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a shown: the edition to begin with; else the last in force.
    MailingDialog(std::optional<EditionNumber> shown, OfficeClient &client, Dialogs &dialogs,
                  QSettings &settings, QWidget *parent = nullptr);

    //! Reads everything again: who gets it, and what was prepared.
    void reload();
    //! Stops what it prepares.
    void done(int result) override;

Q_SIGNALS:
    void prescribersWanted();

private:
    [[nodiscard]] QLayout *buildEdition();
    [[nodiscard]] QWidget *buildTargets();
    [[nodiscard]] QLayout *buildFolder();
    [[nodiscard]] QWidget *buildLog();
    [[nodiscard]] QWidget *buildProgress();
    [[nodiscard]] QWidget *buildButtons();
    void orderTabs();
    void showEditions(const QList<EditionRecord> &editions);
    void loadTargets();
    void chooseFolder();
    void prepare();
    void finish(const Result<QList<MailingDraft>> &drafts);
    void editTemplate();
    void say(const QString &text);
    [[nodiscard]] const EditionRecord *edition() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] QString noFolder() const;
    void updateState();
    [[nodiscard]] QString hint(const QString &whyNot) const;

    std::optional<EditionNumber> m_shown;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    QSettings &m_settings;
    EditionListModel m_editions;
    MailingTargetModel m_targets;
    MailingLogModel m_log;
    QComboBox *m_edition;
    QLabel *m_state;
    QTreeView *m_targetView;
    QLineEdit *m_folder;
    QPushButton *m_choose;
    QTreeView *m_logView;
    QLabel *m_hint;
    JobProgress *m_progress;
    QPushButton *m_template;
    QPushButton *m_prescribers;
    QPushButton *m_open;
    QPushButton *m_prepare;
    QString m_said; //!< what came of the last preparation
    quint64 m_job = 0;
    bool m_isLoaded = false;
    bool m_hasShownTargets = false;
};

} // namespace recoupe
