// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/personplacemodel.h"
#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace recoupe {

class JobProgress;
class EmptyState;
class MessageBar;
class PersonChangeDialog;

//! Finds a person in the whole base, shows where it speaks of him or her, corrects, erases. Beside
//! the work, not modal.
class PersonsDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a exchanges: the same base over another connection, for the search, which takes long.
    PersonsDialog(OfficeClient &client, OfficeClient &exchanges, QWidget *parent = nullptr);

    //! Gives the offers their titles; may be null.
    void setWorkspace(const WorkspacePtr &workspace) { m_model.setWorkspace(workspace); }
    //! Nothing can be asked of the base, for that reason; until it is empty.
    void hold(const QString &whyNot);
    void done(int result) override;

private:
    //! What a search gives.
    struct Found
    {
        PersonReport report;
        QString whyNotErase; //!< the account may not; empty where it may
    };

    [[nodiscard]] QLayout *buildSearch();
    [[nodiscard]] QWidget *buildProgress();
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildButtons();
    void orderTabs();
    void search();
    void searchAgain();
    void takeFound(const Result<Found> &found);
    void correct();
    void erase();
    void open(PersonChangeDialog *dialog);
    void conclude(const ErasureOutcome &outcome);
    void updateState();
    [[nodiscard]] QString whyNotSearch() const;
    [[nodiscard]] QString whyNotChange() const;

    OfficeClient &m_client;
    OfficeClient &m_exchanges;
    PersonPlaceModel m_model;
    QLineEdit *m_search;
    QPushButton *m_find;
    MessageBar *m_messages;
    QLabel *m_who;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    EmptyState *m_empty;
    QLabel *m_notes;
    JobProgress *m_progress;
    QPushButton *m_correct;
    QPushButton *m_erase;
    QString m_text;               //!< that was last searched
    std::optional<Found> m_found; //!< what is shown
    QString m_failure;            //!< why nothing is
    QString m_held;
    quint64 m_job = 0; //!< the search; 0 when none runs
};

} // namespace recoupe
