// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does to a base as a whole, by the program itself.
#include "cli/programfixture.h"

#include "support/postgresserver.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace recoupe;

class MaintenanceCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void soundBaseGivesItsHead();
    void damageIsFoundWithStatusFour_data();
    void damageIsFoundWithStatusFour();
    void headOfAnotherBaseIsUnknown();
    void headsAreNotedEachDayAndFindACutEnd();
    void headsFileThatIsNoneIsExplained();
    void headThatCannotBeNotedIsSaid();
    void backupComesBack();
    void openBaseIsNotReplaced();
    void restoringWhileOthersWriteLosesNothing();
    void dayIsBackedUpOnceAndRestoredAfterDamage();
    void backupThatFailsIsSaidAndStopsNothing();
    void serverIsBackedUpByItsOwnTools();
    void demonstrationMovesToAServerAndBack();
    void dumpOfAServerIsRestoredSound();
    void firstRoleMakesTheTables();

private:
    [[nodiscard]] QString basePath() const
    {
        return m_program->path(QStringLiteral("é base.recoupe"));
    }
    //! Runs statements on the base past the program.
    void tamper(const QStringList &statements) const
    {
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
            database.setDatabaseName(basePath());
            QVERIFY(database.open());
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                QVERIFY2(query.exec(statement), qPrintable(statement));
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    }
    void cutTrailAfter(int position) const;
    [[nodiscard]] qsizetype activeCount() const
    {
        return m_program->recoupe("sessions --status active --json").array().size();
    }

    std::unique_ptr<ProgramFixture> m_program;
};

void MaintenanceCommandsTest::init()
{
    m_program = std::make_unique<ProgramFixture>();
}

void MaintenanceCommandsTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *arguments, int status, const char *said) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << status
                                 << QString::fromUtf8(said);
    };
    row("verify", 4, "n'existe pas");
    row("verify --head abc", 2, "64 chiffres");
    row("backup", 2, "Nommer le fichier");
    row("restore", 2, "Nommer le fichier");
    row("restore absent.recoupe", 3, "n'existe pas");
    row("move --from sqlite:a", 2, "--from et --to");
    row("move --from sqlite:absente --to sqlite:b", 4, "n'existe pas");
    row("backup a b", 2, "est de trop");
    row("roles --list --sql", 2, "--grant");
    row("roles --list", 2, "est un fichier");
}

void MaintenanceCommandsTest::wrongUseIsExplained()
{
    QFETCH(const QString, arguments);
    QFETCH(const int, status);
    QFETCH(const QString, said);
    const Run run = m_program->recoupe(arguments.split(u' '));
    QCOMPARE(run.status, status);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void MaintenanceCommandsTest::soundBaseGivesItsHead()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QCOMPARE(m_program->recoupe("verify").status, 0); // nothing decided yet
    QCOMPARE(m_program->recoupe("activate --conforming").status, 0);
    QCOMPARE(m_program->recoupe("table --issue --date 2026-11-23 --output t.csv").status, 0);
    const Run noted = m_program->recoupe("verify --json");
    QCOMPARE(noted.status, 0);
    QVERIFY(noted.object()[QLatin1String("sound")].toBool());
    QVERIFY(noted.object()[QLatin1String("events")].toInt() > 50);
    const QString head = noted.object()[QLatin1String("head")].toString();
    QCOMPARE(head.size(), 64);
    (void)m_program->write(QStringLiteral("tete.json"), noted.out);

    QCOMPARE(m_program->recoupe("undo").status, 0);
    const Run later = m_program->recoupe("verify --json --head tete.json");
    QCOMPARE(later.status, 0);
    QVERIFY(later.object()[QLatin1String("head")].toString() != head);
    QCOMPARE(m_program->recoupe({QStringLiteral("verify"), QStringLiteral("--head"), head}).status,
             0);
    const Run inWords = m_program->recoupe("verify");
    QVERIFY(QString::fromUtf8(inWords.out).contains(QStringLiteral("sains")));
}

