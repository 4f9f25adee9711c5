// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/usualdatabase.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QActionGroup;
class QLabel;
class QSettings;
class QTimer;

namespace recoupe {

class BaseConnection;
class DatabaseCommands;
class Dialogs;
class ImportCommands;
class ListCommands;
class MessageBar;
class SettingsCommands;
class ThemeSetting;
class TourPanel;
class WindowPages;

//! The window of the program: its pages, menus and state. The base is only used in jobs of the
//! queue; the queue, the settings, the dialogs and the theme must
//! outlive the window. The page it opens on is built at once, the others as soon as that stands on
//! the screen, or where they are turned to or a load is shown before.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(std::shared_ptr<BackOffice> office, JobQueue &queue, QSettings &settings,
               Dialogs &dialogs, ThemeSetting &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Shows what taking them in would do, as if they had been dropped.
    void importFiles(const QStringList &files);
    //! Takes the screen, as another start of the program asks, and the files that it was given.
    void comeForward(const QStringList &files);
    //! What named the base; the command line, unless it is said.
    void setDatabaseOrigin(DatabaseOrigin origin);
    //! Takes the demonstration data in: only for a base made for them.
    void showDemonstration(bool withTour);

Q_SIGNALS:
    //! A load of the base is shown.
    void workspaceShown();
    //! A window on the demonstration data is asked for.
    void demonstrationWanted();
    //! For good: the base is closed too.
    void closed();
    //! Closed for good, and the program is to be started again: for another base.
    void restartWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] bool isScreenWide() const;
    void buildContent();
    void buildPageBar();
    void offerThemes(ThemeSetting &theme);
    void buildTour();
    void buildStatusBar(JobQueue &queue);
    void connectActions();
    void connectClient();
    void leave(bool restarts);
    void closeBase();
    void tell(const QString &text);
    void showPage(QAction *action);
    void takeWorkspace(const LoadedWorkspace &loaded);
    void updateAvailability();
    void showHelp();
    void startTour();
    void showCommands();
    void keepStateSoon();
    void saveState();
    void restoreState();

    OfficeClient m_client;
    JobQueue m_exchangeQueue; //!< what takes long must not hold up who decides
    OfficeClient m_exchanges; //!< on a connection of its own
    QSettings &m_settings;
    Dialogs &m_dialogs;
    WindowActions m_actions;
    QActionGroup *m_pageActions;
    MessageBar *m_banner; //!< of the connection to the base
    MessageBar *m_messages;
    MessageBar *m_proposals;
    WindowPages *m_pages = nullptr;
    ImportCommands *m_importCommands = nullptr;
    ListCommands *m_listCommands = nullptr;
    SettingsCommands *m_settingsCommands = nullptr;
    BaseConnection *m_connection;
    DatabaseCommands *m_databaseCommands = nullptr;
    QLabel *m_context;
    QTimer *m_stateRest;
    TourPanel *m_tour = nullptr;
    bool m_tourWaits = false;
    bool m_isClosed = false;
    bool m_restarts = false; //!< once closed
};

} // namespace recoupe
