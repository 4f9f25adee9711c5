// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"
#include "models/sessiontask.h"
#include "services/workspace.h"

namespace recoupe {

//! How a notification stands to the sessions entered for it.
enum class AwardState
{
    Matched,
    WithoutSession,
    Overdue,
    Replaced //!< by another one, which waits in its stead
};
[[nodiscard]] AwardState awardStateOf(const CheckedAward &award, QDate today);
//! Stable, kept in the settings.
[[nodiscard]] QString toToken(AwardState state);
[[nodiscard]] QString awardStateName(AwardState state);
[[nodiscard]] Urgency urgencyOf(const CheckedAward &award, QDate today);

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
        FunderFacet,
        UrgencyFacet
    };

    explicit AwardTableModel(QObject *parent = nullptr);

    void setWorkspace(const WorkspacePtr &workspace);
    [[nodiscard]] const AwardNotification &award(int row) const;
    [[nodiscard]] const CheckedAward &checkedAward(int row) const;
    //! Whether its organisation can be reminded that nothing is entered for it.
    [[nodiscard]] bool isAwaited(int row) const;
    [[nodiscard]] const WorkspacePtr &workspace() const;
};

} // namespace recoupe
