// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncontent.h"
#include "report/sampleedition.h"

#include <QTest>

using namespace recoupe;
using namespace recoupe::testing;

namespace {

PublishedSession published(const QString &title, const QString &city, const QString &postalCode,
                           QDate start = QDate(2026, 3, 1))
{
    PublishedSession out = sampleSession(0);
    out.action.title = title;
    out.session.place = {};
    out.session.place.city = city;
    out.session.place.postalCode = postalCode;
    out.session.start = PartialDate(start);
    return out;
}

QStringList groupTitles(const EditionContent &content)
{
    QStringList titles;
    for (const EditionGroup &group : content.groups)
        titles << group.title;
    return titles;
}

} // namespace

class TestEditionContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachColumnHasItsWords();
    void contactOfTheSessionIsPreferred();
    void groupsAreDepartementsInOrder();
    void rowsFollowCommuneTitleAndStart();
    void orderDoesNotDependOnTheInput();
    void periodIsTheFortnight();
    void labelTellsEditionsApart();
    void frozenContentComesBackEqual_data();
    void frozenContentComesBackEqual();
    void unknownMembersOfAFrozenEditionAreIgnored();
    void foreignContentIsRefused_data();
    void foreignContentIsRefused();
};

void TestEditionContent::eachColumnHasItsWords()
{
    const EditionContent content = composeEdition(sampleHead(), {sampleSession(4)});
    QCOMPARE(content.rowCount(), 1);
    const EditionRow &row = content.groups.first().rows.first();
    QCOMPARE(row.key, sampleSession(4).session.key);
    QCOMPARE(row.departement, QStringLiteral("03"));
    QVERIFY(row.suspended);
    QCOMPARE(row.funder, Funder::Region);
    QCOMPARE(row.state, QStringLiteral("SUSPENDU"));
    QCOMPARE(row.title, QStringLiteral("Ecole de la deuxième chance – ER2C + 03"));
    QCOMPARE(row.provider, QStringLiteral("GRETA des Volcans"));
    QCOMPARE(row.deliverer,
             QStringLiteral("assuré par Centre de formation du Bâtiment de l'Allier"));
    QCOMPARE(row.place, QStringLiteral("Montluçon\n03100"));
    QCOMPARE(row.dates, QStringLiteral("du 14/07 au 16/09/2026"));
    QCOMPARE(row.places, QStringLiteral("10"));
    QCOMPARE(row.meeting, QStringLiteral("voir contact"));
    QCOMPARE(row.contactName, QStringLiteral("Claire Œuvrard"));
    QCOMPARE(row.contactEmail, QStringLiteral("claire.oeuvrard@greta-des-volcans.example.fr"));
    QCOMPARE(row.funding, QStringLiteral("CR AuRA, AFC"));
    QCOMPARE(row.market, QStringLiteral("M2600004"));
    QCOMPARE(row.session, QStringLiteral("SE_0000160004"));
}

void TestEditionContent::contactOfTheSessionIsPreferred()
{
    PublishedSession session = sampleSession(0);
    Contact own = session.action.contacts.first();
    own.lastName = QStringLiteral("Session");
    session.session.contacts = {own};
    const auto nameIn = [](const PublishedSession &one) {
        return composeEdition(sampleHead(), {one}).groups.first().rows.first().contactName;
    };
    QCOMPARE(nameIn(session), QStringLiteral("Claire Session"));
    session.session.contacts.first().email = QStringLiteral("-");
    QCOMPARE(nameIn(session), QStringLiteral("Claire Œuvrard"));
}

void TestEditionContent::groupsAreDepartementsInOrder()
{
    const QString title = QStringLiteral("Soudeur");
    const QString city = QStringLiteral("Ville");
    QList<PublishedSession> sessions;
    for (const char16_t *code : {u"63000", u"", u"42000", u"15000", u"97400", u"03000", u"43000"})
        sessions << published(title, city, QString::fromUtf16(code));
    const QStringList expected{
        QStringLiteral("Allier (03)"),      QStringLiteral("Cantal (15)"),
        QStringLiteral("Loire (42)"),       QStringLiteral("Haute-Loire (43)"),
        QStringLiteral("Puy-de-Dôme (63)"), QStringLiteral("La Réunion (974)"),
        QStringLiteral("Lieu non précisé")};
    QCOMPARE(groupTitles(composeEdition(sampleHead(), sessions)), expected);
}

