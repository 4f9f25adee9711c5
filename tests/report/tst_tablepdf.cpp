// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sampleedition.h"
#include "report/tablefonts.h"
#include "report/tablelayout.h"
#include "report/tablepdf.h"

#include <QDir>
#include <QFontInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace recoupe;
using namespace recoupe::testing;

namespace {

struct Word
{
    QRectF box;
    QString text;
};

//! What a tool says about a file; empty, and a failed test, when it complains.
QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120000) || process.exitCode() != 0) {
        QTest::qFail(qPrintable(program + QStringLiteral(": ") +
                                QString::fromUtf8(process.readAllStandardError())),
                     __FILE__, __LINE__);
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString unescaped(QString text)
{
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&apos;"), QStringLiteral("'"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

//! The words of each page with their boxes.
QList<QList<Word>> wordsOf(const QString &fileName)
{
    static const QRegularExpression word(
        QStringLiteral("<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" "
                       "yMax=\"([-\\d.]+)\">([^<]*)</word>"));
    QList<QList<Word>> pages;
    const QString bbox = output(QStringLiteral("pdftotext"),
                                {QStringLiteral("-bbox"), fileName, QStringLiteral("-")});
    for (const QString &page : bbox.split(QStringLiteral("<page ")).mid(1)) {
        QList<Word> words;
        for (auto matches = word.globalMatch(page); matches.hasNext();) {
            const auto match = matches.next();
            const auto number = [&match](int group) { return match.captured(group).toDouble(); };
            words << Word{QRectF(QPointF(number(1), number(2)), QPointF(number(3), number(4))),
                          unescaped(match.captured(5))};
        }
        pages << words;
    }
    return pages;
}

//! The words of a page between two abscissas, line by line.
QString columnText(QList<Word> words, const QRectF &column)
{
    words.removeIf([&column](const Word &word) {
        return word.box.left() < column.left() || word.box.left() >= column.right();
    });
    std::ranges::stable_sort(words, [](const Word &a, const Word &b) {
        return qAbs(a.box.top() - b.box.top()) > 2 ? a.box.top() < b.box.top()
                                                   : a.box.left() < b.box.left();
    });
    QStringList texts;
    for (const Word &word : words)
        texts << word.text;
    return texts.join(u' ').simplified();
}

QString withoutSpaces(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

QRectF columnRect(qsizetype column)
{
    const TableLayout layout = layOutTable(sampleEdition(0));
    for (const TableBlock &block : layout.pages.first().blocks) {
        if (block.kind == BlockKind::ColumnHeadings)
            return block.cells.at(column).rect;
    }
    return {};
}

QByteArray contentsOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeText(const QString &fileName, const QByteArray &text)
{
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

class TestTablePdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileIsSound_data();
    void fileIsSound();
    void documentSaysWhatItIs();
    void fontsAreEmbeddedWithUnicode();
    void everyTitleCanBeFound();
    void ligaturesDoNotHideWords();
    void noWordLeavesThePrintArea();
    void noTwoWordsOverlap();
    void headingsStandOnEachPage();
    void mailAddressesAreLinks();
    void emptyEditionIsOnePage();
    void draftMarkIsNotText();
    void tenThousandRowsComeOut();
    void progressCountsSessions();
    void cancelledWriteLeavesTheOldFile();
    void unwritablePlaceIsExplained_data();
    void unwritablePlaceIsExplained();
    void failedWriteLeavesTheOldFile();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString written(const EditionContent &content);

    QTemporaryDir m_folder;
};

void TestTablePdf::initTestCase()
{
    for (const char *tool : {"pdfinfo", "pdffonts", "pdftotext"}) {
        QVERIFY2(
            !QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty(),
            qPrintable(
                QStringLiteral("%1 is missing: install poppler-utils.").arg(QLatin1String(tool))));
    }
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("qpdf")).isEmpty(),
             "qpdf is missing: install qpdf.");
    const QString family = QFontInfo(TableFonts().font(TextStyle::Body)).family();
    QVERIFY2(TableFonts::families().contains(family),
             "No font of the table is here: install Liberation Sans (Debian: fonts-liberation).");
    QVERIFY(m_folder.isValid());
}

QString TestTablePdf::written(const EditionContent &content)
{
    const QString fileName = path(QStringLiteral("tableau.pdf"));
    const Result<> result = writeTablePdf(content, fileName);
    if (!result)
        QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
    return fileName;
}

void TestTablePdf::fileIsSound_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::newRow("empty") << sampleEdition(0);
    QTest::newRow("sixty rows") << sampleEdition(60);
    QTest::newRow("draft") << sampleEdition(20, true);
    QTest::newRow("any text") << randomEdition(40, 11);
}

