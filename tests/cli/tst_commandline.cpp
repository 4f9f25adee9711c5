// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, started as a scheduler would start it: real files, real exit status.
#include "cli/programfixture.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

namespace {

QStringList keysOf(const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort();
    return keys;
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void helpNamesEveryCommand();
    void manualPageSaysWhatHelpSays();
    void guideOfAdministratorsNamesWhatThereIs();
    void wholeChainOnTheDemo();
    void jsonHasTheFormOfTheDesign();
    void sessionsAreHeldAndReleased();
    void demoIsNotMixedWithOtherData();
    void activationIsRefusedThenOverridden();
    void badInputIsRefusedInOneSentence_data();
    void badInputIsRefusedInOneSentence();
    void rejectedRowsGiveStatusOne();
    void rejectedRowsAreWritten();
    void dryRunSaysAndChangesNothing();
    void badDatabaseIsLeftAlone_data();
    void badDatabaseIsLeftAlone();
    void realSampleComesIn();
    void databaseComesFromTheEnvironment();
    void mistypedDatabaseIsNotMade();
    void settingsAreListedInWords();
    void changedSettingIsObeyedTrailedAndUndone();
    void profileIsKeptUsedAndRemoved();
    void unknownProfileNamesThoseThereAre();
    void lettersAreWrittenOneAMandataire();

private:
    Run recoupe(const QStringList &arguments, bool withDatabase = true) const
    {
        return m_program->recoupe(arguments, withDatabase);
    }
    QString path(const QString &name) const { return m_program->path(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        return m_program->write(name, content);
    }
    //! Makes the base: reading commands do not.
    void importOneAward() const;

    std::unique_ptr<ProgramFixture> m_program;
};

void CommandLineTest::init()
{
    m_program = std::make_unique<ProgramFixture>();
}

void CommandLineTest::importOneAward() const
{
    const QString file =
        write(QStringLiteral("marché.csv"), "financeur;numero_marche;intitule;date_notification\n"
                                            "CR;M2651402;Maçon;01/10/2026\n");
    QCOMPARE(recoupe({QStringLiteral("import"), QStringLiteral("awards"), file}).status, 0);
}

void CommandLineTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *arguments, const char *said) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromUtf8(said);
    };
    row("frobnicate", "frobnicate");
    row("import", "lheo|awards|sesar|prescribers");
    row("import lheo", "au moins un fichier");
    row("import awards --funder opco f.csv", "opco");
    row("check --jsno", "jsno");
    row("activate", "--conforming");
    row("activate SE_404", "SE_404");
    row("undo SE_1", "SE_1");
    row("check tout", "tout");
    row("check --database", "valeur");
    row("recruitment SE_1 ajar", "ajar");
    row("table --draft", "--output");
    row("table --draft --issue --output t.pdf", "--draft");
    row("table --draft --date 23/11/2026 --output t.pdf", "AAAA-MM-JJ");
    row("table --draft --output t.doc", ".xlsx");
    row("table --edition 2026-09 --output t.pdf", "2026-09");
    row("sessions --status fine", "fine");
    row("check --today demain", "demain");
    row("settings severity/title-mismatch/region", "NOM=VALEUR");
    row("settings severity/title-mismatch/region=fatal", "blocking");
    row("settings severity/title-mismatch/opco=info", "severity/title-mismatch/opco");
    row("settings deadline/days=5", "working");
    row("settings region/departements=63,03", "03 15 43 63");
    row("profiles colonne=b", "--save");
    row("profiles --save P --remove P", "choisir");
    row("profiles --save P numero_marche", "COLONNE=EN-TÊTE");
    row("profiles --save P --separator abc", "abc");
    row("profiles --save P --header-line zero", "zero");
    row("profiles --save P --funder opco", "opco");
    row("profiles --remove P", "P");
    row("import lheo --profile P f.xml", "tableau");
    row("import lheo --rejected r.csv f.xml g.xml", "--rejected");
    row("import awards --profile P", "au moins un fichier");
    row("import awards --profile P f.csv", "P");
    row("letters SE_1", "--output");
    row("letters --output brouillons", "--late");
    row("letters SE_1 --late --output brouillons", "--late");
    row("letters SE_404 --output brouillons", "SE_404");
}

