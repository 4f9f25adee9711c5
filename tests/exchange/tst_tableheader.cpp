// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardreader.h"
#include "exchange/exchangefixtures.h"
#include "exchange/odsfixture.h"
#include "exchange/sesar/sesarreader.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

using Rows = QList<QStringList>;

QStringList cells(const char *text)
{
    return QString::fromUtf8(text).split(u'|');
}

void writeCsv(const QString &fileName, const Rows &rows)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the fixture");
    for (const QStringList &row : rows)
        file.write(row.join(u';').toUtf8() + "\r\n");
}

//! The same table in each format.
struct Format
{
    const char *extension;
    void (*write)(const QString &, const Rows &);
};

constexpr std::array formats{
    Format{"csv", writeCsv},
    Format{"xlsx", writeXlsx},
    Format{"ods", writeOds},
};

Result<AwardFile> readRows(const Rows &rows, const Format &format, const TableProfile &profile = {})
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.") + QLatin1String(format.extension));
    format.write(name, rows);
    return readAwards(name, {Funder::Region, profile});
}

QString shown(const AwardNotification &award)
{
    const auto day = [](QDate date) { return date.toString(Qt::ISODate); };
    return QStringList{award.market.text(), award.title,    day(award.notifiedOn),
                       day(award.start),    day(award.end), award.awardeeSirets.join(u'+'),
                       award.awardeeName,   award.place}
        .join(u'|');
}

const Rows plainTable{
    cells("N° de marché|Intitulé|Date de notification|Début|Fin|SIRET|Titulaire|Lieu"),
    cells("M1|Soudeur|02/11/2026|04/01/2027|30/06/2027|99990010300014|Bâti|Thiers")};
const QString plainAward =
    QStringLiteral("M1|Soudeur|2026-11-02|2027-01-04|2027-06-30|99990010300014|Bâti|Thiers");

} // namespace

class TestTableHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheHeader_data();
    void findsTheHeader();
    void keepsTheWordsAboveTheHeader_data();
    void keepsTheWordsAboveTheHeader();
    void looksNoFurtherThanFiftyRows();
    void findsTheSeparatorDespiteATitle_data();
    void findsTheSeparatorDespiteATitle();
    void readsMergedHeadersOfWorkbooks();
    void readsMergedHeadersOfOdsAlike();
    void passesOverARepeatedHeader();
    void namesTheBestLineWhenColumnsAreMissing_data();
    void namesTheBestLineWhenColumnsAreMissing();
    void keepsColumnsThatComeTwice();
    void mapsColumnsByAProfile_data();
    void mapsColumnsByAProfile();
    void takesFunderEncodingAndSeparatorFromTheProfile();
    void refusesAProfileThatDoesNotFit_data();
    void refusesAProfileThatDoesNotFit();
    void mapsSesarColumnsAlike();
    void refusesAFileMostlyOfRejectedRows();
};

void TestTableHeader::findsTheHeader_data()
{
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<QString>("award");
    QTest::addColumn<qint64>("line");
    const auto row = [](const char *name, const Rows &rows, qint64 line,
                        const QString &award = plainAward) {
        QTest::newRow(name) << rows << award << line;
    };
    const QStringList last = plainTable[1];
    row("on the first line", plainTable, 2);
    row("under a title", Rows{cells("Liste des marchés notifiés au 12/11/2026")} + plainTable, 3);
    row("under several",
        Rows{cells("Région"), cells("|Marchés|notifiés"), cells("N° 12")} + plainTable, 5);
    row("under a title and an empty line", Rows{cells("Marchés"), cells("|||")} + plainTable, 4);
    row("in two lines, each group over its columns",
        {cells("Marché|||Période||Organisme||Lieu"),
         cells("N°|Intitulé|Date de notification|début|fin|SIRET|nom|ville"), last},
        3);
    row("in two lines, single columns named above",
        {cells("N° de marché|Intitulé|Date de notification|Date||Organisme||Lieu"),
         cells("|||début|fin|SIRET|nom|"), last},
        3);
    row("in two lines, single columns named below",
        {cells("|||Date||Organisme||"),
         cells("N° de marché|Intitulé|Date de notification|début|fin|SIRET|nom|Lieu"), last},
        3);
    row("in two lines, neither of which is whole",
        {cells("Numéro|Intitulé|Date|||Mandataire||Lieu"),
         cells("de marché||de notification|de début|de fin|SIRET|nom|"), last},
        3);
    row("in two lines under a title",
        {cells("Marchés 2026"),
         cells("N° de marché|Intitulé|Date de notification|Date||Organisme||Lieu"),
         cells("|||début|fin|SIRET|nom|"), last},
        4);
}

