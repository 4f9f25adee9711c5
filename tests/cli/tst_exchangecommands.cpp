// SPDX-License-Identifier: GPL-3.0-or-later
// Exports and the day's round, as a scheduler would ask for them; and what a scheduler, or a power
// cut, does to them.
#include "cli/programfixture.h"
#include "support/network/nginxserver.h"
#include "support/testfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;

namespace {

QString sha256Of(const QString &fileName)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(bytesOf(fileName), QCryptographicHash::Sha256).toHex());
}

QJsonObject manifestIn(const QString &folder, const char *partner)
{
    const QString name = QStringLiteral("manifest-%1.json").arg(QLatin1String(partner));
    return QJsonDocument::fromJson(bytesOf(QDir(folder).filePath(name))).object();
}

//! How often a test kills the program: RECOUPE_KILLS, or a few times.
int killCount()
{
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("RECOUPE_KILLS", &isSet);
    return isSet ? wanted : 15;
}

} // namespace

class ExchangeCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void exportWritesFilesAndTellsWhich_data();
    void exportWritesFilesAndTellsWhich();
    void previewTellsWhatWouldChange();
    void fallWaitsForAnAnswer();
    void roundIsLoggedWithoutPersonalData();
    void roundWithoutItsBaseIsLogged();
    void waitingDeliveryIsTriedAgainByItsNumber();
    void waitingDeliveryMovesWithItsBase();
    void settingsNameTheExchanges();
    void secretsNeedAName();
    void killedAnywhereNothingIsLostNorSentTwice();
    void feedKilledAnywhereComesInWholeOrNotAtAll();

private:
    [[nodiscard]] QString folder(const char *name) const
    {
        const QString path = m_program->path(QString::fromLatin1(name));
        QDir().mkpath(path);
        return path;
    }
    void setDestination(const char *partner, const QString &path) const
    {
        const QString prefix = QStringLiteral("partner/%1/").arg(QLatin1String(partner));
        const Run run = m_program->recoupe({QStringLiteral("settings"),
                                            prefix + QLatin1String("transport=folder"),
                                            prefix + QLatin1String("address=") + path});
        QVERIFY2(run.status == 0, qPrintable(run.err));
    }
    [[nodiscard]] QJsonArray deliveries() const
    {
        return m_program->recoupe("deliveries --json").array();
    }
    //! Deactivates what the table shows of the first département: a fall.
    void deactivateSome() const
    {
        const QJsonArray sessions = m_program->recoupe("sessions --status active --json").array();
        QStringList arguments{QStringLiteral("deactivate")};
        for (qsizetype i = 0; i < sessions.size() / 2; ++i)
            arguments << sessions.at(i).toObject().value(QLatin1String("id")).toString();
        QVERIFY(m_program->recoupe(arguments).status < 2);
    }
    void expectWholeOrOld(const QString &path, const QJsonObject &old) const;
    [[nodiscard]] QStringList filesOfTheOutbox() const
    {
        const QDir outbox(m_program->path(QStringLiteral("é base.recoupe.envois")));
        return outbox.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<ProgramFixture> m_program;
};

void ExchangeCommandsTest::init()
{
    m_program = std::make_unique<ProgramFixture>();
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QCOMPARE(m_program->recoupe("activate --conforming").status, 0);
}

void ExchangeCommandsTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    QTest::newRow("no partner") << QStringLiteral("export") << 2 << QStringLiteral("partenaire");
    QTest::newRow("unknown partner")
        << QStringLiteral("export gsp") << 2 << QStringLiteral("parcoursh");
    QTest::newRow("no date") << QStringLiteral("export aude --date 23/11 --output x") << 2
                             << QStringLiteral("AAAA-MM-JJ");
    QTest::newRow("nowhere to send")
        << QStringLiteral("export aude") << 1 << QStringLiteral("réglages des échanges");
    QTest::newRow("no number") << QStringLiteral("retry-delivery un") << 2
                               << QStringLiteral("deliveries");
    QTest::newRow("no such delivery")
        << QStringLiteral("drop-delivery 99") << 2 << QStringLiteral("99");
    QTest::newRow("no file") << QStringLiteral("acknowledge") << 2 << QStringLiteral("accusé");
    QTest::newRow("file is away") << QStringLiteral("acknowledge accuse.csv") << 3
                                  << QStringLiteral("accuse.csv");
    QTest::newRow("address with a token")
        << QStringLiteral("settings partner/aude/address=https://example.org/?token=x") << 2
        << QStringLiteral("sans « ? »");
    QTest::newRow("relative folder")
        << QStringLiteral("settings partner/aude/address=depot") << 2 << QStringLiteral("complet");
    QTest::newRow("address with a password")
        << QStringLiteral("settings feed/url=https://a:b@example.org/") << 2
        << QStringLiteral("sans identifiant");
}

