// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardreader.h"

#include "exchange/awards/awardees.h"
#include "exchange/exchangefixtures.h"
#include "exchange/xlsxfixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

Result<AwardFile> read(const QByteArray &content, std::optional<Funder> funder = Funder::Region)
{
    const Folder folder;
    return readAwards(folder.write(QStringLiteral("marchés.csv"), content), {.funder = funder});
}

// A row with the needed columns, and one more.
QByteArray withColumn(const QByteArray &column, const QByteArray &value)
{
    return "numero_marche;intitule;date_notification;" + column + "\nM1451401;Soudeur;02/11/2026;" +
           value + "\n";
}

} // namespace

class TestAwardReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryColumn();
    void readsAWorkbookAlike();
    void findsColumnsByTheirNames_data();
    void findsColumnsByTheirNames();
    void refusesAFileWithoutANeededColumn();
    void refusesATableWithoutAnyRow();
    void handsOnAtOnceWhatStandsInOneRow();
    void stopsWhereTheSinkFails();
    void stopsWhereNobodyWantsMore_data();
    void stopsWhereNobodyWantsMore();
    void takesTheFunderOfTheRowFirst_data();
    void takesTheFunderOfTheRowFirst();
    void rejectsBadRowsAndKeepsTheRest_data();
    void rejectsBadRowsAndKeepsTheRest();
    void splitsSirets_data();
    void splitsSirets();
    void restoresPostalCodes();
    void restoresSirets();
    void warnsOfWhatIsNoSiret();
    void leavesOutRoundedSirets_data();
    void leavesOutRoundedSirets();
    void restoresInseeCodes();
    void readsDatesAsPeopleWriteThem();
    void readsBareDaysOfAWorkbookWithAWarning();
    void refusesFormulasWithoutAValue();
    void ignoresARepeatedRowAndRejectsAContradiction();
    void joinsTheRowsOfAGroup();
    void joinsNoRowsThatDifferOtherwise_data();
    void joinsNoRowsThatDifferOtherwise();
    void refusesAGroupWithoutEnd();
    void fillsMergedCells();
};

void TestAwardReader::readsEveryColumn()
{
    const auto file =
        read(QStringLiteral("financeur;numero_marche;lot;intitule;siret_mandataire;mandataire;"
                            "date_notification;date_reception;date_debut;date_fin;lieu;"
                            "code_postal;dispositif;segment;places;remplace;Suivi par;Suivi par\n"
                            "PE; M1451401 ;2;Soudeur;99990010300014, 99990024400016;Bâti;"
                            "02/11/2026;2026-11-04;04/01/2027;2027-06-30;Thiers;63300;SIEG;2;12;"
                            "M1400000;Zoé;Luc\n\n;;\n")
                 .toUtf8());
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rejections.size(), 0);
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].line, 2);
    AwardNotification expected;
    expected.funder = Funder::PoleEmploi;
    expected.market = MarketNumber(QStringLiteral("M1451401"));
    expected.lot = QStringLiteral("2");
    expected.title = QStringLiteral("Soudeur");
    expected.awardeeSirets = {QStringLiteral("99990010300014"), QStringLiteral("99990024400016")};
    expected.awardeeName = QStringLiteral("Bâti");
    expected.notifiedOn = QDate(2026, 11, 2);
    expected.receivedOn = QDate(2026, 11, 4);
    expected.start = QDate(2027, 1, 4);
    expected.end = QDate(2027, 6, 30);
    expected.place = QStringLiteral("Thiers");
    expected.postalCode = QStringLiteral("63300");
    expected.scheme = QStringLiteral("SIEG");
    expected.siegSegment = 2;
    expected.places = 12;
    expected.replaces = QStringLiteral("M1400000");
    expected.extras = {{QStringLiteral("Suivi par"), QStringLiteral("Zoé")},
                       {QStringLiteral("Suivi par (2)"), QStringLiteral("Luc")}};
    QVERIFY(file->rows[0].award == expected);
}

