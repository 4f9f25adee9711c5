// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/control/controlpage.h"

#include "ui/control/comparisonpane.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/commandbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/filterpane.h"

#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace recoupe {

namespace {

constexpr int detailRestMs = 120;
//! The three axes stand side by side at the left: they are what is decided on. Who works on what is
//! worth a column where several do.
QList<RecordView::ColumnLayout> freshLayout(bool hasColleagues)
{
    return {{SessionTableModel::Verdict, 148},
            {SessionTableModel::Activation, 96},
            {SessionTableModel::Recruitment, 104},
            {SessionTableModel::Market, 104},
            {SessionTableModel::Action, 230, RecordView::Room::Spare},
            {SessionTableModel::Deadline, 136},
            {SessionTableModel::Location, 170},
            {SessionTableModel::Dates, 180},
            {SessionTableModel::Session, 116},
            {SessionTableModel::Mandataire, 190},
            {SessionTableModel::FunderName, 80},
            {SessionTableModel::Published, 130},
            {SessionTableModel::Exported, 78},
            {SessionTableModel::LastNote, 200},
            {SessionTableModel::Holder, 120,
             hasColleagues ? RecordView::Room::Own : RecordView::Room::None}};
}

QString splitterKey()
{
    return QStringLiteral("control/splitter");
}
QString foldedKey()
{
    return QStringLiteral("control/foldedFacets");
}

} // namespace

ControlPage::ControlPage(const WindowActions &actions, const Viewer &viewer, QWidget *parent)
    : ControlPage(actions, viewer, new SessionTableModel(viewer.name), parent)
{
}

ControlPage::ControlPage(const WindowActions &actions, const Viewer &viewer,
                         SessionTableModel *model, QWidget *parent)
    : ListPage({.name = QStringLiteral("control"),
                .title = UiTr::tr("Sessions"),
                .searchHint = UiTr::tr("Rechercher une session"),
                .model = model,
                .fixedColumn = SessionTableModel::Verdict,
                .layout = freshLayout(viewer.hasColleagues)},
               parent)
    , m_actions(actions)
    , m_model(model)
    , m_pane(new ComparisonPane(actions))
    , m_filterPane(new FilterPane)
    , m_splitter(splitWith(m_pane))
    , m_detailRest(new QTimer(this))
{
    view()->setObjectName(QStringLiteral("sessions"));
    view()->addActions({actions.validateNext, actions.activate, actions.overrideGap,
                        actions.deactivate, actions.setAside, actions.takeUp, actions.holdSession,
                        actions.releaseSession, actions.addNote, actions.requestCorrection,
                        actions.copy});
    addCommandBar(makeCommands());
    m_splitter->insertWidget(0, m_filterPane);
    m_splitter->setCollapsible(0, false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({240, 645, 525});
    filters()->setPane(m_filterPane);
    connect(actions.filterPane, &QAction::toggled, this, &ControlPage::updatePanes);

    m_detailRest->setSingleShot(true);
    m_detailRest->setInterval(detailRestMs);
    connect(m_detailRest, &QTimer::timeout, this, &ControlPage::showDetails);
    connect(view(), &RecordView::scopeChanged, this, [this] {
        updatePanes();
        m_detailRest->start();
    });
    connect(actions.comparison, &QAction::toggled, this, &ControlPage::updatePanes);
    connect(m_pane, &ComparisonPane::pointedAwardChanged, this, &ControlPage::scopeChanged);
    connect(m_pane, &ComparisonPane::noteWritten, this, &ControlPage::noteWritten);
    connect(m_pane, &ComparisonPane::noteWritten, view(), [this] { view()->setFocus(); });
    connect(m_pane, &ComparisonPane::noteBegun, this, &ControlPage::noteBegun);
    connect(m_pane, &ComparisonPane::noteRemovalWanted, this, &ControlPage::noteRemovalWanted);
    updateCount();
    updatePanes();
}

CommandBar *ControlPage::makeCommands()
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
    recruitment->setMenu(m_actions.recruitmentMenu);
    recruitment->setPopupMode(QToolButton::InstantPopup);
    recruitment->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(recruitment);
    bar->addActions({m_actions.requestCorrection});
    bar->addSeparator();
    bar->addActions({m_actions.validateConforming, m_actions.undo});
    return bar;
}

