// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class SesarRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesWhereItShould_data();
    void firesWhereItShould() { compareFiredRules(); }
    void siegTitles_data();
    void siegTitles();
    void datesOutsideSesarNamesTheField_data();
    void datesOutsideSesarNamesTheField();
    void siegTitleSuggestsTheDepartementOfThePlace();
};

namespace {

void datesRows()
{
    const char *const outside = "dates-outside-sesar";
    addRuleRow("the same days", "", [](RuleCase &) {});
    addRuleRow("inside", "", [](RuleCase &c) {
        c.session.start = lheoDate("20270302");
        c.session.end = lheoDate("20270629");
    });
    addRuleRow("starts the day before", outside,
               [](RuleCase &c) { c.session.start = lheoDate("20270228"); });
    addRuleRow("ends the day after", outside,
               [](RuleCase &c) { c.session.end = lheoDate("20270701"); });
    addRuleRow("ends on the leap day declared", "", [](RuleCase &c) {
        c.session.end = lheoDate("20280229");
        c.declarations.first().end = c.award().end = QDate(2028, 2, 29);
    });
    addRuleRow("month that holds the first day", "date-partial",
               [](RuleCase &c) { c.session.start = lheoDate("20270300"); });
    addRuleRow("month before", "dates-outside-sesar date-partial",
               [](RuleCase &c) { c.session.start = lheoDate("20270200"); });
    addRuleRow("inside the second period of the contract", "", [](RuleCase &c) {
        c.declarations.prepend(c.declarations.first());
        c.declarations.first().start = QDate(2026, 1, 1);
        c.declarations.first().end = QDate(2026, 2, 1);
    });
    addRuleRow("its own declaration counts before the contract's", outside, [](RuleCase &c) {
        c.declarations.append(c.declarations.first());
        c.declarations.last().sessionNumero = QStringLiteral("SE_1");
        c.declarations.last().end = QDate(2027, 5, 31);
    });
    addRuleRow("declared without dates", "", [](RuleCase &c) {
        c.declarations.first().start = c.declarations.first().end = QDate();
    });
    addRuleRow("declared without end", outside, [](RuleCase &c) {
        c.declarations.first().end = QDate();
        c.session.start = lheoDate("20270228");
    });
    addRuleRow("declared end before declared start says nothing", "", [](RuleCase &c) {
        std::swap(c.declarations.first().start, c.declarations.first().end);
    });
    addRuleRow("permanent entries of an AFC lie inside as well", outside, [](RuleCase &c) {
        c.session.entryMode = EntryMode::Permanent;
        c.session.end = lheoDate("20270701");
    });
    addRuleRow("AFE is not an AFC", "", [](RuleCase &c) {
        c.funding().scheme = QStringLiteral("AFE");
        c.session.end = lheoDate("20270701");
    });
    addRuleRow("Pôle emploi does not declare on SESAR", "", [](RuleCase &c) {
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.session.end = lheoDate("20270701");
    });
    addRuleRow("unknown end is another rule's", "dates-missing date-partial",
               [](RuleCase &c) { c.session.end = lheoDate("99999999"); });
}

void missingRows()
{
    addRuleRow("no declaration", "sesar-missing", [](RuleCase &c) { c.declarations.clear(); });
    addRuleRow("none of a SIEG", "sesar-missing", [](RuleCase &c) {
        c.setSieg(2, "Atelier multisectoriel");
        c.declarations.clear();
    });
    addRuleRow("declared for another session", "",
               [](RuleCase &c) { c.declarations.first().sessionNumero = QStringLiteral("SE_9"); });
    addRuleRow("AFE need none", "", [](RuleCase &c) {
        c.funding().scheme = QStringLiteral("AFE");
        c.declarations.clear();
    });
    addRuleRow("scheme not stated", "", [](RuleCase &c) {
        c.funding().scheme.clear();
        c.declarations.clear();
    });
    addRuleRow("Agefiph needs none", "", [](RuleCase &c) {
        c.setFunder(7, Funder::Agefiph, "AFC");
        c.declarations.clear();
    });
    addRuleRow("number in doubt", "award-missing", [](RuleCase &c) {
        c.awards.clear();
        c.declarations.clear();
    });
}

void workshopDatesRows()
{
    const char *const differ = "workshop-dates-differ";
    const auto workshop = [](const char *name, const char *rules, Change change) {
        addRuleRow(name, rules, [=](RuleCase &c) {
            c.setSieg(2, "Atelier multisectoriel");
            c.session.entryMode = EntryMode::Permanent;
            change(c);
        });
    };
    workshop("the dates of SESAR", "", [](RuleCase &) {});
    workshop("starts a day later", differ,
             [](RuleCase &c) { c.session.start = lheoDate("20270302"); });
    workshop("ends a day earlier", differ,
             [](RuleCase &c) { c.session.end = lheoDate("20270629"); });
    workshop("the dates of another declaration", "", [](RuleCase &c) {
        c.declarations.prepend(c.declarations.first());
        c.declarations.first().start = QDate(2027, 4, 1);
    });
    workshop("month that may be right", "date-partial",
             [](RuleCase &c) { c.session.start = lheoDate("20270300"); });
    workshop("month that cannot", "workshop-dates-differ date-partial",
             [](RuleCase &c) { c.session.start = lheoDate("20270400"); });
    workshop("declared without dates", "", [](RuleCase &c) {
        c.declarations.first().start = c.declarations.first().end = QDate();
    });
    workshop("fixed dates are effective dates", "", [](RuleCase &c) {
        c.session.entryMode = EntryMode::Fixed;
        c.session.start = lheoDate("20270315");
    });
    workshop("entries not stated", "", [](RuleCase &c) {
        c.session.entryMode = EntryMode::Unknown;
        c.session.start = lheoDate("20270315");
    });
    workshop("a theme of its own", "", [](RuleCase &c) {
        c.session.particularity = utf8("Métiers du bois");
        c.session.start = lheoDate("20270315");
    });
    workshop("segment named by the notification alone", differ, [](RuleCase &c) {
        c.funding().siegSegment = 0;
        c.session.start = lheoDate("20270315");
    });
    workshop("segment named by the scheme alone", differ, [](RuleCase &c) {
        c.funding().siegSegment = c.award().siegSegment = 0;
        c.funding().scheme = utf8("SIEG segment 2");
        c.session.start = lheoDate("20270315");
    });
    workshop("known by its title alone", differ, [](RuleCase &c) {
        c.funding().siegSegment = c.award().siegSegment = 0;
        c.session.start = lheoDate("20270315");
    });
    workshop("segment 1 is no workshop", "", [](RuleCase &c) {
        c.setSieg(1, "Remise à niveau 63 – (Réactif)");
        c.session.start = lheoDate("20270315");
    });
}

void detailRows()
{
    const char *const missing = "workshop-detail-missing";
    const auto elsewhere = [](const char *name, const char *rules, Change change) {
        addRuleRow(name, rules, [=](RuleCase &c) {
            TrainingSession &principal = c.addSister("SE_0");
            principal.place.city = QStringLiteral("Riom");
            principal.place.postalCode = QStringLiteral("63200");
            change(c);
        });
    };
    elsewhere("AFC in two towns, nothing said", missing, [](RuleCase &) {});
    elsewhere("a filler says nothing", missing,
              [](RuleCase &c) { c.session.particularity = QStringLiteral("-"); });
    elsewhere("both say the same", missing, [](RuleCase &c) {
        c.session.particularity = c.sisters.first().particularity = utf8("Certification");
    });
    elsewhere("what it is said", "",
              [](RuleCase &c) { c.session.particularity = utf8("Session de certification"); });
    elsewhere("workshop in two towns", missing,
              [](RuleCase &c) { c.setSieg(2, "Atelier multisectoriel"); });
    elsewhere("segment 1 in two towns", "",
              [](RuleCase &c) { c.setSieg(1, "Remise à niveau 63 – (Réactif)"); });
    elsewhere("Pôle emploi prescribes nothing", "",
              [](RuleCase &c) { c.setFunder(4, Funder::PoleEmploi, "AFC"); });
    elsewhere("another contract", "", [](RuleCase &c) {
        c.sisters.first().fundings.first().marketNumber = QStringLiteral("M2651499");
    });
    elsewhere("the first of its contract is the plain one", "",
              [](RuleCase &c) { c.sisters.first().key.session = QStringLiteral("SE_2"); });
    elsewhere("same town, spelt otherwise", "", [](RuleCase &c) {
        c.sisters.first().place.city = QStringLiteral("THIERS CEDEX");
        c.sisters.first().place.postalCode = QStringLiteral("63301");
    });
    elsewhere("the other says what it is", "",
              [](RuleCase &c) { c.sisters.first().particularity = utf8("Certification"); });
    elsewhere("place of the other not known", "",
              [](RuleCase &c) { c.sisters.first().place = {}; });
    const auto objectives = [](const char *name, const char *rules, const char *objective,
                               const char *plain) {
        addRuleRow(name, rules, [=](RuleCase &c) {
            c.addSister("SE_0");
            c.sisters.first().start = lheoDate("20270401");
            c.declarations = {c.declarations.first(), c.declarations.first()};
            c.declarations[0].sessionNumero = QStringLiteral("SE_0");
            c.declarations[0].objective = utf8(plain);
            c.declarations[1].sessionNumero = QStringLiteral("SE_1");
            c.declarations[1].objective = utf8(objective);
        });
    };
    objectives("SESAR knows two objectives", missing, "Certification", "Préparation");
    objectives("SESAR knows one objective", "", "CERTIFICATION", "Certification");
    objectives("SESAR knows the objective of one", "", "Certification", "");
}

} // namespace

