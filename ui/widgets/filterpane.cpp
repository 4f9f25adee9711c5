// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterpane.h"

#include "ui/style/textrole.h"
#include "ui/uitr.h"
#include "ui/widgets/facetsection.h"

#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

namespace recoupe {

namespace {
constexpr int paneWidth = 282; // labels, boxes, icons, counts and a scroll bar
} // namespace

FilterPane::FilterPane(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("filterPane"));
    setAccessibleName(UiTr::tr("Filtres"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFixedWidth(paneWidth);
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 4, 0);
    m_layout->setSpacing(6);
    auto *title = new QLabel(UiTr::tr("Filtres"));
    setTextRole(title, TextRole::Heading);
    m_layout->addWidget(title);
    m_layout->addStretch(1);
    setWidget(content);
}

void FilterPane::addSection(FacetSection *section)
{
    m_layout->insertWidget(m_layout->count() - 1, section);
    section->setOpen(!m_folded.contains(section->name()));
    m_sections << section;
}

QWidget *FilterPane::focusTarget() const
{
    return m_sections.isEmpty() ? nullptr : m_sections.first()->focusTarget();
}

void FilterPane::save(QSettings &settings, const QString &key) const
{
    QStringList folded = m_sections.isEmpty() ? m_folded : QStringList();
    for (const FacetSection *section : m_sections) {
        if (!section->isOpen())
            folded << section->name();
    }
    settings.setValue(key, folded);
}

void FilterPane::restore(QSettings &settings, const QString &key)
{
    m_folded = settings.value(key, QStringList{QStringLiteral("mandataire")}).toStringList();
    for (FacetSection *section : std::as_const(m_sections))
        section->setOpen(!m_folded.contains(section->name()));
}

} // namespace recoupe
