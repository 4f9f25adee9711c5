// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"
#include "services/workspace.h"

namespace recoupe {

//! How a notification stands to the sessions entered for it.
enum class AwardState
{
    Matched,
    WithoutSession,
    Overdue
};
[[nodiscard]] AwardState awardStateOf(const CheckedAward &award, QDate today);
[[nodiscard]] QString awardStateName(AwardState state);

//! The funders' notifications, for the page of that name.
class AwardTableModel : public FacetedTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Market,
        Lot,
        FunderName,
        Title,
        Mandataire,
        NotifiedOn,
        ReceivedOn,
        Deadline,
        Sessions,
        State,
        ColumnCount
    };
    //! In the order in which they are offered.
    enum FacetIndex
    {
        StateFacet,
        FunderFacet
    };

    explicit AwardTableModel(QObject *parent = nullptr);

    void setWorkspace(const WorkspacePtr &workspace);
    [[nodiscard]] const AwardNotification &award(int row) const;
    [[nodiscard]] const CheckedAward &checkedAward(int row) const;

private:
    WorkspacePtr m_workspace;
};

} // namespace recoupe