void CommandLineTest::wrongUseIsExplained()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, said);
    importOneAward();
    const Run run = recoupe(arguments.split(u' '));
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void CommandLineTest::helpNamesEveryCommand()
{
    const Run run = recoupe({QStringLiteral("--help")}, false);
    QCOMPARE(run.status, 0);
    for (const char *command :
         {"import",   "check",  "sessions", "activate", "deactivate",  "recruitment", "settings",
          "profiles", "undo",   "redo",     "table",    "prescribers", "mail-table",  "history",
          "verify",   "backup", "restore",  "move",     "demo",        "--database",  "--profile"})
        QVERIFY2(run.out.contains(command), command);
    QCOMPARE(recoupe({QStringLiteral("--version")}, false).out.left(8), QByteArray("recoupe "));
}

void CommandLineTest::manualPageSaysWhatHelpSays()
{
    const Run help = recoupe({QStringLiteral("--help")}, false);
    const Run run = recoupe({QStringLiteral("--man")}, false);
    QCOMPARE(run.status, 0);
    QVERIFY(run.out.startsWith(".TH RECOUPE 1 "));
    const QString page =
        QString::fromUtf8(run.out).replace(QStringLiteral("\\-"), QStringLiteral("-"));
    static const QRegularExpression name(QStringLiteral("^ +(--)?([a-z][a-z0-9-]+)"),
                                         QRegularExpression::MultilineOption);
    auto names = name.globalMatch(QString::fromUtf8(help.out));
    int found = 0;
    for (; names.hasNext(); ++found) {
        const QString word = names.next().captured().trimmed();
        if (word != u"--help")
            QVERIFY2(page.contains(QStringLiteral("\\fB%1\\fR").arg(word)), qPrintable(word));
    }
    QVERIFY(found > 60);
    // Nothing that a line of text begins with is taken for a request of man(7).
    for (const QString &line : page.split(u'\n')) {
        const QString word = line.section(u' ', 0, 0);
        const QStringList requests{QStringLiteral(".TH"), QStringLiteral(".SH"),
                                   QStringLiteral(".TP"), QStringLiteral(".RS"),
                                   QStringLiteral(".RE")};
        QVERIFY2(!(line.startsWith(u'.') || line.startsWith(u'\'')) || requests.contains(word),
                 qPrintable(line));
    }
}

