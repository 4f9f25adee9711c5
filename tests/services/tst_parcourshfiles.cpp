// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/parcourshfiles.h"

#include "exchange/offerfixture.h"
#include "exchange/tablefixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

const QString headings =
    QStringLiteral("Intitulé|N°\u00A0de session|Date de début|Date de fin|Lieu|Code postal|Ville|"
                   "Autres lieux|Organisme|État du recrutement");

OutgoingOffer sample()
{
    OutgoingOffer offer;
    offer.action.numero = QStringLiteral("03_F1");
    offer.action.title = QStringLiteral("Soudeur ; \"TIG\"");
    offer.action.mandataire.name = QStringLiteral("Durolle Industrie");
    TrainingSession session;
    session.key = {QStringLiteral("03_F1"), QStringLiteral("03_A1"), QStringLiteral("0017")};
    session.start = PartialDate(QDate(2027, 2, 8));
    session.end = PartialDate(QDate(2027, 6, 25));
    session.place = {QStringLiteral("Lycée"),
                     {QStringLiteral("1 rue Haute")},
                     QStringLiteral("03000"),
                     QStringLiteral("Moulins"),
                     {}};
    offer.sessions << OutgoingSession{session, RecruitmentState::Open, {}};
    return offer;
}

class WrittenFiles
{
    QTemporaryDir m_folder;

public:
    explicit WrittenFiles(const QList<OutgoingOffer> &offers)
        : written(writeOffers(openParcoursHFiles, {m_folder.path(), sampleMarks(), {}}, offers))
    {
    }

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }

    Written written;
};

QByteArray digestOf(const OutgoingOffer &offer)
{
    return WrittenFiles({offer}).written.sessions.first().digest;
}

} // namespace

class TestParcoursHFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesALineASession();
    void bothFilesSayTheSame();
    void datesAreDatesInTheWorkbook();
    void saysWhatIsKnownOfADate_data();
    void saysWhatIsKnownOfADate();
    void formulasAreNeutralised();
    void digestIsOfTheLine();
    void manyRowsComeInTheirOrder();
    void placeThatCannotBeWrittenIsNamed();
};

void TestParcoursHFiles::writesALineASession()
{
    OutgoingOffer offer = sample();
    OutgoingSession second = offer.sessions.first();
    second.session.key.session = QStringLiteral("0018");
    second.session.otherPlaces = {
        {QStringLiteral("Atelier"), {}, QStringLiteral("63300"), QStringLiteral("Thiers"), {}},
        {{}, {}, {}, QStringLiteral("Riom"), {}}};
    second.recruitment = RecruitmentState::Suspended;
    offer.sessions << second;
    const WrittenFiles files({offer});
    QVERIFY(files.written.files.has_value());
    QCOMPARE(*files.written.files,
             QStringList({QStringLiteral("parcours-h.csv"), QStringLiteral("parcours-h.xlsx")}));
    QCOMPARE(files.written.keys(),
             QStringList({QStringLiteral("03_F1/03_A1/0017"), QStringLiteral("03_F1/03_A1/0018")}));
    QVERIFY(files.written.remarks.leftOut.isEmpty());
    const QByteArray csv = bytesOf(files.path("parcours-h.csv"));
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(QString::fromUtf8(csv),
             QString(headings).replace(u'|', u';') +
                 QStringLiteral("\r\n\"Soudeur ; \"\"TIG\"\"\";\"=\"\"0017\"\"\";08/02/2027;"
                                "25/06/2027;Lycée, 1 rue Haute;\"=\"\"03000\"\"\";Moulins;;"
                                "Durolle Industrie;Ouvert\r\n"
                                "\"Soudeur ; \"\"TIG\"\"\";\"=\"\"0018\"\"\";08/02/2027;"
                                "25/06/2027;Lycée, 1 rue Haute;\"=\"\"03000\"\"\";Moulins;"
                                "\"Atelier, 63300 Thiers ; Riom\";Durolle Industrie;Suspendu\r\n"));
}

void TestParcoursHFiles::bothFilesSayTheSame()
{
    const QString demo = QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml");
    const WrittenFiles files(offersIn(demo));
    const Table csv = readTable(files.path("parcours-h.csv"));
    const Table workbook = readTable(files.path("parcours-h.xlsx"));
    QCOMPARE(workbook.error(), QString());
    static const QRegularExpression date(QStringLiteral("(\\d{2})/(\\d{2})/(\\d{4})"));
    QStringList expected = csv.rows;
    expected.replaceInStrings(date, QStringLiteral("\\3-\\2-\\1"));
    QCOMPARE(workbook.rows, expected);
    QCOMPARE(csv.rows.size(), files.written.sessions.size() + 1);
    QVERIFY(files.written.sessions.size() > 50);
}

