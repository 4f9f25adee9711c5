// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/exchangefixtures.h"

#include <QStringEncoder>

using namespace recoupe;
using namespace recoupe::test;

namespace {

// Keeps all text, and the last tag.
class Collector : public XmlHandler
{
public:
    Result<> startElement(const XmlStart &element) override
    {
        name = QByteArray(element.name.data(), qsizetype(element.name.size()));
        line = element.line;
        return failOn == name ? Result<>(fail(ErrorCode::Refused, QStringLiteral("non")))
                              : Result<>();
    }
    Result<> text(std::string_view piece) override
    {
        content.append(piece.data(), qsizetype(piece.size()));
        return {};
    }
    void tolerated(const QString &sentence) override { warnings << sentence; }

    QByteArray name;
    QByteArray content;
    QByteArray failOn;
    QStringList warnings;
    qint64 line = 0;
};

Result<> read(const QByteArray &document, Collector &collector)
{
    const Folder folder;
    const auto source = openFile(folder.write(QStringLiteral("f.xml"), document));
    return source ? readXml(**source, collector) : Result<>(failureOf(source));
}

QByteArray declared(const char *encoding, const QByteArray &body)
{
    return QByteArray("<?xml version=\"1.0\" encoding=\"") + encoding + "\"?>\n<a>" + body + "</a>";
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QStringEncoder encoder(bigEndian ? QStringEncoder::Utf16BE : QStringEncoder::Utf16LE,
                           QStringEncoder::Flag::WriteBom);
    return encoder.encode(text);
}

} // namespace

class TestXmlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryEncodingInUse_data();
    void readsEveryEncodingInUse();
    void warnsOnlyOfMislabelledUtf8();
    void refusesHostileAndBrokenDocuments_data();
    void refusesHostileAndBrokenDocuments();
    void namesPlaceAndByteOfAWrongEncoding();
    void dropsPrefixesAndTellsLines();
    void stopsAtAFailureOfTheHandler();
};

void TestXmlReader::readsEveryEncodingInUse_data()
{
    QTest::addColumn<QByteArray>("document");
    const QString text = QStringLiteral("<a>Métier : œuvre à 10 €</a>");
    const QByteArray utf8 = text.toUtf8();
    QTest::newRow("UTF-8, not declared") << utf8;
    QTest::newRow("UTF-8 with its mark") << "\xEF\xBB\xBF" + utf8;
    QTest::newRow("UTF-8 with its mark, ISO-8859-1 declared")
        << "\xEF\xBB\xBF" + declared("ISO-8859-1", utf8.mid(3).chopped(4));
    QTest::newRow("UTF-8 bytes, ISO-8859-1 declared")
        << declared("ISO-8859-1", utf8.mid(3).chopped(4));
    QTest::newRow("UTF-8 bytes, windows-1252 declared")
        << declared("windows-1252", utf8.mid(3).chopped(4));
    QTest::newRow("UTF-16 little endian") << utf16(text, false);
    QTest::newRow("UTF-16 big endian") << utf16(text, true);
    QTest::newRow("UTF-16, UTF-8 declared")
        << utf16(QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-8\"?>") + text, false);
    QTest::newRow("windows-1252") << declared("windows-1252", "M\xE9tier : \x9Cuvre \xE0 10 \x80");
    QTest::newRow("cp1252") << declared("cp1252", "M\xE9tier : \x9Cuvre \xE0 10 \x80");
    QTest::newRow("ISO-8859-15") << declared("ISO-8859-15", "M\xE9tier : \xBDuvre \xE0 10 \xA4");
    QTest::newRow("ISO-8859-1") << declared("ISO-8859-1", "M\xE9tier : &#339;uvre \xE0 10 &#8364;");
    QTest::newRow("CDATA") << QStringLiteral("<a><![CDATA[Métier : œuvre à 10 €]]></a>").toUtf8();
}

void TestXmlReader::readsEveryEncodingInUse()
{
    QFETCH(QByteArray, document);
    Collector collector;
    const Result<> result = read(document, collector);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(QString::fromUtf8(collector.content), QStringLiteral("Métier : œuvre à 10 €"));
}

void TestXmlReader::warnsOnlyOfMislabelledUtf8()
{
    Collector mislabelled;
    QVERIFY(read(declared("ISO-8859-1", "\xC3\xA9"), mislabelled).has_value());
    QCOMPARE(mislabelled.warnings.size(), 1);
    QVERIFY(mislabelled.warnings.first().contains(QStringLiteral("ISO-8859-1")));

    Collector honest;
    QVERIFY(read(declared("ISO-8859-1", "\xE9"), honest).has_value());
    Collector ascii;
    QVERIFY(read(declared("ISO-8859-1", "e"), ascii).has_value());
    QCOMPARE(honest.warnings + ascii.warnings, QStringList());
}

