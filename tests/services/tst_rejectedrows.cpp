// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/rejectedrows.h"

#include "services/officefixture.h"
#include "support/testfiles.h"

#include <QTest>

using namespace recoupe;
using recoupe::test::bytesOf;

namespace {

const QByteArray header = "financeur;numero_marche;intitule;date_notification;code_postal;"
                          "siret_mandataire;Remarque\n";

} // namespace

class RejectedRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<OfficeFixture>(); }
    void tableRowsAreAsInTheFileWithTheirError();
    void spreadsheetKeepsWhatItWouldRewrite_data();
    void spreadsheetKeepsWhatItWouldRewrite();
    void correctedFileComesIn();
    void rowsOfAWorkbookAreThereToo();
    void feedGivesAListOfRecords();
    void fileThatChangedIsRefused();
    void unwritableTargetIsSaid();

private:
    [[nodiscard]] QString target() const
    {
        return m_fixture->path(QStringLiteral("n - rejets.csv"));
    }
    //! Imports a table of notifications and saves what it left out.
    [[nodiscard]] QStringList savedLines(const QByteArray &table);

    std::unique_ptr<OfficeFixture> m_fixture;
};

QStringList RejectedRowsTest::savedLines(const QByteArray &table)
{
    const ImportPlan plan{.file = m_fixture->write(QStringLiteral("n.csv"), table)};
    const auto summary = m_fixture->office().imports().import(plan);
    if (!summary)
        qFatal("%s", qPrintable(summary.error().message));
    if (const Result<> saved = saveRejected(plan, *summary, target()); !saved)
        qFatal("%s", qPrintable(saved.error().message));
    return QString::fromUtf8(bytesOf(target())).split(QStringLiteral("\r\n"));
}

void RejectedRowsTest::tableRowsAreAsInTheFileWithTheirError()
{
    const QStringList lines =
        savedLines(header + "CR;M1;Bon;01/10/2026;63000;;\n"
                            "CR;M2;\"Soudeur; \"\"arc\"\"\";32/10/2026;63000;;=1+1\n");
    QCOMPARE(lines.size(), 3);
    QVERIFY(bytesOf(target()).startsWith("\xEF\xBB\xBF")); // without which Excel garbles
    QCOMPARE(lines.at(0),
             QStringLiteral("financeur;numero_marche;intitule;date_notification;code_postal;"
                            "siret_mandataire;Remarque;Erreur\u00a0: ligne;Erreur\u00a0: champ;"
                            "Erreur\u00a0: valeur;Erreur\u00a0: attendu"));
    QVERIFY2(lines.at(1).startsWith(
                 QStringLiteral("CR;M2;\"Soudeur; \"\"arc\"\"\";32/10/2026;63000;;'=1+1;3;"
                                "date_notification;32/10/2026;")),
             qPrintable(lines.at(1)));
}

void RejectedRowsTest::spreadsheetKeepsWhatItWouldRewrite_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *cell, const char *written) {
        QTest::newRow(cell) << QByteArray(cell) << QString::fromLatin1(written);
    };
    row("03100", "\"=\"\"03100\"\"\"");
    row("99990010300014", "\"=\"\"99990010300014\"\"\"");
    row("12E45", "\"=\"\"12E45\"\"\"");
    row("1-2", "\"=\"\"1-2\"\"\"");
    row("63000", "63000");
    row("01/10/2026", "01/10/2026");
}

void RejectedRowsTest::spreadsheetKeepsWhatItWouldRewrite()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QString, written);
    const QStringList lines = savedLines(header + "CR;M2;Soudeur;32/10/2026;;;" + cell + "\n");
    QCOMPARE(lines.at(1).section(QStringLiteral(";2;"), 0, 0).section(u';', 6), written);
}

void RejectedRowsTest::correctedFileComesIn()
{
    (void)savedLines(header + "CR;M2;Soudeur;32/10/2026;03100;99990010300014;\n");
    const QString corrected = m_fixture->write(
        QStringLiteral("corrigé.csv"), bytesOf(target()).replace("32/10/2026;\"", "02/10/2026;\""));
    const auto summary = m_fixture->office().imports().import({.file = corrected});
    QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().message));
    QCOMPARE(summary->record.added, 1);
    const AwardNotification award = m_fixture->workspace()->awards.first();
    QCOMPARE(award.postalCode, QStringLiteral("03100"));
    QCOMPARE(award.awardeeSirets, QStringList(QStringLiteral("99990010300014")));
}

void RejectedRowsTest::rowsOfAWorkbookAreThereToo()
{
    ImportPlan plan{.file = QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/sesar.xlsx"),
                    .kind = ImportKind::Sesar};
    plan.profile.columns = {{QStringLiteral("date_fin"), QStringLiteral("intitule")}};
    const auto summary = m_fixture->office().imports().import(plan);
    QVERIFY(summary.has_value());
    QVERIFY(!summary->rejections.isEmpty());
    const Result<> saved = saveRejected(plan, *summary, target());
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
    const QStringList lines = QString::fromUtf8(bytesOf(target())).split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), summary->rejections.size() + 2);
    QVERIFY(lines.first().endsWith(QStringLiteral("attendu")));
}

void RejectedRowsTest::feedGivesAListOfRecords()
{
    const ImportPlan plan{
        .file = m_fixture->write(
            QStringLiteral("f.xml"),
            feedOf({{}, {.numero = QStringLiteral("SE_2"), .start = QStringLiteral("20270231")}}))};
    const auto summary = m_fixture->office().imports().import(plan);
    QVERIFY(summary.has_value());
    QVERIFY(saveRejected(plan, *summary, target()).has_value());
    const QStringList lines = QString::fromUtf8(bytesOf(target())).split(QStringLiteral("\r\n"));
    QCOMPARE(lines.first(), QStringLiteral("Ligne;Enregistrement;Champ;Valeur;Attendu"));
    QVERIFY2(lines.at(1).contains(QStringLiteral(";periode.debut;20270231;")),
             qPrintable(lines.at(1)));
}

void RejectedRowsTest::fileThatChangedIsRefused()
{
    const QByteArray table = header + "CR;M2;Soudeur;32/10/2026;;;\n";
    const QString file = m_fixture->write(QStringLiteral("n.csv"), table);
    const Result<ImportTrial> trial =
        m_fixture->office().imports().tryAll({{.file = file}}, nullptr);
    const ImportOutcome &outcome = trial->files.first();
    QVERIFY(saveRejected(outcome.plan, *outcome.summary, target()).has_value());
    (void)m_fixture->write(QStringLiteral("n.csv"), "CR" + table);
    const Result<> refused = saveRejected(outcome.plan, *outcome.summary, target());
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::FileChanged);
}

void RejectedRowsTest::unwritableTargetIsSaid()
{
    const Result<> refused = saveRejected({}, {}, m_fixture->path(QStringLiteral("absent/r.csv")));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
}

QTEST_GUILESS_MAIN(RejectedRowsTest)
#include "tst_rejectedrows.moc"
