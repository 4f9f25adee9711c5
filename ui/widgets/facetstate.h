// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"

namespace recoupe {

//! A facet under a filter: its values with their counts, and which of them are let through.
struct FacetState
{
    Facet facet;
    QList<int> counts;
    QList<bool> kept; //!< by value

    [[nodiscard]] static FacetState of(const Facet &facet, const QList<int> &counts,
                                       const TableFilter &filter);

    //! Whether it holds rows back.
    [[nodiscard]] bool isFiltering() const;
    //! What it lets through, in few words: « Écart », « 2 sur 7 », « sans filtre ».
    [[nodiscard]] QString summary() const;
    //! « Verdict : Écart »; only the title where nothing is held back.
    [[nodiscard]] QString titleAndSummary() const;
    //! The same as a screen reader says it.
    [[nodiscard]] QString inWords() const;
    [[nodiscard]] QStringList keptLabels() const;
};

} // namespace recoupe
