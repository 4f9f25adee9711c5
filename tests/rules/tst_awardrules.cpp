// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class AwardRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesWhereItShould_data();
    void firesWhereItShould() { compareFiredRules(); }
    void missingAwardNamesTheNumberAndTheFunder();
    void mandataireMismatch_data();
    void mandataireMismatch();
    void ambiguityOffersBothWaysOut();
    void supersededNamesBothNumbers();
    void titleMismatchShowsItsScore();
    void outsideAwardNamesThePeriod();
};

namespace {

//! A second notification that annuls and replaces the first one.
void replaceAward(RuleCase &c)
{
    c.awards.append(c.awards.first());
    c.awards[1].market = MarketNumber(QStringLiteral("M2651477"));
    c.awards[1].notifiedOn = QDate(2026, 10, 8);
    c.awards[1].replaces = QStringLiteral("M2651401");
}

void awardRows()
{
    addRuleRow("all in order", "", [](RuleCase &) {});
    addRuleRow("no notification", "award-missing", [](RuleCase &c) { c.awards.clear(); });
    addRuleRow("another funder's", "award-missing",
               [](RuleCase &c) { c.award().funder = Funder::Agefiph; });
    addRuleRow("no number", "award-missing market-number-missing",
               [](RuleCase &c) { c.funding().marketNumber.clear(); });
    addRuleRow("other funder is not ours", "", [](RuleCase &c) {
        c.funding().funderCode = 10;
        c.awards.clear();
    });
    addRuleRow("two lots", "award-ambiguous", [](RuleCase &c) {
        c.awards.append(c.award());
        c.awards[1].lot = QStringLiteral("2");
    });
    addRuleRow("two lots, the operator associated one", "", [](RuleCase &c) {
        c.awards.append(c.award());
        c.awards[1].lot = QStringLiteral("2");
        c.choice.accepted = c.awards[1].key();
    });
    addRuleRow("another number, associated by the operator", "", [](RuleCase &c) {
        c.award().market = MarketNumber(QStringLiteral("M2651410"));
        c.choice.accepted = c.award().key();
    });
    addRuleRow("what the operator refused is no match", "award-missing",
               [](RuleCase &c) { c.choice.refused = {c.award().key()}; });
    addRuleRow("replaced by a later one", "award-superseded", replaceAward);
    addRuleRow("the operator confirmed the later one", "", [](RuleCase &c) {
        replaceAward(c);
        c.choice.accepted = c.awards[1].key();
    });
}

void titleRows()
{
    addRuleRow("case and accents", "",
               [](RuleCase &c) { c.action.title = utf8("AGENT DE PROPRETE"); });
    addRuleRow("word order and abbreviation", "", [](RuleCase &c) {
        c.action.title = utf8("Titre professionnel agent de propreté");
        c.award().title = utf8("TP propreté (agent de)");
    });
    addRuleRow("another training", "title-mismatch",
               [](RuleCase &c) { c.action.title = utf8("Soudeur à l'arc électrique"); });
    addRuleRow("another level", "title-mismatch", [](RuleCase &c) {
        c.action.title = utf8("Anglais niveau 1");
        c.award().title = utf8("Anglais niveau 2");
    });
    addRuleRow("contract without object", "", [](RuleCase &c) { c.award().title.clear(); });
    addRuleRow("object that is a filler", "",
               [](RuleCase &c) { c.award().title = utf8("non renseigné"); });
    addRuleRow("title prescribed for the SIEG", "", [](RuleCase &c) {
        c.setSieg(2, "Atelier multisectoriel");
        c.award().title = utf8("Prestations d'insertion du bassin thiernois");
    });
}

void periodRows()
{
    const char *const rule = "dates-outside-award";
    const auto inSesar = [](RuleCase &c, const char *start, const char *end) {
        c.session.start = lheoDate(start);
        c.session.end = lheoDate(end);
        c.declarations.first().start = QDate(2020, 1, 1);
        c.declarations.first().end = QDate(2040, 1, 1);
    };
    const auto row = [inSesar](const char *name, const char *rules, const char *start,
                               const char *end) {
        addRuleRow(name, rules, [=](RuleCase &c) { inSesar(c, start, end); });
    };
    row("the very period of the contract", "", "20270101", "20271231");
    row("begins the day before", rule, "20261231", "20271231");
    row("ends the day after", rule, "20270101", "20280101");
    row("begins after the end", rule, "20280301", "20280630");
    row("month that may be inside", "date-partial", "20270100", "20271200");
    row("month before", "dates-outside-award date-partial", "20261200", "20271231");
    row("year that may be inside", "date-partial", "20270000", "20271231");
    row("end unknown, begins inside", "dates-missing date-partial", "20270101", "99999999");
    row("end unknown, begins before", "dates-outside-award dates-missing date-partial", "20261231",
        "99999999");
    addRuleRow("contract without period", "",
               [](RuleCase &c) { c.award().start = c.award().end = QDate(); });
    addRuleRow("contract without end", "", [=](RuleCase &c) {
        c.award().end = QDate();
        inSesar(c, "20270301", "20390630");
    });
    addRuleRow("contract without start, ends too early", rule, [=](RuleCase &c) {
        c.award().start = QDate();
        c.award().end = QDate(2027, 6, 29);
    });
    addRuleRow("contract that ends before it begins says nothing", "",
               [](RuleCase &c) { std::swap(c.award().start, c.award().end); });
    addRuleRow("permanent entries lie inside as well", rule, [=](RuleCase &c) {
        c.session.entryMode = EntryMode::Permanent;
        inSesar(c, "20270101", "20280229");
    });
}

void durationRows()
{
    const auto decp = [](RuleCase &c, QDate notified, int months, const char *end) {
        c.award().start = c.award().end = QDate();
        c.award().notifiedOn = c.award().receivedOn = notified;
        c.award().durationMonths = months;
        c.enteredOn = notified;
        c.session.end = lheoDate(end);
        c.declarations.first().end = QDate(2040, 1, 1);
    };
    addRuleRow("last day of the months, one of tolerance", "", [=](RuleCase &c) {
        decp(c, {2027, 1, 31}, 12, "20280229");
    });
    addRuleRow("one day more", "dates-outside-award", [=](RuleCase &c) {
        decp(c, {2027, 1, 31}, 12, "20280301");
    });
}

void placesRows()
{
    addRuleRow("as many places as bought", "", [](RuleCase &c) { c.funding().places = 12; });
    addRuleRow("one place too many", "places-exceed-award",
               [](RuleCase &c) { c.funding().places = 13; });
    addRuleRow("two sessions share what was bought", "", [](RuleCase &c) {
        TrainingSession &sister = c.addSister("SE_2");
        sister.start = lheoDate("20270901");
    });
    addRuleRow("places not stated", "", [](RuleCase &c) { c.funding().places.reset(); });
    addRuleRow("places not notified", "", [](RuleCase &c) { c.award().places.reset(); });
    addRuleRow("nought notified says nothing", "", [](RuleCase &c) { c.award().places = 0; });
}

} // namespace

