// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importwords.h"

#include <algorithm>

namespace recoupe {

bool lacksFunder(const ImportSummary &summary)
{
    return summary.record.kind == ImportKind::Awards &&
           std::ranges::any_of(summary.rejections, [](const Rejection &rejection) {
               return rejection.value.isEmpty() && rejection.field == QLatin1String("financeur");
           });
}

} // namespace recoupe
