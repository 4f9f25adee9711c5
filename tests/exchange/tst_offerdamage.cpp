// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever becomes of the sources of offers: what goes out is valid, and of each session it is
// known whether it went. Thousands of damaged offers, the same at every run.
#include "exchange/lheo/lheomodel.h"
#include "exchange/lheo/lheonames.h"
#include "exchange/lheo/lheoschema.h"
#include "exchange/offerfixture.h"
#include "support/generator/random.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::test;

namespace {

constexpr int filesPerTest = 60;
constexpr int offersPerFile = 60;
constexpr qsizetype mostNodes = 2000;

//! An element with what stands in it; one without a name is a text.
struct Node
{
    QString name;
    QString text;
    QList<std::pair<QString, QString>> attributes;
    QList<Node> children;
};

Node read(QXmlStreamReader &xml)
{
    Node node{xml.name().toString(), {}, {}, {}};
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        node.attributes.append({attribute.name().toString(), attribute.value().toString()});
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement())
            node.children << read(xml);
        else if (xml.isCharacters())
            node.children << Node{{}, xml.text().toString(), {}, {}};
        else if (xml.isEndElement())
            break;
    }
    return node;
}

void write(const Node &node, QXmlStreamWriter &xml)
{
    if (node.name.isEmpty()) {
        xml.writeCharacters(node.text);
        return;
    }
    xml.writeStartElement(node.name);
    QStringList seen;
    for (const auto &[name, value] : node.attributes) {
        if (!seen.contains(name))
            xml.writeAttribute(name, value);
        seen << name;
    }
    for (const Node &child : node.children)
        write(child, xml);
    xml.writeEndElement();
}

//! With nothing shared: put somewhere within the original, it would otherwise hold itself.
Node deepCopy(const Node &node)
{
    Node copy{node.name, node.text, node.attributes, {}};
    for (const Node &child : node.children)
        copy.children << deepCopy(child);
    return copy;
}

//! All that stands in a node, and itself.
void collect(Node &node, QList<Node *> &nodes)
{
    nodes << &node;
    for (Node &child : node.children)
        collect(child, nodes);
}

//! Damages the sources of records in every way that came to mind.
class Damage
{
public:
    explicit Damage(quint64 seed)
        : m_random(seed)
    {
    }

    Random &random() { return m_random; }

    void damage(QByteArray &source)
    {
        if (m_random.chance(3))
            return damageBytes(source);
        QXmlStreamReader reader(source);
        reader.readNextStartElement();
        Node root = read(reader);
        for (int count = m_random.between(1, 5); count > 0; --count)
            damageNode(root);
        QByteArray out;
        QXmlStreamWriter writer(&out);
        write(root, writer);
        source = out;
    }

private:
    void damageBytes(QByteArray &source)
    {
        const qsizetype at = m_random.below(source.size());
        switch (m_random.below(4)) {
        case 0: source.truncate(at); break;
        case 1: source[at] = char(m_random.below(256)); break;
        case 2: source.insert(at, '\x02'); break;
        default: source.remove(at, m_random.below(40)); break;
        }
    }

    void damageNode(Node &root)
    {
        QList<Node *> nodes;
        collect(root, nodes);
        if (nodes.size() > mostNodes) // what repeats repetitions knows no end
            return;
        Node &node = *nodes.at(m_random.below(nodes.size()));
        switch (m_random.below(12)) {
        case 0: dropChild(node); break;
        case 1: repeatChild(node); break;
        case 2: std::ranges::reverse(node.children); break;
        case 3: node.children << deepCopy(*nodes.at(m_random.below(nodes.size()))); break;
        case 4: renameOne(node, root); break;
        case 5: node.attributes.append({attributeName(), textOf(m_random.below(9))}); break;
        case 6:
            node.children.insert(placeIn(node), Node{{}, textOf(m_random.below(9)), {}, {}});
            break;
        case 7: node.children.insert(placeIn(node), {elementName(), {}, {}, {}}); break;
        case 8: node.children = {Node{{}, textOf(m_random.below(9)), {}, {}}}; break;
        case 9: node.children << extras(nodes); break;
        case 10: node.children.clear(); break;
        default: setText(nodes); break;
        }
    }

