// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablepreviewmodel.h"
#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;
class QTimer;

namespace recoupe {

class Dialogs;
class MappingHeader;
class Sign;

//! How table files are to be read: what their columns are, and how their text is written. Shows the
//! first rows as they would be read, says what is missing, keeps it all as a profile under a name.
//! Beside the work, not modal.
class MappingDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a plans: the first one is shown; all are read the same way.
    MappingDialog(const QList<ImportPlan> &plans, OfficeClient &client, Dialogs &dialogs,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    //! The plans, read as the operator said.
    void mapped(const QList<ImportPlan> &plans);

private:
    [[nodiscard]] QLayout *buildFields();
    [[nodiscard]] QLayout *buildProfile();
    [[nodiscard]] QLayout *buildContent();
    [[nodiscard]] QLayout *buildReading();
    [[nodiscard]] QLayout *buildMessage();
    [[nodiscard]] QWidget *buildButtons();
    void connectChoices();

    //! Reads the profiles again and chooses \a select; the one that is called \a takenUp is then
    //! seen as it stands.
    void listProfiles(const QString &select, const QString &takenUp = {});
    void takeProfiles(const QList<TableProfile> &profiles, const QString &select);
    void takeProfile(const TableProfile &profile);
    void saveProfileAs();
    void saveProfile(const QString &name);
    //! That somebody else changed the profile of that name, which was to change.
    void tell(const QList<MeanwhileChange> &meanwhile, const QString &name);
    void removeProfile();
    //! That a profile could not be saved or removed.
    void tellProblem(const Error &error);

    void look();
    void showPreview(const TablePreview &preview);
    void showFailure(const Error &error);
    void fitColumns();
    void orderTabs();
    void updateAvailability();
    void showMessage(const QString &reason);
    void mapColumn(int column, const QString &name);
    void confirm();
    [[nodiscard]] QString file() const { return m_plans.first().file; }

    [[nodiscard]] TableKind kind() const;
    //! How the profile of that name was when the fields took it over, or else when the profiles
    //! were last read.
    [[nodiscard]] ProfileState seen(const QString &name) const;
    [[nodiscard]] ProfileState listed(const QString &name) const;
    //! What the fields of the dialog say.
    [[nodiscard]] TableProfile profile() const;
    [[nodiscard]] QString whyNot() const;

    QList<ImportPlan> m_plans;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    QList<TableProfile> m_profiles;   //!< as they were last read
    ProfileState m_taken;             //!< the one that the fields began with, as it was then
    QMap<QString, QString> m_columns; //!< of the profile
    TablePreviewModel m_model;
    QString m_failure; //!< why the file cannot be shown; empty when it is
    quint64 m_looks = 0;
    QTimer *m_lookRest;
    QComboBox *m_kind;
    QComboBox *m_funder;
    QComboBox *m_profile;
    QPushButton *m_save;
    QPushButton *m_remove;
    QComboBox *m_encoding;
    QComboBox *m_separator;
    QSpinBox *m_headerLine;
    QLabel *m_found;
    QTableView *m_table;
    MappingHeader *m_header;
    Sign *m_messageIcon;
    QLabel *m_message;
    QPushButton *m_accept;
};

} // namespace recoupe
