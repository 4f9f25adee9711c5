// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/offerfixture.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::test;

namespace {

const QString demoFile = QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml");
const QString exampleFile = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/exemple-2.3.xml");

QString described(const QList<Rejection> &remarks)
{
    QString text;
    for (const Rejection &remark : remarks) {
        text += QStringLiteral("\n%1 | %2 | %3 | %4")
                    .arg(remark.record, remark.field, remark.value, remark.expected);
    }
    return text;
}

QString message(const Written &written)
{
    return written.files ? QString() : written.files.error().message;
}

//! The schema, where it is there; else none, and our own checks alone are tried.
QString xsdIfThere()
{
    return QFile::exists(xsdFile) ? xsdFile : QString();
}

//! What the judges say of a file: both have nothing to say of one that is valid.
QString complaint(const QString &file)
{
    return QFile::exists(xsdFile) && hasXmllint() ? xmllintComplaint({file}) : QString();
}

qsizetype countIn(const QByteArray &text, const QByteArray &part)
{
    return text.count(part);
}

QList<OutgoingOffer> sampleOffers()
{
    return offersOfContent(feed(validFormation()));
}

QHash<QString, QByteArray> digestsOf(const WrittenLheo &lheo)
{
    QHash<QString, QByteArray> digests;
    for (const WrittenSession &session : lheo.written.sessions)
        digests.insert(session.key.session, session.digest);
    return digests;
}

} // namespace

class TestLheoFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWent_data();
    void comesBackAsItWent();
    void takesWhatOtherVersionsSay_data();
    void takesWhatOtherVersionsSay();
    void isTheSameInAnyOrderOfElements();
    void endsWithTheMarksOfTheFlow();
    void marksAreNotDoubled();
    void assessmentsStayAway_data();
    void assessmentsStayAway();
    void sessionsAreGroupedUnderTheirAction();
    void actionsThatDifferStayApart();
    void leavesOutNoMoreThanItMust_data();
    void leavesOutNoMoreThanItMust();
    void namesWhatItLeavesOut();
    void sourcesThatAreNoXmlAreLeftOut_data();
    void sourcesThatAreNoXmlAreLeftOut();
    void illegalCharactersNeverGoOut();
    void identifiersAreUnique();
    void digestTellsWhatThePartnerGets_data();
    void digestTellsWhatThePartnerGets();
    void leavesOutWhatTheSchemaRefuses();
    void schemaMustBeOne_data();
    void schemaMustBeOne();
    void fileWithoutAnyOfferIsRefused();
    void fileIsRemovedUnlessFinished();
    void fullDiskIsTold();
};

void TestLheoFile::comesBackAsItWent_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("demonstration") << demoFile;
    QTest::newRow("example") << exampleFile;
}

void TestLheoFile::comesBackAsItWent()
{
    QFETCH(QString, file);
    if (!QFile::exists(file))
        QSKIP("The sample data beside the project (shared/lheo/exemple-2.3.xml) is not there.");
    RecordingSink before;
    QVERIFY(readLheo(file, before).has_value());
    const WrittenLheo lheo(offersOf(before), Assessments::Kept, xsdIfThere());
    QCOMPARE(message(lheo.written), QString());
    QCOMPARE(*lheo.written.files, QStringList{QStringLiteral("lheo.xml")});
    QCOMPARE(described(lheo.written.remarks.leftOut), QString());
    QCOMPARE(described(lheo.written.remarks.altered), QString());
    QCOMPARE(lheo.written.sessions.size(), before.sessions.size());
    QCOMPARE(complaint(lheo.path()), QString());

    RecordingSink after;
    QVERIFY(readLheo(lheo.path(), after).has_value());
    QCOMPARE(after.order, before.order);
    QCOMPARE(after.warnings, QStringList());
    for (qsizetype i = 0; i < before.actions.size(); ++i) {
        QVERIFY(after.actions.at(i).action == before.actions.at(i).action);
        QCOMPARE(after.actions.at(i).digest, before.actions.at(i).digest);
    }
    for (qsizetype i = 0; i < before.sessions.size(); ++i) {
        QVERIFY(after.sessions.at(i).session == before.sessions.at(i).session);
        QCOMPARE(after.sessions.at(i).source, before.sessions.at(i).source);
        QCOMPARE(after.sessions.at(i).digest, before.sessions.at(i).digest);
    }
}

