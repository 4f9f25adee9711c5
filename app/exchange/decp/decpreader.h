// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "exchange/awards/awardreader.h"

namespace recoupe {

//! Reads notifications from essential data of public procurement (DECP), JSON of 2019 and since
//! 2022 or XML, plain or gzip, holding one market at a time beside those it keeps. Kept are the
//! markets of our funders, told by their buyer; \a funder is taken for markets that name none, and
//! for a file whose markets all have one and the same buyer that is not known. Other buyers'
//! markets are counted in a warning. Defects of real files are kept, with a warning that names the
//! markets. A failure says where; Cancelled when \a progress says so.
[[nodiscard]] Result<AwardFile> readDecp(const QString &fileName, std::optional<Funder> funder,
                                         const Progress &progress = {});

} // namespace recoupe
