// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionchanges.h"
#include "report/editionframe.h"
#include "report/editionview.h"
#include "report/sampleedition.h"

#include <QTest>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::testing;

namespace {

QStringList titlesOf(const EditionContent &content)
{
    QStringList titles;
    for (const EditionGroup &group : content.groups)
        titles << group.title;
    return titles;
}

QStringList sessionsOf(const EditionContent &content)
{
    QStringList sessions;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows)
            sessions << row.session;
    }
    return sessions;
}

//! A whole edition of which every other row is of one domain, one of another, and one of none.
EditionContent wholeEdition()
{
    QList<PublishedSession> sessions;
    for (int index = 0; index < 30; ++index) {
        sessions << sampleSession(index);
        if (index % 3 > 0) {
            sessions.last().action.nsfCodes = {index % 3 == 1 ? QStringLiteral("331")
                                                              : QStringLiteral("233")};
        }
    }
    EditionContent previous = composeEdition(sampleHead(), sessions);
    EditionContent content = composeEdition(sampleHead(), sessions.mid(4));
    content.departures = departuresSince(previous, content);
    return content;
}

} // namespace

class TestEditionView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeViewIsTheEdition();
    void groupsAreWhatTheViewSays_data();
    void groupsAreWhatTheViewSays();
    void orderWithinAGroupIsThatOfTheEdition();
    void onlyThatDepartementIsShown();
    void onlyThoseFundersAreShown();
    void countsAreThoseOfTheView();
    void whatMovedIsMissedAndWelcomed_data();
    void whatMovedIsMissedAndWelcomed();
    void partSaysThatItIsOne();
    void absentDepartementHasNoRows();
    void departementsAreThoseWithRows();
    void groupingTokensComeBack();
};

void TestEditionView::wholeViewIsTheEdition()
{
    const EditionContent whole = wholeEdition();
    QCOMPARE(arranged(whole, {}), whole);
}

void TestEditionView::groupsAreWhatTheViewSays_data()
{
    QTest::addColumn<EditionGrouping>("grouping");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("département") << EditionGrouping::Departement
                                 << QStringList{QStringLiteral("Allier (03)"),
                                                QStringLiteral("Cantal (15)"),
                                                QStringLiteral("Haute-Loire (43)"),
                                                QStringLiteral("Puy-de-Dôme (63)")};
    QTest::newRow("funder") << EditionGrouping::Funder
                            << QStringList{QStringLiteral("France Travail"),
                                           QStringLiteral("Conseil régional "
                                                          "Auvergne-Rhône-Alpes"),
                                           QStringLiteral("Agefiph")};
    QTest::newRow("domain") << EditionGrouping::Domain
                            << QStringList{QStringLiteral("Génie civil, construction, bois"),
                                           QStringLiteral("Services aux personnes"),
                                           QStringLiteral("Domaine non précisé")};
}

void TestEditionView::groupsAreWhatTheViewSays()
{
    QFETCH(const EditionGrouping, grouping);
    QFETCH(const QStringList, titles);
    const EditionContent whole = wholeEdition();
    const EditionContent view = arranged(whole, {.grouping = grouping});
    QCOMPARE(titlesOf(view), titles);
    QStringList expected = sessionsOf(whole);
    QStringList shown = sessionsOf(view);
    std::ranges::sort(expected);
    std::ranges::sort(shown);
    QCOMPARE(shown, expected);
}

void TestEditionView::orderWithinAGroupIsThatOfTheEdition()
{
    const EditionContent whole = wholeEdition();
    const QStringList order = sessionsOf(whole);
    for (const EditionGroup &group :
         arranged(whole, {.grouping = EditionGrouping::Funder}).groups) {
        QVERIFY(std::ranges::is_sorted(
            group.rows, {}, [&](const EditionRow &row) { return order.indexOf(row.session); }));
    }
}

void TestEditionView::onlyThatDepartementIsShown()
{
    const EditionContent whole = wholeEdition();
    const EditionContent view = arranged(whole, {.departement = QStringLiteral("63")});
    QCOMPARE(titlesOf(view), QStringList(QStringLiteral("Puy-de-Dôme (63)")));
    QCOMPARE(view.rowCount(), whole.groups.last().rows.size());
    QVERIFY(!whole.departures.isEmpty());
    QCOMPARE(view.departures.size(), std::ranges::count(whole.departures, QStringLiteral("63"),
                                                        &EditionDeparture::departement));
    QCOMPARE(viewWords(view), QStringLiteral("Puy-de-Dôme (63)"));
}

