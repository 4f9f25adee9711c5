// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/exchangesettingscommands.h"

#include "services/secrets.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/settings/exchangesettingsdialog.h"
#include "ui/settings/settingchanges.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

namespace recoupe {

namespace {

//! Where each secret went, or that it was forgotten.
struct KeptSecrets
{
    QStringList inKeychain;
    QStringList inThisRun;
    QStringList forgotten;
};

Result<KeptSecrets> keepAll(const QMap<QString, QString> &secrets, BackOffice &office)
{
    KeptSecrets kept;
    const Result<ExchangeSettings> settings = office.exports().settings();
    if (!settings)
        return failureOf(settings);
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
        if (secret->isEmpty()) {
            if (const Result<> forgotten = forgetSecret(secret.key()); !forgotten)
                return failureOf(forgotten);
            kept.forgotten << secret.key();
            continue;
        }
        const Result<SecretPlace> place = keepSecretFor(secret.key(), *settings, *secret);
        if (!place)
            return failureOf(place);
        (*place == SecretPlace::Keychain ? kept.inKeychain : kept.inThisRun) << secret.key();
    }
    return kept;
}

QString inWords(const KeptSecrets &kept)
{
    QStringList sentences;
    if (!kept.inKeychain.isEmpty())
        sentences << UiTr::tr("Mot de passe ou jeton gardé dans le trousseau de votre session.");
    if (!kept.inThisRun.isEmpty()) {
        QStringList variables;
        for (const QString &name : kept.inThisRun)
            variables << secretVariableOf(name);
        sentences << UiTr::tr("Cet ordinateur n'a pas de trousseau : le secret est gardé jusqu'à "
                              "la fermeture de Recoupe. Pour qu'il soit là à chaque fois, le "
                              "donner par la variable d'environnement %1.")
                         .arg(variables.join(QStringLiteral(", ")));
    }
    if (!kept.forgotten.isEmpty())
        sentences << UiTr::tr("Secret oublié.");
    return sentences.join(u'\n');
}

} // namespace

ExchangeSettingsCommands::ExchangeSettingsCommands(QWidget *window, const WindowActions &actions,
                                                   OfficeClient &client, OfficeClient &exchanges,
                                                   Dialogs &dialogs, MessageBar &messages,
                                                   LookedAt lookedAt)
    : QObject(window)
    , m_window(window)
    , m_client(client)
    , m_exchanges(exchanges)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_lookedAt(std::move(lookedAt))
{
    connect(actions.exchangeSettings, &QAction::triggered, this, &ExchangeSettingsCommands::open);
}

void ExchangeSettingsCommands::open()
{
    m_client.run(
        UiTr::tr("Lecture des réglages"),
        [](BackOffice &office, const Progress &) { return office.exports().settings(); }, this,
        [this](const ExchangeSettings &settings) { show(settings); });
}

void ExchangeSettingsCommands::show(const ExchangeSettings &settings)
{
    auto *dialog = new ExchangeSettingsDialog(settings, m_dialogs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const std::optional<Partner> partner = m_lookedAt())
        dialog->showPartner(*partner);
    dialog->saveThrough(m_client, [this, dialog](const DecisionOutcome &outcome) {
        conclude(outcome, dialog->secrets());
    });
    dialog->open();
    lookForSecrets(*dialog);
}

void ExchangeSettingsCommands::lookForSecrets(ExchangeSettingsDialog &dialog)
{
    using Known = QMap<QString, bool>;
    m_exchanges.run(
        UiTr::tr("Lecture du trousseau"),
        [names = dialog.secretNames()](BackOffice &, const Progress &) -> Result<Known> {
            Known known;
            for (const QString &name : names) {
                const Result<bool> isKnown = isSecretKnown(name);
                if (!isKnown)
                    return failureOf(isKnown);
                known.insert(name, *isKnown);
            }
            return known;
        },
        &dialog,
        [&dialog](const Known &known) {
            for (auto secret = known.begin(); secret != known.end(); ++secret)
                dialog.setSecretKept(secret.key(), *secret);
        });
}

void ExchangeSettingsCommands::conclude(const DecisionOutcome &outcome,
                                        const QMap<QString, QString> &secrets)
{
    if (outcome.applied.isEmpty())
        return keepSecrets(secrets, {});
    const QString saved = UiTr::tr("Réglages des échanges enregistrés (Ctrl+Z annule).\n%1")
                              .arg(savedInWords(outcome.applied));
    m_messages.showMessage(MessageBar::Kind::Success, saved);
    m_client.reload(); // there is something to undo, and the partners have destinations
    if (!secrets.isEmpty())
        keepSecrets(secrets, saved);
}

void ExchangeSettingsCommands::keepSecrets(const QMap<QString, QString> &secrets,
                                           const QString &saved)
{
    m_exchanges.run(
        UiTr::tr("Enregistrement dans le trousseau"),
        [secrets](BackOffice &office, const Progress &) { return keepAll(secrets, office); }, this,
        [this, saved](const KeptSecrets &kept) {
            const QString words = inWords(kept);
            m_messages.showMessage(kept.inThisRun.isEmpty() ? MessageBar::Kind::Success
                                                            : MessageBar::Kind::Warning,
                                   saved.isEmpty() ? words : saved + u'\n' + words);
        });
}

} // namespace recoupe