void TestAwardReader::readsAWorkbookAlike()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("m.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    lxw_format *date = workbook_add_format(workbook);
    format_set_num_format(date, "dd/mm/yyyy");
    worksheet_write_string(sheet, 0, 0, "Date de notification", nullptr);
    worksheet_write_string(sheet, 0, 1, "N° de marché", nullptr);
    worksheet_write_string(sheet, 0, 2, "Intitulé", nullptr);
    worksheet_write_string(sheet, 0, 3, "SIRET", nullptr);
    lxw_datetime day{2026, 11, 2, 0, 0, 0};
    worksheet_write_datetime(sheet, 1, 0, &day, date);
    worksheet_write_string(sheet, 1, 1, "M1451401", nullptr);
    worksheet_write_string(sheet, 1, 2, "Soudeur", nullptr);
    worksheet_write_number(sheet, 1, 3, 99990010300014.0, nullptr);
    workbook_close(workbook);

    const auto file = readAwards(name, {.funder = Funder::Agefiph});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].award.notifiedOn, QDate(2026, 11, 2));
    QCOMPARE(file->rows[0].award.awardeeSirets, QStringList{QStringLiteral("99990010300014")});
    QCOMPARE(file->rows[0].award.funder, Funder::Agefiph);
}

void TestAwardReader::findsColumnsByTheirNames_data()
{
    QTest::addColumn<QString>("header");
    const auto row = [](const char *name, const char *header) {
        QTest::newRow(name) << QString::fromUtf8(header);
    };
    row("as designed", "numero_marche;intitule;date_notification");
    row("accents and case", "NUMÉRO_MARCHÉ;Intitulé;Date_Notification");
    row("words", "Numéro de marché;Intitulé du marché;Date de notification");
    row("degree sign", "N° de marché;Objet;Notification");
    row("ordinal sign", "Nº marché;Libellé;Date notif.");
    row("spaces and punctuation", " numero - marche ; intitule : ; date.notification");
    row("decomposed accents", "nume\xCC\x81ro marche\xCC\x81;intitule\xCC\x81;date notification");
}

void TestAwardReader::findsColumnsByTheirNames()
{
    QFETCH(QString, header);
    const auto file = read(header.toUtf8() + "\nM1451401;Soudeur;02/11/2026\n");
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].award.market.text(), QStringLiteral("M1451401"));
    QCOMPARE(file->rows[0].award.title, QStringLiteral("Soudeur"));
    QCOMPARE(file->rows[0].award.notifiedOn, QDate(2026, 11, 2));
}

void TestAwardReader::refusesAFileWithoutANeededColumn()
{
    const auto file = read("numero_marche;lot\nM1451401;1\n");
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::MissingColumn);
    QVERIFY(file.error().message.contains(QStringLiteral("intitule, date_notification")));
    QVERIFY(file.error().message.contains(QStringLiteral("numero_marche, lot")));
}

void TestAwardReader::refusesATableWithoutAnyRow()
{
    const auto file = read("\n \n;;\n");
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::NotTheFormat);
}

// Members of a group may stand anywhere: the contract comes once the last row is read.
void TestAwardReader::handsOnAtOnceWhatStandsInOneRow()
{
    const Folder folder;
    const QString name = folder.write(QStringLiteral("n.csv"),
                                      "numero_marche;lot;intitule;date_notification;mandataire\n"
                                      "M1000001;a;Soudeur;02/11/2026;Un\n"
                                      "M1000002;;Soudeur;02/11/2026;Deux\n"
                                      "M1000001;A;Soudeur;02/11/2026;Autre lot\n"
                                      "M1000003;;Soudeur;31/02/2026;Trois\n"
                                      "M1000001;a;Soudeur;02/11/2026;Quatre\n"
                                      "M1000004;;Soudeur;02/11/2026;Cinq\n");
    QStringList taken;
    const Result<AwardRemarks> read =
        readAwards(name, {.funder = Funder::Region}, [&](const AwardRow &row) -> Result<> {
            taken << QStringLiteral("%1 %2").arg(row.line).arg(row.award.awardeeName);
            return {};
        });
    QVERIFY(read.has_value());
    QCOMPARE(taken, (QStringList{QStringLiteral("3 Deux"), QStringLiteral("7 Cinq"),
                                 QStringLiteral("2 Un / Quatre")}));
    QCOMPARE(read->rejections.size(), 2);
    QCOMPARE(read->rejections[0].line, 4);
    QCOMPARE(read->rejections[1].line, 5);
}

void TestAwardReader::stopsWhereTheSinkFails()
{
    const Folder folder;
    const QString name =
        folder.write(QStringLiteral("n.csv"), "numero_marche;intitule;date_notification\n"
                                              "M1000001;Soudeur;02/11/2026\n"
                                              "M1000002;Soudeur;02/11/2026\n"
                                              "M1000003;Soudeur;02/11/2026\n");
    int taken = 0;
    const Result<AwardRemarks> read =
        readAwards(name, {.funder = Funder::Region}, [&](const AwardRow &) -> Result<> {
            return ++taken < 2 ? Result<>() : fail(ErrorCode::DatabaseBusy, QStringLiteral("!"));
        });
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(taken, 2);
}