void MaintenanceCommandsTest::damageIsFoundWithStatusFour_data()
{
    QTest::addColumn<QString>("guarded");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *guarded, const char *statement, const char *said) {
        QTest::newRow(statement) << QString::fromLatin1(guarded) << QString::fromLatin1(statement)
                                 << QString::fromUtf8(said);
    };
    row("decisions", "UPDATE decisions SET operator_name = 'Jean' WHERE id = 2",
        "maillon n°\u00A02\u00A0: dans la décision n°\u00A02, un nom");
    row("decisions", "DELETE FROM decisions WHERE id = 2", "la décision n°\u00A02 a disparu");
    row("decisions", "UPDATE decisions SET session_numero = 'SE_X' WHERE id = 3",
        "la décision n°\u00A03 ou ce maillon");
    row("trail_links", "DELETE FROM trail_links WHERE position > 3", "n'y a pas de maillon");
    row("trail_links", "DELETE FROM trail_links WHERE position = 2",
        "son maillon n°\u00A02 a été effacé");
}

void MaintenanceCommandsTest::damageIsFoundWithStatusFour()
{
    QFETCH(const QString, guarded);
    QFETCH(const QString, statement);
    QFETCH(const QString, said);
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QCOMPARE(m_program->recoupe("activate --conforming").status, 0);
    const QString noDelete = QStringLiteral("DROP TRIGGER %1_no_delete").arg(guarded);
    const QString noUpdate = QStringLiteral("DROP TRIGGER %1_no_update").arg(guarded);
    tamper({noDelete, noUpdate, statement});
    const Run run = m_program->recoupe("verify --json");
    QCOMPARE(run.status, 4);
    QVERIFY(!run.object()[QLatin1String("sound")].toBool());
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QVERIFY2(run.err.contains(QStringLiteral("«\u00A0%1\u00A0» n'est plus protégée").arg(guarded)),
             qPrintable(run.err));
}

void MaintenanceCommandsTest::headOfAnotherBaseIsUnknown()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    const Run run =
        m_program->recoupe({QStringLiteral("verify"), QStringLiteral("--head"), QString(64, u'a')});
    QCOMPARE(run.status, 4);
    QVERIFY2(run.err.contains(QStringLiteral("n'est plus dans le journal")), qPrintable(run.err));
}

// Whoever cuts the end of the trail with all that belongs to it leaves a base that is sound.
void MaintenanceCommandsTest::cutTrailAfter(int position) const
{
    const QString after = QString::number(position);
    tamper({QStringLiteral("DROP TRIGGER decisions_no_delete"),
            QStringLiteral("DROP TRIGGER trail_links_no_delete"),
            QStringLiteral("DELETE FROM trail_salts WHERE position > ") + after,
            QStringLiteral("DELETE FROM trail_links WHERE position > ") + after,
            QStringLiteral("DELETE FROM decisions WHERE id > ") + after,
            QStringLiteral("CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions\n"
                           "BEGIN SELECT RAISE(ABORT, 'append only'); END"),
            QStringLiteral("CREATE TRIGGER trail_links_no_delete BEFORE DELETE ON trail_links\n"
                           "BEGIN SELECT RAISE(ABORT, 'append only'); END")});
}

void MaintenanceCommandsTest::headsAreNotedEachDayAndFindACutEnd()
{
    const QString away = m_program->path(QStringLiteral("ailleurs"));
    QVERIFY(QDir().mkpath(away));
    const auto beside = [this] {
        return basePath() + QStringLiteral(".sauvegardes/é base.recoupe.tetes.txt");
    };
    const auto lines = [](const QString &fileName) {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QVERIFY(!QFile::exists(beside())); // an empty trail has no head
    QCOMPARE(
        m_program
            ->recoupe({QStringLiteral("settings"), QStringLiteral("trail/heads-folder=") + away})
            .status,
        0);
    QCOMPARE(m_program->recoupe("sessions").status, 0); // the first opening
    QCOMPARE(m_program->recoupe("activate --conforming").status, 0);
    QCOMPARE(m_program->recoupe("sync").status, 0);
    const QString there = QDir(away).filePath(QStringLiteral("é base.recoupe.tetes.txt"));
    QCOMPARE(lines(beside()), 3); // a heading, the first opening, the round
    QCOMPARE(lines(there), 3);
    QCOMPARE(m_program->recoupe("sync").status, 0);
    QCOMPARE(lines(beside()), 3); // nothing new to note
    const QStringList verify{QStringLiteral("verify"), QStringLiteral("--heads"), there};
    QCOMPARE(m_program->recoupe(verify).status, 0);
    cutTrailAfter(20);
    const Run unaware = m_program->recoupe("verify");
    QVERIFY2(unaware.status == 0, qPrintable(unaware.err));
    const Run cut = m_program->recoupe(verify);
    QCOMPARE(cut.status, 4);
    QVERIFY2(cut.err.contains(QStringLiteral("n'est plus dans le journal, qui compte")),
             qPrintable(cut.err));
}

void MaintenanceCommandsTest::headsFileThatIsNoneIsExplained()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    const QStringList verify{
        QStringLiteral("verify"), QStringLiteral("--heads"),
        m_program->write(QStringLiteral("tetes.txt"), "# remarque\n2026-11-29 145 9f2c\n")};
    const Run run = m_program->recoupe(verify);
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("ligne 2")), qPrintable(run.err));
    const Run away = m_program->recoupe("verify --heads absent.txt");
    QCOMPARE(away.status, 3);
    QVERIFY2(away.err.contains(QStringLiteral("absent.txt")), qPrintable(away.err));
}

