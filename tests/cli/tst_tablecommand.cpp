// SPDX-License-Identifier: GPL-3.0-or-later
// The table and its editions as a scheduler or a colleague would ask for them.
#include "cli/programfixture.h"

#include <QFile>
#include <QTest>

using namespace recoupe;

class TableCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void tableIsWrittenAsItsFileIsNamed();
    void partIsShownAndNamed();
    void editionIsWrittenAgainTheSame();
    void blockedEditionWantsAReason();
    void editionsAreListedComparedAndAnnulled();

private:
    [[nodiscard]] QString publishedSession() const;
    [[nodiscard]] QByteArray contentsOf(const char *name) const;

    std::unique_ptr<ProgramFixture> m_program;
};

void TableCommandTest::init()
{
    m_program = std::make_unique<ProgramFixture>();
    QCOMPARE(m_program->recoupe("demo").status, 0);
    QCOMPARE(m_program->recoupe("activate --conforming").status, 0);
}

QString TableCommandTest::publishedSession() const
{
    const QJsonArray active = m_program->recoupe("sessions --status active --json").array();
    for (const QJsonValue &session : active) {
        if (session[QLatin1String("audience")].toArray().contains(QStringLiteral("table")))
            return session[QLatin1String("id")].toString();
    }
    qFatal("No session is published.");
}

QByteArray TableCommandTest::contentsOf(const char *name) const
{
    QFile file(m_program->path(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TableCommandTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QString>("said");
    const auto row = [](const char *arguments, const char *said) {
        QTest::newRow(arguments) << QString::fromUtf8(said);
    };
    row("table --draft --output t.pdf --paper a5", "a4 ou a3");
    row("table --draft --output t.pdf --group bassin", "departement, funder ou domain");
    row("table --draft --output t.pdf --departement 99", "63");
    row("table --draft --output t.pdf --funders region,opco", "opco");
    row("compare-edition 2026", "AAAA-NN");
    row("compare-edition 2026-07", "2026-07");
    row("compare-edition --date hier", "AAAA-MM-JJ");
    row("annul-edition", "AAAA-NN");
    row("annul-edition 2026-01", "pourquoi");
    row("annul-edition 2026-01 --reason Erreur", "Aucune édition");
}

void TableCommandTest::wrongUseIsExplained()
{
    QFETCH(const QString, said);
    const Run run = m_program->recoupe(QTest::currentDataTag());
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QVERIFY(!QFile::exists(m_program->path(QStringLiteral("t.pdf"))));
}

void TableCommandTest::tableIsWrittenAsItsFileIsNamed()
{
    const auto written = [this](const QString &name, const QStringList &options) {
        const QStringList table{QStringLiteral("table"), QStringLiteral("--date"),
                                QStringLiteral("2026-11-23"), QStringLiteral("--output"),
                                m_program->path(name)};
        const Run run = m_program->recoupe(table + options);
        QFile file(m_program->path(name));
        return run.status == 0 && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                 : run.err.toUtf8();
    };
    const QStringList draft{QStringLiteral("--draft")};
    const QByteArray html = written(QStringLiteral("t.html"), draft);
    QVERIFY2(html.startsWith("<!DOCTYPE html>"), html.constData());
    QVERIFY(html.contains("PROJET du 23 novembre 2026"));
    const QByteArray csv = written(QStringLiteral("t.csv"), draft);
    QVERIFY2(csv.contains(";PROJET du 23 novembre 2026\r\n"), csv.constData());
    const QByteArray onA4 = written(QStringLiteral("t.xlsx"), draft);
    const QByteArray onA3 =
        written(QStringLiteral("t.xlsx"),
                draft + QStringList{QStringLiteral("--paper"), QStringLiteral("A3")});
    QVERIFY(onA4.startsWith("PK") && onA3.startsWith("PK") && onA4 != onA3);
    const QByteArray issued = written(QStringLiteral("e.html"), {QStringLiteral("--issue")});
    QVERIFY2(issued.contains("n°\u00A0"
                             "2026-01"),
             issued.constData());
    const QByteArray again = written(QStringLiteral("again.html"),
                                     {QStringLiteral("--edition"), QStringLiteral("2026-01")});
    QCOMPARE(again, issued);
    QVERIFY(written(QStringLiteral("t.ods"), draft).contains(".xlsx"));
}

void TableCommandTest::partIsShownAndNamed()
{
    const Run run = m_program->recoupe("table --draft --departement 63 --funders agefiph,region "
                                       "--group domain --output t.html --json");
    QVERIFY2(run.status == 0, qPrintable(run.err));
    const Run whole = m_program->recoupe("table --draft --output t.csv --json");
    const int shown = run.object()[QLatin1String("sessions")].toInt();
    QVERIFY(shown > 0 && shown < whole.object()[QLatin1String("sessions")].toInt());
    const QString page = QString::fromUtf8(contentsOf("t.html"));
    QVERIFY(page.contains(QStringLiteral("Puy-de-Dôme (63)")));
    QVERIFY(page.contains(QStringLiteral("Services aux personnes")));
    QVERIFY(!page.contains(QStringLiteral("POEC</")));
    QVERIFY(!page.contains(QStringLiteral("03100")));
}

void TableCommandTest::editionIsWrittenAgainTheSame()
{
    QCOMPARE(m_program->recoupe("table --issue --paper a3 --output un.pdf").status, 0);
    QCOMPARE(m_program->recoupe("table --edition 2026-01 --paper a3 --output deux.pdf").status, 0);
    QVERIFY(!contentsOf("un.pdf").isEmpty());
    QCOMPARE(contentsOf("deux.pdf"), contentsOf("un.pdf"));
    QCOMPARE(m_program->recoupe("table --edition 2026-01 --output a4.pdf").status, 0);
    QVERIFY(contentsOf("a4.pdf") != contentsOf("un.pdf"));
}

void TableCommandTest::blockedEditionWantsAReason()
{
    QCOMPARE(m_program->recoupe("undo").status, 0);
    const Run draft = m_program->recoupe("table --draft --json --output projet.pdf");
    QCOMPARE(draft.status, 1);
    const QJsonArray checks = draft.object()[QLatin1String("checks")].toArray();
    QCOMPARE(checks.first()[QLatin1String("check")].toString(), QStringLiteral("no-rows"));
    QCOMPARE(checks.first()[QLatin1String("severity")].toString(), QStringLiteral("blocking"));
    const Run refused = m_program->recoupe("table --issue --output t.pdf");
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("motif")), qPrintable(refused.err));
    QVERIFY(contentsOf("t.pdf").isEmpty());
    QCOMPARE(m_program->recoupe("table --issue --reason Essai --output t.pdf").status, 0);
    const QJsonArray editions = m_program->recoupe("editions --json").array();
    QCOMPARE(editions.first()[QLatin1String("overrideReason")].toString(), QStringLiteral("Essai"));
}

