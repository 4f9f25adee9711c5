// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importwords.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

QString importInWords(const ImportSummary &summary)
{
    const ImportRecord &record = summary.record;
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &one, const QString &several) {
        if (count > 0)
            parts << (count == 1 ? one : several.arg(count));
    };
    add(record.added, ModelsTr::tr("1 nouvelle"), ModelsTr::tr("%1 nouvelles"));
    add(record.changed, ModelsTr::tr("1 modifiée"), ModelsTr::tr("%1 modifiées"));
    add(record.unchanged, ModelsTr::tr("1 inchangée"), ModelsTr::tr("%1 inchangées"));
    add(summary.rejections.size(), ModelsTr::tr("1 rejetée"), ModelsTr::tr("%1 rejetées"));
    if (parts.isEmpty())
        parts << ModelsTr::tr("aucune ligne");
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