void TestLheoFile::takesWhatOtherVersionsSay_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("2.2") << QByteArray("<lheo xmlns=\"http://www.lheo.org/2.2\"><offres>")
                         << QByteArray("</offres></lheo>");
    QTest::newRow("2.0") << QByteArray("<lheo xmlns=\"http://www.lheo.org/2.0\"><offres>")
                         << QByteArray("</offres></lheo>");
    QTest::newRow("no namespace") << QByteArray("<lheo><offres>") << QByteArray("</offres></lheo>");
    QTest::newRow("lheo-plus") << QByteArray(
                                      "<lheo-plus xmlns=\"http://www.lheo.org/2.2\"><lheo><offres>")
                               << QByteArray("</offres></lheo></lheo-plus>");
}

void TestLheoFile::takesWhatOtherVersionsSay()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    const QByteArray meeting =
        "<adresse-information><adresse><ligne>a</ligne><codepostal>63000</codepostal>"
        "<ville>Riom</ville></adresse></adresse-information>"
        "<date-information><date>20270115</date></date-information>";
    QByteArray formation = validFormation();
    formation.replace("<nombre-heures-total>", meeting + "<nombre-heures-total>");
    RecordingSink before;
    QVERIFY(readContent(start + formation + end, before).has_value());
    const WrittenLheo lheo(offersOf(before), Assessments::Kept, xsdIfThere());
    QCOMPARE(described(lheo.written.remarks.leftOut), QString());
    QCOMPARE(described(lheo.written.remarks.altered), QString());
    QCOMPARE(complaint(lheo.path()), QString());
    RecordingSink after;
    QVERIFY(readLheo(lheo.path(), after).has_value());
    QCOMPARE(after.warnings, QStringList());
    QCOMPARE(after.sessions.size(), 3);
    QCOMPARE(after.sessions.first().session.infoMeetings.size(), 1);
    for (qsizetype i = 0; i < after.sessions.size(); ++i)
        QVERIFY(after.sessions.at(i).session == before.sessions.at(i).session);
}

void TestLheoFile::isTheSameInAnyOrderOfElements()
{
    // Each element's children the other way round; those of one name keep their order.
    const std::function<QByteArray(QXmlStreamReader &)> turned = [&](QXmlStreamReader &xml) {
        const QByteArray name = xml.name().toUtf8();
        QByteArray start = '<' + name;
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            start += ' ' + attribute.name().toUtf8() + "=\"" +
                     attribute.value().toString().toHtmlEscaped().toUtf8() + '"';
        QByteArray content;
        QList<std::pair<QByteArray, QByteArray>> children;
        while (!xml.readNext() || !xml.isEndElement()) {
            if (xml.isStartElement()) {
                const QByteArray child = xml.name().toUtf8();
                children.append({child, turned(xml)});
            } else if (xml.isCharacters()) {
                content += xml.text().toString().toHtmlEscaped().toUtf8();
            }
        }
        while (!children.isEmpty()) {
            const QByteArray last = children.last().first;
            for (qsizetype i = 0; i < children.size();) {
                if (children.at(i).first == last)
                    content += children.takeAt(i).second;
                else
                    ++i;
            }
        }
        return start + '>' + content + "</" + name + '>';
    };
    QXmlStreamReader xml(validFormation());
    xml.readNextStartElement();
    const QByteArray shuffled = turned(xml);
    QVERIFY(shuffled.indexOf("<fin>") < shuffled.indexOf("<debut>"));
    const WrittenLheo straight(sampleOffers());
    const WrittenLheo lheo(offersOfContent(feed(shuffled)), Assessments::Kept, xsdIfThere());
    QCOMPARE(described(lheo.written.remarks.altered), QString());
    QCOMPARE(lheo.written.keys().size(), 3);
    QCOMPARE(complaint(lheo.path()), QString());
    auto digests = digestsOf(lheo);
    QCOMPARE(digests, digestsOf(straight));
}