void MaintenanceCommandsTest::headThatCannotBeNotedIsSaid()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    const QString away = m_program->path(QStringLiteral("débranché"));
    QCOMPARE(
        m_program
            ->recoupe({QStringLiteral("settings"), QStringLiteral("trail/heads-folder=") + away})
            .status,
        0);
    const Run run = m_program->recoupe("sync");
    QCOMPARE(run.status, 0);
    QVERIFY2(run.err.contains(QStringLiteral("La tête du journal n'a pas été notée")) &&
                 run.err.contains(QStringLiteral("débranché")),
             qPrintable(run.err));
    QVERIFY(!QFile::exists(away));
}

void MaintenanceCommandsTest::backupComesBack()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QCOMPARE(m_program->recoupe("backup copie.recoupe").status, 0);
    const Run again = m_program->recoupe("backup copie.recoupe");
    QCOMPARE(again.status, 2);
    QVERIFY2(again.err.contains(QStringLiteral("existe déjà")), qPrintable(again.err));
    QCOMPARE(m_program->recoupe("activate --conforming").status, 0);
    QVERIFY(activeCount() > 0);
    const Run restored = m_program->recoupe("restore copie.recoupe");
    QCOMPARE(restored.status, 0);
    QVERIFY2(restored.err.contains(QStringLiteral(".remplacee-")), qPrintable(restored.err));
    QCOMPARE(activeCount(), 0);
    QCOMPARE(m_program->recoupe("verify").status, 0);
}

void MaintenanceCommandsTest::openBaseIsNotReplaced()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QCOMPARE(m_program->recoupe("backup copie.recoupe").status, 0);
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("open"));
        database.setDatabaseName(basePath());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("SELECT count(*) FROM imports")));
        query.finish();
        const Run run = m_program->recoupe("restore copie.recoupe");
        QCOMPARE(run.status, 4);
        QVERIFY2(run.err.contains(QStringLiteral("Fermez Recoupe")), qPrintable(run.err));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("open"));
    QCOMPARE(m_program->recoupe("restore copie.recoupe").status, 0);
}