void TestTablePdf::fileIsSound()
{
    QFETCH(const EditionContent, content);
    const QString said =
        output(QStringLiteral("qpdf"), {QStringLiteral("--check"), written(content)});
    QVERIFY2(said.contains(QStringLiteral("No syntax or stream encoding errors")),
             qPrintable(said));
}

void TestTablePdf::documentSaysWhatItIs()
{
    const EditionContent content = sampleEdition(60);
    const QString info = output(QStringLiteral("pdfinfo"), {written(content)});
    const QString pages = QString::number(layOutTable(content).pages.size());
    for (const QString &expected :
         {QStringLiteral("Title: +Tableau des formations collectives, édition n° 2026-03 du "
                         "9 février 2026\n"),
          QStringLiteral("Creator: +Recoupe [\\d.]+\n"),
          QStringLiteral("Page size: +842 x 595 pts \\(A4\\)\n"),
          QStringLiteral("Pages: +%1\n").arg(pages)}) {
        QVERIFY2(info.contains(QRegularExpression(expected)), qPrintable(expected + u'\n' + info));
    }
}

void TestTablePdf::fontsAreEmbeddedWithUnicode()
{
    const QStringList lines = output(QStringLiteral("pdffonts"), {written(sampleEdition(60))})
                                  .split(u'\n', Qt::SkipEmptyParts)
                                  .mid(2);
    QCOMPARE(lines.size(), 2); // regular and bold
    static const QRegularExpression embedded(
        QStringLiteral(" yes +(?:yes|no) +yes +\\d+ +\\d+ *$"));
    for (const QString &line : lines)
        QVERIFY2(line.contains(embedded), qPrintable(line));
}

void TestTablePdf::everyTitleCanBeFound()
{
    const EditionContent content = sampleEdition(60);
    const QRectF column = columnRect(1);
    QString text;
    for (const QList<Word> &page : wordsOf(written(content)))
        text += withoutSpaces(columnText(page, column)); // a line may end at a hyphen
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows)
            QVERIFY2(text.contains(withoutSpaces(row.title)), qPrintable(row.title));
    }
}

void TestTablePdf::ligaturesDoNotHideWords()
{
    EditionContent content = sampleEdition(1);
    content.groups.first().rows.first().title =
        QStringLiteral("Œuvre efficace, affligé, effluent, fin, flux, stage");
    const QString text =
        output(QStringLiteral("pdftotext"), {written(content), QStringLiteral("-")});
    for (const char16_t *word : {u"Œuvre", u"efficace", u"affligé", u"effluent", u"fin", u"flux"})
        QVERIFY2(text.contains(QString::fromUtf16(word)), qPrintable(text));
    QVERIFY(std::ranges::none_of(text, [](QChar c) {
        return (c.unicode() >= 0xFB00 && c.unicode() <= 0xFB06) ||
               c == QChar(QChar::ReplacementCharacter);
    }));
}

void TestTablePdf::noWordLeavesThePrintArea()
{
    for (const EditionContent &content : {sampleEdition(120, true), randomEdition(60, 3)}) {
        for (const QList<Word> &page : wordsOf(written(content))) {
            for (const Word &word : page) {
                const QRectF area = pageFormat(Paper::A4).printArea.adjusted(-0.5, -0.5, 0.5, 0.5);
                QVERIFY2(area.contains(word.box), qPrintable(word.text));
            }
        }
    }
}

