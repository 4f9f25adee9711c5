// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlownreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/lheo/lheosource.h"
#include "exchange/offerfixture.h"
#include "support/generator/random.h"

#include <algorithm>
#include <cstring>

using namespace recoupe;
using namespace recoupe::test;

namespace {

class Bytes final : public ByteSource
{
public:
    explicit Bytes(const QByteArray &bytes)
        : ByteSource(QStringLiteral("essai"))
        , m_bytes(bytes)
    {
    }

    Result<qint64> read(char *into, qint64 size) override
    {
        const QByteArray part = m_bytes.mid(m_position, size);
        std::memcpy(into, part.constData(), std::size_t(part.size()));
        m_position += part.size();
        return part.size();
    }
    Result<> rewind() override
    {
        m_position = 0;
        return {};
    }
    qint64 position() const override { return m_position; }
    qint64 size() const override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

class Filler final : public XmlHandler
{
public:
    Result<> startElement(const XmlStart &element) override
    {
        tree.open(element);
        return {};
    }
    Result<> endElement(std::string_view) override
    {
        tree.close();
        return {};
    }
    Result<> text(std::string_view text) override
    {
        tree.addText(text);
        return {};
    }

    XmlTree tree;
};

//! As the parser that takes all of XML reads it; nothing where it does not.
std::optional<QByteArray> readByParser(const QByteArray &bytes)
{
    Bytes source(bytes);
    Filler filler;
    if (!readXml(source, filler))
        return std::nullopt;
    return QByteArray::fromStdString(sourceWithout(filler.tree.root(), {}));
}

std::optional<QByteArray> readByOurs(const QByteArray &bytes)
{
    XmlTree tree;
    if (!readOwnXml({bytes.constData(), std::size_t(bytes.size())}, tree))
        return std::nullopt;
    return QByteArray::fromStdString(sourceWithout(tree.root(), {}));
}

QList<QByteArray> sources()
{
    QList<QByteArray> sources;
    for (const OutgoingOffer &offer :
         offersIn(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml"))) {
        sources << offer.source;
        for (const OutgoingSession &session : offer.sessions)
            sources << session.source;
    }
    return sources;
}

} // namespace

class TestXmlOwnReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatItIsMadeFor_data();
    void takesWhatItIsMadeFor();
    void takesEverySourceThatIsKept();
    void leavesTheRestToTheParser_data();
    void leavesTheRestToTheParser();
    void readsNothingOtherwiseThanTheParser();
};

void TestXmlOwnReader::takesWhatItIsMadeFor_data()
{
    QTest::addColumn<QByteArray>("xml");
    for (const char *xml : {"<a></a>", "<a b=\"\"></a>",
                            "<a b=\"1\" c-d.e_f=\"é &amp;&lt;&gt;&quot;&#13;&#10;&#9;\"/>x",
                            "<a>t &amp; \n\t 𝄞<b/>u<b>v</b></a>", "<a>]]&gt;'</a>"}) {
        const QByteArray bytes(xml);
        QTest::newRow(xml) << (bytes.endsWith('x') ? "<r>" + bytes + "</r>" : bytes);
    }
}

void TestXmlOwnReader::takesWhatItIsMadeFor()
{
    QFETCH(QByteArray, xml);
    QVERIFY(readByOurs(xml).has_value());
    QCOMPARE(readByOurs(xml), readByParser(xml));
}

void TestXmlOwnReader::takesEverySourceThatIsKept()
{
    for (const QByteArray &source : sources())
        QCOMPARE(readByOurs(source), source);
}

void TestXmlOwnReader::leavesTheRestToTheParser_data()
{
    QTest::addColumn<QByteArray>("xml");
    const auto row = [](const QByteArray &xml) { QTest::newRow(xml.constData()) << xml; };
    for (const char *xml : {"",
                            " <a></a>",
                            "<a></a> ",
                            "<a>",
                            "<a></b>",
                            "<a></a><b></b>",
                            "<a></a>x",
                            "<a b='1'></a>",
                            "<a b=\"1\" b=\"2\"></a>",
                            "<a  b=\"1\"></a>",
                            "<a b=\"1\"c=\"2\"></a>",
                            "<a b=1></a>",
                            "<a b=\"<\"></a>",
                            "<a b=\"\n\"></a>",
                            "<a ></a>",
                            "<a></a >",
                            "<p:a></p:a>",
                            "<é></é>",
                            "<1a></1a>",
                            "<a>&eacute;</a>",
                            "<a>&#233;</a>",
                            "<a>&</a>",
                            "<a>></a>",
                            "<a>\"</a>",
                            "<a><!-- b --></a>",
                            "<a><![CDATA[b]]></a>",
                            "<a><?b?></a>",
                            "<!DOCTYPE a><a></a>",
                            "<?xml version=\"1.0\"?><a></a>",
                            "<a>\r</a>",
                            "<a>\x01</a>",
                            "<a>\xFF</a>",
                            "<a>\xEF\xBF\xBE</a>",
                            "<a>\xED\xA0\x80</a>",
                            "\xEF\xBB\xBF<a></a>"})
        row(xml);
    row(QByteArray("<a>").repeated(65) + QByteArray("</a>").repeated(65));
    row("<a>" + QByteArray(2 * 1024 * 1024, 'x') + "</a>");
    row("<a b=\"" + QByteArray(70 * 1024, 'x') + "\"></a>");
}

void TestXmlOwnReader::leavesTheRestToTheParser()
{
    QFETCH(QByteArray, xml);
    QVERIFY(!readByOurs(xml).has_value());
}

void TestXmlOwnReader::readsNothingOtherwiseThanTheParser()
{
    static const QList<QByteArray> pieces{"<",    ">",    "/",       "&",     "\"", " ",
                                          "=",    "</a>", "<a>",     "&amp;", "\n", "\xC3",
                                          "\xA9", "<!--", "x=\"1\"", "]]>",   "'"};
    const QList<QByteArray> sound = sources();
    Random random(7);
    int read = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray xml = random.pick(sound);
        for (int count = random.between(1, 3); count > 0; --count) {
            const qsizetype at = random.below(xml.size());
            if (random.chance(30))
                xml.remove(at, random.between(1, 6));
            else if (random.chance(50))
                xml.insert(at, random.pick(pieces));
            else
                xml[at] = char(random.below(256));
        }
        const std::optional<QByteArray> ours = readByOurs(xml);
        if (!ours)
            continue;
        ++read;
        QCOMPARE(ours, readByParser(xml));
    }
    QVERIFY(read > 1000);
    QVERIFY(read < 15'000);
}

QTEST_APPLESS_MAIN(TestXmlOwnReader)
#include "tst_xmlownreader.moc"
