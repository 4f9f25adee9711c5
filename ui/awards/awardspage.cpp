// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/awards/awardspage.h"

#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace recoupe {

namespace {

const QList<RecordView::ColumnLayout> freshLayout{
    {AwardTableModel::State, 148},      {AwardTableModel::Deadline, 138},
    {AwardTableModel::Market, 104},     {AwardTableModel::Lot, 40},
    {AwardTableModel::FunderName, 80},  {AwardTableModel::Title, 215},
    {AwardTableModel::Mandataire, 178}, {AwardTableModel::NotifiedOn, 86},
    {AwardTableModel::ReceivedOn, 84},  {AwardTableModel::Sessions, 70}};

QString viewGroup()
{
    return QStringLiteral("awards/columns");
}
QString filterGroup()
{
    return QStringLiteral("awards/facets");
}

} // namespace

AwardsPage::AwardsPage(const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_view(new RecordView)
    , m_model(new AwardTableModel(m_view))
    , m_filters(new FilterBar(m_model, UiTr::tr("Rechercher une notification")))
    , m_count(new QLabel)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("awardsPage"));
    m_view->setObjectName(QStringLiteral("awards"));
    m_view->setAccessibleName(UiTr::tr("Notifications de marché"));
    m_view->setRecords(m_model, AwardTableModel::Market, AwardTableModel::Title, freshLayout);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addAction(actions.copy);
    m_count->setObjectName(QStringLiteral("awardCount"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(6);
    layout->addWidget(m_filters);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_count);
    connect(m_view, &QAbstractItemView::activated, this, &AwardsPage::openSessions);
    connect(m_view, &RecordView::scopeChanged, this, &AwardsPage::updateCount);
    updateCount();
}

void AwardsPage::setWorkspace(const WorkspacePtr &workspace)
{
    m_model->setWorkspace(workspace);
}

void AwardsPage::resetFilter()
{
    m_filters->reset();
}

void AwardsPage::focusSearch()
{
    m_filters->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_filters->searchField()->selectAll();
}

void AwardsPage::focusNextPane()
{
    if (m_view->hasFocus())
        m_filters->searchField()->setFocus(Qt::ShortcutFocusReason);
    else
        m_view->setFocus(Qt::ShortcutFocusReason);
}

void AwardsPage::copyWithHeaders() const
{
    m_view->copyWithHeaders();
}

void AwardsPage::openSessions(const QModelIndex &index)
{
    const QString market = m_model->award(index.row()).market.text();
    if (m_model->checkedAward(index.row()).sessions.isEmpty())
        Q_EMIT hint(UiTr::tr("Aucune session n'est saisie pour le marché %1.").arg(market));
    else
        Q_EMIT sessionsWanted(market);
}

void AwardsPage::updateCount()
{
    const int total = m_model->totalCount();
    const int shown = m_model->rowCount();
    m_count->setText(shown == 1
                         ? UiTr::tr("1 notification affichée sur %1").arg(total)
                         : UiTr::tr("%1 notifications affichées sur %2 — Entrée ouvre les sessions")
                               .arg(shown)
                               .arg(total));
    if (total == 0) {
        m_empty->explain(
            QStringLiteral("page-awards"),
            UiTr::tr("Aucune notification importée. Déposez un fichier ici ou Fichier > Importer…"),
            m_actions.importFiles);
    } else if (shown == 0) {
        m_empty->explain(QStringLiteral("filter"),
                         UiTr::tr("Aucune notification ne répond à la recherche et aux filtres."),
                         m_actions.resetFilter);
    }
    m_stack->setCurrentIndex(shown == 0 ? 1 : 0);
    m_filters->setEnabled(total > 0);
    m_count->setVisible(total > 0);
}

void AwardsPage::saveState(QSettings &settings) const
{
    m_view->saveLayout(settings, viewGroup());
    m_filters->save(settings, filterGroup());
}

void AwardsPage::restoreState(QSettings &settings)
{
    m_view->restoreLayout(settings, viewGroup());
    m_filters->restore(settings, filterGroup());
}

} // namespace recoupe
