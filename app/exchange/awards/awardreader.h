// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "domain/awardnotification.h"
#include "domain/rejection.h"
#include "domain/tableprofile.h"

namespace recoupe {

//! How a file of notifications is to be read.
struct AwardReading
{
    std::optional<Funder> funder = {}; //!< of the rows that name none; else the profile's
    TableProfile profile = {};         //!< of a table file
    Progress progress = {};            //!< of a DECP file, which may be hundreds of megabytes
};

//! One notification and the row it came from.
struct AwardRow
{
    AwardNotification award;
    qint64 line = 0; //!< row in the file, from 1, the header included
};

struct AwardFile
{
    QList<AwardRow> rows;
    QList<Rejection> rejections;
    QStringList warnings;
};

//! Reads notifications from CSV, XLSX, ODS or DECP, told apart by their content (design: "Files
//! that come in"). A row without any funder is rejected. A file without a needed column is refused
//! (MissingColumn), naming the columns found.
[[nodiscard]] Result<AwardFile> readAwards(const QString &fileName,
                                           const AwardReading &reading = {});

} // namespace recoupe
