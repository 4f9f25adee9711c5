// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partnersettings.h"
#include "ui/mainwindow/officeclient.h"

class QWidget;

namespace recoupe {

class Dialogs;
class ExchangeSettingsDialog;
class MessageBar;
struct WindowActions;

//! Opens the settings of exchanges, saves them as one batch and the secrets where they belong, says
//! what became of both.
class ExchangeSettingsCommands : public QObject
{
    Q_OBJECT

public:
    //! The partner that the operator is looking at; none where there is none.
    using LookedAt = std::function<std::optional<Partner>()>;

    //! \a exchanges: for the keychain, which may ask the user and take its time.
    ExchangeSettingsCommands(QWidget *window, const WindowActions &actions, OfficeClient &client,
                             OfficeClient &exchanges, Dialogs &dialogs, MessageBar &messages,
                             LookedAt lookedAt);

private:
    void open();
    void show(const ExchangeSettings &settings);
    void lookForSecrets(ExchangeSettingsDialog &dialog);
    //! Says what was saved and keeps the secrets that were typed.
    void conclude(const DecisionOutcome &outcome, const QMap<QString, QString> &secrets);
    void keepSecrets(const QMap<QString, QString> &secrets, const QString &saved);

    QWidget *m_window;
    OfficeClient &m_client;
    OfficeClient &m_exchanges;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    LookedAt m_lookedAt;
};

} // namespace recoupe