void TestTablePdf::noTwoWordsOverlap()
{
    for (const QList<Word> &page : wordsOf(written(sampleEdition(60)))) {
        for (qsizetype i = 0; i < page.size(); ++i) {
            for (qsizetype j = i + 1; j < page.size(); ++j) {
                // Boxes go from ascent to descent: those of two close lines share a hair.
                const QRectF shared = page.at(i).box & page.at(j).box;
                QVERIFY2(shared.width() < 1 || shared.height() < 2,
                         qPrintable(page.at(i).text + u' ' + page.at(j).text));
            }
        }
    }
}

void TestTablePdf::headingsStandOnEachPage()
{
    const EditionContent content = sampleEdition(60);
    const QList<QList<Word>> pages = wordsOf(written(content));
    QCOMPARE_GT(pages.size(), 3);
    const QStringList headings{QStringLiteral("État"),
                               QStringLiteral("Intitulé"),
                               QStringLiteral("Organisme"),
                               QStringLiteral("Lieu"),
                               QStringLiteral("Dates"),
                               QStringLiteral("Durée"),
                               QStringLiteral("Places"),
                               QStringLiteral("Information collective"),
                               QStringLiteral("Contact prescriptions"),
                               QStringLiteral("Financeur")};
    for (qsizetype column = 0; column < headings.size(); ++column) {
        const QRectF rect = columnRect(column);
        for (const QList<Word> &page : pages)
            QVERIFY2(columnText(page, rect).contains(headings.at(column)),
                     qPrintable(headings.at(column)));
    }
}

void TestTablePdf::mailAddressesAreLinks()
{
    const EditionContent content = sampleEdition(60);
    const QString links =
        output(QStringLiteral("pdfinfo"), {QStringLiteral("-url"), written(content)});
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            const QString link = QStringLiteral("mailto:") + row.contactEmail;
            QVERIFY2(links.contains(link + u'\n'), qPrintable(link + u'\n' + links));
        }
    }
}

void TestTablePdf::emptyEditionIsOnePage()
{
    const QString fileName = written(sampleEdition(0));
    QVERIFY(output(QStringLiteral("pdfinfo"), {fileName})
                .contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
    QVERIFY(output(QStringLiteral("pdftotext"), {fileName, QStringLiteral("-")})
                .contains(QStringLiteral("Aucune session n'est publiée dans cette édition.")));
}

void TestTablePdf::draftMarkIsNotText()
{
    const QString text =
        output(QStringLiteral("pdftotext"), {written(sampleEdition(3, true)), QStringLiteral("-")});
    QCOMPARE(text.count(QStringLiteral("PROJET")), 1); // in the head of the only page
}

void TestTablePdf::tenThousandRowsComeOut()
{
    const EditionContent content = sampleEdition(10000);
    const QString fileName = path(QStringLiteral("grand.pdf"));
    QVERIFY(writeTablePdf(content, fileName));
    static const QRegularExpression number(QStringLiteral("SE_\\d{10}"));
    const QString text = output(QStringLiteral("pdftotext"), {fileName, QStringLiteral("-")});
    QSet<QString> sessions;
    for (auto matches = number.globalMatch(text); matches.hasNext();)
        sessions << matches.next().captured();
    QCOMPARE(sessions.size(), 10000);
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
    writeText(fileName, "l'ancien");
    int pages = 0;
    const Result<> result =
        writeTablePdf(sampleEdition(60), fileName, [&](qint64, qint64) { return ++pages < 2; });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QCOMPARE(pages, 2);
    QCOMPARE(contentsOf(fileName), QByteArray("l'ancien"));
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
    writeText(fileName, "l'ancien");
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
    QCOMPARE(contentsOf(fileName), QByteArray("l'ancien"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
#else
    QSKIP("The size of files can only be limited on Unix.");
#endif
}

QTEST_MAIN(TestTablePdf)
#include "tst_tablepdf.moc"
