// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/backupcommands.h"

#include "core/shortdate.h"
#include "ui/dialogs/dialogs.h"
#include "ui/mainwindow/baseconnection.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QLocale>
#include <QWidget>

namespace recoupe {

namespace {

//! "du 28/11/2026 à 08:02, 12 404 sessions"
QString inWords(const KeptCopy &copy)
{
    return UiTr::tr("du %1 à %2, %3 sessions", "copy of a base")
        .arg(shortDate(copy.madeAt.date()), copy.madeAt.toString(QStringLiteral("HH:mm")),
             QLocale().toString(copy.sessions));
}

QString backupFailureInWords(const Error &failure)
{
    return UiTr::tr("La sauvegarde du jour n'a pas pu être faite. %1 Le travail continue sans "
                    "elle ; libérez de la place ou rétablissez l'accès au dossier, puis "
                    "redémarrez Recoupe.")
        .arg(failure.message);
}

QString headFailureInWords(const Error &failure)
{
    return UiTr::tr("La tête du journal n'a pas pu être notée. %1 Le travail continue ; une fin "
                    "coupée du journal ne se verrait pas jusqu'à la prochaine note. Rétablissez "
                    "l'accès au dossier, ou changez-le s'il est de votre choix (Outils > Réglages "
                    "des échanges…, onglet Carif), puis redémarrez Recoupe.")
        .arg(failure.message);
}

} // namespace

BackupCommands::BackupCommands(QWidget *window, const WindowActions &actions, const Parts &parts)
    : QObject(window)
    , m_window(window)
    , m_parts(parts)
{
    setAvailable(actions.restoreBackup,
                 parts.client.isOnServer()
                     ? UiTr::tr("La base d'un serveur se restaure par les outils du serveur.")
                     : QString());
    connect(actions.restoreBackup, &QAction::triggered, this, &BackupCommands::choose);
    connect(&parts.client, &OfficeClient::workspaceLoaded, this, &BackupCommands::tellFailures);
    connect(&parts.client, &OfficeClient::failed, this, [this](const Error &error) {
        if (error.code == ErrorCode::DatabaseDamaged && !m_parts.client.isOnServer())
            offerAfterDamage();
    });
}

//! Once: it is the same for the whole day. In one message, as one would take the other's place.
void BackupCommands::tellFailures()
{
    if (std::exchange(m_hasLooked, true))
        return;
    m_parts.client.run(
        UiTr::tr("Sauvegarde du jour"),
        [](BackOffice &office, const Progress &) -> Result<QStringList> {
            QStringList sentences;
            if (office.backupFailure())
                sentences << backupFailureInWords(*office.backupFailure());
            if (office.headFailure())
                sentences << headFailureInWords(*office.headFailure());
            return sentences;
        },
        this,
        [this](const QStringList &sentences) {
            if (!sentences.isEmpty())
                m_parts.messages.showMessage(MessageBar::Kind::Warning, sentences.join(u'\n'));
        });
}

void BackupCommands::withCopies(const std::function<void(const QList<KeptCopy> &)> &done)
{
    m_parts.client.runWithoutBase(
        UiTr::tr("Sauvegardes"),
        [maintenance = m_parts.client.maintenance()](const Progress &) {
            return maintenance.keptCopies();
        },
        this, done);
}

//! Without a copy, the failure itself says what to do.
void BackupCommands::offerAfterDamage()
{
    withCopies([this](const QList<KeptCopy> &copies) {
        if (copies.isEmpty() || m_isAsking)
            return;
        const QString text =
            UiTr::tr(
                "La base est endommagée ; elle n'a pas été modifiée. Dernière sauvegarde : %1.")
                .arg(inWords(copies.first()));
        m_parts.messages.showMessage(MessageBar::Kind::Problem, text, UiTr::tr("&Restaurer…"),
                                     [this] { choose(); });
        m_isAsking = true;
        ask(text, copies);
    });
}

void BackupCommands::choose()
{
    withCopies([this](const QList<KeptCopy> &copies) {
        if (!copies.isEmpty()) {
            ask(UiTr::tr("Choisir la sauvegarde à remettre en place."), copies);
            return;
        }
        m_parts.messages.showMessage(
            MessageBar::Kind::Note,
            UiTr::tr("Aucune sauvegarde de cette base n'a encore été faite : la première l'est au "
                     "démarrage du lendemain de sa création."));
    });
}

void BackupCommands::ask(const QString &text, const QList<KeptCopy> &copies)
{
    m_parts.dialogs.chooseCopy(m_window, {text, copies},
                               [this](const KeptCopy &copy) { restore(copy); });
}

//! Whoever has the base open keeps it from being replaced, this window's own connections first.
void BackupCommands::restore(const KeptCopy &copy)
{
    m_parts.connection.stop();
    const auto replace = [this, copy](const Result<bool> &) {
        m_parts.client.runOnClosedBase(
            UiTr::tr("Restauration"),
            [copy](BackOffice &office) { return office.maintenance().restore(copy.path); }, this,
            [this, copy](const Result<QString> &aside) { conclude(copy, aside); });
    };
    m_parts.exchanges.runOnClosedBase(
        UiTr::tr("Fermeture de la base"), [](BackOffice &) -> Result<bool> { return true; }, this,
        replace);
}

void BackupCommands::conclude(const KeptCopy &copy, const Result<QString> &aside)
{
    m_isAsking = false;
    if (aside) {
        m_parts.messages.showMessage(
            MessageBar::Kind::Success,
            UiTr::tr("La sauvegarde %1, est en place. La base d'avant est gardée : « %2 ».")
                .arg(inWords(copy), QDir::toNativeSeparators(*aside)));
    } else {
        m_parts.messages.showMessage(MessageBar::Kind::Problem, aside.error().message);
    }
    m_parts.connection.restart();
}

} // namespace recoupe
