// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetbutton.h"

#include "ui/uitr.h"
#include "ui/widgets/facetlist.h"

#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace recoupe {

FacetButton::FacetButton(FacetList *list, QWidget *parent)
    : QToolButton(parent)
    , m_list(list)
{
    setObjectName(QStringLiteral("facet-") + list->facet().name);
    setProperty("menuArrow", true);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(10, 8, 14, 8);
    layout->addWidget(list);
    auto *action = new QWidgetAction(menu());
    action->setDefaultWidget(content);
    menu()->addAction(action);
    connect(menu(), &QMenu::aboutToShow, list, &FacetList::focusFirst);
}

void FacetButton::showSummary()
{
    const QString &title = m_list->facet().title;
    const bool isFiltering = m_list->isFiltering();
    setText(isFiltering ? UiTr::tr("%1 : %2").arg(title, m_list->summary()) : title);
    setAccessibleName(UiTr::tr("Filtre %1 : %2").arg(title, m_list->summary()));
    setToolTip(isFiltering ? m_list->keptValues().join(QLatin1String(", "))
                           : UiTr::tr("Filtrer par %1").arg(title.toLower()));
    QFont bold = font();
    bold.setBold(isFiltering);
    setFont(bold);
}

} // namespace recoupe