void TestEditionView::onlyThoseFundersAreShown()
{
    const EditionContent view =
        arranged(wholeEdition(), {.funders = {Funder::PoleEmploi, Funder::Agefiph}});
    QVERIFY(view.rowCount() > 0);
    for (const EditionGroup &group : view.groups) {
        QVERIFY(!group.rows.isEmpty());
        for (const EditionRow &row : group.rows)
            QVERIFY(row.funder != Funder::Region);
    }
    for (const EditionDeparture &departure : view.departures)
        QVERIFY(departure.funder != Funder::Region);
}

void TestEditionView::countsAreThoseOfTheView()
{
    const EditionContent view = arranged(wholeEdition(), {.funders = {Funder::Agefiph}});
    const QList<EditionCount> counts = editionCounts(view);
    QVERIFY(counts.first().words.startsWith(QString::number(view.rowCount())));
}

void TestEditionView::whatMovedIsMissedAndWelcomed_data()
{
    QTest::addColumn<EditionView>("from");
    QTest::addColumn<EditionView>("to");
    QTest::addColumn<QString>("reason");
    QTest::newRow("to another département") << EditionView{.departement = QStringLiteral("63")}
                                            << EditionView{.departement = QStringLiteral("03")}
                                            << QStringLiteral("désormais à Moulins, 03000");
    QTest::newRow("to another funder")
        << EditionView{.funders = {Funder::Region}} << EditionView{.funders = {Funder::Agefiph}}
        << QStringLiteral("désormais financée par\u00a0: Agefiph");
}

void TestEditionView::whatMovedIsMissedAndWelcomed()
{
    QFETCH(const EditionView, from);
    QFETCH(const EditionView, to);
    QFETCH(const QString, reason);
    PublishedSession session = sampleSession(0); // Région, Clermont-Ferrand
    const EditionContent previous = composeEdition(sampleHead(), {session});
    if (to.departement.isEmpty())
        session.session.fundings.first().funderCode = 7;
    else
        session.session.place = {{}, {}, QStringLiteral("03000"), QStringLiteral("Moulins"), {}};
    EditionContent whole = composeEdition(sampleHead(), {session});
    markChanges(whole, previous);
    QCOMPARE(editionFromJson(toJson(whole)).value(), whole);

    const EditionContent left = arranged(whole, from);
    QCOMPARE(left.rowCount(), 0);
    QCOMPARE(left.departures.size(), 1);
    QCOMPARE(left.departures.first().reason, reason);
    QCOMPARE(left.departures.first().place, QStringLiteral("Clermont-Ferrand\n63000"));
    const EditionContent come = arranged(whole, to);
    QCOMPARE(come.rowCount(), 1);
    QCOMPARE(come.groups.first().rows.first().mark, RowMark::New);
    QCOMPARE(come.departures.size(), 0);
    const EditionContent all = arranged(whole, {});
    QCOMPARE(all.groups.first().rows.first().mark, RowMark::Changed);
    QCOMPARE(all.departures.size(), 0);
}

void TestEditionView::partSaysThatItIsOne()
{
    const EditionContent whole = wholeEdition();
    QCOMPARE(extractWords(whole), QString());
    const EditionContent part = arranged(whole, {.funders = {Funder::Agefiph}});
    QCOMPARE(extractWords(part), QStringLiteral("Extrait\u00a0: Agefiph"));
    for (const EditionCount &count : editionCounts(part)) // nothing is said of whom it leaves out
        QVERIFY(!count.name.contains(QStringLiteral("France Travail")));
    QVERIFY(noRowsWords(part) != noRowsWords(whole));
}

void TestEditionView::absentDepartementHasNoRows()
{
    const EditionContent view = arranged(wholeEdition(), {.departement = QStringLiteral("75")});
    QCOMPARE(view.rowCount(), 0);
    QCOMPARE(view.groups.size(), 0);
}

void TestEditionView::departementsAreThoseWithRows()
{
    QCOMPARE(departementsOf(wholeEdition()).join(u' '), QStringLiteral("03 15 43 63"));
    QCOMPARE(departementsOf(sampleEdition(0)), QStringList());
}

void TestEditionView::groupingTokensComeBack()
{
    for (const EditionGrouping grouping :
         {EditionGrouping::Departement, EditionGrouping::Funder, EditionGrouping::Domain})
        QCOMPARE(groupingFromToken(toToken(grouping)), grouping);
    QVERIFY(!groupingFromToken(u"bassin"));
}

QTEST_APPLESS_MAIN(TestEditionView)
#include "tst_editionview.moc"
