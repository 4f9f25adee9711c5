// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

const QByteArray plain =
    feed("<formation numero=\"F1\" datecrea=\"20260101\" datemaj=\"20260102\">"
         "<intitule-formation>Soudeur &amp; &lt;TIG&gt;</intitule-formation>"
         "<action numero=\"A1\" datemaj=\"20260102\"><rythme-formation>-</rythme-formation>"
         "<session numero=\"S1\" datemaj=\"20260102\"><periode><debut>20270104</debut></periode>"
         "<extras info=\"maison\"><extra info=\"cle\">valeur</extra></extras></session>"
         "<session numero=\"S2\"/><restauration>oui</restauration></action>"
         "<extras info=\"FLUX-CARIF\"><extra info=\"date-export\">20260102</extra>"
         "<extra info=\"region\">84</extra></extras></formation>");

struct Digests
{
    QByteArray action;
    QByteArray first;
    QByteArray second;
};

Digests digestsOf(const QByteArray &content)
{
    RecordingSink sink;
    const Result<> read = readContent(content, sink);
    if (!read || sink.actions.size() != 1 || sink.sessions.size() != 2)
        return {};
    return {sink.actions[0].digest, sink.sessions[0].digest, sink.sessions[1].digest};
}

QByteArray replaced(const char *before, const char *after)
{
    return QByteArray(plain).replace(before, after);
}

} // namespace

class TestLheoSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheActionWithoutItsLheoActions();
    void keepsEachSessionInItsOwnAction();
    void digestTellsARealChangeOnly_data();
    void digestTellsARealChangeOnly();
    void digestsAreLongEnough();
};

void TestLheoSource::keepsTheActionWithoutItsLheoActions()
{
    RecordingSink sink;
    QVERIFY(readContent(plain, sink).has_value());
    QCOMPARE(sink.actions.at(0).source,
             QByteArray("<formation numero=\"F1\" datecrea=\"20260101\" datemaj=\"20260102\">"
                        "<intitule-formation>Soudeur &amp; &lt;TIG&gt;</intitule-formation>"
                        "<extras info=\"FLUX-CARIF\"><extra info=\"date-export\">20260102</extra>"
                        "<extra info=\"region\">84</extra></extras></formation>"));
}

void TestLheoSource::keepsEachSessionInItsOwnAction()
{
    RecordingSink sink;
    QVERIFY(readContent(plain, sink).has_value());
    QCOMPARE(sink.sessions.at(0).source,
             QByteArray("<action numero=\"A1\" datemaj=\"20260102\">"
                        "<rythme-formation>-</rythme-formation>"
                        "<session numero=\"S1\" datemaj=\"20260102\"><periode>"
                        "<debut>20270104</debut></periode><extras info=\"maison\">"
                        "<extra info=\"cle\">valeur</extra></extras></session>"
                        "<restauration>oui</restauration></action>"));
    QCOMPARE(sink.sessions.at(1).source,
             QByteArray("<action numero=\"A1\" datemaj=\"20260102\">"
                        "<rythme-formation>-</rythme-formation><session numero=\"S2\"/>"
                        "<restauration>oui</restauration></action>"));
}

void TestLheoSource::digestTellsARealChangeOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("actionChanges");
    QTest::addColumn<bool>("firstChanges");
    QTest::addColumn<bool>("secondChanges");
    const auto row = [](const char *name, const QByteArray &content, bool action, bool first,
                        bool second) {
        QTest::newRow(name) << content << action << first << second;
    };
    row("nothing", plain, false, false, false);
    row("indentation", QByteArray(plain).replace("><", ">\n\t  <"), false, false, false);
    row("datemaj", QByteArray(plain).replace("datemaj=\"20260102\"", "datemaj=\"20261231\""), false,
        false, false);
    row("horodatage", replaced("numero=\"S1\"", "numero=\"S1\" horodatage-export=\"2026-01-02\""),
        false, false, false);
    row("date of the export", replaced("date-export\">20260102", "date-export\">20260103"), false,
        false, false);
    row("prefix",
        QByteArray(plain)
            .replace("<", "<l:")
            .replace("<l:/", "</l:")
            .replace("<l:?xml", "<?xml")
            .replace("xmlns=", "xmlns:l="),
        false, false, false);
    row("comment", replaced("<periode>", "<!-- relu --><periode>"), false, false, false);
    row("title", replaced("Soudeur", "Soudeuse"), true, false, false);
    row("datecrea", replaced("datecrea=\"20260101\"", "datecrea=\"20260102\""), true, false, false);
    row("an extra of the formation", replaced("84", "83"), true, false, false);
    row("the LHEO action", replaced("oui", "non"), false, true, true);
    row("a date of one session", replaced("20270104", "20270105"), false, true, false);
    row("an unknown extra of one session", replaced("valeur", "autre"), false, true, false);
}

void TestLheoSource::digestTellsARealChangeOnly()
{
    QFETCH(QByteArray, content);
    const Digests before = digestsOf(plain);
    const Digests after = digestsOf(content);
    QVERIFY(!after.action.isEmpty());
    QTEST(after.action != before.action, "actionChanges");
    QTEST(after.first != before.first, "firstChanges");
    QTEST(after.second != before.second, "secondChanges");
}

void TestLheoSource::digestsAreLongEnough()
{
    const Digests digests = digestsOf(plain);
    QCOMPARE(digests.action.size(), 20);
    QCOMPARE(digests.first.size(), 20);
    QVERIFY(digests.first != digests.second);
}

QTEST_APPLESS_MAIN(TestLheoSource)
#include "tst_lheosource.moc"
