// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablepreview.h"

#include "exchange/exchangefixtures.h"
#include "exchange/odsfixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

using FoundBy = TablePreview::FoundBy;

Result<TablePreview> preview(const QByteArray &content, const TableProfile &profile = {},
                             qsizetype maxRows = 20)
{
    const Folder folder;
    return previewTable(folder.write(QStringLiteral("t.csv"), content), TableKind::Awards, profile,
                        maxRows);
}

} // namespace

class TestTablePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsHowATextIsRead();
    void showsHowAWorkbookIsRead();
    void showsOnlyTheFirstRows();
    void showsWhatIsMissing();
    void showsWhatAProfileDoes();
    void keepsTheSeparatorOfAFileWithoutAHeader();
    void namesTheColumnsOfEachKind();
    void failsForWhatCannotBeRead_data();
    void failsForWhatCannotBeRead();
};

void TestTablePreview::showsHowATextIsRead()
{
    const auto found =
        preview("Liste\n2026;\nMarch\xE9;Objet;Notification;Suivi\nM1;S;02/11/2026\n");
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->encoding, QStringLiteral("Windows-1252"));
    QCOMPARE(found->separator, QChar(u';'));
    QCOMPARE(found->sheet, QString());
    QCOMPARE(found->headerLine, 3);
    QCOMPARE(found->headerRows, 1);
    QCOMPARE(found->linesAbove, (QStringList{QStringLiteral("Liste"), QStringLiteral("2026")}));
    const QList<TablePreview::Column> columns{
        {QStringLiteral("Marché"), QStringLiteral("numero_marche"), FoundBy::Name},
        {QStringLiteral("Objet"), QStringLiteral("intitule"), FoundBy::Name},
        {QStringLiteral("Notification"), QStringLiteral("date_notification"), FoundBy::Name},
        {QStringLiteral("Suivi"), {}, FoundBy::Nothing},
    };
    QVERIFY(found->columns == columns);
    QCOMPARE(found->missing, QStringList());
    const QStringList row{QStringLiteral("M1"), QStringLiteral("S"), QStringLiteral("02/11/2026"),
                          QString()};
    QCOMPARE(found->rows, QList<QStringList>{row});
}

void TestTablePreview::showsHowAWorkbookIsRead()
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("t.ods"));
    writeOds(name, {{QStringLiteral("Marché"), QStringLiteral("Date"), QString()},
                    {QString(), QStringLiteral("début"), QStringLiteral("fin")},
                    {QStringLiteral("M1"), QStringLiteral("04/01/2027"), QString()}});
    const auto found = previewTable(name, TableKind::Sesar);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->encoding, QString());
    QVERIFY(found->separator.isNull());
    QCOMPARE(found->sheet, QStringLiteral("Feuille1"));
    QCOMPARE(found->headerRows, 2);
    QCOMPARE(found->columns.at(1).title, QStringLiteral("Date début"));
    QCOMPARE(found->columns.at(1).name, QStringLiteral("date_debut"));
    QCOMPARE(found->rows.size(), 1);
}

void TestTablePreview::showsOnlyTheFirstRows()
{
    const QByteArray header = "Marché;Objet;Notification\n";
    const QByteArray rows = QByteArray("M1;S;x\n").repeated(100);
    QCOMPARE(preview(header + rows)->rows.size(), 20);
    QCOMPARE(preview(header + rows, {}, 3)->rows.size(), 3);
    QCOMPARE(preview(header + rows, {}, 0)->rows.size(), 0);
    QCOMPARE(preview(header)->rows.size(), 0);
}

void TestTablePreview::showsWhatIsMissing()
{
    const auto found = preview("Code;Objet;Ville\nM1;S;Thiers\nM2;S;Riom\n");
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->missing,
             (QStringList{QStringLiteral("numero_marche"), QStringLiteral("date_notification")}));
    QCOMPARE(found->headerLine, 1);
    QCOMPARE(found->columns.size(), 3);
    QCOMPARE(found->rows.size(), 2);
}

void TestTablePreview::showsWhatAProfileDoes()
{
    TableProfile profile;
    profile.columns = {{QStringLiteral("numero_marche"), QStringLiteral("code")},
                       {QStringLiteral("date_notification"), QStringLiteral("Notifié")}};
    const auto found = preview("Code;Objet;Ville\nM1;S;Thiers\n", profile);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->columns.at(0).name, QStringLiteral("numero_marche"));
    QCOMPARE(found->columns.at(0).foundBy, FoundBy::Profile);
    QCOMPARE(found->columns.at(2).foundBy, FoundBy::Name);
    QCOMPARE(found->missing, QStringList{QStringLiteral("date_notification")});
    QCOMPARE(found->unmatched, QStringList{QStringLiteral("Notifié")});
}

void TestTablePreview::keepsTheSeparatorOfAFileWithoutAHeader()
{
    const auto found = preview("a,b\nc,d\n");
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->separator, QChar(u','));
    QCOMPARE(found->columns.size(), 2);
}

void TestTablePreview::namesTheColumnsOfEachKind()
{
    const Folder folder;
    const QString name = folder.write(QStringLiteral("t.csv"), "a;b\n");
    const auto awards = previewTable(name, TableKind::Awards);
    const auto sesar = previewTable(name, TableKind::Sesar);
    QVERIFY(awards.has_value() && sesar.has_value());
    QCOMPARE(awards->neededNames, awards->missing);
    QCOMPARE(awards->columnNames.size(), 17);
    QCOMPARE(sesar->neededNames,
             (QStringList{QStringLiteral("numero_marche"), QStringLiteral("date_debut"),
                          QStringLiteral("date_fin")}));
    QCOMPARE(sesar->columnNames.size(), 9);
}

void TestTablePreview::failsForWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::NotTheFormat;
    QTest::newRow("blank") << QByteArray(";;\n \n") << ErrorCode::NotTheFormat;
    QTest::newRow("no text") << QByteArray("a\0b", 3) << ErrorCode::NotTheFormat;
    QTest::newRow("open quotes") << QByteArray("a;\"b\n") << ErrorCode::MalformedFile;
}

void TestTablePreview::failsForWhatCannotBeRead()
{
    QFETCH(QByteArray, content);
    const auto found = preview(content);
    QVERIFY(!found.has_value());
    QTEST(found.error().code, "code");
}

QTEST_APPLESS_MAIN(TestTablePreview)
#include "tst_tablepreview.moc"