// Whatever was said to be recorded is in the base, or in one that was set aside; all are sound.
void MaintenanceCommandsTest::restoringWhileOthersWriteLosesNothing()
{
    const QString numero = QStringLiteral("SE_0000060143");
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QCOMPARE(m_program->recoupe("backup copie.recoupe").status, 0);
    QStringList recorded;
    int restored = 0;
    for (int round = 0; round < 12; ++round) {
        std::map<QString, std::unique_ptr<QProcess>> writers;
        for (int writer = 0; writer < 3; ++writer) {
            const QString text = QStringLiteral("note %1-%2").arg(round).arg(writer);
            writers[text] = m_program->started({QStringLiteral("note"), numero, text});
        }
        const auto restorer =
            m_program->started({QStringLiteral("restore"), QStringLiteral("copie.recoupe")});
        QVERIFY(restorer->waitForFinished(120'000));
        QVERIFY(restorer->exitCode() == 0 || restorer->exitCode() == 4);
        restored += restorer->exitCode() == 0;
        for (const auto &[text, writer] : writers) {
            QVERIFY(writer->state() == QProcess::NotRunning || writer->waitForFinished(120'000));
            QVERIFY2(writer->exitCode() == 0 || writer->exitCode() == 4,
                     writer->readAllStandardError().constData());
            if (writer->exitCode() == 0)
                recorded << text;
        }
    }
    QCOMPARE(m_program->recoupe("restore copie.recoupe").status, 0); // nobody is in the way now
    QVERIFY(restored > 0);
    QVERIFY(!recorded.isEmpty());
    QSet<QString> found;
    const QDir folder = QFileInfo(m_program->path(QStringLiteral("x"))).dir();
    for (const QString &name : folder.entryList({QStringLiteral("é base.recoupe*")}, QDir::Files)) {
        const QString url = QStringLiteral("sqlite:") + folder.filePath(name);
        const auto on = [&](const QStringList &arguments) {
            return m_program->recoupe(QStringList{QStringLiteral("--database"), url} + arguments,
                                      false);
        };
        const Run verified = on({QStringLiteral("verify")});
        QVERIFY2(verified.status == 0, qPrintable(name + verified.err));
        const QJsonArray notes =
            on({QStringLiteral("note"), numero, QStringLiteral("--json")}).array();
        for (const QJsonValue &note : notes)
            found << note[QLatin1String("text")].toString();
    }
    for (const QString &text : recorded)
        QVERIFY2(found.contains(text), qPrintable(text));
}

void MaintenanceCommandsTest::dayIsBackedUpOnceAndRestoredAfterDamage()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    const QDir folder(basePath() + QStringLiteral(".sauvegardes"));
    QVERIFY(!folder.exists()); // nothing to lose yet
    QCOMPARE(m_program->recoupe("sessions").status, 0);
    QCOMPARE(m_program->recoupe("sessions").status, 0);
    const QStringList copies = folder.entryList(QDir::Files);
    QVERIFY(copies.size() == 1 || copies.size() == 2); // midnight may pass
    QFile file(basePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(16384));
    QCOMPARE(file.write(QByteArray(200'000, '\xa5')), 200'000);
    file.close();
    const Run damaged = m_program->recoupe("sessions");
    QCOMPARE(damaged.status, 4);
    const QString copy = folder.filePath(copies.last());
    QVERIFY2(damaged.err.contains(QDir::toNativeSeparators(copy)), qPrintable(damaged.err));
    QCOMPARE(m_program->recoupe({QStringLiteral("restore"), copy}).status, 0);
    QCOMPARE(m_program->recoupe("verify").status, 0);
    QVERIFY(m_program->recoupe("sessions --json").array().size() > 50);
}

void MaintenanceCommandsTest::backupThatFailsIsSaidAndStopsNothing()
{
    QCOMPARE(m_program->recoupe("demo").status, 0);
    (void)m_program->write(QStringLiteral("é base.recoupe.sauvegardes"), "not a folder");
    const Run run = m_program->recoupe("sessions");
    QCOMPARE(run.status, 0);
    QVERIFY2(run.err.contains(QStringLiteral("La sauvegarde du jour n'a pas été faite")),
             qPrintable(run.err));
    QVERIFY(!run.out.isEmpty());
}

void MaintenanceCommandsTest::serverIsBackedUpByItsOwnTools()
{
    const QString url = QStringLiteral("postgresql://carif@serveur:5433/recoupe");
    const Run backup = m_program->recoupe(
        {QStringLiteral("--database"), url, QStringLiteral("backup"), QStringLiteral("c.dump")},
        false);
    QCOMPARE(backup.status, 2);
    QVERIFY2(backup.err.contains(QStringLiteral("pg_dump -Fc -n recoupe -h \"serveur\" -p 5433 "
                                                "-U \"carif\" -d \"recoupe\" -f \"c.dump\"")),
             qPrintable(backup.err));
    const Run restore = m_program->recoupe(
        {QStringLiteral("--database"), url, QStringLiteral("restore"), QStringLiteral("c.dump")},
        false);
    QCOMPARE(restore.status, 2);
    QVERIFY2(restore.err.contains(QStringLiteral("pg_restore")), qPrintable(restore.err));
}

// By the very commands that backup and restore print.
void MaintenanceCommandsTest::dumpOfAServerIsRestoredSound()
{
    if (test::PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const auto server = test::PostgresServer::start();
    QVERIFY2(server.has_value(), "no PostgreSQL server starts");
    const QString url = (*server)->newDatabase().value().display();
    const QString other = (*server)->newDatabase().value().display();
    const auto on = [&](const QString &base, const QStringList &command) {
        return m_program->recoupe(QStringList{QStringLiteral("--database"), base} + command, false);
    };
    QCOMPARE(on(url, {QStringLiteral("demo")}).status, 0);
    QCOMPARE(on(url, {QStringLiteral("activate"), QStringLiteral("--conforming")}).status, 0);
    const QString file = m_program->path(QStringLiteral("c.dump"));
    const auto runPrinted = [&](const QString &said, const char *program) {
        const QString line = said.mid(said.indexOf(QLatin1String(program))).section(u'\n', 0, 0);
        QStringList words = QProcess::splitCommand(line);
        QProcess process;
        process.start((*server)->program(words.takeFirst()), words);
        process.waitForFinished(60000);
        QVERIFY2(process.exitCode() == 0,
                 qPrintable(line + QString::fromUtf8(process.readAllStandardError())));
    };
    runPrinted(on(url, {QStringLiteral("backup"), file}).err, "pg_dump");
    QVERIFY(QFile::exists(file));
    runPrinted(on(other, {QStringLiteral("restore"), file}).err, "pg_restore");
    const QStringList verify{QStringLiteral("verify"), QStringLiteral("--json")};
    const Run here = on(url, verify);
    const Run there = on(other, verify);
    QCOMPARE(here.status, 0);
    QVERIFY2(there.status == 0, qPrintable(there.err));
    QCOMPARE(there.out, here.out);
}

//! What is only asked for makes nothing.
void MaintenanceCommandsTest::firstRoleMakesTheTables()
{
    if (test::PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const auto server = test::PostgresServer::start();
    QVERIFY2(server.has_value(), "no PostgreSQL server starts");
    const DatabaseUrl url = (*server)->newDatabase().value();
    QVERIFY((*server)->run(url, {QStringLiteral("CREATE ROLE zoe LOGIN")}));
    const auto roles = [&](const char *arguments) {
        const QStringList on{QStringLiteral("--database"), url.display(), QStringLiteral("roles")};
        return m_program->recoupe(on + QString::fromLatin1(arguments).split(u' '), false);
    };
    for (const char *looks : {"--list", "--revoke zoe", "--grant operator zoe --sql"}) {
        const Run run = roles(looks);
        QCOMPARE(run.status, 4);
        QVERIFY2(run.err.contains(QStringLiteral("roles --grant")), qPrintable(run.err));
    }
    const Run granted = roles("--grant operator zoe");
    QVERIFY2(granted.status == 0, qPrintable(granted.err));
    QVERIFY(roles("--list").out.contains("zoe"));
    const Run owner = roles(qPrintable(QStringLiteral("--grant operator ") + url.user));
    QCOMPARE(owner.status, 1);
    QVERIFY2(owner.err.contains(QStringLiteral("propriétaire")), qPrintable(owner.err));
}

void MaintenanceCommandsTest::demonstrationMovesToAServerAndBack()
{
    if (test::PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    const auto server = test::PostgresServer::start();
    QVERIFY2(server.has_value(), "no PostgreSQL server starts");
    const QString remote = (*server)->newDatabase().value().display();
    QCOMPARE(m_program->recoupe("demo").status, 0);
    for (const char *arguments :
         {"activate --conforming", "table --issue --date 2026-11-23 --output t.csv",
          "annul-edition 2026-01 --reason Erreur", "export parcoursh --output envoi", "undo"})
        QCOMPARE(m_program->recoupe(arguments).status, 0);

    const QString local = QStringLiteral("sqlite:") + basePath();
    const QString copy = QStringLiteral("sqlite:") + m_program->path(QStringLiteral("retour"));
    const auto move = [&](const QString &from, const QString &to) {
        return m_program->recoupe({QStringLiteral("move"), QStringLiteral("--from"), from,
                                   QStringLiteral("--to"), to, QStringLiteral("--json")},
                                  false);
    };
    const Run over = move(local, remote);
    QVERIFY2(over.status == 0, qPrintable(over.err));
    const Run back = move(remote, copy);
    QVERIFY2(back.status == 0, qPrintable(back.err));
    QCOMPARE(back.out, over.out);
    QVERIFY(over.array().size() > 20);
    QCOMPARE(move(local, remote).status, 2); // no longer empty
    for (const QStringList &command :
         {QStringList{QStringLiteral("verify"), QStringLiteral("--json")},
          QStringList{QStringLiteral("sessions"), QStringLiteral("--json")},
          QStringList{QStringLiteral("history"), QStringLiteral("--json")},
          QStringList{QStringLiteral("deliveries"), QStringLiteral("--json")}}) {
        const Run here = m_program->recoupe(command);
        QCOMPARE(here.status, 0);
        for (const QString &url : {remote, copy})
            QCOMPARE(
                m_program->recoupe(QStringList{QStringLiteral("--database"), url} + command, false)
                    .out,
                here.out);
    }
}

QTEST_GUILESS_MAIN(MaintenanceCommandsTest)
#include "tst_maintenancecommands.moc"
