// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "models/words.h"
#include "ui/commands/commandpalette.h"
#include "ui/database/databasecommands.h"
#include "ui/dialogs/dialogs.h"
#include "ui/help/aboutbox.h"
#include "ui/help/helpwindow.h"
#include "ui/importing/droppedfiles.h"
#include "ui/importing/importcommands.h"
#include "ui/mainwindow/backupcommands.h"
#include "ui/mainwindow/baseconnection.h"
#include "ui/mainwindow/listcommands.h"
#include "ui/mainwindow/windowpages.h"
#include "ui/persons/personcommands.h"
#include "ui/settings/exchangesettingscommands.h"
#include "ui/settings/settingscommands.h"
#include "ui/style/icons.h"
#include "ui/style/themesetting.h"
#include "ui/style/toollook.h"
#include "ui/tour/firststeps.h"
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
    afterFirstFrame(this, [this] { m_pages->buildRest(); });
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
                                 [this] { return m_pages->shownPartner(); });
    auto *stack = new QStackedWidget;
    m_pages = new WindowPages(stack, {m_actions, m_client, m_exchanges, *m_connection,
                                      *m_importCommands, m_dialogs, *m_messages, m_settings});
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_messages);
    m_proposals->setObjectName(QStringLiteral("proposalBar"));
    layout->addWidget(m_proposals);
    layout->addWidget(stack, 1);
    setCentralWidget(content);
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
    for (QAction *page : WindowPages::actionsOf(m_actions)) {
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
    const auto page = [this](QAction *action) -> QWidget * { return m_pages->page(action); };
    m_tour = new TourPanel(firstSteps(m_actions, menuBar(), page), this);
    connect(m_tour, &TourPanel::ended, m_pages, &WindowPages::focusShown);
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

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
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
    on(m_actions.about,
       [this] { showAbout(this, m_client.operatorName(), m_client.databaseName()); });
    on(m_actions.commands, &MainWindow::showCommands);
    connect(m_pageActions, &QActionGroup::triggered, this, &MainWindow::showPage);
    connect(m_listCommands, &ListCommands::done, this, &MainWindow::tell);
    connect(m_pages, &WindowPages::told, this, &MainWindow::tell);
    connect(m_pages, &WindowPages::scopeChanged, this, &MainWindow::updateAvailability);
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
    m_pages->turnTo(action);
    updateAvailability();
}

void MainWindow::takeWorkspace(const LoadedWorkspace &loaded)
{
    m_pages->takeWorkspace(loaded);
    m_settingsCommands->setWorkspace(loaded.workspace);
    updateAvailability();
    m_importCommands->start();
    m_pages->startSchedule();
    saveState(); // what was found again after a crash is as of the last load
    if (std::exchange(m_tourWaits, false))
        startTour();
    Q_EMIT workspaceShown();
}

void MainWindow::updateAvailability()
{
    m_pages->updateAvailability();
    m_listCommands->setList(m_pages->shownList());
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
    connect(m_pages, &WindowPages::stateChanged, m_stateRest, qOverload<>(&QTimer::start));
}

void MainWindow::saveState()
{
    m_settings.setValue(geometryKey(), saveGeometry());
    m_settings.setValue(pageKey(), m_pageActions->checkedAction()->objectName());
    m_settings.setValue(comparisonKey(), m_actions.comparison->isChecked());
    m_settings.setValue(filterPaneKey(), m_actions.filterPane->isChecked());
    m_settings.setValue(differencesKey(), m_actions.differencesOnly->isChecked());
    m_pages->saveState();
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
