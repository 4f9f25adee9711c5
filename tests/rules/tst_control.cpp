// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/control.h"
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class ControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdictFollowsFindingsAndGaps_data();
    void verdictFollowsFindingsAndGaps();
    void findingsAndGapsSayNothingTwice();
    void onlyVerifiedFieldsNeedReview_data();
    void onlyVerifiedFieldsNeedReview();
    void tokensRoundTrip();
};

void ControlTest::verdictFollowsFindingsAndGaps_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<Control>("control");
    const auto row = [](const char *name, Control control, Change change,
                        Standing standing = Standing::Open) {
        QTest::newRow(name) << change << standing << control;
    };
    row("all agrees", Control::Conforming, [](RuleCase &) {});
    row("information changes nothing", Control::Conforming,
        [](RuleCase &c) { c.enteredOn = QDate(2026, 11, 20); });
    row("warning", Control::Discrepancy,
        [](RuleCase &c) { c.session.recruitment = RecruitmentState::Unknown; });
    row("blocking", Control::Discrepancy, [](RuleCase &c) { c.session.place = {}; });
    row("no notification", Control::NoAward, [](RuleCase &c) { c.awards.clear(); });
    row("two lots", Control::Ambiguous, [](RuleCase &c) { c.awards.append(c.awards.first()); });
    row("SESAR says nothing", Control::Discrepancy, [](RuleCase &c) { c.declarations.clear(); });
    row("SESAR says nothing, which an administrator takes for an information", Control::Incomplete,
        [](RuleCase &c) {
            c.declarations.clear();
            c.settings.severities.insert({QStringLiteral("sesar-missing"), Funder::Region},
                                         Severity::Info);
        });
    row("SESAR declares another session of the contract", Control::Incomplete,
        [](RuleCase &c) { c.declarations.first().sessionNumero = QStringLiteral("SE_9"); });
    row("SESAR declares no dates", Control::Incomplete,
        [](RuleCase &c) { c.declarations.first().start = c.declarations.first().end = QDate(); });
    row("SESAR declares another session, discrepancy elsewhere", Control::Discrepancy,
        [](RuleCase &c) {
            c.declarations.first().sessionNumero = QStringLiteral("SE_9");
            c.session.contacts.clear();
        });
    row("notification without SIRET", Control::Incomplete,
        [](RuleCase &c) { c.awards.first().awardeeSirets.clear(); });
    row("mandataire without SIRET", Control::Incomplete,
        [](RuleCase &c) { c.action.mandataire.siret.clear(); });
    row("scheme not stated", Control::Incomplete, [](RuleCase &c) { c.funding().scheme.clear(); });
    row("date of a month", Control::Discrepancy,
        [](RuleCase &c) { c.session.start = lheoDate("20270300"); });
    row("date of a month, which an administrator takes for an information", Control::Incomplete,
        [](RuleCase &c) {
            c.session.start = lheoDate("20270300");
            c.settings.severities.insert({QStringLiteral("date-partial"), Funder::Region},
                                         Severity::Info);
        });
    row("associated by an operator", Control::Conforming, [](RuleCase &c) {
        c.award().market = MarketNumber(QStringLiteral("M2651410"));
        c.choice.accepted = c.award().key();
    });
    row("severity raised by an administrator", Control::Discrepancy, [](RuleCase &c) {
        c.enteredOn = QDate(2026, 11, 20);
        c.settings.severities.insert({QStringLiteral("entry-late"), Funder::Region},
                                     Severity::Warning);
    });
    row("Pôle emploi needs no SESAR", Control::Conforming, [](RuleCase &c) {
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.declarations.clear();
    });
    row("AFE need no SESAR", Control::Conforming, [](RuleCase &c) {
        c.funding().scheme = QStringLiteral("AFE");
        c.declarations.clear();
    });
    row("other funder", Control::Incomplete, [](RuleCase &c) { c.funding().funderCode = 10; });
    row(
        "changed since it was activated", Control::ToReview, [](RuleCase &) {}, Standing::Changed);
    row(
        "set aside, whatever its findings", Control::SetAside,
        [](RuleCase &c) { c.session.start = lheoDate("20270300"); }, Standing::Aside);
}

void ControlTest::verdictFollowsFindingsAndGaps()
{
    QFETCH(const Change, change);
    QFETCH(const Standing, standing);
    QFETCH(const Control, control);
    RuleCase c;
    change(c);
    const SessionCase subject = c.subject();
    const QStringList gaps = gapsOf(subject);
    QCOMPARE(controlOf(subject, checkSession(subject), gaps, standing), control);
    QCOMPARE(control == Control::Incomplete, control == Control::Incomplete && !gaps.isEmpty());
}

void ControlTest::findingsAndGapsSayNothingTwice()
{
    RuleCase c;
    c.session.start = lheoDate("20270300");
    c.declarations.clear();
    QCOMPARE(c.firedRules(),
             QStringList({QStringLiteral("sesar-missing"), QStringLiteral("date-partial")}));
    QVERIFY(gapsOf(c.subject()).isEmpty());
}

void ControlTest::onlyVerifiedFieldsNeedReview_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("differs");
    const auto row = [](const char *name, bool differs, Change change) {
        QTest::newRow(name) << change << differs;
    };
    row("nothing", false, [](RuleCase &) {});
    row("recruitment alone", false,
        [](RuleCase &c) { c.session.recruitment = RecruitmentState::Closed; });
    row("date of modification", false,
        [](RuleCase &c) { c.session.changedOn = lheoDate("20270101"); });
    row("end", true, [](RuleCase &c) { c.session.end = lheoDate("20270601"); });
    row("place", true, [](RuleCase &c) { c.session.place.city = QStringLiteral("Riom"); });
    row("market", true, [](RuleCase &c) { c.funding().marketNumber = QStringLiteral("M1"); });
    row("contact", true, [](RuleCase &c) { c.session.contacts.clear(); });
}

void ControlTest::onlyVerifiedFieldsNeedReview()
{
    QFETCH(const Change, change);
    QFETCH(const bool, differs);
    const RuleCase verified;
    RuleCase submitted;
    change(submitted);
    QCOMPARE(differsFromVerified(submitted.session, verified.session), differs);
}

void ControlTest::tokensRoundTrip()
{
    for (const Control control : {Control::Conforming, Control::Discrepancy, Control::Ambiguous,
                                  Control::NoAward, Control::Incomplete, Control::ToReview}) {
        QCOMPARE(controlFromToken(toToken(control)), control);
        QVERIFY(!controlName(control).isEmpty());
    }
    QCOMPARE(toToken(Control::NoAward), QStringLiteral("no-award"));
    QVERIFY(!controlFromToken(u"fine"));
}

QTEST_APPLESS_MAIN(ControlTest)
#include "tst_control.moc"
