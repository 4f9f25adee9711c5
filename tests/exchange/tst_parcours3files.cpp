// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/offerfixture.h"
#include "exchange/partners/offerfilenames.h"
#include "exchange/xml/xmlbytes.h"

#include <QDirIterator>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::test;

namespace {

//! The files of Parcours 3 of some offers, in a folder of their own.
class WrittenFiles
{
    QTemporaryDir m_folder;

public:
    explicit WrittenFiles(const QList<OutgoingOffer> &offers, const QString &offersUrl = {})
        : written(writeOffers(
              [offersUrl](const OfferWriting &writing) {
                  return openParcours3Files(writing, offersUrl);
              },
              {m_folder.path(), sampleMarks(), QFile::exists(xsdFile) ? xsdFile : QString()},
              offers))
    {
    }

    [[nodiscard]] QStringList files() const { return written.files.value_or(QStringList()); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const { return bytesOf(path(name)); }
    [[nodiscard]] QByteArray index() const { return content(QStringLiteral("index.xml")); }

    //! All that is in the folder.
    [[nodiscard]] QStringList filesOnDisk() const
    {
        QStringList names;
        QDirIterator found(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            names << QDir(m_folder.path()).relativeFilePath(found.next());
        names.sort();
        return names;
    }

    //! What the independent judge says of all of them.
    [[nodiscard]] QString complaint() const
    {
        if (!QFile::exists(xsdFile) || !hasXmllint())
            return {};
        QStringList paths;
        for (const QString &name : files())
            paths << path(name);
        return xmllintComplaint(paths);
    }

    Written written;
};

OutgoingOffer offerCalled(const QString &numero)
{
    OutgoingOffer offer = offersOfContent(feed(validFormation())).first();
    offer.action.numero = numero;
    offer.source.replace("\"F1\"", '"' + numero.toHtmlEscaped().toUtf8() + '"');
    for (OutgoingSession &session : offer.sessions)
        session.session.key.formation = numero;
    return offer;
}

//! The attributes `file` of the index, in their order.
QStringList addressesIn(const QByteArray &index)
{
    XmlTree tree;
    QStringList addresses;
    if (!readXmlBytes(index, QStringLiteral("index"), tree))
        return addresses;
    for (const XmlElement &resume : tree.root().child("resumes-offres").children())
        addresses << QString::fromStdString(std::string(resume.attribute("file")));
    return addresses;
}

} // namespace

class TestParcours3Files : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexNamesAFilePerOffer();
    void indexTellsWhatIsSearchedFor();
    void addressesStandUnderTheUrl_data();
    void addressesStandUnderTheUrl();
    void allFilesBearTheSameMarks();
    void hostileNumerosGetSafeNames_data();
    void hostileNumerosGetSafeNames();
    void namesNeverMeet();
    void assessmentsStayAway();
    void placeIsThatOfTheTrainingElseOfEnrolment();
    void actionWithoutADepartementIsLeftOut();
    void demonstrationIsValid();
    void noOfferMakesAnEmptyIndex();
};

void TestParcours3Files::indexNamesAFilePerOffer()
{
    const WrittenFiles files(
        {offerCalled(QStringLiteral("03_F1")), offerCalled(QStringLiteral("03_F2"))});
    QVERIFY(files.written.files.has_value());
    QCOMPARE(files.files(),
             QStringList({QStringLiteral("offres/03_F1.xml"), QStringLiteral("offres/03_F2.xml"),
                          QStringLiteral("index.xml")}));
    QCOMPARE(files.filesOnDisk(),
             QStringList({QStringLiteral("index.xml"), QStringLiteral("offres/03_F1.xml"),
                          QStringLiteral("offres/03_F2.xml")}));
    // Each LHEO action has a place of its own, and so a line of its own.
    QCOMPARE(addressesIn(files.index()),
             QStringList({QStringLiteral("offres/03_F1.xml"), QStringLiteral("offres/03_F1.xml"),
                          QStringLiteral("offres/03_F2.xml"), QStringLiteral("offres/03_F2.xml")}));
    QCOMPARE(files.complaint(), QString());
    QCOMPARE(files.written.keys().size(), 6);
    RecordingSink sink;
    QVERIFY(readLheo(files.path(QStringLiteral("offres/03_F2.xml")), sink).has_value());
    QCOMPARE(sink.sessions.size(), 3);
}

void TestParcours3Files::indexTellsWhatIsSearchedFor()
{
    const WrittenFiles files({offerCalled(QStringLiteral("F1"))});
    const QByteArray index = files.index();
    const qsizetype begin = index.indexOf("<resume-offre ");
    const QByteArray first = index.mid(begin, index.indexOf("</resume-offre>") - begin);
    const QByteArray address = "<adresse><ligne>1 rue Haute</ligne><codepostal>63300</codepostal>"
                               "<ville>Thiers</ville></adresse>";
    const auto session = [&address](const QByteArray &numero, const QByteArray &start,
                                    const QByteArray &state) {
        return "<session numero=\"" + numero + "\" datemaj=\"20261106\"><periode><debut>" + start +
               "</debut><fin>20270625</fin></periode><adresse-inscription>" + address +
               "</adresse-inscription>" + state + "</session>";
    };
    QCOMPARE(first,
             "<resume-offre numero=\"F1\" ref=\"A1\" file=\"offres/F1.xml\" datemaj=\"20261106\">"
             "<domaine-formation><code-FORMACODE ref=\"V14\">23026</code-FORMACODE>"
             "</domaine-formation><intitule-formation>Soudeur &amp; tuyauteur</intitule-formation>"
             "<nom-organisme>Durolle Industrie</nom-organisme><SIRET>99990010300022</SIRET>"
             "<codepostal>63300</codepostal><ville>Thiers</ville><departement>63</departement>"
             "<certifiante>1</certifiante><code-niveau-entree>1</code-niveau-entree>"
             "<prise-en-charge-frais-possible>1</prise-en-charge-frais-possible>"
             "<modalites-enseignement>0</modalites-enseignement>"
             "<code-public-vise ref=\"V14\">80006</code-public-vise>"
             "<nombre-heures-total>400</nombre-heures-total>" +
                 session("S1", "20270208", "<etat-recrutement>1</etat-recrutement>") +
                 session("S2", "20270301", {}) +
                 "<contact-formation-resume><nom>Sauzedde</nom><telfixe>"
                 "<numtel>04 65 71 41 10</numtel></telfixe></contact-formation-resume>");
}

void TestParcours3Files::addressesStandUnderTheUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("address");
    QTest::newRow("none") << QString() << QStringLiteral("offres/F1.xml");
    QTest::newRow("with a slash") << QStringLiteral("https://carif.example.org/p3/")
                                  << QStringLiteral("https://carif.example.org/p3/offres/F1.xml");
    QTest::newRow("without one") << QStringLiteral("https://carif.example.org/p3")
                                 << QStringLiteral("https://carif.example.org/p3/offres/F1.xml");
    QTest::newRow("with signs") << QStringLiteral("https://carif.example.org/p?a=1&b=\"2\"/")
                                << QStringLiteral(
                                       "https://carif.example.org/p?a=1&b=\"2\"/offres/F1.xml");
}

