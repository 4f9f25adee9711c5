// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"
#include "exchange/lheo/lheofragment.h"
#include "exchange/lheo/lheomapping.h"

#include <QList>

//! Making valid LHEO 2.3 of what came in as LHEO 2.2, 2.3 or something near them.
namespace recoupe {

//! What is changed on purpose in what goes out.
struct LheoAmendments
{
    bool withoutAssessments = false; //!< no bilans, wherever they stand
    //! In force on the `session` written: takes the place of what it says; Unknown takes it away.
    RecruitmentState recruitment = RecruitmentState::Unknown;
};

//! Writes an element in the order, multiplicities, lengths and codes of LHEO 2.3.
//! Left out silently: the children called \a hole, empty elements that are optional, the FLUX-CARIF
//! marks of another export, and what \a amendments says. What is invalid and optional is left out
//! with a remark; texts that are too long are cut, missing texts filled in as producers do, with a
//! remark each. Where something mandatory is invalid, the smallest optional element around it goes;
//! where there is none, the defect is returned. File and record of remarks are left to the caller.
[[nodiscard]] Mapped<LheoFragment> conformed(XmlElement source, const LheoElement &model,
                                             std::string_view hole,
                                             const LheoAmendments &amendments,
                                             QList<Rejection> &remarks);

} // namespace recoupe