void TestLheoFile::endsWithTheMarksOfTheFlow()
{
    const WrittenLheo lheo(sampleOffers());
    const QByteArray xml = lheo.xml();
    QVERIFY(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<lheo xmlns=\"http://lheo.gouv.fr/2.3\" datemaj=\"20261123\" "
                           "horodatage-export=\"2026-11-23T06:30:05+01:00\">\n<offres>\n"
                           "<formation numero=\"F1\""));
    QVERIFY(xml.endsWith("</offres>\n<extras info=\"FLUX-CARIF\">"
                         "<extra info=\"numero-CARIF\">03</extra><extra info=\"region\">84</extra>"
                         "<extra info=\"email-CARIF\">offre@carif.example.org</extra>"
                         "<extra info=\"date-export\">20261123</extra>"
                         "<extra info=\"heure-export\">063005</extra></extras>\n</lheo>\n"));
}

void TestLheoFile::marksAreNotDoubled()
{
    const QByteArray marks = "<extras info=\"FLUX-CARIF\"><extra info=\"numero-CARIF\">14</extra>"
                             "<extra info=\"date-export\">20260102</extra></extras>";
    const WrittenLheo lheo(
        offersWith("</organisme-formation-responsable>",
                   "</organisme-formation-responsable>" + marks + "<extras info=\"autre\"/>"));
    QCOMPARE(described(lheo.written.remarks.altered), QString());
    QCOMPARE(countIn(lheo.xml(), "FLUX-CARIF"), 1);
    QCOMPARE(countIn(lheo.xml(), "<extras info=\"autre\"/>"), 1);
    const auto digests = digestsOf(
        WrittenLheo(offersWith("</organisme-formation-responsable>",
                               "</organisme-formation-responsable><extras info=\"autre\"/>")));
    QCOMPARE(digestsOf(lheo), digests);
}

void TestLheoFile::assessmentsStayAway_data()
{
    QTest::addColumn<QByteArray>("inSession");
    const QByteArray bilan = "<extras info=\"bilan-final\"><extra info=\"date\">20270304</extra>"
                             "</extras>";
    QTest::newRow("as ours") << "<extras info=\"bilans\">" + bilan + "</extras>";
    QTest::newRow("in another group")
        << "<extras info=\"maison\"><extras info=\"bilans\">" + bilan + "</extras></extras>";
    QTest::newRow("without their group") << bilan;
    QTest::newRow("in capitals") << "<extras info=\"BILANS\">" + bilan + "</extras>";
    QTest::newRow("as an extra") << QByteArray(
        "<extras><extra info=\"bilan-intermediaire\">20270304</extra></extras>");
    QTest::newRow("within an extra") << "<extras><extra info=\"x\"><extras info=\"bilans\">" +
                                            bilan + "</extras></extra></extras>";
    QTest::newRow("as something foreign")
        << QByteArray("<extras><extra info=\"x\"><p info=\"bilans\">20270304</p></extra></extras>");
}

void TestLheoFile::assessmentsStayAway()
{
    QFETCH(QByteArray, inSession);
    const auto offers = offersWith(
        "<extras info=\"maison\"><extra info=\"cle\">valeur</extra></extras>",
        "<extras info=\"maison\"><extra info=\"cle\">valeur</extra></extras>" + inSession);
    const WrittenLheo open(offers, Assessments::LeftAway, xsdIfThere());
    QCOMPARE(open.written.keys().size(), 3);
    QCOMPARE(complaint(open.path()), QString());
    QVERIFY2(!open.xml().toLower().contains("bilan"), open.xml().constData());
    QVERIFY(!open.xml().contains("20270304"));
    QVERIFY(open.xml().contains("<extra info=\"cle\">valeur</extra>"));
    const WrittenLheo professional(offers, Assessments::Kept, xsdIfThere());
    QVERIFY(professional.xml().contains(inSession));
    QVERIFY(digestsOf(open)[QStringLiteral("S2")] != digestsOf(professional)[QStringLiteral("S2")]);
    QCOMPARE(digestsOf(open)[QStringLiteral("S3")], digestsOf(professional)[QStringLiteral("S3")]);
}

void TestLheoFile::sessionsAreGroupedUnderTheirAction()
{
    const WrittenLheo lheo(sampleOffers());
    QCOMPARE(countIn(lheo.xml(), "<action "), 2);
    QCOMPARE(countIn(lheo.xml(), "<session "), 3);
    QCOMPARE(lheo.written.keys(),
             QStringList({QStringLiteral("F1/A1/S1"), QStringLiteral("F1/A1/S2"),
                          QStringLiteral("F1/A2/S3")}));
    // One that follows the session of another action still goes to its sisters.
    QList<OutgoingOffer> offers = sampleOffers();
    offers.first().sessions.move(1, 2);
    const WrittenLheo mixed(offers);
    QCOMPARE(countIn(mixed.xml(), "<action "), 2);
    QCOMPARE(digestsOf(mixed), digestsOf(lheo));
}

