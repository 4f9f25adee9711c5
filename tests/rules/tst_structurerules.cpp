// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class StructureRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesWhereItShould_data();
    void firesWhereItShould() { compareFiredRules(); }
    void overwrittenNamesBothNumbers();
    void splitListsAFewActions();
    void duplicateNamesItsTwin();
    void vanishingAfterTheEndIsOnlyKnown();
};

namespace {

void overwrittenRows()
{
    const auto before = [](const char *number) {
        return Change([=](RuleCase &c) {
            c.overwritten = c.session;
            c.overwritten->fundings.first().marketNumber = utf8(number);
        });
    };
    addRuleRow("another market before", "session-overwritten", before("M2551400"));
    addRuleRow("the same, written otherwise", "", before("m265 14-01"));
    addRuleRow("an internal reference was corrected", "", before("R4218"));
    addRuleRow("a filler was filled", "", before("."));
    addRuleRow("none was added", "", before(""));
    addRuleRow("known under the same number", "", [](RuleCase &) {});
}

void splitRows()
{
    addRuleRow("another action of the same contract", "market-split",
               [](RuleCase &c) { c.otherActions = {QStringLiteral("AF_2")}; });
}

void duplicateRows()
{
    const char *const duplicate = "session-duplicate";
    const auto sister = [](const char *name, const char *rules,
                           std::function<void(TrainingSession &)> change) {
        addRuleRow(name, rules, [=](RuleCase &c) { change(c.addSister("SE_2")); });
    };
    sister("entered twice", duplicate, [](TrainingSession &) {});
    sister("entered twice, a filler for a text", duplicate,
           [](TrainingSession &s) { s.particularity = QStringLiteral("-"); });
    sister("entered twice, one address left out", duplicate,
           [](TrainingSession &s) { s.place.lines = {utf8("3 rue Haute")}; });
    sister("case and accents do not tell apart", duplicate,
           [](TrainingSession &s) { s.place.city = QStringLiteral("THIERS"); });
    sister("another group", "",
           [](TrainingSession &s) { s.particularity = QStringLiteral("Groupe 2"); });
    sister("evening classes", "", [](TrainingSession &s) { s.rhythm = QStringLiteral("le soir"); });
    sister("another start", "", [](TrainingSession &s) { s.start = lheoDate("20270302"); });
    sister("another end", "", [](TrainingSession &s) { s.end = lheoDate("20270629"); });
    sister("another market", "", [](TrainingSession &s) {
        s.fundings.first().marketNumber = QStringLiteral("M2651402");
    });
    sister("no market", "", [](TrainingSession &s) { s.fundings.first().marketNumber.clear(); });
    sister("another deliverer", duplicate, [](TrainingSession &s) {
        s.deliverers = {Organisation{QStringLiteral("99990024400016"), {}, {}, {}, {}}};
    });
    addRuleRow("Groupe 1 and Groupe 2", "", [](RuleCase &c) {
        c.session.particularity = QStringLiteral("Groupe 1");
        c.addSister("SE_2").particularity = QStringLiteral("Groupe 2");
    });
    addRuleRow("the same group twice", duplicate, [](RuleCase &c) {
        c.session.particularity = QStringLiteral("Groupe 1");
        c.addSister("SE_2").particularity = QStringLiteral("GROUPE 1");
    });
    addRuleRow("two sites of one commune", "", [](RuleCase &c) {
        c.session.place.lines = {utf8("3 rue Haute")};
        c.addSister("SE_2").place.lines = {utf8("Rue de la Gare")};
    });
    addRuleRow("two deliverers", "", [](RuleCase &c) {
        c.session.deliverers = {c.action.mandataire};
        c.addSister("SE_2").deliverers.first().siret = QStringLiteral("99990024400016");
    });
    addRuleRow("a month may hold two", "date-partial", [](RuleCase &c) {
        c.session.start = lheoDate("20270300");
        c.addSister("SE_2");
    });
    addRuleRow("places not known", "place-missing", [](RuleCase &c) {
        c.session.place = {};
        c.addSister("SE_2");
    });
    addRuleRow("many sisters at other dates", "", [](RuleCase &c) {
        for (int i = 1; i < 50; ++i)
            c.addSister("SE_2").start = PartialDate(QDate(2027, 3, 1).addDays(i));
    });
}

void vanishedRows()
{
    addRuleRow("no longer in the feed", "record-vanished",
               [](RuleCase &c) { c.vanishedOn = QDate(2026, 11, 20); });
    addRuleRow("left the feed and came back as another", "record-vanished", [](RuleCase &c) {
        c.vanishedOn = QDate(2026, 11, 20);
        c.addSister("SE_2");
    });
}

} // namespace

void StructureRulesTest::firesWhereItShould_data()
{
    addRuleColumns();
    overwrittenRows();
    splitRows();
    duplicateRows();
    vanishedRows();
}

void StructureRulesTest::overwrittenNamesBothNumbers()
{
    RuleCase c;
    c.overwritten = c.session;
    c.overwritten->fundings.first().marketNumber = QStringLiteral("M2551400");
    const auto finding = c.finding("session-overwritten");
    QCOMPARE(finding->severity, Severity::Blocking);
    QCOMPARE(finding->submitted, QStringLiteral("M2651401"));
    QCOMPARE(finding->expected, QStringLiteral("M2551400"));
}

void StructureRulesTest::splitListsAFewActions()
{
    RuleCase c;
    for (int i = 2; i <= 200; ++i)
        c.otherActions << QStringLiteral("AF_%1").arg(i);
    const auto finding = c.finding("market-split");
    QVERIFY2(finding->submitted.contains(u"200 actions"), qPrintable(finding->submitted));
    QVERIFY2(finding->submitted.contains(u"AF_1, AF_2, AF_3 et 197 autres"),
             qPrintable(finding->submitted));
    QVERIFY(finding->message.contains(u"M2651401"));
}

void StructureRulesTest::duplicateNamesItsTwin()
{
    RuleCase c;
    c.addSister("SE_2");
    QVERIFY(c.finding("session-duplicate")->message.contains(u"la session SE_2"));
    c.sisters.prepend(c.sisters.first()); // the first of its numero, whatever their order
    c.sisters.first().key.session = QStringLiteral("SE_3");
    const auto finding = c.finding("session-duplicate");
    QVERIFY2(finding->message.contains(u"2 autres sessions, dont SE_2"),
             qPrintable(finding->message));
    QVERIFY(finding->submitted.contains(u"du 01/03/2027 au 30/06/2027"));
}

void StructureRulesTest::vanishingAfterTheEndIsOnlyKnown()
{
    RuleCase c;
    c.vanishedOn = QDate(2027, 6, 30);
    QCOMPARE(c.finding("record-vanished")->severity, Severity::Warning);
    c.vanishedOn = QDate(2027, 7, 1);
    QCOMPARE(c.finding("record-vanished")->severity, Severity::Info);
    c.session.end = lheoDate("20270600");
    QCOMPARE(c.finding("record-vanished")->severity, Severity::Info);
    c.session.end = lheoDate("20270000");
    QCOMPARE(c.finding("record-vanished")->severity, Severity::Warning);
}

QTEST_APPLESS_MAIN(StructureRulesTest)
#include "tst_structurerules.moc"
