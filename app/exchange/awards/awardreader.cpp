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
    return *holdsDecp ? readDecp(fileName, reading.funder) : readTableAwards(fileName, reading);
}

} // namespace recoupe
