// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importwords.h"

#include <QTest>

using namespace recoupe;

class ImportWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreSaidWhereThereIsSomethingToCount()
    {
        ImportSummary summary;
        summary.record.fileName = QStringLiteral("portail.xml");
        summary.record.added = 12;
        summary.record.changed = 1;
        summary.rejections.resize(2);
        QVERIFY(importInWords(summary).endsWith(
            QStringLiteral("12 nouvelles, 1 modifiée, 2 rejetées.")));
        summary = {};
        summary.record.unchanged = 4;
        summary.actionsChanged = 1;
        QVERIFY(
            importInWords(summary).endsWith(QStringLiteral("4 inchangées, 1 action modifiée.")));
        QVERIFY(importInWords({}).endsWith(QStringLiteral("aucune ligne.")));
    }

    void funderIsMissedOnlyWhereARowNamesNone()
    {
        ImportSummary summary;
        summary.record.kind = ImportKind::Awards;
        Rejection rejection;
        rejection.field = QStringLiteral("numero_marche");
        summary.rejections = {rejection};
        QVERIFY(!lacksFunder(summary));
        rejection.field = QStringLiteral("financeur");
        summary.rejections << rejection;
        QVERIFY(lacksFunder(summary));
        summary.rejections.last().value = QStringLiteral("OPCO");
        QVERIFY(!lacksFunder(summary));
    }
};

QTEST_APPLESS_MAIN(ImportWordsTest)
#include "tst_importwords.moc"
