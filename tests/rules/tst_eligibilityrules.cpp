// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class EligibilityRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemeNotAllowed_data();
    void schemeNotAllowed();
    void marketNumbers_data();
    void marketNumbers();
};

void EligibilityRulesTest::schemeNotAllowed_data()
{
    QTest::addColumn<int>("funder");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("fires");
    const auto row = [](int funder, const char *scheme, bool fires) {
        QTest::addRow("%d %s", funder, scheme) << funder << QString::fromUtf8(scheme) << fires;
    };
    row(2, "AFC", false);
    row(2, "AFE", false);
    row(2, "SIEG", false);
    row(2, "POEC", true);
    row(2, "PRF 2027 - Qualification", true);
    row(4, "AFC", false);
    row(4, "POEC", false);
    row(4, "AFE", true);
    row(4, "SIEG", true);
    row(7, "AFC", false);
    row(7, "AFE", true);
    row(7, "POEC", true);
    row(7, "SIEG segment 1", true);
    row(2, "-", false);     // a filler says nothing
    row(2, "", false);      // not stated: the control is incomplete, not failed
    row(16, "POEC", false); // paid by an OPCO: out of scope
}

void EligibilityRulesTest::schemeNotAllowed()
{
    QFETCH(const int, funder);
    QFETCH(const QString, scheme);
    QFETCH(const bool, fires);
    RuleCase c;
    c.funding().funderCode = funder;
    c.funding().scheme = scheme;
    const auto finding = c.finding("scheme-not-allowed");
    QCOMPARE(finding.has_value(), fires);
    if (finding) {
        QCOMPARE(finding->severity, Severity::Blocking);
        QCOMPARE(finding->submitted, scheme);
        QVERIFY(finding->expected.contains(u"AFC"));
    }
}

void EligibilityRulesTest::marketNumbers_data()
{
    QTest::addColumn<int>("funder");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("severity");
    const QString missing = QStringLiteral("market-number-missing");
    const QString format = QStringLiteral("market-number-format");
    const QString blocking = QStringLiteral("blocking");
    const QString warning = QStringLiteral("warning");
    QTest::newRow("eight characters") << 2 << QStringLiteral("M2651401") << QString() << QString();
    QTest::newRow("eight with spaces")
        << 2 << QStringLiteral("M265 1401") << QString() << QString();
    QTest::newRow("none, Région") << 2 << QString() << missing << blocking;
    QTest::newRow("dot, Région") << 2 << QStringLiteral(".") << format << blocking;
    QTest::newRow("none, Pôle emploi") << 4 << QString() << missing << warning;
    QTest::newRow("none, Agefiph") << 7 << QString() << missing << warning;
    QTest::newRow("dash, Agefiph") << 7 << QStringLiteral("-") << format << warning;
    QTest::newRow("internal reference") << 2 << QStringLiteral("R4218") << format << blocking;
    QTest::newRow("budget line") << 4 << QStringLiteral("BOP 104") << format << warning;
    QTest::newRow("nine characters") << 7 << QStringLiteral("M26514011") << format << warning;
    QTest::newRow("other funder") << 10 << QString() << QString() << QString();
}

void EligibilityRulesTest::marketNumbers()
{
    QFETCH(const int, funder);
    QFETCH(const QString, number);
    QFETCH(const QString, rule);
    QFETCH(const QString, severity);
    RuleCase c;
    c.funding().funderCode = funder;
    c.funding().marketNumber = number;
    for (const char *id : {"market-number-missing", "market-number-format"}) {
        const auto finding = c.finding(id);
        QCOMPARE(finding.has_value(), rule == QLatin1String(id));
        if (!finding)
            continue;
        QCOMPARE(toToken(finding->severity), severity);
        QCOMPARE(finding->submitted, number);
        QCOMPARE(finding->field, QStringLiteral("ref-action-marche-financeur"));
    }
}

QTEST_APPLESS_MAIN(EligibilityRulesTest)
#include "tst_eligibilityrules.moc"
