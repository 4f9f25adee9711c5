// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"

using namespace recoupe;
using namespace recoupe::test;

class TestLheoMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheMarketNumber_data();
    void findsTheMarketNumber();
    void findsFundings();
    void keepsPartialDates_data();
    void keepsPartialDates();
    void choosesThePlace_data();
    void choosesThePlace();
    void gathersContacts();
    void findsInfoMeetings_data();
    void findsInfoMeetings();
    void readsAssessments();
    void readsWhatHidesInExtras();
    void spellsOutLeftoverEntities_data();
    void spellsOutLeftoverEntities();
    void mapsTheAction();
};

void TestLheoMapping::findsTheMarketNumber_data()
{
    QTest::addColumn<QByteArray>("extras");
    QTest::addColumn<QString>("market");
    const auto group = [](const char *info, const QByteArray &inside) {
        return QByteArray("<extras info=\"") + info + "\">" + inside + "</extras>";
    };
    const auto extra = [](const char *info, const QByteArray &text) {
        return QByteArray("<extra info=\"") + info + "\">" + text + "</extra>";
    };
    const QByteArray reference = extra("ref-action-marche-financeur", " M1451401 ");
    const QByteArray number = extra("numero-marche", "M9999999");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("specificites") << group("specificites", reference) << QStringLiteral("M1451401");
    QTest::newRow("specificites before marche")
        << group("marche", number) + group("specificites", reference) << QStringLiteral("M1451401");
    QTest::newRow("a placeholder gives way")
        << group("specificites", extra("ref-action-marche-financeur", ".")) +
               group("marche", number)
        << QStringLiteral("M9999999");
    QTest::newRow("a placeholder alone stays as written")
        << group("specificites", extra("ref-action-marche-financeur", ".")) << QStringLiteral(".");
    QTest::newRow("empty gives way")
        << group("specificites", "<extra info=\"ref-action-marche-financeur\"/>") +
               group("marche", number)
        << QStringLiteral("M9999999");
    QTest::newRow("nested groups")
        << "<extras>" + group("specificites", "<extras>" + reference + "</extras>") + "</extras>"
        << QStringLiteral("M1451401");
    QTest::newRow("a budget line stays as written")
        << group("specificites", extra("ref-action-marche-financeur", "BOP 104"))
        << QStringLiteral("BOP 104");
    QTest::newRow("another group") << group("autre", reference) << QString();
}

void TestLheoMapping::findsTheMarketNumber()
{
    QFETCH(QByteArray, extras);
    const TrainingSession session =
        onlySession(feedOf("<organisme-financeur><code-financeur>2</code-financeur>" + extras +
                           "</organisme-financeur>"));
    QCOMPARE(session.fundings.size(), 1);
    QTEST(session.fundings[0].marketNumber, "market");
}

void TestLheoMapping::findsFundings()
{
    const TrainingSession session = onlySession(feedOf(
        "<organisme-financeur/>"
        "<organisme-financeur><code-financeur> 2 </code-financeur>"
        "<nb-places-financees>12</nb-places-financees><extras info=\"specificites\">"
        "<extra info=\"programme-financeur\">SIEG</extra><extra info=\"segment-sieg\">2</extra>"
        "</extras><extras info=\"marche\"><extra info=\"lot\">03</extra></extras>"
        "</organisme-financeur>"
        "<organisme-financeur><code-financeur>4</code-financeur></organisme-financeur>"));
    QCOMPARE(session.fundings.size(), 2);
    const Funding expected{2, {}, QStringLiteral("03"), QStringLiteral("SIEG"), 2, 12};
    QCOMPARE(session.fundings[0], expected);
    QCOMPARE(session.fundings[1].funderCode, 4);
}

