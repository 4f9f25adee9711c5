// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetlist.h"

#include "ui/style/badges.h"
#include "ui/uitr.h"
#include "ui/widgets/taborder.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace recoupe {

namespace {

constexpr int mostInMenu = 14;      // boxes that are seen at once; more are scrolled to
constexpr int paneLabelWidth = 165; // in pixels

bool haveSameValues(const Facet &one, const Facet &other)
{
    return std::ranges::equal(one.values, other.values, {}, &FacetValue::token, &FacetValue::token);
}

} // namespace

FacetList::FacetList(const FacetState &state, Place place, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_place(place)
    , m_scroll(new QScrollArea)
    , m_all(new QPushButton(state.facet.isPicked ? UiTr::tr("Tout décocher") : UiTr::tr("Tous")))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_all->setObjectName(QStringLiteral("allValues"));
    connect(m_all, &QPushButton::clicked, this,
            [this] { Q_EMIT chosen(m_state.facet.name, std::nullopt); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    layout->addWidget(m_all);
    buildBoxes();
    showState(state);
}

void FacetList::buildBoxes()
{
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    m_boxes.clear();
    for (const FacetValue &value : std::as_const(m_state.facet.values)) {
        auto *box = new QCheckBox;
        box->setObjectName(QStringLiteral("value-") + value.token);
        if (!value.badge.isEmpty())
            box->setIcon(badgeIcon(value.badge));
        connect(box, &QCheckBox::toggled, this, &FacetList::announce);
        layout->addWidget(box);
        m_boxes << box;
    }
    m_scroll->setWidget(list); // takes the place of the former list
    tabBefore(m_all, {m_boxes.cbegin(), m_boxes.cend()});
}

void FacetList::showState(const FacetState &state)
{
    const bool isSame = haveSameValues(state.facet, m_state.facet);
    m_state = state;
    if (!isSame)
        buildBoxes();
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        showValue(i);
    m_all->setEnabled(state.isFiltering());
    m_all->setVisible(state.isFiltering() ||
                      m_place == Place::Menu); // a menu must not jump while it is open
    fitList();
}

void FacetList::showValue(qsizetype position)
{
    const QString &label = m_state.facet.values.at(position).label;
    QCheckBox &box = *m_boxes.at(position);
    const QSignalBlocker blocker(box);
    box.setChecked(m_state.kept.at(position));
    const auto counted = [count = m_state.counts.at(position)](const QString &text) {
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

QList<QWidget *> FacetList::stops() const
{
    return QList<QWidget *>(m_boxes.cbegin(), m_boxes.cend()) << m_all;
}

//! As large as its boxes; in a menu up to what a screen holds, while a pane scrolls itself.
void FacetList::fitList()
{
    const QSize wanted = m_scroll->widget()->sizeHint();
    const qsizetype count = m_boxes.size();
    const bool isScrolled = m_place == Place::Menu && count > mostInMenu;
    const int bar = isScrolled ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    m_scroll->setMinimumWidth(wanted.width() + bar);
    m_scroll->setFixedHeight(isScrolled ? int(wanted.height() * mostInMenu / count)
                                        : wanted.height());
}

//! Nothing ticked would show nothing, which nobody wants: it means all again. All that can be
//! picked ticked leaves out the rows that have none of them.
void FacetList::announce()
{
    QSet<QString> tokens;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            tokens << m_state.facet.values.at(i).token;
    }
    const bool isAll = !m_state.facet.isPicked && tokens.size() == m_boxes.size();
    Q_EMIT chosen(m_state.facet.name,
                  tokens.isEmpty() || isAll ? std::nullopt : std::optional(tokens));
}

} // namespace recoupe