void TestTableHeader::findsTheHeader()
{
    QFETCH(Rows, rows);
    QFETCH(qint64, line);
    for (const Format &format : formats) {
        const auto file = readRows(rows, format);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QCOMPARE(file->rejections.size(), 0);
        QCOMPARE(file->rows.size(), 1);
        QTEST(shown(file->rows[0].award), "award");
        QCOMPARE(file->rows[0].award.extras, (QMap<QString, QString>()));
        QCOMPARE(file->rows[0].line, line);
    }
}

void TestTableHeader::keepsTheWordsAboveTheHeader_data()
{
    QTest::addColumn<Rows>("above");
    QTest::addColumn<QStringList>("warnings");
    const auto one = [](const char *text) { return QStringList{QString::fromUtf8(text)}; };
    QTest::newRow("none") << Rows() << QStringList();
    QTest::newRow("one line") << Rows{cells("Liste|au 12/11/2026")}
                              << one("Ligne 1, au-dessus de l'en-tête, non lue : « Liste, au "
                                     "12/11/2026 ».");
    QTest::newRow("several") << Rows{cells("Région"), cells("|"), cells("Marchés")}
                             << one("Lignes 1 à 3, au-dessus de l'en-tête, non lues : « Région / "
                                    "Marchés ».");
}

void TestTableHeader::keepsTheWordsAboveTheHeader()
{
    QFETCH(Rows, above);
    QFETCH(QStringList, warnings);
    for (const Format &format : formats) {
        const auto file = readRows(above + plainTable, format);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QCOMPARE(file->warnings, warnings);
    }
}

void TestTableHeader::looksNoFurtherThanFiftyRows()
{
    Rows above;
    for (int line = 1; line < 50; ++line)
        above << cells("texte");
    QVERIFY(readRows(above + plainTable, formats[0]).has_value());
    const auto file = readRows(Rows{cells("texte")} + above + plainTable, formats[0]);
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::MissingColumn);
    QCOMPARE(file.error().where.line, 1);
}

void TestTableHeader::findsTheSeparatorDespiteATitle_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray table =
        "numero_marche;intitule;date_notification\nM1;Soudeur, TP;02/11/2026\n";
    QTest::newRow("commas in a title") << "Marchés, lots, groupes, titulaires\n" + table;
    QTest::newRow("semicolons in a title")
        << "Marchés ; lots ; groupes\n" + QByteArray(table).replace(',', '.').replace(';', ',');
    QTest::newRow("commas in a title, tabs in the table")
        << "Marchés, lots\n" + QByteArray(table).replace(';', '\t');
}

void TestTableHeader::findsTheSeparatorDespiteATitle()
{
    QFETCH(QByteArray, content);
    const Folder folder;
    const auto file =
        readAwards(folder.write(QStringLiteral("t.csv"), content), {.funder = Funder::Region});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY(file->warnings[0].contains(QStringLiteral("Marchés")));
}

void TestTableHeader::readsMergedHeadersOfWorkbooks()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.xlsx"));
    lxw_workbook *workbook = workbook_new(name.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    worksheet_merge_range(sheet, 0, 0, 0, 5, "Liste des marchés", nullptr);
    worksheet_merge_range(sheet, 1, 0, 2, 0, "N° de marché", nullptr);
    worksheet_merge_range(sheet, 1, 1, 2, 1, "Intitulé", nullptr);
    // The first column of the group has no title of its own.
    worksheet_merge_range(sheet, 1, 2, 1, 4, "Date", nullptr);
    worksheet_write_string(sheet, 2, 2, "de notification", nullptr);
    worksheet_write_string(sheet, 2, 3, "début", nullptr);
    worksheet_write_string(sheet, 2, 4, "fin", nullptr);
    worksheet_write_string(sheet, 2, 5, "Observations", nullptr);
    const QStringList row = cells("M1|Soudeur|02/11/2026|04/01/2027|30/06/2027|rien");
    for (qsizetype column = 0; column < row.size(); ++column)
        worksheet_write_string(sheet, 3, lxw_col_t(column), row[column].toUtf8().constData(),
                               nullptr);
    workbook_close(workbook);

    const auto file = readAwards(name, {.funder = Funder::Region});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(shown(file->rows[0].award),
             QStringLiteral("M1|Soudeur|2026-11-02|2027-01-04|2027-06-30|||"));
    QCOMPARE(file->rows[0].award.extras,
             (QMap<QString, QString>{{QStringLiteral("Observations"), QStringLiteral("rien")}}));
    QCOMPARE(file->warnings,
             QStringList{QStringLiteral("Ligne 1, au-dessus de l'en-tête, non lue : « "
                                        "Liste des marchés ».")});
}