void TestLheoMapping::keepsPartialDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PartialDate>("date");
    QTest::newRow("day") << QByteArray("20270104") << PartialDate(QDate(2027, 1, 4));
    QTest::newRow("spaces around") << QByteArray("\n 20270104 ") << PartialDate(QDate(2027, 1, 4));
    QTest::newRow("month") << QByteArray("20270900") << PartialDate::ofMonth(2027, 9);
    QTest::newRow("year") << QByteArray("20270000") << PartialDate::ofYear(2027);
    QTest::newRow("unknown start") << QByteArray("00000000") << *PartialDate::fromLheo(u"00000000");
    QTest::newRow("unknown end") << QByteArray("99999999") << *PartialDate::fromLheo(u"99999999");
    QTest::newRow("empty") << QByteArray() << PartialDate();
}

void TestLheoMapping::keepsPartialDates()
{
    QFETCH(QByteArray, text);
    QFETCH(PartialDate, date);
    const TrainingSession session = onlySession(
        feedOf({}, "<periode><debut>" + text + "</debut><fin>" + text + "</fin></periode>"));
    QVERIFY(session.start == date);
    QVERIFY(session.end == date);
}

void TestLheoMapping::choosesThePlace_data()
{
    QTest::addColumn<QByteArray>("places");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("city");
    QTest::addColumn<int>("others");
    const auto site = [](const QByteArray &tag, const QByteArray &name, const QByteArray &address) {
        return "<lieu-de-formation" + tag + "><coordonnees><nom>" + name + "</nom>" + address +
               "</coordonnees></lieu-de-formation>";
    };
    const QByteArray vichy = "<adresse><ligne>1 rue A</ligne><codepostal>03200</codepostal>"
                             "<ville>Vichy</ville></adresse>";
    const QByteArray thiers = "<adresse><denomination>Le Lac</denomination><codepostal>63300"
                              "</codepostal><ville>Thiers</ville></adresse>";
    QTest::newRow("none") << QByteArray() << QString() << QString() << 0;
    QTest::newRow("empty") << QByteArray("<lieu-de-formation><coordonnees numero=\"\"/>"
                                         "</lieu-de-formation>")
                           << QString() << QString() << 0;
    QTest::newRow("one") << site({}, "Atelier", vichy) << QStringLiteral("Atelier")
                         << QStringLiteral("Vichy") << 0;
    QTest::newRow("denomination first")
        << site({}, "Atelier", thiers) << QStringLiteral("Le Lac") << QStringLiteral("Thiers") << 0;
    QTest::newRow("without address")
        << site({}, "Atelier", {}) << QStringLiteral("Atelier") << QString() << 0;
    QTest::newRow("the first") << site({}, "Atelier", vichy) + site({}, "B", thiers)
                               << QStringLiteral("Atelier") << QStringLiteral("Vichy") << 1;
    QTest::newRow("the principal")
        << site({}, "Atelier", vichy) + site(" tag=\"principal\"", "B", thiers)
        << QStringLiteral("Le Lac") << QStringLiteral("Thiers") << 1;
}

void TestLheoMapping::choosesThePlace()
{
    QFETCH(QByteArray, places);
    const TrainingSession session = onlySession(feedOf(places));
    QTEST(session.place.name, "name");
    QTEST(session.place.city, "city");
    QTEST(int(session.otherPlaces.size()), "others");
}

