// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoconformer.h"
#include "exchange/lheo/lheovalue.h"
#include "exchange/offerfixture.h"
#include "exchange/xml/xmlbytes.h"

#include <algorithm>

using namespace recoupe;
using namespace recoupe::test;

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

//! What became of an element: its XML, or the defect for which there is none.
struct Outcome
{
    QString xml;
    Rejection defect;
    QList<Rejection> remarks;
};

Outcome conform(const QByteArray &source, const LheoAmendments &amendments = {},
                std::string_view hole = {})
{
    XmlTree tree;
    if (const Result<> read = readXmlBytes(source, QStringLiteral("essai"), tree); !read)
        qFatal("no XML: %s", qPrintable(read.error().message));
    Outcome outcome;
    const XmlElement root = tree.root();
    const Mapped<LheoFragment> made =
        conformed(root, *lheoElement(root.name()), hole, amendments, outcome.remarks);
    if (made)
        outcome.xml = textOf(made->xml.text);
    else
        outcome.defect = made.error();
    return outcome;
}

QByteArray tagged(const QString &name, const QString &content)
{
    return QStringLiteral("<%1>%2</%1>").arg(name, content).toUtf8();
}

QString innerXml(const QString &xml)
{
    const qsizetype begin = xml.indexOf(u'>') + 1;
    return xml.mid(begin, xml.lastIndexOf(u'<') - begin);
}

qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

const QString word = QStringLiteral("déjà ");

//! Words of four letters, as many characters as asked for.
QString wordsOf(int count)
{
    QString text;
    while (text.size() < count)
        text += word;
    text.truncate(count);
    if (text.endsWith(u' '))
        text.back() = u'x';
    return text;
}

} // namespace

class TestLheoConformer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTextsWithinTheirLimits_data();
    void keepsTextsWithinTheirLimits();
    void refusesTokensBeyondTheirLimits_data();
    void refusesTokensBeyondTheirLimits();
    void takesListedCodesAlone_data();
    void takesListedCodesAlone();
    void makesValuesFit_data();
    void makesValuesFit();
    void cutsNoSignInTwo();
    void setsElementsRight_data();
    void setsElementsRight();
    void keepsNoMoreThanThereMayBe_data();
    void keepsNoMoreThanThereMayBe();
    void prefersThePrincipalOne();
    void spreadsLongLines_data();
    void spreadsLongLines();
    void judgesAttributes_data();
    void judgesAttributes();
    void namesTheMandatoryElementThatLacks_data();
    void namesTheMandatoryElementThatLacks();
    void fillsTextsAsProducersDo_data();
    void fillsTextsAsProducersDo();
    void writesTheStateInForce_data();
    void writesTheStateInForce();
    void leavesTheHoleOpen();
};

void TestLheoConformer::keepsTextsWithinTheirLimits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("most");
    for (const LheoElement &element : lheoElements()) {
        if (element.content == LheoContent::Text && element.name != "ligne")
            QTest::newRow(element.name.data()) << textOf(element.name) << element.maxLength;
    }
}

void TestLheoConformer::keepsTextsWithinTheirLimits()
{
    QFETCH(QString, name);
    QFETCH(int, most);
    const QString longest = wordsOf(most);
    const Outcome whole = conform(tagged(name, longest));
    QCOMPARE(innerXml(whole.xml), longest);
    QVERIFY(whole.remarks.isEmpty());

    const Outcome cut = conform(tagged(name, longest + QStringLiteral("s encore")));
    const QString text = innerXml(cut.xml);
    QVERIFY2(characters(text) <= most, qPrintable(text));
    QVERIFY(characters(text) > most - 2 * word.size());
    QVERIFY2(text.endsWith(QStringLiteral("déjà…")), qPrintable(text.right(10)));
    QCOMPARE(cut.remarks.size(), 1);
    QCOMPARE(cut.remarks.first().field, name);
    QVERIFY(cut.remarks.first().expected.contains(QString::number(most)));
    QVERIFY(!cut.remarks.first().value.isEmpty());

    // Characters count, not the bytes or the halves that they are stored in.
    const QString astral = QStringLiteral("𝄞").repeated(most);
    QCOMPARE(innerXml(conform(tagged(name, astral)).xml), astral);
}

void TestLheoConformer::refusesTokensBeyondTheirLimits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    for (const LheoElement &element : lheoElements()) {
        if (element.content == LheoContent::Token)
            QTest::newRow(element.name.data())
                << textOf(element.name) << element.minLength << element.maxLength;
    }
}

