// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetbutton.h"

#include "ui/style/badges.h"
#include "ui/uitr.h"

#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace recoupe {

namespace {

constexpr int mostShown = 14; // boxes; more are scrolled to

bool haveSameValues(const Facet &one, const Facet &other)
{
    return std::ranges::equal(one.values, other.values, {}, &FacetValue::token, &FacetValue::token);
}

} // namespace

FacetButton::FacetButton(const Facet &facet, QWidget *parent)
    : QToolButton(parent)
    , m_facet(facet)
    , m_scroll(new QScrollArea)
    , m_all(new QPushButton(facet.isPicked ? UiTr::tr("Tout décocher") : UiTr::tr("Tous")))
{
    setObjectName(QStringLiteral("facet-") + facet.name);
    setProperty("menuArrow", true);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_all->setObjectName(QStringLiteral("allValues"));
    connect(m_all, &QPushButton::clicked, this,
            [this] { Q_EMIT chosen(m_facet.name, std::nullopt); });
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(10, 8, 14, 8);
    layout->addWidget(m_scroll);
    layout->addWidget(m_all);
    auto *action = new QWidgetAction(menu());
    action->setDefaultWidget(content);
    menu()->addAction(action);
    connect(menu(), &QMenu::aboutToShow, this, [this] { m_boxes.first()->setFocus(); });
    buildBoxes();
}

void FacetButton::buildBoxes()
{
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    m_boxes.clear();
    for (const FacetValue &value : std::as_const(m_facet.values)) {
        auto *box = new QCheckBox;
        box->setObjectName(QStringLiteral("value-") + value.token);
        if (!value.badge.isEmpty())
            box->setIcon(badgeIcon(value.badge, palette()));
        connect(box, &QCheckBox::toggled, this, &FacetButton::announce);
        layout->addWidget(box);
        m_boxes << box;
    }
    m_scroll->setWidget(list); // takes the place of the former list
}

void FacetButton::showState(const Facet &facet, const QList<int> &counts, const TableFilter &filter)
{
    const bool isSame = haveSameValues(facet, m_facet);
    m_facet = facet;
    if (!isSame)
        buildBoxes();
    const auto kept = filter.facets.constFind(facet.name);
    const bool isFiltered = kept != filter.facets.constEnd();
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const FacetValue &value = facet.values.at(i);
        const QSignalBlocker blocker(m_boxes.at(i));
        m_boxes.at(i)->setText(
            UiTr::tr("%1 (%2)", "value and count").arg(value.label).arg(counts.at(i)));
        m_boxes.at(i)->setChecked(isFiltered ? kept->contains(value.token) : !facet.isPicked);
    }
    fitList();
    setVisible(!m_boxes.isEmpty());
    updateTitle();
}

//! As large as its boxes, up to what a screen holds.
void FacetButton::fitList()
{
    QWidget *list = m_scroll->widget();
    const QSize wanted = list->sizeHint();
    const qsizetype count = m_boxes.size();
    const int bar = count > mostShown ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    m_scroll->setFixedSize(wanted.width() + bar, count > mostShown
                                                     ? int(wanted.height() * mostShown / count)
                                                     : wanted.height());
}

QList<qsizetype> FacetButton::ticked() const
{
    QList<qsizetype> positions;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            positions << i;
    }
    return positions;
}

//! Nothing ticked would show nothing, which nobody wants: it means all again. All that can be
//! picked ticked leaves out the rows that have none of them.
void FacetButton::announce()
{
    const QList<qsizetype> positions = ticked();
    QSet<QString> tokens;
    for (const qsizetype position : positions)
        tokens << m_facet.values.at(position).token;
    const bool isAll = !m_facet.isPicked && tokens.size() == m_boxes.size();
    Q_EMIT chosen(m_facet.name, tokens.isEmpty() || isAll ? std::nullopt : std::optional(tokens));
}

void FacetButton::updateTitle()
{
    QStringList kept;
    for (const qsizetype position : ticked())
        kept << m_facet.values.at(position).label;
    const bool all = m_facet.isPicked ? kept.isEmpty() : kept.size() == m_boxes.size();
    const QString some = m_facet.isPicked || kept.size() > 1
                             ? UiTr::tr("%1 sur %2").arg(kept.size()).arg(m_boxes.size())
                             : kept.value(0);
    const QString values = all ? UiTr::tr("sans filtre") : some;
    setText(all ? m_facet.title : UiTr::tr("%1 : %2").arg(m_facet.title, values));
    setAccessibleName(UiTr::tr("Filtre %1 : %2").arg(m_facet.title, values));
    setToolTip(all ? UiTr::tr("Filtrer par %1").arg(m_facet.title.toLower())
                   : kept.join(QLatin1String(", ")));
    QFont bold = font();
    bold.setBold(!all);
    setFont(bold);
}

} // namespace recoupe
