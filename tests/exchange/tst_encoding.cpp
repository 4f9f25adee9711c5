// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding/singlebyteencoding.h"
#include "exchange/encoding/utf8.h"

#include <QTest>

using namespace recoupe;

class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEncodingsByTheirNames_data();
    void knowsEncodingsByTheirNames();
    void tablesDifferFromLatin1WhereTheyShould();
    void tellsUtf8_data();
    void tellsUtf8();
    void countsWhatIsUtf8AndWhatIsNot();
};

void TestEncoding::knowsEncodingsByTheirNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isSingleByte");
    QTest::addColumn<bool>("hasTable");
    QTest::newRow("windows-1252") << QByteArray("windows-1252") << true << true;
    QTest::newRow("CP1252") << QByteArray("CP1252") << true << true;
    QTest::newRow("ISO-8859-15") << QByteArray("ISO-8859-15") << true << true;
    QTest::newRow("Latin-9") << QByteArray("Latin-9") << true << true;
    QTest::newRow("iso_8859-1") << QByteArray("iso_8859-1") << true << false;
    QTest::newRow("UTF-8") << QByteArray("UTF-8") << false << false;
    QTest::newRow("UTF-16") << QByteArray("UTF-16") << false << false;
    QTest::newRow("none") << QByteArray() << false << false;
}

void TestEncoding::knowsEncodingsByTheirNames()
{
    QFETCH(QByteArray, name);
    QTEST(isSingleByteName(name.constData()), "isSingleByte");
    QTEST(singleByteTable(name.constData()) != nullptr, "hasTable");
}

void TestEncoding::tablesDifferFromLatin1WhereTheyShould()
{
    QCOMPARE(windows1252()[0x80], u'€');
    QCOMPARE(windows1252()[0x9C], u'œ');
    QCOMPARE(windows1252()[0x81], undefinedByte);
    QCOMPARE(windows1252()[0xE9], u'é');
    QCOMPARE(iso8859_15()[0xA4], u'€');
    QCOMPARE(iso8859_15()[0xBD], u'œ');
    QCOMPARE(iso8859_15()[0xE9], u'é');
}

void TestEncoding::tellsUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<bool>("hasNonAscii");
    QTest::newRow("ascii") << QByteArray("formation") << true << false;
    QTest::newRow("two bytes") << QByteArray("form\xC3\xA9") << true << true;
    QTest::newRow("three bytes") << QByteArray("10 \xE2\x82\xAC") << true << true;
    QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x98\x80") << true << true;
    QTest::newRow("latin-1") << QByteArray("form\xE9 ici") << false << true;
    QTest::newRow("cut short") << QByteArray("form\xC3") << false << true;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false << true;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false << true;
    QTest::newRow("beyond unicode") << QByteArray("\xF4\x90\x80\x80") << false << true;
}

void TestEncoding::tellsUtf8()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Utf8Check check;
        check.feed(std::string_view(bytes.constData(), std::size_t(cut)));
        check.feed(std::string_view(bytes.constData() + cut, std::size_t(bytes.size() - cut)));
        QTEST(check.isValid(), "isValid");
        QTEST(check.hasNonAscii(), "hasNonAscii");
    }
}

void TestEncoding::countsWhatIsUtf8AndWhatIsNot()
{
    const QByteArray bytes("\xC3\xA9 \xE2\x82\xAC \xE2\x82 \xC3\xC3\xA9 \xE9");
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Utf8Check check;
        check.feed(std::string_view(bytes.constData(), std::size_t(cut)));
        check.feed(std::string_view(bytes.constData() + cut, std::size_t(bytes.size() - cut)));
        QCOMPARE(check.sequences(), 3u);
        QCOMPARE(check.brokenSequences(), 3u);
        QCOMPARE(check.firstBrokenByte(), static_cast<unsigned char>(0xE2));
    }
}

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
