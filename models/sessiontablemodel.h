// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"
#include "services/workspace.h"

namespace recoupe {

//! The facet of the rules that sessions are at odds with; its values are their ids.
[[nodiscard]] QString ruleFacetName();

//! The sessions of a workspace with their three axes, for the control page.
class SessionTableModel : public FacetedTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Verdict,
        Market,
        Action,
        Session,
        Location,
        Dates,
        Mandataire,
        FunderName,
        Activation,
        Recruitment,
        Published,
        Deadline,
        Exported,
        LastNote,
        Holder,
        ColumnCount
    };
    //! In the order in which they are offered.
    enum FacetIndex
    {
        TaskFacet,
        ControlFacet,
        FunderFacet,
        UrgencyFacet,
        ActivationFacet,
        RecruitmentFacet,
        RuleFacet,
        DepartementFacet,
        MandataireFacet,
        HolderFacet
    };

    //! \a me: the operator who looks at it.
    explicit SessionTableModel(const QString &me = {}, QObject *parent = nullptr);

    void setWorkspace(const WorkspacePtr &workspace);
    //! The one that is shown; null before the first load.
    [[nodiscard]] const WorkspacePtr &workspace() const;

    //! The session of a row that is shown.
    [[nodiscard]] const CheckedSession &session(int row) const;
    //! First shown row after \a row, going round, whose session \a wanted accepts; -1 when none.
    [[nodiscard]] int nextRow(int row, bool forward,
                              const std::function<bool(const CheckedSession &)> &wanted) const;

private:
    QString m_me;
};

} // namespace recoupe
