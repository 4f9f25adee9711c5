// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listpage.h"

#include "ui/widgets/commandbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/viewsbutton.h"

#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <numeric>

namespace recoupe {

ListPage::ListPage(const Records &records, QWidget *parent)
    : Page(parent)
    , m_name(records.name)
    , m_records(records.model)
    , m_list(new QWidget)
    , m_view(new RecordView)
    , m_filters(new FilterBar(records.model, records.searchHint))
    , m_count(new QLabel)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
{
    records.model->setParent(m_view);
    setObjectName(m_name + QLatin1String("Page"));
    m_view->setObjectName(m_name);
    m_view->setAccessibleName(records.title);
    m_view->setRecords(records.model, records.fixedColumn, records.layout);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_count->setObjectName(m_name + QLatin1String("Count"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins({});
    list->setSpacing(6);
    list->addWidget(m_filters);
    list->addWidget(m_stack, 1);
    list->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->setSpacing(6);
    layout->addWidget(m_list, 1);
    connect(m_view, &RecordView::scopeChanged, this, &ListPage::updateCount);
    connect(m_view, &RecordView::scopeChanged, this, &ListPage::scopeChanged);
}

QWidget *ListPage::focusTarget() const
{
    return m_stack->currentIndex() == 0 ? m_view : m_empty->focusTarget();
}

void ListPage::addCommands(const QList<QAction *> &actions)
{
    m_view->addActions(actions);
    addCommandBar(new CommandBar(actions));
}

void ListPage::addCommandBar(CommandBar *bar)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, bar);
    tabBefore(m_filters->searchField(), bar->buttons());
}

QSplitter *ListPage::splitWith(QWidget *pane)
{
    auto *splitter = new QSplitter;
    static_cast<QVBoxLayout *>(layout())->addWidget(splitter, 1);
    splitter->addWidget(m_list);
    splitter->addWidget(pane);
    splitter->setCollapsible(0, false);
    return splitter;
}

void ListPage::offerViews(QSettings &settings, Dialogs &dialogs)
{
    m_views = new ViewsButton({m_name, m_view, m_filters, &settings, &dialogs});
    m_filters->addLeading(m_views);
}

void ListPage::openViews()
{
    m_views->showMenu();
}

void ListPage::openColumns()
{
    m_view->openColumnMenu();
}

void ListPage::resetFilter()
{
    m_filters->reset();
}

void ListPage::showFiltered(const TableFilter &filter)
{
    m_filters->setFilter(filter);
    m_view->goToFirst();
    m_view->setFocus();
}

void ListPage::focusSearch()
{
    m_filters->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_filters->searchField()->selectAll();
}

void ListPage::focusNextPane()
{
    if (m_view->hasFocus())
        m_filters->searchField()->setFocus(Qt::ShortcutFocusReason);
    else
        m_view->setFocus(Qt::ShortcutFocusReason);
}

Sheet ListPage::selectedRows() const
{
    return m_view->sheetOf(m_view->selectedRows());
}

Sheet ListPage::shownRows() const
{
    QList<int> rows(m_records->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return m_view->sheetOf(rows);
}

bool ListPage::isEmpty() const
{
    return m_records->rowCount() == 0;
}

void ListPage::updateCount()
{
    const int total = m_records->totalCount();
    const int shown = m_records->rowCount();
    m_count->setText(countSentence(shown, total));
    if (shown == 0)
        explainNothing(*m_empty, total > 0);
    const bool isFirst = total > 0 && !m_filters->isEnabled();
    turn(m_stack, shown == 0 ? 1 : 0);
    m_filters->setEnabled(total > 0);
    if (isFirst && isVisible()) // the keys are for the list, not for a button that comes first
        m_view->setFocus();
    m_count->setVisible(total > 0);
}

void ListPage::saveState(QSettings &settings) const
{
    m_view->saveLayout(settings, m_name + QLatin1String("/columns"));
    m_filters->save(settings, m_name + QLatin1String("/facets"));
}

void ListPage::restoreState(QSettings &settings)
{
    m_view->restoreLayout(settings, m_name + QLatin1String("/columns"));
    m_filters->restore(settings, m_name + QLatin1String("/facets"));
}

} // namespace recoupe
