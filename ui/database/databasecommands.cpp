// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/database/databasecommands.h"

#include "models/databasechoice.h"
#include "services/secrets.h"
#include "ui/database/databasedialog.h"
#include "ui/dialogs/dialogs.h"
#include "ui/mainwindow/baseconnection.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

namespace recoupe {

namespace {

QString inWords(SecretPlace place)
{
    if (place == SecretPlace::Keychain)
        return UiTr::tr("Le mot de passe est dans le trousseau de votre session.");
    return UiTr::tr("Ce poste n'a pas de trousseau : le mot de passe dure jusqu'à la fermeture de "
                    "Recoupe, et sera à redonner ici. Pour qu'il soit là à chaque fois, le donner "
                    "par la variable d'environnement %1.")
        .arg(secretVariableOf(databaseSecretName()));
}

} // namespace

DatabaseCommands::DatabaseCommands(QWidget *window, const WindowActions &actions,
                                   const Parts &parts)
    : QObject(window)
    , m_window(window)
    , m_parts(parts)
{
    connect(actions.chooseDatabase, &QAction::triggered, this, &DatabaseCommands::open);
    connect(&parts.client, &OfficeClient::workspaceLoaded, this, [this] { m_isLoaded = true; });
    connect(&parts.client, &OfficeClient::failed, this, &DatabaseCommands::offerAfterFailure);
}

DatabaseCommands::~DatabaseCommands() = default;

//! Of a base that never opened; what is damaged is put right by a copy.
void DatabaseCommands::offerAfterFailure(const Error &error)
{
    if (m_isLoaded || error.code == ErrorCode::DatabaseDamaged)
        return;
    m_parts.messages.showMessage(MessageBar::Kind::Problem, error.message,
                                 UiTr::tr("&Base de données…"), [this] { open(); });
}

void DatabaseCommands::open()
{
    if (!m_queue) {
        m_queue = std::make_unique<JobQueue>();
        connect(m_queue.get(), &JobQueue::progressed, this,
                [this](quint64 job, qint64 reached, qint64 total) {
                    if (m_dialog && job == m_job)
                        m_dialog->showReached(reached, total);
                });
    }
    m_dialog =
        new DatabaseDialog({m_parts.client.databaseName(), m_origin}, m_parts.dialogs, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &DatabaseDialog::testWanted, this, &DatabaseCommands::test);
    connect(m_dialog, &DatabaseDialog::useWanted, this, &DatabaseCommands::use);
    connect(m_dialog, &DatabaseDialog::moveWanted, this, &DatabaseCommands::askForMove);
    connect(m_dialog, &DatabaseDialog::stopWanted, this, &DatabaseCommands::stop);
    m_dialog->open();
    lookForSecret();
}

void DatabaseCommands::lookForSecret()
{
    m_queue->run(
        UiTr::tr("Lecture du trousseau"),
        [](const Progress &) { return isSecretKnown(databaseSecretName()); }, m_dialog,
        [dialog = m_dialog](const Result<bool> &isKnown) {
            dialog->setSecretKept(isKnown.value_or(false));
        });
}

template <typename Make, typename Done>
void DatabaseCommands::run(const QString &title, Stop stop, Make make, Done done)
{
    m_stop = stop;
    m_dialog->begin();
    m_job = m_queue->run(title, make, m_dialog, [this, run = ++m_run, done](const auto &outcome) {
        if (run != m_run)
            return;
        m_dialog->end();
        if (outcome)
            done(*outcome);
        else
            m_dialog->sayFailure(outcome.error());
    });
}

//! Of a dialog that closes nothing is asked any more, whatever comes of the job.
void DatabaseCommands::stop()
{
    m_queue->cancel(m_job);
    if (m_stop == Stop::Waits)
        return;
    ++m_run;
    m_dialog->end();
    m_dialog->say({UiTr::tr("Interrompu : rien n'a été changé.")});
}

void DatabaseCommands::test()
{
    run(
        UiTr::tr("Test de la connexion"), Stop::Drops,
        [url = *m_dialog->chosen()](const Progress &) { return testDatabase(url); },
        [this](const QList<SightSentence> &found) { m_dialog->showFound(found); });
}

//! A base that cannot be reached is not kept: the next start would have none.
void DatabaseCommands::use()
{
    const auto work = [url = *m_dialog->chosen(),
                       password = m_dialog->password()](const Progress &progress) -> Result<Use> {
        const Result<QList<SightSentence>> found = testDatabase(url);
        if (!found)
            return fail(found.error().code,
                        UiTr::tr("%1 Rien n'a été gardé.").arg(found.error().message));
        if (!progress(0, 0))
            return fail(ErrorCode::Cancelled, UiTr::tr("Interrompu : rien n'a été changé."));
        return keepDatabase(url, password).map([&](const std::optional<SecretPlace> &place) {
            return Use{*found, place};
        });
    };
    run(UiTr::tr("Choix de la base"), Stop::Drops, work, [this](const Use &use) { conclude(use); });
}

void DatabaseCommands::conclude(const Use &use)
{
    m_dialog->showFound(use.found);
    if (use.place)
        m_dialog->say({inWords(*use.place), *use.place != SecretPlace::Keychain});
    if (m_dialog->isOpenOne()) {
        m_dialog->say({UiTr::tr("C'est la base ouverte : elle est relue.")});
        if (m_parts.connection.isAway())
            m_parts.connection.retryNow();
        else
            m_parts.client.reload();
        return;
    }
    const QString waits = whyChoiceWaits(m_origin);
    if (!waits.isEmpty())
        return m_dialog->say({waits, true});
    m_dialog->say({UiTr::tr("Cette base s'ouvrira au prochain démarrage de Recoupe.")});
    askForRestart();
}

void DatabaseCommands::askForRestart()
{
    m_parts.dialogs.confirm(
        m_dialog,
        {.title = UiTr::tr("Changer de base"),
         .text = UiTr::tr("Le choix est gardé. Recoupe doit redémarrer pour ouvrir « %1 ».")
                     .arg(databaseInWords(*m_dialog->chosen())),
         .acceptLabel = UiTr::tr("&Redémarrer maintenant")},
        [this] {
            m_dialog->accept();
            Q_EMIT restartWanted();
        });
}

void DatabaseCommands::askForMove()
{
    const DatabaseUrl target = *m_dialog->chosen();
    m_parts.dialogs.confirm(
        m_dialog,
        {.title = UiTr::tr("Déplacer les données"),
         .text = UiTr::tr("De : %1\nVers : %2\n\nTout est recopié dans l'autre base, qui doit "
                          "être vide, puis relu et comparé. La base d'origine reste telle "
                          "quelle.\n\nQue personne n'y travaille pendant ce temps, sur aucun "
                          "poste : ce qui serait décidé ou importé après le début de la copie ne "
                          "serait pas dans l'autre base.")
                     .arg(m_dialog->openInWords(), databaseInWords(target)),
         .acceptLabel = UiTr::tr("&Déplacer")},
        [this, target] { move(target); });
}

void DatabaseCommands::move(const DatabaseUrl &target)
{
    run(
        UiTr::tr("Déplacement des données"), Stop::Waits,
        [maintenance = m_parts.client.maintenance(), target](const Progress &progress) {
            return maintenance.moveTo(target, progress);
        },
        [this](const QList<TableSummary> &tables) { m_dialog->showTables(tables); });
}

} // namespace recoupe
