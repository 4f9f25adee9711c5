// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/oneline.h"

#include <QTest>

using namespace recoupe;

class OneLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreCleaned_data();
    void linesAreCleaned();
    void linesOfACellAreParted();
};

void OneLineTest::linesAreCleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("breaks") << QStringLiteral(" a\r\n\tb ") << QStringLiteral("a b");
    QTest::newRow("bidi") << QStringLiteral("a\u202E\u2066b\u200Fc") << QStringLiteral("abc");
    QTest::newRow("joiner") << QStringLiteral("a\u200Db") << QStringLiteral("a\u200Db");
    QTest::newRow("non-breaking space")
        << QStringLiteral("Session\u00A0: 3") << QStringLiteral("Session\u00A0: 3");
    QTest::newRow("nothing") << QString() << QString();
}

void OneLineTest::linesAreCleaned()
{
    QFETCH(const QString, text);
    QTEST(onOneLine(text), "line");
}

void OneLineTest::linesOfACellAreParted()
{
    QCOMPARE(commaSeparated(QStringLiteral("Thiers\n63300\nCedex")),
             QStringLiteral("Thiers, 63300, Cedex"));
    QCOMPARE(commaSeparated(QString()), QString());
}

QTEST_APPLESS_MAIN(OneLineTest)
#include "tst_oneline.moc"