void CommandLineTest::guideOfAdministratorsNamesWhatThereIs()
{
    QFile file(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/help/administration.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString guide = QString::fromUtf8(file.readAll());
    const QString help = QString::fromUtf8(recoupe({QStringLiteral("--help")}, false).out);
    static const QRegularExpression use(QStringLiteral("(?:^    |`)recoupe ([^`\\n]+)"),
                                        QRegularExpression::MultilineOption);
    static const QRegularExpression word(QStringLiteral("(--)?[a-z][a-z-]+"));
    int found = 0;
    for (auto uses = use.globalMatch(guide); uses.hasNext(); ++found) {
        const QString line = uses.next().captured(1);
        const QString command = word.match(line).captured();
        QVERIFY2(help.contains(QStringLiteral(" %1").arg(command)), qPrintable(line));
        for (const QString &part : line.split(u' ')) {
            if (part.startsWith(QStringLiteral("--")))
                QVERIFY2(help.contains(QStringLiteral(" %1").arg(part)), qPrintable(line));
        }
    }
    QVERIFY(found > 8);
}

void CommandLineTest::wholeChainOnTheDemo()
{
    QCOMPARE(recoupe({QStringLiteral("demo")}).status, 0);
    const Run check = recoupe({QStringLiteral("check")});
    QCOMPARE(check.status, 1); // blocking findings, as planted
    const QString candidate = QStringLiteral("SE_0000060206 [notification possible n°");
    QVERIFY(QString::fromUtf8(check.out).contains(candidate)); // in words as well
    QCOMPARE(recoupe({QStringLiteral("activate"), QStringLiteral("--conforming")}).status, 0);
    const QString pdf = path(QStringLiteral("tableau.pdf"));
    const Run issued = recoupe({QStringLiteral("table"), QStringLiteral("--issue"),
                                QStringLiteral("--date"), QStringLiteral("2026-11-23"),
                                QStringLiteral("--output"), pdf, QStringLiteral("--json")});
    QCOMPARE(issued.status, 0);
    QCOMPARE(issued.object()[QLatin1String("edition")].toString(), QStringLiteral("2026-01"));
    QVERIFY(issued.object()[QLatin1String("sessions")].toInt() > 50);
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    const QString copy = path(QStringLiteral("copie.pdf"));
    QCOMPARE(recoupe({QStringLiteral("table"), QStringLiteral("--edition"),
                      QStringLiteral("2026-01"), QStringLiteral("--output"), copy})
                 .status,
             0);
    QVERIFY(QFileInfo(copy).size() > 10'000);
    QCOMPARE(recoupe({QStringLiteral("undo")}).status, 0);
    const Run active = recoupe({QStringLiteral("sessions"), QStringLiteral("--status"),
                                QStringLiteral("active"), QStringLiteral("--json")});
    QVERIFY(active.array().isEmpty());
    QCOMPARE(recoupe({QStringLiteral("redo")}).status, 0);
    const QJsonArray events =
        recoupe({QStringLiteral("history"), QStringLiteral("--json")}).array();
    const QString batch = events.last()[QLatin1String("batch")].toString();
    QVERIFY(events.last()[QLatin1String("redo")].toBool());
    QCOMPARE(recoupe({QStringLiteral("undo"), batch}).status, 0);
    QCOMPARE(recoupe({QStringLiteral("undo"), batch}).status, 2);
}

void CommandLineTest::jsonHasTheFormOfTheDesign()
{
    QCOMPARE(recoupe({QStringLiteral("demo")}).status, 0);
    const QJsonObject check = recoupe({QStringLiteral("check"), QStringLiteral("--json")}).object();
    QCOMPARE(keysOf(check), (QStringList{QStringLiteral("awards"), QStringLiteral("candidates"),
                                         QStringLiteral("findings"), QStringLiteral("matches"),
                                         QStringLiteral("sessions")}));
    QCOMPARE(keysOf(check[QLatin1String("findings")].toArray().first().toObject()),
             (QStringList{QStringLiteral("award"), QStringLiteral("expected"),
                          QStringLiteral("field"), QStringLiteral("id"), QStringLiteral("message"),
                          QStringLiteral("rule"), QStringLiteral("severity"),
                          QStringLiteral("subject"), QStringLiteral("submitted")}));
    QCOMPARE(
        keysOf(check[QLatin1String("matches")].toArray().first().toObject()),
        (QStringList{QStringLiteral("award"), QStringLiteral("how"), QStringLiteral("session")}));

    const QJsonArray sessions =
        recoupe({QStringLiteral("sessions"), QStringLiteral("--json")}).array();
    QCOMPARE(sessions.size(), check[QLatin1String("sessions")].toInt());
    QCOMPARE(keysOf(sessions.first().toObject()),
             (QStringList{QStringLiteral("action"), QStringLiteral("activation"),
                          QStringLiteral("audience"), QStringLiteral("control"),
                          QStringLiteral("funder"), QStringLiteral("holder"), QStringLiteral("id"),
                          QStringLiteral("market"), QStringLiteral("recruitment"),
                          QStringLiteral("scheme")}));
    const QStringList controls{QStringLiteral("conforming"), QStringLiteral("discrepancy"),
                               QStringLiteral("ambiguous"),  QStringLiteral("no-award"),
                               QStringLiteral("incomplete"), QStringLiteral("to-review")};
    for (const QJsonValue &session : sessions)
        QVERIFY(controls.contains(session.toObject()[QLatin1String("control")].toString()));
}

void CommandLineTest::sessionsAreHeldAndReleased()
{
    QCOMPARE(recoupe({QStringLiteral("demo")}).status, 0);
    const QString numero = QStringLiteral("SE_0000060143");
    const auto as = [&](const QString &who, const QString &command, const QStringList &more) {
        return recoupe(QStringList{QStringLiteral("--operator"), who, command} + more);
    };
    const auto holder = [&] {
        const Run run = recoupe({QStringLiteral("sessions"), QStringLiteral("--json")});
        for (const QJsonValue &session : run.array()) {
            if (session[QLatin1String("id")] == numero)
                return session[QLatin1String("holder")];
        }
        return QJsonValue(QJsonValue::Undefined);
    };
    const QString odile = QStringLiteral("Odile");
    const QString martin = QStringLiteral("c.martin");
    const QString hold = QStringLiteral("hold");
    const QString release = QStringLiteral("release");
    QVERIFY(holder().isNull());
    QCOMPARE(as(odile, hold, {}).status, 2);
    QCOMPARE(as(odile, hold, {numero}).status, 0);
    QCOMPARE(holder().toString(), odile);
    const Run refused = as(martin, hold, {numero});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains(odile), qPrintable(refused.err));
    QCOMPARE(as(martin, release, {numero}).status, 1);
    QCOMPARE(holder().toString(), odile);
    QCOMPARE(as(martin, hold, {numero, QStringLiteral("--take-over")}).status, 0);
    QCOMPARE(holder().toString(), martin);
    const Run released = as(martin, release, {numero, QStringLiteral("--json")});
    QCOMPARE(released.object()[QLatin1String("changed")].toArray(), QJsonArray{numero});
    QVERIFY(holder().isNull());
}

void CommandLineTest::demoIsNotMixedWithOtherData()
{
    importOneAward();
    const Run refused = recoupe({QStringLiteral("demo")});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains(u"autres données"), qPrintable(refused.err));
    QVERIFY(recoupe({QStringLiteral("sessions"), QStringLiteral("--json")}).array().isEmpty());
}

