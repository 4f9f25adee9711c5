// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheomodel.h"
#include "exchange/offerfixture.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::test;

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString timesText(const QString &least, const QString &most)
{
    return QStringLiteral("[%1..%2]").arg(least, most);
}

//! What an element may be, in words that the model and the schema can both be put into.
struct Description
{
    QString content;
    QStringList attributes; //!< "name kind", sorted

    friend bool operator==(const Description &, const Description &) = default;
};

QString contentOf(const LheoElement &element)
{
    switch (element.content) {
    case LheoContent::Text:
    case LheoContent::Token:
        return QStringLiteral("string %1-%2").arg(element.minLength).arg(element.maxLength);
    case LheoContent::Code: {
        QStringList codes;
        for (const std::string_view code : element.codes)
            codes << textOf(code);
        codes.sort();
        return QStringLiteral("token ") + codes.join(u',');
    }
    case LheoContent::Whole: return QStringLiteral("long");
    case LheoContent::Date: return QStringLiteral("token 8-8 date");
    case LheoContent::Extras: return QStringLiteral("choice[0..unbounded] extras extra");
    case LheoContent::Anything: return QStringLiteral("anything");
    case LheoContent::Elements: break;
    }
    QString content = QStringLiteral("sequence");
    for (const LheoSlot &slot : element.slots) {
        content += u' ' + textOf(slot.element->name) +
                   timesText(QString::number(slot.least), slot.most == LheoSlot::unbounded
                                                              ? QStringLiteral("unbounded")
                                                              : QString::number(slot.most));
    }
    return content;
}

//! Reads the XSD, which has one form throughout: an element is of a type of its own, that extends
//! another of its own by attributes of its own.
class Schema
{
public:
    bool read(const QString &fileName)
    {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        QXmlStreamReader xml(&file);
        xml.readNextStartElement();
        while (xml.readNextStartElement())
            readDeclaration(xml);
        return !xml.hasError();
    }

    [[nodiscard]] const QStringList &elements() const { return m_elements; }
    [[nodiscard]] Description of(const QString &element) const
    {
        return {m_contents.value(element, QStringLiteral("anything")), m_attributes.value(element)};
    }

private:
    void readDeclaration(QXmlStreamReader &xml)
    {
        const QString kind = xml.name().toString();
        QString name = xml.attributes().value(QLatin1String("name")).toString();
        if (kind == u"element")
            m_elements << name;
        if (kind == u"attributeGroup") {
            m_attributes.insert(name.chopped(qsizetype(qstrlen("-attributes"))), attributesIn(xml));
        } else if (name.endsWith(QLatin1String("-subtype"))) {
            const QString content = kind == u"simpleType" ? restrictionIn(xml) : groupIn(xml);
            m_contents.insert(name.chopped(qsizetype(qstrlen("-subtype"))), content);
        } else {
            xml.skipCurrentElement();
        }
    }

    static QString value(const QXmlStreamReader &xml, const char *name)
    {
        return xml.attributes().value(QLatin1String(name)).toString();
    }

    static QStringList attributesIn(QXmlStreamReader &xml)
    {
        QStringList attributes;
        while (xml.readNextStartElement()) {
            attributes << value(xml, "name") + u' ' + value(xml, "type").section(u':', 1);
            if (xml.attributes().hasAttribute(QLatin1String("use")))
                attributes.last() += QStringLiteral(" needed");
            xml.skipCurrentElement();
        }
        attributes.sort();
        return attributes;
    }

