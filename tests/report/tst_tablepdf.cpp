// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sampleedition.h"
#include "report/tablefonts.h"
#include "report/tablelayout.h"
#include "report/tablepdf.h"
#include "support/pdf/accesschecks.h"
#include "support/pdf/pdftools.h"

#include <QDir>
#include <QFontInfo>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace recoupe;
using namespace recoupe::test;
using namespace recoupe::testing;

namespace {

constexpr auto writtenByOther = "RECOUPE_TEST_TABLE_FILE";

QString infoOf(const QString &fileName)
{
    return toolText(QStringLiteral("pdfinfo"), {fileName});
}

//! What is wrong with what the file says of itself.
QStringList infoDefects(const QString &fileName, const QString &pageSize)
{
    const QString info = infoOf(fileName);
    QStringList defects;
    for (const QString &expected :
         {QStringLiteral("Title: +Tableau des formations collectives, édition n° 2026-03 du "
                         "9 février 2026\n"),
          QStringLiteral("Creator: +Recoupe [\\d.]+\n"), QStringLiteral("Tagged: +yes\n"),
          QStringLiteral("Suspects: +no\n"), QStringLiteral("JavaScript: +no\n"),
          QStringLiteral("Encrypted: +no\n"), QStringLiteral("Page size: +%1 pts").arg(pageSize),
          QStringLiteral("PDF version: +1\\.7\n")}) {
        if (!info.contains(QRegularExpression(expected)))
            defects << expected;
    }
    return defects;
}

//! Fonts that are not embedded, not a part, or without a map to Unicode.
QStringList fontDefects(const QString &fileName)
{
    static const QRegularExpression embedded(QStringLiteral(" yes +yes +yes +\\d+ +\\d+ *$"));
    QStringList fonts =
        toolText(QStringLiteral("pdffonts"), {fileName}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    fonts.removeIf([](const QString &font) { return font.contains(embedded); });
    return fonts;
}

//! Texts smaller than 7 points, or than 8 anywhere but in the legend and in a session's number.
QStringList sizeDefects(const QString &fileName, qsizetype rows)
{
    const ReadPdf pdf(fileName);
    QHash<ContentKey, QString> types;
    for (const auto &[key, element] : pdf.tree.contents())
        types[key] = pdf.tree.elements().at(element).type;
    QStringList defects;
    qsizetype small = 0;
    for (qsizetype page = 0; page < pdf.contents.size(); ++page) {
        for (const PaintedItem &item : pdf.contents.at(page).painted) {
            if (item.font.isEmpty() || item.size >= 8)
                continue;
            if (item.size < 7)
                defects << QStringLiteral("page %1: %2").arg(page + 1).arg(item.size);
            const ContentKey key{pdf.document.pages().at(page), item.marks.first().mcid};
            small += types.value(key) == u"TD";
        }
    }
    if (small != rows)
        defects << QStringLiteral("%1 small texts in %2 rows").arg(small).arg(rows);
    return defects;
}

QStringList outlineOf(const QString &fileName)
{
    const PdfDocument document(fileName);
    QStringList titles;
    QJsonObject item = document.dictionary(document.catalog()[QStringLiteral("/Outlines")]);
    for (QJsonValue next = item[QStringLiteral("/First")]; next.isString();
         next = item[QStringLiteral("/Next")]) {
        item = document.dictionary(next);
        titles << PdfDocument::text(item[QStringLiteral("/Title")]);
    }
    return titles;
}

} // namespace

class TestTablePdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void documentSaysWhatItIs_data();
    void documentSaysWhatItIs();
    void fontsAreEmbeddedWithUnicode();
    void lettersAreLargeEnough();
    void outlineNamesEachGroup();
    void emptyEditionIsOnePage();
    void draftMarkIsNotText();
    void tenThousandRowsComeOut();
    void longGroupGoesOn();
    void sameBytesInAnyProcess_data();
    void sameBytesInAnyProcess();
    void progressCountsSessions();
    void cancelledWriteLeavesTheOldFile();
    void unwritablePlaceIsExplained_data();
    void unwritablePlaceIsExplained();
    void failedWriteLeavesTheOldFile();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString written(const EditionContent &content, Paper paper = Paper::A4);
    //! A copy of a file, changed.
    [[nodiscard]] QString edited(const QString &fileName, const char *pattern,
                                 const char *replacement);

    QTemporaryDir m_folder;
};

