// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdfsyntax.h"

#include <QTest>
#include <QTimeZone>

using namespace recoupe;

class TestPdfSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreShort_data();
    void numbersAreShort();
    void rectanglesAreMeasuredFromTheBottom();
    void textsAreUtf16();
    void whatIsSearchedIsComposed_data();
    void whatIsSearchedIsComposed();
    void glyphsAreFourDigits();
    void bracketsAreEscaped();
    void namesHoldAnyCharacter();
    void datesAreUtc();
};

void TestPdfSyntax::numbersAreShort_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("whole") << 12.0 << QByteArray("12");
    QTest::newRow("zeros within") << 1200.0 << QByteArray("1200");
    QTest::newRow("below one") << 0.4 << QByteArray("0.4");
    QTest::newRow("a thousandth") << 0.001 << QByteArray("0.001");
    QTest::newRow("a zero after the point") << 7.05 << QByteArray("7.05");
    QTest::newRow("negative") << -3.125 << QByteArray("-3.125");
    QTest::newRow("negative, below one") << -0.5 << QByteArray("-0.5");
    QTest::newRow("no negative zero") << -0.0004 << QByteArray("0");
    QTest::newRow("rounded") << 2.9996 << QByteArray("3");
    QTest::newRow("rounded down") << 1.2344 << QByteArray("1.234");
    QTest::newRow("large") << 12345678.5 << QByteArray("12345678.5");
}

void TestPdfSyntax::numbersAreShort()
{
    QFETCH(const double, value);
    QFETCH(const QByteArray, written);
    QCOMPARE(pdf::number(value), written);
}

void TestPdfSyntax::rectanglesAreMeasuredFromTheBottom()
{
    QCOMPARE(pdf::rectangle(QRectF(10, 20, 30, 40), 595), QByteArray("10 535 40 575"));
}

void TestPdfSyntax::textsAreUtf16()
{
    QCOMPARE(pdf::text(QStringLiteral("Où (1)")), QByteArray("<FEFF004F00F90020002800310029>"));
    QCOMPARE(pdf::text(QStringLiteral("\U0001F600")), QByteArray("<FEFFD83DDE00>"));
    QCOMPARE(pdf::text({}), QByteArray("<FEFF>"));
}

void TestPdfSyntax::whatIsSearchedIsComposed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("searched");
    QTest::newRow("as it is") << QStringLiteral("œuvre – été") << QStringLiteral("œuvre – été");
    QTest::newRow("spaces") << QStringLiteral("n°\u00A01\u202F:") << QStringLiteral("n° 1 :");
    QTest::newRow("ligature") << QStringLiteral("e\uFB03cace") << QStringLiteral("efficace");
    QTest::newRow("accent") << QStringLiteral("e\u0301te\u0301") << QStringLiteral("été");
    QTest::newRow("no other form") << QStringLiteral("m² ½") << QStringLiteral("m² ½");
}

void TestPdfSyntax::whatIsSearchedIsComposed()
{
    QFETCH(const QString, text);
    QFETCH(const QString, searched);
    QCOMPARE(pdf::searchable(text), searched);
}

void TestPdfSyntax::glyphsAreFourDigits()
{
    QCOMPARE(pdf::glyphCode(3), QByteArray("0003"));
    QCOMPARE(pdf::glyphCode(0xBEEF), QByteArray("BEEF"));
}

void TestPdfSyntax::bracketsAreEscaped()
{
    QCOMPARE(pdf::ascii("mailto:a(b)\\c@d.fr"), QByteArray("(mailto:a\\(b\\)\\\\c@d.fr)"));
}

void TestPdfSyntax::namesHoldAnyCharacter()
{
    QCOMPARE(pdf::name(QStringLiteral("Liberation-Sans")), QByteArray("/Liberation-Sans"));
    QCOMPARE(pdf::name(QStringLiteral("A B/#é")), QByteArray("/A#20B#2F#23#C3#A9"));
}

void TestPdfSyntax::datesAreUtc()
{
    const QDateTime midnight(QDate(2026, 2, 9), QTime(0, 0), QTimeZone::utc());
    QCOMPARE(pdf::date(midnight), QByteArray("(D:20260209000000Z)"));
    QCOMPARE(pdf::date(midnight.toOffsetFromUtc(3600)), QByteArray("(D:20260209000000Z)"));
}

QTEST_APPLESS_MAIN(TestPdfSyntax)
#include "tst_pdfsyntax.moc"
