// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpreader.h"

#include "exchange/decp/decpaward.h"
#include "exchange/decp/decpbuyer.h"
#include "exchange/exchangefixtures.h"

using namespace recoupe;
using namespace recoupe::test;

using MaybeFunder = std::optional<Funder>;
using Extras = QMap<QString, QString>;

namespace {

const QByteArray region = "\"acheteur\":{\"id\":\"20005376700014\",\"nom\":\"Région\"}";

// A market of the Région with what a test needs to say of it.
QByteArray market(const QByteArray &fields, const QByteArray &id = "M1451401")
{
    return "{\"id\":\"" + id + "\"," + region +
           ",\"objet\":\"Soudeur\",\"dateNotification\":\"2026-11-02\",\"titulaires\":[{"
           "\"typeIdentifiant\":\"SIRET\",\"id\":\"20005376700014\"}]" +
           (fields.isEmpty() ? QByteArray() : "," + fields) + "}";
}

QByteArray marches(const QByteArray &markets)
{
    return "{\"marches\":[" + markets + "]}";
}

Result<AwardFile> read(const QByteArray &content, MaybeFunder funder = {},
                       const Progress &progress = {})
{
    const Folder folder;
    return readDecp(folder.write(QStringLiteral("decp.json"), content), funder, progress);
}

// The one notification of a file.
AwardNotification only(const Result<AwardFile> &file)
{
    if (!file || file->rows.size() != 1 || !file->rejections.isEmpty()) {
        QTest::qFail(
            qPrintable(file ? QStringLiteral("not one notification") : file.error().message),
            __FILE__, __LINE__);
        return {};
    }
    return file->rows.first().award;
}

AwardNotification onlyOf(const QByteArray &fields)
{
    return only(read(marches(market(fields))));
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

// All that is said, its non-breaking spaces made plain.
QString allWarnings(const Result<AwardFile> &file)
{
    const QString said = file ? file->warnings.join(u'\n') : file.error().message;
    return QString(said).replace(QChar(QChar::Nbsp), u' ');
}

// A list of fields in words, with the non-breaking spaces that belong there.
QString listing(const char *utf8)
{
    return text(utf8)
        .replace(QStringLiteral(" :"), QStringLiteral("\u00A0:"))
        .replace(QStringLiteral(" ;"), QStringLiteral("\u00A0;"));
}

} // namespace

class TestDecpReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachFormatAlike_data();
    void readsEachFormatAlike();
    void findsTheMarkets_data();
    void findsTheMarkets();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void takesDates_data();
    void takesDates();
    void takesDurations_data();
    void takesDurations();
    void takesPlaces_data();
    void takesPlaces();
    void takesHolders_data();
    void takesHolders();
    void appliesModifications_data();
    void appliesModifications();
    void keepsEveryWordElse();
    void tellsTheFunder_data();
    void tellsTheFunder();
    void leavesOtherBuyersAside_data();
    void leavesOtherBuyersAside();
    void flagsDefectsAndKeepsTheMarket_data();
    void flagsDefectsAndKeepsTheMarket();
    void rejectsAMarketWithoutANumber();
    void keepsTheLatestPublication_data();
    void keepsTheLatestPublication();
    void boundsTheListsOfItsSentences();
    void refusesBrokenJson_data();
    void refusesBrokenJson();
    void refusesWhatPassesTheLimits_data();
    void refusesWhatPassesTheLimits();
    void refusesAFileCutAnywhere_data();
    void refusesAFileCutAnywhere();
    void readsAcrossBlocks();
    void isStoppedByItsProgress();
    void isWhatReadAwardsReads();
};

namespace {

const char json2019[] = R"({
  "marches": [
    {
      "_type": "Marché", "id": "2026M145140100", "acheteur": {"id": "20005376700014"},
      "nature": "Marché", "objet": "Formation « Soudeur » & alii", "codeCPV": "80530000",
      "procedure": "Procédure adaptée",
      "lieuExecution": {"code": "63300", "typeCode": "Code postal", "nom": "Thiers"},
      "dureeMois": 24, "dateNotification": "2026-11-02", "datePublicationDonnees": "2026-11-20",
      "montant": 127000.50, "formePrix": "Ferme",
      "titulaires": [
        {"typeIdentifiant": "SIRET", "id": "20005376700014", "denominationSociale": "Bâti"},
        {"typeIdentifiant": "TVA", "id": "DE814864138", "denominationSociale": "Hellmann GmbH"}
      ],
      "considerationsSociales": {"considerationSociale": ["Clause sociale", "Critère social"]},
      "modifications": [
        {"id": 1, "objetModification": "Avenant", "dateNotificationModification": "2027-01-04",
         "datePublicationDonneesModification": "2027-01-20", "dureeMois": 30},
        {"id": 2, "dateNotificationModification": "2027-02-04",
         "datePublicationDonneesModification": "2027-02-20",
         "titulaires": [{"typeIdentifiant": "SIRET", "id": "13000548100010",
                         "denominationSociale": "Toit"}]}
      ]
    }
  ]
})";

const char json2022[] = R"({"marches": {"marche": [{
      "id": "2026M145140100", "acheteur": {"id": "20005376700014"}, "nature": "Marché",
      "objet": "Formation \u00ab Soudeur \u00BB & alii", "codeCPV": "80530000",
      "procedure": "Procédure adaptée",
      "lieuExecution": {"code": "63300", "typeCode": "Code postal", "nom": "Thiers"},
      "dureeMois": 24, "dateNotification": "2026-11-02", "datePublicationDonnees": "2026-11-20",
      "montant": 127000.50, "formePrix": "Ferme",
      "titulaires": [
        {"titulaire": {"id": "20005376700014", "typeIdentifiant": "SIRET",
                       "denominationSociale": "Bâti"}},
        {"titulaire": {"id": "DE814864138", "typeIdentifiant": "TVA",
                       "denominationSociale": "Hellmann GmbH"}}],
      "considerationsSociales": {"considerationSociale": ["Clause sociale", "Critère social"]},
      "modifications": [
        {"modification": {"id": 1, "objetModification": "Avenant",
          "dateNotificationModification": "2027-01-04",
          "datePublicationDonneesModification": "2027-01-20", "dureeMois": 30}},
        {"modification": {"id": 2, "dateNotificationModification": "2027-02-04",
          "datePublicationDonneesModification": "2027-02-20",
          "titulaires": [{"titulaire": {"id": "13000548100010", "typeIdentifiant": "SIRET",
                                        "denominationSociale": "Toit"}}]}}],
      "_type": "Marché"}],
  "contrat-concession": []}})";

