// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/prescriber.h"
#include "domain/rejection.h"
#include "exchange/table/tablenames.h"

namespace recoupe {

struct PrescriberFile
{
    QList<Prescriber> prescribers; //!< each address once for a département
    QList<Rejection> rejections;
    QStringList warnings;
};

//! The columns that a list of prescribers may have.
[[nodiscard]] std::span<const TableColumn> prescriberColumns();

//! Reads a list of prescribers from CSV, XLSX or ODS. Needed columns: departement and courriel. A
//! row may name several addresses; one that is malformed rejects the row, for a half-read list
//! would pass for the whole one. A row with « region » or « tous » is of the whole region; one
//! without a département is rejected.
[[nodiscard]] Result<PrescriberFile> readPrescribers(const QString &fileName,
                                                     const TableProfile &profile = {});

} // namespace recoupe