void SesarRulesTest::firesWhereItShould_data()
{
    addRuleColumns();
    datesRows();
    missingRows();
    workshopDatesRows();
    detailRows();
}

void SesarRulesTest::siegTitles_data()
{
    QTest::addColumn<int>("segment");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("isRight");
    const auto row = [](int segment, const char *title, bool isRight) {
        QTest::addRow("%d: %s", segment, title) << segment << utf8(title) << isRight;
    };
    row(1, "Remise à niveau 63 – (Réactif)", true);
    row(1, "REMISE A NIVEAU 63 - (REACTIF)", true);
    row(1, "Remise à niveau Puy-de-Dôme — (Réactif)", true);
    row(1, "remise à niveau puy de dome – (réactif)", true);
    row(1, "Remise à niveau 03 – (Réactif)", true); // of the region, if not of the place
    row(1, "Remise à niveau 69 – (Réactif)", false);
    row(1, "Remise à niveau – (Réactif)", false);
    row(1, "Remise à niveau 63", false);
    row(1, "Remise à niveau", false);
    row(1, "Atelier multisectoriel", false);
    row(2, "Atelier multisectoriel", true);
    row(2, "ATELIER MULTISECTORIEL", true);
    row(2, "Atelier multisectoriel 63", false);
    row(2, "Ateliers multisectoriels", false);
    row(3, "Ecole de la deuxième chance – ER2C 63", true);
    row(3, "École de la deuxième chance - ER2C Allier", true);
    row(3, "Ecole de la deuxième chance – ER2C", false);
    row(3, "Ecole de la 2e chance – ER2C 63", false);
    row(0, "Atelier multisectoriel", true); // segment not stated: any of the three
    row(0, "Remise à niveau 63 – (Réactif)", true);
    row(0, "Remise à niveau", false);
}

