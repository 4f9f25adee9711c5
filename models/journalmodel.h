// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "models/facetedtablemodel.h"

namespace recoupe {

//! Every decision and every undo, newest first, for the page Journal.
class JournalModel : public FacetedTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        When,
        Operator,
        Subject,
        What,
        Before,
        After,
        Reason,
        Batch,
        State,
        ColumnCount
    };
    //! In the order in which they are offered.
    enum FacetIndex
    {
        WhatFacet,
        OperatorFacet,
        StateFacet
    };

    explicit JournalModel(QObject *parent = nullptr);

    //! \a decisions: the whole trail, oldest first.
    void setDecisions(const QList<Decision> &decisions);
    [[nodiscard]] const Decision &decision(int row) const;
    //! Whether something of the batch of that row can still be taken back.
    [[nodiscard]] bool isUndoable(int row) const;
    //! Events of the batch of that row.
    [[nodiscard]] QList<Decision> batchOf(int row) const;
};

} // namespace recoupe