void TestAwardReader::stopsWhereNobodyWantsMore_data()
{
    QTest::addColumn<int>("calls");
    QTest::newRow("in the first reading") << 1;
    QTest::newRow("in the second") << 2;
}

void TestAwardReader::stopsWhereNobodyWantsMore()
{
    QFETCH(int, calls);
    const Folder folder;
    const QString name =
        folder.write(QStringLiteral("n.csv"), "numero_marche;intitule;date_notification\n"
                                              "M1000001;Soudeur;02/11/2026\n");
    int called = 0;
    const Result<AwardFile> read =
        readAwards(name, {.funder = Funder::Region, .progress = [&](qint64 done, qint64 total) {
                              return done == 0 && total == called && ++called < calls;
                          }});
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
    QCOMPARE(called, calls);
}

void TestAwardReader::takesTheFunderOfTheRowFirst_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<std::optional<Funder>>("option");
    QTest::addColumn<std::optional<Funder>>("funder");
    using Maybe = std::optional<Funder>;
    QTest::newRow("short name") << QByteArray("CR") << Maybe() << Maybe(Funder::Region);
    QTest::newRow("name") << QByteArray("France Travail") << Maybe(Funder::Region)
                          << Maybe(Funder::PoleEmploi);
    QTest::newRow("by option") << QByteArray() << Maybe(Funder::Agefiph) << Maybe(Funder::Agefiph);
    QTest::newRow("unknown name") << QByteArray("Mairie") << Maybe(Funder::Region) << Maybe();
    QTest::newRow("neither") << QByteArray() << Maybe() << Maybe();
}

void TestAwardReader::takesTheFunderOfTheRowFirst()
{
    QFETCH(QByteArray, cell);
    QFETCH(std::optional<Funder>, option);
    QFETCH(std::optional<Funder>, funder);
    const auto file = read(withColumn("financeur", cell), option);
    QVERIFY(file.has_value());
    if (funder) {
        QCOMPARE(file->rows.at(0).award.funder, *funder);
    } else {
        QCOMPARE(file->rows.size(), 0);
        QCOMPARE(file->rejections.at(0).field, QStringLiteral("financeur"));
    }
}

void TestAwardReader::rejectsBadRowsAndKeepsTheRest_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QByteArray &cells, const char *field,
                        const char *value, const char *record = "marché M2") {
        QTest::newRow(name) << cells << QString::fromUtf8(record) << QString::fromUtf8(field)
                            << QString::fromUtf8(value);
    };
    // numero_marche;intitule;Date notification;siret;places;segment;date_debut;date_fin;cp
    row("no market number", ";Soudeur;02/11/2026", "numero_marche", "", "« Soudeur, 02/11/2026 »");
    row("placeholder", ".;Soudeur;02/11/2026", "numero_marche", ".", "« ., Soudeur, 02/11/2026 »");
    row("total below the table", ";Total : 12 marchés", "numero_marche", "",
        "« Total : 12 marchés »");
    row("rounded market number", "1,23E+09;Soudeur;02/11/2026", "numero_marche", "1,23E+09",
        "marché 1,23E+09");
    row("no title", "M2;;02/11/2026", "intitule", "");
    row("no date", "M2;Soudeur;", "Date notification", "");
    row("impossible date", "M2;Soudeur;31/02/2026", "Date notification", "31/02/2026");
    row("short year", "M2;Soudeur;02/11/26", "Date notification", "02/11/26");
    row("American date", "M2;Soudeur;11/25/2026", "Date notification", "11/25/2026");
    row("bare number of days", "M2;Soudeur;46338", "Date notification", "46338");
    row("places in words", "M2;Soudeur;02/11/2026;;douze", "places", "douze");
    row("segment 4", "M2;Soudeur;02/11/2026;;;4", "segment", "4");
    row("period reversed", "M2;Soudeur;02/11/2026;;;;05/01/2027;04/01/2027", "date_fin",
        "04/01/2027");
    row("separator within the title", "M2;Soudeur; TIG;02/11/2026;;;;;;31/12/2027", "colonne 10",
        "31/12/2027");
    row("formula in error", "M2;#N/A;02/11/2026", "intitule", "#N/A");
}

