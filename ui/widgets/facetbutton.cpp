// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetbutton.h"

#include "ui/style/badges.h"
#include "ui/uitr.h"

#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace recoupe {

FacetButton::FacetButton(const Facet &facet, QWidget *parent)
    : QToolButton(parent)
    , m_facet(facet)
{
    setObjectName(QStringLiteral("facet-") + facet.name);
    setProperty("menuArrow", true);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));

    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(10, 8, 14, 8);
    for (const FacetValue &value : facet.values) {
        auto *box = new QCheckBox;
        box->setObjectName(QStringLiteral("value-") + value.token);
        if (!value.badge.isEmpty())
            box->setIcon(badgeIcon(value.badge, palette()));
        connect(box, &QCheckBox::toggled, this, &FacetButton::announce);
        layout->addWidget(box);
        m_boxes << box;
    }
    auto *all = new QPushButton(UiTr::tr("Tous"));
    all->setObjectName(QStringLiteral("allValues"));
    connect(all, &QPushButton::clicked, this,
            [this] { Q_EMIT chosen(m_facet.name, std::nullopt); });
    layout->addWidget(all);
    auto *content = new QWidgetAction(menu());
    content->setDefaultWidget(list);
    menu()->addAction(content);
    connect(menu(), &QMenu::aboutToShow, m_boxes.first(), [this] { m_boxes.first()->setFocus(); });
}

void FacetButton::showState(const Facet &facet, const QList<int> &counts, const TableFilter &filter)
{
    m_facet = facet;
    const auto kept = filter.facets.constFind(facet.name);
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const FacetValue &value = facet.values.at(i);
        const QSignalBlocker blocker(m_boxes.at(i));
        m_boxes.at(i)->setText(
            UiTr::tr("%1 (%2)", "value and count").arg(value.label).arg(counts.at(i)));
        m_boxes.at(i)->setChecked(kept == filter.facets.constEnd() || kept->contains(value.token));
    }
    updateTitle();
}

//! Nothing ticked would show nothing, which nobody wants: it means all again.
void FacetButton::announce()
{
    QSet<QString> tokens;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            tokens << m_facet.values.at(i).token;
    }
    const bool all = tokens.isEmpty() || tokens.size() == m_boxes.size();
    Q_EMIT chosen(m_facet.name, all ? std::nullopt : std::optional(tokens));
}

void FacetButton::updateTitle()
{
    QStringList kept;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            kept << m_facet.values.at(i).label;
    }
    const bool all = kept.size() == m_boxes.size();
    const QString values = all ? UiTr::tr("tous")
                           : kept.size() == 1
                               ? kept.first()
                               : UiTr::tr("%1 sur %2").arg(kept.size()).arg(m_boxes.size());
    setText(all ? m_facet.title : UiTr::tr("%1 : %2").arg(m_facet.title, values));
    setAccessibleName(UiTr::tr("Filtre %1 : %2").arg(m_facet.title, values));
    setToolTip(all ? UiTr::tr("Filtrer par %1").arg(m_facet.title.toLower())
                   : kept.join(QLatin1String(", ")));
    QFont bold = font();
    bold.setBold(!all);
    setFont(bold);
}

} // namespace recoupe
