// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/deadline.h"
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class EntryRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entryLate_data();
    void entryLate();
    void entryDueAndOverdue_data();
    void entryDueAndOverdue();
    void nothingIsDueWithoutADay();
    void workingDaysAreCalledByTheirName();
};

void EntryRulesTest::entryLate_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("daysLate");
    const auto row = [](const char *name, int daysLate, Change change) {
        QTest::newRow(name) << change << daysLate;
    };
    row("D+10, the last day", 0, [](RuleCase &c) { c.enteredOn = QDate(2026, 10, 15); });
    row("D+11", 1, [](RuleCase &c) { c.enteredOn = QDate(2026, 10, 16); });
    row("before it was received", 0, [](RuleCase &c) { c.enteredOn = QDate(2026, 9, 1); });
    row("Pôle emploi, D+6", 0, [](RuleCase &c) {
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.enteredOn = QDate(2026, 10, 11);
    });
    row("Pôle emploi, D+7", 1, [](RuleCase &c) {
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.enteredOn = QDate(2026, 10, 12);
    });
    row("Agefiph, D+11", 1, [](RuleCase &c) {
        c.setFunder(7, Funder::Agefiph, "AFC");
        c.enteredOn = QDate(2026, 10, 16);
    });
    row("from its date where its reception is unknown", 4, [](RuleCase &c) {
        c.award().receivedOn = QDate();
        c.enteredOn = QDate(2026, 10, 15);
    });
    row("no date at all", 0, [](RuleCase &c) {
        c.award().receivedOn = c.award().notifiedOn = QDate();
        c.enteredOn = QDate(2027, 10, 15);
    });
    row("over a leap day", 1, [](RuleCase &c) {
        c.award().receivedOn = QDate(2028, 2, 25);
        c.enteredOn = QDate(2028, 3, 7); // D+11, for there was a 29th
    });
    row("working days, the last one", 0, [](RuleCase &c) {
        c.settings.dayCount = DayCount::Working;
        c.enteredOn = QDate(2026, 10, 19);
    });
    row("working days, the day after", 1, [](RuleCase &c) {
        c.settings.dayCount = DayCount::Working;
        c.enteredOn = QDate(2026, 10, 20);
    });
}

void EntryRulesTest::entryLate()
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
        QCOMPARE(
            finding->expected,
            entryDeadline(c.award(), c.settings.dayCount).toString(QStringLiteral("dd/MM/yyyy")));
        QCOMPARE(explanationDefect(*finding), QString());
    }
}

void EntryRulesTest::entryDueAndOverdue_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("hasSession");
    QTest::addColumn<bool>("isReplaced");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("severity");
    const QDate received(2026, 10, 5);
    const QString due = QStringLiteral("entry-due");
    const QString overdue = QStringLiteral("entry-overdue");
    const QString info = QStringLiteral("info");
    const QString warning = QStringLiteral("warning");
    QTest::newRow("day of reception") << received << false << false << due << info;
    QTest::newRow("last day") << received.addDays(10) << false << false << due << info;
    QTest::newRow("day after") << received.addDays(11) << false << false << overdue << warning;
    QTest::newRow("with a session")
        << received.addDays(40) << true << false << QString() << QString();
    QTest::newRow("due, but replaced") << received << false << true << QString() << QString();
    QTest::newRow("overdue, but replaced")
        << received.addDays(40) << false << true << QString() << QString();
}

void EntryRulesTest::entryDueAndOverdue()
{
    QFETCH(const QDate, today);
    QFETCH(const bool, hasSession);
    QFETCH(const bool, isReplaced);
    QFETCH(const QString, rule);
    QFETCH(const QString, severity);
    RuleCase c;
    const QList<Finding> findings =
        checkAward({c.award(), hasSession, isReplaced, c.settings, today});
    QCOMPARE(findings.size(), rule.isEmpty() ? 0 : 1);
    if (!findings.isEmpty()) {
        QCOMPARE(findings.first().rule, rule);
        QCOMPARE(toToken(findings.first().severity), severity);
        QCOMPARE(findings.first().subject, FindingSubject::Award);
        QCOMPARE(findings.first().award, QStringLiteral("M2651401"));
        QCOMPARE(findings.first().expected, QStringLiteral("15/10/2026"));
        QCOMPARE(explanationDefect(findings.first()), QString());
    }
}

void EntryRulesTest::nothingIsDueWithoutADay()
{
    RuleCase c;
    c.award().receivedOn = c.award().notifiedOn = QDate();
    QVERIFY(checkAward({c.award(), false, false, c.settings, c.today}).isEmpty());
}

void EntryRulesTest::workingDaysAreCalledByTheirName()
{
    RuleCase c;
    c.enteredOn = QDate(2026, 11, 2);
    const QString calendar = c.finding("entry-late")->message;
    QVERIFY2(calendar.contains(u"10 jours)"), qPrintable(calendar));
    c.settings.dayCount = DayCount::Working;
    const QString working = c.finding("entry-late")->message;
    QVERIFY2(working.contains(u"10 jours ouvrés"), qPrintable(working));
    QVERIFY2(working.contains(u"19/10/2026"), qPrintable(working));
    const QList<Finding> due =
        checkAward({c.award(), false, false, c.settings, QDate(2026, 10, 19)});
    QCOMPARE(due.first().rule, QStringLiteral("entry-due"));
    QVERIFY2(due.first().message.contains(u"jours ouvrés"), qPrintable(due.first().message));
}

QTEST_APPLESS_MAIN(EntryRulesTest)
#include "tst_entryrules.moc"
