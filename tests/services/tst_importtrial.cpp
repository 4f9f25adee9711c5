// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would do, on both kinds of base.
#include "services/officefixture.h"
#include "services/words.h"
#include "storage/database.h"
#include "storage/importrepository.h"
#include "support/basekinds.h"

#include <QFile>
#include <QTest>

using namespace recoupe;

namespace {

const QByteArray awardHeader = "financeur;numero_marche;intitule;date_notification\n";
const QByteArray sesar = "numero_marche;date_debut;date_fin\nM2651401;01/03/2027;30/06/2027\n";
const QByteArray decp = R"({"marches": [{"id": "2026M26514010", "objet": "Soudeur",
    "dateNotification": "2026-10-01", "acheteur": {"id": "20005376700014"},
    "titulaires": [{"id": "99990010300014", "typeIdentifiant": "SIRET"}]}]})";

} // namespace

class ImportTrialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_kinds.stop(); }
    void trialSaysWhatTheImportDoesAndLeavesNothing_data();
    void trialSaysWhatTheImportDoesAndLeavesNothing();
    void laterFileBuildsOnTheEarlierOne_data() { m_kinds.addRows(); }
    void laterFileBuildsOnTheEarlierOne();
    void unreadableFileStandsBesideTheOthers();
    void cancelledTrialFails();
    void fileThatChangedSinceItsTrialIsRefused();
    void activeSessionsThatWouldChangeAreNamed();
    void importOfNothingButRejectsIsInTheLog();
    void sameRejectsAreNotLoggedTwice();

private:
    void open(const QString &backend);
    QString write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] ImportService imports() { return m_office->imports(); }
    [[nodiscard]] WorkspacePtr workspace() { return m_office->workspace().value(); }
    [[nodiscard]] QList<ImportRecord> log() const;

    test::BaseKinds m_kinds;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_url;
    std::unique_ptr<BackOffice> m_office;
};

void ImportTrialTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
}

void ImportTrialTest::open(const QString &backend)
{
    m_office.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_url = m_kinds.newBase(backend).display();
    m_office =
        std::make_unique<BackOffice>(m_url, QStringLiteral("Odile"), Clock{QDate(2026, 11, 23)});
    const Result<> opened = m_office->open();
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
}

QString ImportTrialTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

QList<ImportRecord> ImportTrialTest::log() const
{
    const auto database = Database::open(DatabaseUrl::parse(m_url).value());
    return ImportRepository(**database).imports().value();
}

void ImportTrialTest::trialSaysWhatTheImportDoesAndLeavesNothing_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("rejected");
    QTest::addColumn<bool>("isTable");
    const auto add = [this](const char *name, const QByteArray &content, int added, int rejected,
                            bool isTable) {
        for (const QString &backend : m_kinds.backends())
            QTest::addRow("%s, %s", name, qPrintable(backend))
                << backend << content << added << rejected << isTable;
    };
    add("feed", feedOf({{}, {.numero = QStringLiteral("SE_2"), .start = QStringLiteral("2027")}}),
        1, 1, false);
    add("notifications", awardHeader + "CR;M1;Soudeur;01/10/2026\nCR;M2;Soudeur;32/10/2026\n", 1, 1,
        true);
    add("SESAR", sesar, 1, 0, true);
    add("DECP", decp, 1, 0, false);
}

void ImportTrialTest::trialSaysWhatTheImportDoesAndLeavesNothing()
{
    QFETCH(const QString, backend);
    QFETCH(const QByteArray, content);
    QFETCH(const int, added);
    QFETCH(const int, rejected);
    QFETCH(const bool, isTable);
    open(backend);
    ImportPlan plan{.file = write(QStringLiteral("fichier.dat"), content)};
    plan.profile.funder = Funder::Region;

    const Result<ImportTrial> trial = imports().tryAll({plan}, workspace());
    QVERIFY2(trial.has_value(), trial ? "" : qPrintable(trial.error().message));
    const Result<ImportSummary> &tried = trial->files.first().summary;
    QVERIFY2(tried.has_value(), tried ? "" : qPrintable(tried.error().message));
    QCOMPARE(tried->record.added, added);
    QCOMPARE(tried->record.rejected, rejected);
    QCOMPARE(tried->isTable, isTable);
    const WorkspacePtr untouched = workspace();
    QVERIFY(untouched->sessions.isEmpty() && untouched->awards.isEmpty() &&
            untouched->declarations.isEmpty());
    QVERIFY(log().isEmpty());

    const Result<ImportSummary> done = imports().import(trial->files.first().plan);
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message));
    QCOMPARE(countsInWords(*done), countsInWords(*tried));
    QCOMPARE(done->rejections, tried->rejections);
    QCOMPARE(done->warnings, tried->warnings);
    QCOMPARE(log().size(), 1);
}