void TestTableHeader::readsMergedHeadersOfOdsAlike()
{
    const QByteArray covered = "<table:covered-table-cell/>";
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.ods"));
    writeZip(name,
             odsParts(odsContent(odsTable(
                 odsRow(odsText("Liste des marchés", "table:number-columns-spanned=\"5\"") +
                        "<table:covered-table-cell table:number-columns-repeated=\"4\"/>") +
                 odsRow(odsText("N° de marché", "table:number-rows-spanned=\"2\"") +
                        odsText("Intitulé", "table:number-rows-spanned=\"2\"") +
                        odsText("Date", "table:number-columns-spanned=\"3\"") + covered + covered) +
                 odsRow(covered + covered + odsText("notification") + odsText("début") +
                        odsText("fin")) +
                 odsRow(odsText("M1") + odsText("Soudeur") + odsText("02/11/2026") +
                        odsText("04/01/2027") + odsText("30/06/2027"))))));
    const auto file = readAwards(name, {.funder = Funder::Region});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(shown(file->rows[0].award),
             QStringLiteral("M1|Soudeur|2026-11-02|2027-01-04|2027-06-30|||"));
    QCOMPARE(file->warnings.size(), 1);
}

void TestTableHeader::passesOverARepeatedHeader()
{
    const QStringList other = cells("M2|Maçon|03/11/2026|||||");
    for (const Format &format : formats) {
        const auto file = readRows(plainTable + Rows{plainTable[0], other, plainTable[0]}, format);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QCOMPARE(file->rows.size(), 2);
        QCOMPARE(file->rejections.size(), 0);
        QCOMPARE(file->warnings, QStringList{QStringLiteral(
                                     "En-tête répété dans le tableau, passé : lignes 3, 5.")});
    }
}

void TestTableHeader::namesTheBestLineWhenColumnsAreMissing_data()
{
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("no title") << Rows{cells("numero_marche|lot"), cells("M1|2")} << qint64(1)
                              << QStringLiteral("La ligne 1, prise pour l'en-tête, nomme : "
                                                "numero_marche, lot.");
    QTest::newRow("under a title")
        << Rows{cells("Liste"), cells("2026"), cells("numero_marche|objet"), cells("M1|S")}
        << qint64(3) << QStringLiteral("suivantes : date_notification. La ligne 3");
    QTest::newRow("nothing known")
        << Rows{cells("a|b"), cells("c|d")} << qint64(1) << QStringLiteral("nomme : a, b.");
}

void TestTableHeader::namesTheBestLineWhenColumnsAreMissing()
{
    QFETCH(Rows, rows);
    QFETCH(QString, says);
    for (const Format &format : formats) {
        const auto file = readRows(rows, format);
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::MissingColumn);
        QTEST(file.error().where.line, "line");
        QVERIFY2(file.error().message.contains(says), qPrintable(file.error().message));
    }
}

void TestTableHeader::keepsColumnsThatComeTwice()
{
    const auto file =
        readRows({cells("numero_marche|intitule|date_notification|Lieu|Lieu|Nom|Nom (2)|Nom|"),
                  cells("M1|S|02/11/2026|a|b|c|d|e|f")},
                 formats[1]);
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rejections.size(), 1); // "f" is beyond the header
    const auto kept =
        readRows({cells("numero_marche|intitule|date_notification|Lieu|Lieu|Nom|Nom (2)||Nom"),
                  cells("M1|S|02/11/2026|a|b|c|d|e|f")},
                 formats[1]);
    QVERIFY2(kept.has_value(), kept ? "" : qPrintable(kept.error().message));
    QCOMPARE(kept->rows.size(), 1);
    QCOMPARE(kept->rows[0].award.place, QStringLiteral("a"));
    QCOMPARE(QStringList(kept->rows[0].award.extras.values()).join(u'|'),
             QStringLiteral("b|c|d|f|e")); // by title: Lieu (2), Nom, Nom (2), Nom (3), colonne 8
}

void TestTableHeader::mapsColumnsByAProfile_data()
{
    using Columns = QMap<QString, QString>;
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<Columns>("columns");
    QTest::addColumn<int>("headerLine");
    QTest::addColumn<QString>("award");
    const auto columns = [](const char *name, const char *header) {
        return Columns{{QString::fromLatin1(name), QString::fromUtf8(header)}};
    };
    const QStringList row = cells("M1|Soudeur|02/11/2026|Autre");
    const QString award = QStringLiteral("M1|Soudeur|2026-11-02|||||");
    QTest::newRow("a header that nobody else uses")
        << Rows{cells("Code|Objet|Notifié le|x"), row} << columns("numero_marche", "CODE") << 0
        << award;
    QTest::newRow("rather than one that is known")
        << Rows{cells("Marché|Objet|Notification|Libellé long"), row}
        << columns("intitule", "libelle long") << 0 << QStringLiteral("M1|Autre|2026-11-02|||||");
    QTest::newRow("a header in two lines")
        << Rows{cells("Marché||Notification|Bloc"), cells("numéro|intitulé|date|x"), row}
        << columns("lieu", "Bloc x") << 0 << QStringLiteral("M1|Soudeur|2026-11-02|||||Autre");
    QTest::newRow("a column without a title")
        << Rows{cells("Marché|Objet|Notification||x"), row} << columns("lieu", "colonne 4") << 0
        << QStringLiteral("M1|Soudeur|2026-11-02|||||Autre");
    QTest::newRow("on a line that is named")
        << Rows{cells("Marché|Objet|Notification|x"), cells("M0|Modèle|01/01/2026|x"),
                cells("Marché|Objet|Notification|Lieu"), row}
        << Columns() << 3 << QStringLiteral("M1|Soudeur|2026-11-02|||||Autre");
}

