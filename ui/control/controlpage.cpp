// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/control/controlpage.h"

#include "ui/control/comparisonpane.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/commandbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/viewsbutton.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr int detailRestMs = 120;
//! The three axes stand side by side at the left: they are what is decided on.
const QList<RecordView::ColumnLayout> freshLayout{
    {SessionTableModel::Verdict, 148},     {SessionTableModel::Activation, 96},
    {SessionTableModel::Recruitment, 104}, {SessionTableModel::Market, 104},
    {SessionTableModel::Action, 230},      {SessionTableModel::Deadline, 136},
    {SessionTableModel::Location, 170},    {SessionTableModel::Dates, 180},
    {SessionTableModel::Session, 116},     {SessionTableModel::Mandataire, 190},
    {SessionTableModel::FunderName, 80},   {SessionTableModel::Published, 130},
    {SessionTableModel::Exported, 78},     {SessionTableModel::LastNote, 200}};

QString viewGroup()
{
    return QStringLiteral("control/columns");
}
QString filterGroup()
{
    return QStringLiteral("control/filter");
}
QString splitterKey()
{
    return QStringLiteral("control/splitter");
}

} // namespace

ControlPage::ControlPage(const WindowActions &actions, QWidget *parent)
    : Page(parent)
    , m_actions(actions)
    , m_view(new RecordView)
    , m_model(new SessionTableModel(m_view))
    , m_filters(new FilterBar(m_model, UiTr::tr("Rechercher une session")))
    , m_count(new QLabel)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_pane(new ComparisonPane(actions))
    , m_splitter(new QSplitter)
    , m_detailRest(new QTimer(this))
{
    setObjectName(QStringLiteral("controlPage"));
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({645, 525});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->setSpacing(6);
    layout->addWidget(makeCommands());
    layout->addWidget(m_splitter, 1);

    m_detailRest->setSingleShot(true);
    m_detailRest->setInterval(detailRestMs);
    connect(m_detailRest, &QTimer::timeout, this, &ControlPage::showDetails);
    connect(m_view, &RecordView::scopeChanged, this, [this] {
        updateCount();
        updateEmptyState();
        m_detailRest->start();
        Q_EMIT scopeChanged();
    });
    connect(actions.comparison, &QAction::toggled, this, &ControlPage::updateEmptyState);
    connect(m_pane, &ComparisonPane::pointedAwardChanged, this, &ControlPage::scopeChanged);
    connect(m_pane, &ComparisonPane::noteWritten, this, &ControlPage::noteWritten);
    connect(m_pane, &ComparisonPane::noteWritten, m_view, [this] { m_view->setFocus(); });
    connect(m_pane, &ComparisonPane::noteBegun, this, &ControlPage::noteBegun);
    connect(m_pane, &ComparisonPane::noteRemovalWanted, this, &ControlPage::noteRemovalWanted);
    updateEmptyState();
}

QWidget *ControlPage::makeCommands()
{
    // A bar has less room than a menu.
    m_actions.overrideGap->setIconText(UiTr::tr("Malgré l'écart…"));
    m_actions.setAside->setIconText(UiTr::tr("Écarter…"));
    m_actions.requestCorrection->setIconText(UiTr::tr("Correction…"));
    m_actions.undo->setIconText(UiTr::tr("Annuler"));
    auto *bar = new CommandBar({m_actions.validateNext, m_actions.activate, m_actions.overrideGap,
                                m_actions.deactivate, m_actions.setAside});
    auto *recruitment = new QToolButton;
    recruitment->setText(UiTr::tr("Recrutement"));
    recruitment->setIcon(m_actions.recruitmentMenu->icon());
    recruitment->setToolTip(UiTr::tr("Changer l'état du recrutement des sessions sélectionnées"));
    recruitment->setProperty("menuArrow", true);
    recruitment->setMenu(m_actions.recruitmentMenu);
    recruitment->setPopupMode(QToolButton::InstantPopup);
    recruitment->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(recruitment);
    bar->addActions({m_actions.requestCorrection});
    bar->addSeparator();
    bar->addActions({m_actions.validateConforming, m_actions.undo});
    return bar;
}

QWidget *ControlPage::makeList()
{
    m_view->setObjectName(QStringLiteral("sessions"));
    m_view->setAccessibleName(UiTr::tr("Sessions"));
    m_view->setRecords(m_model, SessionTableModel::Verdict, SessionTableModel::Action, freshLayout);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_actions.validateNext, m_actions.activate, m_actions.overrideGap,
                        m_actions.deactivate, m_actions.setAside, m_actions.takeUp,
                        m_actions.addNote, m_actions.requestCorrection, m_actions.copy});
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_count->setObjectName(QStringLiteral("sessionCount"));

    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_filters);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_count);
    return list;
}

QWidget *ControlPage::focusTarget() const
{
    return m_stack->currentIndex() == 0 ? m_view : m_empty->focusTarget();
}

void ControlPage::setWorkspace(const WorkspacePtr &workspace)
{
    m_model->setWorkspace(workspace);
}

SelectionScope ControlPage::scope() const
{
    if (m_view->selectedCount() > mostSelected)
        return scopeOfTooMany();
    QList<const CheckedSession *> sessions;
    for (const int row : m_view->selectedRows())
        sessions << &m_model->session(row);
    return scopeOf(sessions);
}

