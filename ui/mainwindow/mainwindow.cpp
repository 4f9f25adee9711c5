// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "models/words.h"
#include "ui/awards/awardspage.h"
#include "ui/commands/commandpalette.h"
#include "ui/control/controlpage.h"
#include "ui/control/sessioncommands.h"
#include "ui/correspondence/lettercommands.h"
#include "ui/database/databasecommands.h"
#include "ui/dialogs/dialogs.h"
#include "ui/distribution/distributioncommands.h"
#include "ui/edition/editioncommands.h"
#include "ui/edition/editionpage.h"
#include "ui/exports/exchangeschedule.h"
#include "ui/exports/exportcommands.h"
#include "ui/exports/exportspage.h"
#include "ui/exports/feedcommands.h"
#include "ui/help/helpwindow.h"
#include "ui/home/homepage.h"
#include "ui/importing/droppedfiles.h"
#include "ui/importing/importcommands.h"
#include "ui/journal/journalcommands.h"
#include "ui/journal/journalpage.h"
#include "ui/mainwindow/backupcommands.h"
#include "ui/mainwindow/baseconnection.h"
#include "ui/mainwindow/listcommands.h"
#include "ui/persons/personcommands.h"
#include "ui/settings/exchangesettingscommands.h"
#include "ui/settings/settingscommands.h"
#include "ui/style/icons.h"
#include "ui/style/themesetting.h"
#include "ui/style/toollook.h"
#include "ui/tour/tourpanel.h"
#include "ui/uitr.h"
#include "ui/widgets/bringforward.h"
#include "ui/widgets/firstframe.h"
#include "ui/widgets/jobarea.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plaintexts.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(1280, 800);
constexpr QSize wideStartSize(1600, 900); // with room for the filters beside the list
constexpr int statusMs = 15'000;
constexpr int stateRestMs = 1'000;
constexpr int awayPatienceMs = 3'000;

QString geometryKey()
{
    return QStringLiteral("window/geometry");
}
QString pageKey()
{
    return QStringLiteral("window/page");
}
QString comparisonKey()
{
    return QStringLiteral("control/comparison");
}
QString filterPaneKey()
{
    return QStringLiteral("control/filterPane");
}
QString differencesKey()
{
    return QStringLiteral("control/differencesOnly");
}

} // namespace

