// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ruleguide.h"
#include "rules/rule.h"

#include <QTest>

using namespace recoupe;

class RuleGuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleAppearsInWords();
    void severitiesAreToldPerFunderWhereTheyDiffer();
    void fundersBearTheNameOfTheDay();
};

void RuleGuideTest::everyRuleAppearsInWords()
{
    const QString html = ruleChapterHtml(QDate(2026, 11, 23));
    qsizetype last = -1;
    for (const Rule &rule : ruleCatalogue()) {
        const QString id = QString::fromLatin1(rule.id);
        const qsizetype at =
            html.indexOf(QStringLiteral("<b>%1</b>").arg(ruleTitle(id).toHtmlEscaped()));
        QVERIFY2(at > last, rule.id); // in the order of the catalogue
        QVERIFY2(html.indexOf(ruleSource(id).toHtmlEscaped(), at) > at, rule.id);
        QVERIFY2(!html.contains(id), rule.id); // operators read French, not ids
        last = at;
    }
}

void RuleGuideTest::severitiesAreToldPerFunderWhereTheyDiffer()
{
    const QString html = ruleChapterHtml(QDate(2026, 11, 23));
    const auto lineOf = [&html](const char *rule) {
        const qsizetype at = html.indexOf(ruleTitle(QString::fromLatin1(rule)).toHtmlEscaped());
        return html.mid(at, html.indexOf(QLatin1String("<br>"), at) - at);
    };
    QVERIFY2(lineOf("place-missing").endsWith(QLatin1String("(Bloquant)")),
             qPrintable(lineOf("place-missing")));
    const QString differing = lineOf("market-number-format");
    QVERIFY2(differing.contains(QStringLiteral("CR AuRA\u00A0: bloquant")), qPrintable(differing));
    QVERIFY2(differing.contains(QStringLiteral("FT, Agefiph\u00A0: ")), qPrintable(differing));
}

void RuleGuideTest::fundersBearTheNameOfTheDay()
{
    QVERIFY(ruleChapterHtml(QDate(2014, 12, 1)).contains(QStringLiteral("PE, Agefiph")));
}

QTEST_APPLESS_MAIN(RuleGuideTest)
#include "tst_ruleguide.moc"
