// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowpages.h"

#include "models/words.h"
#include "ui/awards/awardspage.h"
#include "ui/control/controlpage.h"
#include "ui/control/sessioncommands.h"
#include "ui/correspondence/lettercommands.h"
#include "ui/distribution/distributioncommands.h"
#include "ui/edition/editioncommands.h"
#include "ui/edition/editionpage.h"
#include "ui/exports/exchangeschedule.h"
#include "ui/exports/exportcommands.h"
#include "ui/exports/exportspage.h"
#include "ui/exports/feedcommands.h"
#include "ui/home/homepage.h"
#include "ui/importing/importcommands.h"
#include "ui/journal/journalcommands.h"
#include "ui/journal/journalpage.h"
#include "ui/mainwindow/baseconnection.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"

#include <QAction>
#include <QSettings>
#include <QStackedWidget>

namespace recoupe {

WindowPages::WindowPages(QStackedWidget *stack, const Parts &parts)
    : QObject(stack)
    , m_stack(stack)
    , m_parts(parts)
{
    connect(parts.actions.nextPane, &QAction::triggered, this,
            [this] { shown()->focusNextPane(); });
}

QList<QAction *> WindowPages::actionsOf(const WindowActions &actions)
{
    return {actions.showHome,  actions.showControl, actions.showAwards,
            actions.showTable, actions.showExports, actions.showJournal};
}

Page *WindowPages::page(QAction *action)
{
    if (Page *built = m_built.value(action))
        return built;
    const WindowActions &actions = m_parts.actions;
    const QHash<QAction *, Page *(WindowPages::*)()> builds{
        {actions.showHome, &WindowPages::buildHome},
        {actions.showControl, &WindowPages::buildControl},
        {actions.showAwards, &WindowPages::buildAwards},
        {actions.showTable, &WindowPages::buildEdition},
        {actions.showExports, &WindowPages::buildExports},
        {actions.showJournal, &WindowPages::buildJournal}};
    Page *page = (this->*builds.value(action))();
    page->restoreState(m_parts.settings);
    m_stack->addWidget(page);
    m_built.insert(action, page);
    return page;
}

void WindowPages::buildRest()
{
    const QList<QAction *> all = actionsOf(m_parts.actions);
    if (m_built.size() == all.size())
        return;
    for (QAction *action : all)
        page(action);
    updateAvailability();
}

Page *WindowPages::buildHome()
{
    m_home = new HomePage(m_parts.actions, m_parts.client.operatorName());
    connect(m_home, &HomePage::cardOpened, this, &WindowPages::openCard);
    return m_home;
}

Page *WindowPages::buildControl()
{
    m_control = new ControlPage(m_parts.actions, {.name = m_parts.client.operatorName(),
                                                  .hasColleagues = m_parts.client.isOnServer()});
    takeList(m_control);
    m_sessionCommands = new SessionCommands(m_parts.actions, *m_control, m_parts.client,
                                            m_parts.dialogs, m_parts.messages);
    offer(m_parts.actions.showControl,
          [this](bool isShown) { m_sessionCommands->updateAvailability(isShown); });
    connect(m_sessionCommands, &SessionCommands::done, this, &WindowPages::told);
    connect(&m_parts.connection, &BaseConnection::awayChanged, m_control, &ControlPage::holdNotes);
    connect(m_control, &ControlPage::noteBegun, this, &WindowPages::stateChanged);
    connect(m_control, &ControlPage::historyWanted, this, [this](const SessionKey &key) {
        m_parts.client.run(
            UiTr::tr("Historique"),
            [key](BackOffice &office, const Progress &) { return office.events(key); }, this,
            [this, key](const SessionEvents &events) { m_control->showHistory(key, events); });
    });
    return m_control;
}

Page *WindowPages::buildAwards()
{
    page(m_parts.actions.showControl); // a letter may be about what is selected on either
    m_awards = new AwardsPage(m_parts.actions);
    takeList(m_awards);
    m_letterCommands = new LetterCommands(m_parts.actions, *m_control, *m_awards, m_parts.client,
                                          m_parts.dialogs, m_parts.messages, m_parts.settings);
    offer(m_parts.actions.showAwards,
          [this](bool isShown) { m_letterCommands->updateAvailability(isShown); });
    connect(m_awards, &AwardsPage::sessionsWanted, this, [this](const QString &market) {
        m_parts.actions.showControl->trigger();
        m_control->showMarket(market);
    });
    connect(m_awards, &AwardsPage::hint, this, &WindowPages::told);
    return m_awards;
}

Page *WindowPages::buildEdition()
{
    m_edition = new EditionPage(m_parts.actions, m_parts.client.today());
    m_editionCommands = new EditionCommands(m_parts.actions, *m_edition, m_parts.client,
                                            m_parts.dialogs, m_parts.messages, m_parts.settings);
    m_distributionCommands = new DistributionCommands(m_parts.actions, *m_edition, m_parts.client,
                                                      m_parts.dialogs, m_parts.settings);
    offer(m_parts.actions.showTable,
          [this](bool isShown) { m_editionCommands->updateAvailability(isShown); });
    connect(m_distributionCommands, &DistributionCommands::importWanted, &m_parts.imports,
            &ImportCommands::importPlans);
    connect(m_edition, &EditionPage::sessionsWanted, this, [this](const TableFilter &filter) {
        m_parts.actions.showControl->trigger();
        m_control->showFiltered(filter);
    });
    return m_edition;
}

Page *WindowPages::buildExports()
{
    m_exports = new ExportsPage(m_parts.actions);
    m_exportCommands = new ExportCommands(m_parts.actions, *m_exports, m_parts.client,
                                          m_parts.exchanges, m_parts.dialogs, m_parts.messages);
    m_feedCommands = new FeedCommands(m_parts.actions, *m_exports, m_parts.client,
                                      m_parts.exchanges, m_parts.messages);
    m_schedule = new ExchangeSchedule(m_parts.exchanges, *m_exportCommands, *m_feedCommands);
    offer(m_parts.actions.showExports,
          [this](bool isShown) { m_exportCommands->updateAvailability(isShown); });
    connect(m_exportCommands, &ExportCommands::done, this, &WindowPages::told);
    connect(m_exportCommands, &ExportCommands::partnersChanged, this,
            [this](const QList<PartnerStatus> &statuses) {
                m_home->updateCard(exportsCard(statuses, Clock::now()));
                m_control->refreshHistory();
            });
    return m_exports;
}

Page *WindowPages::buildJournal()
{
    page(m_parts.actions.showControl); // whose commands undo what the journal shows
    m_journal = new JournalPage(m_parts.actions);
    takeList(m_journal);
    m_journalCommands =
        new JournalCommands(m_parts.actions, *m_journal, m_parts.client, m_parts.dialogs);
    offer(m_parts.actions.showJournal,
          [this](bool isShown) { m_journalCommands->updateAvailability(isShown); });
    return m_journal;
}

void WindowPages::takeList(ListPage *list)
{
    list->offerViews(m_parts.settings, m_parts.dialogs);
    connect(list, &ListPage::scopeChanged, this, &WindowPages::scopeChanged);
    connect(list, &ListPage::scopeChanged, this, &WindowPages::stateChanged);
}

void WindowPages::turnTo(QAction *action)
{
    m_stack->setCurrentWidget(page(action));
    focusShown();
}

Page *WindowPages::shown() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void WindowPages::focusShown()
{
    shown()->focusTarget()->setFocus();
}

ListPage *WindowPages::shownList() const
{
    return qobject_cast<ListPage *>(m_stack->currentWidget());
}

std::optional<Partner> WindowPages::shownPartner() const
{
    const PartnerStatus *status =
        m_parts.actions.showExports->isChecked() ? m_exports->partner() : nullptr;
    return status ? std::optional(status->partner) : std::nullopt;
}

void WindowPages::openCard(const HomeCard &card)
{
    const WindowActions &actions = m_parts.actions;
    switch (card.target) {
    case HomeTarget::Control:
        actions.showControl->trigger();
        m_control->showFiltered(card.filter);
        break;
    case HomeTarget::Awards:
        actions.showAwards->trigger();
        m_awards->showFiltered(card.filter);
        break;
    case HomeTarget::Table: actions.showTable->trigger(); break;
    case HomeTarget::Exports: actions.showExports->trigger(); break;
    }
}

void WindowPages::takeWorkspace(const LoadedWorkspace &loaded)
{
    buildRest();
    const WorkspacePtr &workspace = loaded.workspace;
    m_home->setWorkspace(*workspace, loaded.cards);
    m_control->setWorkspace(workspace);
    m_awards->setWorkspace(workspace);
    m_sessionCommands->setWorkspace(workspace, loaded.conforming);
    m_letterCommands->setWorkspace(workspace);
    m_editionCommands->refresh();
    m_journalCommands->refresh();
    m_exportCommands->setPartners(loaded.partners);
    m_feedCommands->refresh();
}

void WindowPages::startSchedule()
{
    m_schedule->start();
}

void WindowPages::offer(QAction *page, const std::function<void(bool isShown)> &update)
{
    m_offers << [page, update] { update(page->isChecked()); };
}

void WindowPages::updateAvailability()
{
    for (const std::function<void()> &update : m_offers)
        update();
    const WindowActions &actions = m_parts.actions;
    const QString notControl = actions.showControl->isChecked()
                                   ? QString()
                                   : UiTr::tr("Ouvrir d'abord la page Contrôle (Ctrl+L).");
    for (QAction *action : {actions.filterPane, actions.comparison, actions.differencesOnly})
        setAvailable(action, notControl);
}

void WindowPages::saveState() const
{
    for (const Page *page : m_built)
        page->saveState(m_parts.settings);
}

} // namespace recoupe
