// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace recoupe;

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleIsComplete();
    void findingsSayWhatTheyAreAbout();
    void unknownRuleHasNoSource();
};

void CatalogueTest::everyRuleIsComplete()
{
    QSet<QString> ids;
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        QVERIFY2(!ids.contains(id), rule.id);
        ids.insert(id);
        QVERIFY2(!ruleSource(id).isEmpty(), rule.id);
        QVERIFY2((rule.checkSession != nullptr) != (rule.checkAward != nullptr), rule.id);
    }
    for (const char *named :
         {"award-missing", "mandataire-mismatch", "market-number-missing", "market-number-format",
          "scheme-not-allowed", "entry-late", "entry-due", "entry-overdue", "dates-outside-sesar",
          "contact-missing", "contact-email-missing", "dates-missing", "dates-reversed",
          "place-missing", "recruitment-stale"})
        QVERIFY2(ids.contains(QString::fromLatin1(named)), named);
}

void CatalogueTest::findingsSayWhatTheyAreAbout()
{
    RuleCase c;
    c.session.contacts.clear();
    c.session.place = {};
    c.awards.first().awardeeSirets = {QStringLiteral("99990024400016")};
    const QList<Finding> findings = c.findings();
    QCOMPARE(findings.size(), 4);
    static const QRegularExpression unfilled(QStringLiteral("%[0-9n]"));
    for (const Finding &finding : findings) {
        QCOMPARE(finding.key, c.session.key);
        QCOMPARE(finding.award, QStringLiteral("M2651401"));
        QVERIFY(!finding.field.isEmpty());
        QVERIFY(!finding.expected.isEmpty());
        QVERIFY2(finding.message.contains(finding.expected), qPrintable(finding.message));
        QVERIFY2(!unfilled.match(finding.message).hasMatch(), qPrintable(finding.message));
        QVERIFY2(finding.message.endsWith(u'.'), qPrintable(finding.message));
    }
}

void CatalogueTest::unknownRuleHasNoSource()
{
    QCOMPARE(ruleSource(u"no-such-rule"), QString());
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
