// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetstate.h"

#include "ui/uitr.h"

namespace recoupe {

FacetState FacetState::of(const Facet &facet, const QList<int> &counts, const TableFilter &filter)
{
    FacetState state{facet, counts, {}};
    const auto chosen = filter.facets.constFind(facet.name);
    const bool isFiltered = chosen != filter.facets.constEnd();
    for (const FacetValue &value : facet.values)
        state.kept << (isFiltered ? chosen->contains(value.token) : !facet.isPicked);
    return state;
}

bool FacetState::isFiltering() const
{
    return facet.isPicked ? kept.contains(true) : kept.contains(false);
}

QString FacetState::summary() const
{
    if (!isFiltering())
        return UiTr::tr("sans filtre");
    const QStringList labels = keptLabels();
    return facet.isPicked || labels.size() > 1
               ? UiTr::tr("%1 sur %2").arg(labels.size()).arg(kept.size())
               : labels.value(0);
}

QString FacetState::titleAndSummary() const
{
    return isFiltering() ? UiTr::tr("%1 : %2").arg(facet.title, summary()) : facet.title;
}

QString FacetState::inWords() const
{
    return UiTr::tr("Filtre %1 : %2").arg(facet.title, summary());
}

QStringList FacetState::keptLabels() const
{
    QStringList labels;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (kept.at(i))
            labels << facet.values.at(i).label;
    }
    return labels;
}

} // namespace recoupe