void TestXmlReader::refusesHostileAndBrokenDocuments_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &document, ErrorCode code,
                        const QString &says) { QTest::newRow(name) << document << code << says; };
    using enum ErrorCode;
    row("empty", "", NotTheFormat, QStringLiteral("est vide"));
    row("white space only", "  \n ", NotTheFormat, QStringLiteral("n'est pas un fichier XML"));
    row("not XML", "financeur;lot\n", NotTheFormat, QStringLiteral("n'est pas un fichier XML"));
    row("a picture", "\xFF\xD8\xFF\xE0JFIF", NotTheFormat, QStringLiteral("XML"));
    row("cut short", "<a><b>\n<c>", MalformedFile, QStringLiteral("ligne 2, colonne 4"));
    row("cut in a tag", "<a><b", MalformedFile, QStringLiteral("balise"));
    row("tags crossed", "<a><b></a></b>", MalformedFile, QStringLiteral("fermante"));
    row("bare ampersand", "<a>R & D</a>", MalformedFile, QStringLiteral("non protégé"));
    row("HTML entity", "<a>&eacute;</a>", MalformedFile, QStringLiteral("entité"));
    row("control character", "<a>\x01</a>", MalformedFile, QStringLiteral("caractère"));
    row("two roots", "<a/><b/>", MalformedFile, QStringLiteral("après la fin"));
    row("NUL", QByteArray("<a>\0</a>", 8), MalformedFile, QString());
    row("unknown encoding", declared("ebcdic-fr", "a"), WrongEncoding, QStringLiteral("ebcdic-fr"));
    row("latin-1 without declaration", "<a>form\xE9 ici</a>", WrongEncoding,
        QStringLiteral("0xE9"));
    row("latin-1 in a comment before the root", "<!-- form\xE9 ici --><a/>", WrongEncoding,
        QStringLiteral("0xE9"));
    row("byte that windows-1252 lacks", declared("windows-1252", "\x81"), WrongEncoding,
        QStringLiteral("0x81"));
    row("any document type", "<!DOCTYPE a><a/>", LimitExceeded, QStringLiteral("DOCTYPE"));
    row("billion laughs", "<!DOCTYPE a [<!ENTITY l \"ha\"><!ENTITY m \"&l;&l;&l;&l;\">]><a>&m;</a>",
        LimitExceeded, QStringLiteral("DOCTYPE"));
    row("external entity", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
        LimitExceeded, QStringLiteral("DOCTYPE"));
    row("65 levels", QByteArray("<a>").repeated(65), LimitExceeded, QStringLiteral("64"));
    row("100 000 levels", QByteArray("<a>").repeated(100'000), LimitExceeded, QStringLiteral("64"));
    QByteArray attributes;
    for (int i = 0; i < 120'000; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    row("120 000 attributes", "<a" + attributes + "/>", LimitExceeded, QString());
    row("257 attributes", "<a" + attributes.left(attributes.indexOf(" a257")) + "/>", LimitExceeded,
        QStringLiteral("attributs"));
    row("long attribute", "<a b=\"" + QByteArray(70'000, 'x') + "\"/>", LimitExceeded,
        QStringLiteral("attributs"));
    row("endless tag", "<a b=\"" + QByteArray(2'000'000, 'x'), LimitExceeded,
        QStringLiteral("balise"));
    row("huge text", "<a>" + QByteArray(2'000'000, 'x') + "</a>", LimitExceeded,
        QStringLiteral("texte"));
}

void TestXmlReader::refusesHostileAndBrokenDocuments()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, says);
    Collector collector;
    const Result<> result = read(document, collector);
    QVERIFY(!result.has_value());
    QTEST(result.error().code, "code");
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
    QVERIFY(result.error().message.contains(QStringLiteral("données à lire f.xml")));
}

void TestXmlReader::namesPlaceAndByteOfAWrongEncoding()
{
    Collector collector;
    const Result<> result = read("<a>\n  <b>form\xE9 ici</b></a>", collector);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().where.line, 2);
    QCOMPARE(result.error().where.column, 10);
    QVERIFY(result.error().message.contains(QStringLiteral("l'octet 0xE9, ligne 2, colonne 10")));
    QVERIFY(result.error().message.contains(QStringLiteral("UTF-8")));
}

void TestXmlReader::dropsPrefixesAndTellsLines()
{
    Collector collector;
    QVERIFY(read("<l:a xmlns:l=\"u\">\n<!-- \n -->\n<l:b/></l:a>", collector).has_value());
    QCOMPARE(collector.name, QByteArray("b"));
    QCOMPARE(collector.line, 4);
}

void TestXmlReader::stopsAtAFailureOfTheHandler()
{
    Collector collector;
    collector.failOn = "b";
    const Result<> result = read("<a>x<b>y</b><c>z</c></a>", collector);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Refused);
    QCOMPARE(collector.content, QByteArray("x"));
    QCOMPARE(collector.name, QByteArray("b"));
}

QTEST_APPLESS_MAIN(TestXmlReader)
#include "tst_xmlreader.moc"