void TestLheoConformer::refusesTokensBeyondTheirLimits()
{
    QFETCH(QString, name);
    QFETCH(int, least);
    QFETCH(int, most);
    const QString digits = QStringLiteral("7").repeated(most);
    QCOMPARE(innerXml(conform(tagged(name, digits)).xml), digits);
    const Outcome tooLong = conform(tagged(name, digits + u'7'));
    QCOMPARE(tooLong.xml, QString());
    QCOMPARE(tooLong.defect.field, name);
    QCOMPARE(tooLong.defect.value.left(60), QString(digits + u'7').left(60));
    QVERIFY(tooLong.defect.expected.contains(QString::number(most)));
    if (least > 1)
        QCOMPARE(conform(tagged(name, QStringLiteral("7").repeated(least - 1))).xml, QString());
    if (least > 0)
        QCOMPARE(conform(tagged(name, {})).xml, QString());
    // Spaces that people put between digits are no part of it, where it is too long with them.
    const Outcome spaced = conform(tagged(name, QStringLiteral("7 ").repeated(most)));
    QCOMPARE(innerXml(spaced.xml), digits);
    QCOMPARE(spaced.remarks.size(), most > 1 ? 1 : 0);
}

void TestLheoConformer::takesListedCodesAlone_data()
{
    QTest::addColumn<QString>("name");
    for (const LheoElement &element : lheoElements()) {
        if (element.content == LheoContent::Code)
            QTest::newRow(element.name.data()) << textOf(element.name);
    }
}

void TestLheoConformer::takesListedCodesAlone()
{
    QFETCH(QString, name);
    const LheoElement &element = *lheoElement(name.toStdString());
    for (int code = -1; code < 30; ++code) {
        const QString text = QString::number(code);
        const bool isListed =
            std::ranges::find(element.codes, text.toStdString()) != element.codes.end();
        const Outcome outcome = conform(tagged(name, text));
        QCOMPARE(!outcome.xml.isEmpty(), isListed);
        if (!isListed)
            QCOMPARE(outcome.defect.value, text);
        QCOMPARE(!conform(tagged(name, u'\n' + text + u' ')).xml.isEmpty(), isListed);
    }
    QVERIFY(conform(tagged(name, QStringLiteral("oui"))).xml.isEmpty());
    QVERIFY(conform(tagged(name, {})).xml.isEmpty());
}

void TestLheoConformer::makesValuesFit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("fitted"); // empty: there is no way
    QTest::addColumn<int>("remarks");
    const auto row = [](const char *name, const char *written, const char *fitted, int remarks) {
        QTest::addRow("%s %s", name, written)
            << QString::fromLatin1(name) << QString::fromUtf8(written) << QString::fromUtf8(fitted)
            << remarks;
    };
    row("debut", "20270104", "20270104", 0);
    row("debut", "00000000", "00000000", 0);
    row("debut", "99999999", "99999999", 0);
    row("debut", "20270900", "20270900", 0);
    row("debut", "2027-01-04", "20270104", 1);
    row("debut", "04/01/2027", "", 0);
    row("debut", "2027010", "", 0);
    row("debut", "2027010a", "", 0);
    row("debut", "20272104", "", 0);
    row("debut", "20270144", "", 0);
    row("debut", "", "", 0);
    row("nombre-heures-total", "400", "400", 0);
    row("nombre-heures-total", "-1", "-1", 0);
    row("nombre-heures-total", "400,00", "400", 1);
    row("nombre-heures-total", "400,5", "", 0);
    row("nombre-heures-total", "quatre cents", "", 0);
    row("nombre-heures-total", "99999999999999999999", "", 0);
    row("SIRET", "999 900 103 00022", "99990010300022", 1);
    row("SIRET", "  99990010300022\n", "99990010300022", 0);
    row("SIRET", "9999001030002", "", 0);
    row("heure-debut", "14 h 15", "14h15", 1);
    row("code-RNCP", "RNCP40181", "RNCP40181", 0);
    row("code-RNCP", "RNCP 40181", "RNCP 40181", 0);
    row("code-RNCP", "RNCP  40181", "RNCP40181", 1);
    row("ville", "  Thiers ", "  Thiers ", 0);
    row("ville", "-", "-", 0);
}

