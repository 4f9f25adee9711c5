// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partner.h"
#include "services/exportservice.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

class QAction;
class QSettings;
class QStackedWidget;

namespace recoupe {

class AwardsPage;
class BaseConnection;
class ControlPage;
class Dialogs;
class DistributionCommands;
class EditionCommands;
class EditionPage;
class ExchangeSchedule;
class ExportCommands;
class ExportsPage;
class FeedCommands;
struct HomeCard;
class HomePage;
class ImportCommands;
class JournalCommands;
class JournalPage;
class LetterCommands;
class ListPage;
struct LoadedWorkspace;
class MessageBar;
class OfficeClient;
class Page;
class SessionCommands;
struct WindowActions;

//! The pages of the window and what can be done on them, each built where it is first turned to.
class WindowPages : public QObject
{
    Q_OBJECT

public:
    //! What the pages work with; all of it outlives them.
    struct Parts
    {
        const WindowActions &actions;
        OfficeClient &client;
        OfficeClient &exchanges; //!< for what takes long
        BaseConnection &connection;
        ImportCommands &imports;
        Dialogs &dialogs;
        MessageBar &messages;
        QSettings &settings;
    };

    //! \a stack: where the pages are shown, and the parent.
    WindowPages(QStackedWidget *stack, const Parts &parts);

    //! The actions that turn to the pages, in the order in which the window lists these.
    [[nodiscard]] static QList<QAction *> actionsOf(const WindowActions &actions);
    //! The page that an action turns to; built here where it is not built yet.
    Page *page(QAction *action);
    //! Those that nobody has turned to yet.
    void buildRest();
    void turnTo(QAction *action);
    //! The keys are for the page, not for the button that turned to it.
    void focusShown();
    //! Null on a page without a list.
    [[nodiscard]] ListPage *shownList() const;
    //! The partner that the operator is looking at.
    [[nodiscard]] std::optional<Partner> shownPartner() const;
    //! Shows what a card of the home page speaks of.
    void openCard(const HomeCard &card);
    //! Builds all that is not built.
    void takeWorkspace(const LoadedWorkspace &loaded);
    //! Whenever something else is shown or selected, the actions of each page are offered or not.
    void updateAvailability();
    //! To be called once a workspace is shown: the rounds of the exchanges begin.
    void startSchedule();
    void saveState() const;

Q_SIGNALS:
    //! What was done, for the status bar.
    void told(const QString &text);
    //! Other rows are shown or selected.
    void scopeChanged();
    //! What is found again after a restart has changed.
    void stateChanged();

private:
    [[nodiscard]] Page *buildHome();
    [[nodiscard]] Page *buildControl();
    [[nodiscard]] Page *buildAwards();
    [[nodiscard]] Page *buildEdition();
    [[nodiscard]] Page *buildExports();
    [[nodiscard]] Page *buildJournal();
    void takeList(ListPage *list);
    void offer(QAction *page, const std::function<void(bool isShown)> &update);
    [[nodiscard]] Page *shown() const;

    QStackedWidget *m_stack;
    Parts m_parts;
    QHash<QAction *, Page *> m_built;
    QList<std::function<void()>> m_offers; //!< what fits the page that is shown
    HomePage *m_home = nullptr;
    ControlPage *m_control = nullptr;
    AwardsPage *m_awards = nullptr;
    EditionPage *m_edition = nullptr;
    ExportsPage *m_exports = nullptr;
    JournalPage *m_journal = nullptr;
    SessionCommands *m_sessionCommands = nullptr;
    LetterCommands *m_letterCommands = nullptr;
    EditionCommands *m_editionCommands = nullptr;
    DistributionCommands *m_distributionCommands = nullptr;
    ExportCommands *m_exportCommands = nullptr;
    FeedCommands *m_feedCommands = nullptr;
    ExchangeSchedule *m_schedule = nullptr;
    JournalCommands *m_journalCommands = nullptr;
};

} // namespace recoupe