void TestLheoFile::actionsThatDifferStayApart()
{
    QList<OutgoingOffer> offers = sampleOffers();
    offers.first().sessions[1].source.replace("Thiers", "Ambert");
    offers.first().sessions[1].session.place.city = QStringLiteral("Ambert");
    const WrittenLheo lheo(offers, Assessments::Kept, xsdIfThere());
    QCOMPARE(message(lheo.written), QString());
    QCOMPARE(complaint(lheo.path()), QString());
    RecordingSink after;
    QVERIFY(readLheo(lheo.path(), after).has_value());
    QCOMPARE(after.sessions.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QVERIFY(after.sessions.at(i).session == offers.first().sessions.at(i).session);
    QCOMPARE(countIn(lheo.xml(), "<action numero=\"A1\""), 2);
}

void TestLheoFile::leavesOutNoMoreThanItMust_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("written"); // numeros
    QTest::addColumn<QString>("leftOut"); // numero field
    QTest::addColumn<QString>("altered"); // field
    const auto row = [](const char *name, const char *before, const char *after,
                        const char *written, const char *leftOut, const char *altered) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after)
                            << QString::fromLatin1(written) << QString::fromLatin1(leftOut)
                            << QString::fromLatin1(altered);
    };
    row("one session",
        "<fin>20270625</fin></periode><adresse-inscription><adresse><ligne>1 rue "
        "Haute</ligne><codepostal>63300</codepostal><ville>Thiers</ville></adresse>"
        "</adresse-inscription></session>",
        "<fin>20270625</fin></periode></session>", "S1 S2", "S3 session/adresse-inscription", "");
    row("the actions",
        "<rythme-formation>Temps plein</rythme-formation><code-public-vise "
        "ref=\"V14\">80006</code-public-vise>",
        "<rythme-formation>-</rythme-formation>", "",
        "S1 action/code-public-vise S2 action/code-public-vise S3 action/code-public-vise", "");
    row("the formation", "<SIRET>99990010300022</SIRET>", "<SIRET>9999001030002</SIRET>", "",
        "S1 formation/organisme-formation-responsable/SIRET-organisme-formation/SIRET "
        "S2 formation/organisme-formation-responsable/SIRET-organisme-formation/SIRET "
        "S3 formation/organisme-formation-responsable/SIRET-organisme-formation/SIRET",
        "");
    row("an address that may lack",
        "<lieu-de-formation><coordonnees><adresse><ligne>1 rue Haute</ligne><codepostal>63300",
        "<lieu-de-formation><coordonnees><adresse><ligne>1 rue Haute</ligne><codepostal>633",
        "S1 S2 S3", "",
        "action/lieu-de-formation/coordonnees/adresse/codepostal "
        "action/lieu-de-formation/coordonnees/adresse/codepostal");
    row("a title without words", "<intitule-formation>Soudeur &amp; tuyauteur</intitule-formation>",
        "<intitule-formation/>", "",
        "S1 formation/intitule-formation S2 formation/intitule-formation "
        "S3 formation/intitule-formation",
        "");
    row("a text without words", "<objectif-formation>Souder</objectif-formation>", "", "S1 S2 S3",
        "", "formation/objectif-formation");
    row("a wrong state", "<etat-recrutement>1</etat-recrutement>",
        "<etat-recrutement>9</etat-recrutement>", "S1 S2 S3", "", "");
    row("an unknown element", "<certifiante>1</certifiante>",
        "<certifiante>1</certifiante><prix>3</prix>", "S1 S2 S3", "", "formation/prix");
}

