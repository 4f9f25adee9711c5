// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionchanges.h"
#include "report/sampleedition.h"

#include <QTest>

using namespace recoupe;
using namespace recoupe::testing;

using Kind = EditionDifference::Kind;

namespace {

constexpr int sessionCount = 6;

EditionHead head(QDate date, int number = 3)
{
    return {date.year(), number, date, {}};
}

const QDate before(2026, 2, 9);
const QDate after(2026, 2, 23);

QList<PublishedSession> sessions(int count = sessionCount)
{
    QList<PublishedSession> out;
    for (int index = 0; index < count; ++index)
        out << sampleSession(index);
    return out;
}

//! The edition after \a before, of what has become of the sessions.
EditionContent marked(const QList<PublishedSession> &was, const QList<PublishedSession> &is)
{
    EditionContent content = composeEdition(head(after, 4), is);
    markChanges(content, composeEdition(head(before), was));
    return content;
}

EditionRow rowOf(const EditionContent &content, const SessionKey &key)
{
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            if (row.key == key)
                return row;
        }
    }
    return {};
}

} // namespace

class TestEditionChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSessionsAreUnmarked();
    void addedSessionIsNew();
    void changedFieldIsNamed_data();
    void changedFieldIsNamed();
    void severalFieldsComeInTheOrderOfTheColumns();
    void passingOfTimeIsNoChange();
    void otherWordingIsNoChange();
    void whatIsNotPrintedIsNoChange();
    void departedSessionsAreListedInTheirOrder();
    void differencesSayBothValues();
};

void TestEditionChanges::sameSessionsAreUnmarked()
{
    const EditionContent content = marked(sessions(), sessions());
    QCOMPARE(content.rowCount(), sessionCount);
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            QCOMPARE(row.mark, RowMark::None);
            QCOMPARE(row.changes, QStringList());
        }
    }
}

void TestEditionChanges::addedSessionIsNew()
{
    const EditionContent content = marked(sessions(5), sessions());
    QCOMPARE(rowOf(content, sampleSession(5).session.key).mark, RowMark::New);
    QCOMPARE(rowOf(content, sampleSession(4).session.key).mark, RowMark::None);
}

void TestEditionChanges::changedFieldIsNamed_data()
{
    using Change = std::function<void(PublishedSession &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char16_t *field, const Change &change) {
        QTest::newRow(name) << change << QString::fromUtf16(field);
    };
    row("suspended", u"état",
        [](PublishedSession &s) { s.recruitment = RecruitmentState::Suspended; });
    row("title", u"intitulé",
        [](PublishedSession &s) { s.action.title = QStringLiteral("Zingueur"); });
    row("objective", u"descriptif",
        [](PublishedSession &s) { s.action.objective = QStringLiteral("Autre"); });
    row("mandataire", u"organisme",
        [](PublishedSession &s) { s.action.mandataire.name = QStringLiteral("AFPA"); });
    row("deliverer", u"organisme", [](PublishedSession &s) {
        s.session.deliverers = {{{}, QStringLiteral("Autre centre"), {}, {}, {}}};
    });
    row("place", u"lieu",
        [](PublishedSession &s) { s.session.place.city = QStringLiteral("Riom"); });
    row("start", u"dates",
        [](PublishedSession &s) { s.session.start = PartialDate(QDate(2026, 4, 1)); });
    row("hours", u"durée", [](PublishedSession &s) { s.session.duration.centreHours = 12; });
    row("places", u"places", [](PublishedSession &s) { s.session.fundings.first().places = 99; });
    row("meeting", u"information collective", [](PublishedSession &s) {
        InfoMeeting meeting;
        meeting.date = PartialDate(QDate(2026, 3, 20));
        s.session.infoMeetings = {meeting};
    });
    row("telephone", u"contact", [](PublishedSession &s) {
        s.action.contacts.first().telephones = {QStringLiteral("0473998877")};
    });
    row("market", u"financeur", [](PublishedSession &s) {
        s.session.fundings.first().marketNumber = QStringLiteral("M2609999");
    });
}

void TestEditionChanges::changedFieldIsNamed()
{
    QFETCH(const std::function<void(PublishedSession &)>, change);
    QFETCH(const QString, field);
    QList<PublishedSession> is = sessions();
    change(is[1]);
    const EditionContent content = marked(sessions(), is);
    const EditionRow row = rowOf(content, is.at(1).session.key);
    QCOMPARE(row.mark, RowMark::Changed);
    QCOMPARE(row.changes, QStringList(field));
    QCOMPARE(rowOf(content, is.at(2).session.key).mark, RowMark::None);
}

