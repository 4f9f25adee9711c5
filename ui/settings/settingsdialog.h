// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ruleseveritymodel.h"
#include "ui/dialogs/dialogs.h"
#include "ui/settings/settingseditor.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableView;

namespace recoupe {

//! The settings of the check, to be changed together: how severe each rule is, how deadlines are
//! counted, which départements are ours. Says what has changed as it changes.
class SettingsDialog : public SettingsEditor
{
    Q_OBJECT

public:
    //! \a today: funders go by the names they have on that day.
    SettingsDialog(const CheckSettings &settings, QDate today, Dialogs &dialogs,
                   QWidget *parent = nullptr);

    [[nodiscard]] QMap<QString, QString> changes() const override;
    [[nodiscard]] QMap<QString, QString> seen() const override { return m_settings.toTexts(); }
    [[nodiscard]] QString reason() const override;
    void takeUp(const QMap<QString, QString> &texts) override;

protected:
    //! Asks first where something would be lost.
    void leave() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *buildRules();
    [[nodiscard]] QWidget *buildDeadlines();
    [[nodiscard]] QWidget *buildDepartements();
    [[nodiscard]] QWidget *buildButtons();
    void fill(const CheckSettings &settings);
    void search(const QString &text);
    void showSource();
    void followChanges();
    [[nodiscard]] CheckSettings edited() const;
    [[nodiscard]] QString departementsText() const;

    CheckSettings m_settings; //!< as they were in force when they were shown
    Dialogs &m_dialogs;
    RuleSeverityModel m_model;
    QTableView *m_rules;
    QLabel *m_source;
    QRadioButton *m_calendar;
    QRadioButton *m_working;
    QLineEdit *m_departements;
    QLabel *m_departementNames;
    QLabel *m_summary;
    QLineEdit *m_reason;
    QPushButton *m_defaults;
    QPushButton *m_save;
};

} // namespace recoupe