void TestLheoConformer::makesValuesFit()
{
    QFETCH(QString, name);
    QFETCH(QString, written);
    const Outcome outcome = conform(tagged(name, written));
    QTEST(innerXml(outcome.xml), "fitted");
    QTEST(int(outcome.remarks.size()), "remarks");
}

void TestLheoConformer::cutsNoSignInTwo()
{
    // e with its accent apart: 25 signs of two characters each, and one more.
    const QString accents = QStringLiteral("e\u0301").repeated(26);
    const QString text = innerXml(conform(tagged(QStringLiteral("ville"), accents)).xml);
    QCOMPARE(text, QStringLiteral("e\u0301").repeated(24) + u'…');
}

void TestLheoConformer::setsElementsRight_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QStringList>("remarked");
    const auto row = [](const char *name, const char *source, const char *written,
                        const QStringList &remarked = {}) {
        QTest::newRow(name) << QByteArray(source) << QByteArray(written) << remarked;
    };
    const auto field = [](const char *text) { return QStringList{QString::fromLatin1(text)}; };
    row("order",
        "<periode><extras info=\"a\"/><fin>20270102</fin><debut>20270101</debut></periode>",
        "<periode><debut>20270101</debut><fin>20270102</fin><extras info=\"a\"/></periode>");
    row("order of repeated ones",
        "<domaine-formation><code-NSF>254</code-NSF><code-FORMACODE>11111</code-FORMACODE>"
        "<code-NSF>255</code-NSF><code-FORMACODE>22222</code-FORMACODE></domaine-formation>",
        "<domaine-formation><code-FORMACODE>11111</code-FORMACODE><code-FORMACODE>22222"
        "</code-FORMACODE><code-NSF>254</code-NSF><code-NSF>255</code-NSF></domaine-formation>");
    row("empty optional", "<coordonnees numero=\"\"><nom/><ligne></ligne><web/></coordonnees>",
        "<coordonnees numero=\"\"/>");
    row("emptied optional",
        "<session><periode><debut>20270101</debut><fin>20270102</fin></periode>"
        "<adresse-inscription><adresse><ligne>a</ligne><codepostal>63000</codepostal>"
        "<ville>b</ville></adresse></adresse-inscription><reference-certification>"
        "<reference-code-RS/></reference-certification></session>",
        "<session><periode><debut>20270101</debut><fin>20270102</fin></periode>"
        "<adresse-inscription><adresse><ligne>a</ligne><codepostal>63000</codepostal>"
        "<ville>b</ville></adresse></adresse-inscription></session>");
    row("unknown", "<certification><code-RNCP>320</code-RNCP><codeRS>1</codeRS></certification>",
        "<certification><code-RNCP>320</code-RNCP></certification>", field("certification/codeRS"));
    row("known elsewhere", "<certification><SIRET>1</SIRET></certification>", "<certification/>",
        field("certification/SIRET"));
    row("stray text", "<certification>libre<code-RNCP>320</code-RNCP></certification>",
        "<certification><code-RNCP>320</code-RNCP></certification>", field("certification"));
    row("marked-up text", "<commentaire>un <b>mot</b> fort</commentaire>",
        "<commentaire>un  mot  fort</commentaire>", field("commentaire"));
    row("invalid optional",
        "<organisme-financeur><code-financeur>2</code-financeur>"
        "<nb-places-financees>dix</nb-places-financees></organisme-financeur>",
        "<organisme-financeur><code-financeur>2</code-financeur></organisme-financeur>",
        field("organisme-financeur/nb-places-financees"));
    row("invalid in something optional",
        "<coordonnees><nom>A</nom><adresse><ligne>a</ligne><codepostal>630</codepostal>"
        "<ville>b</ville></adresse></coordonnees>",
        "<coordonnees><nom>A</nom></coordonnees>", field("coordonnees/adresse/codepostal"));
    row("invalid among several",
        "<telfixe><numtel>0123456789012345678901234567</numtel><numtel>04 65</numtel></telfixe>",
        "<telfixe><numtel>04 65</numtel></telfixe>", field("telfixe/numtel"));
    row("unknown extras, as they came",
        "<extras info=\"maison\" tag=\"x\"><extra/><extra info=\"cle\" autre=\"1\">un <b "
        "a=\"&lt;\">"
        "deux</b> trois<vide/></extra><extras><extra>&amp;</extra></extras></extras>",
        "<extras info=\"maison\" tag=\"x\"><extra/><extra info=\"cle\" autre=\"1\">un <b "
        "a=\"&lt;\">"
        "deux</b> trois<vide/></extra><extras><extra>&amp;</extra></extras></extras>");
    row("LHEO within extras",
        "<extras><extra info=\"c\"><coordonnees><courriel>a@b.fr</courriel><nom>A</nom>"
        "<ligne>l</ligne></coordonnees></extra></extras>",
        "<extras><extra info=\"c\"><coordonnees><nom>A</nom><ligne>l</ligne>"
        "<courriel>a@b.fr</courriel></coordonnees></extra></extras>");
    row("invalid LHEO within extras",
        "<extras><extra info=\"c\"><SIRET>1</SIRET><nom>A</nom></extra></extras>",
        "<extras><extra info=\"c\"><nom>A</nom></extra></extras>", field("extras/extra/SIRET"));
    row("something else than extra in extras", "<extras><extra>a</extra><note>b</note></extras>",
        "<extras><extra>a</extra></extras>", field("extras/note"));
    row("marks of another export",
        "<extras><extras info=\"FLUX-CARIF\"><extra info=\"region\">84</extra></extras>"
        "<extra>a</extra></extras>",
        "<extras><extra>a</extra></extras>");
}