const char xml[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<marches xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <marche>
    <id>2026M145140100</id>
    <acheteur><id>20005376700014</id></acheteur>
    <nature>Marché</nature>
    <objet>Formation « Soudeur » &amp; <![CDATA[alii]]></objet>
    <codeCPV>80530000</codeCPV>
    <procedure>Procédure adaptée</procedure>
    <lieuExecution><code>63300</code><typeCode>Code postal</typeCode><nom>Thiers</nom>
    </lieuExecution>
    <dureeMois>24</dureeMois>
    <dateNotification>2026-11-02</dateNotification>
    <datePublicationDonnees>2026-11-20</datePublicationDonnees>
    <montant>127000.50</montant>
    <formePrix>Ferme</formePrix>
    <titulaires>
      <titulaire><typeIdentifiant>SIRET</typeIdentifiant><id>20005376700014</id>
        <denominationSociale>Bâti</denominationSociale></titulaire>
      <titulaire><typeIdentifiant>TVA</typeIdentifiant><id>DE814864138</id>
        <denominationSociale>Hellmann GmbH</denominationSociale></titulaire>
    </titulaires>
    <considerationsSociales>
      <considerationSociale>Clause sociale</considerationSociale>
      <considerationSociale>Critère social</considerationSociale>
    </considerationsSociales>
    <modifications>
      <modification><id>1</id><objetModification>Avenant</objetModification>
        <dateNotificationModification>2027-01-04</dateNotificationModification>
        <datePublicationDonneesModification>2027-01-20</datePublicationDonneesModification>
        <dureeMois>30</dureeMois></modification>
      <modification><id>2</id>
        <dateNotificationModification>2027-02-04</dateNotificationModification>
        <datePublicationDonneesModification>2027-02-20</datePublicationDonneesModification>
        <titulaires><titulaire><typeIdentifiant>SIRET</typeIdentifiant><id>13000548100010</id>
          <denominationSociale>Toit</denominationSociale></titulaire></titulaires></modification>
    </modifications>
    <_type>Marché</_type>
  </marche>
</marches>)";

AwardNotification expectedOfEach()
{
    AwardNotification award;
    award.funder = Funder::Region;
    award.market = MarketNumber(QStringLiteral("2026M145140100"));
    award.title = text("Formation « Soudeur » & alii");
    award.awardeeSirets = {QStringLiteral("13000548100010")};
    award.awardeeName = QStringLiteral("Toit");
    award.notifiedOn = QDate(2026, 11, 2);
    award.durationMonths = 30;
    award.place = QStringLiteral("Thiers");
    award.postalCode = QStringLiteral("63300");
    award.placeScope = PlaceScope::PostalCode;
    award.placeCode = QStringLiteral("63300");
    award.extras = Extras{
        {QStringLiteral("_type"), text("Marché")},
        {QStringLiteral("acheteur.id"), QStringLiteral("20005376700014")},
        {QStringLiteral("codeCPV"), QStringLiteral("80530000")},
        {QStringLiteral("considerationsSociales.considerationSociale"),
         text("Clause sociale / Critère social")},
        {QStringLiteral("datePublicationDonnees"), QStringLiteral("2026-11-20")},
        {QStringLiteral("dureeMois"), QStringLiteral("24")},
        {QStringLiteral("formePrix"), QStringLiteral("Ferme")},
        {QStringLiteral("modification 1"),
         listing("dateNotificationModification : 2027-01-04 ; "
                 "datePublicationDonneesModification : 2027-01-20 ; dureeMois : 30 ; id : 1 ; "
                 "objetModification : Avenant")},
        {QStringLiteral("modification 2"),
         listing("dateNotificationModification : 2027-02-04 ; "
                 "datePublicationDonneesModification : 2027-02-20 ; id : 2 ; "
                 "titulaires : 13000548100010 Toit")},
        {QStringLiteral("montant"), QStringLiteral("127000.50")},
        {QStringLiteral("nature"), text("Marché")},
        {QStringLiteral("procedure"), text("Procédure adaptée")},
        {QStringLiteral("titulaires"), text("20005376700014 Bâti / DE814864138 Hellmann GmbH")},
    };
    return award;
}

} // namespace

void TestDecpReader::readsEachFormatAlike_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<qint64>("line");
    const QByteArray bom = "\xEF\xBB\xBF";
    const QByteArray array = QByteArray(json2019).mid(QByteArray(json2019).indexOf('['));
    QTest::newRow("JSON of 2019") << QByteArray(json2019) << qint64(3);
    QTest::newRow("bare array") << array.left(array.lastIndexOf(']') + 1) << qint64(2);
    QTest::newRow("JSON since 2022") << QByteArray(json2022) << qint64(1);
    QTest::newRow("XML") << QByteArray(xml) << qint64(3);
    QTest::newRow("JSON with a mark") << bom + json2019 << qint64(3);
    QTest::newRow("XML with a mark") << bom + xml << qint64(3);
    QTest::newRow("JSON, gzip") << gzipped(json2022) << qint64(1);
    QTest::newRow("XML, gzip") << gzipped(xml) << qint64(3);
}

void TestDecpReader::readsEachFormatAlike()
{
    QFETCH(QByteArray, content);
    const Result<AwardFile> file = read(content);
    const AwardNotification award = only(file);
    const AwardNotification expected = expectedOfEach();
    QCOMPARE(award.extras, expected.extras);
    QVERIFY(award == expected);
    QCOMPARE(award.market.insideEnvelope(), QStringLiteral("M1451401"));
    QTEST(file->rows.first().line, "line");
    QCOMPARE(file->warnings, QStringList());
}

