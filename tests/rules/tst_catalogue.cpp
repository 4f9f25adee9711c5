// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>

using namespace recoupe;

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleIsComplete();
    void everyRuleOfTheDomainIsThere_data();
    void everyRuleOfTheDomainIsThere();
    void noOtherRuleIsThere();
    void sourcesSayWhereTheyComeFrom();
    void findingsSayWhatTheyAreAbout();
    void findingsComeInTheOrderOfTheCatalogue();
    void requestsAreSentencesToTheOrganisation();
    void whatIsNotTheirsIsAskedOfNobody_data();
    void whatIsNotTheirsIsAskedOfNobody();
    void informationAsksNothing();
    void unknownRuleHasNoWords();
};

namespace {

struct DefaultSeverity
{
    const char *rule;
    Severity region;
    Severity others;
};

constexpr Severity B = Severity::Blocking;
constexpr Severity W = Severity::Warning;
constexpr Severity I = Severity::Info;

//! The tables of DOMAIN.md, "Rules".
constexpr std::array domainRules{
    DefaultSeverity{"award-missing", B, B},
    DefaultSeverity{"award-ambiguous", W, W},
    DefaultSeverity{"mandataire-mismatch", B, B},
    DefaultSeverity{"title-mismatch", W, W},
    DefaultSeverity{"dates-outside-award", W, W},
    DefaultSeverity{"place-mismatch", W, W},
    DefaultSeverity{"entry-late", I, I},
    DefaultSeverity{"entry-due", I, I},
    DefaultSeverity{"entry-overdue", W, W},
    DefaultSeverity{"scheme-not-allowed", B, B},
    DefaultSeverity{"market-number-missing", B, W},
    DefaultSeverity{"market-number-format", B, W},
    DefaultSeverity{"award-superseded", W, W},
    DefaultSeverity{"market-split", W, W},
    DefaultSeverity{"session-overwritten", B, B},
    DefaultSeverity{"session-duplicate", W, W},
    DefaultSeverity{"sieg-title", W, W},
    DefaultSeverity{"dates-outside-sesar", B, B},
    DefaultSeverity{"workshop-dates-differ", W, W},
    DefaultSeverity{"workshop-detail-missing", W, W},
    DefaultSeverity{"sesar-missing", W, W},
    DefaultSeverity{"contact-missing", B, B},
    DefaultSeverity{"contact-email-missing", B, B},
    DefaultSeverity{"contact-invalid", W, W},
    DefaultSeverity{"dates-missing", B, B},
    DefaultSeverity{"dates-reversed", B, B},
    DefaultSeverity{"place-missing", B, B},
    DefaultSeverity{"postal-code-invalid", W, W},
    DefaultSeverity{"place-outside-region", W, W},
    DefaultSeverity{"siret-invalid", W, W},
    DefaultSeverity{"date-partial", W, W},
    DefaultSeverity{"hours-inconsistent", W, W},
    DefaultSeverity{"poec-hours", W, W},
    DefaultSeverity{"places-exceed-award", W, W},
    DefaultSeverity{"text-defect", W, W},
    DefaultSeverity{"record-vanished", W, W},
    DefaultSeverity{"info-meeting-after-start", W, W},
    DefaultSeverity{"assessment-outside-session", W, W},
    DefaultSeverity{"recruitment-missing", W, W},
    DefaultSeverity{"recruitment-stale", W, W},
};

} // namespace

void CatalogueTest::everyRuleIsComplete()
{
    QSet<QString> ids;
    QSet<QString> titles;
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        QVERIFY2(!ids.contains(id), rule.id);
        ids.insert(id);
        QVERIFY2(!ruleTitle(id).isEmpty() && ruleTitle(id).size() <= 40, rule.id);
        QVERIFY2(!titles.contains(ruleTitle(id)), rule.id);
        titles.insert(ruleTitle(id));
        QVERIFY2(ruleSource(id).size() > 20, rule.id);
        QVERIFY2(rule.checkSession || rule.checkAward, rule.id);
    }
}

void CatalogueTest::everyRuleOfTheDomainIsThere_data()
{
    QTest::addColumn<DefaultSeverity>("row");
    for (const DefaultSeverity &row : domainRules)
        QTest::newRow(row.rule) << row;
}

