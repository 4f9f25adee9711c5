// SPDX-License-Identifier: GPL-3.0-or-later
// A name, a telephone and a mail go through every import while each byte that the program writes,
// to whatever file, is watched: they reach the base and what lies beside it, no other file.
#include "reliability/programrun.h"
#include "reliability/watchlog.h"
#include "support/network/nginxserver.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace recoupe;
using namespace recoupe::test;

namespace {

//! Name, telephone and mail that nobody has.
const QStringList &canaries()
{
    static const QStringList all{QStringLiteral("Zébulonne"), QStringLiteral("04 99 00 11 22"),
                                 QStringLiteral("zebulonne@example.org")};
    return all;
}

bool hasCanary(const QByteArray &bytes)
{
    return std::ranges::any_of(canaries(), [&](const QString &canary) {
        const QByteArray utf16 = QStringEncoder(QStringEncoder::Utf16LE).encode(canary);
        return bytes.contains(canary.toUtf8()) || bytes.contains(canary.toLatin1()) ||
               bytes.contains(utf16);
    });
}

//! The demonstration's feed, whose contacts are all the canary.
QByteArray feed()
{
    QString text =
        QString::fromUtf8(bytesOf(QStringLiteral(RECOUPE_SOURCE_DIR "resources/demo/portail.xml")));
    const auto put = [&](const char *element, const QString &canary) {
        const QString name = QString::fromLatin1(element);
        text.replace(QRegularExpression(QStringLiteral("<%1>[^<]*</%1>").arg(name)),
                     QStringLiteral("<%1>%2</%1>").arg(name, canary));
    };
    put("nom", canaries().at(0));
    put("numtel", canaries().at(1));
    put("courriel", canaries().at(2));
    // A record that is refused must not be told of by name either.
    text.replace(text.indexOf(QStringLiteral("<debut>20")), 15, QStringLiteral("<debut>Zébulonne"));
    return text.toUtf8();
}

QByteArray awards()
{
    return "financeur;numero_marche;intitule;mandataire;date_notification;date_debut;date_fin;lieu;"
           "code_postal;places\n"
           "CR;M1;Soudage;Zébulonne, 04 99 00 11 "
           "22;02/11/2026;01/12/2026;01/03/2027;Thiers;63300;12\n"
           "CR;M2;zebulonne@example.org;Zébulonne;02/11/2026;32/12/2026;01/03/"
           "2027;Thiers;63300;douze\n";
}

QByteArray prescribers()
{
    return "departement;structure;courriel\n63;Zébulonne;zebulonne@example.org\n"
           "99;04 99 00 11 22;Zébulonne\n";
}

} // namespace

class CanariesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void importWritesThemToTheBaseAlone_data();
    void importWritesThemToTheBaseAlone();
    void roundWritesThemToTheBaseAlone();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return QDir(m_folder->path()).filePath(QString::fromLatin1(name));
    }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    [[nodiscard]] ProgramRun program() const;
    [[nodiscard]] QString base() const { return path("base.recoupe"); }
    void expectOnlyInTheBase() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CanariesTest::initTestCase()
{
    init();
    if (program()("--version").status != 0)
        QSKIP("The program cannot be watched here: a sanitizer wants to be loaded first.");
}

void CanariesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(path("temporaire")));
}

//! Watched wherever it writes.
ProgramRun CanariesTest::program() const
{
    ProgramRun run(QStringLiteral("sqlite:") + base(), m_folder->path());
    run.environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(RECOUPE_FILEWATCH));
    run.environment.insert(QStringLiteral("RECOUPE_WATCH"), QStringLiteral("/"));
    run.environment.insert(QStringLiteral("RECOUPE_WATCH_LOG"), path("appels"));
    run.environment.insert(QStringLiteral("TMPDIR"), path("temporaire"));
    return run;
}

void CanariesTest::expectOnlyInTheBase() const
{
    qsizetype ofTheBase = 0;
    for (const WatchedCall &call : watchedCalls(path("appels"))) {
        if (!hasCanary(call.data + call.path.toUtf8() + call.newPath.toUtf8()))
            continue;
        QVERIFY2(call.path.startsWith(base()), qPrintable(call.path));
        ++ofTheBase;
    }
    QVERIFY(ofTheBase > 0); // or nothing was watched
    QCOMPARE(QDir(path("temporaire")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
}

void CanariesTest::importWritesThemToTheBaseAlone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("feed") << QStringLiteral("lheo") << feed();
    QTest::newRow("notifications") << QStringLiteral("awards") << awards();
    QTest::newRow("prescribers") << QStringLiteral("prescribers") << prescribers();
}

void CanariesTest::importWritesThemToTheBaseAlone()
{
    QFETCH(const QString, kind);
    QFETCH(const QByteArray, content);
    write("fichier", content);
    const Run run = program()({QStringLiteral("import"), kind, QStringLiteral("fichier")});
    QVERIFY2(run.status == 1, qPrintable(run.err)); // one record of each is refused
    expectOnlyInTheBase();
}

void CanariesTest::roundWritesThemToTheBaseAlone()
{
    const auto server = NginxServer::start();
    if (!server && server.error().code == ErrorCode::NotFound)
        QSKIP(qPrintable(server.error().message));
    QVERIFY2(server, server ? "" : qPrintable(server.error().message));
    QFile file((*server)->file(QStringLiteral("lheo.xml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(feed()) > 0);
    file.close();
    QCOMPARE(program()("demo").status, 0);
    const QString url = (*server)->url(QStringLiteral("/files/lheo.xml")).toString();
    QCOMPARE(program()({QStringLiteral("settings"), QStringLiteral("feed/url=") + url,
                        QStringLiteral("network/authorities=") + (*server)->authority()})
                 .status,
             0);
    const Run run = program()("sync --log ronde.log");
    QVERIFY2(run.status == 1, qPrintable(run.err));
    QVERIFY(!bytesOf(path("ronde.log")).isEmpty());
    expectOnlyInTheBase();
    QVERIFY(!QDir(path("base.recoupe.envois")).exists(QStringLiteral("lheo.xml")));
}

QTEST_GUILESS_MAIN(CanariesTest)
#include "tst_canaries.moc"