void CommandLineTest::activationIsRefusedThenOverridden()
{
    QCOMPARE(recoupe({QStringLiteral("demo")}).status, 0);
    const Run listed = recoupe({QStringLiteral("sessions"), QStringLiteral("--status"),
                                QStringLiteral("no-award"), QStringLiteral("--json")});
    const QString id = listed.array().first().toObject()[QLatin1String("id")].toString();
    const Run refused = recoupe({QStringLiteral("activate"), id});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains(id), qPrintable(refused.err));
    QCOMPARE(recoupe({QStringLiteral("activate"), id, QStringLiteral("--reason"),
                      QStringLiteral("accord écrit du financeur")})
                 .status,
             0);
    const Run history = recoupe({QStringLiteral("history"), id, QStringLiteral("--json")});
    const QJsonObject event = history.array().last().toObject();
    QCOMPARE(event[QLatin1String("reason")].toString(),
             QStringLiteral("accord écrit du financeur"));
    QCOMPARE(event[QLatin1String("operator")].toString(), QStringLiteral("Odile"));
    QCOMPARE(recoupe({QStringLiteral("recruitment"), id, QStringLiteral("closed")}).status, 0);
    QCOMPARE(recoupe({QStringLiteral("deactivate"), id}).status, 0);
}

void CommandLineTest::badInputIsRefusedInOneSentence_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    const QString lheo = QStringLiteral("lheo");
    const QString awards = QStringLiteral("awards");
    const QString feed = QStringLiteral("flux.xml");
    QTest::newRow("empty feed") << lheo << feed << QByteArray();
    QTest::newRow("not XML") << lheo << feed << QByteArray("Bonjour,\nvoici le flux.\n");
    QTest::newRow("not LHEO") << lheo << feed << QByteArray("<html><body/></html>");
    QTest::newRow("truncated") << lheo << feed
                               << QByteArray("<lheo xmlns=\"http://lheo.gouv.fr/2.3\"><offres>");
    QTest::newRow("wrong encoding")
        << lheo << feed
        << QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?><lheo "
                      "xmlns=\"http://lheo.gouv.fr/2.3\"><offres>\xE9</offres></lheo>");
    QTest::newRow("document type")
        << lheo << feed << QByteArray("<!DOCTYPE lheo [<!ENTITY a \"b\">]><lheo/>");
    QTest::newRow("empty table") << awards << QStringLiteral("n.csv") << QByteArray();
    QTest::newRow("table without its columns")
        << awards << QStringLiteral("n.csv") << QByteArray("nom;prenom\na;b\n");
    QTest::newRow("workbook that is a CSV")
        << awards << QStringLiteral("n.xlsx") << QByteArray("numero_marche;intitule\nM1;a\n");
    QTest::newRow("broken zip") << awards << QStringLiteral("n.xlsx")
                                << QByteArray("PK\x03\x04 rien de bon", 17);
    QTest::newRow("SESAR without its columns")
        << QStringLiteral("sesar") << QStringLiteral("s.csv") << QByteArray("a;b\n1;2\n");
}