void ImportTrialTest::laterFileBuildsOnTheEarlierOne()
{
    QFETCH(const QString, backend);
    open(backend);
    const QString monday = write(QStringLiteral("lundi.xml"), feedOf({{}}));
    const QString broken = write(QStringLiteral("mardi.xml"), feedOf({{}}).chopped(60));
    const QString wednesday =
        write(QStringLiteral("mercredi.xml"), feedOf({{.end = QStringLiteral("20270715")}}));
    const Result<ImportTrial> trial =
        imports().tryAll({{.file = monday}, {.file = broken}, {.file = wednesday}}, workspace());
    QVERIFY(trial.has_value());
    QCOMPARE(trial->files.size(), 3);
    QCOMPARE(trial->files.at(0).summary->record.added, 1);
    QCOMPARE(trial->files.at(1).summary.error().code, ErrorCode::MalformedFile);
    QCOMPARE(trial->files.at(2).summary->record.added, 0);
    QCOMPARE(trial->files.at(2).summary->record.changed, 1);
    QVERIFY(workspace()->sessions.isEmpty());
}

void ImportTrialTest::unreadableFileStandsBesideTheOthers()
{
    open(QStringLiteral("sqlite"));
    const Result<ImportTrial> trial =
        imports().tryAll({{.file = m_folder->filePath(QStringLiteral("absent.csv"))},
                          {.file = write(QStringLiteral("s.csv"), sesar)}},
                         nullptr);
    QVERIFY(trial.has_value());
    QCOMPARE(trial->files.first().summary.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(trial->files.last().summary->record.added, 1);
}

void ImportTrialTest::cancelledTrialFails()
{
    open(QStringLiteral("sqlite"));
    const Result<ImportTrial> trial =
        imports().tryAll({{.file = write(QStringLiteral("f.xml"), feedOf({{}}))}}, workspace(),
                         [](qint64, qint64) { return false; });
    QVERIFY(!trial.has_value());
    QCOMPARE(trial.error().code, ErrorCode::Cancelled);
}

void ImportTrialTest::fileThatChangedSinceItsTrialIsRefused()
{
    open(QStringLiteral("sqlite"));
    const QString file = write(QStringLiteral("f.xml"), feedOf({{}}));
    const ImportPlan plan = imports().tryAll({{.file = file}}, nullptr)->files.first().plan;
    (void)write(QStringLiteral("f.xml"), feedOf({{}, {.numero = QStringLiteral("SE_2")}}));
    const Result<ImportSummary> refused = imports().import(plan);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::FileChanged);
    QVERIFY(refused.error().message.contains(QStringLiteral("f.xml")));
    QVERIFY(workspace()->sessions.isEmpty());
    const ImportPlan again = imports().tryAll({plan}, nullptr)->files.first().plan;
    QCOMPARE(imports().import(again)->record.added, 2);
}

void ImportTrialTest::activeSessionsThatWouldChangeAreNamed()
{
    open(QStringLiteral("sqlite"));
    QVERIFY(imports().importLheo(write(
        QStringLiteral("a.xml"),
        feedOf({{}, {.numero = QStringLiteral("SE_2")}, {.numero = QStringLiteral("SE_3")}}))));
    QVERIFY(imports().importAwards(
        write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
    QVERIFY(m_office->decisions().activateConforming());
    const Result<ImportTrial> trial = imports().tryAll(
        {{.file = write(QStringLiteral("b.xml"), feedOf({{.end = QStringLiteral("20270715")},
                                                         {.numero = QStringLiteral("SE_2"),
                                                          .recruitment = QStringLiteral("2")}}))}},
        workspace());
    QVERIFY(trial.has_value());
    QCOMPARE(trial->activeChanges.size(), 3);
    const QString said = activeChangesInWords(trial->activeChanges).join(u'\n');
    QVERIFY2(said.contains(QStringLiteral("« À revoir » : SE_1.")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("« Fermé » : SE_2.")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("n'est plus dans le flux : SE_3.")), qPrintable(said));
}

void ImportTrialTest::importOfNothingButRejectsIsInTheLog()
{
    open(QStringLiteral("sqlite"));
    const auto summary = imports().importAwards(
        write(QStringLiteral("n.csv"), awardHeader + "CR;M1;Soudeur;32/10/2026\n"), {});
    QCOMPARE(summary->record.rejected, 1);
    const QList<ImportRecord> entries = log();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().rejected, 1);
    QCOMPARE(entries.first().fileName, QStringLiteral("n.csv"));
}

void ImportTrialTest::sameRejectsAreNotLoggedTwice()
{
    open(QStringLiteral("sqlite"));
    const QByteArray rows = awardHeader + "CR;M1;Soudeur;32/10/2026\nCR;M2;Soudeur;01/10/2026\n";
    const QString file = write(QStringLiteral("n.csv"), rows);
    QVERIFY(imports().importAwards(file, {}));
    QVERIFY(imports().importAwards(file, {}));
    QCOMPARE(log().size(), 1);
    (void)write(QStringLiteral("n.csv"), rows + "CR;M3;;01/10/2026\n");
    QVERIFY(imports().importAwards(file, {}));
    QCOMPARE(log().size(), 2);
}

QTEST_GUILESS_MAIN(ImportTrialTest)
#include "tst_importtrial.moc"
