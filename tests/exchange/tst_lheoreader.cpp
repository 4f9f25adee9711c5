// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"

using namespace recoupe;
using namespace recoupe::test;

class TestLheoReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsTheDialectsInUse_data();
    void acceptsTheDialectsInUse();
    void refusesWhatIsNotAnOffer_data();
    void refusesWhatIsNotAnOffer();
    void handsTheActionBeforeItsSessions();
    void readsCompressedFilesAndTellsProgress();
    void stopsWhenAskedTo();
    void handsOnTheFailureOfTheSink();
    void saysWhenThereIsNothing();

    void rejectsRecordsAndKeepsTheRest_data();
    void rejectsRecordsAndKeepsTheRest();
    void rejectsAFormationWithItsSessions();
    void ignoresARepeatedRecord();
    void rejectsAContradictoryRecord();
    void rejectsAContradictoryFormationWithItsSessions();
    void rejectsEverySessionOfABadAction();
    void countsWhatItTolerates();
    void refusesADisproportionateRecord();
};

void TestLheoReader::acceptsTheDialectsInUse_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("warnings");
    const QByteArray body = "<offres>" +
                            formation("<action numero=\"A1\"><session numero=\"S1\"/></action>") +
                            "</offres>";
    const auto lheo = [&body](const QByteArray &space) {
        return "<lheo xmlns=\"" + space + "\">" + body + "</lheo>";
    };
    QTest::newRow("2.3") << lheo("http://lheo.gouv.fr/2.3") << 0;
    QTest::newRow("2.2") << lheo("http://www.lheo.org/2.2") << 0;
    QTest::newRow("2.0") << lheo("http://www.lheo.org/2.0") << 1;
    QTest::newRow("no namespace") << "<lheo>" + body + "</lheo>" << 1;
    QTest::newRow("any prefix")
        << "<x:lheo xmlns:x=\"http://lheo.gouv.fr/2.3\">" +
               QByteArray(body).replace("</", "<_").replace("<", "<x:").replace("<x:_", "</x:") +
               "</x:lheo>"
        << 0;
    QTest::newRow("lheo-plus") << "<lheo-plus xmlns=\"http://www.lheo.org/2.2\"><lheo>" + body +
                                      "</lheo><organismes/></lheo-plus>"
                               << 0;
}

void TestLheoReader::acceptsTheDialectsInUse()
{
    QFETCH(QByteArray, content);
    RecordingSink sink;
    const Result<> read = readContent(content, sink);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(sink.sessions.size(), 1);
    QCOMPARE(sink.sessions[0].session.key,
             (SessionKey{QStringLiteral("F1"), QStringLiteral("A1"), QStringLiteral("S1")}));
    QTEST(int(sink.warnings.size()), "warnings");
}

void TestLheoReader::refusesWhatIsNotAnOffer_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("index") << QByteArray("<lheo-index xmlns=\"http://lheo.gouv.fr/2.3\"/>")
                           << QStringLiteral("index");
    QTest::newRow("EDOF") << QByteArray(
                                 "<lheo xmlns=\"https://www.of.moncompteformation.gouv.fr\"/>")
                          << QStringLiteral("EDOF");
    QTest::newRow("1.3.0") << QByteArray("<lheo xmlns=\"http://www.lheo.org/1.3.0\"/>")
                           << QStringLiteral("1.3");
    QTest::newRow("offre-formation") << QByteArray("<offre-formation/>") << QStringLiteral("1.3");
    QTest::newRow("another namespace")
        << QByteArray("<lheo xmlns=\"urn:x\"/>") << QStringLiteral("urn:x");
    QTest::newRow("another language")
        << QByteArray("<html><body/></html>") << QStringLiteral("html");
    QTest::newRow("not XML") << QByteArray("financeur;lot") << QStringLiteral("XML");
}

void TestLheoReader::refusesWhatIsNotAnOffer()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    RecordingSink sink;
    const Result<> read = readContent(content, sink);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::NotTheFormat);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    QCOMPARE(read.error().where.line, 1);
}

void TestLheoReader::handsTheActionBeforeItsSessions()
{
    RecordingSink sink;
    QVERIFY(readContent(feed("<formation numero=\"F1\"><action numero=\"A1\">"
                             "<session numero=\"S1\"/><session numero=\"S2\"/></action>"
                             "<action numero=\"A2\"><session numero=\"S1\"/></action></formation>"
                             "<formation numero=\"F2\"/>"),
                        sink)
                .has_value());
    QCOMPARE(sink.order.join(u' '), QStringLiteral("aF1 sS1 sS2 sS1 aF2"));
    QCOMPARE(sink.sessions.at(2).session.key.action, QStringLiteral("A2"));
    QCOMPARE(sink.actions.at(0).line, 2);
}