void ControlPage::setWorkspace(const WorkspacePtr &workspace)
{
    m_model->setWorkspace(workspace);
}

SelectionScope ControlPage::scope() const
{
    if (view()->selectedCount() > mostSelected)
        return scopeOfTooMany();
    QList<const CheckedSession *> sessions;
    for (const int row : view()->selectedRows())
        sessions << &m_model->session(row);
    return scopeOf(sessions);
}

QStringList ControlPage::blockingSentences() const
{
    QStringList sentences;
    for (const int row : view()->selectedRows()) {
        for (const Finding &finding : m_model->session(row).findings) {
            if (finding.severity == Severity::Blocking)
                sentences << UiTr::tr("• %1").arg(finding.message);
        }
    }
    return sentences;
}

std::optional<AwardKey> ControlPage::pointedAward() const
{
    const bool isShown = view()->selectedCount() == 1 &&
                         m_shownKey == m_model->session(view()->selectedRows().first()).key();
    return isShown ? m_pane->pointedAward() : std::nullopt;
}

void ControlPage::advance()
{
    view()->selectRow(
        m_model->nextRow(view()->currentIndex().row(), true,
                         [](const CheckedSession &session) { return !session.stored.active; }));
    view()->setFocus();
}

void ControlPage::goToGap(bool forward)
{
    view()->selectRow(
        m_model->nextRow(view()->currentIndex().row(), forward, [](const CheckedSession &session) {
            return session.control != Control::Conforming &&
                   session.session().funder() != Funder::Other;
        }));
    view()->setFocus();
}

void ControlPage::showMarket(const QString &market)
{
    showFiltered({market, {}});
}

void ControlPage::focusNextPane()
{
    QList<QWidget *> panes{view(), m_pane->fields(), m_pane->detail(), filters()->searchField()};
    if (QWidget *firstFacet = m_filterPane->focusTarget())
        panes << firstFacet;
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

QString ControlPage::countSentence(int shown, int total) const
{
    const int selected = view()->selectedCount();
    const QString sessions = shown == 1
                                 ? UiTr::tr("1 session affichée sur %1").arg(total)
                                 : UiTr::tr("%1 sessions affichées sur %2").arg(shown).arg(total);
    return selected == 1 ? UiTr::tr("%1 — 1 sélectionnée").arg(sessions)
                         : UiTr::tr("%1 — %2 sélectionnées").arg(sessions).arg(selected);
}

void ControlPage::explainNothing(EmptyState &empty, bool isFiltered) const
{
    if (isFiltered) {
        empty.explain(QStringLiteral("filter"),
                      UiTr::tr("Aucune session ne répond à la recherche et aux filtres."),
                      m_actions.resetFilter);
        return;
    }
    empty.explain(QStringLiteral("import"),
                  UiTr::tr("Aucune session. Déposez un fichier ici ou Fichier > Importer…"),
                  m_actions.importFiles);
}

void ControlPage::updatePanes()
{
    const bool hasRows = m_model->totalCount() > 0;
    filters()->showPane(hasRows && m_actions.filterPane->isChecked());
    m_pane->setVisible(hasRows && m_actions.comparison->isChecked());
}

void ControlPage::showDetails()
{
    const QModelIndex current = view()->currentIndex();
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

void ControlPage::holdNotes(const QString &whyNot)
{
    m_pane->holdNotes(whyNot);
}

void ControlPage::giveNoteBack(const SessionKey &key, const QString &text)
{
    m_pane->giveNoteBack(key, text);
}

void ControlPage::showHistory(const SessionKey &key, const SessionEvents &events)
{
    if (m_shownKey == key)
        m_pane->showHistory(events);
}

void ControlPage::refreshHistory()
{
    if (m_shownKey)
        Q_EMIT historyWanted(*m_shownKey);
}

void ControlPage::saveState(QSettings &settings) const
{
    ListPage::saveState(settings);
    m_filterPane->save(settings, foldedKey());
    m_pane->saveState(settings);
    settings.setValue(splitterKey(), m_splitter->saveState());
}

void ControlPage::restoreState(QSettings &settings)
{
    ListPage::restoreState(settings);
    m_filterPane->restore(settings, foldedKey());
    m_pane->restoreState(settings);
    m_splitter->restoreState(settings.value(splitterKey()).toByteArray());
}

} // namespace recoupe
