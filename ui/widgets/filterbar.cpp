// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "ui/style/icons.h"
#include "ui/uitr.h"
#include "ui/widgets/facetbutton.h"
#include "ui/widgets/facetsection.h"
#include "ui/widgets/filterpane.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/taborder.h"

#include <QLineEdit>
#include <QSettings>
#include <QToolButton>

namespace recoupe {

namespace {
constexpr int searchWidth = 240;

QString searchKey()
{
    return QStringLiteral("search");
}

QString facetGroup()
{
    return QStringLiteral("facets");
}

} // namespace

FilterBar::FilterBar(FacetedTableModel *model, const QString &searchHint, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_layout(new FlowLayout(this))
    , m_search(new QLineEdit)
    , m_reset(new QToolButton)
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(searchHint);
    m_search->setPlaceholderText(searchHint);
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    // At once: a search that the next letter overtakes is dropped by the model.
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.search = text;
        apply();
    });

    m_reset->setObjectName(QStringLiteral("resetFilter"));
    m_reset->setIcon(themedIcon(QStringLiteral("filter-reset")));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_reset->setAccessibleName(UiTr::tr("Tout afficher"));
    m_reset->setToolTip(UiTr::tr("Tout afficher : enlève la recherche et les filtres"));
    connect(m_reset, &QToolButton::clicked, this, &FilterBar::reset);

    m_layout->setContentsMargins({});
    m_layout->setSpacing(6);
    m_layout->addWidget(m_search);
    m_layout->addWidget(m_reset);
    connect(model, &QAbstractItemModel::modelReset, this, &FilterBar::followModel);
    followModel();
}

void FilterBar::addLeading(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
    tabBefore(m_search, {widget});
}

void FilterBar::setFilter(const TableFilter &filter)
{
    m_filter = filter;
    m_search->setText(filter.search);
    apply();
}

void FilterBar::apply()
{
    if (m_filter == m_model->filter())
        followModel(); // a box that was unticked in vain is ticked again
    else
        m_model->setFilter(m_filter);
}

//! Facets come with the first load; their labels and counts with every one.
void FilterBar::followModel()
{
    if (m_buttons.isEmpty())
        buildButtons();
    if (m_isPaneShown && m_sections.isEmpty())
        buildSections();
    for (qsizetype facet = 0; facet < m_buttons.size(); ++facet) {
        const FacetState state = stateOf(facet);
        m_buttons.at(facet)->showState(state);
        m_buttons.at(facet)->setVisible(!m_isPaneShown && !state.facet.values.isEmpty());
    }
    if (m_isPaneShown) {
        for (qsizetype facet = 0; facet < m_sections.size(); ++facet) {
            const FacetState state = stateOf(facet);
            m_sections.at(facet)->showState(state);
            m_sections.at(facet)->setVisible(!state.facet.values.isEmpty());
        }
    }
    m_reset->setEnabled(!m_filter.isEmpty());
}

FacetState FilterBar::stateOf(qsizetype facet) const
{
    return FacetState::of(m_model->facets().at(facet), m_model->facetCounts(facet), m_filter);
}

void FilterBar::buildButtons()
{
    for (qsizetype facet = 0; facet < m_model->facets().size(); ++facet) {
        auto *button = new FacetButton(stateOf(facet), this);
        connect(button, &FacetButton::chosen, this, &FilterBar::choose);
        m_layout->insertWidget(m_layout->indexOf(m_reset), button);
        tabBefore(m_reset, {button});
        m_buttons << button;
    }
}

void FilterBar::buildSections()
{
    for (qsizetype facet = 0; facet < m_model->facets().size(); ++facet) {
        auto *section = new FacetSection(stateOf(facet));
        connect(section, &FacetSection::chosen, this, &FilterBar::choose);
        m_pane->addSection(section);
        section->tabBefore(m_layout->itemAt(0)->widget());
        m_sections << section;
    }
}

void FilterBar::choose(const QString &facet, const std::optional<QSet<QString>> &tokens)
{
    if (tokens)
        m_filter.facets.insert(facet, *tokens);
    else
        m_filter.facets.remove(facet);
    apply();
}

void FilterBar::setPane(FilterPane *pane)
{
    m_pane = pane;
    m_pane->setVisible(m_isPaneShown);
}

void FilterBar::showPane(bool shown)
{
    if (shown == m_isPaneShown)
        return;
    m_isPaneShown = shown;
    m_pane->setVisible(shown);
    followModel();
}

void FilterBar::save(QSettings &settings, const QString &group) const
{
    settings.remove(group);
    settings.beginGroup(group);
    settings.setValue(searchKey(), m_filter.search);
    settings.beginGroup(facetGroup());
    for (auto facet = m_filter.facets.cbegin(); facet != m_filter.facets.cend(); ++facet)
        settings.setValue(facet.key(), QStringList(facet->cbegin(), facet->cend()));
    settings.endGroup();
    settings.endGroup();
}

void FilterBar::restore(QSettings &settings, const QString &group)
{
    TableFilter filter;
    settings.beginGroup(group);
    filter.search = settings.value(searchKey()).toString();
    settings.beginGroup(facetGroup());
    for (const QString &facet : settings.childKeys()) {
        const QStringList tokens = settings.value(facet).toStringList();
        filter.facets.insert(facet, QSet<QString>(tokens.cbegin(), tokens.cend()));
    }
    settings.endGroup();
    settings.endGroup();
    setFilter(filter);
}

} // namespace recoupe