void CatalogueTest::everyRuleOfTheDomainIsThere()
{
    QFETCH(const DefaultSeverity, row);
    const QString id = QString::fromLatin1(row.rule);
    QVERIFY(!ruleTitle(id).isEmpty());
    QCOMPARE(severityOf(id, Funder::Region, {}), row.region);
    QCOMPARE(severityOf(id, Funder::PoleEmploi, {}), row.others);
    QCOMPARE(severityOf(id, Funder::Agefiph, {}), row.others);
}

void CatalogueTest::noOtherRuleIsThere()
{
    QCOMPARE(ruleCatalogue().size(), qsizetype(domainRules.size()));
}

void CatalogueTest::sourcesSayWhereTheyComeFrom()
{
    for (const Rule &rule : ruleCatalogue()) {
        const QString source = ruleSource(QString::fromLatin1(rule.id));
        const bool isNamed = std::ranges::any_of(
            QStringList{QStringLiteral("conventionnée, 2014)"), QStringLiteral("LHEO 2.3"),
                        QStringLiteral("DECP"), QStringLiteral("Code du travail"),
                        QStringLiteral("Usage du Carif")},
            [&](const QString &origin) { return source.contains(origin); });
        QVERIFY2(isNamed, rule.id);
    }
}

void CatalogueTest::findingsSayWhatTheyAreAbout()
{
    RuleCase c;
    c.session.contacts.clear();
    c.session.place = {};
    c.award().awardeeSirets = {QStringLiteral("99990024400016")};
    const QList<Finding> findings = c.findings();
    QCOMPARE(findings.size(), 4);
    for (const Finding &finding : findings) {
        QCOMPARE(finding.key, c.session.key);
        QCOMPARE(finding.subject, FindingSubject::Session);
        QCOMPARE(finding.award, QStringLiteral("M2651401"));
        QCOMPARE(explanationDefect(finding), QString());
    }
}

void CatalogueTest::findingsComeInTheOrderOfTheCatalogue()
{
    RuleCase c;
    c.session.contacts.clear();
    c.session.start = lheoDate("20260900");
    c.session.place.postalCode = QStringLiteral("69001");
    c.funding().places = 99;
    c.action.title = utf8("Soudeur R4218");
    c.enteredOn = c.today;
    const QStringList fired = c.firedRules();
    QVERIFY(fired.size() > 6);
    QStringList order;
    for (const Rule &rule : ruleCatalogue()) {
        if (fired.contains(QLatin1String(rule.id)))
            order << QString::fromLatin1(rule.id);
    }
    QCOMPARE(fired, order);
}

void CatalogueTest::requestsAreSentencesToTheOrganisation()
{
    for (const Rule &rule : ruleCatalogue()) {
        const QString request = ruleRequest(QString::fromLatin1(rule.id));
        if (request.isEmpty())
            continue;
        QVERIFY2(request.front().isUpper() && request.endsWith(u'.'), rule.id);
        // The operator is spoken to elsewhere, in the message of the finding.
        QVERIFY2(!request.startsWith(QStringLiteral("Faire")), rule.id);
        QVERIFY2(rule.checkSession, rule.id);
    }
}

void CatalogueTest::whatIsNotTheirsIsAskedOfNobody_data()
{
    QTest::addColumn<QString>("rule");
    for (const char *rule :
         {"award-superseded", "sesar-missing", "entry-late", "entry-due", "entry-overdue"})
        QTest::newRow(rule) << QString::fromLatin1(rule);
}

void CatalogueTest::whatIsNotTheirsIsAskedOfNobody()
{
    QFETCH(const QString, rule);
    Finding finding;
    finding.rule = rule;
    finding.severity = Severity::Blocking;
    QVERIFY(!isForOrganisation(finding));
}

void CatalogueTest::informationAsksNothing()
{
    Finding finding;
    finding.rule = QStringLiteral("record-vanished");
    finding.severity = Severity::Warning;
    QVERIFY(isForOrganisation(finding));
    QCOMPARE(ruleReason(finding.rule), ReturnReason::Cancelled);
    finding.severity = Severity::Info;
    QVERIFY(!isForOrganisation(finding));
}

void CatalogueTest::unknownRuleHasNoWords()
{
    QCOMPARE(ruleRequest(u"no-such-rule"), QString());
    QCOMPARE(ruleReason(u"no-such-rule"), ReturnReason::Other);
    QCOMPARE(ruleSource(u"no-such-rule"), QString());
    QCOMPARE(ruleTitle(u"no-such-rule"), QString());
    QCOMPARE(severityOf(u"no-such-rule", Funder::Region, {}), Severity::Info);
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
