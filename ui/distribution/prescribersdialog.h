// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/prescribermodel.h"
#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QStackedWidget;
class QTreeView;

namespace recoupe {

class Dialogs;
class EmptyState;

//! Who gets the fortnightly table: read, searched, imported as a whole, changed one by one. Beside
//! the work, not modal.
class PrescribersDialog : public QDialog
{
    Q_OBJECT

public:
    PrescribersDialog(OfficeClient &client, Dialogs &dialogs, QSettings &settings,
                      QWidget *parent = nullptr);

    //! Reads the list again.
    void reload();

Q_SIGNALS:
    //! A list is to be imported: choose the file, show what it would do.
    void importWanted();
    //! Somebody was added, changed or removed.
    void changed();

private:
    [[nodiscard]] QWidget *buildSearch();
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QLayout *buildCommands();
    void orderTabs();
    void showList(const QList<Prescriber> &prescribers);
    void search(const QString &text);
    void edit(const std::optional<Prescriber> &prescriber);
    void editCurrent();
    void removeSelected();
    void exportList();
    void updateState();
    [[nodiscard]] QList<int> selectedRows() const;

    OfficeClient &m_client;
    Dialogs &m_dialogs;
    QSettings &m_settings;
    PrescriberModel m_model;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    EmptyState *m_empty;
    QLabel *m_count;
    QAction *m_import;
    QPushButton *m_importButton;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_export;
    std::optional<Prescriber> m_wanted; //!< to be the current one once it is shown
    bool m_isLoaded = false;
};

} // namespace recoupe