void TestTableHeader::mapsColumnsByAProfile()
{
    using Columns = QMap<QString, QString>;
    QFETCH(Rows, rows);
    QFETCH(Columns, columns);
    QFETCH(int, headerLine);
    TableProfile profile;
    profile.columns = columns;
    profile.headerLine = headerLine;
    for (const Format &format : formats) {
        const auto file = readRows(rows, format, profile);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QCOMPARE(file->rows.size(), 1);
        QTEST(shown(file->rows[0].award), "award");
    }
}

void TestTableHeader::takesFunderEncodingAndSeparatorFromTheProfile()
{
    TableProfile profile;
    profile.funder = Funder::Agefiph;
    profile.encoding = QStringLiteral("ISO-8859-15");
    profile.separator = u'#';
    const Folder folder;
    const QString name = folder.write(
        QStringLiteral("t.csv"), "numero_marche#intitule#date_notification\nM1#10 \xA4#02/11/2026");
    const auto file = readAwards(name, {.profile = profile});
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.at(0).award.funder, Funder::Agefiph);
    QCOMPARE(file->rows.at(0).award.title, QStringLiteral("10 €"));
    const auto asked = readAwards(name, {Funder::Region, profile});
    QCOMPARE(asked->rows.at(0).award.funder, Funder::Region);
}

void TestTableHeader::refusesAProfileThatDoesNotFit_data()
{
    using Columns = QMap<QString, QString>;
    QTest::addColumn<Columns>("columns");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QStringList>("says");
    const QString profile = QStringLiteral("« Agefiph 2026 »");
    QTest::newRow("a header that the file does not have")
        << Columns{{QStringLiteral("lieu"), QStringLiteral("Commune d'exécution")}}
        << ErrorCode::MissingColumn
        << QStringList{profile, QStringLiteral("lieu"), QStringLiteral("« Commune d'exécution »"),
                       QStringLiteral("t.csv"), QStringLiteral("ligne 1")};
    QTest::newRow("a column that there is not")
        << Columns{{QStringLiteral("titre_long"), QStringLiteral("Intitulé")}}
        << ErrorCode::InvalidArgument << QStringList{profile, QStringLiteral("« titre_long »")};
}

void TestTableHeader::refusesAProfileThatDoesNotFit()
{
    using Columns = QMap<QString, QString>;
    QFETCH(Columns, columns);
    QFETCH(QStringList, says);
    TableProfile profile;
    profile.name = QStringLiteral("Agefiph 2026");
    profile.columns = columns;
    const auto file = readRows(plainTable, formats[0], profile);
    QVERIFY(!file.has_value());
    QTEST(file.error().code, "code");
    for (const QString &word : says)
        QVERIFY2(file.error().message.contains(word), qPrintable(file.error().message));
}

void TestTableHeader::mapsSesarColumnsAlike()
{
    TableProfile profile;
    profile.columns = {{QStringLiteral("lieu"), QStringLiteral("Site")}};
    const Folder folder;
    const QString name = folder.path(QStringLiteral("s.ods"));
    writeOds(name, {cells("Déclarations SESAR"), cells("Marché|Période||Site"),
                    cells("|début|fin|"), cells("M1|04/01/2027|30/06/2027|Thiers")});
    const auto file = readSesar(name, profile);
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows[0].declaration.place, QStringLiteral("Thiers"));
    QCOMPARE(file->rows[0].declaration.end, QDate(2027, 6, 30));
}

void TestTableHeader::refusesAFileMostlyOfRejectedRows()
{
    const Folder folder;
    const QByteArray header = "numero_marche;intitule;date_notification\n";
    const auto wrong = readAwards(
        folder.write(QStringLiteral("t.csv"), header + QByteArray("M1;x;y\n").repeated(30'000)),
        {.funder = Funder::Region});
    QVERIFY(!wrong.has_value());
    QCOMPARE(wrong.error().code, ErrorCode::LimitExceeded);
    QVERIFY2(wrong.error().message.contains(QStringLiteral("date_notification : « y »")),
             qPrintable(wrong.error().message));
}

QTEST_APPLESS_MAIN(TestTableHeader)
#include "tst_tableheader.moc"