void ExchangeCommandsTest::wrongUseIsExplained()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, said);
    const Run run = m_program->recoupe(arguments.toUtf8().constData());
    QTEST(run.status, "status");
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void ExchangeCommandsTest::exportWritesFilesAndTellsWhich_data()
{
    QTest::addColumn<QString>("partner");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("portal") << QStringLiteral("portal")
                            << QStringList{QStringLiteral("offre-publique.xml"),
                                           QStringLiteral("offre-professionnelle.xml")};
    QTest::newRow("aude") << QStringLiteral("aude") << QStringList{QStringLiteral("aude.xml")};
    QTest::newRow("parcours3") << QStringLiteral("parcours3")
                               << QStringList{QStringLiteral("index.xml")};
    QTest::newRow("parcoursh") << QStringLiteral("parcoursh")
                               << QStringList{QStringLiteral("parcours-h.csv"),
                                              QStringLiteral("parcours-h.xlsx")};
    QTest::newRow("sesar") << QStringLiteral("sesar") << QStringList();
}

void ExchangeCommandsTest::exportWritesFilesAndTellsWhich()
{
    QFETCH(const QString, partner);
    QFETCH(const QStringList, files);
    const QString out = folder("ici");
    const Run run = m_program->recoupe({QStringLiteral("export"), partner,
                                        QStringLiteral("--output"), out, QStringLiteral("--json")});
    QVERIFY2(run.status == 0, qPrintable(run.err));
    const QJsonObject delivery = run.object();
    QCOMPARE(delivery.value(QLatin1String("state")).toString(), QStringLiteral("delivered"));
    QVERIFY(delivery.value(QLatin1String("sessions")).toInt() > 0);
    QStringList written;
    for (const QJsonValue file : delivery.value(QLatin1String("files")).toArray()) {
        const QString path = file.toObject().value(QLatin1String("path")).toString();
        QCOMPARE(sha256Of(QDir(out).filePath(path)),
                 file.toObject().value(QLatin1String("sha256")).toString());
        written << path;
    }
    for (const QString &file : files)
        QVERIFY2(written.contains(file), qPrintable(written.join(u' ')));
    QCOMPARE(manifestIn(out, partner.toLatin1().constData()).value(QLatin1String("delivery")),
             delivery.value(QLatin1String("key")));
}

void ExchangeCommandsTest::previewTellsWhatWouldChange()
{
    const Run run = m_program->recoupe("export aude --preview --json");
    QCOMPARE(run.status, 0);
    const qsizetype added = run.object().value(QLatin1String("added")).toInt();
    QVERIFY(added > 0);
    QCOMPARE(run.object().value(QLatin1String("differences")).toArray().size(), added);
    QVERIFY(deliveries().isEmpty());
}

void ExchangeCommandsTest::fallWaitsForAnAnswer()
{
    const QString out = folder("ici");
    const QStringList toFolder{QStringLiteral("export"), QStringLiteral("aude"),
                               QStringLiteral("--output"), out};
    QCOMPARE(m_program->recoupe(toFolder).status, 0);
    const QString before = sha256Of(QDir(out).filePath(QStringLiteral("aude.xml")));
    deactivateSome();
    const Run held = m_program->recoupe(toFolder);
    QCOMPARE(held.status, 1);
    QVERIFY(held.out.contains("Baisse"));
    QCOMPARE(sha256Of(QDir(out).filePath(QStringLiteral("aude.xml"))), before);
    const QString id =
        QString::number(deliveries().first().toObject().value(QLatin1String("id")).toInteger());
    QCOMPARE(m_program->recoupe({QStringLiteral("confirm-delivery"), id}).status, 2);
    const Run confirmed =
        m_program->recoupe({QStringLiteral("confirm-delivery"), id, QStringLiteral("--reason"),
                            QStringLiteral("fin des marchés")});
    QVERIFY2(confirmed.status == 0, qPrintable(confirmed.err));
    QVERIFY(sha256Of(QDir(out).filePath(QStringLiteral("aude.xml"))) != before);
}