void TestParcours3Files::addressesStandUnderTheUrl()
{
    QFETCH(QString, url);
    const WrittenFiles files({offerCalled(QStringLiteral("F1"))}, url);
    QTEST(addressesIn(files.index()).value(0), "address");
    QCOMPARE(files.complaint(), QString());
}

void TestParcours3Files::allFilesBearTheSameMarks()
{
    const WrittenFiles files({offerCalled(QStringLiteral("F1"))});
    const QByteArray marks = "<extras info=\"FLUX-CARIF\"><extra info=\"numero-CARIF\">03</extra>"
                             "<extra info=\"region\">84</extra>"
                             "<extra info=\"email-CARIF\">offre@carif.example.org</extra>"
                             "<extra info=\"date-export\">20261123</extra>"
                             "<extra info=\"heure-export\">063005</extra></extras>\n";
    QVERIFY(files.index().endsWith("</resumes-offres>\n" + marks + "</lheo-index>\n"));
    QVERIFY(files.content(QStringLiteral("offres/F1.xml"))
                .endsWith("</offres>\n" + marks + "</lheo>\n"));
}

void TestParcours3Files::hostileNumerosGetSafeNames_data()
{
    QTest::addColumn<QString>("numero");
    for (const char *numero : {"../../etc/passwd",
                               "a/b",
                               "a\\b",
                               "C:\\x",
                               "a:b",
                               "CON",
                               "nul",
                               "Com1",
                               "LPT9",
                               "fin.",
                               "..",
                               ".",
                               " ",
                               "a b",
                               "é",
                               "a?b",
                               "a*b",
                               "<a>",
                               "a&b",
                               "a\"b",
                               "a|b",
                               "%2e%2e",
                               "~"})
        QTest::newRow(numero) << QString::fromUtf8(numero);
    QTest::newRow("long") << QStringLiteral("x").repeated(400);
    QTest::newRow("line break") << QStringLiteral("a\nb");
}