    qsizetype placeIn(const Node &node) { return m_random.below(node.children.size() + 1); }

    void dropChild(Node &node)
    {
        if (!node.children.isEmpty())
            node.children.removeAt(m_random.below(node.children.size()));
    }

    void repeatChild(Node &node)
    {
        if (node.children.isEmpty())
            return;
        const Node child = node.children.at(m_random.below(node.children.size()));
        for (int count = m_random.between(1, 30); count > 0; --count)
            node.children.insert(placeIn(node), child);
    }

    void renameOne(Node &node, const Node &root)
    {
        if (&node != &root && !node.name.isEmpty())
            node.name = elementName();
    }

    // Texts are what most often is wrong.
    void setText(const QList<Node *> &nodes)
    {
        QList<Node *> texts;
        std::ranges::copy_if(nodes, std::back_inserter(texts),
                             [](const Node *node) { return node->name.isEmpty(); });
        if (!texts.isEmpty())
            texts.at(m_random.below(texts.size()))->text = textOf(m_random.below(9));
    }

    Node extras(const QList<Node *> &nodes)
    {
        Node extra{QStringLiteral("extra"), {}, {{QStringLiteral("info"), textOf(2)}}, {}};
        extra.children << deepCopy(*nodes.at(m_random.below(nodes.size())));
        const QString name = m_random.chance(80) ? QStringLiteral("extras") : elementName();
        return {name, {}, {{QStringLiteral("info"), QStringLiteral("bilans")}}, {extra}};
    }

    QString elementName()
    {
        const auto elements = lheoElements();
        if (m_random.chance(15))
            return QStringLiteral("inconnu");
        const std::string_view name =
            elements[std::size_t(m_random.below(qsizetype(elements.size())))].name;
        return QString::fromLatin1(name.data(), qsizetype(name.size()));
    }

    QString attributeName()
    {
        static const QStringList names{QStringLiteral("numero"),
                                       QStringLiteral("info"),
                                       QStringLiteral("id"),
                                       QStringLiteral("idref"),
                                       QStringLiteral("uri"),
                                       QStringLiteral("horodatage-export"),
                                       QStringLiteral("horodatage-creation"),
                                       QStringLiteral("datemaj"),
                                       QStringLiteral("href"),
                                       QStringLiteral("class"),
                                       QStringLiteral("tag")};
        return m_random.pick(names);
    }

    QString textOf(int kind)
    {
        switch (kind) {
        case 0: return {};
        case 1: return QStringLiteral("  \n ");
        case 2: return QString::number(m_random.below(25));
        case 3: return QStringLiteral("a%1").arg(m_random.below(5));
        case 4: return QStringLiteral("mot ").repeated(m_random.below(1200));
        case 5: return QStringLiteral("𝄞é").repeated(m_random.below(200));
        case 6: return QStringLiteral("x").repeated(m_random.below(60));
        case 7: return QStringLiteral("2027-0%1-31").arg(m_random.below(10));
        default: return QStringLiteral("<&>\"']]>\t\r\n");
        }
    }

    Random m_random;
};

QList<OutgoingOffer> soundOffers()
{
    QList<OutgoingOffer> offers =
        offersIn(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml"));
    const QString example = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/exemple-2.3.xml");
    if (QFile::exists(example))
        offers += offersIn(example);
    return offers + offersOfContent(feed(validFormation()));
}

//! Offers of which most sources are damaged; each has a numero of its own.
QList<OutgoingOffer> damagedOffers(const QList<OutgoingOffer> &sound, Damage &damage)
{
    QList<OutgoingOffer> offers;
    for (int i = 0; i < offersPerFile; ++i) {
        OutgoingOffer offer = damage.random().pick(sound);
        offer.action.numero = QString::number(i);
        if (damage.random().chance(50))
            damage.damage(offer.source);
        for (OutgoingSession &session : offer.sessions) {
            session.session.key.formation = offer.action.numero;
            session.recruitment = RecruitmentState(damage.random().below(4));
            if (damage.random().chance(50))
                damage.damage(session.source);
        }
        offers << offer;
    }
    return offers;
}

//! Which sessions are neither written nor left out, or both.
QStringList unaccounted(const QList<OutgoingOffer> &offers, const Written &written)
{
    QStringList accounts;
    for (const WrittenSession &session : written.sessions)
        accounts << nameOfSession(session.key);
    for (const Rejection &rejection : written.remarks.leftOut)
        accounts << rejection.record;
    QStringList wrong;
    for (const OutgoingOffer &offer : offers) {
        for (const OutgoingSession &session : offer.sessions) {
            const QString name = nameOfSession(session.session.key);
            if (accounts.count(name) != 1)
                wrong << name;
        }
    }
    return wrong;
}

bool isWellFormed(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd())
        xml.readNext();
    return !xml.hasError();
}

} // namespace

class TestOfferDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damagedOffersMakeValidFiles_data();
    void damagedOffersMakeValidFiles();
    void damagedOffersMakeAValidIndex();
    void schemaFindsNothingThatWeDidNot();

private:
    QList<OutgoingOffer> m_sound;
    std::unique_ptr<XmlSchema> m_schema; // null where it is not there
};

void TestOfferDamage::initTestCase()
{
    m_sound = soundOffers();
    if (QFile::exists(xsdFile)) {
        auto schema = loadLheoSchema(xsdFile);
        QVERIFY(schema.has_value());
        m_schema = *std::move(schema);
    }
}

void TestOfferDamage::damagedOffersMakeValidFiles_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= filesPerTest; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void TestOfferDamage::damagedOffersMakeValidFiles()
{
    QFETCH(int, seed);
    Damage damage{quint64(seed)};
    const QList<OutgoingOffer> offers = damagedOffers(m_sound, damage);
    const Assessments assessments = seed % 2 ? Assessments::LeftAway : Assessments::Kept;
    const WrittenLheo lheo(offers, assessments); // our own checks alone
    QVERIFY2(lheo.written.files.has_value(), "nothing was left to write");
    QCOMPARE(unaccounted(offers, lheo.written), QStringList());
    QVERIFY(isWellFormed(lheo.path()));
    if (assessments == Assessments::LeftAway)
        QVERIFY(!lheo.xml().contains("info=\"bilan"));
    RecordingSink sink;
    const Result<> read = readLheo(lheo.path(), sink);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    if (!m_schema)
        return;
    const auto violation = m_schema->violationInFile(lheo.path());
    QVERIFY(violation.has_value());
    QCOMPARE(violation->value_or(XmlViolation()).reason, QString());
    if (hasXmllint())
        QCOMPARE(xmllintComplaint({lheo.path()}), QString());
}

void TestOfferDamage::damagedOffersMakeAValidIndex()
{
    Damage damage{1000};
    const QList<OutgoingOffer> offers = damagedOffers(m_sound, damage);
    const QTemporaryDir folder;
    const Written written =
        writeOffers([](const OfferWriting &writing) { return openParcours3Files(writing, {}); },
                    {folder.path(), sampleMarks(), {}}, offers);
    QVERIFY(written.files.has_value());
    QCOMPARE(unaccounted(offers, written), QStringList());
    QStringList paths;
    for (const QString &name : *written.files) {
        paths << folder.filePath(name);
        QVERIFY(isWellFormed(paths.last()));
    }
    if (m_schema && hasXmllint())
        QCOMPARE(xmllintComplaint(paths), QString());
}

void TestOfferDamage::schemaFindsNothingThatWeDidNot()
{
    if (!m_schema)
        QSKIP("The LHEO 2.3 schema beside the project (shared/lheo/lheo-2.3.xsd) is not there.");
    Damage damage{2000};
    const QList<OutgoingOffer> offers = damagedOffers(m_sound, damage);
    const WrittenLheo ours(offers);
    const WrittenLheo judged(offers, Assessments::Kept, xsdFile);
    QCOMPARE(judged.xml(), ours.xml());
    QCOMPARE(judged.written.remarks.leftOut, ours.written.remarks.leftOut);
    QVERIFY(!judged.written.remarks.leftOut.isEmpty());
}

QTEST_GUILESS_MAIN(TestOfferDamage)
#include "tst_offerdamage.moc"
