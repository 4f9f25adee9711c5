// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmltext.h"

#include "exchange/xml/xmlbytes.h"

#include <QTest>

using namespace recoupe;

class TestXmlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndAttributesComeBackAsTheyWent_data();
    void textAndAttributesComeBackAsTheyWent();
    void whatIsIllegalGoes_data();
    void whatIsIllegalGoes();
};

void TestXmlText::textAndAttributesComeBackAsTheyWent_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"a", "<&>\"'", "]]>", "été 𝄞", "a\nb", "a\tb", "a\rb", "&amp;", "  a  "})
        QTest::newRow(text) << QByteArray(text);
}

void TestXmlText::textAndAttributesComeBackAsTheyWent()
{
    QFETCH(QByteArray, text);
    std::string xml = "<a";
    appendXmlAttribute(xml, "b", text.toStdString());
    xml += ">";
    appendXmlText(xml, text.toStdString());
    xml += "</a>";
    XmlTree tree;
    QVERIFY(readXmlBytes(QByteArray::fromStdString(xml), QStringLiteral("a"), tree).has_value());
    const std::string_view attribute = tree.root().attribute("b");
    QCOMPARE(QByteArray(attribute.data(), qsizetype(attribute.size())), text);
    const std::string_view content = (*tree.root().children().begin()).text();
    QCOMPARE(QByteArray(content.data(), qsizetype(content.size())), text);
}

void TestXmlText::whatIsIllegalGoes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("legal");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &legal) {
        QTest::newRow(name) << bytes << legal;
    };
    row("nothing", "<a>\xC3\xA9t\xC3\xA9\t\r\n&#233;&#x1D11E;</a>",
        "<a>\xC3\xA9t\xC3\xA9\t\r\n&#233;&#x1D11E;</a>");
    row("control",
        QByteArray("a\x00\x01\x1F"
                   "b",
                   5),
        "ab");
    row("no character",
        "a\xEF\xBF\xBE\xEF\xBF\xBF"
        "b",
        "ab");
    row("no UTF-8",
        "a\xFF\xC3(\xE2\x82"
        "b",
        "a(b");
    row("surrogate",
        "a\xED\xA0\x80"
        "b",
        "ab");
    row("by number", "a&#0;&#31;&#x1f;&#xD800;&#xFFFE;&#1114112;&#99999999999;b", "ab");
    row("delete is legal",
        "a\x7F"
        "b",
        "a\x7F"
        "b");
}

void TestXmlText::whatIsIllegalGoes()
{
    QFETCH(QByteArray, bytes);
    QTEST(withoutIllegalXml(bytes), "legal");
}

QTEST_APPLESS_MAIN(TestXmlText)
#include "tst_xmltext.moc"
