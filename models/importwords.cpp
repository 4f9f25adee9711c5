// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importwords.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

QString importInWords(const ImportSummary &summary)
{
    const ImportRecord &record = summary.record;
    QStringList parts;
    parts << (record.added == 1 ? ModelsTr::tr("1 nouvelle")
                                : ModelsTr::tr("%1 nouvelles").arg(record.added));
    parts << (record.changed == 1 ? ModelsTr::tr("1 modifiée")
                                  : ModelsTr::tr("%1 modifiées").arg(record.changed));
    parts << (record.unchanged == 1 ? ModelsTr::tr("1 inchangée")
                                    : ModelsTr::tr("%1 inchangées").arg(record.unchanged));
    const qsizetype rejected = summary.rejections.size();
    parts << (rejected == 1 ? ModelsTr::tr("1 rejetée")
                            : ModelsTr::tr("%1 rejetées").arg(rejected));
    return ModelsTr::tr("%1 : %2.").arg(record.fileName, parts.join(QLatin1String(", ")));
}

bool lacksFunder(const ImportSummary &summary)
{
    return summary.record.kind == ImportKind::Awards &&
           std::ranges::any_of(summary.rejections, [](const Rejection &rejection) {
               return rejection.value.isEmpty() && rejection.field == QLatin1String("financeur");
           });
}

} // namespace recoupe