void TestAwardReader::rejectsBadRowsAndKeepsTheRest()
{
    QFETCH(QByteArray, row);
    const auto file =
        read("numero_marche;intitule;Date notification;siret;places;segment;date_debut;date_fin\n"
             "M1;Soudeur;02/11/2026\n" +
             row + "\nM3;Soudeur;02/11/2026\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 2);
    QCOMPARE(file->rows[1].line, 4);
    QCOMPARE(file->rejections.size(), 1);
    const Rejection &rejection = file->rejections[0];
    QCOMPARE(rejection.line, 3);
    QTEST(rejection.record, "record");
    QTEST(rejection.field, "field");
    QTEST(rejection.value, "value");
    QVERIFY(!rejection.expected.isEmpty());
    QVERIFY(rejection.file.endsWith(QStringLiteral("marchés.csv")));
}

void TestAwardReader::splitsSirets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("sirets");
    const QString one = QStringLiteral("99990010300014");
    const QString two = QStringLiteral("99990024400016");
    const QStringList both{one, two};
    QTest::newRow("none") << QString() << QStringList();
    QTest::newRow("one") << one << QStringList{one};
    QTest::newRow("one, spaced") << QStringLiteral("999 900 103 00014")
                                 << QStringList{QStringLiteral("999 900 103 00014")};
    QTest::newRow("comma") << one + QStringLiteral(", ") + two << both;
    QTest::newRow("semicolon") << one + u';' + two << both;
    QTest::newRow("slash") << one + QStringLiteral(" / ") + two << both;
    QTest::newRow("line break") << one + u'\n' + two << both;
    QTest::newRow("space") << one + u' ' + two << both;
    QTest::newRow("space, spaced") << QStringLiteral("999 900 103 00014 999 900 244 00016") << both;
    QTest::newRow("no SIRET") << QStringLiteral("en cours")
                              << QStringList{QStringLiteral("en cours")};
}

void TestAwardReader::splitsSirets()
{
    QFETCH(QString, text);
    QTEST(splitSirets(text), "sirets");
}

void TestAwardReader::restoresPostalCodes()
{
    const auto file = read("numero_marche;intitule;date_notification;code_postal\n"
                           "M1;S;02/11/2026;3100\nM2;S;02/11/2026;63 000\nM3;S;02/11/2026;3200\n"
                           "M4;S;02/11/2026;inconnu\n");
    QVERIFY(file.has_value());
    QStringList codes;
    for (const AwardRow &row : file->rows)
        codes << row.award.postalCode;
    QCOMPARE(codes.join(u' '), QStringLiteral("03100 63000 03200 inconnu"));
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY2(file->warnings[0].contains(QStringLiteral("lignes 2, 4")),
             qPrintable(file->warnings[0]));
}

