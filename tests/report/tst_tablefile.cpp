// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmldocument.h"
#include "report/sampleedition.h"
#include "report/sheettext.h"
#include "report/tablefile.h"
#include "report/writtentables.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::testing;

namespace {

EditionContent viewOf(const EditionView &view)
{
    EditionContent content = sampleEdition(1);
    content.view = view;
    return content;
}

//! The cells of all sessions as a workbook or a text has them: group, then ten cells.
QList<QStringList> rowsOf(const HtmlTable &table)
{
    QList<QStringList> rows;
    for (const QList<HtmlRow> &body : table.bodies) {
        for (const HtmlRow &row : body.mid(1)) {
            QStringList cells = body.first().first().lines;
            for (const HtmlCell &cell : row)
                cells << cell.lines.join(u'\n');
            rows << cells;
        }
    }
    return rows;
}

QList<QStringList> rowsOf(const QString &file)
{
    QList<QStringList> rows;
    for (const QStringList &row : readBack(file).mid(1)) {
        QStringList cells;
        for (const QString &cell : row.mid(0, 11)) {
            QStringList lines;
            for (const QString &line : cell.split(u'\n'))
                lines << line.simplified();
            cells << lines.join(u'\n');
        }
        rows << cells;
    }
    return rows;
}

} // namespace

class TestTableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatIsThatOfTheName_data();
    void formatIsThatOfTheName();
    void otherNamesAreRefused_data();
    void otherNamesAreRefused();
    void allFormatsSayTheSame();
    void stoppedWritingLeavesTheOldFile_data();
    void stoppedWritingLeavesTheOldFile();
    void placeThatCannotBeWrittenIsNamed_data();
    void placeThatCannotBeWrittenIsNamed();
    void paperIsTheOneAskedFor();
    void nameTellsEditionsAndViewsApart_data();
    void nameTellsEditionsAndViewsApart();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestTableFile::formatIsThatOfTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    const QByteArray csv("\xEF\xBB\xBF"
                         "Département;État;");
    QTest::newRow("pdf") << QStringLiteral("t.pdf") << QByteArray("%PDF-1.7");
    QTest::newRow("html") << QStringLiteral("t.html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("csv") << QStringLiteral("t.csv") << csv;
    QTest::newRow("xlsx") << QStringLiteral("t.xlsx") << QByteArray("PK\x03\x04");
    QTest::newRow("capitals") << QStringLiteral("T.CSV") << csv;
    QTest::newRow("several points")
        << QStringLiteral("été.2026-03.html") << QByteArray("<!DOCTYPE html>");
}

void TestTableFile::formatIsThatOfTheName()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    QVERIFY(tableFormatOf(name));
    QVERIFY(writeTableFile(sampleEdition(2), path(name)));
    QCOMPARE(contentsOf(path(name)).left(begin.size()), begin);
}

void TestTableFile::otherNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"tableau.doc", "tableau", "tableau.pdf.zip", "tableau.xls", "pdf"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTableFile::otherNamesAreRefused()
{
    QFETCH(const QString, name);
    const Result<> written = writeTableFile(sampleEdition(1), path(name));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    for (const char *said : {".pdf", ".html", ".csv", ".xlsx"})
        QVERIFY2(written.error().message.contains(QLatin1String(said)), said);
    QVERIFY(written.error().message.contains(name));
    QVERIFY(!QFile::exists(path(name)));
}

void TestTableFile::allFormatsSayTheSame()
{
    const EditionContent content = randomEdition(60, 9);
    for (const char *suffix : {"html", "csv", "xlsx"})
        QVERIFY(writeTableFile(content, path(QStringLiteral("m.") + QLatin1String(suffix))));
    const QList<QStringList> html =
        rowsOf(parsedHtml(contentsOf(path(QStringLiteral("m.html")))).tables.first());
    QCOMPARE(html.size(), content.rowCount());
    QCOMPARE(rowsOf(path(QStringLiteral("m.xlsx"))), html);
    QList<QStringList> text = html;
    for (QStringList &row : text)
        std::ranges::transform(row, row.begin(), withoutFormula);
    QCOMPARE(rowsOf(path(QStringLiteral("m.csv"))), text);
}

void TestTableFile::stoppedWritingLeavesTheOldFile_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"pdf", "html", "csv", "xlsx"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void TestTableFile::stoppedWritingLeavesTheOldFile()
{
    QFETCH(const QString, suffix);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("tableau.") + suffix);
    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("l'ancien") > 0);
    old.close();
    const Result<> written =
        writeTableFile(sampleEdition(2500), file, [](qint64 done, qint64) { return done < 1000; });
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QCOMPARE(contentsOf(file), QByteArray("l'ancien"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestTableFile::placeThatCannotBeWrittenIsNamed_data()
{
    stoppedWritingLeavesTheOldFile_data();
}

void TestTableFile::placeThatCannotBeWrittenIsNamed()
{
    QFETCH(const QString, suffix);
    const Result<> written =
        writeTableFile(sampleEdition(1), path(QStringLiteral("absent/tableau.") + suffix));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    QVERIFY(written.error().message.contains(QStringLiteral("tableau.") + suffix));
}

void TestTableFile::paperIsTheOneAskedFor()
{
    const EditionContent content = sampleEdition(3);
    for (const char *suffix : {"pdf", "xlsx"}) {
        const QString file = path(QStringLiteral("papier.") + QLatin1String(suffix));
        QVERIFY(writeTableFile(content, file));
        const QByteArray onA4 = contentsOf(file);
        QVERIFY(writeTableFile(content, file, {}, Paper::A3));
        QVERIFY2(contentsOf(file) != onA4, suffix);
        QVERIFY(writeTableFile(content, file, {}, Paper::A4));
        QVERIFY2(contentsOf(file) == onA4, suffix);
    }
}

void TestTableFile::nameTellsEditionsAndViewsApart_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const EditionContent &content, const char *end) {
        QTest::newRow(name) << content
                            << QStringLiteral("tableau-formations-collectives-") +
                                   QString::fromLatin1(end);
    };
    row("edition", sampleEdition(1), "2026-03-du-2026-02-09.html");
    row("draft", sampleEdition(1, true), "projet-du-2026-02-09.html");
    row("département", viewOf({EditionGrouping::Departement, {}, QStringLiteral("2A")}),
        "2026-03-du-2026-02-09-departement-2A.html");
    row("funders", viewOf({EditionGrouping::Departement, {Funder::Region, Funder::PoleEmploi}, {}}),
        "2026-03-du-2026-02-09-region-pole-emploi.html");
    row("both, grouped by funder",
        viewOf({EditionGrouping::Funder, {Funder::Agefiph}, QStringLiteral("63")}),
        "2026-03-du-2026-02-09-departement-63-agefiph-par-financeur.html");
    row("grouped by domain", viewOf({EditionGrouping::Domain, {}, {}}),
        "2026-03-du-2026-02-09-par-domaine.html");
}

void TestTableFile::nameTellsEditionsAndViewsApart()
{
    QFETCH(const EditionContent, content);
    QTEST(tableFileName(content, QStringLiteral("html")), "name");
}

QTEST_MAIN(TestTableFile)
#include "tst_tablefile.moc"