void TestDecpReader::findsTheMarkets_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char *name, const QByteArray &content, const char *numbers) {
        QTest::newRow(name) << content
                            << QString::fromLatin1(numbers).split(u' ', Qt::SkipEmptyParts);
    };
    const QByteArray a = market({}, "A");
    const QByteArray b = market({}, "B");
    const QByteArray c = market({}, "C");
    row("array", "[" + a + "," + b + "]", "A B");
    row("2019", marches(a + "," + b), "A B");
    row("2019, with more beside",
        "{\"$schema\":\"x\",\"versions\":[{\"id\":\"no\"}],\"marches\":[" + a +
            "],\"marche\":[{\"id\":\"no\"}]}",
        "A");
    row("2022", "{\"marches\":{\"marche\":[" + a + "," + b + "]}}", "A B");
    row("2022, concessions first",
        "{\"marches\":{\"contrat-concession\":[" + c + "],\"marche\":[" + a + "]}}", "C A");
    row("2022, one market, no list", "{\"marches\":{\"marche\":" + a + "}}", "A");
    row("each in an object of its own", "[{\"marche\":" + a + "},{\"marche\":" + b + "}]", "A B");
    row("XML",
        "<marches><marche><id>A</id><acheteur><id>20005376700014</id></acheteur></marche>"
        "<contrat-concession><id>C</id><autoriteConcedante><id>20005376700014</id>"
        "</autoriteConcedante></contrat-concession></marches>",
        "A C");
    row("XML with a prefix",
        "<d:marches xmlns:d=\"u\"><d:marche><d:id>A</d:id><d:acheteur><d:id>20005376700014"
        "</d:id></d:acheteur></d:marche></d:marches>",
        "A");
    row("none", marches({}), "");
    row("none in XML", "<marches/>", "");
}

void TestDecpReader::findsTheMarkets()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, numbers);
    const Result<AwardFile> file = read(content);
    QVERIFY2(file.has_value(), qPrintable(allWarnings(file)));
    QStringList found;
    for (const AwardRow &row : file->rows)
        found << row.award.market.text();
    QCOMPARE(found, numbers);
    QCOMPARE(allWarnings(file).contains(text("ne contient aucun marché")), numbers.isEmpty());
}

void TestDecpReader::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &content, const char *says) {
        QTest::newRow(name) << content << text(says);
    };
    row("empty", "", "est vide");
    row("blank", " \n", "ni du JSON ni du XML");
    row("table", "numero_marche;intitule\n", "ni du JSON ni du XML");
    row("other XML", "<lheo><offres/></lheo>", "« lheo » au lieu de « marches »");
    row("other JSON", "{\"formations\":[{\"id\":1}]}", "pas de liste « marches »");
    row("no list", "{\"marches\":\"A\"}", "pas de liste « marches »");
    row("other array", "[{\"datasetid\":\"x\"},{\"fields\":{}}]", "ne contient pas de marchés");
    row("numbers", "[1,2,3]", "ne contient pas de marchés");
    row("many other things", "[" + QByteArray("{},").repeated(2000) + "nonsense",
        "ne contient pas de marchés");
}

void TestDecpReader::refusesOtherFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const Result<AwardFile> file = read(content);
    QVERIFY(!file.has_value());
    QVERIFY2(allWarnings(file).contains(says), qPrintable(allWarnings(file)));
    QCOMPARE(file.error().code, ErrorCode::NotTheFormat);
}

void TestDecpReader::takesDates_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QDate>("date");
    const QDate day(2019, 1, 2);
    QTest::newRow("ISO") << QByteArray("2019-01-02") << day;
    QTest::newRow("zone") << QByteArray("2019-01-02+01:00") << day;
    QTest::newRow("UTC") << QByteArray("2019-01-02Z") << day;
    QTest::newRow("time") << QByteArray("2019-01-02T10:11:12.000+02:00") << day;
    QTest::newRow("time after a space") << QByteArray("2019-01-02 00:00:00") << day;
    QTest::newRow("digits") << QByteArray("20190102") << day;
    QTest::newRow("French") << QByteArray("02/01/2019") << day;
    QTest::newRow("French, short") << QByteArray("2/1/2019") << day;
    QTest::newRow("French, time") << QByteArray("02/01/2019 10:00") << day;
    QTest::newRow("no such day") << QByteArray("2019-02-30") << QDate();
    QTest::newRow("no such month") << QByteArray("02/13/2019") << QDate();
    QTest::newRow("first century") << QByteArray("0019-10-18") << QDate();
    QTest::newRow("far future") << QByteArray("5021-02-18") << QDate();
    QTest::newRow("in words") << QByteArray("September, 16 2021 00:00:00") << QDate();
    QTest::newRow("filler") << QByteArray("NC") << QDate();
    QTest::newRow("nothing") << QByteArray("") << QDate();
}

void TestDecpReader::takesDates()
{
    QFETCH(QByteArray, written);
    QFETCH(QDate, date);
    const Result<AwardFile> file =
        read("[{\"id\":\"A\"," + region + ",\"dateNotification\":\"" + written + "\"}]");
    const AwardNotification award = only(file);
    QCOMPARE(award.notifiedOn, date);
    QCOMPARE(award.extras.value(QStringLiteral("dateNotification")),
             date.isValid() ? QString() : QString::fromLatin1(written));
    QCOMPARE(allWarnings(file).contains(text("sans date de notification valable")),
             !date.isValid());
}

void TestDecpReader::takesDurations_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<std::optional<int>>("months");
    QTest::addColumn<bool>("isFlagged");
    using Maybe = std::optional<int>;
    QTest::newRow("number") << QByteArray("12") << Maybe(12) << false;
    QTest::newRow("text") << QByteArray("\"12\"") << Maybe(12) << false;
    QTest::newRow("fraction") << QByteArray("11.2") << Maybe(12) << false;
    QTest::newRow("French fraction") << QByteArray("\"0,5\"") << Maybe(1) << false;
    QTest::newRow("exponent") << QByteArray("1.2e1") << Maybe(12) << false;
    QTest::newRow("longest") << QByteArray("600") << Maybe(600) << false;
    QTest::newRow("too long") << QByteArray("601") << Maybe(601) << true;
    QTest::newRow("nonsense") << QByteArray("20220101") << Maybe() << true;
    QTest::newRow("nought") << QByteArray("0") << Maybe() << true;
    QTest::newRow("negative") << QByteArray("-3") << Maybe() << true;
    QTest::newRow("days") << QByteArray("\"90 jours\"") << Maybe() << true;
    QTest::newRow("infinite") << QByteArray("\"inf\"") << Maybe() << true;
    QTest::newRow("filler") << QByteArray("\"NC\"") << Maybe() << false;
    QTest::newRow("null") << QByteArray("null") << Maybe() << false;
}

void TestDecpReader::takesDurations()
{
    QFETCH(QByteArray, written);
    QFETCH(std::optional<int>, months);
    QFETCH(bool, isFlagged);
    const Result<AwardFile> file = read(marches(market("\"dureeMois\":" + written)));
    const AwardNotification award = only(file);
    QCOMPARE(award.durationMonths, months);
    const QString unread = QString::fromLatin1(written).remove(u'"');
    QCOMPARE(award.extras.value(QStringLiteral("dureeMois")),
             months || unread == u"null" ? QString() : unread);
    QCOMPARE(allWarnings(file).contains(text("durée est illisible ou invraisemblable")), isFlagged);
}

