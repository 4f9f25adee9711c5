// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sampleedition.h"
#include "report/tablepdf.h"
#include "support/pdf/accesschecks.h"
#include "support/pdf/pdftools.h"

#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;
using namespace recoupe::testing;

namespace {

//! What makes a sound file fail a check, as an edit of its objects in plain text.
struct Break
{
    const char *clause; //!< of the check
    const char *pattern;
    const char *replacement;
};

constexpr std::array breaks{
    Break{"5", "</rdf:Description>",
          "<p:part xmlns:p=\"http://www.aiim.org/pdfua/ns/id/\">1</p:part></rdf:Description>"},
    Break{"6.2-1", "/Marked true", "/Marked false"},
    Break{"7.1-4", "/Marked true", "/Marked true /Suspects true"},
    Break{"7.1-8", "/Metadata \\d+ 0 R", ""},
    Break{"7.1-9", "<dc:title>.*</dc:title>", ""},
    Break{"7.1-10", "/DisplayDocTitle true", "/DisplayDocTitle false"},
    Break{"7.2-2, 21 to 24, 30 to 33", "/Lang \\(fr-FR\\)", ""},
    Break{"7.2-29", "\\(fr-FR\\)", "(en fran\\\\303\\\\247ais)"},
    Break{"7.10, 7.11, 7.15, 7.19", "/PageMode /UseOutlines", "/AcroForm << /Fields [ ] >>"},
    Break{"7.18.1, 7.18.2, 7.18.4, 7.18.6, 7.18.8", "/Subtype /Link", "/Subtype /Stamp"},
    Break{"7.18.3-1", "/Tabs /S", "/Tabs /R"},
    Break{"7.18.5-1", "/S /Link", "/S /P"},
    Break{"7.18.5-2", "/Contents <feff[0-9a-f]*>", "/Contents <feff0020>"},
    Break{"7.20", "/Font <<", "/XObject << >> /Font <<"},
    Break{"32000-1 14.4", "/ID \\[[^\\]]*\\]", ""},
    Break{"32000-1 12.3.3", "/Prev \\d+ 0 R", ""},
    Break{"7.1-1", "(/Span<</MCID 0>>BDC)", "\\1 /Artifact BMC EMC"},
    Break{"7.1-2", "(/Artifact<</Type/Layout>>BDC)", "\\1 /Span<</MCID 0>>BDC EMC"},
    Break{"7.1-3", "/Artifact<</Type/Layout>>BDC", "/Span BMC"},
    Break{"7.1-5", "/S /TBody", "/S /Rows"},
    Break{"7.1-6, 7", "/ParentTreeNextKey", "/RoleMap << /TH /TD >> /ParentTreeNextKey"},
    Break{"7.1-11", "/StructTreeRoot \\d+ 0 R", ""},
    Break{"7.1-12", "/P \\d+ 0 R(\\s+/Pg \\d+ 0 R\\s+/S /TD)", "\\1"},
    Break{"7.2-3", "/S /TBody", "/S /P"},
    Break{"7.2-4 to 9", "/S /TR", "/S /TD"},
    Break{"7.2-10", "/S /TD", "/S /P"},
    Break{"7.2-11 to 14", "/S /TBody", "/S /THead"},
    Break{"7.2-36 to 38", "/S /TR", "/S /P"},
    Break{"7.2-15, 41", "/Scope /Row", "/Scope /Row /RowSpan 2"},
    Break{"7.2-42, 43", "/ColSpan 10", "/ColSpan 9"},
    Break{"7.4.2-1", "/S /H2", "/S /H3"},
    Break{"7.4.4", "/S /H2", "/S /H"},
    Break{"7.5-1", "/Scope /Column", ""},
    Break{"7.5-2", "/Scope /Column", "/Scope /Row"},
    Break{"32000-1 14.6", "EMC\\n", ""},
    Break{"32000-1 14.7.4.2", "(/Span<</MCID 0>>BDC)", "\\1 /Span<</MCID 999>>BDC EMC"},
    Break{"32000-1 14.7.4.3", "/MCID 1>>", "/MCID 0>>"},
    Break{"32000-1 7.9.7", "/Limits \\[\\s+0", "/Limits [ 1"},
    Break{"32000-1 14.7.4.4", "/StructParents 0", "/StructParents 1"},
    Break{"32000-1 14.7.4.4, content", "obj\\n\\[\\n  (\\d+ 0 R)\\n  (\\d+ 0 R)",
          "obj\n[\n  \\2\n  \\1"},
    Break{"32000-1 14.7.4.4, objects", "/StructParent 1\\n", "/StructParent 2\n"},
    Break{"32000-1 14.8.2.3",
          "(\\d+ 0 R)\\n    (\\d+ 0 R)([^\\]>]*\\]\\s+/P \\d+ 0 R\\s+/S /Document)",
          "\\2\n    \\1\\3"},
    Break{"7.21.3.1, 7.21.3.3", "/Identity-H", "/Identity-V"},
    Break{"7.21.3.2", "/CIDToGIDMap /Identity", ""},
    Break{"7.21.4.1-1", "/FontFile2 \\d+ 0 R", ""},
    Break{"7.21.4.1-3", "\\[<[0-9A-F]{4}", "[<FFFE"},
    Break{"7.21.4.2", "/FontName /[A-Z]{6}\\+", "/FontName /"},
    Break{"7.21.5", "(/W \\[\\s+\\d+\\s+\\[\\s+)[\\d.]+", "\\1 999"},
    Break{"7.2-1, 7.21.7-1", "<0003><0020>\\n", ""},
    Break{"7.21.7-2", "<0003><0020>", "<0003><FFFE>"},
    Break{"7.21.8", "\\[<[0-9A-F]{4}", "[<0000"},
};

} // namespace

class TestTableAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCheckPasses_data();
    void everyCheckPasses();
    void everyCheckIsBroken();
    void brokenFileIsNoticed_data();
    void brokenFileIsNoticed();
    void encryptedFileIsNoticed();
    void longArrayIsNoticed();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_sound; //!< a file that passes
};

void TestTableAccess::initTestCase()
{
    QVERIFY2(missingPdfTools().isEmpty(), qPrintable(missingPdfTools()));
    m_sound = path(QStringLiteral("juste.pdf"));
    QVERIFY(writeTablePdf(fullEdition(12, 3), m_sound));
    QCOMPARE(accessDefects(m_sound), QStringList());
}

void TestTableAccess::everyCheckPasses_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::addColumn<Paper>("paper");
    QTest::newRow("empty") << sampleEdition(0) << Paper::A4;
    QTest::newRow("one row") << sampleEdition(1) << Paper::A4;
    QTest::newRow("sixty rows, departures") << fullEdition(60, 40) << Paper::A4;
    QTest::newRow("departures alone") << fullEdition(0, 3) << Paper::A4;
    QTest::newRow("draft") << sampleEdition(20, true) << Paper::A4;
    QTest::newRow("A3") << fullEdition(60, 8) << Paper::A3;
    QTest::newRow("scripts") << scriptsEdition() << Paper::A4;
    QTest::newRow("any text") << randomEdition(40, 11) << Paper::A4;
}

void TestTableAccess::everyCheckPasses()
{
    QFETCH(const EditionContent, content);
    QFETCH(const Paper, paper);
    const QString fileName = path(QStringLiteral("tableau.pdf"));
    QVERIFY(writeTablePdf(content, fileName, {}, paper));
    const QStringList defects = accessDefects(fileName);
    QVERIFY2(defects.isEmpty(), qPrintable(defects.mid(0, 20).join(u'\n')));
}

void TestTableAccess::everyCheckIsBroken()
{
    // By encryptedFileIsNoticed and longArrayIsNoticed.
    QSet<QByteArray> broken{"7.16-1", "32000-1 C.2"};
    for (const Break &edit : breaks)
        broken << edit.clause;
    for (const AccessCheck &check : accessChecks())
        QVERIFY2(broken.remove(check.clause), check.clause);
    QVERIFY(broken.isEmpty());
}

void TestTableAccess::brokenFileIsNoticed_data()
{
    QTest::addColumn<PdfEdit>("edit");
    for (const Break &edit : breaks) {
        QTest::newRow(edit.clause)
            << PdfEdit{QLatin1String(edit.pattern), QLatin1String(edit.replacement)};
    }
}

void TestTableAccess::brokenFileIsNoticed()
{
    QFETCH(const PdfEdit, edit);
    const QString broken = path(QStringLiteral("faux.pdf"));
    writeEditedPdf(m_sound, broken, {edit});
    const ReadPdf pdf(broken);
    for (const AccessCheck &check : accessChecks()) {
        if (qstrcmp(check.clause, QTest::currentDataTag()) == 0)
            QVERIFY2(!check.defects(pdf).isEmpty(), check.says);
    }
}

void TestTableAccess::encryptedFileIsNoticed()
{
    const QString broken = path(QStringLiteral("chiffre.pdf"));
    (void)toolText(QStringLiteral("qpdf"),
                   {QStringLiteral("--encrypt"), QString(), QStringLiteral("secret"),
                    QStringLiteral("256"), QStringLiteral("--"), m_sound, broken});
    const QStringList defects = accessDefects(broken);
    QCOMPARE(defects.size(), 1);
    QVERIFY2(defects.first().startsWith(QStringLiteral("7.16-1 ")), qPrintable(defects.first()));
}

void TestTableAccess::longArrayIsNoticed()
{
    const QString broken = path(QStringLiteral("long.pdf"));
    for (const int elements : {8191, 8192}) {
        const QString array = QStringLiteral("/Lang (fr-FR) /Long [%1 ]")
                                  .arg(QStringLiteral(" 0").repeated(elements));
        writeEditedPdf(m_sound, broken, {{QStringLiteral("/Lang \\(fr-FR\\)"), array}});
        const QStringList defects = accessDefects(broken);
        QCOMPARE(defects.size(), elements > 8191 ? 1 : 0);
        QVERIFY(defects.isEmpty() || defects.first().startsWith(QStringLiteral("32000-1 C.2 ")));
    }
}

QTEST_MAIN(TestTableAccess)
#include "tst_tableaccess.moc"