void TestEditionContent::rowsFollowCommuneTitleAndStart()
{
    const QString code = QStringLiteral("63000");
    const auto at = [&](const char16_t *city, const char16_t *title, QDate start) {
        return published(QString::fromUtf16(title), QString::fromUtf16(city), code, start);
    };
    const QDate march(2026, 3, 1);
    const QDate may(2026, 5, 1);
    const QList<PublishedSession> ordered{
        at(u"Ébreuil", u"Zingueur", march),      at(u"Ecole-Valentin", u"Zingueur", march),
        at(u"Issoire", u"Ébéniste", march),      at(u"Issoire", u"Ebéniste", may),
        at(u"ISSOIRE", u"Électricien", march),   at(u"Issoire", u"Œnologue", march),
        at(u"Issoire", u"Zingueur", {}),         at(u"Saint Flour", u"Zingueur", march),
        at(u"Saint-Gervais", u"Zingueur", march)};
    QList<PublishedSession> shuffled;
    for (const qsizetype index : {4, 8, 0, 6, 2, 7, 3, 1, 5})
        shuffled << ordered.at(index);
    const EditionContent content = composeEdition(sampleHead(), shuffled);
    QCOMPARE(content.groups.size(), 1);
    QStringList rows;
    QStringList expected;
    for (const EditionRow &row : content.groups.first().rows)
        rows << row.place + row.title + row.dates;
    for (const PublishedSession &one : ordered) {
        const EditionRow row = composeEdition(sampleHead(), {one}).groups.first().rows.first();
        expected << row.place + row.title + row.dates;
    }
    QCOMPARE(rows, expected);
}

void TestEditionContent::orderDoesNotDependOnTheInput()
{
    QList<PublishedSession> sessions;
    for (int index = 0; index < 50; ++index)
        sessions << sampleSession(index % 25); // equal ones too
    for (int index = 0; index < 50; ++index)
        sessions[index].session.key.session += QString::number(index);
    const EditionContent content = composeEdition(sampleHead(), sessions);
    std::reverse(sessions.begin(), sessions.end());
    QCOMPARE(composeEdition(sampleHead(), sessions), content);
}

void TestEditionContent::periodIsTheFortnight()
{
    const EditionContent content = composeEdition(sampleHead(), {});
    QCOMPARE(content.date, QDate(2026, 2, 9));
    QCOMPARE(content.periodEnd, QDate(2026, 2, 22));
    QCOMPARE(content.previousDate, QDate(2026, 1, 26));
    QCOMPARE(content.rowCount(), 0);
}

void TestEditionContent::labelTellsEditionsApart()
{
    EditionContent content = composeEdition(sampleHead(), {});
    QVERIFY(!content.isDraft());
    QCOMPARE(content.label(), QStringLiteral("2026-03"));
    content.number = 0;
    QVERIFY(content.isDraft());
    QCOMPARE(content.label(), QStringLiteral("projet"));
}

void TestEditionContent::frozenContentComesBackEqual_data()
{
    QTest::addColumn<EditionContent>("content");
    EditionContent first = sampleEdition(3);
    first.previousDate = {};
    QTest::newRow("empty") << sampleEdition(0);
    QTest::newRow("draft") << sampleEdition(2, true);
    QTest::newRow("first edition") << first;
    QTest::newRow("sixty rows") << sampleEdition(60);
    QTest::newRow("any text") << randomEdition(60, 7);
}

void TestEditionContent::frozenContentComesBackEqual()
{
    QFETCH(const EditionContent, content);
    const QByteArray json = toJson(content);
    const Result<EditionContent> back = editionFromJson(json);
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QCOMPARE(*back, content);
    QCOMPARE(toJson(*back), json);
}

void TestEditionContent::unknownMembersOfAFrozenEditionAreIgnored()
{
    const Result<EditionContent> content = editionFromJson(
        R"json({"format":"recoupe-edition","version":1,"year":2026,"number":3,"date":"2026-02-09",
                "later":true,"groups":[{"title":"Allier (03)","rows":[{"title":"Soudeur"}]}]})json");
    QVERIFY(content);
    QCOMPARE(content->label(), QStringLiteral("2026-03"));
    QCOMPARE(content->groups.first().rows.first().title, QStringLiteral("Soudeur"));
}

void TestEditionContent::foreignContentIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray frozen = toJson(sampleEdition(3));
    QTest::newRow("empty") << QByteArray() << ErrorCode::MalformedFile;
    QTest::newRow("cut short") << frozen.left(frozen.size() / 2) << ErrorCode::MalformedFile;
    QTest::newRow("other document") << QByteArray("{\"a\":1}") << ErrorCode::MalformedFile;
    QTest::newRow("no date") << QByteArray(
                                    R"({"format":"recoupe-edition","version":1,"groups":[]})")
                             << ErrorCode::MalformedFile;
    QTest::newRow("later version")
        << QByteArray(frozen).replace("\"version\":2", "\"version\":3") << ErrorCode::NotTheFormat;
}

void TestEditionContent::foreignContentIsRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const ErrorCode, code);
    const Result<EditionContent> content = editionFromJson(json);
    QVERIFY(!content);
    QCOMPARE(content.error().code, code);
    QVERIFY(!content.error().message.isEmpty());
}

QTEST_APPLESS_MAIN(TestEditionContent)
#include "tst_editioncontent.moc"