void TestLheoFile::leavesOutNoMoreThanItMust()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray other =
        validFormation().replace("\"F1\"", "\"F2\"").replace("numero=\"S", "numero=\"T");
    QList<OutgoingOffer> offers = offersWith(before, after) + offersOfContent(feed(other));
    const WrittenLheo lheo(offers, Assessments::Kept, xsdIfThere());
    QCOMPARE(message(lheo.written), QString());
    QCOMPARE(complaint(lheo.path()), QString());
    QStringList sessions;
    for (const WrittenSession &session : lheo.written.sessions)
        sessions << session.key.session;
    QFETCH(QString, written);
    QCOMPARE(sessions.join(u' '), QStringLiteral("%1 T1 T2 T3").arg(written).trimmed());
    QStringList leftOut;
    for (const Rejection &rejection : lheo.written.remarks.leftOut)
        leftOut << rejection.record.section(u' ', 1, 1) << rejection.field;
    QTEST(leftOut.join(u' '), "leftOut");
    QStringList altered;
    for (const Rejection &rejection : lheo.written.remarks.altered)
        altered << rejection.field;
    QTEST(altered.join(u' '), "altered");
    RecordingSink sink;
    QVERIFY(readLheo(lheo.path(), sink).has_value());
    QCOMPARE(sink.sessions.size(), sessions.size());
}

void TestLheoFile::namesWhatItLeavesOut()
{
    const WrittenLheo lheo(offersWith("<debut>20270301</debut>", "<debut>20272301</debut>"));
    QCOMPARE(lheo.written.keys().size(), 2); // the reader itself refuses such a date

    QList<OutgoingOffer> offers = sampleOffers();
    offers.first().sessions[1].source.replace("20270301", "printemps");
    const WrittenLheo changed(offers);
    QCOMPARE(changed.written.remarks.leftOut.size(), 1);
    const Rejection rejection = changed.written.remarks.leftOut.first();
    QCOMPARE(rejection.file, QStringLiteral("lheo.xml"));
    QCOMPARE(rejection.record, QStringLiteral("session S2 (formation F1, action A1)"));
    QCOMPARE(rejection.field, QStringLiteral("session/periode/debut"));
    QCOMPARE(rejection.value, QStringLiteral("printemps"));
    QVERIFY(rejection.expected.contains(QStringLiteral("AAAAMMJJ")));
}

void TestLheoFile::sourcesThatAreNoXmlAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << QByteArray("<action numero=\"A1\"><session numero=\"S1\">");
    QTest::newRow("something else") << QByteArray("<formation/>");
    QTest::newRow("no session") << QByteArray("<action numero=\"A1\"/>");
    QTest::newRow("with a document type")
        << QByteArray("<!DOCTYPE action [<!ENTITY a \"b\">]><action>&a;</action>");
}

void TestLheoFile::sourcesThatAreNoXmlAreLeftOut()
{
    QFETCH(QByteArray, source);
    QList<OutgoingOffer> offers = sampleOffers();
    offers.first().sessions[0].source = source;
    const WrittenLheo lheo(offers, Assessments::Kept, xsdIfThere());
    QCOMPARE(message(lheo.written), QString());
    QCOMPARE(lheo.written.keys().size(), 2);
    QCOMPARE(lheo.written.remarks.leftOut.size(), 1);
    QVERIFY(lheo.written.remarks.leftOut.first().record.startsWith(QStringLiteral("session S1 ")));
    QVERIFY(!lheo.written.remarks.leftOut.first().expected.isEmpty());

    offers = sampleOffers() + offersOfContent(feed(validFormation().replace("\"F1\"", "\"F2\"")));
    offers.first().source = source;
    const WrittenLheo others(offers);
    QCOMPARE(others.written.keys().size(), 3);
    QCOMPARE(others.written.remarks.leftOut.size(), 3);
}

void TestLheoFile::illegalCharactersNeverGoOut()
{
    QList<OutgoingOffer> offers = sampleOffers();
    offers.first().source.replace("Plans, ", QByteArray("Pl\x01\x0B"
                                                        "ans\xEF\xBF\xBF, &#2;&#xFFFE;\xFF"));
    offers.first().sessions[1].source.replace("valeur", "va&#x1F;leur");
    const WrittenLheo lheo(offers, Assessments::Kept, xsdIfThere());
    QCOMPARE(lheo.written.keys().size(), 3);
    QCOMPARE(complaint(lheo.path()), QString());
    QVERIFY(lheo.xml().contains(">Plans, soudage<"));
    QVERIFY(lheo.xml().contains(">valeur<"));
    QStringList records;
    for (const Rejection &remark : lheo.written.remarks.altered)
        records << remark.record;
    QCOMPARE(records, QStringList({QStringLiteral("formation F1"),
                                   QStringLiteral("session S2 (formation F1, action A1)")}));
}