void TestParcoursHFiles::datesAreDatesInTheWorkbook()
{
    const WrittenFiles files({sample()});
    const Table workbook = readTable(files.path("parcours-h.xlsx"));
    QCOMPARE(workbook.rows.value(0), QStringLiteral("1:") + headings);
    // The reader writes a day so only where the cell holds a number with the format of a day; what
    // was written as a text comes back as it is.
    QCOMPARE(workbook.rows.value(1).section(u'|', 2, 5),
             QStringLiteral("2027-02-08|2027-06-25|Lycée, 1 rue Haute|03000"));
}

void TestParcoursHFiles::saysWhatIsKnownOfADate_data()
{
    QTest::addColumn<QString>("lheo");
    QTest::addColumn<QString>("cell");
    QTest::newRow("month") << QStringLiteral("20270900") << QStringLiteral("septembre 2027");
    QTest::newRow("year") << QStringLiteral("20270000") << QStringLiteral("année 2027");
    QTest::newRow("unknown") << QStringLiteral("99999999") << QString();
    QTest::newRow("before spreadsheets")
        << QStringLiteral("18000101") << QStringLiteral("01/01/1800");
}

void TestParcoursHFiles::saysWhatIsKnownOfADate()
{
    QFETCH(QString, lheo);
    QFETCH(QString, cell);
    OutgoingOffer offer = sample();
    offer.sessions.first().session.start = *PartialDate::fromLheo(lheo);
    const WrittenFiles files({offer});
    for (const char *name : {"parcours-h.csv", "parcours-h.xlsx"})
        QCOMPARE(readTable(files.path(name)).rows.value(1).section(u'|', 2, 2), cell);
}

void TestParcoursHFiles::formulasAreNeutralised()
{
    OutgoingOffer offer = sample();
    offer.action.title = QStringLiteral("=HYPERLINK(\"http://a\")");
    offer.sessions.first().session.place.city = QStringLiteral("Riom\n@x");
    const WrittenFiles files({offer});
    const QByteArray csv = bytesOf(files.path("parcours-h.csv"));
    QVERIFY2(csv.contains("\"'=HYPERLINK(\"\"http://a\"\")\""), csv.constData());
    QVERIFY(csv.contains(";Riom @x;"));
}

void TestParcoursHFiles::digestIsOfTheLine()
{
    const QByteArray first = digestOf(sample());
    QCOMPARE(first.size(), 20);
    QCOMPARE(digestOf(sample()), first);
    OutgoingOffer other = sample();
    other.sessions.first().recruitment = RecruitmentState::Closed;
    QVERIFY(digestOf(other) != first);
    other = sample();
    other.action.objective = QStringLiteral("Souder"); // not in the line
    other.sessions.first().source = "<action/>";
    QCOMPARE(digestOf(other), first);
}

void TestParcoursHFiles::manyRowsComeInTheirOrder()
{
    constexpr int count = 5000;
    QList<OutgoingOffer> offers;
    for (int i = 0; i < count; ++i) {
        OutgoingOffer offer = sample();
        offer.sessions.first().session.key.session = QStringLiteral("S%1").arg(i);
        offers << offer;
    }
    const WrittenFiles files(offers);
    for (const char *name : {"parcours-h.csv", "parcours-h.xlsx"}) {
        const QStringList rows = readTable(files.path(name)).rows;
        QCOMPARE(rows.size(), count + 1);
        for (int i = 0; i < count; ++i)
            QCOMPARE(rows.at(i + 1).section(u'|', 1, 1), QStringLiteral("S%1").arg(i));
    }
}

void TestParcoursHFiles::placeThatCannotBeWrittenIsNamed()
{
    const QTemporaryDir folder;
    const Written written =
        writeOffers(openParcoursHFiles,
                    {folder.filePath(QStringLiteral("absent")), sampleMarks(), {}}, {sample()});
    QCOMPARE(written.files.error().code, ErrorCode::FileUnwritable);
    QVERIFY(written.files.error().message.contains(QStringLiteral("parcours-h.csv")));
}

QTEST_GUILESS_MAIN(TestParcoursHFiles)
#include "tst_parcourshfiles.moc"