void TestDecpReader::takesPlaces_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<PlaceScope>("scope");
    QTest::addColumn<QString>("placeCode");
    QTest::addColumn<QString>("postalCode");
    const auto row = [](const char *kind, const char *code, PlaceScope scope,
                        const char *placeCode = nullptr) {
        const QString read = text(placeCode ? placeCode : code);
        QTest::addRow("%s %s", kind, code) << QByteArray(kind) << QByteArray(code) << scope << read
                                           << (scope == PlaceScope::PostalCode ? read : QString());
    };
    row("Code postal", "63300", PlaceScope::PostalCode);
    row("CODE POSTAL", "63300", PlaceScope::PostalCode);
    row("Code postal", "3120", PlaceScope::PostalCode, "03120");
    row("Code commune", "63430", PlaceScope::Commune);
    row("Code INSEE commune", "1004", PlaceScope::Commune, "01004");
    row("Code département", "63", PlaceScope::Departement);
    row("Code departement", "3", PlaceScope::Departement, "03");
    row("code région", "84", PlaceScope::Region);
    row("Code région", "FR-ARA", PlaceScope::Region);
    row("Code pays", "FR", PlaceScope::Country);
    row("Code canton", "6301", PlaceScope::Unknown);
    row("Code arrondissement", "631", PlaceScope::Unknown);
    row("", "63000", PlaceScope::Unknown);
}

void TestDecpReader::takesPlaces()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, code);
    const Result<AwardFile> file =
        read(marches(market("\"lieuExecution\":{\"typeCode\":\"" + kind + "\",\"code\":\"" + code +
                            "\",\"nom\":\"Puy-de-Dôme\"}")));
    const AwardNotification award = only(file);
    QTEST(award.placeScope, "scope");
    QTEST(award.placeCode, "placeCode");
    QTEST(award.postalCode, "postalCode");
    QCOMPARE(award.place, text("Puy-de-Dôme"));
    // A kind of code that has no scope is not lost.
    QCOMPARE(award.extras.value(QStringLiteral("lieuExecution.typeCode")),
             award.placeScope == PlaceScope::Unknown ? QString::fromUtf8(kind) : QString());
    QCOMPARE(allWarnings(file).contains(text("complété par un zéro")),
             award.placeCode != QString::fromLatin1(code));
}

void TestDecpReader::takesHolders_data()
{
    QTest::addColumn<QByteArray>("holders");
    QTest::addColumn<QStringList>("sirets");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("areFlagged");
    const QString region14 = QStringLiteral("20005376700014");
    const auto row = [](const char *name, const QByteArray &holders, const QStringList &sirets,
                        const char *names, bool areFlagged) {
        QTest::newRow(name) << holders << sirets << text(names) << areFlagged;
    };
    const QByteArray one = "{\"typeIdentifiant\":\"SIRET\",\"id\":\"20005376700014\","
                           "\"denominationSociale\":\"Bâti\"}";
    row("2019", "[" + one + "]", {region14}, "Bâti", false);
    row("2022", "[{\"titulaire\":" + one + "}]", {region14}, "Bâti", false);
    row("one, no list", "{\"titulaire\":" + one + "}", {region14}, "Bâti", false);
    row("a list of one name", "{\"titulaire\":[" + one + "]}", {region14}, "Bâti", false);
    row("lists in lists", "[[[" + one + "]]]", {region14}, "Bâti", false);
    row("a group", "[" + one + ",{\"id\":\"13000548100010\",\"denominationSociale\":\"Toit\"}]",
        {region14, QStringLiteral("13000548100010")}, "Bâti / Toit", false);
    row("the same name twice",
        "[" + one + ",{\"id\":\"13000548100010\",\"denominationSociale\":\"Bâti\"}]",
        {region14, QStringLiteral("13000548100010")}, "Bâti", false);
    row("a number", "[{\"id\":20005376700014}]", {region14}, "", false);
    row("La Poste", "[{\"id\":\"35600000049837\"}]", {QStringLiteral("35600000049837")}, "", false);
    row("VAT", "[{\"typeIdentifiant\":\"TVA\",\"id\":\"DE814864138\"}]",
        {QStringLiteral("DE814864138")}, "", false);
    row("13 digits", "[{\"id\":\"5650171100115\"}]", {QStringLiteral("5650171100115")}, "", true);
    row("15 digits", "[{\"id\":\"868768687576575\"}]", {QStringLiteral("868768687576575")}, "",
        true);
    row("wrong check digit", "[{\"id\":\"20005376700015\"}]", {QStringLiteral("20005376700015")},
        "", true);
    row("name alone", "[{\"denominationSociale\":\"Bâti\"}]", {}, "Bâti", true);
    row("names of fields", "[{\"titulaire\":\"typeIdentifiant\"},{\"titulaire\":\"id\"}]", {}, "",
        true);
    row("empty list", "[]", {}, "", true);
    row("text", "\"\"", {}, "", true);
}

void TestDecpReader::takesHolders()
{
    QFETCH(QByteArray, holders);
    QFETCH(bool, areFlagged);
    const Result<AwardFile> file =
        read("[{\"id\":\"A\"," + region + ",\"titulaires\":" + holders + "}]");
    const AwardNotification award = only(file);
    QTEST(award.awardeeSirets, "sirets");
    QTEST(award.awardeeName, "name");
    QCOMPARE(allWarnings(file).contains(text("pas de SIRET valable")), areFlagged);
}

