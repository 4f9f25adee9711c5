// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "models/facetedtablemodel.h"

namespace recoupe {

//! What a delivery does, or would do, to the sessions that a partner has: those that are new
//! there, that say something else now ("before → after" in the cells that do), that leave.
class ExportDifferenceModel : public FacetedTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Change,
        Session,
        Title,
        Dates,
        Place,
        Recruitment,
        Market,
        ColumnCount
    };

    explicit ExportDifferenceModel(QObject *parent = nullptr);

    //! Filtered by the facet "change": tokens of ExportChange.
    void setDifferences(const QList<ExportDifference> &differences);
};

} // namespace recoupe
