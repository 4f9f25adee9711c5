// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class SessionRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesWhereItShould_data();
    void firesWhereItShould();
};

void SessionRulesTest::firesWhereItShould_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *rules, Change change) {
        QTest::newRow(name) << change << QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts);
    };
    row("all in order", "", [](RuleCase &) {});

    row("no contact", "contact-missing contact-email-missing",
        [](RuleCase &c) { c.session.contacts.clear(); });
    row("contact of the action serves", "", [](RuleCase &c) {
        c.action.contacts = c.session.contacts;
        c.session.contacts.clear();
    });
    row("no name", "contact-missing",
        [](RuleCase &c) { c.session.contacts.first().lastName = QStringLiteral("-"); });
    row("no telephone", "contact-missing",
        [](RuleCase &c) { c.session.contacts.first().telephones = {QStringLiteral(".")}; });
    row("short number is a number", "",
        [](RuleCase &c) { c.session.contacts.first().telephones = {QStringLiteral("39 36")}; });
    row("no mail", "contact-email-missing",
        [](RuleCase &c) { c.session.contacts.first().email.clear(); });
    row("mail nobody can click", "contact-email-missing", [](RuleCase &c) {
        c.session.contacts.first().email = QStringLiteral("chabrol chez example.org");
    });

    row("no start", "dates-missing", [](RuleCase &c) { c.session.start = {}; });
    row("unknown start", "dates-missing",
        [](RuleCase &c) { c.session.start = lheoDate("00000000"); });
    row("unknown end", "dates-missing", [](RuleCase &c) { c.session.end = lheoDate("99999999"); });
    row("month is a date", "", [](RuleCase &c) { c.session.end = lheoDate("20270600"); });
    row("one day", "", [](RuleCase &c) { c.session.end = c.session.start; });
    row("ends the day before", "dates-outside-sesar dates-reversed",
        [](RuleCase &c) { c.session.end = lheoDate("20270228"); });
    row("same month may be right", "", [](RuleCase &c) { c.session.end = lheoDate("20270300"); });

    row("no place", "place-missing", [](RuleCase &c) { c.session.place = {}; });
    row("placeholder place", "place-missing", [](RuleCase &c) {
        c.session.place.city = QStringLiteral("-");
        c.session.place.postalCode.clear();
    });
    row("name alone is no place", "place-missing", [](RuleCase &c) {
        c.session.place = {};
        c.session.place.name = QStringLiteral("Bâti-Formation");
        c.session.place.postalCode = QStringLiteral("00000");
        c.session.place.city = QStringLiteral("-");
    });
    row("city alone is a place", "", [](RuleCase &c) { c.session.place.postalCode.clear(); });

    row("recruitment not stated", "recruitment-missing",
        [](RuleCase &c) { c.session.recruitment = RecruitmentState::Unknown; });
    row("open on the first day", "", [](RuleCase &c) { c.today = c.session.start.exact(); });
    row("open the day after", "recruitment-stale",
        [](RuleCase &c) { c.today = c.session.start.exact().addDays(1); });
    row("suspended the day after", "", [](RuleCase &c) {
        c.today = c.session.start.exact().addDays(1);
        c.session.recruitment = RecruitmentState::Suspended;
    });
    row("permanent entries go on", "", [](RuleCase &c) {
        c.today = c.session.start.exact().addDays(30);
        c.session.entryMode = EntryMode::Permanent;
    });
    row("permanent entries on the last day", "", [](RuleCase &c) {
        c.today = c.session.end.exact();
        c.session.entryMode = EntryMode::Permanent;
    });
    row("permanent entries after the end", "recruitment-stale", [](RuleCase &c) {
        c.today = c.session.end.exact().addDays(1);
        c.session.entryMode = EntryMode::Permanent;
    });
    row("other funder is not ours", "", [](RuleCase &c) {
        c.funding().funderCode = 10;
        c.session.contacts.clear();
        c.session.place = {};
    });
}

void SessionRulesTest::firesWhereItShould()
{
    QFETCH(const Change, change);
    QFETCH(const QStringList, expected);
    RuleCase c;
    change(c);
    QCOMPARE(c.firedRules(), expected);
}

QTEST_APPLESS_MAIN(SessionRulesTest)
#include "tst_sessionrules.moc"