void TestTablePdf::initTestCase()
{
    QVERIFY2(missingPdfTools().isEmpty(), qPrintable(missingPdfTools()));
    const QString family = QFontInfo(TableFonts().font(TextStyle::Body)).family();
    QVERIFY2(TableFonts::families().contains(family),
             "No font of the table is here: install Liberation Sans (Debian: fonts-liberation).");
    QVERIFY(m_folder.isValid());
}

QString TestTablePdf::written(const EditionContent &content, Paper paper)
{
    const QString fileName = path(QStringLiteral("tableau.pdf"));
    const Result<> result = writeTablePdf(content, fileName, {}, paper);
    if (!result)
        QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
    return fileName;
}

QString TestTablePdf::edited(const QString &fileName, const char *pattern, const char *replacement)
{
    const QString copy = path(QStringLiteral("faux.pdf"));
    writeEditedPdf(fileName, copy, {{QLatin1String(pattern), QLatin1String(replacement)}});
    return copy;
}

void TestTablePdf::documentSaysWhatItIs_data()
{
    QTest::addColumn<Paper>("paper");
    QTest::addColumn<QString>("size");
    QTest::newRow("A4") << Paper::A4 << QStringLiteral("842 x 595");
    QTest::newRow("A3") << Paper::A3 << QStringLiteral("1191 x 842");
}

void TestTablePdf::documentSaysWhatItIs()
{
    QFETCH(const Paper, paper);
    QFETCH(const QString, size);
    const QString fileName = written(sampleEdition(60), paper);
    const QStringList defects = infoDefects(fileName, size);
    QVERIFY2(defects.isEmpty(), qPrintable(defects.join(u' ')));
    for (const auto &[pattern, replacement] :
         {std::pair("/Title <feff[0-9a-f]*>", ""), std::pair("/Marked true", "/Marked false"),
          std::pair("/MediaBox \\[\\s+0\\s+0\\s+\\d+", "/MediaBox [ 0 0 595"),
          std::pair("/Creator <feff[0-9a-f]*>", "")})
        QVERIFY2(!infoDefects(edited(fileName, pattern, replacement), size).isEmpty(), pattern);
}

void TestTablePdf::fontsAreEmbeddedWithUnicode()
{
    const QString fileName = written(sampleEdition(60));
    QCOMPARE(fontDefects(fileName), QStringList());
    for (const char *entry : {"/FontFile2 \\d+ 0 R", "/ToUnicode \\d+ 0 R"})
        QCOMPARE(fontDefects(edited(fileName, entry, "")).size(), 1);
}

void TestTablePdf::lettersAreLargeEnough()
{
    const QString fileName = written(sampleEdition(20));
    QCOMPARE(sizeDefects(fileName, 20), QStringList());
    for (const char *size : {"\\1 6 Tf", "\\1 7 Tf"})
        QVERIFY2(
            !sizeDefects(edited(fileName,
                                "(Contents for page 2\\n.*?/MCID 0>>BDC\\n[^\\n]*/F1) 8 Tf", size),
                         20)
                 .isEmpty(),
            size);
}

void TestTablePdf::outlineNamesEachGroup()
{
    const EditionContent content = fullEdition(60, 3);
    QStringList expected;
    for (const EditionGroup &group : content.groups)
        expected << group.title;
    expected << QStringLiteral("Sorties depuis la dernière édition");
    const QString fileName = written(content);
    QCOMPARE(outlineOf(fileName), expected);
    QVERIFY(outlineOf(edited(fileName, "/Next \\d+ 0 R", "")) != expected);
}