void TestDecpReader::appliesModifications_data()
{
    QTest::addColumn<QByteArray>("modifications");
    QTest::addColumn<int>("months");
    QTest::addColumn<QString>("siret");
    QTest::addColumn<QStringList>("words");
    const QString first = QStringLiteral("20005376700014");
    const QString other = QStringLiteral("13000548100010");
    const auto row = [](const char *name, const QByteArray &modifications, int months,
                        const QString &siret, const QStringList &words) {
        QTest::newRow(name) << modifications << months << siret << words;
    };
    row("none", "[]", 12, first, {});
    row("null", "null", 12, first, {});
    row("of the amount", "[{\"montant\":5}]", 12, first, {listing("montant : 5")});
    row("of the duration", "[{\"dureeMois\":24}]", 24, first, {listing("dureeMois : 24")});
    row("of the holder", "[{\"titulaires\":[[{\"id\":\"13000548100010\"}]]}]", 12, other,
        {listing("titulaires : 13000548100010")});
    row("by their numbers",
        "[{\"id\":2,\"dureeMois\":36},{\"id\":1,\"dureeMois\":24},{\"id\":10,\"montant\":1}]", 36,
        first,
        {listing("dureeMois : 24 ; id : 1"), listing("dureeMois : 36 ; id : 2"),
         listing("id : 10 ; montant : 1")});
    row("in the order of the file", "[{\"dureeMois\":36},{\"dureeMois\":24}]", 24, first,
        {listing("dureeMois : 36"), listing("dureeMois : 24")});
    row("one, no list", "{\"modification\":{\"dureeMois\":24}}", 24, first,
        {listing("dureeMois : 24")});
    row("one, not even named", "{\"dureeMois\":24}", 24, first, {listing("dureeMois : 24")});
    row("names of fields for holders",
        "[{\"modification\":{\"dureeMois\":24,\"titulaires\":[{\"titulaire\":\"id\"}]}}]", 24,
        first, {listing("dureeMois : 24 ; titulaires.titulaire : id")});
    row("unreadable duration", "[{\"dureeMois\":\"NC\"}]", 12, first, {listing("dureeMois : NC")});
    row("text", "\"voir avenant\"", 12, first, {});
    row("text beside", "[\"voir avenant\",{\"dureeMois\":24}]", 24, first,
        {text("voir avenant"), listing("dureeMois : 24")});
}

void TestDecpReader::appliesModifications()
{
    QFETCH(QByteArray, modifications);
    QFETCH(int, months);
    QFETCH(QString, siret);
    QFETCH(QStringList, words);
    const AwardNotification award = onlyOf("\"dureeMois\":12,\"modifications\":" + modifications);
    QCOMPARE(award.durationMonths, std::optional<int>(months));
    QCOMPARE(award.awardeeSirets, QStringList{siret});
    for (int i = 0; i < words.size() + 1; ++i) {
        QCOMPARE(award.extras.value(QStringLiteral("modification %1").arg(i + 1)), words.value(i));
    }
    QCOMPARE(award.extras.contains(QStringLiteral("dureeMois")), months != 12);
    QCOMPARE(award.extras.contains(QStringLiteral("titulaires")), siret.startsWith(u"13"));
}

void TestDecpReader::keepsEveryWordElse()
{
    const AwardNotification award = onlyOf(
        R"("montant":1.0e17,"marcheInnovant":true,"rien":null,"vide":"","lot":"3",
        "dateDebutExecution":"2026-12-01","idAccordCadre":"2023-12",
        "actesSousTraitance":[
          {"acteSousTraitance":{"id":1,"sousTraitant":{"id":"214356"},"montant":7}},
          {"acteSousTraitance":{"id":2,"montant":8}}],
        "modifications":"voir avenant","inconnu":{"a":{"b":["x",["y"]],"c":"z"}},"liste":[1,{"k":"v"}],"acheteur.ville":"Lyon")");
    QCOMPARE(award.lot, QStringLiteral("3"));
    QCOMPARE(award.start, QDate(2026, 12, 1));
    const auto extra = [](const char *name, const char *value) {
        return std::pair(text(name), text(value));
    };
    const Extras expected{
        extra("acheteur.id", "20005376700014"),
        extra("acheteur.nom", "Région"),
        extra("acheteur.ville", "Lyon"),
        extra("actesSousTraitance.acteSousTraitance 2.id", "2"),
        extra("actesSousTraitance.acteSousTraitance 2.montant", "8"),
        extra("actesSousTraitance.acteSousTraitance.id", "1"),
        extra("actesSousTraitance.acteSousTraitance.montant", "7"),
        extra("actesSousTraitance.acteSousTraitance.sousTraitant.id", "214356"),
        extra("idAccordCadre", "2023-12"),
        extra("inconnu.a.b", "x / y"),
        extra("inconnu.a.c", "z"),
        extra("liste", "1"),
        extra("liste.k", "v"),
        extra("marcheInnovant", "true"),
        extra("modifications", "voir avenant"),
        extra("montant", "1.0e17"),
    };
    QCOMPARE(award.extras, expected);

    const AwardNotification mixed = only(read(
        "<marches><marche><id>A</id><acheteur><id>20005376700014</id></acheteur>"
        "<objet>un<b>deux</b>trois</objet><montant devise=\"EUR\">5</montant></marche></marches>"));
    QCOMPARE(mixed.title, QStringLiteral("un"));
    QCOMPARE(mixed.extras.value(QStringLiteral("objet")), QStringLiteral("un / trois"));
    QCOMPARE(mixed.extras.value(QStringLiteral("objet.b")), QStringLiteral("deux"));
    QCOMPARE(mixed.extras.value(QStringLiteral("montant.@devise")), QStringLiteral("EUR"));
}

void TestDecpReader::tellsTheFunder_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<MaybeFunder>("funder");
    const auto row = [](const char *id, const char *name, MaybeFunder funder) {
        QTest::addRow("%s %s", id, name) << text(id) << text(name) << funder;
    };
    row("20005376700014", "", Funder::Region);
    row("20005376799999", "REG", Funder::Region);
    row("200 053 767 00014", "", Funder::Region);
    row("200053767", "", Funder::Region);
    row("13000548100010", "", Funder::PoleEmploi);
    row("", "Région Auvergne-Rhône-Alpes", Funder::Region);
    row("", "CONSEIL REGIONAL D’AUVERGNE", Funder::Region);
    row("99990010300014", "Pôle emploi Auvergne", Funder::PoleEmploi);
    row("", "France Travail", Funder::PoleEmploi);
    row("", "AGEFIPH", Funder::Agefiph);
    row("", "Région Bretagne", std::nullopt);
    row("23350001600040", "Région Bretagne", std::nullopt);
    row("", "Agefiphone", std::nullopt);
    row("21630113500010", "Ville de Clermont-Ferrand", std::nullopt);
    row("", "", std::nullopt);
}

void TestDecpReader::tellsTheFunder()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QTEST(funderOf(DecpBuyer{id, name}), "funder");
}