void ExchangeCommandsTest::roundIsLoggedWithoutPersonalData()
{
    const QString away = folder("ailleurs");
    setDestination("portal", away);
    setDestination("aude", folder("ici"));
    QVERIFY(QDir(away).removeRecursively());
    const QString log = m_program->path(QStringLiteral("ronde.log"));
    const QStringList round{QStringLiteral("sync"), QStringLiteral("--log"), log};
    const Run run = m_program->recoupe(round);
    QCOMPARE(run.status, 5);
    const QByteArrayList lines = bytesOf(log).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.first().contains(" step=portal outcome=waiting status=5 "), lines.first());
    QVERIFY2(lines.last().contains(" step=aude outcome=done status=0 "), lines.last());
    QVERIFY(!bytesOf(log).contains('@') && !bytesOf(log).contains("Odile"));
    QVERIFY(QDir().mkpath(away));
    const Run again = m_program->recoupe(round); // what waits has its time, and is not done
    QCOMPARE(again.status, 5);
    QVERIFY(bytesOf(log).trimmed().contains("step=portal outcome=waiting status=5"));
    QCOMPARE(m_program->recoupe("retry-delivery 1").status, 0);
    QCOMPARE(m_program->recoupe(round).status, 0);
    QVERIFY(bytesOf(log).trimmed().endsWith("step=none outcome=nothing-new status=0"));
}

void ExchangeCommandsTest::waitingDeliveryMovesWithItsBase()
{
    const QString out = folder("ici");
    setDestination("aude", out);
    QVERIFY(QDir(out).removeRecursively());
    QCOMPARE(m_program->recoupe("export aude").status, 5);
    const QString other =
        QStringLiteral("sqlite:") + m_program->path(QStringLiteral("autre.recoupe"));
    const QString here =
        QStringLiteral("sqlite:") + m_program->path(QStringLiteral("é base.recoupe"));
    const Run moved = m_program->recoupe(
        {QStringLiteral("move"), QStringLiteral("--from"), here, QStringLiteral("--to"), other},
        false);
    QVERIFY2(moved.status == 0, qPrintable(moved.err));
    QVERIFY(QDir().mkpath(out));
    // The old base is put away with all that was its own.
    QVERIFY(QDir(m_program->path(QStringLiteral("é base.recoupe.envois"))).removeRecursively());
    const Run sent = m_program->recoupe({QStringLiteral("--database"), other,
                                         QStringLiteral("retry-delivery"), QStringLiteral("1")},
                                        false);
    QVERIFY2(sent.status == 0, qPrintable(sent.err));
    QVERIFY(QFile::exists(QDir(out).filePath(QStringLiteral("aude.xml"))));
}

//! Who reads the log alone sees that the round did not take place.
void ExchangeCommandsTest::roundWithoutItsBaseIsLogged()
{
    QVERIFY(QFile::remove(m_program->path(QStringLiteral("é base.recoupe"))));
    const QString log = m_program->path(QStringLiteral("ronde.log"));
    QCOMPARE(m_program->recoupe({QStringLiteral("sync"), QStringLiteral("--log"), log}).status, 4);
    const QString line = QString::fromUtf8(bytesOf(log));
    QVERIFY2(line.endsWith(QStringLiteral(" step=base outcome=failed status=4\n")),
             qPrintable(line));
}

void ExchangeCommandsTest::waitingDeliveryIsTriedAgainByItsNumber()
{
    const QString out = folder("ici");
    setDestination("aude", out);
    QVERIFY(QDir(out).removeRecursively());
    QCOMPARE(m_program->recoupe("export aude").status, 5);
    QVERIFY(QDir().mkpath(out));
    QCOMPARE(m_program->recoupe("retry-delivery 1").status, 0);
    QVERIFY(QFile::exists(QDir(out).filePath(QStringLiteral("aude.xml"))));
    const Run again = m_program->recoupe("retry-delivery 1");
    QCOMPARE(again.status, 1);
    QVERIFY2(again.err.contains(QStringLiteral("déjà fait")), qPrintable(again.err));
}

void ExchangeCommandsTest::settingsNameTheExchanges()
{
    setDestination("aude", folder("ici"));
    const QJsonObject settings = m_program->recoupe("settings --json").object();
    QCOMPARE(settings.value(QLatin1String("partner/aude/transport")).toString(),
             QStringLiteral("folder"));
    QCOMPARE(settings.value(QLatin1String("network/allow-http")).toString(), QStringLiteral("no"));
}

void ExchangeCommandsTest::secretsNeedAName()
{
    const Run run = m_program->recoupe("secret gsp");
    QCOMPARE(run.status, 2);
    QVERIFY(run.err.contains(QStringLiteral("partner/")));
}

