// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardreader.h"

#include "exchange/awards/tableawards.h"
#include "exchange/decp/decpformat.h"
#include "exchange/decp/decpreader.h"
#include "exchange/table/rowprogress.h"

#include <algorithm>

namespace recoupe {

namespace {

Result<AwardRemarks> readDecpAwards(const QString &fileName, const AwardReading &reading,
                                    const AwardSink &sink)
{
    Result<AwardFile> file = readDecp(
        fileName, reading.funder ? reading.funder : reading.profile.funder, reading.progress);
    if (!file)
        return failureOf(file);
    RowProgress progress(fileName, reading.progress, file->rows.size());
    for (const AwardRow &row : std::as_const(file->rows)) {
        if (const Result<> stepped = progress.step(); !stepped)
            return failureOf(stepped);
        if (const Result<> taken = sink(row); !taken)
            return failureOf(taken);
    }
    return *std::move(file);
}

} // namespace

Result<AwardRemarks> readAwards(const QString &fileName, const AwardReading &reading,
                                const AwardSink &sink)
{
    const Result<bool> holdsDecp = isDecp(fileName);
    if (!holdsDecp)
        return failureOf(holdsDecp);
    return *holdsDecp ? readDecpAwards(fileName, reading, sink)
                      : readTableAwards(fileName, reading, sink);
}

Result<AwardFile> readAwards(const QString &fileName, const AwardReading &reading)
{
    QList<AwardRow> rows;
    const Result<AwardRemarks> remarks =
        readAwards(fileName, reading, [&rows](const AwardRow &row) -> Result<> {
            rows << row;
            return {};
        });
    // What several rows share came last.
    std::ranges::stable_sort(rows, {}, &AwardRow::line);
    return remarks.map([&](const AwardRemarks &said) { return AwardFile{said, rows}; });
}

} // namespace recoupe
