// SPDX-License-Identifier: GPL-3.0-or-later
// What the program prints and logs about a person, and what it does not.
#include "cli/programfixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace recoupe;

namespace {

const QByteArray mail("zwirnerova@example.org");

bool namesHer(const QByteArray &bytes)
{
    const QByteArray lower = bytes.toLower();
    return lower.contains("zwirnerova") || lower.contains("quitterie") ||
           lower.contains("0465719191") || lower.contains("04 65 71 91 91");
}

bool namesHer(const Run &run)
{
    return namesHer(run.out) || namesHer(run.err.toUtf8());
}

} // namespace

class PersonCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void outputsThatShowNoContactsNameNobody();
    void personIsShownErasedAndGone();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();

private:
    std::unique_ptr<ProgramFixture> m_program;
};

//! The demonstration, in which one contact is she.
void PersonCommandsTest::init()
{
    m_program = std::make_unique<ProgramFixture>();
    QFile demo(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml"));
    QVERIFY(demo.open(QIODevice::ReadOnly));
    const QByteArray feed = demo.readAll()
                                .replace("patrick.sauzedde@durolle-industrie.example.org", mail)
                                .replace("Sauzedde", "Zwirnerova")
                                .replace("Patrick", "Quitterie")
                                .replace("04 65 71 41 10", "04 65 71 91 91");
    (void)m_program->write(QStringLiteral("flux.xml"), feed);
    QVERIFY(m_program->recoupe("demo").status == 0);
    QVERIFY(m_program->recoupe("import lheo flux.xml").status <= 1);
}

void PersonCommandsTest::outputsThatShowNoContactsNameNobody()
{
    QVERIFY(QDir().mkpath(m_program->path(QStringLiteral("aude"))));
    (void)m_program->recoupe(
        {QStringLiteral("settings"), QStringLiteral("aude/transport=folder"),
         QStringLiteral("aude/address=%1").arg(m_program->path(QStringLiteral("aude")))});
    for (const char *arguments :
         {"import lheo flux.xml --json", "check --json", "check", "sessions --json", "sessions",
          "activate --conforming", "table --issue --date 2026-11-23 --output t.pdf",
          "export portal --output portail", "export aude --output envoi --json", "deliveries",
          "history --json", "sync --log ronde.log", "sync --json", "verify --json",
          "backup copie.recoupe"}) {
        const Run run = m_program->recoupe(arguments);
        QVERIFY2(run.status >= 0 && !namesHer(run), arguments);
    }
    QFile log(m_program->path(QStringLiteral("ronde.log")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(!namesHer(log.readAll()));
    QDirIterator files(m_program->path(QString()), QDir::AllEntries | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        QVERIFY2(!namesHer(files.next().toUtf8()), qPrintable(files.filePath()));
}

void PersonCommandsTest::personIsShownErasedAndGone()
{
    const QString asked = QString::fromLatin1(mail);
    const Run found = m_program->recoupe(
        {QStringLiteral("persons"), QStringLiteral("--find"), asked, QStringLiteral("--json")});
    QCOMPARE(found.status, 0);
    QVERIFY(found.object()[QLatin1String("places")].toArray().size() > 0);
    QCOMPARE(found.object()[QLatin1String("names")].toArray().first().toString(),
             QStringLiteral("Quitterie Zwirnerova"));
    const Run erased = m_program->recoupe(
        {QStringLiteral("persons"), QStringLiteral("--erase"), asked, QStringLiteral("--reason"),
         QStringLiteral("À sa demande"), QStringLiteral("--remove-backups")});
    QVERIFY2(erased.status == 0, qPrintable(erased.err));
    QVERIFY(!namesHer(erased));
    QDirIterator files(m_program->path(QString()),
                       {QStringLiteral("é base.recoupe*"), QStringLiteral("*.recoupe")},
                       QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!namesHer(file.readAll()), qPrintable(file.fileName()));
    }
    QCOMPARE(m_program->recoupe("verify").status, 0);
    const Run again = m_program->recoupe("import lheo flux.xml");
    QVERIFY2(again.err.contains(QStringLiteral("ont été effacées")), qPrintable(again.err));
    QVERIFY(!namesHer(again));
}

void PersonCommandsTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing to do") << QStringLiteral("persons") << 2;
    QTest::newRow("two things") << QStringLiteral("persons --find a --erase b") << 2;
    QTest::newRow("anybody") << QStringLiteral("persons --find a") << 2;
    QTest::newRow("without a reason")
        << QStringLiteral("persons --erase %1").arg(QString::fromLatin1(mail)) << 2;
    QTest::newRow("a name for a mail")
        << QStringLiteral("persons --correct %1 --with Personne --reason x")
               .arg(QString::fromLatin1(mail))
        << 2;
}

void PersonCommandsTest::wrongUseIsExplained()
{
    QFETCH(const QString, arguments);
    QFETCH(const int, status);
    const Run run = m_program->recoupe(arguments.split(u' '));
    QCOMPARE(run.status, status);
    QVERIFY(!run.err.isEmpty());
}

QTEST_GUILESS_MAIN(PersonCommandsTest)
#include "tst_personcommands.moc"
