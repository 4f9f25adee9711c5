// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "domain/awardnotification.h"
#include "domain/rejection.h"
#include "domain/tableprofile.h"

#include <functional>

namespace recoupe {

//! How a file of notifications is to be read.
struct AwardReading
{
    std::optional<Funder> funder = {}; //!< of the rows that name none; else the profile's
    TableProfile profile = {};         //!< of a table file
    //! In bytes while a DECP file is read, in rows otherwise.
    Progress progress = {};
};

//! One notification and the row it came from.
struct AwardRow
{
    AwardNotification award;
    qint64 line = 0; //!< row in the file, from 1, the header included
};

//! What a file says beside its notifications.
struct AwardRemarks
{
    QList<Rejection> rejections;
    QStringList warnings;
};

struct AwardFile : AwardRemarks
{
    QList<AwardRow> rows;
};

//! Takes one notification after the other. A failure ends the reading and is handed to the caller.
using AwardSink = std::function<Result<>(const AwardRow &)>;

//! Reads notifications from CSV, XLSX, ODS or DECP, told apart by their content (design: "Files
//! that come in"). A row without any funder is rejected. A file without a needed column is refused
//! (MissingColumn), naming the columns found. A table is read twice and never held: what stands in
//! one row is handed on at once, the contracts that several rows share once all are read.
[[nodiscard]] Result<AwardRemarks> readAwards(const QString &fileName, const AwardReading &reading,
                                              const AwardSink &sink);
//! The same, all at once, in the order of the file.
[[nodiscard]] Result<AwardFile> readAwards(const QString &fileName,
                                           const AwardReading &reading = {});

} // namespace recoupe