void TestLheoReader::readsCompressedFilesAndTellsProgress()
{
    RecordingSink sink;
    const QByteArray stored = gzipped(feedOf({}));
    QVERIFY(readContent(stored, sink, QStringLiteral("flux.xml.gz")).has_value());
    QCOMPARE(sink.sessions.size(), 1);
    QCOMPARE(sink.lastRead, stored.size());
    QCOMPARE(sink.total, stored.size());
}

void TestLheoReader::stopsWhenAskedTo()
{
    RecordingSink sink;
    sink.isCancelled = true;
    const Result<> read = readContent(feedOf({}), sink);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
}

void TestLheoReader::handsOnTheFailureOfTheSink()
{
    RecordingSink sink;
    sink.refusal = fail(ErrorCode::DatabaseFailed, QStringLiteral("disque plein"));
    const Result<> read = readContent(feedOf({}), sink);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::DatabaseFailed);
    QCOMPARE(sink.sessions.size(), 0);
}

void TestLheoReader::saysWhenThereIsNothing()
{
    RecordingSink sink;
    QVERIFY(readContent(feed({}), sink).has_value());
    QCOMPARE(sink.warnings.size(), 1);
    QVERIFY(sink.warnings[0].contains(QStringLiteral("aucune formation")));
}

void TestLheoReader::rejectsRecordsAndKeepsTheRest_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto action = [](const QByteArray &inside) {
        return "<action numero=\"A2\">\n" + inside + "</action>";
    };
    QTest::newRow("session without numero")
        << action("<session/>") << QStringLiteral("numero") << QString();
    QTest::newRow("impossible day")
        << action("<session numero=\"S2\"><periode><debut>20180231</debut></periode></session>")
        << QStringLiteral("periode.debut") << QStringLiteral("20180231");
    QTest::newRow("text for a date")
        << action("<session numero=\"S2\"><periode><debut>20270101</debut><fin>juin 2027</fin>"
                  "</periode></session>")
        << QStringLiteral("periode.fin") << QStringLiteral("juin 2027");
    QTest::newRow("text for a funder")
        << action("<session numero=\"S2\"/><organisme-financeur><code-financeur>Région"
                  "</code-financeur></organisme-financeur>")
        << QStringLiteral("organisme-financeur.code-financeur") << QStringLiteral("Région");
    QTest::newRow("no funder's code")
        << action("<session numero=\"S2\"/><organisme-financeur><code-financeur/>"
                  "<nb-places-financees>12</nb-places-financees></organisme-financeur>")
        << QStringLiteral("organisme-financeur.code-financeur") << QString();
}

void TestLheoReader::rejectsRecordsAndKeepsTheRest()
{
    QFETCH(QByteArray, bad);
    RecordingSink sink;
    QVERIFY(
        readContent(feed(formation("<action numero=\"A1\"><session numero=\"S1\"/></action>" + bad +
                                   "<action numero=\"A3\"><session numero=\"S3\"/></action>")),
                    sink)
            .has_value());
    QCOMPARE(sink.order.join(u' '), QStringLiteral("aF1 sS1 sS3"));
    QCOMPARE(sink.rejections.size(), 1);
    const Rejection &rejection = sink.rejections[0];
    QCOMPARE(rejection.line, 3);
    QTEST(rejection.field, "field");
    QTEST(rejection.value, "value");
    QVERIFY(rejection.record.contains(QStringLiteral("F1")));
    QVERIFY(rejection.file.endsWith(QStringLiteral("flux.xml")));
    QVERIFY(!rejection.expected.isEmpty());
}

void TestLheoReader::rejectsAFormationWithItsSessions()
{
    RecordingSink sink;
    QVERIFY(readContent(feed("<formation><action numero=\"A1\"><session numero=\"S1\"/>"
                             "<session numero=\"S2\"/></action></formation>"
                             "<formation numero=\"F2\"/>"),
                        sink)
                .has_value());
    QCOMPARE(sink.order.join(u' '), QStringLiteral("aF2"));
    QCOMPARE(sink.rejections.size(), 1);
    QCOMPARE(sink.rejections[0].record,
             QStringLiteral("formation sans numéro, avec ses sessions (2)"));
}