void TestDecpReader::leavesOtherBuyersAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<MaybeFunder>("option");
    QTest::addColumn<QStringList>("kept");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &markets, MaybeFunder option,
                        const char *kept, const char *says) {
        QTest::newRow(name) << marches(markets) << option
                            << QString::fromLatin1(kept).split(u' ', Qt::SkipEmptyParts)
                            << text(says);
    };
    const auto of = [](const char *id, const char *buyer) {
        return QByteArray("{\"id\":\"") + id + "\",\"acheteur\":{" + buyer + "},\"objet\":\"x\"}";
    };
    const QByteArray ours = of("R1", "\"id\":\"20005376700014\"");
    const QByteArray pe = of("P1", "\"id\":\"13000548100010\"");
    const QByteArray lyon = of("L1", "\"id\":\"21690123100011\",\"nom\":\"Ville de Lyon\"");
    const QByteArray lyon2 = of("L2", "\"id\":\"21690123100011\",\"nom\":\"Ville de Lyon\"");
    const QByteArray thiers = of("T1", "\"id\":\"21630430300017\"");
    const QByteArray nobody = "{\"id\":\"N1\",\"objet\":\"x\"}";
    row("ours alone", ours, {}, "region/R1", "");
    row("one other", ours + "," + lyon, {}, "region/R1",
        "1 marché d'un autre acheteur a été laissé de côté : Ville de Lyon.");
    row("several others", lyon + "," + ours + "," + lyon2 + "," + thiers, {}, "region/R1",
        "3 marchés d'autres acheteurs ont été laissés de côté : Ville de Lyon, 21630430300017.");
    row("others, with an option", lyon + "," + ours + "," + lyon2, Funder::Agefiph, "region/R1",
        "2 marchés d'autres acheteurs ont été laissés de côté : Ville de Lyon.");
    row("ours after, with an option", lyon + "," + thiers + "," + lyon2, Funder::Region, "",
        "3 marchés d'autres acheteurs");
    row("the option does not take the others' own", ours + "," + pe, Funder::Agefiph,
        "region/R1 pole-emploi/P1", "");
    row("no buyer", nobody + "," + ours, {}, "region/R1", "acheteur non indiqué");
    row("no buyer, with an option", nobody + "," + ours, Funder::Agefiph, "agefiph/N1 region/R1",
        "");
    row("one buyer that is not known", lyon + "," + lyon2, {}, "",
        "2 marchés d'autres acheteurs ont été laissés de côté : Ville de Lyon.");
    row("one buyer that is not known, with an option", lyon + "," + lyon2, Funder::Agefiph,
        "agefiph/L1 agefiph/L2",
        "Tous les marchés ont le même acheteur, « Ville de Lyon » : ils ont été attribués au "
        "financeur choisi.");
    row("buyer by a flat name", "{\"id\":\"F1\",\"acheteur.id\":\"20005376700014\"}", {},
        "region/F1", "");
    row("grantor", "{\"id\":\"C1\",\"autoriteConcedante\":{\"siret\":\"20005376700014\"}}", {},
        "region/C1", "");
    QByteArray many;
    for (int i = 0; i < 9; ++i)
        many += of("X", QByteArray("\"nom\":\"Ville " + QByteArray::number(i) + "\"")) + ",";
    row("many others", many + ours, {}, "region/R1",
        "9 marchés d'autres acheteurs ont été laissés de côté : Ville 0, Ville 1, Ville 2, Ville "
        "3, Ville 4, ….");
}

void TestDecpReader::leavesOtherBuyersAside()
{
    QFETCH(QByteArray, content);
    QFETCH(MaybeFunder, option);
    QFETCH(QStringList, kept);
    QFETCH(QString, says);
    const Result<AwardFile> file = read(content, option);
    QVERIFY2(file.has_value(), qPrintable(allWarnings(file)));
    QStringList found;
    for (const AwardRow &row : file->rows)
        found << row.award.key().toToken();
    QCOMPARE(found, kept);
    QCOMPARE(file->rejections.size(), 0);
    const QString warnings = allWarnings(file);
    QVERIFY2(warnings.contains(says), qPrintable(warnings));
    QCOMPARE(warnings.contains(text("laissé")), says.contains(text("laissé")) ||
                                                    says.contains(text("non indiqué")) ||
                                                    says.contains(text("3 marchés")));
}

void TestDecpReader::flagsDefectsAndKeepsTheMarket_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &fields, const char *title,
                        const char *says) {
        QTest::newRow(name) << fields << text(title) << text(says);
    };
    row("no title", "\"id\":\"A\"", "", "sans objet");
    row("filler for a title", "\"objet\":\"...\"", "...", "sans objet");
    row("read as Windows-1252", "\"objet\":\"Formation accÃ¨s Ã©lÃ¨ve\"",
        "Formation accÃ¨s Ã©lÃ¨ve", "accents");
    row("degree sign", "\"objet\":\"Lot nÂ°4\"", "Lot nÂ°4", "accents");
    row("apostrophe", "\"objet\":\"lâ€™insertion\"", "lâ€™insertion", "accents");
    row("replacement character", "\"objet\":\"mati\xEF\xBF\xBDre\"", "mati\xEF\xBF\xBDre",
        "accents");
    row("question marks", "\"objet\":\"ma?trise d?oeuvre\"", "ma?trise d?oeuvre", "accents");
    row("a true question", "\"objet\":\"Emploi ? Oui\"", "Emploi ? Oui", "");
    row("true accents", "\"objet\":\"Âge, île, œuvre, ÉTÉ\"", "Âge, île, œuvre, ÉTÉ", "");
    row("control character", "\"objet\":\"Soud\\u0001eur\"", "Soudeur", "accents");
    row("NUL by its number", "\"objet\":\"Soud\\u0000eur\"", "Soudeur", "accents");
    row("key written twice", "\"objet\":\"Premier\",\"objet\":\"Second\"", "Second",
        "écrit plusieurs fois");
    row("NaN", "\"objet\":\"x\",\"montant\":NaN,\"tauxAvance\":NaN", "x", "valeurs NaN");
}

void TestDecpReader::flagsDefectsAndKeepsTheMarket()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, says);
    const Result<AwardFile> file =
        read("[{\"id\":\"A\"," + region +
             ",\"dateNotification\":\"2026-11-02\",\"titulaires\":[{\"id\":\"20005376700014\"}]," +
             fields + "}]");
    const AwardNotification award = only(file);
    QCOMPARE(award.market.text(), QStringLiteral("A"));
    QTEST(award.title, "title");
    if (says.isEmpty())
        QCOMPARE(file->warnings, QStringList());
    else
        QVERIFY2(allWarnings(file).contains(says), qPrintable(allWarnings(file)));
    if (says.contains(text("plusieurs")))
        QCOMPARE(award.extras.value(QStringLiteral("objet")), QStringLiteral("Premier"));
    if (says.contains(text("plusieurs")) || says.contains(text("sans objet")))
        QVERIFY(allWarnings(file).contains(QStringLiteral(": A.")));
}