void TestParcours3Files::hostileNumerosGetSafeNames()
{
    QFETCH(QString, numero);
    const WrittenFiles files({offerCalled(numero)});
    QVERIFY2(files.written.files.has_value(),
             files.written.files ? "" : qPrintable(files.written.files.error().message));
    const QString name = files.files().first();
    static const QRegularExpression safe(
        QStringLiteral("^offres/[A-Za-z0-9_-]{1,120}-[0-9a-f]{8}\\.xml$"));
    QVERIFY2(safe.match(name).hasMatch(), qPrintable(name));
    QCOMPARE(files.filesOnDisk(), QStringList({QStringLiteral("index.xml"), name}));
    QCOMPARE(addressesIn(files.index()).first(), name);
    QCOMPARE(files.complaint(), QString());
    // The same at the next export.
    QCOMPARE(WrittenFiles({offerCalled(numero)}).files().first(), name);
}

void TestParcours3Files::namesNeverMeet()
{
    OfferFileNames names;
    QSet<QString> taken;
    const QStringList numeros{QStringLiteral("ab"),
                              QStringLiteral("AB"),
                              QStringLiteral("aB"),
                              QStringLiteral("ab"),
                              QStringLiteral("a/b"),
                              QStringLiteral("a:b"),
                              QStringLiteral("A/B"),
                              QStringLiteral("a/b"),
                              QStringLiteral("a/b"),
                              QString(),
                              QString()};
    for (const QString &numero : numeros)
        taken << names.take(numero).toLower();
    QCOMPARE(taken.size(), numeros.size());
    QCOMPARE(OfferFileNames().take(QStringLiteral("03_AF_0000012337")),
             QStringLiteral("03_AF_0000012337.xml"));
}

void TestParcours3Files::assessmentsStayAway()
{
    const WrittenFiles files({offerCalled(QStringLiteral("F1"))});
    for (const QString &name : files.files())
        QVERIFY(!files.content(name).contains("bilan"));
}

void TestParcours3Files::placeIsThatOfTheTrainingElseOfEnrolment()
{
    OutgoingOffer offer = offerCalled(QStringLiteral("F1"));
    for (OutgoingSession &session : offer.sessions) {
        session.source.replace("<lieu-de-formation><coordonnees><adresse><ligne>1 rue Haute</ligne>"
                               "<codepostal>63300</codepostal><ville>Thiers</ville></adresse>"
                               "</coordonnees></lieu-de-formation>",
                               "<lieu-de-formation><coordonnees><nom>ailleurs</nom></coordonnees>"
                               "</lieu-de-formation>");
        session.source.replace("<codepostal>63300</codepostal><ville>Thiers</ville>",
                               "<codepostal>03000</codepostal><ville>Moulins</ville>"
                               "<departement>03</departement><region>84</region>");
    }
    const WrittenFiles files({offer});
    QVERIFY(files.index().contains("<codepostal>03000</codepostal><ville>Moulins</ville>"
                                   "<departement>03</departement><region>84</region>"
                                   "<certifiante>"));
    QCOMPARE(files.complaint(), QString());
}

void TestParcours3Files::actionWithoutADepartementIsLeftOut()
{
    OutgoingOffer offer = offerCalled(QStringLiteral("F1"));
    offer.sessions[2].source.replace("63300", "-----");
    const WrittenFiles files({offer});
    QCOMPARE(files.written.keys(),
             QStringList({QStringLiteral("F1/A1/S1"), QStringLiteral("F1/A1/S2")}));
    QCOMPARE(files.written.remarks.leftOut.size(), 1);
    const Rejection rejection = files.written.remarks.leftOut.first();
    QCOMPARE(rejection.file, QStringLiteral("offres/F1.xml"));
    QCOMPARE(rejection.record, QStringLiteral("session S3 (formation F1, action A2)"));
    QCOMPARE(rejection.field, QStringLiteral("resume-offre/departement"));
    QVERIFY(!files.content(QStringLiteral("offres/F1.xml")).contains("\"S3\""));
    QCOMPARE(addressesIn(files.index()).size(), 1);
    QCOMPARE(files.complaint(), QString());
}

void TestParcours3Files::demonstrationIsValid()
{
    const QList<OutgoingOffer> offers =
        offersIn(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml"));
    const WrittenFiles files(offers, QStringLiteral("https://carif.example.org/"));
    QVERIFY(files.written.files.has_value());
    QCOMPARE(files.files().size(), offers.size() + 1);
    QCOMPARE(files.written.remarks.leftOut.size(), 0);
    QCOMPARE(files.written.remarks.altered.size(), 0);
    QCOMPARE(files.complaint(), QString());
}

void TestParcours3Files::noOfferMakesAnEmptyIndex()
{
    const WrittenFiles files({});
    QCOMPARE(files.files(), QStringList{QStringLiteral("index.xml")});
    QCOMPARE(files.complaint(), QString());
}

QTEST_GUILESS_MAIN(TestParcours3Files)
#include "tst_parcours3files.moc"
