// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/deadline.h"
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class AwardRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void awardMissing_data();
    void awardMissing();
    void awardAmbiguous();
    void mandataireMismatch_data();
    void mandataireMismatch();
    void entryLate_data();
    void entryLate();
    void entryDueAndOverdue_data();
    void entryDueAndOverdue();
};

void AwardRulesTest::awardMissing_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("fires");
    QTest::newRow("matched") << Change([](RuleCase &) {}) << false;
    QTest::newRow("no notification") << Change([](RuleCase &c) { c.awards.clear(); }) << true;
    QTest::newRow("another funder's")
        << Change([](RuleCase &c) { c.awards.first().funder = Funder::Agefiph; }) << true;
    QTest::newRow("no number") << Change([](RuleCase &c) { c.funding().marketNumber.clear(); })
                               << true;
    QTest::newRow("other funder") << Change([](RuleCase &c) { c.funding().funderCode = 10; })
                                  << false;
}

void AwardRulesTest::awardMissing()
{
    QFETCH(const Change, change);
    QFETCH(const bool, fires);
    RuleCase c;
    change(c);
    const auto finding = c.finding("award-missing");
    QCOMPARE(finding.has_value(), fires);
    if (finding) {
        QCOMPARE(finding->severity, Severity::Blocking);
        QCOMPARE(finding->submitted, c.funding().marketNumber);
        QVERIFY(finding->message.contains(u"Conseil régional"));
    }
}

void AwardRulesTest::awardAmbiguous()
{
    RuleCase c;
    QVERIFY(!c.finding("award-ambiguous"));
    c.awards.append(c.awards.first());
    c.awards[1].lot = QStringLiteral("2");
    const auto finding = c.finding("award-ambiguous");
    QVERIFY(finding);
    QCOMPARE(finding->severity, Severity::Warning);
    QVERIFY(!c.finding("award-missing"));
}

void AwardRulesTest::mandataireMismatch_data()
{
    QTest::addColumn<QStringList>("awardees");
    QTest::addColumn<QString>("submitted");
    QTest::addColumn<QString>("severity");
    const QString own = QStringLiteral("99990010300014");
    const QString otherNic = QStringLiteral("99990010300022");
    const QString other = QStringLiteral("99990024400016");
    QTest::newRow("the awardee") << QStringList{own} << own << QString();
    QTest::newRow("one of a group") << QStringList{other, own} << own << QString();
    QTest::newRow("other establishment")
        << QStringList{own} << otherNic << QStringLiteral("warning");
    QTest::newRow("other enterprise") << QStringList{own} << other << QStringLiteral("blocking");
    QTest::newRow("no SIRET submitted proves nothing")
        << QStringList{own} << QString() << QString();
    QTest::newRow("unreadable awardee proves nothing")
        << QStringList{QStringLiteral("999900103")} << own << QString();
    QTest::newRow("none notified") << QStringList() << own << QString();
}

void AwardRulesTest::mandataireMismatch()
{
    QFETCH(const QStringList, awardees);
    QFETCH(const QString, submitted);
    QFETCH(const QString, severity);
    RuleCase c;
    c.awards.first().awardeeSirets = awardees;
    c.action.mandataire.siret = submitted;
    const auto finding = c.finding("mandataire-mismatch");
    QCOMPARE(finding ? toToken(finding->severity) : QString(), severity);
    if (finding) {
        QVERIFY(finding->message.contains(awardees.first()));
        QVERIFY(finding->submitted.contains(c.action.mandataire.name));
    }
}

void AwardRulesTest::entryLate_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("daysLate");
    const auto entered = [](QDate day) {
        return Change([day](RuleCase &c) { c.enteredOn = day; });
    };
    QTest::newRow("D+10, the last day") << entered(QDate(2026, 10, 15)) << 0;
    QTest::newRow("D+11") << entered(QDate(2026, 10, 16)) << 1;
    QTest::newRow("before it was received") << entered(QDate(2026, 9, 1)) << 0;
    QTest::newRow("Pôle emploi, D+6") << Change([](RuleCase &c) {
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.enteredOn = QDate(2026, 10, 11);
    }) << 0;
    QTest::newRow("Pôle emploi, D+7") << Change([](RuleCase &c) {
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.enteredOn = QDate(2026, 10, 12);
    }) << 1;
    QTest::newRow("Agefiph, D+11") << Change([](RuleCase &c) {
        c.setFunder(7, Funder::Agefiph, "AFC");
        c.enteredOn = QDate(2026, 10, 16);
    }) << 1;
    QTest::newRow("from its date where its reception is unknown") << Change([](RuleCase &c) {
        c.awards.first().receivedOn = QDate();
        c.enteredOn = QDate(2026, 10, 15);
    }) << 4;
    QTest::newRow("over a leap day") << Change([](RuleCase &c) {
        c.awards.first().receivedOn = QDate(2028, 2, 25);
        c.enteredOn = QDate(2028, 3, 7); // D+11, for there was a 29th
    }) << 1;
}

void AwardRulesTest::entryLate()
{
    QFETCH(const Change, change);
    QFETCH(const int, daysLate);
    RuleCase c;
    change(c);
    const auto finding = c.finding("entry-late");
    QCOMPARE(finding.has_value(), daysLate > 0);
    if (finding) {
        QCOMPARE(finding->severity, Severity::Info);
        QVERIFY2(finding->message.contains(QString::number(daysLate)),
                 qPrintable(finding->message));
        QCOMPARE(finding->expected,
                 entryDeadline(c.awards.first()).toString(QStringLiteral("dd/MM/yyyy")));
    }
}

void AwardRulesTest::entryDueAndOverdue_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("hasSession");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("severity");
    const QDate received(2026, 10, 5);
    const QString due = QStringLiteral("entry-due");
    const QString overdue = QStringLiteral("entry-overdue");
    QTest::newRow("day of reception") << received << false << due << QStringLiteral("info");
    QTest::newRow("last day") << received.addDays(10) << false << due << QStringLiteral("info");
    QTest::newRow("day after") << received.addDays(11) << false << overdue
                               << QStringLiteral("warning");
    QTest::newRow("with a session") << received.addDays(40) << true << QString() << QString();
}

void AwardRulesTest::entryDueAndOverdue()
{
    QFETCH(const QDate, today);
    QFETCH(const bool, hasSession);
    QFETCH(const QString, rule);
    QFETCH(const QString, severity);
    const RuleCase c;
    const QList<Finding> findings = checkAward({c.awards.first(), hasSession, today});
    QCOMPARE(findings.size(), rule.isEmpty() ? 0 : 1);
    if (!findings.isEmpty()) {
        QCOMPARE(findings.first().rule, rule);
        QCOMPARE(toToken(findings.first().severity), severity);
        QCOMPARE(findings.first().subject, FindingSubject::Award);
        QCOMPARE(findings.first().award, QStringLiteral("M2651401"));
        QCOMPARE(findings.first().expected, QStringLiteral("15/10/2026"));
    }
}

QTEST_APPLESS_MAIN(AwardRulesTest)
#include "tst_awardrules.moc"