void TestLheoReader::ignoresARepeatedRecord()
{
    RecordingSink sink;
    const QByteArray twice = formation("<action numero=\"A1\"><session numero=\"S1\"/></action>");
    QVERIFY(readContent(feed(twice + "\n" + twice), sink).has_value());
    QCOMPARE(sink.order.join(u' '), QStringLiteral("aF1 sS1"));
    QCOMPARE(sink.rejections.size(), 0);
}

void TestLheoReader::rejectsAContradictoryRecord()
{
    RecordingSink sink;
    QVERIFY(readContent(feed(formation("<action numero=\"A1\"><session numero=\"S1\"/>\n"
                                       "<session numero=\"S1\"><etat-recrutement>2"
                                       "</etat-recrutement></session></action>")),
                        sink)
                .has_value());
    QCOMPARE(sink.order.join(u' '), QStringLiteral("aF1 sS1"));
    QCOMPARE(sink.rejections.size(), 1);
    QCOMPARE(sink.rejections[0].line, 3);
    QVERIFY(sink.rejections[0].record.contains(QStringLiteral("S1")));
    QCOMPARE(sink.rejections[0].value, QStringLiteral("S1"));
    QVERIFY(sink.rejections[0].expected.contains(QStringLiteral("ligne 2")));
}

void TestLheoReader::rejectsAContradictoryFormationWithItsSessions()
{
    RecordingSink sink;
    QVERIFY(readContent(feed(formation("<action numero=\"A1\"><session numero=\"S1\"/></action>") +
                             "\n<formation numero=\"F1\"><intitule-formation>Maçon"
                             "</intitule-formation><action numero=\"A2\"><session numero=\"S2\"/>"
                             "<session numero=\"S3\"/></action></formation>"),
                        sink)
                .has_value());
    QCOMPARE(sink.order.join(u' '), QStringLiteral("aF1 sS1"));
    QStringList records;
    for (const Rejection &rejection : sink.rejections) {
        records << rejection.record;
        QCOMPARE(rejection.line, 3);
        QCOMPARE(rejection.value, QStringLiteral("F1"));
        QVERIFY(rejection.expected.contains(QStringLiteral("ligne 2")));
    }
    QCOMPARE(records, (QStringList{QStringLiteral("formation F1"),
                                   QStringLiteral("session S2 (formation F1, action A2)"),
                                   QStringLiteral("session S3 (formation F1, action A2)")}));
}

void TestLheoReader::rejectsEverySessionOfABadAction()
{
    RecordingSink sink;
    QVERIFY(readContent(feed(formation("<action numero=\"A1\"><session numero=\"S1\"/>"
                                       "<session numero=\"S2\"/><organisme-financeur>"
                                       "<code-financeur>x</code-financeur></organisme-financeur>"
                                       "</action>")),
                        sink)
                .has_value());
    QCOMPARE(sink.rejections.size(), 2);
    QCOMPARE(sink.rejections[0].record, QStringLiteral("session S1 (formation F1, action A1)"));
    QCOMPARE(sink.rejections[1].record, QStringLiteral("session S2 (formation F1, action A1)"));
}

void TestLheoReader::countsWhatItTolerates()
{
    RecordingSink sink;
    QVERIFY(readContent(feedOf("<nombre-heures-total>trente</nombre-heures-total>"
                               "<nombre-heures-centre>35,5</nombre-heures-centre>"
                               "<organisme-financeur><code-financeur>2</code-financeur>"
                               "<nb-places-financees>douze</nb-places-financees>"
                               "</organisme-financeur>"),
                        sink)
                .has_value());
    QCOMPARE(sink.sessions.size(), 1);
    QCOMPARE(sink.sessions[0].session.duration, Duration());
    QCOMPARE(sink.sessions[0].session.fundings.at(0).places, std::optional<int>());
    QCOMPARE(sink.warnings.size(), 2);
    QVERIFY2(sink.warnings[1].contains(QStringLiteral("heures")) &&
                 sink.warnings[1].contains(QStringLiteral("2 (")),
             qPrintable(sink.warnings[1]));
}

void TestLheoReader::refusesADisproportionateRecord()
{
    const QByteArray big =
        "<formation numero=\"F1\">" +
        ("<objectif-formation>" + QByteArray(1'000'000, 'x') + "</objectif-formation>")
            .repeated(70) +
        "</formation>";
    RecordingSink sink;
    const Result<> read = readContent(feed(big), sink);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::LimitExceeded);
    QCOMPARE(read.error().where.line, 2);
}

QTEST_APPLESS_MAIN(TestLheoReader)
#include "tst_lheoreader.moc"