void TestLheoMapping::gathersContacts()
{
    const TrainingSession session = onlySession(feedOf(
        "<organisme-formateur/><organisme-formateur><SIRET-formateur><SIRET>012345678 90123"
        "</SIRET></SIRET-formateur><contact-formateur><coordonnees><nom>A</nom></coordonnees>"
        "</contact-formateur><contact-formateur><coordonnees><nom>B</nom><telfixe>"
        "<numtel>04 65 71 00 00</numtel></telfixe></coordonnees></contact-formateur>"
        "</organisme-formateur>",
        "<contact-session/><contact-session><coordonnees><nom>C</nom></coordonnees>"
        "</contact-session><contact-session tag=\"principal\"><coordonnees>"
        "<civilite>Madame</civilite><nom>D</nom><prenom>Zoé</prenom>"
        "<portable><numtel>06 39 98 00 00</numtel></portable>"
        "<telfixe><numtel>04 65 71 00 01</numtel><numtel>04 65 71 00 02</numtel></telfixe>"
        "<courriel>zoe@example.org</courriel></coordonnees></contact-session>"));
    QCOMPARE(session.contacts.size(), 2);
    const Contact principal{
        QStringLiteral("Madame"),
        QStringLiteral("Zoé"),
        QStringLiteral("D"),
        {QStringLiteral("04 65 71 00 01"), QStringLiteral("04 65 71 00 02"),
         QStringLiteral("06 39 98 00 00")},
        QStringLiteral("zoe@example.org"),
    };
    QCOMPARE(session.contacts[0], principal);
    QCOMPARE(session.deliverers.size(), 1);
    QCOMPARE(session.deliverers[0].siret, QStringLiteral("012345678 90123"));
    QCOMPARE(session.deliverers[0].contact.lastName, QStringLiteral("B"));
}

void TestLheoMapping::findsInfoMeetings_data()
{
    QTest::addColumn<QByteArray>("inAction");
    QTest::addColumn<QByteArray>("inSession");
    QTest::addColumn<QStringList>("dates");
    const QByteArray ofAction = "<date-information><date>00000000</date></date-information>"
                                "<date-information><date>20270110</date></date-information>"
                                "<date-information/>";
    const auto meeting = [](const QByteArray &modality, const QByteArray &date) {
        return "<recrutement><modalite-recrutement>" + modality +
               "</modalite-recrutement><periode><debut>" + date +
               "</debut></periode></recrutement>";
    };
    QTest::newRow("none") << QByteArray() << QByteArray() << QStringList();
    QTest::newRow("2.2") << ofAction << QByteArray() << QStringList{QStringLiteral("20270110")};
    QTest::newRow("2.3") << ofAction << meeting("9", "20270112") + meeting("8", "20270113")
                         << QStringList{QStringLiteral("20270112")};
    QTest::newRow("2.3 without a date")
        << ofAction << meeting("9", "00000000") << QStringList{QStringLiteral("20270110")};
}

void TestLheoMapping::findsInfoMeetings()
{
    QFETCH(QByteArray, inAction);
    QFETCH(QByteArray, inSession);
    QStringList dates;
    for (const InfoMeeting &meeting : onlySession(feedOf(inAction, inSession)).infoMeetings)
        dates << meeting.date.toLheo();
    QTEST(dates, "dates");
}

void TestLheoMapping::readsAssessments()
{
    const auto bilan = [](const QByteArray &kind, const QByteArray &date) {
        return "<extras info=\"" + kind + "\"><extra info=\"date\">" + date + "</extra></extras>";
    };
    const TrainingSession session = onlySession(
        feedOf({}, "<extras info=\"bilans\">" + bilan("bilan-intermediaire", "20270104") +
                       bilan("bilan-intermediaire", "20270200") + bilan("bilan-final", "demain") +
                       bilan("autre", "20270101") + "</extras>"));
    const QList<Assessment> expected{
        {PartialDate(QDate(2027, 1, 4)), false, {}},
        {PartialDate::ofMonth(2027, 2), false, {}},
        {PartialDate(), true, {}},
    };
    QVERIFY((session.assessments == expected));
}

void TestLheoMapping::readsWhatHidesInExtras()
{
    const TrainingSession session = onlySession(feedOf(
        "<extras info=\"duree-hebdo\"><extra info=\"duree-hebdo\">35</extra></extras>"
        "<extras info=\"type-action\"><extra info=\"action-perimee\">0</extra></extras>",
        "<extras info=\"specificites-session\"><extra>Groupe 1</extra>"
        "<extra info=\"x\">le <b>matin</b></extra></extras>"
        "<extras info=\"session-perimee\"><extra info=\"session-perimee\">1</extra></extras>"));
    QCOMPARE(session.duration.weeklyHours, std::optional<int>(35));
    QCOMPARE(session.particularity, QStringLiteral("Groupe 1 le matin"));
    QVERIFY(session.outdatedOnPortal);
}