//! The folder holds what the last manifest lists, whole; or what it held before.
void ExchangeCommandsTest::expectWholeOrOld(const QString &path, const QJsonObject &old) const
{
    const QJsonObject manifest = manifestIn(path, "parcours3");
    for (const QJsonValue file : manifest.value(QLatin1String("files")).toArray()) {
        const QString name = file.toObject().value(QLatin1String("path")).toString();
        QVERIFY2(QFile::exists(QDir(path).filePath(name)) || manifest == old, qPrintable(name));
    }
    // The index, which consumers begin with, never names a file that is not there.
    const QString index =
        QString::fromUtf8(bytesOf(QDir(path).filePath(QStringLiteral("index.xml"))));
    const QStringList parts = index.split(QStringLiteral(" file=\""));
    QVERIFY(index.isEmpty() || index.trimmed().endsWith(QStringLiteral("</lheo-index>")));
    for (const QString &part : parts.mid(1))
        QVERIFY2(QFile::exists(QDir(path).filePath(part.section(u'"', 0, 0))), qPrintable(part));
}

//! Kills the export at ever other moments.
void ExchangeCommandsTest::killedAnywhereNothingIsLostNorSentTwice()
{
    const int kills = killCount();
    const QString out = folder("ici");
    setDestination("parcours3", out);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_program->recoupe("export parcours3").status, 0);
    const int whole = int(timer.elapsed());
    int killed = 0;
    for (int i = 0; i < kills; ++i) {
        const QJsonObject before = manifestIn(out, "parcours3");
        killed += m_program->killed("export parcours3", whole * (i % 15 + 1) / 15);
        expectWholeOrOld(out, before);
        QCOMPARE(m_program->recoupe("sync").status, 0); // takes up what was left
        expectWholeOrOld(out, {});
        qsizetype open = 0;
        QString last;
        for (const QJsonValue value : deliveries()) {
            const QJsonObject delivery = value.toObject();
            const QString state = delivery.value(QLatin1String("state")).toString();
            open += state == u"running" || state == u"todo" || state == u"held";
            if (last.isEmpty() && state == u"delivered")
                last = delivery.value(QLatin1String("key")).toString();
        }
        QCOMPARE(open, 0);
        QCOMPARE(manifestIn(out, "parcours3").value(QLatin1String("delivery")).toString(), last);
    }
    qInfo("%d of %d runs were killed before their end", killed, kills);
    QVERIFY(killed > 0);
    QCOMPARE(m_program->recoupe("export parcours3").status, 0); // tidies first
    QCOMPARE(filesOfTheOutbox(), QStringList());
    QDirIterator hidden(out, {QStringLiteral(".*"), QStringLiteral("*.part*")},
                        QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QVERIFY2(!hidden.hasNext(), qPrintable(hidden.next()));
}

void ExchangeCommandsTest::feedKilledAnywhereComesInWholeOrNotAtAll()
{
    const auto server = test::NginxServer::start();
    if (!server && server.error().code == ErrorCode::NotFound)
        QSKIP(qPrintable(server.error().message));
    QVERIFY2(server, server ? "" : qPrintable(server.error().message));
    const QByteArray feed =
        bytesOf(QStringLiteral(RECOUPE_SOURCE_DIR "resources/demo/portail.xml"));
    const qsizetype sessions = m_program->recoupe("sessions --json").array().size();
    QCOMPARE(m_program
                 ->recoupe({QStringLiteral("settings"),
                            QStringLiteral("network/authorities=") + (*server)->authority(),
                            QStringLiteral("feed/url=") +
                                (*server)->url(QStringLiteral("/files/lheo.xml")).toString()})
                 .status,
             0);
    int whole = 0;
    for (int i = 0; i <= killCount(); ++i) {
        // Another feed each time: a session under another numero, the others as they were.
        QFile file((*server)->file(QStringLiteral("lheo.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray numero = "SE_9" + QByteArray::number(i).rightJustified(9, '0');
        file.write(QByteArray(feed).replace("SE_0000060143", numero));
        file.write(QByteArray(i, '\n')); // nginx tells two files of one second by their sizes
        file.close();
        QElapsedTimer timer;
        timer.start();
        if (i > 0)
            (void)m_program->killed("sync", whole * i / killCount());
        else
            QCOMPARE(m_program->recoupe("sync").status, 0);
        whole = i > 0 ? whole : int(timer.elapsed());
        const qsizetype after = m_program->recoupe("sessions --json").array().size();
        QVERIFY(after == sessions + i || after == sessions + i + 1);
        const Run again = m_program->recoupe("sync");
        QVERIFY2(again.status == 0, qPrintable(again.err + QString::fromUtf8(again.out)));
        QCOMPARE(m_program->recoupe("sessions --json").array().size(), sessions + i + 1);
        QCOMPARE(filesOfTheOutbox(), QStringList());
    }
}

QTEST_GUILESS_MAIN(ExchangeCommandsTest)
#include "tst_exchangecommands.moc"
