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