MainWindow::MainWindow(std::shared_ptr<BackOffice> office, JobQueue &queue, QSettings &settings,
                       Dialogs &dialogs, ThemeSetting &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_client(office, queue)
    , m_exchanges(office->another(), m_exchangeQueue)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_actions(this)
    , m_pageActions(new QActionGroup(this))
    , m_banner(new MessageBar)
    , m_messages(new MessageBar)
    , m_proposals(new MessageBar)
    , m_pages(new QStackedWidget)
    , m_connection(new BaseConnection(m_client, m_exchanges, m_actions, *m_banner, this))
    , m_context(new QLabel)
    , m_stateRest(new QTimer(this))
{
    qApp->installEventFilter(new PlainTexts(this)); // before there is any label
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(UiTr::tr("Recoupe"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    resize(isScreenWide() ? wideStartSize : startSize);
    m_actions.fillMenuBar(menuBar());
    buildContent();
    buildPageBar();
    offerThemes(theme);
    buildStatusBar(queue);
    buildTour();
    connectActions();
    connectClient();
    new BackupCommands(this, m_actions,
                       {m_client, m_exchanges, *m_connection, m_dialogs, *m_messages});
    new PersonCommands(this, m_actions, m_client, m_exchanges, *m_connection);
    m_databaseCommands =
        new DatabaseCommands(this, m_actions, {m_client, *m_connection, m_dialogs, *m_messages});
    connect(m_databaseCommands, &DatabaseCommands::restartWanted, this, [this] { leave(true); });
    keepStateSoon();
    restoreState();
    afterFirstFrame(this, [this] { buildOtherPages(); });
    m_client.reload();
}

MainWindow::~MainWindow() = default;

bool MainWindow::isScreenWide() const
{
    return screen()->availableSize().width() >= wideStartSize.width();
}

void MainWindow::buildContent()
{
    m_importCommands = new ImportCommands(this, m_actions, m_client, m_dialogs, *m_messages,
                                          *m_proposals, m_settings);
    m_listCommands =
        new ListCommands(this, m_actions, m_client, m_dialogs, *m_messages, m_settings);
    m_settingsCommands = new SettingsCommands(this, m_actions, m_client, m_dialogs, *m_messages);
    new ExchangeSettingsCommands(this, m_actions, m_client, m_exchanges, m_dialogs, *m_messages,
                                 [this] { return shownPartner(); });
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_messages);
    m_proposals->setObjectName(QStringLiteral("proposalBar"));
    layout->addWidget(m_proposals);
    layout->addWidget(m_pages, 1);
    setCentralWidget(content);
}

//! The page that an action turns to; built here where it is not built yet.
Page *MainWindow::page(QAction *action)
{
    if (Page *built = m_built.value(action))
        return built;
    const QHash<QAction *, Page *(MainWindow::*)()> builds{
        {m_actions.showHome, &MainWindow::buildHome},
        {m_actions.showControl, &MainWindow::buildControl},
        {m_actions.showAwards, &MainWindow::buildAwards},
        {m_actions.showTable, &MainWindow::buildEdition},
        {m_actions.showExports, &MainWindow::buildExports},
        {m_actions.showJournal, &MainWindow::buildJournal}};
    Page *page = (this->*builds.value(action))();
    page->restoreState(m_settings);
    m_pages->addWidget(page);
    m_built.insert(action, page);
    return page;
}

void MainWindow::buildOtherPages()
{
    if (m_built.size() == m_pageActions->actions().size())
        return;
    for (QAction *action : m_pageActions->actions())
        page(action);
    updateAvailability();
}

Page *MainWindow::buildHome()
{
    m_home = new HomePage(m_actions, m_client.operatorName());
    connect(m_home, &HomePage::cardOpened, this, &MainWindow::openCard);
    return m_home;
}

Page *MainWindow::buildControl()
{
    m_control = new ControlPage(
        m_actions, {.name = m_client.operatorName(), .hasColleagues = m_client.isOnServer()});
    takeList(m_control);
    m_sessionCommands =
        new SessionCommands(m_actions, *m_control, m_client, m_dialogs, *m_messages);
    offer(m_actions.showControl,
          [this](bool isShown) { m_sessionCommands->updateAvailability(isShown); });
    connect(m_sessionCommands, &SessionCommands::done, this, &MainWindow::tell);
    connect(m_connection, &BaseConnection::awayChanged, m_control, &ControlPage::holdNotes);
    connect(m_control, &ControlPage::noteBegun, m_stateRest, qOverload<>(&QTimer::start));
    connect(m_control, &ControlPage::historyWanted, this, [this](const SessionKey &key) {
        m_client.run(
            UiTr::tr("Historique"),
            [key](BackOffice &office, const Progress &) { return office.events(key); }, this,
            [this, key](const SessionEvents &events) { m_control->showHistory(key, events); });
    });
    return m_control;
}

Page *MainWindow::buildAwards()
{
    page(m_actions.showControl); // a letter may be about what is selected on either
    m_awards = new AwardsPage(m_actions);
    takeList(m_awards);
    m_letterCommands = new LetterCommands(m_actions, *m_control, *m_awards, m_client, m_dialogs,
                                          *m_messages, m_settings);
    offer(m_actions.showAwards,
          [this](bool isShown) { m_letterCommands->updateAvailability(isShown); });
    connect(m_awards, &AwardsPage::sessionsWanted, this, [this](const QString &market) {
        m_actions.showControl->trigger();
        m_control->showMarket(market);
    });
    connect(m_awards, &AwardsPage::hint, this, &MainWindow::tell);
    return m_awards;
}

Page *MainWindow::buildEdition()
{
    m_edition = new EditionPage(m_actions, m_client.today());
    m_editionCommands =
        new EditionCommands(m_actions, *m_edition, m_client, m_dialogs, *m_messages, m_settings);
    m_distributionCommands =
        new DistributionCommands(m_actions, *m_edition, m_client, m_dialogs, m_settings);
    offer(m_actions.showTable,
          [this](bool isShown) { m_editionCommands->updateAvailability(isShown); });
    connect(m_distributionCommands, &DistributionCommands::importWanted, m_importCommands,
            &ImportCommands::importPlans);
    connect(m_edition, &EditionPage::sessionsWanted, this, [this](const TableFilter &filter) {
        m_actions.showControl->trigger();
        m_control->showFiltered(filter);
    });
    return m_edition;
}

Page *MainWindow::buildExports()
{
    m_exports = new ExportsPage(m_actions);
    m_exportCommands =
        new ExportCommands(m_actions, *m_exports, m_client, m_exchanges, m_dialogs, *m_messages);
    m_feedCommands = new FeedCommands(m_actions, *m_exports, m_client, m_exchanges, *m_messages);
    m_schedule = new ExchangeSchedule(m_exchanges, *m_exportCommands, *m_feedCommands);
    offer(m_actions.showExports,
          [this](bool isShown) { m_exportCommands->updateAvailability(isShown); });
    connect(m_exportCommands, &ExportCommands::done, this, &MainWindow::tell);
    connect(m_exportCommands, &ExportCommands::partnersChanged, this,
            [this](const QList<PartnerStatus> &statuses) {
                m_home->updateCard(exportsCard(statuses, Clock::now()));
                m_control->refreshHistory();
            });
    return m_exports;
}

//! The partner that the operator is looking at.
std::optional<Partner> MainWindow::shownPartner() const
{
    const PartnerStatus *status =
        m_actions.showExports->isChecked() ? m_exports->partner() : nullptr;
    return status ? std::optional(status->partner) : std::nullopt;
}

Page *MainWindow::buildJournal()
{
    page(m_actions.showControl); // whose commands undo what the journal shows
    m_journal = new JournalPage(m_actions);
    takeList(m_journal);
    m_journalCommands = new JournalCommands(m_actions, *m_journal, m_client, m_dialogs);
    offer(m_actions.showJournal,
          [this](bool isShown) { m_journalCommands->updateAvailability(isShown); });
    return m_journal;
}

void MainWindow::takeList(ListPage *list)
{
    list->offerViews(m_settings, m_dialogs);
    connect(list, &ListPage::scopeChanged, this, &MainWindow::updateAvailability);
    connect(list, &ListPage::scopeChanged, m_stateRest, qOverload<>(&QTimer::start));
}

void MainWindow::buildPageBar()
{
    auto *bar = new QToolBar(UiTr::tr("Pages"));
    bar->setObjectName(QStringLiteral("pageBar"));
    setToolLook(bar, ToolLook::Pages);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    bar->setIconSize(QSize(26, 26));
    for (QAction *page : {m_actions.showHome, m_actions.showControl, m_actions.showAwards,
                          m_actions.showTable, m_actions.showExports, m_actions.showJournal}) {
        m_pageActions->addAction(page);
        bar->addAction(page);
    }
    for (QToolButton *button : bar->findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
    addToolBar(Qt::LeftToolBarArea, bar);
    setContextMenuPolicy(Qt::NoContextMenu); // a page bar that can be hidden cannot be found again
    auto *zooms = new QActionGroup(this);
    zooms->addAction(m_actions.zoomFit);
    zooms->addAction(m_actions.zoomActual);
}

//! Any other window may choose as well.
void MainWindow::offerThemes(ThemeSetting &theme)
{
    const QHash<ThemeChoice, QAction *> actions{{ThemeChoice::System, m_actions.themeSystem},
                                                {ThemeChoice::Light, m_actions.themeLight},
                                                {ThemeChoice::Dark, m_actions.themeDark}};
    auto *themes = new QActionGroup(this);
    for (auto action = actions.begin(); action != actions.end(); ++action) {
        themes->addAction(*action);
        connect(*action, &QAction::triggered, &theme,
                [&theme, choice = action.key()] { theme.choose(choice); });
    }
    const auto show = [actions](ThemeChoice choice) { actions.value(choice)->setChecked(true); };
    connect(&theme, &ThemeSetting::chosen, this, show);
    show(theme.choice());
}

void MainWindow::buildTour()
{
    const auto commandButton = [this]() -> QWidget * {
        return m_control->findChild<QToolBar *>(QStringLiteral("commandBar"))
            ->widgetForAction(m_actions.validateNext);
    };
    const QList<TourStep> steps{
        {.title = UiTr::tr("Importer"),
         .text = UiTr::tr("Fichier > Importer (Ctrl+I), ou déposer les fichiers sur la fenêtre : "
                          "les offres du portail, les notifications des financeurs, SESAR. Un "
                          "résumé dit ce qui changerait avant que rien ne change."),
         .openPage = [this] { m_actions.showHome->trigger(); },
         .target = [this]() -> QWidget * { return menuBar(); },
         .part = [this] { return menuBar()->actionGeometry(m_actions.fileMenu->menuAction()); }},
        {.title = UiTr::tr("Contrôler et activer"),
         .text = UiTr::tr("Chaque session est comparée à sa notification et à SESAR ; le volet de "
                          "droite dit pourquoi ce verdict. F8 active une session conforme et passe "
                          "à la suivante, F3 va au prochain écart, Ctrl+Z annule."),
         .openPage = [this] { m_actions.showControl->trigger(); },
         .target = commandButton},
        {.title = UiTr::tr("Éditer le tableau"),
         .text = UiTr::tr("Le tableau de la quinzaine se compose de lui-même avec les sessions "
                          "actives ; tant qu'il n'y en a pas, il est vide. Relire l'aperçu, puis "
                          "« Éditer et enregistrer le PDF » le numérote, le fige et "
                          "l'enregistre, prêt à imprimer."),
         .openPage = [this] { m_actions.showTable->trigger(); },
         .target =
             [this] { return m_edition->findChild<QWidget *>(QStringLiteral("issueButton")); }},
    };
    m_tour = new TourPanel(steps, this);
    connect(m_tour, &TourPanel::ended, this, &MainWindow::focusPage);
}

void MainWindow::startTour()
{
    m_tour->start();
}

void MainWindow::showDemonstration(bool withTour)
{
    setWindowTitle(UiTr::tr("Recoupe — démonstration"));
    setAvailable(m_actions.chooseDatabase, UiTr::tr("La démonstration a une base à elle, qui "
                                                    "disparaît quand sa fenêtre se ferme."));
    setAvailable(m_actions.demonstration, UiTr::tr("Cette fenêtre est celle de la démonstration."));
    for (QAction *action : {m_actions.exchangeSettings, m_actions.fetchFeed})
        setAvailable(action, UiTr::tr("La démonstration n'échange rien avec les partenaires."));
    m_client.run(
        UiTr::tr("Données de démonstration"),
        [](BackOffice &office, const Progress &progress) { return office.loadDemo(progress); },
        this,
        [this, withTour](const QList<ImportSummary> &) {
            m_messages->showMessage(
                MessageBar::Kind::Note,
                UiTr::tr("Démonstration : ces données sont fictives, et ce que vous faites ici "
                         "disparaît quand cette fenêtre se ferme. Vos données n'y sont pas."));
            m_tourWaits = withTour;
            m_client.reload();
        });
}

void MainWindow::buildStatusBar(JobQueue &queue)
{
    m_context->setObjectName(QStringLiteral("context"));
    m_context->setContentsMargins(8, 0, 8, 0);
    m_context->setText(
        UiTr::tr("Au %1 — %2").arg(shortDate(m_client.today()), m_client.operatorName()));
    m_context->setToolTip(UiTr::tr("Jour pour lequel les sessions sont contrôlées, opérateur"));
    statusBar()->addPermanentWidget(new JobArea(queue));
    statusBar()->addPermanentWidget(new JobArea(m_exchangeQueue));
    statusBar()->addPermanentWidget(m_context);
    statusBar()->setSizeGripEnabled(false);
}

ListPage *MainWindow::shownList() const
{
    return qobject_cast<ListPage *>(m_pages->currentWidget());
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.nextPane, [this] {
        if (m_actions.showTable->isChecked())
            m_edition->focusNextPane();
        else if (m_actions.showExports->isChecked())
            m_exports->focusNextPane();
    });
    on(m_actions.refresh, [this] {
        if (m_connection->isAway())
            m_connection->retryNow();
        else
            m_client.reload();
    });
    on(m_actions.quit, [this] { close(); });
    on(m_actions.help, &MainWindow::showHelp);
    on(m_actions.guidedTour, &MainWindow::startTour);
    on(m_actions.demonstration, &MainWindow::demonstrationWanted);
    on(m_actions.about, &MainWindow::showAbout);
    on(m_actions.commands, &MainWindow::showCommands);
    connect(m_pageActions, &QActionGroup::triggered, this, &MainWindow::showPage);
    connect(m_listCommands, &ListCommands::done, this, &MainWindow::tell);
}

void MainWindow::connectClient()
{
    connect(&m_client, &OfficeClient::workspaceLoaded, this, &MainWindow::takeWorkspace);
    connect(m_connection, &BaseConnection::told, this, &MainWindow::tell);
    for (const OfficeClient *client : {&m_client, &m_exchanges}) {
        connect(client, &OfficeClient::failed, this, [this](const Error &error) {
            m_messages->showMessage(MessageBar::Kind::Problem, error.message);
        });
    }
}

//! In passing: it needs no answer and must not move the page.
void MainWindow::tell(const QString &text)
{
    statusBar()->showMessage(text, statusMs);
}

void MainWindow::showPage(QAction *action)
{
    action->setChecked(true);
    m_pages->setCurrentWidget(page(action));
    // The keys are for the page, not for the button that turned to it.
    focusPage();
    updateAvailability();
}

void MainWindow::focusPage()
{
    static_cast<Page *>(m_pages->currentWidget())->focusTarget()->setFocus();
}

void MainWindow::openCard(const HomeCard &card)
{
    switch (card.target) {
    case HomeTarget::Control:
        m_actions.showControl->trigger();
        m_control->showFiltered(card.filter);
        break;
    case HomeTarget::Awards:
        m_actions.showAwards->trigger();
        m_awards->showFiltered(card.filter);
        break;
    case HomeTarget::Table: m_actions.showTable->trigger(); break;
    case HomeTarget::Exports: m_actions.showExports->trigger(); break;
    }
}

void MainWindow::takeWorkspace(const LoadedWorkspace &loaded)
{
    buildOtherPages();
    const WorkspacePtr &workspace = loaded.workspace;
    m_home->setWorkspace(*workspace, loaded.cards);
    m_control->setWorkspace(workspace);
    m_awards->setWorkspace(workspace);
    m_sessionCommands->setWorkspace(workspace, loaded.conforming);
    m_letterCommands->setWorkspace(workspace);
    m_settingsCommands->setWorkspace(workspace);
    m_editionCommands->refresh();
    m_journalCommands->refresh();
    m_exportCommands->setPartners(loaded.partners);
    m_feedCommands->refresh();
    updateAvailability();
    m_importCommands->start();
    m_schedule->start();
    saveState(); // what was found again after a crash is as of the last load
    if (std::exchange(m_tourWaits, false))
        startTour();
    Q_EMIT workspaceShown();
}

//! Whenever something else is shown or selected, the actions of that page are offered or not.
void MainWindow::offer(QAction *page, const std::function<void(bool isShown)> &update)
{
    m_offers << [page, update] { update(page->isChecked()); };
}

void MainWindow::updateAvailability()
{
    for (const std::function<void()> &update : m_offers)
        update();
    m_listCommands->setList(shownList());
    const QString notControl = m_actions.showControl->isChecked()
                                   ? QString()
                                   : UiTr::tr("Ouvrir d'abord la page Contrôle (Ctrl+L).");
    for (QAction *action : {m_actions.filterPane, m_actions.comparison, m_actions.differencesOnly})
        setAvailable(action, notControl);
}

void MainWindow::setDatabaseOrigin(DatabaseOrigin origin)
{
    m_databaseCommands->setOrigin(origin);
}

void MainWindow::importFiles(const QStringList &files)
{
    m_importCommands->importFiles(files);
}

void MainWindow::comeForward(const QStringList &files)
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
    importFiles(files);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(UiTr::tr("À propos de Recoupe"));
    box->setIconPixmap(programIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setText(UiTr::tr("Recoupe %1").arg(QStringLiteral(RECOUPE_VERSION)));
    box->setInformativeText(
        UiTr::tr("Contrôle, activation et tableau des formations collectives.\n"
                 "Opérateur : %1\nBase : %2\n\nLogiciel libre, licence GPL version 3 ou "
                 "ultérieure. Qt %3.")
            .arg(m_client.operatorName(), m_client.databaseName(),
                 QString::fromLatin1(qVersion())));
    box->setDetailedText(UiTr::tr("Recoupe s'appuie sur :\n"
                                  "Qt — LGPL version 3\n"
                                  "Expat — licence MIT\n"
                                  "HarfBuzz — licence MIT ancienne\n"
                                  "RapidJSON — licence MIT\n"
                                  "libxml2 — licence MIT\n"
                                  "libzip — licence BSD à trois clauses\n"
                                  "libxlsxwriter — licence BSD à deux clauses\n"
                                  "zlib — licence zlib\n"
                                  "tl::expected — CC0 1.0\n"
                                  "SQLite — domaine public\n"
                                  "libpq (PostgreSQL) — licence PostgreSQL"));
    box->open();
}

void MainWindow::showCommands()
{
    auto *palette = new CommandPalette(actions(), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::showHelp()
{
    auto *help = findChild<HelpWindow *>();
    if (!help)
        help = new HelpWindow(actions(), this);
    bringForward(help);
    const QAction *page = m_pageActions->checkedAction();
    help->showChapter(HelpChapter(m_pageActions->actions().indexOf(page))); // in their order
}

//! The base must be closed on the worker's thread: the first attempt asks for that, the second,
//! which follows by itself, goes through.
void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_isClosed) {
        QMainWindow::closeEvent(event);
        Q_EMIT closed();
        if (m_restarts)
            Q_EMIT restartWanted();
        return;
    }
    event->ignore();
    leave(false);
}

void MainWindow::leave(bool restarts)
{
    const auto closeNow = [this, restarts] {
        m_restarts = restarts;
        saveState();
        setEnabled(false);
        closeBase();
    };
    if (!m_client.isImporting())
        return closeNow();
    m_dialogs.confirm(this,
                      {.title = UiTr::tr("Import en cours"),
                       .text = UiTr::tr("Quitter maintenant interrompt l'import : rien n'en sera "
                                        "gardé."),
                       .acceptLabel = UiTr::tr("&Quitter")},
                      closeNow);
}

//! What runs is waited for, but not on a base that is away: it may never answer.
void MainWindow::closeBase()
{
    const auto end = [this] {
        if (m_isClosed)
            return;
        m_isClosed = true;
        close();
    };
    if (m_connection->isAway())
        QTimer::singleShot(awayPatienceMs, this, end);
    m_connection->stop();
    m_exchanges.close(this, [this, end] { m_client.close(this, end); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    importFiles(droppedFiles(event->mimeData()));
}

//! What is on the screen is written down a moment after it last changed: a crash, too, is to come
//! back to it.
void MainWindow::keepStateSoon()
{
    m_stateRest->setSingleShot(true);
    m_stateRest->setInterval(stateRestMs);
    connect(m_stateRest, &QTimer::timeout, this, &MainWindow::saveState);
    connect(m_pageActions, &QActionGroup::triggered, m_stateRest, qOverload<>(&QTimer::start));
}

void MainWindow::saveState()
{
    m_settings.setValue(geometryKey(), saveGeometry());
    m_settings.setValue(pageKey(), m_pageActions->checkedAction()->objectName());
    m_settings.setValue(comparisonKey(), m_actions.comparison->isChecked());
    m_settings.setValue(filterPaneKey(), m_actions.filterPane->isChecked());
    m_settings.setValue(differencesKey(), m_actions.differencesOnly->isChecked());
    for (const Page *page : std::as_const(m_built))
        page->saveState(m_settings);
    m_settings.sync();
}

void MainWindow::restoreState()
{
    restoreGeometry(m_settings.value(geometryKey()).toByteArray());
    m_actions.comparison->setChecked(m_settings.value(comparisonKey(), true).toBool());
    m_actions.filterPane->setChecked(m_settings.value(filterPaneKey(), isScreenWide()).toBool());
    m_actions.differencesOnly->setChecked(m_settings.value(differencesKey(), false).toBool());
    auto *left = findChild<QAction *>(m_settings.value(pageKey()).toString());
    showPage(left && m_pageActions->actions().contains(left) ? left : m_actions.showHome);
}

} // namespace recoupe
