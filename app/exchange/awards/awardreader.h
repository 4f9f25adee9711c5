// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/awardnotification.h"
#include "domain/rejection.h"

namespace recoupe {

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

//! Reads notifications from CSV or XLSX (design: "Files that come in"). \a funder is taken for rows
//! that name none; a row without any funder is rejected. A file without a needed column is refused
//! (MissingColumn), naming the columns found.
[[nodiscard]] Result<AwardFile> readAwards(const QString &fileName, std::optional<Funder> funder);

} // namespace recoupe
