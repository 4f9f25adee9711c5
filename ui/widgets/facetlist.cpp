// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetlist.h"

#include "ui/style/badges.h"
#include "ui/uitr.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace recoupe {

namespace {

constexpr int mostInMenu = 14; // boxes that are seen at once; more are scrolled to
constexpr int mostInPane = 8;
constexpr int paneLabelWidth = 165; // in pixels

bool haveSameValues(const Facet &one, const Facet &other)
{
    return std::ranges::equal(one.values, other.values, {}, &FacetValue::token, &FacetValue::token);
}

} // namespace

FacetList::FacetList(const Facet &facet, Place place, QWidget *parent)
    : QWidget(parent)
    , m_facet(facet)
    , m_place(place)
    , m_scroll(new QScrollArea)
    , m_all(new QPushButton(facet.isPicked ? UiTr::tr("Tout décocher") : UiTr::tr("Tous")))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_all->setObjectName(QStringLiteral("allValues"));
    connect(m_all, &QPushButton::clicked, this,
            [this] { Q_EMIT chosen(m_facet.name, std::nullopt); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    layout->addWidget(m_all);
    buildBoxes();
}

void FacetList::buildBoxes()
{
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    m_boxes.clear();
    for (const FacetValue &value : std::as_const(m_facet.values)) {
        auto *box = new QCheckBox;
        box->setObjectName(QStringLiteral("value-") + value.token);
        if (!value.badge.isEmpty())
            box->setIcon(badgeIcon(value.badge));
        connect(box, &QCheckBox::toggled, this, &FacetList::announce);
        layout->addWidget(box);
        m_boxes << box;
    }
    m_scroll->setWidget(list); // takes the place of the former list
}

void FacetList::showState(const Facet &facet, const QList<int> &counts, const TableFilter &filter)
{
    const bool isSame = haveSameValues(facet, m_facet);
    m_facet = facet;
    if (!isSame)
        buildBoxes();
    const auto kept = filter.facets.constFind(facet.name);
    const bool isFiltered = kept != filter.facets.constEnd();
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker blocker(m_boxes.at(i));
        m_boxes.at(i)->setChecked(isFiltered ? kept->contains(facet.values.at(i).token)
                                             : !facet.isPicked);
        showValue(i, counts.at(i));
    }
    m_all->setEnabled(isFiltered);
    m_all->setVisible(isFiltered ||
                      m_place == Place::Menu); // a menu must not jump while it is open
    fitList();
}

void FacetList::showValue(qsizetype position, int count)
{
    const QString &label = m_facet.values.at(position).label;
    QCheckBox &box = *m_boxes.at(position);
    const auto counted = [count](const QString &text) {
        return UiTr::tr("%1 (%2)", "value and count").arg(text).arg(count);
    };
    const bool isNarrow = m_place == Place::Pane;
    const QString shown =
        isNarrow ? box.fontMetrics().elidedText(label, Qt::ElideRight, paneLabelWidth) : label;
    box.setText(counted(shown));
    box.setAccessibleName(counted(label));
    box.setToolTip(shown == label ? QString() : label);
}

void FacetList::focusFirst()
{
    if (!m_boxes.isEmpty())
        m_boxes.first()->setFocus();
}

//! As large as its boxes, up to what a screen holds.
void FacetList::fitList()
{
    QWidget *list = m_scroll->widget();
    const QSize wanted = list->sizeHint();
    const qsizetype count = m_boxes.size();
    const int most = m_place == Place::Menu ? mostInMenu : mostInPane;
    const int bar = count > most ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    m_scroll->setMinimumWidth(wanted.width() + bar);
    m_scroll->setFixedHeight(count > most ? int(wanted.height() * most / count) : wanted.height());
}

QList<qsizetype> FacetList::ticked() const
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
void FacetList::announce()
{
    const QList<qsizetype> positions = ticked();
    QSet<QString> tokens;
    for (const qsizetype position : positions)
        tokens << m_facet.values.at(position).token;
    const bool isAll = !m_facet.isPicked && tokens.size() == m_boxes.size();
    Q_EMIT chosen(m_facet.name, tokens.isEmpty() || isAll ? std::nullopt : std::optional(tokens));
}

bool FacetList::isFiltering() const
{
    const qsizetype kept = ticked().size();
    return m_facet.isPicked ? kept > 0 : kept < m_boxes.size();
}

QString FacetList::summary() const
{
    if (!isFiltering())
        return UiTr::tr("sans filtre");
    const QStringList kept = keptValues();
    return m_facet.isPicked || kept.size() > 1
               ? UiTr::tr("%1 sur %2").arg(kept.size()).arg(m_boxes.size())
               : kept.value(0);
}

QStringList FacetList::keptValues() const
{
    QStringList kept;
    for (const qsizetype position : ticked())
        kept << m_facet.values.at(position).label;
    return kept;
}

} // namespace recoupe
