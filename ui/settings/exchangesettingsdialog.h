// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partnersettings.h"
#include "ui/dialogs/dialogs.h"
#include "ui/settings/settingseditor.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace recoupe {

class SecretField;
class SettingForm;

//! Where the portal's feed comes from, where the partners' files go, how the Carif calls itself:
//! to be changed together. Says what has changed as it changes.
class ExchangeSettingsDialog : public SettingsEditor
{
    Q_OBJECT

public:
    ExchangeSettingsDialog(const ExchangeSettings &settings, Dialogs &dialogs,
                           QWidget *parent = nullptr);

    //! Turns to a partner's page.
    void showPartner(Partner partner);
    [[nodiscard]] QMap<QString, QString> changes() const override;
    [[nodiscard]] QMap<QString, QString> seen() const override { return m_texts; }
    [[nodiscard]] QString reason() const override;
    void takeUp(const QMap<QString, QString> &texts) override;
    //! Names of the secrets that there are fields for.
    [[nodiscard]] QStringList secretNames() const;
    void setSecretKept(const QString &name, bool isKept);
    //! The secrets that were typed, by name; empty ones are to be forgotten.
    [[nodiscard]] QMap<QString, QString> secrets() const;

protected:
    //! Asks first where something would be lost.
    void leave() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *buildPartners();
    [[nodiscard]] QWidget *buildFoot();
    [[nodiscard]] SettingForm *addForm(SettingForm *form);
    [[nodiscard]] SecretField *addSecret(const QString &name);
    [[nodiscard]] QString defect() const;
    [[nodiscard]] qsizetype changeCount() const;
    void followChanges();

    QMap<QString, QString> m_texts; //!< as they were in force when they were shown
    Dialogs &m_dialogs;
    QList<SettingForm *> m_forms;
    QList<SecretField *> m_secrets;
    QTabWidget *m_tabs;
    QListWidget *m_partners;
    QStackedWidget *m_partnerForms;
    QLabel *m_summary;
    QLineEdit *m_reason;
    QPushButton *m_save;
};

} // namespace recoupe