void TestAwardReader::restoresSirets()
{
    const auto file = read("numero_marche;intitule;date_notification;siret\n"
                           "M1;S;02/11/2026;9990010300014\nM2;S;02/11/2026;999 900 103 00014\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 2);
    QCOMPARE(file->rows[0].award.awardeeSirets, QStringList{QStringLiteral("09990010300014")});
    QCOMPARE(file->rows[1].award.awardeeSirets, QStringList{QStringLiteral("999 900 103 00014")});
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY2(file->warnings[0].contains(QStringLiteral("SIRET")) &&
                 file->warnings[0].endsWith(QStringLiteral("lignes 2.")),
             qPrintable(file->warnings[0]));
}

void TestAwardReader::warnsOfWhatIsNoSiret()
{
    const auto file = read("numero_marche;intitule;date_notification;siret\n"
                           "M1;S;02/11/2026;999900103\nM2;S;02/11/2026;\n"
                           "M3;S;02/11/2026;99990010300014\n"
                           "M4;S;02/11/2026;99990010300014, en cours\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 4);
    QCOMPARE(file->rows[0].award.awardeeSirets, QStringList{QStringLiteral("999900103")});
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY2(file->warnings[0].contains(QStringLiteral("lignes 2, 5")),
             qPrintable(file->warnings[0]));
}

void TestAwardReader::leavesOutRoundedSirets_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QStringList>("sirets");
    const QString other = QStringLiteral("99990024400016");
    QTest::newRow("French") << QByteArray("1,23E+13") << QStringList();
    QTest::newRow("English") << QByteArray("1.23457E+13") << QStringList();
    QTest::newRow("without decimals") << QByteArray("1E+13") << QStringList();
    QTest::newRow("beside a whole one")
        << QByteArray("1,23E+13 / 99990024400016") << QStringList{other};
}

void TestAwardReader::leavesOutRoundedSirets()
{
    QFETCH(QByteArray, cell);
    const auto file = read(withColumn("siret", cell));
    QVERIFY(file.has_value());
    QCOMPARE(file->rejections.size(), 0);
    QCOMPARE(file->rows.size(), 1);
    QTEST(file->rows[0].award.awardeeSirets, "sirets");
    QCOMPARE(file->warnings.size(), 1);
    for (const char *word : {"arrondis", "Texte", "lignes 2."})
        QVERIFY2(file->warnings[0].contains(QString::fromUtf8(word)),
                 qPrintable(file->warnings[0]));
}

void TestAwardReader::restoresInseeCodes()
{
    const auto file = read("numero_marche;intitule;date_notification;Code INSEE\n"
                           "M1;S;02/11/2026;3310\nM2;S;02/11/2026;2A004\nM3;S;02/11/2026;\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 3);
    QCOMPARE(file->rows[0].award.placeCode, QStringLiteral("03310"));
    QCOMPARE(file->rows[0].award.placeScope, PlaceScope::Commune);
    QCOMPARE(file->rows[1].award.placeCode, QStringLiteral("2A004"));
    QCOMPARE(file->rows[2].award.placeScope, PlaceScope::Unknown);
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY2(file->warnings[0].contains(QStringLiteral("INSEE")) &&
                 file->warnings[0].endsWith(QStringLiteral("lignes 2.")),
             qPrintable(file->warnings[0]));
}

void TestAwardReader::readsDatesAsPeopleWriteThem()
{
    const auto file = read("numero_marche;intitule;date_notification;date_debut;date_fin\n"
                           "M1;S;2.11.2026;1er janv. 2027;30 juin 2027\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].award.notifiedOn, QDate(2026, 11, 2));
    QCOMPARE(file->rows[0].award.start, QDate(2027, 1, 1));
    QCOMPARE(file->rows[0].award.end, QDate(2027, 6, 30));
}

void TestAwardReader::readsBareDaysOfAWorkbookWithAWarning()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("m.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    const char *header[] = {"numero_marche", "intitule", "date_notification", "date_debut"};
    for (lxw_col_t column = 0; column < 4; ++column)
        worksheet_write_string(sheet, 0, column, header[column], nullptr);
    for (lxw_row_t row = 1; row < 3; ++row) {
        worksheet_write_string(sheet, row, 0, row == 1 ? "M1" : "M2", nullptr);
        worksheet_write_string(sheet, row, 1, "S", nullptr);
    }
    worksheet_write_number(sheet, 1, 2, 46338, nullptr);
    worksheet_write_string(sheet, 1, 3, "46391", nullptr);
    worksheet_write_number(sheet, 2, 2, 2026, nullptr);
    workbook_close(workbook);

    const auto file = readAwards(name, {.funder = Funder::Region});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].award.notifiedOn, QDate(2026, 11, 12));
    QCOMPARE(file->rows[0].award.start, QDate(2027, 1, 4));
    QCOMPARE(file->rejections.size(), 1);
    QCOMPARE(file->rejections[0].value, QStringLiteral("2026"));
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY2(file->warnings[0].contains(QStringLiteral("nombre de jours")) &&
                 file->warnings[0].endsWith(QStringLiteral("lignes 2.")),
             qPrintable(file->warnings[0]));
}

void TestAwardReader::refusesFormulasWithoutAValue()
{
    const auto text = [](const QByteArray &value) {
        return "<x:c t=\"inlineStr\"><x:is><x:t>" + value + "</x:t></x:is></x:c>";
    };
    const Folder folder;
    const QString name = folder.path(QStringLiteral("m.xlsx"));
    writeZip(name,
             handMadeXlsx("<x:row>" + text("numero_marche") + text("intitule") +
                          text("date_notification") + "</x:row><x:row>" + text("M1") +
                          "<x:c><x:f>A2</x:f><x:v/></x:c>" + text("02/11/2026") + "</x:row>"));
    const auto file = readAwards(name, {.funder = Funder::Region});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 0);
    QCOMPARE(file->rejections.size(), 1);
    QCOMPARE(file->rejections[0].field, QStringLiteral("intitule"));
    QCOMPARE(file->rejections[0].value, QStringLiteral("#FORMULE! =A2"));
}

