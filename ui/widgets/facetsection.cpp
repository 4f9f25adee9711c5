// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetsection.h"

#include "ui/uitr.h"
#include "ui/widgets/facetlist.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace recoupe {

FacetSection::FacetSection(FacetList *list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_title(new QToolButton)
{
    setObjectName(QStringLiteral("section-") + list->facet().name);
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setProperty("role", QStringLiteral("sectionTitle"));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setCheckable(true);
    m_title->setChecked(true);
    m_title->setAutoRaise(true);
    m_title->setFocusPolicy(Qt::StrongFocus);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(14, 0, 2, 4);
    inner->addWidget(list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addLayout(inner);
    setFocusProxy(m_title);
    connect(m_title, &QToolButton::toggled, this, [this](bool open) {
        m_list->setVisible(open);
        showSummary();
        Q_EMIT toggled();
    });
    showSummary();
}

void FacetSection::showSummary()
{
    const QString &title = m_list->facet().title;
    m_title->setArrowType(isOpen() ? Qt::DownArrow : Qt::RightArrow);
    m_title->setText(m_list->isFiltering() ? UiTr::tr("%1 : %2").arg(title, m_list->summary())
                                           : title);
    m_title->setAccessibleName(UiTr::tr("Filtre %1 : %2").arg(title, m_list->summary()));
    m_title->setToolTip(isOpen() ? UiTr::tr("Replier") : UiTr::tr("Déplier"));
}

QString FacetSection::name() const
{
    return m_list->facet().name;
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