void TestLheoConformer::setsElementsRight()
{
    QFETCH(QByteArray, source);
    const Outcome outcome = conform(source);
    QTEST(outcome.xml.toUtf8(), "written");
    QStringList remarked;
    for (const Rejection &remark : outcome.remarks) {
        remarked << remark.field;
        QVERIFY(!remark.expected.isEmpty());
    }
    QTEST(remarked, "remarked");
}

void TestLheoConformer::keepsNoMoreThanThereMayBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("child");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("most");
    const auto row = [](const char *name, const char *child, const char *value, int most) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(child)
                            << QString::fromLatin1(value) << most;
    };
    row("domaine-formation", "code-FORMACODE", "12345", 5);
    row("potentiel", "code-FORMACODE", "12345", 25);
    row("url-formation", "urlweb", "https://a.fr", 3);
    row("telfixe", "numtel", "04 65", 3);
    row("certification", "code-RNCP", "320", 1);
}

void TestLheoConformer::keepsNoMoreThanThereMayBe()
{
    QFETCH(QString, name);
    QFETCH(QString, child);
    QFETCH(QString, value);
    QFETCH(int, most);
    const QString one = QString::fromUtf8(tagged(child, value));
    const Outcome all = conform(tagged(name, one.repeated(most)));
    QCOMPARE(innerXml(all.xml), one.repeated(most));
    QVERIFY(all.remarks.isEmpty());
    const Outcome more = conform(tagged(name, one.repeated(most + 3)));
    QCOMPARE(innerXml(more.xml), one.repeated(most));
    QCOMPARE(more.remarks.size(), 1);
    QCOMPARE(more.remarks.first().field, name + u'/' + child);
}

void TestLheoConformer::prefersThePrincipalOne()
{
    const Outcome outcome =
        conform("<certification><code-RNCP>1</code-RNCP><code-RNCP tag=\"principal\">2</code-RNCP>"
                "</certification>");
    QCOMPARE(outcome.xml, QStringLiteral("<certification><code-RNCP tag=\"principal\">2</code-RNCP>"
                                         "</certification>"));
}

void TestLheoConformer::spreadsLongLines_data()
{
    QTest::addColumn<QString>("lines"); // parted by |
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("remarks");
    const QString rue = QStringLiteral("12 bis avenue du Maréchal-de-Lattre-de-Tassigny");
    QTest::newRow("short") << QStringLiteral("a|b") << QStringLiteral("a|b") << 0;
    QTest::newRow("long") << rue + QStringLiteral(", bâtiment B, escalier 3")
                          << rue + QStringLiteral(",|bâtiment B, escalier 3") << 1;
    QTest::newRow("no room") << QStringLiteral("a|b|c|") + rue + QStringLiteral(", bâtiment B")
                             << QStringLiteral("a|b|c|") + rue + QStringLiteral(",…") << 1;
    QTest::newRow("five") << QStringLiteral("a|b|c|d|e") << QStringLiteral("a|b|c|d") << 1;
    QTest::newRow("one word") << QStringLiteral("x").repeated(120)
                              << QStringLiteral("x").repeated(50) + u'|' +
                                     QStringLiteral("x").repeated(50) + u'|' +
                                     QStringLiteral("x").repeated(20)
                              << 1;
    QTest::newRow("none") << QString() << QStringLiteral("-") << 1;
}