void CommandLineTest::badInputIsRefusedInOneSentence()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    const Run run = recoupe({QStringLiteral("import"), kind, write(name, content)});
    QCOMPARE(run.status, 3);
    QCOMPARE(run.err.trimmed().count(u'\n'), 0);
    QVERIFY2(run.err.contains(name), qPrintable(run.err));
    QVERIFY(recoupe({QStringLiteral("sessions"), QStringLiteral("--json")}).array().isEmpty());
    QCOMPARE(recoupe({QStringLiteral("import"), kind, path(QStringLiteral("absent.xml"))}).status,
             3);
}

void CommandLineTest::rejectedRowsGiveStatusOne()
{
    const Run run = recoupe(
        {QStringLiteral("import"), QStringLiteral("awards"),
         write(QStringLiteral("n.csv"), "financeur;numero_marche;intitule;date_notification\n"
                                        "CR;M2651401;Soudeur;32/10/2026\n"
                                        "CR;M2651402;Maçon;01/10/2026\n")});
    QCOMPARE(run.status, 1);
    for (const char *part : {"n.csv", "ligne 2", "date_notification", "32/10/2026"})
        QVERIFY2(run.err.contains(QString::fromLatin1(part)), qPrintable(run.err));
    QVERIFY(QString::fromUtf8(run.out).contains(u"1 nouvelle"));
}

void CommandLineTest::rejectedRowsAreWritten()
{
    const QString file =
        write(QStringLiteral("n.csv"), "financeur;numero_marche;intitule;date_notification\n"
                                       "CR;M2651401;Soudeur;32/10/2026\n");
    const QString target = path(QStringLiteral("rejets.csv"));
    const Run run = recoupe({QStringLiteral("import"), QStringLiteral("awards"),
                             QStringLiteral("--rejected"), target, file});
    QCOMPARE(run.status, 1);
    QFile rejected(target);
    QVERIFY(rejected.open(QIODevice::ReadOnly));
    QVERIFY(rejected.readAll().contains("CR;M2651401;Soudeur;32/10/2026;2;date_notification;"));
    QCOMPARE(recoupe({QStringLiteral("import"), QStringLiteral("awards"),
                      QStringLiteral("--rejected"), path(QStringLiteral("absent/r.csv")), file})
                 .status,
             3);
}

