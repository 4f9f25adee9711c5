// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/accesschecks.h"

namespace recoupe::test {

ReadPdf::ReadPdf(const QString &fileName)
    : document(fileName)
    , tree(document)
{
    for (const QString &page : document.pages())
        contents << contentOf(document, page);
}

QList<AccessCheck> accessChecks()
{
    QList<AccessCheck> all;
    for (const auto &family : {documentChecks(), structureChecks(), fontChecks()})
        all.append(QList<AccessCheck>(family.begin(), family.end()));
    return all;
}

QStringList accessDefects(const QString &fileName)
{
    const ReadPdf pdf(fileName);
    QStringList found;
    for (const AccessCheck &check : accessChecks()) {
        for (const QString &defect : check.defects(pdf)) {
            found << QStringLiteral("%1 %2: %3")
                         .arg(QLatin1String(check.clause), QLatin1String(check.says), defect);
        }
    }
    return found;
}

} // namespace recoupe::test