void TestLheoConformer::spreadsLongLines()
{
    QFETCH(QString, lines);
    const auto asXml = [](const QString &parted) {
        QString xml;
        for (const QString &line : parted.split(u'|', Qt::SkipEmptyParts))
            xml += QStringLiteral("<ligne>%1</ligne>").arg(line);
        return xml;
    };
    const QString end = QStringLiteral("<codepostal>63000</codepostal><ville>Riom</ville>");
    const Outcome outcome = conform(tagged(QStringLiteral("adresse"), asXml(lines) + end));
    QFETCH(QString, written);
    QCOMPARE(innerXml(outcome.xml), asXml(written) + end);
    QTEST(int(outcome.remarks.size()), "remarks");
}

void TestLheoConformer::judgesAttributes_data()
{
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<bool>("isKept");
    const auto row = [](const char *attribute, bool isKept) {
        QTest::newRow(attribute) << QByteArray(attribute) << isKept;
    };
    row("numero=\"a b\"", true);
    row("info=\"&lt;&quot;&#10;\"", true);
    row("ref=\"\"", true);
    row("tag=\"é\"", true);
    row("id=\"a-1.b_\"", true);
    row("id=\"1a\"", false);
    row("id=\"a b\"", false);
    row("id=\"\"", false);
    row("idref=\"a\"", true);
    row("datemaj=\"hier\"", true);
    row("datecrea=\"20260101\"", true);
    row("href=\"a\"", false);
    row("file=\"a\"", false);
    row("class=\"a\"", false);
    row("xml:lang=\"fr\"", false);
    row("horodatage-export=\"2026-11-23T06:30:00+01:00\"", true);
    row("horodatage-export=\"2026-11-23T06:30:00.25Z\"", true);
    row("horodatage-export=\"2026-11-23T06:30:00\"", true);
    row("horodatage-export=\"2026-11-23\"", false);
    row("horodatage-export=\"2026-02-30T06:30:00\"", false);
    row("horodatage-export=\"2026-11-23T26:30:00\"", false);
    row("horodatage-export=\"2026-11-23T06:30:00+25:00\"", false);
    row("horodatage-creation=\"2026-11-23T06:30:00.\"", false);
    row("uri=\"https://example.org/a?b=1#c\"", true);
    row("uri=\"offres/1.xml\"", true);
    row("uri=\"a b\"", false);
    row("uri=\"%zz\"", false);
    row("uri=\"a#b#c\"", false);
}

void TestLheoConformer::judgesAttributes()
{
    QFETCH(QByteArray, attribute);
    QFETCH(bool, isKept);
    const QByteArray content =
        "<periode><debut>20270101</debut><fin>20270102</fin></periode><adresse-inscription>"
        "<adresse><ligne>a</ligne><codepostal>63000</codepostal><ville>b</ville></adresse>"
        "</adresse-inscription></session>";
    const Outcome outcome = conform("<session " + attribute + '>' + content);
    QCOMPARE(outcome.xml.toUtf8(),
             (isKept ? "<session " + attribute + '>' : QByteArray("<session>")) + content);
    QCOMPARE(outcome.remarks.size(), isKept ? 0 : 1);
}

void TestLheoConformer::namesTheMandatoryElementThatLacks_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *source, const char *field,
                        const char *value = "") {
        QTest::newRow(name) << QByteArray(source) << QString::fromLatin1(field)
                            << QString::fromLatin1(value);
    };
    row("no period", "<session/>", "session/periode");
    row("no start", "<session><periode><fin>20270101</fin></periode></session>",
        "session/periode/debut");
    row("wrong start",
        "<session><periode><debut>demain</debut><fin>20270101</fin></periode></session>",
        "session/periode/debut", "demain");
    row("empty start", "<periode><debut/><fin>20270101</fin></periode>", "periode/debut");
    row("no address",
        "<session><periode><debut>20270101</debut><fin>20270101</fin></periode></session>",
        "session/adresse-inscription");
    row("no town",
        "<adresse-inscription><adresse><ligne>a</ligne><codepostal>63000</codepostal></adresse>"
        "</adresse-inscription>",
        "adresse-inscription/adresse/ville");
    row("no funder", "<organisme-financeur/>", "organisme-financeur/code-financeur");
    row("wrong funder",
        "<organisme-financeur><code-financeur>21</code-financeur></organisme-financeur>",
        "organisme-financeur/code-financeur", "21");
}