void CommandLineTest::dryRunSaysAndChangesNothing()
{
    const QString file =
        write(QStringLiteral("n.csv"), "financeur;numero_marche;intitule;date_notification\n"
                                       "CR;M2651401;Soudeur;01/10/2026\n");
    const QStringList import{QStringLiteral("import"), QStringLiteral("awards"),
                             QStringLiteral("--dry-run"), file};
    QCOMPARE(recoupe(import).status, 4); // no base is made for it
    importOneAward();
    const Run run = recoupe(import);
    QCOMPARE(run.status, 0);
    QVERIFY(QString::fromUtf8(run.out).contains(u"1 nouvelle"));
    QVERIFY2(run.err.contains(QStringLiteral("essai")), qPrintable(run.err));
    const QJsonObject again = recoupe(import + QStringList(QStringLiteral("--json"))).object();
    QVERIFY(again.value(u"dryRun").toBool());
    QCOMPARE(again.value(u"files").toArray().first().toObject().value(u"added").toInt(), 1);
    QCOMPARE(recoupe({QStringLiteral("check"), QStringLiteral("--json")})
                 .object()
                 .value(u"awards")
                 .toInt(),
             1);
}

void CommandLineTest::badDatabaseIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text")
        << QByteArray("Chère collègue, ceci n'est pas une base.\n").repeated(99);
    QTest::newRow("a damaged base")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\x55');
}