    static QString restrictionIn(QXmlStreamReader &xml)
    {
        xml.readNextStartElement();
        const QString base = value(xml, "base").section(u':', 1);
        QString least = QStringLiteral("0");
        QString most;
        QStringList codes;
        bool isDate = false;
        while (xml.readNextStartElement()) {
            const QString facet = xml.name().toString();
            if (facet == u"minLength" || facet == u"length")
                least = value(xml, "value");
            if (facet == u"maxLength" || facet == u"length")
                most = value(xml, "value");
            if (facet == u"enumeration")
                codes << value(xml, "value");
            isDate |= facet == u"pattern" &&
                      value(xml, "value") == u"[0-9][0-9][0-9][0-9][019][0-9][01239][0-9]";
            xml.skipCurrentElement();
        }
        xml.skipCurrentElement();
        codes.sort();
        QString content = base;
        if (!codes.isEmpty())
            content += u' ' + codes.join(u',');
        if (!most.isEmpty())
            content += QStringLiteral(" %1-%2").arg(least, most);
        return isDate ? content + QStringLiteral(" date") : content;
    }

    static QString groupIn(QXmlStreamReader &xml)
    {
        xml.readNextStartElement();
        QString content = xml.name().toString();
        const bool isChoice = content == u"choice";
        if (isChoice)
            content += timesText(value(xml, "minOccurs"), value(xml, "maxOccurs"));
        while (xml.readNextStartElement()) {
            content += u' ' + value(xml, "ref").section(u':', 1);
            if (!isChoice)
                content += timesText(value(xml, "minOccurs"), value(xml, "maxOccurs"));
            xml.skipCurrentElement();
        }
        xml.skipCurrentElement();
        return content;
    }

    QStringList m_elements;
    QHash<QString, QString> m_contents;
    QHash<QString, QStringList> m_attributes;
};

QString kindText(LheoAttribute kind)
{
    switch (kind) {
    case LheoAttribute::Unknown: break;
    case LheoAttribute::Text: return QStringLiteral("string");
    case LheoAttribute::Id: return QStringLiteral("ID");
    case LheoAttribute::IdRef: return QStringLiteral("IDREF");
    case LheoAttribute::Time: return QStringLiteral("dateTime");
    case LheoAttribute::Uri: return QStringLiteral("anyURI");
    }
    return {};
}

} // namespace

class TestLheoModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knowsTheSameElements();
    void saysTheSameOfEach_data();
    void saysTheSameOfEach();

private:
    Schema m_schema;
};

void TestLheoModel::initTestCase()
{
    if (!QFile::exists(xsdFile))
        QSKIP("The LHEO 2.3 schema beside the project (shared/lheo/lheo-2.3.xsd) is not there.");
    QVERIFY(m_schema.read(xsdFile));
    QVERIFY(m_schema.elements().size() > 150);
}

void TestLheoModel::knowsTheSameElements()
{
    QStringList ours;
    for (const LheoElement &element : lheoElements())
        ours << textOf(element.name);
    QStringList theirs = m_schema.elements();
    ours.sort();
    theirs.sort();
    QCOMPARE(ours, theirs);
}

void TestLheoModel::saysTheSameOfEach_data()
{
    QTest::addColumn<QString>("name");
    for (const LheoElement &element : lheoElements())
        QTest::newRow(element.name.data()) << textOf(element.name);
}

void TestLheoModel::saysTheSameOfEach()
{
    QFETCH(QString, name);
    const LheoElement *element = lheoElement(name.toStdString());
    QVERIFY(element);
    const Description theirs = m_schema.of(name);
    QCOMPARE(contentOf(*element), theirs.content);
    QStringList attributes;
    for (const char *attribute :
         {"numero", "info", "ref", "tag", "id", "idref", "uri", "horodatage-creation",
          "horodatage-modification", "horodatage-export", "datemaj", "datecrea", "href", "file"}) {
        const LheoAttribute kind = lheoAttribute(*element, attribute);
        if (kind != LheoAttribute::Unknown)
            attributes << QString::fromLatin1(attribute) + u' ' + kindText(kind);
    }
    attributes.sort();
    QCOMPARE(attributes, theirs.attributes);
    QCOMPARE(lheoAttribute(*element, "class"), LheoAttribute::Unknown);
}

QTEST_APPLESS_MAIN(TestLheoModel)
#include "tst_lheomodel.moc"
