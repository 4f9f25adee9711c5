// SPDX-License-Identifier: GPL-3.0-or-later
// Any number of rows with any text of up to 400 characters in each field is printed without a
// defect. A few sizes at each run; RECOUPE_TABLE_RUNS asks for as many more, at random.
#include "report/printedtable.h"
#include "report/sampleedition.h"
#include "report/tablepdf.h"
#include "support/pdf/pdftools.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;
using namespace recoupe::testing;

class TestTableProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anyTableIsPrinted_data();
    void anyTableIsPrinted();

private:
    QTemporaryDir m_folder;
};

void TestTableProperty::initTestCase()
{
    QVERIFY2(missingPdfTools().isEmpty(), qPrintable(missingPdfTools()));
}

void TestTableProperty::anyTableIsPrinted_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<Paper>("paper");
    for (const int rows : {0, 1, 2, 3, 5, 8, 13, 40, 120}) {
        QTest::addRow("%d rows", rows) << rows << quint32(rows) << Paper::A4;
        if (rows < 10)
            QTest::addRow("%d rows on A3", rows) << rows << quint32(1000 + rows) << Paper::A3;
    }
    QRandomGenerator random(1);
    for (int run = qEnvironmentVariableIntValue("RECOUPE_TABLE_RUNS"); run > 0; --run) {
        const int rows = random.bounded(201);
        const quint32 seed = random.generate();
        QTest::addRow("%d rows, seed %u", rows, seed)
            << rows << seed << (random.bounded(4) == 0 ? Paper::A3 : Paper::A4);
    }
}

void TestTableProperty::anyTableIsPrinted()
{
    QFETCH(const int, rows);
    QFETCH(const quint32, seed);
    QFETCH(const Paper, paper);
    const EditionContent content = randomEdition(rows, seed);
    const QString fileName = m_folder.filePath(QStringLiteral("tableau.pdf"));
    QVERIFY(writeTablePdf(content, fileName, {}, paper));
    const QStringList defects = tableDefects(fileName, content, paper);
    QVERIFY2(defects.isEmpty(), qPrintable(defects.mid(0, 10).join(u'\n')));
}

QTEST_MAIN(TestTableProperty)
#include "tst_tableproperty.moc"
