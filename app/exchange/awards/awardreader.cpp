// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardreader.h"

#include "exchange/awards/tableawards.h"
#include "exchange/decp/decpformat.h"
#include "exchange/decp/decpreader.h"

namespace recoupe {

Result<AwardFile> readAwards(const QString &fileName, const AwardReading &reading)
{
    const Result<bool> holdsDecp = isDecp(fileName);
    if (!holdsDecp)
        return failureOf(holdsDecp);
    if (!*holdsDecp)
        return readTableAwards(fileName, reading);
    return readDecp(fileName, reading.funder ? reading.funder : reading.profile.funder,
                    reading.progress);
}

} // namespace recoupe