QStringList ControlPage::blockingSentences() const
{
    QStringList sentences;
    for (const int row : m_view->selectedRows()) {
        for (const Finding &finding : m_model->session(row).findings) {
            if (finding.severity == Severity::Blocking)
                sentences << UiTr::tr("• %1").arg(finding.message);
        }
    }
    return sentences;
}

std::optional<AwardKey> ControlPage::pointedAward() const
{
    const bool isShown = m_view->selectedCount() == 1 &&
                         m_shownKey == m_model->session(m_view->selectedRows().first()).key();
    return isShown ? m_pane->pointedAward() : std::nullopt;
}

void ControlPage::advance()
{
    m_view->selectRow(
        m_model->nextRow(m_view->currentIndex().row(), true,
                         [](const CheckedSession &session) { return !session.stored.active; }));
    m_view->setFocus();
}

void ControlPage::goToGap(bool forward)
{
    m_view->selectRow(
        m_model->nextRow(m_view->currentIndex().row(), forward, [](const CheckedSession &session) {
            return session.control != Control::Conforming &&
                   session.session().funder() != Funder::Other;
        }));
    m_view->setFocus();
}

void ControlPage::showMarket(const QString &market)
{
    showFiltered({market, {}});
}

void ControlPage::showFiltered(const TableFilter &filter)
{
    m_filters->setFilter(filter);
    m_view->goToFirst();
    m_view->setFocus();
}

void ControlPage::offerViews(QSettings &settings, Dialogs &dialogs)
{
    m_views = new ViewsButton({QStringLiteral("control"), m_view, m_filters, &settings, &dialogs});
    m_filters->addLeading(m_views);
}

void ControlPage::openViews()
{
    m_views->showMenu();
}

void ControlPage::resetFilter()
{
    m_filters->reset();
}

void ControlPage::focusSearch()
{
    m_filters->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_filters->searchField()->selectAll();
}

void ControlPage::focusNextPane()
{
    const QList<QWidget *> panes{m_view, m_pane->fields(), m_pane->detail(),
                                 m_filters->searchField()};
    qsizetype next = 0;
    for (qsizetype pane = 0; pane < panes.size(); ++pane) {
        if (panes.at(pane)->hasFocus())
            next = (pane + 1) % panes.size();
    }
    while (!panes.at(next)->isVisible() && next != 0)
        next = (next + 1) % panes.size();
    panes.at(next)->setFocus(Qt::ShortcutFocusReason);
}

void ControlPage::focusCandidates()
{
    showDetailsNow();
    m_pane->focusCandidates();
}

void ControlPage::focusNoteField()
{
    showDetailsNow();
    m_pane->focusNoteField();
}

//! Of the current session, however lately it was turned to.
void ControlPage::showDetailsNow()
{
    m_actions.comparison->setChecked(true);
    m_detailRest->stop();
    showDetails();
}

void ControlPage::copyWithHeaders() const
{
    m_view->copyWithHeaders();
}

void ControlPage::updateCount()
{
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    const int selected = m_view->selectedCount();
    const QString sessions = shown == 1
                                 ? UiTr::tr("1 session affichée sur %1").arg(total)
                                 : UiTr::tr("%1 sessions affichées sur %2").arg(shown).arg(total);
    m_count->setText(selected == 1 ? UiTr::tr("%1 — 1 sélectionnée").arg(sessions)
                                   : UiTr::tr("%1 — %2 sélectionnées").arg(sessions).arg(selected));
}

void ControlPage::updateEmptyState()
{
    const bool unknown = m_model->totalCount() == 0;
    if (unknown) {
        m_empty->explain(QStringLiteral("import"),
                         UiTr::tr("Aucune session. Déposez un fichier ici ou Fichier > Importer…"),
                         m_actions.importFiles);
    } else if (m_model->rowCount() == 0) {
        m_empty->explain(QStringLiteral("filter"),
                         UiTr::tr("Aucune session ne répond à la recherche et aux filtres."),
                         m_actions.resetFilter);
    }
    const bool isFirst = !unknown && !m_filters->isEnabled();
    turn(m_stack, m_model->rowCount() == 0 ? 1 : 0);
    m_filters->setEnabled(!unknown);
    // The keys are for the list, not for a button that happens to come first.
    if (isFirst && isVisible())
        m_view->setFocus();
    m_count->setVisible(!unknown);
    m_pane->setVisible(!unknown && m_actions.comparison->isChecked());
}

void ControlPage::showDetails()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid()) {
        m_shownKey.reset();
        m_pane->showNothing();
        return;
    }
    const CheckedSession &session = m_model->session(current.row());
    m_shownKey = session.key();
    m_pane->showSession(m_model->workspace(), session);
    Q_EMIT historyWanted(session.key());
}

void ControlPage::showHistory(const SessionKey &key, const QList<Decision> &decisions,
                              const QList<Letter> &letters)
{
    if (m_shownKey == key)
        m_pane->showHistory(decisions, letters);
}

void ControlPage::refreshHistory()
{
    if (m_shownKey)
        Q_EMIT historyWanted(*m_shownKey);
}

void ControlPage::saveState(QSettings &settings) const
{
    m_view->saveLayout(settings, viewGroup());
    m_filters->save(settings, filterGroup());
    m_pane->saveState(settings);
    settings.setValue(splitterKey(), m_splitter->saveState());
}

void ControlPage::restoreState(QSettings &settings)
{
    m_view->restoreLayout(settings, viewGroup());
    m_filters->restore(settings, filterGroup());
    m_pane->restoreState(settings);
    m_splitter->restoreState(settings.value(splitterKey()).toByteArray());
}

} // namespace recoupe