void AwardRulesTest::firesWhereItShould_data()
{
    addRuleColumns();
    awardRows();
    titleRows();
    periodRows();
    durationRows();
    placesRows();
}

void AwardRulesTest::missingAwardNamesTheNumberAndTheFunder()
{
    RuleCase c;
    c.awards.clear();
    const auto finding = c.finding("award-missing");
    QCOMPARE(finding->severity, Severity::Blocking);
    QCOMPARE(finding->submitted, QStringLiteral("M2651401"));
    QVERIFY(finding->message.contains(u"Conseil régional"));
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
    c.award().awardeeSirets = awardees;
    c.action.mandataire.siret = submitted;
    const auto finding = c.finding("mandataire-mismatch");
    QCOMPARE(finding ? toToken(finding->severity) : QString(), severity);
    if (finding) {
        QVERIFY(finding->message.contains(awardees.first()));
        QVERIFY(finding->submitted.contains(c.action.mandataire.name));
        QCOMPARE(explanationDefect(*finding), QString());
    }
}

void AwardRulesTest::ambiguityOffersBothWaysOut()
{
    RuleCase c;
    c.awards.append(c.award());
    const auto finding = c.finding("award-ambiguous");
    QCOMPARE(finding->severity, Severity::Warning);
    QVERIFY(finding->message.contains(u"préciser le lot"));
    QVERIFY(finding->message.contains(u"associer"));
}

void AwardRulesTest::supersededNamesBothNumbers()
{
    RuleCase c;
    replaceAward(c);
    const auto finding = c.finding("award-superseded");
    QCOMPARE(finding->submitted, QStringLiteral("M2651401 du 01/10/2026"));
    QCOMPARE(finding->expected, QStringLiteral("M2651477 du 08/10/2026"));
    QCOMPARE(finding->award, QStringLiteral("M2651477"));
}

void AwardRulesTest::titleMismatchShowsItsScore()
{
    RuleCase c;
    c.action.title = utf8("Soudeur à l'arc électrique");
    const auto finding = c.finding("title-mismatch");
    QCOMPARE(finding->submitted, c.action.title);
    QCOMPARE(finding->expected, c.award().title);
    QVERIFY2(finding->message.contains(QStringLiteral("0\u00A0%")), qPrintable(finding->message));
}

void AwardRulesTest::outsideAwardNamesThePeriod()
{
    RuleCase c;
    c.award().end = QDate(2027, 6, 1);
    const auto finding = c.finding("dates-outside-award");
    QCOMPARE(finding->field, QStringLiteral("periode.fin"));
    QCOMPARE(finding->submitted, QStringLiteral("du 01/03/2027 au 30/06/2027"));
    QCOMPARE(finding->expected, QStringLiteral("du 01/01/2027 au 01/06/2027"));
}

QTEST_APPLESS_MAIN(AwardRulesTest)
#include "tst_awardrules.moc"
