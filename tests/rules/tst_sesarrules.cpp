// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class SesarRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesOutsideSesar_data();
    void datesOutsideSesar();
};

void SesarRulesTest::datesOutsideSesar_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const QString none;
    const QString start = QStringLiteral("periode.debut");
    const QString end = QStringLiteral("periode.fin");
    QTest::newRow("the same days") << Change([](RuleCase &) {}) << none;
    QTest::newRow("inside") << Change([](RuleCase &c) {
        c.session.start = lheoDate("20270302");
        c.session.end = lheoDate("20270629");
    }) << none;
    QTest::newRow("starts the day before")
        << Change([](RuleCase &c) { c.session.start = lheoDate("20270228"); }) << start;
    QTest::newRow("ends the day after")
        << Change([](RuleCase &c) { c.session.end = lheoDate("20270701"); }) << end;
    QTest::newRow("month that holds the first day")
        << Change([](RuleCase &c) { c.session.start = lheoDate("20270300"); }) << none;
    QTest::newRow("month before") << Change([](RuleCase &c) {
        c.session.start = lheoDate("20270200");
    }) << start;
    QTest::newRow("no declaration") << Change([](RuleCase &c) { c.declarations.clear(); }) << none;
    QTest::newRow("inside the second period of the contract") << Change([](RuleCase &c) {
        c.declarations.prepend(c.declarations.first());
        c.declarations.first().start = QDate(2026, 1, 1);
        c.declarations.first().end = QDate(2026, 2, 1);
    }) << none;
    QTest::newRow("its own declaration counts before the contract's") << Change([](RuleCase &c) {
        c.declarations.append(c.declarations.first());
        c.declarations.last().sessionNumero = QStringLiteral("SE_1");
        c.declarations.last().end = QDate(2027, 5, 31);
    }) << end;
    QTest::newRow("SIEG is not an AFC") << Change([](RuleCase &c) {
        c.funding().scheme = QStringLiteral("SIEG");
        c.session.end = lheoDate("20271231");
    }) << none;
    QTest::newRow("Pôle emploi does not declare on SESAR") << Change([](RuleCase &c) {
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.session.end = lheoDate("20271231");
    }) << none;
    QTest::newRow("unknown end is another rule's")
        << Change([](RuleCase &c) { c.session.end = lheoDate("99999999"); }) << none;
}

void SesarRulesTest::datesOutsideSesar()
{
    QFETCH(const Change, change);
    QFETCH(const QString, field);
    RuleCase c;
    change(c);
    const auto finding = c.finding("dates-outside-sesar");
    QCOMPARE(finding ? finding->field : QString(), field);
    if (finding) {
        QCOMPARE(finding->severity, Severity::Blocking);
        QVERIFY(finding->message.contains(finding->submitted));
        QVERIFY(finding->message.contains(finding->expected));
    }
}

QTEST_APPLESS_MAIN(SesarRulesTest)
#include "tst_sesarrules.moc"