void SesarRulesTest::siegTitles()
{
    QFETCH(const int, segment);
    QFETCH(const QString, title);
    QFETCH(const bool, isRight);
    RuleCase c;
    c.setSieg(segment, qUtf8Printable(title));
    const auto finding = c.finding("sieg-title");
    QCOMPARE(!finding.has_value(), isRight);
    if (finding) {
        QCOMPARE(finding->submitted, title);
        QCOMPARE(explanationDefect(*finding), QString());
    }
    c.setFunder(4, Funder::PoleEmploi, "SIEG");
    QVERIFY2(!c.finding("sieg-title"), "the SIEG are the Région's");
}

void SesarRulesTest::datesOutsideSesarNamesTheField_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("field");
    QTest::newRow("start") << QStringLiteral("20270228") << QStringLiteral("20270630")
                           << QStringLiteral("periode.debut");
    QTest::newRow("end") << QStringLiteral("20270301") << QStringLiteral("20270701")
                         << QStringLiteral("periode.fin");
}

void SesarRulesTest::datesOutsideSesarNamesTheField()
{
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    QFETCH(const QString, field);
    RuleCase c;
    c.session.start = PartialDate::fromLheo(start).value();
    c.session.end = PartialDate::fromLheo(end).value();
    const auto finding = c.finding("dates-outside-sesar");
    QCOMPARE(finding->severity, Severity::Blocking);
    QCOMPARE(finding->field, field);
    QCOMPARE(finding->expected, QStringLiteral("du 01/03/2027 au 30/06/2027"));
}

void SesarRulesTest::siegTitleSuggestsTheDepartementOfThePlace()
{
    RuleCase c;
    c.setSieg(1, "Remise à niveau");
    QCOMPARE(c.finding("sieg-title")->expected, utf8("Remise à niveau 63 – (Réactif)"));
    c.session.place.postalCode.clear();
    QCOMPARE(c.finding("sieg-title")->expected, utf8("Remise à niveau + dpt – (Réactif)"));
    c.setSieg(0, "Insertion");
    QVERIFY(c.finding("sieg-title")->expected.contains(u"Atelier multisectoriel"));
}

QTEST_APPLESS_MAIN(SesarRulesTest)
#include "tst_sesarrules.moc"
