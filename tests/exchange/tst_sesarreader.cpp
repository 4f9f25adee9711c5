// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sesar/sesarreader.h"

#include "exchange/exchangefixtures.h"
#include "exchange/xlsxfixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

Result<SesarFile> read(const QByteArray &content)
{
    const Folder folder;
    return readSesar(folder.write(QStringLiteral("sesar.csv"), content));
}

} // namespace

class TestSesarReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryColumn();
    void readsAWorkbookAlike();
    void understandsEntryModes_data();
    void understandsEntryModes();
    void rejectsBadRowsAndKeepsTheRest_data();
    void rejectsBadRowsAndKeepsTheRest();
    void refusesAFileWithoutANeededColumn();
    void tellsDeclarationsApart();
};

void TestSesarReader::readsEveryColumn()
{
    const auto file =
        read(QStringLiteral("objectif,numero_session,numero_marche,intitule,date_debut,"
                            "date_fin,lieu,code_postal,entrees,groupe\n"
                            "Remobiliser,03_S1,M1451401,Atelier,2027-01-04,30/06/2027,"
                            "\"Thiers, le Lac\",63300,permanentes,A\n")
                 .toUtf8());
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].line, 2);
    SesarDeclaration expected;
    expected.market = MarketNumber(QStringLiteral("M1451401"));
    expected.sessionNumero = QStringLiteral("03_S1");
    expected.title = QStringLiteral("Atelier");
    expected.start = QDate(2027, 1, 4);
    expected.end = QDate(2027, 6, 30);
    expected.place = QStringLiteral("Thiers, le Lac");
    expected.postalCode = QStringLiteral("63300");
    expected.objective = QStringLiteral("Remobiliser");
    expected.entryMode = EntryMode::Permanent;
    expected.extras = {{QStringLiteral("groupe"), QStringLiteral("A")}};
    QVERIFY(file->rows[0].declaration == expected);
}

void TestSesarReader::readsAWorkbookAlike()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("s.xlsx"));
    writeXlsx(
        name,
        {{QStringLiteral("Marché"), QStringLiteral("Date de début"), QStringLiteral("Date de fin")},
         {QStringLiteral("M1451401"), QStringLiteral("04/01/2027"), QStringLiteral("30/06/2027")}});
    const auto file = readSesar(name);
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].declaration.end, QDate(2027, 6, 30));
}

void TestSesarReader::understandsEntryModes_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<EntryMode>("mode");
    QTest::newRow("fixes") << QByteArray("fixes") << EntryMode::Fixed;
    QTest::newRow("Fixe") << QByteArray("Fixe") << EntryMode::Fixed;
    QTest::newRow("PERMANENTES") << QByteArray("PERMANENTES") << EntryMode::Permanent;
    QTest::newRow("words") << QByteArray("Entr\xC3\xA9"
                                         "es permanentes")
                           << EntryMode::Permanent;
    QTest::newRow("empty") << QByteArray() << EntryMode::Unknown;
}

void TestSesarReader::understandsEntryModes()
{
    QFETCH(QByteArray, cell);
    const auto file =
        read("numero_marche;date_debut;date_fin;entrees\nM1;04/01/2027;05/01/2027;" + cell + "\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 1);
    QTEST(file->rows[0].declaration.entryMode, "mode");
}

void TestSesarReader::rejectsBadRowsAndKeepsTheRest_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("field");
    QTest::newRow("no market") << QByteArray(";04/01/2027;05/01/2027")
                               << QStringLiteral("numero_marche");
    QTest::newRow("no start") << QByteArray("M2;;05/01/2027") << QStringLiteral("date_debut");
    QTest::newRow("no end") << QByteArray("M2;04/01/2027;") << QStringLiteral("date_fin");
    QTest::newRow("reversed") << QByteArray("M2;04/01/2027;03/01/2027")
                              << QStringLiteral("date_fin");
    QTest::newRow("more cells than columns")
        << QByteArray("M2;04/01/2027;05/01/2027;fixes;;à Thiers") << QStringLiteral("colonne 6");
    QTest::newRow("entries") << QByteArray("M2;04/01/2027;05/01/2027;parfois")
                             << QStringLiteral("entrees");
}

void TestSesarReader::rejectsBadRowsAndKeepsTheRest()
{
    QFETCH(QByteArray, row);
    const auto file = read("numero_marche;date_debut;date_fin;entrees\n" + row +
                           "\nM3;04/01/2027;05/01/2027;fixes\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rejections.size(), 1);
    QCOMPARE(file->rejections[0].line, 2);
    QTEST(file->rejections[0].field, "field");
    QCOMPARE(file->rejections[0].record, row.startsWith(';')
                                             ? QStringLiteral("« 04/01/2027, 05/01/2027 »")
                                             : QStringLiteral("marché M2"));
}

void TestSesarReader::refusesAFileWithoutANeededColumn()
{
    const auto file = read("numero_marche;date_debut\nM1;04/01/2027\n");
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::MissingColumn);
    QVERIFY(file.error().message.contains(QStringLiteral("date_fin")));
}

void TestSesarReader::tellsDeclarationsApart()
{
    const auto file = read("numero_marche;numero_session;date_debut;date_fin\n"
                           "M1;;04/01/2027;05/01/2027\n"
                           "M1;;04/02/2027;05/02/2027\n"
                           "M1;S1;04/01/2027;05/01/2027\n"
                           "M1;S1;04/01/2027;05/01/2027\n"
                           "M1;S1;04/02/2027;05/02/2027\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->rows.size(), 3);
    QCOMPARE(file->rejections.size(), 1);
    QCOMPARE(file->rejections[0].line, 6);
    QCOMPARE(file->rejections[0].record, QStringLiteral("session S1"));
}

QTEST_APPLESS_MAIN(TestSesarReader)
#include "tst_sesarreader.moc"