void TestAwardReader::ignoresARepeatedRowAndRejectsAContradiction()
{
    const auto file = read("numero_marche;lot;intitule;date_notification\n"
                           "M1451401;1;Soudeur;02/11/2026\n"
                           "M1451401;1;Soudeur;02/11/2026\n"
                           "M 1451401;1;Maçon;02/11/2026\n"
                           "M1451401;2;Maçon;02/11/2026\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 2);
    QCOMPARE(file->rejections.size(), 1);
    QCOMPARE(file->rejections[0].line, 4);
    QVERIFY(file->rejections[0].expected.contains(QStringLiteral("ligne 2")));
}

void TestAwardReader::joinsTheRowsOfAGroup()
{
    const auto file = read("numero_marche;lot;intitule;date_notification;siret;mandataire\n"
                           "M1;1;S;02/11/2026;99990010300014;B\xC3\xA2ti\n"
                           "M1;1;S;02/11/2026;99990024400016;Form+\n"
                           "M1;2;S;02/11/2026;99990024400016;Form+\n"
                           "M1;1;S;02/11/2026;999 900 103 00014;BATI\n"
                           "M1;1;S;02/11/2026;;Gr\xC3\xA9ta\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rejections.size(), 0);
    QCOMPARE(file->rows.size(), 2);
    QCOMPARE(file->rows[0].line, 2);
    QCOMPARE(file->rows[0].award.awardeeSirets,
             (QStringList{QStringLiteral("99990010300014"), QStringLiteral("99990024400016")}));
    QCOMPARE(file->rows[0].award.awardeeName, QStringLiteral("Bâti / Form+ / Gréta"));
    QCOMPARE(file->rows[1].award.awardeeName, QStringLiteral("Form+"));
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY2(file->warnings[0].endsWith(QStringLiteral("lignes 3, 6.")),
             qPrintable(file->warnings[0]));
}

void TestAwardReader::joinsNoRowsThatDifferOtherwise_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("title") << QByteArray("M1;T;02/11/2026;99990024400016;12;a");
    QTest::newRow("date") << QByteArray("M1;S;03/11/2026;99990024400016;12;a");
    QTest::newRow("places") << QByteArray("M1;S;02/11/2026;99990024400016;8;a");
    QTest::newRow("column kept aside") << QByteArray("M1;S;02/11/2026;99990024400016;12;b");
}

void TestAwardReader::joinsNoRowsThatDifferOtherwise()
{
    QFETCH(QByteArray, row);
    const auto file = read("numero_marche;intitule;date_notification;siret;places;x\n"
                           "M1;S;02/11/2026;99990010300014;12;a\n" +
                           row + "\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].award.awardeeSirets.size(), 1);
    QCOMPARE(file->rejections.size(), 1);
    QVERIFY(file->rejections[0].expected.contains(QStringLiteral("ligne 2")));
}

void TestAwardReader::refusesAGroupWithoutEnd()
{
    QByteArray content = "numero_marche;intitule;date_notification;siret\n";
    for (int member = 0; member < 300; ++member)
        content += "M1;S;02/11/2026;" + QByteArray::number(99990010300014 + member) + "\n";
    const auto file = read(content);
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.at(0).award.awardeeSirets.size(), 200);
    QCOMPARE(file->rejections.size(), 100);
    QCOMPARE(file->rejections[0].field, QStringLiteral("siret"));
}

void TestAwardReader::fillsMergedCells()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("m.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    const char *header[] = {"numero_marche", "intitule", "date_notification", "siret"};
    const char *contract[] = {"M1", "S", "02/11/2026"};
    for (lxw_col_t column = 0; column < 4; ++column)
        worksheet_write_string(sheet, 0, column, header[column], nullptr);
    for (lxw_col_t column = 0; column < 3; ++column)
        worksheet_merge_range(sheet, 1, column, 2, column, contract[column], nullptr);
    worksheet_write_string(sheet, 1, 3, "99990010300014", nullptr);
    worksheet_write_string(sheet, 2, 3, "99990024400016", nullptr);
    workbook_close(workbook);

    const auto file = readAwards(name, {.funder = Funder::Region});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rejections.size(), 0);
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].award.awardeeSirets.size(), 2);
    QCOMPARE(file->warnings.size(), 2);
    QVERIFY2(file->warnings[1].contains(QStringLiteral("fusionnées")),
             qPrintable(file->warnings[1]));
}

QTEST_APPLESS_MAIN(TestAwardReader)
#include "tst_awardreader.moc"
