// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/offerfixture.h"

#include <algorithm>

using namespace recoupe;
using namespace recoupe::test;

namespace {

const QString demoFile = QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml");
const QString exampleFile = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/exemple-2.3.xml");

QString described(const QList<Rejection> &remarks)
{
    QString text;
    for (const Rejection &remark : remarks) {
        text += QStringLiteral("\n%1 | %2 | %3 | %4")
                    .arg(remark.record, remark.field, remark.value, remark.expected);
    }
    return text;
}

} // namespace

class TestLheoFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWent_data();
    void comesBackAsItWent();
};

void TestLheoFile::comesBackAsItWent_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("demonstration") << demoFile;
    QTest::newRow("example") << exampleFile;
}

void TestLheoFile::comesBackAsItWent()
{
    QFETCH(QString, file);
    if (!QFile::exists(file))
        QSKIP("The sample data beside the project (shared/lheo/exemple-2.3.xml) is not there.");
    RecordingSink before;
    QVERIFY(readLheo(file, before).has_value());
    const WrittenLheo lheo(offersOf(before));
    QVERIFY2(lheo.written.files.has_value(),
             qPrintable(lheo.written.files ? QString() : lheo.written.files.error().message));
    QCOMPARE(described(lheo.written.remarks.leftOut), QString());
    QCOMPARE(described(lheo.written.remarks.altered), QString());
    QCOMPARE(lheo.written.sessions.size(), before.sessions.size());

    RecordingSink after;
    QVERIFY(readLheo(lheo.path(), after).has_value());
    QCOMPARE(after.order, before.order);
    QCOMPARE(after.warnings, QStringList());
    for (qsizetype i = 0; i < before.actions.size(); ++i) {
        QVERIFY(after.actions.at(i).action == before.actions.at(i).action);
        QCOMPARE(after.actions.at(i).digest, before.actions.at(i).digest);
    }
    for (qsizetype i = 0; i < before.sessions.size(); ++i) {
        QVERIFY(after.sessions.at(i).session == before.sessions.at(i).session);
        QCOMPARE(after.sessions.at(i).source, before.sessions.at(i).source);
        QCOMPARE(after.sessions.at(i).digest, before.sessions.at(i).digest);
    }
    if (QFile::exists(xsdFile) && hasXmllint())
        QCOMPARE(xmllintComplaint({lheo.path()}), QString());
}

QTEST_GUILESS_MAIN(TestLheoFile)
#include "tst_lheofile.moc"