void TableCommandTest::editionsAreListedComparedAndAnnulled()
{
    QCOMPARE(m_program->recoupe("table --issue --date 2026-11-09 --output un.pdf").status, 0);
    QVERIFY(m_program->recoupe("compare-edition").out.isEmpty());
    const QString session = publishedSession();
    QCOMPARE(m_program->recoupe({QStringLiteral("recruitment"), session, QStringLiteral("closed")})
                 .status,
             0);
    const QJsonArray differences = m_program->recoupe("compare-edition --json").array();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences.first()[QLatin1String("kind")].toString(), QStringLiteral("left"));
    QCOMPARE(differences.first()[QLatin1String("reason")].toString(),
             QStringLiteral("recrutement clos"));
    QCOMPARE(m_program->recoupe("table --issue --output deux.pdf").status, 0);
    const QByteArray words = m_program->recoupe("compare-edition 2026-02").out;
    QVERIFY2(words.contains(session.toUtf8()) && words.contains("recrutement clos"), words);

    QCOMPARE(m_program->recoupe("annul-edition 2026-01 --reason Erreur").status, 1);
    QCOMPARE(m_program->recoupe("annul-edition 2026-02 --reason Erreur").status, 0);
    const QByteArray list = m_program->recoupe("editions").out;
    QVERIFY2(list.startsWith("2026-02 au 23/11/2026, par Odile, ANNULÉE : Erreur"), list);
    QVERIFY(list.contains("2026-01 au 09/11/2026"));
}

QTEST_GUILESS_MAIN(TableCommandTest)
#include "tst_tablecommand.moc"
