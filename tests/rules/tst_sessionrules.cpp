// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class SessionRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesWhereItShould_data();
    void firesWhereItShould() { compareFiredRules(); }
    void partialDateSaysHowItIsWritten();
    void hoursNameBothSides();
};

namespace {

void periodRows()
{
    addRuleRow("all in order", "", [](RuleCase &) {});
    addRuleRow("no start", "dates-missing", [](RuleCase &c) { c.session.start = {}; });
    addRuleRow("unknown start", "dates-missing date-partial",
               [](RuleCase &c) { c.session.start = lheoDate("00000000"); });
    addRuleRow("unknown end", "dates-missing date-partial",
               [](RuleCase &c) { c.session.end = lheoDate("99999999"); });
    addRuleRow("one day", "", [](RuleCase &c) { c.session.end = c.session.start; });
    addRuleRow("ends the day before", "dates-outside-sesar dates-reversed",
               [](RuleCase &c) { c.session.end = lheoDate("20270228"); });
    addRuleRow("leap day", "", [](RuleCase &c) {
        c.declarations.clear();
        c.setFunder(4, Funder::PoleEmploi, "AFC");
        c.session.start = c.session.end = lheoDate("20280229");
        c.award().end = QDate(2028, 2, 29);
    });
    addRuleRow("month only", "date-partial",
               [](RuleCase &c) { c.session.end = lheoDate("20270600"); });
    addRuleRow("year only", "date-partial",
               [](RuleCase &c) { c.session.end = lheoDate("20270000"); });
    addRuleRow("the same month may be right", "date-partial",
               [](RuleCase &c) { c.session.end = lheoDate("20270300"); });
    addRuleRow("the month before cannot", "dates-outside-sesar dates-reversed date-partial",
               [](RuleCase &c) { c.session.end = lheoDate("20270200"); });
    addRuleRow("meeting known to the month", "date-partial", [](RuleCase &c) {
        c.session.infoMeetings = {InfoMeeting{lheoDate("20270200"), {}, {}, {}, {}}};
    });
    addRuleRow("assessment known to the month", "date-partial", [](RuleCase &c) {
        c.session.assessments = {Assessment{lheoDate("20270400"), false, {}}};
    });
    addRuleRow("meeting without date", "", [](RuleCase &c) {
        c.session.infoMeetings = {InfoMeeting{}, InfoMeeting{lheoDate("00000000"), {}, {}, {}, {}}};
    });
}

void recruitmentRows()
{
    addRuleRow("recruitment not stated", "recruitment-missing",
               [](RuleCase &c) { c.session.recruitment = RecruitmentState::Unknown; });
    addRuleRow("open on the first day", "", [](RuleCase &c) { c.today = c.session.start.exact(); });
    addRuleRow("open the day after", "recruitment-stale",
               [](RuleCase &c) { c.today = c.session.start.exact().addDays(1); });
    addRuleRow("open in the month of a partial start", "date-partial", [](RuleCase &c) {
        c.session.start = lheoDate("20270300");
        c.today = QDate(2027, 3, 31);
    });
    addRuleRow("suspended the day after", "", [](RuleCase &c) {
        c.today = c.session.start.exact().addDays(1);
        c.session.recruitment = RecruitmentState::Suspended;
    });
    addRuleRow("permanent entries go on", "", [](RuleCase &c) {
        c.today = c.session.end.exact();
        c.session.entryMode = EntryMode::Permanent;
    });
    addRuleRow("permanent entries after the end", "recruitment-stale", [](RuleCase &c) {
        c.today = c.session.end.exact().addDays(1);
        c.session.entryMode = EntryMode::Permanent;
    });
    addRuleRow("other funder is not ours", "", [](RuleCase &c) {
        c.funding().funderCode = 10;
        c.session.contacts.clear();
        c.session.place = {};
        c.session.start = {};
    });
}

void hoursRows()
{
    const auto row = [](const char *name, const char *rules, Duration duration) {
        addRuleRow(name, rules, [=](RuleCase &c) { c.session.duration = duration; });
    };
    const char *const inconsistent = "hours-inconsistent";
    row("hours add up", "", {585, 112, 697, {}});
    row("one hour lacks", inconsistent, {585, 112, 698, {}});
    row("one hour too many", inconsistent, {585, 112, 696, {}});
    row("no total", "", {585, 112, {}, {}});
    row("company hours not stated", "", {585, {}, 697, {}});
    row("more in the centre than in all", inconsistent, {585, {}, 584, {}});
    row("centre hours not stated", "", {{}, 112, 697, {}});
    row("more in the company than in all", inconsistent, {{}, 112, 111, {}});
    row("total alone", "", {{}, {}, 697, {}});
    row("no hours", "", {});
    row("all at a distance", "", {0, 0, 0, {}});
}

void poecRows()
{
    const auto row = [](const char *name, const char *rules, Duration duration) {
        addRuleRow(name, rules, [=](RuleCase &c) {
            c.setFunder(4, Funder::PoleEmploi, "POEC");
            c.session.duration = duration;
        });
    };
    row("POEC of 400 hours", "", {266, 134, 400, {}});
    row("POEC of 401 hours", "poec-hours", {267, 134, 401, {}});
    row("POEC without total, 401 hours", "poec-hours", {267, 134, {}, {}});
    row("POEC without hours", "", {});
    addRuleRow("an AFC may be longer", "", [](RuleCase &c) {
        c.session.duration = {585, 112, 697, {}};
    });
}

void meetingRows()
{
    const char *const tooLate = "info-meeting-after-start";
    const auto row = [](const char *name, const char *rules, const char *day,
                        EntryMode mode = EntryMode::Fixed) {
        addRuleRow(name, rules, [=](RuleCase &c) {
            c.session.infoMeetings = {InfoMeeting{lheoDate("20270201"), {}, {}, {}, {}},
                                      InfoMeeting{lheoDate(day), {}, {}, {}, {}}};
            c.session.entryMode = mode;
        });
    };
    row("meeting before", "", "20270228");
    row("meeting on the first day", "", "20270301");
    row("meeting the day after", tooLate, "20270302");
    row("meeting in the month of the start", "date-partial", "20270300");
    row("meeting in the month after", "date-partial info-meeting-after-start", "20270400");
    row("meeting during permanent entries", "", "20270630", EntryMode::Permanent);
    row("meeting after permanent entries", tooLate, "20270701", EntryMode::Permanent);
    row("meeting, entries not stated", "", "20270302", EntryMode::Unknown);
    addRuleRow("meeting, start unknown", "dates-missing date-partial", [](RuleCase &c) {
        c.session.start = lheoDate("00000000");
        c.session.infoMeetings = {InfoMeeting{lheoDate("20270302"), {}, {}, {}, {}}};
    });
}

void assessmentRows()
{
    const char *const outside = "assessment-outside-session";
    const auto row = [](const char *name, const char *rules, const char *day) {
        addRuleRow(name, rules, [=](RuleCase &c) {
            c.session.assessments = {Assessment{lheoDate("20270415"), false, {}},
                                     Assessment{lheoDate(day), true, {}}};
        });
    };
    row("assessment on the first day", "", "20270301");
    row("assessment on the last day", "", "20270630");
    row("assessment the day before", outside, "20270228");
    row("assessment the day after", outside, "20270701");
    row("assessment in the month of the end", "date-partial", "20270600");
    row("assessment in the month after", "date-partial assessment-outside-session", "20270700");
    row("assessment, date unknown", "", "00000000");
    addRuleRow("assessment, end unknown", "dates-missing date-partial", [](RuleCase &c) {
        c.session.end = lheoDate("99999999");
        c.session.assessments = {Assessment{lheoDate("20280101"), true, {}}};
    });
}

} // namespace

void SessionRulesTest::firesWhereItShould_data()
{
    addRuleColumns();
    periodRows();
    recruitmentRows();
    hoursRows();
    poecRows();
    meetingRows();
    assessmentRows();
}

void SessionRulesTest::partialDateSaysHowItIsWritten()
{
    RuleCase c;
    c.session.start = lheoDate("20270300");
    const auto finding = c.finding("date-partial");
    QCOMPARE(finding->field, QStringLiteral("periode.debut"));
    QCOMPARE(finding->submitted, QStringLiteral("mars 2027"));
    QVERIFY(finding->message.contains(u"20270300"));
}

void SessionRulesTest::hoursNameBothSides()
{
    RuleCase c;
    c.session.duration = {585, 112, 700, {}};
    const auto finding = c.finding("hours-inconsistent");
    QCOMPARE(finding->submitted, QStringLiteral("700 heures au total"));
    QVERIFY2(finding->expected.contains(u"697 heures"), qPrintable(finding->expected));
}

QTEST_APPLESS_MAIN(SessionRulesTest)
#include "tst_sessionrules.moc"