void TestLheoConformer::namesTheMandatoryElementThatLacks()
{
    QFETCH(QByteArray, source);
    const Outcome outcome = conform(source);
    QCOMPARE(outcome.xml, QString());
    QTEST(outcome.defect.field, "field");
    QTEST(outcome.defect.value, "value");
    QVERIFY(!outcome.defect.expected.isEmpty());
    QVERIFY(outcome.remarks.isEmpty());
}

void TestLheoConformer::fillsTextsAsProducersDo_data()
{
    QTest::addColumn<QByteArray>("without");
    QTest::addColumn<QByteArray>("filled");
    for (const char *name : {"rythme-formation", "modalites-alternance"})
        QTest::newRow(name) << QByteArray(name) << "<" + QByteArray(name) + ">-<";
    QTest::newRow("conditions-specifiques")
        << QByteArray("conditions-specifiques") << QByteArray("<conditions-specifiques>aucune<");
}

void TestLheoConformer::fillsTextsAsProducersDo()
{
    QFETCH(QByteArray, without);
    QFETCH(QByteArray, filled);
    const QByteArray formation = validFormation();
    const qsizetype begin = formation.indexOf("<action numero=\"A2\"");
    const QByteArray action =
        formation.mid(begin, formation.indexOf("</action>", begin) + 9 - begin);
    const qsizetype at = action.indexOf('<' + without + '>');
    const qsizetype size = action.indexOf("</" + without + '>') + 3 + without.size() - at;
    const Outcome missing = conform(QByteArray(action).remove(at, size));
    QVERIFY(missing.xml.toUtf8().contains(filled));
    QCOMPARE(missing.remarks.size(), 1);
    QCOMPARE(missing.remarks.first().field,
             QStringLiteral("action/") + QString::fromLatin1(without));
    const Outcome empty = conform(QByteArray(action).replace(at, size, '<' + without + "/>"));
    QCOMPARE(empty.xml, missing.xml);
}

void TestLheoConformer::writesTheStateInForce_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<RecruitmentState>("state");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray open = "<etat-recrutement info=\"i\">1</etat-recrutement>";
    using enum RecruitmentState;
    QTest::newRow("the same") << open << Open << open;
    QTest::newRow("another") << open << Closed
                             << QByteArray("<etat-recrutement>2</etat-recrutement>");
    QTest::newRow("not stated") << open << Unknown << QByteArray();
    QTest::newRow("new") << QByteArray() << Suspended
                         << QByteArray("<etat-recrutement>3</etat-recrutement>");
    QTest::newRow("wrong one") << QByteArray("<etat-recrutement>9</etat-recrutement>") << Open
                               << QByteArray("<etat-recrutement>1</etat-recrutement>");
    QTest::newRow("none at all") << QByteArray() << Unknown << QByteArray();
}

void TestLheoConformer::writesTheStateInForce()
{
    QFETCH(QByteArray, written);
    QFETCH(RecruitmentState, state);
    QFETCH(QByteArray, expected);
    const QByteArray start =
        "<session><periode><debut>20270101</debut><fin>20270102</fin></periode>"
        "<adresse-inscription><adresse><ligne>a</ligne><codepostal>63000</codepostal>"
        "<ville>b</ville></adresse></adresse-inscription>";
    const QByteArray end = "<extras info=\"a\"/></session>";
    QCOMPARE(conform(start + end.chopped(10) + written + "</session>", {false, state}).xml.toUtf8(),
             start + expected + end);
}

void TestLheoConformer::leavesTheHoleOpen()
{
    XmlTree tree;
    QVERIFY(readXmlBytes(validFormation(), QStringLiteral("essai"), tree).has_value());
    QList<Rejection> remarks;
    const Mapped<LheoFragment> made =
        conformed(tree.root(), *lheoElement("formation"), "action", {}, remarks);
    QVERIFY(made.has_value());
    const std::string &xml = made->xml.text;
    QVERIFY(xml.find("<action") == std::string::npos);
    QVERIFY(std::string_view(xml)
                .substr(made->holeAt)
                .starts_with("<organisme-formation-responsable>"));
}

QTEST_APPLESS_MAIN(TestLheoConformer)
#include "tst_lheoconformer.moc"
