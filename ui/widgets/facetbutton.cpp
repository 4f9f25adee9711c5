// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetbutton.h"

#include "ui/uitr.h"

#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace recoupe {

FacetButton::FacetButton(const FacetState &state, QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("facet-") + state.facet.name);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, [this] {
        if (!m_list)
            fillMenu();
        m_list->focusFirst();
    });
    showState(state);
}

void FacetButton::fillMenu()
{
    m_list = new FacetList(m_state, FacetList::Place::Menu);
    connect(m_list, &FacetList::chosen, this, &FacetButton::chosen);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(10, 8, 14, 8);
    layout->addWidget(m_list);
    auto *action = new QWidgetAction(menu());
    action->setDefaultWidget(content);
    menu()->addAction(action);
}

void FacetButton::showState(const FacetState &state)
{
    m_state = state;
    if (m_list)
        m_list->showState(state);
    const bool isFiltering = state.isFiltering();
    setText(state.titleAndSummary());
    setAccessibleName(state.inWords());
    setToolTip(isFiltering ? state.keptLabels().join(QLatin1String(", "))
                           : UiTr::tr("Filtrer par %1").arg(state.facet.title.toLower()));
    QFont bold = font();
    bold.setBold(isFiltering);
    setFont(bold);
}

} // namespace recoupe