void TestLheoFile::identifiersAreUnique()
{
    QList<OutgoingOffer> offers = sampleOffers();
    OutgoingOffer &offer = offers.first();
    offer.source.replace("<certifiante>", "<certifiante id=\"c\">");
    offer.sessions[0].source.replace("<fin>", "<fin datemaj=\"x\" id=\"c\" info=\"i\">");
    offer.sessions[1].source.replace("<fin>", "<fin idref=\"c\">");
    offer.sessions[2].source.replace("<fin>", "<fin idref=\"d\">");
    OutgoingOffer second = offer;
    second.action.numero = QStringLiteral("F2");
    const WrittenLheo lheo({offer, second}, Assessments::Kept, xsdIfThere());
    QCOMPARE(lheo.written.keys().size(), 6);
    QCOMPARE(complaint(lheo.path()), QString());
    const QByteArray xml = lheo.xml();
    QCOMPARE(countIn(xml, " id=\"c\""), 1);
    QCOMPARE(countIn(xml, " idref=\"c\""), 1);
    QCOMPARE(countIn(xml, " idref=\"d\""), 0);
    QCOMPARE(countIn(xml, "<fin info=\"i\">"), 2);
}

void TestLheoFile::digestTellsWhatThePartnerGets_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("changed"); // sessions
    const auto row = [](const char *name, const char *before, const char *after,
                        const char *changed) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after)
                            << QString::fromLatin1(changed);
    };
    row("datemaj", "datemaj=\"20261106\"", "datemaj=\"20261231\"", "");
    row("horodatage", "datemaj=\"20261106\"",
        "horodatage-export=\"2026-11-23T06:30:00Z\" horodatage-modification="
        "\"2026-11-23T06:30:00Z\"",
        "");
    row("the formation", "Souder<", "Braser<", "S1 S2 S3");
    row("an action", "<action numero=\"A2\">", "<action numero=\"A2\" info=\"x\">", "S3");
    row("a session", "20270301", "20270302", "S2");
    row("an unknown extra", "valeur", "autre", "S2");
    row("what does not go out", "<certifiante>", "<prix>1</prix><certifiante>", "");
}

void TestLheoFile::digestTellsWhatThePartnerGets()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto first = digestsOf(WrittenLheo(sampleOffers()));
    const auto then = digestsOf(WrittenLheo(offersWith(before, after)));
    QStringList changed;
    for (const QString &session :
         {QStringLiteral("S1"), QStringLiteral("S2"), QStringLiteral("S3")}) {
        QCOMPARE(first[session].size(), 20);
        if (first[session] != then[session])
            changed << session;
    }
    QTEST(changed.join(u' '), "changed");

    QList<OutgoingOffer> offers = sampleOffers();
    offers.first().sessions[2].recruitment = RecruitmentState::Closed;
    const WrittenLheo closed(offers);
    QCOMPARE(countIn(closed.xml(), "<etat-recrutement>2</etat-recrutement>"), 1);
    QVERIFY(digestsOf(closed)[QStringLiteral("S3")] != first[QStringLiteral("S3")]);
}

