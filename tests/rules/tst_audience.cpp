// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/audience.h"

#include <QTest>

using namespace recoupe;

class AudienceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTruthTable_data();
    void followsTheTruthTable();
    void neverShowsToFewerThanItSaysAnywhere();
};

//! One row for each line of DOMAIN.md's table, and one for each condition that ends a publication.
void AudienceTest::followsTheTruthTable_data()
{
    QTest::addColumn<Funder>("funder");
    QTest::addColumn<bool>("activated");
    QTest::addColumn<RecruitmentState>("recruitment");
    QTest::addColumn<bool>("ended");
    QTest::addColumn<bool>("onPortal");
    QTest::addColumn<QString>("audience");
    using R = RecruitmentState;
    const QString everybody = QStringLiteral("public pro table partners parcoursh");
    const QString partners = QStringLiteral("partners");
    for (const Funder funder : {Funder::Region, Funder::PoleEmploi, Funder::Agefiph}) {
        const auto row = [funder](const char *what, bool activated, R recruitment, bool ended,
                                  const QString &audience) {
            QTest::addRow("%s, %s", qPrintable(toToken(funder)), what)
                << funder << activated << recruitment << ended << true << audience;
        };
        for (const R state : {R::Unknown, R::Open, R::Suspended, R::Closed}) {
            row(qPrintable(QStringLiteral("not activated, ") + toToken(state)), false, state, false,
                QString());
            row(qPrintable(QStringLiteral("not activated, ended, ") + toToken(state)), false, state,
                true, QString());
            row(qPrintable(QStringLiteral("ended, ") + toToken(state)), true, state, true,
                partners);
        }
        row("open", true, R::Open, false, everybody);
        row("suspended", true, R::Suspended, false, everybody);
        row("closed", true, R::Closed, false, partners);
        row("recruitment not stated", true, R::Unknown, false, partners);
    }
    const QString portal = QStringLiteral("public pro partners");
    QTest::newRow("other funder, shown by the portal")
        << Funder::Other << false << R::Open << false << true << portal;
    QTest::newRow("other funder, hidden by the portal")
        << Funder::Other << false << R::Open << false << false << partners;
    QTest::newRow("other funder, ended")
        << Funder::Other << false << R::Open << true << true << partners;
    QTest::newRow("other funder, activation does not count")
        << Funder::Other << true << R::Suspended << false << true << portal;
}

void AudienceTest::followsTheTruthTable()
{
    QFETCH(const Funder, funder);
    QFETCH(const bool, activated);
    QFETCH(const RecruitmentState, recruitment);
    QFETCH(const bool, ended);
    QFETCH(const bool, onPortal);
    QFETCH(const QString, audience);
    const Audience result = audienceOf({funder, activated, recruitment, ended, onPortal});
    QCOMPARE(toTokens(result).join(u' '), audience);
}

//! Whoever is in the table is on both portals and at every partner: no session is printed that a
//! counsellor cannot find.
void AudienceTest::neverShowsToFewerThanItSaysAnywhere()
{
    for (const Funder funder : {Funder::Region, Funder::Other})
        for (const bool activated : {false, true})
            for (const auto state : {RecruitmentState::Unknown, RecruitmentState::Open,
                                     RecruitmentState::Suspended, RecruitmentState::Closed})
                for (const bool ended : {false, true}) {
                    const Audience a = audienceOf({funder, activated, state, ended, true});
                    QVERIFY(!a.table || (a.publicPortal && a.proPortal && a.partners));
                    QCOMPARE(a.parcoursH, a.table);
                }
}

QTEST_APPLESS_MAIN(AudienceTest)
#include "tst_audience.moc"
