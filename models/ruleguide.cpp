// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ruleguide.h"

#include "models/words.h"
#include "rules/rule.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr std::array checkedFunders{Funder::Region, Funder::PoleEmploi, Funder::Agefiph};

//! "Bloquant", or "CR AuRA : bloquant ; FT, Agefiph : à vérifier" where the funders differ.
QString severitiesInWords(const QString &rule, QDate on)
{
    QStringList funders;
    QList<Severity> severities;
    for (const Funder funder : checkedFunders) {
        const Severity severity = severityOf(rule, funder, {});
        const qsizetype known = severities.indexOf(severity);
        if (known < 0) {
            severities << severity;
            funders << funderShortName(funder, on);
        } else {
            funders[known] += QStringLiteral(", ") + funderShortName(funder, on);
        }
    }
    if (severities.size() == 1)
        return severityName(severities.first());
    QStringList words;
    for (qsizetype i = 0; i < severities.size(); ++i)
        words << ModelsTr::tr("%1 : %2").arg(funders[i], severityName(severities[i]).toLower());
    return words.join(ModelsTr::tr(" ; "));
}

} // namespace

QString ruleChapterHtml(QDate on)
{
    QString html =
        QStringLiteral("<h2>%1</h2>").arg(ModelsTr::tr("Les règles du contrôle").toHtmlEscaped());
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        html += QStringLiteral("<p><b>%1</b> (%2)<br>%3</p>")
                    .arg(ruleTitle(id).toHtmlEscaped(), severitiesInWords(id, on).toHtmlEscaped(),
                         ruleSource(id).toHtmlEscaped());
    }
    return html;
}

} // namespace recoupe
