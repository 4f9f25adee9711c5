// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/comparison.h"
#include "rules/rulecase.h"

#include <QTest>

#include <algorithm>

using namespace recoupe;

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAgreesOnACleanCase();
    void differencesAreFoundInTheirField_data();
    void differencesAreFoundInTheirField();
    void withoutAwardNothingIsComparable();
    void replacedNotificationIsNamed();
    void numberInsideADecpIdentifierAgrees();
};

void ComparisonTest::everythingAgreesOnACleanCase()
{
    const RuleCase c;
    const QList<FieldComparison> fields = compareFields(c.subject());
    QCOMPARE(fields.size(), 11);
    for (const FieldComparison &field : fields) {
        QVERIFY2(!field.differs(), qPrintable(field.label));
        QVERIFY2(!field.submitted.isEmpty(), qPrintable(field.label));
        QVERIFY2(field.againstAward == Evidence::Agree, qPrintable(field.label));
    }
}

void ComparisonTest::differencesAreFoundInTheirField_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("differing");
    const auto row = [](const char *name, const char *fields, Change change) {
        QTest::newRow(name) << change << QString::fromUtf8(fields).split(u'|', Qt::SkipEmptyParts);
    };
    row("case and accents are no difference", "",
        [](RuleCase &c) { c.action.title = QStringLiteral("AGENT DE PROPRETE"); });
    row("title", "Intitulé", [](RuleCase &c) { c.action.title = QStringLiteral("Soudeur"); });
    row("title in other words", "",
        [](RuleCase &c) { c.action.title = QStringLiteral("TP Agent (de) propreté"); });
    row("title prescribed for the SIEG", "", [](RuleCase &c) {
        c.setSieg(2, "Atelier multisectoriel");
        c.award().title = QStringLiteral("Soudage");
        c.award().scheme = QStringLiteral("SIEG");
    });
    row("another postal code of the commune", "",
        [](RuleCase &c) { c.session.place.postalCode = QStringLiteral("63301"); });
    row("another commune", "Lieu", [](RuleCase &c) {
        c.session.place.city = QStringLiteral("Riom");
        c.session.place.postalCode = QStringLiteral("63200");
    });
    row("end after the months of the contract", "Fin", [](RuleCase &c) {
        c.award().start = c.award().end = QDate();
        c.award().durationMonths = 6;
        c.declarations.first().end = QDate(2028, 1, 1);
    });
    row("commune spelt otherwise, same code", "",
        [](RuleCase &c) { c.session.place.city = QStringLiteral("THIERS CEDEX"); });
    row("start before the contract and SESAR", "Début",
        [](RuleCase &c) { c.session.start = lheoDate("20261231"); });
    row("end after SESAR only", "Fin", [](RuleCase &c) { c.session.end = lheoDate("20270701"); });
    row("more places than bought", "Places", [](RuleCase &c) { c.funding().places = 13; });
    row("fewer places than bought", "", [](RuleCase &c) { c.funding().places = 3; });
    row("mandataire", "SIRET du mandataire",
        [](RuleCase &c) { c.action.mandataire.siret = QStringLiteral("99990024400016"); });
    row("scheme", "Dispositif", [](RuleCase &c) { c.funding().scheme = QStringLiteral("AFE"); });
    row("late", "Saisie, au plus tard", [](RuleCase &c) { c.enteredOn = QDate(2026, 10, 16); });
}

void ComparisonTest::differencesAreFoundInTheirField()
{
    QFETCH(const Change, change);
    QFETCH(const QStringList, differing);
    RuleCase c;
    change(c);
    QStringList found;
    for (const FieldComparison &field : compareFields(c.subject())) {
        if (field.differs())
            found << field.label;
    }
    QCOMPARE(found, differing);
}

void ComparisonTest::withoutAwardNothingIsComparable()
{
    RuleCase c;
    c.awards.clear();
    c.declarations.clear();
    const QList<FieldComparison> fields = compareFields(c.subject());
    QVERIFY(std::ranges::all_of(fields, [](const FieldComparison &field) {
        return field.againstAward == Evidence::NotComparable &&
               field.againstSesar == Evidence::NotComparable && field.award.isEmpty();
    }));
}

void ComparisonTest::replacedNotificationIsNamed()
{
    RuleCase c;
    c.awards.append(c.awards.first());
    c.awards[1].market = MarketNumber(QStringLiteral("M2651477"));
    c.awards[1].replaces = QStringLiteral("M2651401");
    const FieldComparison market = compareFields(c.subject()).first();
    QCOMPARE(market.award, QStringLiteral("M2651477 (remplace M2651401)"));
    QCOMPARE(market.againstAward, Evidence::Differ);
}

void ComparisonTest::numberInsideADecpIdentifierAgrees()
{
    RuleCase c;
    c.award().market = MarketNumber(QStringLiteral("2026M265140100"));
    const FieldComparison market = compareFields(c.subject()).first();
    QCOMPARE(market.award, QStringLiteral("2026M265140100"));
    QCOMPARE(market.againstAward, Evidence::Agree);
}

QTEST_APPLESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