void TestLheoFile::leavesOutWhatTheSchemaRefuses()
{
    // Stricter than LHEO 2.3: what our own checks let through, the schema stops.
    const Folder folder;
    const QString strict = folder.write(
        QStringLiteral("strict.xsd"),
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
        "targetNamespace=\"http://lheo.gouv.fr/2.3\" elementFormDefault=\"qualified\">"
        "<xs:element name=\"lheo\"/><xs:element name=\"debut\"><xs:simpleType>"
        "<xs:restriction base=\"xs:string\"><xs:enumeration value=\"20270208\"/>"
        "<xs:enumeration value=\"20270405\"/></xs:restriction></xs:simpleType></xs:element>"
        "</xs:schema>");
    const WrittenLheo lheo(sampleOffers(), Assessments::Kept, strict);
    QCOMPARE(message(lheo.written), QString());
    QCOMPARE(lheo.written.keys(),
             QStringList({QStringLiteral("F1/A1/S1"), QStringLiteral("F1/A2/S3")}));
    QCOMPARE(lheo.written.remarks.leftOut.size(), 1);
    const Rejection rejection = lheo.written.remarks.leftOut.first();
    QCOMPARE(rejection.record, QStringLiteral("session S2 (formation F1, action A1)"));
    QCOMPARE(rejection.field, QStringLiteral("debut"));
    QCOMPARE(rejection.value, QStringLiteral("20270301"));
    QVERIFY2(rejection.expected.contains(QStringLiteral("facet 'enumeration'")),
             qPrintable(rejection.expected));
    QVERIFY(!lheo.xml().contains("20270301"));

    const WrittenLheo none(offersWith("<certifiante>1</certifiante>",
                                      "<certifiante>1</certifiante>"
                                      "<extras><extra><debut>20270209</debut></extra></extras>"),
                           Assessments::Kept, strict);
    QCOMPARE(none.written.files.error().code, ErrorCode::Refused);
    QCOMPARE(none.written.remarks.leftOut.size(), 3);
}

void TestLheoFile::schemaMustBeOne_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << QByteArray() << ErrorCode::FileUnreadable;
    QTest::newRow("no XML") << QByteArray("PK\x03\x04") << ErrorCode::NotTheFormat;
    QTest::newRow("no schema") << feed({}) << ErrorCode::NotTheFormat;
    QTest::newRow("of something else")
        << QByteArray("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
                      "targetNamespace=\"http://www.lheo.org/2.2\"><xs:element name=\"lheo\"/>"
                      "</xs:schema>")
        << ErrorCode::NotTheFormat;
    QTest::newRow("broken")
        << QByteArray("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
                      "targetNamespace=\"http://lheo.gouv.fr/2.3\"><xs:element name=\"lheo\" "
                      "type=\"nowhere\"/></xs:schema>")
        << ErrorCode::NotTheFormat;
}

void TestLheoFile::schemaMustBeOne()
{
    QFETCH(QByteArray, content);
    const Folder folder;
    const QString name = content.isEmpty() ? folder.path(QStringLiteral("absent.xsd"))
                                           : folder.write(QStringLiteral("lheo.xsd"), content);
    const WrittenLheo lheo(sampleOffers(), Assessments::Kept, name);
    QVERIFY(!lheo.written.files.has_value());
    QTEST(lheo.written.files.error().code, "code");
    QVERIFY(message(lheo.written).contains(QStringLiteral(".xsd")));
    QVERIFY(!QFile::exists(lheo.path()));
}

void TestLheoFile::fileWithoutAnyOfferIsRefused()
{
    const WrittenLheo lheo({});
    QCOMPARE(lheo.written.files.error().code, ErrorCode::Refused);
    QVERIFY(message(lheo.written).contains(QStringLiteral("lheo.xml")));
    QVERIFY(!QFile::exists(lheo.path()));
}

void TestLheoFile::fileIsRemovedUnlessFinished()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xml"));
    {
        const auto writer = openLheoFile({folder.path(), sampleMarks(), {}},
                                         QStringLiteral("a.xml"), Assessments::Kept);
        QVERIFY(writer.has_value());
        QVERIFY((*writer)->add(sampleOffers().first()).has_value());
        QVERIFY(QFile::exists(path));
    }
    QVERIFY(!QFile::exists(path));
    const auto nowhere =
        openLheoFile({folder.filePath(QStringLiteral("absent")), sampleMarks(), {}},
                     QStringLiteral("a.xml"), Assessments::Kept);
    QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);
}

void TestLheoFile::fullDiskIsTold()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("This system has no device that is always full.");
    const QTemporaryDir folder;
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), folder.filePath(QStringLiteral("a.xml"))));
    const Written written = writeOffers(
        [](const OfferWriting &writing) {
            return openLheoFile(writing, QStringLiteral("a.xml"), Assessments::Kept);
        },
        {folder.path(), sampleMarks(), {}}, sampleOffers());
    QCOMPARE(written.files.error().code, ErrorCode::FileUnwritable);
    QVERIFY(message(written).contains(QStringLiteral("a.xml")));
    QVERIFY(message(written).contains(QStringLiteral("disque")));
}

QTEST_GUILESS_MAIN(TestLheoFile)
#include "tst_lheofile.moc"