void TestLheoMapping::spellsOutLeftoverEntities_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("shown");
    QTest::newRow("once escaped") << QByteArray("R &amp; D") << QStringLiteral("R & D");
    QTest::newRow("twice escaped")
        << QByteArray("R &amp;amp; D &amp;gt; 2") << QStringLiteral("R & D > 2");
    QTest::newRow("only once more") << QByteArray("&amp;amp;amp;") << QStringLiteral("&amp;");
    QTest::newRow("HTML entity") << QByteArray("form&amp;eacute;") << QStringLiteral("formé");
    QTest::newRow("numbers") << QByteArray("&amp;#233;&amp;#xE9;") << QStringLiteral("éé");
    QTest::newRow("not an entity")
        << QByteArray("A&amp;B; C&amp;xyzzy;") << QStringLiteral("A&B; C&xyzzy;");
    QTest::newRow("HTML stays") << QByteArray("&lt;p&gt;Bonjour&lt;/p&gt;")
                                << QStringLiteral("<p>Bonjour</p>");
    QTest::newRow("CDATA") << QByteArray("<![CDATA[<p>R & D</p>]]>")
                           << QStringLiteral("<p>R & D</p>");
}

void TestLheoMapping::spellsOutLeftoverEntities()
{
    QFETCH(QByteArray, written);
    const TrainingSession session =
        onlySession(feedOf("<rythme-formation>" + written + "</rythme-formation>"));
    QTEST(session.rhythm, "shown");
}

void TestLheoMapping::mapsTheAction()
{
    RecordingSink sink;
    QVERIFY(readContent(feed("<formation numero=\" F1 \" href=\"\" datecrea=\"20260101\" "
                             "datemaj=\"00000000\">"
                             "<domaine-formation><code-FORMACODE>11111</code-FORMACODE>"
                             "<code-FORMACODE tag=\"principal\">22222</code-FORMACODE>"
                             "<code-NSF>415</code-NSF><code-NSF tag=\"principal\">233</code-NSF>"
                             "</domaine-formation>"
                             "<intitule-formation> Soudeur </intitule-formation><certifiante>1"
                             "</certifiante><contact-formation><coordonnees/></contact-formation>"
                             "<contact-formation><coordonnees><nom>A</nom></coordonnees>"
                             "</contact-formation><certification><code-RNCP>RNCP1</code-RNCP>"
                             "<code-CERTIFINFO>2</code-CERTIFINFO></certification><certification/>"
                             "<organisme-formation-responsable><SIRET-organisme-formation>"
                             "<SIRET>01234567890123</SIRET></SIRET-organisme-formation>"
                             "<nom-organisme>Non renseigné</nom-organisme><raison-sociale>ACME"
                             "</raison-sociale></organisme-formation-responsable></formation>"),
                        sink)
                .has_value());
    const TrainingAction &action = sink.actions.at(0).action;
    QCOMPARE(action.numero, QStringLiteral("F1"));
    QCOMPARE(action.title, QStringLiteral("Soudeur"));
    QCOMPARE(action.certifying, std::optional<bool>(true));
    QCOMPARE(action.formacodes.join(u' '), QStringLiteral("22222 11111"));
    QCOMPARE(action.nsfCodes.join(u' '), QStringLiteral("233 415"));
    QCOMPARE(action.certifications.join(u' '), QStringLiteral("RNCP1 2"));
    QCOMPARE(action.contacts.size(), 1);
    QCOMPARE(action.mandataire.siret, QStringLiteral("01234567890123"));
    QCOMPARE(action.mandataire.displayName(), QStringLiteral("ACME"));
    QCOMPARE(action.createdOn.toLheo(), QStringLiteral("20260101"));
    QCOMPARE(action.changedOn.toLheo(), QStringLiteral("00000000"));
}

QTEST_APPLESS_MAIN(TestLheoMapping)
#include "tst_lheomapping.moc"
