// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/gzipcheck.h"
#include "support/network/gzipped.h"

#include <QTest>

using namespace recoupe;
using recoupe::test::gzipped;

class GzipCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWholeFromCut_data();
    void tellsWholeFromCut();
    void anyCutOfOneMemberIsSeen();
    void startsAgain();
};

void GzipCheckTest::tellsWholeFromCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<bool>("isDamaged");
    const QByteArray member = gzipped(QByteArray(100'000, 'x') + "<lheo/>");
    QByteArray wrongSum = member;
    wrongSum[wrongSum.size() - 6] = char(~wrongSum.at(wrongSum.size() - 6));
    QByteArray wrongLength = member;
    wrongLength[wrongLength.size() - 1] = 1;
    QTest::newRow("nothing") << QByteArray() << true << false;
    QTest::newRow("one byte") << QByteArray("\x1f") << true << false;
    QTest::newRow("not gzip") << QByteArray("<lheo/>") << true << false;
    QTest::newRow("one member") << member << true << false;
    QTest::newRow("of nothing") << gzipped({}) << true << false;
    QTest::newRow("two members") << member + gzipped("2") << true << false;
    QTest::newRow("padding") << member + QByteArray(600, '\0') << true << false;
    QTest::newRow("cut") << member.left(member.size() / 2) << false << false;
    QTest::newRow("without its last byte") << member.chopped(1) << false << false;
    QTest::newRow("second one cut") << member + member.left(20) << false << false;
    QTest::newRow("magic alone") << member.left(2) << false << false;
    QTest::newRow("wrong checksum") << wrongSum << false << true;
    QTest::newRow("wrong length") << wrongLength << false << true;
    QTest::newRow("no deflate") << member.left(10) + QByteArray(50, '\xff') << false << true;
}

//! However the bytes come.
void GzipCheckTest::tellsWholeFromCut()
{
    QFETCH(const QByteArray, bytes);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), qsizetype(1'000'000)}) {
        GzipCheck check;
        for (qsizetype at = 0; at < bytes.size(); at += step)
            check.add(bytes.mid(at, step));
        QTEST(check.isWhole(), "isWhole");
        QTEST(check.isDamaged(), "isDamaged");
    }
}

void GzipCheckTest::anyCutOfOneMemberIsSeen()
{
    const QByteArray member = gzipped("<lheo><offres/></lheo>");
    for (qsizetype size = 2; size < member.size(); ++size) {
        GzipCheck check;
        check.add(member.left(size));
        QVERIFY2(!check.isWhole(), qPrintable(QString::number(size)));
    }
}

void GzipCheckTest::startsAgain()
{
    GzipCheck check;
    check.add(gzipped("a").chopped(3));
    check.reset();
    QVERIFY(check.isWhole());
    check.add("<lheo/>");
    QVERIFY(check.isWhole());
}

QTEST_APPLESS_MAIN(GzipCheckTest)
#include "tst_gzipcheck.moc"