void CommandLineTest::badDatabaseIsLeftAlone()
{
    QFETCH(const QByteArray, content);
    const QString base = write(QStringLiteral("é base.recoupe"), content);
    const Run run = recoupe({QStringLiteral("check")});
    QCOMPARE(run.status, 4);
    QVERIFY2(run.err.contains(u"base.recoupe"), qPrintable(run.err));
    QFile file(base);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void CommandLineTest::realSampleComesIn()
{
    const QString sample = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/exemple-2.3.xml");
    if (!QFile::exists(sample))
        QSKIP("The LHEO sample beside the project is not here: nothing to read.");
    const Run run = recoupe({QStringLiteral("import"), QStringLiteral("lheo"), sample});
    QCOMPARE(run.status, 0);
    const QJsonArray sessions =
        recoupe({QStringLiteral("sessions"), QStringLiteral("--json")}).array();
    QCOMPARE(sessions.size(), 5);
    const auto of = [&](const char *id, const char *field) {
        for (const QJsonValue &session : sessions) {
            if (session.toObject()[QLatin1String("id")] == QLatin1String(id))
                return session.toObject()[QLatin1String(field)].toString();
        }
        return QString();
    };
    QCOMPARE(of("03_S0007801", "funder"), QStringLiteral("region"));
    QCOMPARE(of("03_S0007801", "market"), QStringLiteral("2026-R-0412-03"));
    QCOMPARE(of("03_S0007802", "recruitment"), QStringLiteral("suspended"));
    QCOMPARE(of("03_S0007640", "funder"), QStringLiteral("pole-emploi"));
    QCOMPARE(of("03_S0007911", "funder"), QStringLiteral("other"));
    QCOMPARE(of("03_S0008015", "funder"), QStringLiteral("agefiph"));
}

void CommandLineTest::databaseComesFromTheEnvironment()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString base = path(QStringLiteral("ailleurs.recoupe"));
    environment.insert(QStringLiteral("RECOUPE_DATABASE"), QStringLiteral("sqlite:") + base);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(RECOUPE_PROGRAM), {QStringLiteral("demo")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(QFile::exists(base));
}

void CommandLineTest::mistypedDatabaseIsNotMade()
{
    for (const char *command : {"check", "sessions", "history", "undo"}) {
        const Run run = recoupe({QString::fromLatin1(command)});
        QCOMPARE(run.status, 4);
        QVERIFY2(run.err.contains(u"base.recoupe"), qPrintable(run.err));
    }
    QVERIFY(!QFile::exists(path(QStringLiteral("é base.recoupe"))));
}

void CommandLineTest::settingsAreListedInWords()
{
    importOneAward();
    const Run listed = recoupe({QStringLiteral("settings")});
    QCOMPARE(listed.status, 0);
    const QString text = QString::fromUtf8(listed.out);
    for (const char *part : {"deadline/days=calendar", "region/departements=03 15 43 63",
                             "severity/title-mismatch/region=", "Gravité de «"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    const QJsonObject json =
        recoupe({QStringLiteral("settings"), QStringLiteral("--json")}).object();
    QCOMPARE(json.size(), text.trimmed().split(u'\n').size());
    QCOMPARE(json[QLatin1String("deadline/days")].toString(), QStringLiteral("calendar"));
}

void CommandLineTest::changedSettingIsObeyedTrailedAndUndone()
{
    QCOMPARE(recoupe({QStringLiteral("demo")}).status, 0);
    const auto severities = [this](const char *rule) {
        QSet<QString> found;
        const Run check = recoupe({QStringLiteral("check"), QStringLiteral("--json")});
        for (const QJsonValue &finding : check.object()[QLatin1String("findings")].toArray()) {
            if (finding[QLatin1String("rule")] == QLatin1String(rule))
                found << finding[QLatin1String("severity")].toString();
        }
        return found;
    };
    QCOMPARE(severities("award-missing"), (QSet<QString>{QStringLiteral("blocking")}));
    QStringList change{QStringLiteral("settings"), QStringLiteral("--reason"),
                       QStringLiteral("essai")};
    for (const char *funder : {"region", "pole-emploi", "agefiph"})
        change << QStringLiteral("severity/award-missing/%1=info").arg(QString::fromLatin1(funder));
    QCOMPARE(recoupe(change).status, 0);
    QCOMPARE(severities("award-missing"), (QSet<QString>{QStringLiteral("info")}));

    const QString history = QString::fromUtf8(recoupe({QStringLiteral("history")}).out);
    for (const char *part :
         {"Odile", "severity/award-missing/agefiph", "bloquant → information", "essai"})
        QVERIFY2(history.contains(QString::fromUtf8(part)), qPrintable(history));
    const QJsonObject event =
        recoupe({QStringLiteral("history"), QStringLiteral("--json")}).array().first().toObject();
    QCOMPARE(event[QLatin1String("subject")].toString(), QStringLiteral("setting"));
    QVERIFY(event[QLatin1String("id")].toString().startsWith(QLatin1String("severity/")));
    QCOMPARE(event[QLatin1String("before")].toString(), QStringLiteral("blocking"));

    QCOMPARE(recoupe({QStringLiteral("undo")}).status, 0);
    QCOMPARE(severities("award-missing"), (QSet<QString>{QStringLiteral("blocking")}));
}

void CommandLineTest::profileIsKeptUsedAndRemoved()
{
    importOneAward();
    const QStringList save{
        QStringLiteral("profiles"),        QStringLiteral("--save"),
        QStringLiteral("Agefiph"),         QStringLiteral("--funder"),
        QStringLiteral("agefiph"),         QStringLiteral("numero_marche=Réf."),
        QStringLiteral("intitule=Action"), QStringLiteral("date_notification=Envoyé le")};
    QCOMPARE(recoupe(save).status, 0);
    const QJsonArray listed =
        recoupe({QStringLiteral("profiles"), QStringLiteral("--json")}).array();
    QCOMPARE(listed.size(), 1);
    const QJsonObject profile = listed.first().toObject();
    QCOMPARE(profile[QLatin1String("name")].toString(), QStringLiteral("Agefiph"));
    QCOMPARE(profile[QLatin1String("funder")].toString(), QStringLiteral("agefiph"));
    QCOMPARE(profile[QLatin1String("columns")].toObject()[QLatin1String("intitule")].toString(),
             QStringLiteral("Action"));
    QVERIFY(QString::fromUtf8(recoupe({QStringLiteral("profiles")}).out)
                .contains(QStringLiteral("numero_marche=Réf.")));

    const QString file =
        write(QStringLiteral("envoi.csv"), "Réf.;Action;Envoyé le\nA2651401;Soudeur;01/10/2026\n");
    QCOMPARE(recoupe({QStringLiteral("import"), QStringLiteral("awards"), file}).status, 3);
    const Run imported = recoupe({QStringLiteral("import"), QStringLiteral("awards"),
                                  QStringLiteral("--profile"), QStringLiteral("Agefiph"), file});
    QVERIFY2(imported.status == 0, qPrintable(imported.err));
    QVERIFY(QString::fromUtf8(imported.out).contains(u"1 nouvelle"));

    QCOMPARE(
        recoupe({QStringLiteral("profiles"), QStringLiteral("--remove"), QStringLiteral("Agefiph")})
            .status,
        0);
    QVERIFY(recoupe({QStringLiteral("profiles"), QStringLiteral("--json")}).array().isEmpty());
}

void CommandLineTest::unknownProfileNamesThoseThereAre()
{
    importOneAward();
    for (const char *name : {"Agefiph", "Région"}) {
        QCOMPARE(
            recoupe({QStringLiteral("profiles"), QStringLiteral("--save"), QString::fromUtf8(name)})
                .status,
            0);
    }
    const Run run =
        recoupe({QStringLiteral("import"), QStringLiteral("awards"), QStringLiteral("--profile"),
                 QStringLiteral("Opco"), QStringLiteral("f.csv")});
    QCOMPARE(run.status, 2);
    for (const char *part : {"Opco", "Agefiph", "Région"})
        QVERIFY2(run.err.contains(QString::fromUtf8(part)), qPrintable(run.err));
}

void CommandLineTest::lettersAreWrittenOneAMandataire()
{
    QCOMPARE(recoupe({QStringLiteral("demo")}).status, 0);
    const QString folder = path(QStringLiteral("envoi é"));
    const QStringList arguments{QStringLiteral("letters"),
                                QStringLiteral("SE_0000060221"),
                                QStringLiteral("SE_0000060206"),
                                QStringLiteral("--output"),
                                folder,
                                QStringLiteral("--json")};
    const Run run = recoupe(arguments);
    QVERIFY2(run.status == 0, qPrintable(run.err));
    QSet<QString> asked;
    for (const QJsonValue &value : run.array()) {
        const QJsonObject letter = value.toObject();
        QCOMPARE(keysOf(letter), (QStringList{QStringLiteral("address"), QStringLiteral("awards"),
                                              QStringLiteral("file"), QStringLiteral("kind"),
                                              QStringLiteral("reason"), QStringLiteral("recipient"),
                                              QStringLiteral("sessions"), QStringLiteral("siret"),
                                              QStringLiteral("subject")}));
        QVERIFY(QFileInfo::exists(letter[u"file"].toString()));
        for (const QJsonValue &session : letter[u"sessions"].toArray())
            asked << session.toString();
    }
    QCOMPARE(asked,
             (QSet<QString>{QStringLiteral("SE_0000060221"), QStringLiteral("SE_0000060206")}));
    // Nothing is written over what was written before.
    const QString first = run.array().first().toObject()[u"file"].toString();
    const Run again = recoupe(arguments);
    QCOMPARE(again.status, 0);
    QVERIFY(again.array().first().toObject()[u"file"].toString() != first);

    const Run late = recoupe({QStringLiteral("letters"), QStringLiteral("--late"),
                              QStringLiteral("--output"), folder, QStringLiteral("--json")});
    QCOMPARE(late.status, 0);
    QVERIFY(!late.array().isEmpty());
    QCOMPARE(late.array().first().toObject()[u"kind"].toString(), QStringLiteral("reminder"));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