void TestTablePdf::emptyEditionIsOnePage()
{
    const QString fileName = written(sampleEdition(0));
    QVERIFY(infoOf(fileName).contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
    QVERIFY(toolText(QStringLiteral("pdftotext"), {fileName, QStringLiteral("-")})
                .contains(QStringLiteral("Aucune session n'est publiée dans cette édition.")));
}

void TestTablePdf::draftMarkIsNotText()
{
    const QString text = toolText(QStringLiteral("pdftotext"),
                                  {written(sampleEdition(3, true)), QStringLiteral("-")});
    QCOMPARE(text.count(QStringLiteral("PROJET")), 1); // in the head of the only page
}

void TestTablePdf::tenThousandRowsComeOut()
{
    const QString fileName = written(sampleEdition(10000));
    static const QRegularExpression number(QStringLiteral("SE_\\d{10}"));
    const QString text = toolText(QStringLiteral("pdftotext"), {fileName, QStringLiteral("-")});
    QSet<QString> sessions;
    for (auto matches = number.globalMatch(text); matches.hasNext();)
        sessions << matches.next().captured();
    QCOMPARE(sessions.size(), 10000);
}

void TestTablePdf::longGroupGoesOn()
{
    EditionContent content = sampleEdition(1);
    EditionGroup &group = content.groups.first();
    group.rows = QList<EditionRow>(2001, group.rows.first());
    const PdfDocument document(written(content));
    const StructureTree tree(document);
    QList<qsizetype> rows; // of each body
    for (const StructureElement &element : tree.elements()) {
        if (element.type == u"TBody")
            rows << element.kids.size();
    }
    QCOMPARE(rows, QList<qsizetype>({1 + 1000, 1000, 1})); // the heading of the group first
}

void TestTablePdf::sameBytesInAnyProcess_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("timeZone");
    QTest::newRow("C") << QStringLiteral("C") << QStringLiteral("UTC");
    QTest::newRow("French") << QStringLiteral("fr_FR.UTF-8") << QStringLiteral("Europe/Paris");
    QTest::newRow("decimal comma, other days")
        << QStringLiteral("ar_EG.UTF-8") << QStringLiteral("Pacific/Kiritimati");
}

void TestTablePdf::sameBytesInAnyProcess()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, timeZone);
    const QByteArray here = fileBytes(written(fullEdition(40, 4)));
    QCOMPARE(fileBytes(written(fullEdition(40, 4))), here);
    QVERIFY(fileBytes(written(fullEdition(40, 5))) != here);
    const QString fileName = path(QStringLiteral("ailleurs.pdf"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(writtenByOther), fileName);
    environment.insert(QStringLiteral("LC_ALL"), locale);
    environment.insert(QStringLiteral("TZ"), timeZone);
    const ToolOutput other = runTool(QCoreApplication::applicationFilePath(), {}, environment);
    QVERIFY2(other.exitCode == 0, other.errors.constData());
    QCOMPARE(fileBytes(fileName), here);
}

void TestTablePdf::progressCountsSessions()
{
    QList<qint64> done;
    QVERIFY(writeTablePdf(sampleEdition(60), path(QStringLiteral("suivi.pdf")),
                          [&](qint64 sessions, qint64 all) {
                              done << sessions;
                              return all == 60;
                          }));
    QVERIFY(std::ranges::is_sorted(done));
    QCOMPARE_GT(done.size(), 3);
    QCOMPARE(done.last(), 60);
}

void TestTablePdf::cancelledWriteLeavesTheOldFile()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("tableau.pdf"));
    writeFileBytes(fileName, "l'ancien");
    int pages = 0;
    const Result<> result =
        writeTablePdf(sampleEdition(60), fileName, [&](qint64, qint64) { return ++pages < 2; });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QCOMPARE(pages, 2);
    QCOMPARE(fileBytes(fileName), QByteArray("l'ancien"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestTablePdf::unwritablePlaceIsExplained_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::newRow("no such folder") << path(QStringLiteral("absent/tableau.pdf"));
    QTest::newRow("a folder of that name") << m_folder.path();
}

void TestTablePdf::unwritablePlaceIsExplained()
{
    QFETCH(const QString, fileName);
    const Result<> result = writeTablePdf(sampleEdition(1), fileName);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
    QVERIFY(result.error().message.contains(QDir::toNativeSeparators(fileName)));
    QVERIFY(result.error().message.contains(QStringLiteral("n'a pas pu être écrit")));
    QVERIFY(!result.error().detail.isEmpty());
}

void TestTablePdf::failedWriteLeavesTheOldFile()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("tableau.pdf"));
    writeFileBytes(fileName, "l'ancien");
    // A limit on the size of files stands for a disk that fills up in the middle.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{8192, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<> result = writeTablePdf(sampleEdition(60), fileName);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
    QCOMPARE(fileBytes(fileName), QByteArray("l'ancien"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
#else
    QSKIP("The size of files can only be limited on Unix.");
#endif
}

int main(int argc, char **argv)
{
    // Started again by sameBytesInAnyProcess.
    if (const QString fileName = qEnvironmentVariable(writtenByOther); !fileName.isEmpty()) {
        const QGuiApplication application(argc, argv);
        return writeTablePdf(fullEdition(40, 4), fileName) ? 0 : 1;
    }
    const QGuiApplication application(argc, argv);
    TestTablePdf test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tablepdf.moc"