void TestEditionChanges::severalFieldsComeInTheOrderOfTheColumns()
{
    QList<PublishedSession> is = sessions();
    is[1].session.start = PartialDate(QDate(2026, 4, 1));
    is[1].session.place.city = QStringLiteral("Riom");
    is[1].action.title = QStringLiteral("Zingueur");
    QCOMPARE(rowOf(marked(sessions(), is), is.at(1).session.key).changes.join(u' '),
             QStringLiteral("intitulé lieu dates"));
}

void TestEditionChanges::passingOfTimeIsNoChange()
{
    QList<PublishedSession> all = sessions(1);
    InfoMeeting meeting;
    meeting.date = PartialDate(QDate(2026, 2, 12)); // between the two editions
    all[0].session.infoMeetings = {meeting};
    const EditionContent content = marked(all, all);
    const EditionRow row = rowOf(content, all.first().session.key);
    QCOMPARE(row.meeting, QStringLiteral("voir contact"));
    QCOMPARE(row.mark, RowMark::None);
}

void TestEditionChanges::otherWordingIsNoChange()
{
    EditionContent previous = composeEdition(head(before), sessions());
    EditionContent content = composeEdition(head(after, 4), sessions());
    EditionRow &row = previous.groups.first().rows.first();
    row.duration = QStringLiteral("ce qu'une autre version du programme en disait");
    markChanges(content, previous);
    QCOMPARE(rowOf(content, row.key).mark, RowMark::None);
    row.facts.clear(); // an edition of format 1 knows its words only
    markChanges(content, previous);
    QCOMPARE(rowOf(content, row.key).changes, QStringList(QStringLiteral("durée")));
}

void TestEditionChanges::whatIsNotPrintedIsNoChange()
{
    QList<PublishedSession> is = sessions();
    is[1].session.place.name = QStringLiteral("Bâtiment B"); // the commune is what is printed
    is[1].action.content = QStringLiteral("Autre programme");
    QCOMPARE(rowOf(marked(sessions(), is), is.at(1).session.key).mark, RowMark::None);
}

void TestEditionChanges::departedSessionsAreListedInTheirOrder()
{
    const EditionContent previous = composeEdition(head(before), sessions());
    const EditionContent content =
        composeEdition(head(after), {sampleSession(0), sampleSession(3)});
    QStringList expected;
    for (const EditionGroup &group : previous.groups) {
        for (const EditionRow &row : group.rows) {
            if (rowOf(content, row.key).title.isEmpty())
                expected << row.session;
        }
    }
    QStringList left;
    const QList<EditionDeparture> departures = departuresSince(previous, content);
    for (const EditionDeparture &departure : departures) {
        left << departure.key.session;
        const EditionRow row = rowOf(previous, departure.key);
        QCOMPARE(departure.title, row.title);
        QCOMPARE(departure.place, row.place);
        QCOMPARE(departure.departement, row.departement);
        QCOMPARE(departure.reason, QString());
    }
    QCOMPARE(left.size(), 4);
    QCOMPARE(left, expected);
}

void TestEditionChanges::differencesSayBothValues()
{
    QList<PublishedSession> is = sessions();
    is[1].session.place.city = QStringLiteral("Riom");
    is[1].session.place.postalCode = QStringLiteral("63200");
    is.removeAt(3);
    is << sampleSession(sessionCount);
    const EditionContent previous = composeEdition(head(before), sessions());
    EditionContent content = marked(sessions(), is);
    content.departures = departuresSince(previous, content);
    content.departures.first().reason = QStringLiteral("recrutement clos");
    const QList<EditionDifference> differences = markedDifferences(previous, content);
    QCOMPARE(differences.size(), 3);
    const auto of = [&](Kind kind) {
        return *std::ranges::find(differences, kind, &EditionDifference::kind);
    };
    QCOMPARE(of(Kind::New).key, sampleSession(sessionCount).session.key);
    QCOMPARE(of(Kind::Changed).key, is.at(1).session.key);
    const EditionRow was = rowOf(previous, is.at(1).session.key);
    QCOMPARE(of(Kind::Changed).fields, (QList<FieldDifference>{{QStringLiteral("lieu"), was.place,
                                                                QStringLiteral("Riom\n63200")}}));
    QCOMPARE(differences.last().kind, Kind::Left);
    QCOMPARE(differences.last().key, sampleSession(3).session.key);
    QCOMPARE(differences.last().reason, QStringLiteral("recrutement clos"));
}

QTEST_APPLESS_MAIN(TestEditionChanges)
#include "tst_editionchanges.moc"