void TestDecpReader::rejectsAMarketWithoutANumber()
{
    const Result<AwardFile> file =
        read(marches("\n" + market({}) + ",\n{" + region + ",\"id\":\".\"},\n{" + region + "}"));
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rejections.size(), 2);
    const Rejection rejection = file->rejections.first();
    QCOMPARE(rejection.line, 3);
    QCOMPARE(rejection.record, text("marché n° 2 du fichier"));
    QCOMPARE(rejection.field, QStringLiteral("id"));
    QCOMPARE(rejection.value, QStringLiteral("."));
    QCOMPARE(file->rejections.last().record, text("marché n° 3 du fichier"));
}

void TestDecpReader::keepsTheLatestPublication_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("title");
    const QByteArray old = "\"objet\":\"ancien\",\"datePublicationDonnees\":\"2026-01-01\"";
    const QByteArray recent = "\"objet\":\"nouveau\",\"datePublicationDonnees\":\"2026-02-01\"";
    const QByteArray modified =
        "\"objet\":\"modifié\",\"datePublicationDonnees\":\"2026-01-01\",\"modifications\":[{"
        "\"datePublicationDonneesModification\":\"2026-03-01\"}]";
    const QByteArray undated = "\"objet\":\"sans date\"";
    QTest::newRow("identical") << old << old << QStringLiteral("ancien");
    QTest::newRow("later after") << old << recent << QStringLiteral("nouveau");
    QTest::newRow("later before") << recent << old << QStringLiteral("nouveau");
    QTest::newRow("modified later") << modified << recent << text("modifié");
    QTest::newRow("undated after") << old << undated << QStringLiteral("ancien");
    QTest::newRow("undated before") << undated << old << QStringLiteral("ancien");
}

void TestDecpReader::keepsTheLatestPublication()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const auto marketOf = [](const QByteArray &fields) {
        return "{\"id\":\"M1451401\"," + region + "," + fields + "}";
    };
    const Result<AwardFile> file = read("[" + marketOf(first) + ",\n" + marketOf(second) + "]");
    QTEST(only(file).title, "title");
    QCOMPARE(allWarnings(file).contains(text("M1451401 (n° 1 et 2 du fichier)")), first != second);
}

void TestDecpReader::boundsTheListsOfItsSentences()
{
    QByteArray markets;
    for (int i = 0; i < 50; ++i)
        markets += (i ? "," : "") + QByteArray("{\"id\":\"A") + QByteArray::number(i) + "\"," +
                   region + "}";
    const Result<AwardFile> file = read(marches(markets));
    QCOMPARE(file->rows.size(), 50);
    const QString warning = file->warnings.filter(text("sans objet")).value(0);
    QVERIFY2(warning.contains(text(": A0, A1,")), qPrintable(warning));
    QVERIFY2(warning.endsWith(text("A29 et 20 autres.")), qPrintable(warning));
}

void TestDecpReader::refusesBrokenJson_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &content, const char *says,
                        ErrorCode code = ErrorCode::MalformedFile) {
        QTest::newRow(name) << content << code << text(says);
    };
    row("cut", "[{\n\"id\":\"A\"", "ligne 2, octet 12 : le fichier s'arrête avant la fin");
    row("cut in a text", "[{\"id\":\"A", "octet 10 : le fichier s'arrête avant la fin");
    row("cut in an escape", "[\"\\ud83d", "s'arrête avant la fin");
    row("cut in a character", "[\"\xC3", "s'arrête avant la fin");
    row("cut in a number", "[1.", "s'arrête avant la fin");
    row("comma missing", "[{\"id\":\"A\"\n\"objet\":1}]", "ligne 2, octet 12 : une virgule");
    row("comma too many", "[1,]", "octet 4 : une valeur est attendue");
    row("bare word", "[{\"id\":A}]", "octet 8 : une valeur est attendue");
    row("more than NaN", "[NaN.5]", "une valeur est attendue");
    row("comment", "[ // non\n]", "une valeur est attendue");
    row("name without quotes", "[{id:1}]", "octet 3 : un nom de champ entre guillemets");
    row("colon missing", "[{\"id\" 1}]", "« : »");
    row("more after the end", "[]\n{}", "ligne 2, octet 4 : il y a du texte après la fin");
    row("control character", "[\"a\tb\"]", "caractère de contrôle");
    row("unknown escape", "[\"\\x\"]", "barre oblique inverse");
    row("first half of a pair alone", "[\"\\ud83d\"]", "la moitié de ce qu'il lui faut");
    row("second half of a pair alone", "[\"\\ude00\"]", "la moitié de ce qu'il lui faut");
    row("second half first", "[\"\\ude00\\ud83d\"]", "la moitié de ce qu'il lui faut");
    row("half of a pair in a name", "[{\"\\ude00\":1}]", "la moitié de ce qu'il lui faut");
    row("number out of reach", "[1e999]", "un nombre est trop grand");
    row("NUL", QByteArray("[1,\0 2]", 7), "octet 4 : l'octet nul (0x00)");
    row("NUL after the end", QByteArray("[1]\0\0", 5), "octet 4 : l'octet nul (0x00)");
    row("NUL in a text", QByteArray("[\"a\0b\"]", 7), "octet 4 : l'octet nul (0x00)");
    row("UTF-16", QByteArray("[\0]\0", 4), "octet 2 : l'octet nul (0x00)");
    row("Windows-1252", "[\n\"\xE9l\xE8ve\"]", "l'octet 0xE9, ligne 2, octet 4,",
        ErrorCode::WrongEncoding);
    row("overlong", "[\"\xC0\x80\"]", "0xC0", ErrorCode::WrongEncoding);
    row("surrogate in UTF-8", "[\"\xED\xA0\x80\"]", "0xED", ErrorCode::WrongEncoding);
    row("beyond Unicode", "[\"\xF5\x80\x80\x80\"]", "0xF5", ErrorCode::WrongEncoding);
    row("wrong in a later block", "[\"" + QByteArray(100'000, 'x') + "\",\n\"\xE9\"]",
        "ligne 2, octet 100007,", ErrorCode::WrongEncoding);
    row("broken XML", "<marches><marche></marches>", "balise fermante");
    row("cut gzip", gzipped(json2019).chopped(20), "coupé");
}

