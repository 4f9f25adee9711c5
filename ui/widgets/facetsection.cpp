// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetsection.h"

#include "ui/style/textrole.h"
#include "ui/style/toollook.h"
#include "ui/uitr.h"
#include "ui/widgets/taborder.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace recoupe {

FacetSection::FacetSection(const FacetState &state, QWidget *parent)
    : QWidget(parent)
    , m_list(new FacetList(state, FacetList::Place::Pane))
    , m_title(new QToolButton)
{
    setObjectName(QStringLiteral("section-") + state.facet.name);
    m_title->setObjectName(QStringLiteral("title"));
    setToolLook(m_title, ToolLook::Heading);
    setTextRole(m_title, TextRole::Heading);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setCheckable(true);
    m_title->setChecked(true);
    m_title->setAutoRaise(true);
    m_title->setFocusPolicy(Qt::StrongFocus);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(14, 0, 2, 4);
    inner->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addLayout(inner);
    connect(m_list, &FacetList::chosen, this, &FacetSection::chosen);
    connect(m_title, &QToolButton::toggled, this, &FacetSection::fold);
    fold(true);
    showState(state);
}

void FacetSection::showState(const FacetState &state)
{
    m_state = state;
    m_list->showState(state);
    m_title->setText(state.titleAndSummary());
    m_title->setAccessibleName(state.inWords());
}

void FacetSection::fold(bool open)
{
    m_list->setVisible(open);
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_title->setToolTip(open ? UiTr::tr("Replier") : UiTr::tr("Déplier"));
}

void FacetSection::tabBefore(QWidget *place)
{
    recoupe::tabBefore(place, QList<QWidget *>{m_title} + m_list->stops());
}

QWidget *FacetSection::focusTarget() const
{
    return m_title;
}

bool FacetSection::isOpen() const
{
    return m_title->isChecked();
}

void FacetSection::setOpen(bool open)
{
    m_title->setChecked(open);
}

} // namespace recoupe
