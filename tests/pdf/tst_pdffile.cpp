// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdffile.h"
#include "support/pdf/pdfdocument.h"
#include "support/pdf/pdftools.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

namespace {

//! Takes so many bytes, and no more: at the end a part of what it is given, then nothing.
class FullDevice : public QIODevice
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        return taken == 0 && size > 0 ? -1 : taken;
    }

private:
    qint64 m_room;
};

//! A file of one empty page, and so many objects that say their number.
bool writeFile(QIODevice &device, int objects)
{
    PdfFile file(device);
    const PdfId catalog = file.reserve();
    const PdfId pages = file.reserve();
    const PdfId content = file.writeStream({}, QByteArray(objects, ' '));
    const PdfId page =
        file.write("<</Type/Page/MediaBox[0 0 842 595]/Resources<<>>/Contents " +
                   PdfFile::reference(content) + "/Parent " + PdfFile::reference(pages) + ">>");
    file.write(pages, "<</Type/Pages/Count 1/Kids[" + PdfFile::reference(page) + "]>>");
    QByteArray list;
    for (int object = 0; object < objects; ++object)
        list += PdfFile::reference(file.write(QByteArray::number(1000 + object))) + ' ';
    file.write(catalog, "<</Type/Catalog/Pages " + PdfFile::reference(pages) + "/Numbers[" + list +
                            "]/Plain " + PdfFile::reference(content) + ">>");
    return file.finish(catalog, file.write("<</Title(Essai)>>"));
}

QByteArray written(int objects)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeFile(buffer, objects) ? buffer.data() : QByteArray();
}

} // namespace

class TestPdfFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void objectsAreReadBack_data();
    void objectsAreReadBack();
    void wrongPlaceIsNoticed();
    void tableOfPlacesIsAStream();
    void streamsAreKept_data();
    void streamsAreKept();
    void sameCallsGiveTheSameBytes();
    void fullDeviceIsNoticed_data();
    void fullDeviceIsNoticed();

private:
    [[nodiscard]] QString saved(const QByteArray &bytes)
    {
        const QString fileName = m_folder.filePath(QStringLiteral("essai.pdf"));
        writeFileBytes(fileName, bytes);
        return fileName;
    }

    QTemporaryDir m_folder;
};

void TestPdfFile::initTestCase()
{
    QVERIFY2(missingPdfTools().isEmpty(), qPrintable(missingPdfTools()));
}

void TestPdfFile::objectsAreReadBack_data()
{
    QTest::addColumn<int>("objects");
    // Many are packed together: one pack that is not full, full ones, one object in the last.
    for (const int objects : {0, 1, 195, 196, 197, 198, 1000})
        QTest::addRow("%d", objects) << objects;
}

void TestPdfFile::objectsAreReadBack()
{
    QFETCH(const int, objects);
    const QString fileName = saved(written(objects));
    const ToolOutput check = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), fileName});
    QVERIFY2(check.exitCode == 0, check.errors.constData());
    const PdfDocument document(fileName);
    QCOMPARE(document.pages().size(), 1);
    const QJsonArray numbers = document.array(document.catalog()[QStringLiteral("/Numbers")]);
    QCOMPARE(numbers.size(), objects);
    for (int object = 0; object < objects; ++object)
        QCOMPARE(document.resolved(numbers.at(object)).toInt(), 1000 + object);
}

void TestPdfFile::wrongPlaceIsNoticed()
{
    QByteArray bytes = written(3);
    bytes.replace("startxref\n", "startxref\n1");
    const ToolOutput check =
        runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), saved(bytes)});
    QVERIFY(check.exitCode != 0);
}

void TestPdfFile::tableOfPlacesIsAStream()
{
    const QByteArray bytes = written(3);
    QVERIFY(bytes.startsWith("%PDF-1.7\n%"));
    QVERIFY(bytes.endsWith("%%EOF\n"));
    const QRegularExpression start(QStringLiteral("startxref\\n(\\d+)\\n"));
    const qsizetype place = start.match(QString::fromLatin1(bytes)).captured(1).toLongLong();
    const QRegularExpression table(
        QStringLiteral("^\\d+ 0 obj\\n<</Type/XRef/Size (\\d+)/W\\[1 5 2\\]/Root \\d+ 0 R/Info "
                       "\\d+ 0 R/ID\\[<([0-9A-F]{32})><\\2>\\]"));
    const auto match = table.match(QString::fromLatin1(bytes.sliced(place)));
    QVERIFY2(match.hasMatch(), bytes.sliced(place, 120).constData());
    // Every object but the first, which no file has, is somewhere.
    const QString places =
        toolText(QStringLiteral("qpdf"), {QStringLiteral("--show-xref"), saved(bytes)});
    QCOMPARE(places.count(u'\n'), match.captured(1).toInt() - 1);
    QVERIFY(written(4).indexOf(match.captured(2).toLatin1()) < 0); // named after what it holds
}

void TestPdfFile::streamsAreKept_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 255, 256, 100000})
        QTest::addRow("%d bytes", size) << size;
}

void TestPdfFile::streamsAreKept()
{
    QFETCH(const int, size);
    const QByteArray bytes = written(size);
    QVERIFY(size < 1000 || bytes.contains("/Filter/FlateDecode"));
    const PdfDocument document(saved(bytes));
    QCOMPARE(document.stream(document.catalog()[QStringLiteral("/Plain")]), QByteArray(size, ' '));
}

void TestPdfFile::sameCallsGiveTheSameBytes()
{
    QCOMPARE(written(300), written(300));
    QVERIFY(written(300) != written(301));
}

void TestPdfFile::fullDeviceIsNoticed_data()
{
    QTest::addColumn<qint64>("room");
    const qint64 all = written(300).size();
    for (const qint64 room : {qint64(0), qint64(5), qint64(100), all / 2, all - 1})
        QTest::addRow("%lld bytes", room) << room;
}

void TestPdfFile::fullDeviceIsNoticed()
{
    QFETCH(const qint64, room);
    FullDevice full(room);
    QVERIFY(!writeFile(full, 300));
    FullDevice enough(written(300).size());
    QVERIFY(writeFile(enough, 300));
}

QTEST_APPLESS_MAIN(TestPdfFile)
#include "tst_pdffile.moc"