void TestDecpReader::refusesBrokenJson()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const Result<AwardFile> file = read(content);
    QVERIFY(!file.has_value());
    QVERIFY2(allWarnings(file).contains(says), qPrintable(allWarnings(file)));
    QTEST(file.error().code, "code");
}

void TestDecpReader::refusesWhatPassesTheLimits_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &content, const char *says) {
        QTest::newRow(name) << content << text(says);
    };
    const QByteArray mebi(1024 * 1024, 'x');
    const QByteArray textAtMost = marches(market("\"k\":\"" + mebi + "\""));
    row("text of 1 MiB", textAtMost, "");
    row("the same, each character by its number",
        marches(market("\"k\":\"" + QByteArray("\\u0078").repeated(1024 * 1024) + "\"")), "");
    row("longer text", QByteArray(textAtMost).replace("\"k\":\"", "\"k\":\"y"),
        "un texte dépasse 1048576 octets");
    row("longer name", marches(market("\"" + mebi + "y\":1")), "un texte dépasse");
    row("text without end", "[\"" + mebi.repeated(8), "n'en finit pas");
    row("blank without end", "[" + QByteArray(8 * 1024 * 1024, ' '), "n'en finit pas");
    row("64 levels",
        "[{\"id\":" + QByteArray("[").repeated(62) + QByteArray("]").repeated(62) + "}]", "");
    row("65 levels", "[{\"id\":" + QByteArray("[").repeated(63), "plus de 64");
    row("100 000 levels", QByteArray("[").repeated(100'000), "plus de 64");
    row("100 000 levels of objects", QByteArray("{\"a\":").repeated(100'000), "plus de 64");
    QByteArray fields;
    for (int i = 0; i < 5; ++i)
        fields += ",\"k" + QByteArray::number(i) + "\":\"" + mebi + "\"";
    row("market of 5 MiB", "[\n{\"id\":\"A\"" + fields + "}]",
        "le marché qui commence à la ligne 2 est démesuré");
    row("market of 5 MiB of brackets", "[[" + QByteArray("[],").repeated(300'000),
        "le marché qui commence à la ligne 1 est démesuré");
    QByteArray elements;
    for (int i = 0; i < 5; ++i)
        elements += "<k>" + mebi + "</k>";
    row("market of 5 MiB in XML", "<marches><marche>" + elements + "</marche></marches>",
        "est démesuré");
    row("entity bomb", "<!DOCTYPE a [<!ENTITY l \"ha\">]><marches>&l;</marches>", "DOCTYPE");
}

void TestDecpReader::refusesWhatPassesTheLimits()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const Result<AwardFile> file = read(content);
    QCOMPARE(file.has_value(), says.isEmpty());
    QVERIFY2(allWarnings(file).contains(says), qPrintable(allWarnings(file)));
    if (!file)
        QCOMPARE(file.error().code, ErrorCode::LimitExceeded);
}

void TestDecpReader::refusesAFileCutAnywhere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("2019") << QByteArray(json2019);
    QTest::newRow("2022") << QByteArray(json2022);
    QTest::newRow("XML") << QByteArray(xml);
    QTest::newRow("gzip") << gzipped(json2022);
}

void TestDecpReader::refusesAFileCutAnywhere()
{
    QFETCH(QByteArray, content);
    const Folder folder;
    const QString name = folder.write(QStringLiteral("m"), content);
    QVERIFY(readDecp(name, {}).has_value());
    for (qsizetype size = content.size() - 1; size >= 0; --size) {
        QVERIFY(QFile::resize(name, size));
        const Result<AwardFile> file = readDecp(name, {});
        QVERIFY2(!file.has_value(), qPrintable(QString::number(size)));
        QVERIFY(!file.error().message.isEmpty());
    }
}

// The reader holds one block and one market: what is to be kept must not depend on where a block
// ends.
void TestDecpReader::readsAcrossBlocks()
{
    const Folder folder;
    QFile file(folder.path(QStringLiteral("grand.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"marches\":{\"marche\":[\n");
    constexpr int markets = 60'000;
    for (int i = 0; i < markets; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray buyer = i % 1000 == 7 ? "20005376700014" : "21630113500010";
        file.write((i ? ",\n" : "") + QByteArray("{\"id\":\"M") + number +
                   "\",\"acheteur\":{\"id\":\"" + buyer + "\"},\"objet\":\"é " +
                   QByteArray(i % 997, 'x') + "\",\"dureeMois\":" + number + "}");
    }
    file.write("]}}");
    file.close();
    QVERIFY(file.size() > 30'000'000);

    qint64 last = 0;
    int calls = 0;
    const Result<AwardFile> read = readDecp(file.fileName(), {}, [&](qint64 done, qint64 total) {
        ++calls;
        const bool isRising = done >= last && total == file.size();
        last = done;
        return isRising;
    });
    QVERIFY2(read.has_value(), qPrintable(allWarnings(read)));
    QCOMPARE(read->rows.size(), markets / 1000);
    for (int i = 0; i < read->rows.size(); ++i) {
        const AwardRow &row = read->rows[i];
        const int number = i * 1000 + 7;
        QCOMPARE(row.award.market.text(), QStringLiteral("M%1").arg(number));
        QCOMPARE(row.award.title.size(), number % 997 == 0 ? 1 : 2 + number % 997);
        QCOMPARE(row.line, number + 2);
    }
    QCOMPARE(last, file.size());
    QVERIFY(calls > 400);
}

void TestDecpReader::isStoppedByItsProgress()
{
    for (const char *content : {json2019, json2022, xml}) {
        const Result<AwardFile> file = read(content, {}, [](qint64, qint64) { return false; });
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::Cancelled);
    }
}

void TestDecpReader::isWhatReadAwardsReads()
{
    const Folder folder;
    for (const char *content : {json2019, json2022, xml}) {
        // Told by what it holds, whatever it is called.
        const Result<AwardFile> file = readAwards(folder.write(QStringLiteral("m.csv"), content));
        QVERIFY(only(file) == expectedOfEach());
    }
    const QString name = folder.write(QStringLiteral("m.json"), R"([{"id":"A","objet":"x"}])");
    TableProfile profile;
    profile.funder = Funder::Agefiph;
    QCOMPARE(only(readAwards(name, {.profile = profile})).funder, Funder::Agefiph);
    QCOMPARE(only(readAwards(name, {Funder::Region, profile})).funder, Funder::Region);
    const Result<AwardFile> stopped =
        readAwards(name, {.progress = [](qint64, qint64) { return false; }});
    QVERIFY(!stopped.has_value());
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestDecpReader)
#include "tst_decpreader.moc"
