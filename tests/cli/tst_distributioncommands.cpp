// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets the table and its mailing, as a scheduler or a colleague would ask for them.
#include "cli/programfixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace recoupe;

namespace {

QStringList keysOf(const QJsonValue &object)
{
    QStringList keys = object.toObject().keys();
    keys.sort();
    return keys;
}

} // namespace

class DistributionCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void listIsReplacedAfterATrial();
    void emptyListIsRefused();
    void editionIsMailedByDepartement();
    void departementsAreAskedForByName_data();
    void departementsAreAskedForByName();

private:
    [[nodiscard]] QJsonArray listed() const
    {
        return m_program->recoupe("prescribers --json").array();
    }
    //! Imports a list of that name, "departement;structure;courriel" on top.
    [[nodiscard]] Run import(const char *options, const char *name, const QByteArray &rows) const
    {
        const QString file =
            m_program->write(QString::fromLatin1(name), "departement;structure;courriel\n" + rows);
        return m_program->recoupe(
            QStringList{QStringLiteral("import"), QStringLiteral("prescribers")} +
            QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts) + QStringList(file));
    }
    //! The edition 2026-01 of what conforms in the demonstration data.
    void issueEdition() const
    {
        QCOMPARE(m_program->recoupe("activate --conforming").status, 0);
        const Run issued = m_program->recoupe({QStringLiteral("table"), QStringLiteral("--issue"),
                                               QStringLiteral("--reason"), QStringLiteral("essai"),
                                               QStringLiteral("--output"),
                                               m_program->path(QStringLiteral("t.pdf"))});
        QVERIFY2(issued.status < 2, qPrintable(issued.err));
    }
    [[nodiscard]] Run mail(const QString &folder, const QString &departement = {}) const
    {
        QStringList arguments{QStringLiteral("mail-table"), QStringLiteral("--edition"),
                              QStringLiteral("2026-01"),    QStringLiteral("--output"),
                              m_program->path(folder),      QStringLiteral("--json")};
        if (!departement.isEmpty())
            arguments << QStringLiteral("--departement") << departement;
        return m_program->recoupe(arguments);
    }

    std::unique_ptr<ProgramFixture> m_program;
};

void DistributionCommandsTest::init()
{
    m_program = std::make_unique<ProgramFixture>();
    QCOMPARE(m_program->recoupe("demo").status, 0);
}

void DistributionCommandsTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QString>("said");
    const auto row = [](const char *arguments, const char *said) {
        QTest::newRow(arguments) << QString::fromUtf8(said);
    };
    row("prescribers Cap", "Cap");
    row("prescribers --edition trois", "AAAA-NN");
    row("mail-table --output envoi", "--edition");
    row("mail-table --edition 2026-01", "--output");
    row("mail-table --edition 2026-77 --output envoi", "2026-77");
    row("mail-table --edition 2026-01 --departement", "valeur");
}

void DistributionCommandsTest::wrongUseIsExplained()
{
    QFETCH(const QString, said);
    const Run run = m_program->recoupe(QTest::currentDataTag());
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void DistributionCommandsTest::listIsReplacedAfterATrial()
{
    const qsizetype before = listed().size();
    QVERIFY(before > 3);
    const QByteArray first = "63;Cap emploi;a@example.org\ntous;Région;b@example.org\n";
    const Run imported = import("", "a.csv", first);
    QVERIFY2(imported.status == 0, qPrintable(imported.err));
    QCOMPARE(QString::fromUtf8(imported.out).trimmed(),
             QStringLiteral("a.csv\u00A0: 2 nouvelles, %1 retirées.").arg(before));
    QCOMPARE(QString::fromUtf8(import("", "a.csv", first).out).trimmed(),
             QStringLiteral("a.csv\u00A0: 2 inchangées."));

    const QByteArray next = "63;Cap emploi;A@example.org\n77777;X;c@d.fr\n";
    const Run tried = import("--dry-run", "b.csv", next);
    QCOMPARE(tried.status, 1);
    QVERIFY(
        QString::fromUtf8(tried.out).contains(QStringLiteral("1 inchangée, 1 retirée, 1 rejetée")));
    QVERIFY2(tried.err.contains(QStringLiteral("77777")), qPrintable(tried.err));
    QCOMPARE(listed().size(), 2);

    const QString rejected = m_program->path(QStringLiteral("rejets.csv"));
    const QByteArray options = "--rejected " + rejected.toLatin1();
    QCOMPARE(import(options.constData(), "b.csv", next).status, 1);
    QVERIFY(QFile::exists(rejected));
    QCOMPARE(listed().size(), 1);
    QCOMPARE(keysOf(listed().first()),
             (QStringList{QStringLiteral("address"), QStringLiteral("departement"),
                          QStringLiteral("structure")}));
    QCOMPARE(QString::fromUtf8(m_program->recoupe("prescribers").out).trimmed(),
             QStringLiteral("Puy-de-Dôme (63)\tCap emploi\ta@example.org"));
}

void DistributionCommandsTest::emptyListIsRefused()
{
    const QJsonArray before = listed();
    const Run refused = import("", "vide.csv", {});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("vide.csv")), qPrintable(refused.err));
    QCOMPARE(m_program->recoupe("import prescribers absent.csv").status, 3);
    QCOMPARE(listed(), before);
}

void DistributionCommandsTest::editionIsMailedByDepartement()
{
    issueEdition();
    QCOMPARE(
        import("", "a.csv", "63;;a@example.org\n63;;b@example.org\ntous;;c@example.org\n").status,
        0);
    const Run sent = mail(QStringLiteral("envoi é"));
    QVERIFY2(sent.status == 0, qPrintable(sent.err));
    QCOMPARE(sent.array().size(), 2);
    for (const QJsonValue &draft : sent.array()) {
        QCOMPARE(keysOf(draft),
                 (QStringList{QStringLiteral("departement"), QStringLiteral("file"),
                              QStringLiteral("recipients"), QStringLiteral("size")}));
        QCOMPARE(QFileInfo(draft[u"file"].toString()).size(), draft[u"size"].toInteger());
        QCOMPARE(draft[u"recipients"].toInt(), draft[u"departement"].toString() == u"63" ? 2 : 1);
    }
    // Nobody gets two of the same, unless told so; then not into the same folder.
    const Run again = mail(QStringLiteral("envoi 2"));
    QCOMPARE(again.status, 0);
    QVERIFY(again.array().isEmpty());
    QVERIFY2(again.err.contains(QStringLiteral("toute la région, Puy-de-Dôme (63)")),
             qPrintable(again.err));
    QCOMPARE(mail(QStringLiteral("envoi 2"), QStringLiteral("63")).array().size(), 1);
    const Run twice = mail(QStringLiteral("envoi é"), QStringLiteral("63"));
    QCOMPARE(twice.status, 1);
    QVERIFY2(twice.err.contains(QStringLiteral(".eml")), qPrintable(twice.err));

    const QJsonArray targets = m_program->recoupe("prescribers --edition 2026-01 --json").array();
    QCOMPARE(targets.size(), 5);
    QCOMPARE(targets.at(1)[u"departement"].toString(), QStringLiteral("03"));
    QVERIFY(targets.at(1)[u"last"].isNull()); // nobody to send it to
    QVERIFY(targets.at(1)[u"sessions"].toInt() > 0);
    QCOMPARE(targets.at(4)[u"last"][u"recipients"].toInt(), 2);

    QCOMPARE(import("", "a.csv", "63;;a@example.org\n03;;d@example.org\n").status, 0);
    const Run waiting = mail(QStringLiteral("envoi 3"));
    QCOMPARE(waiting.array().size(), 1);
    QCOMPARE(waiting.array().first()[u"departement"].toString(), QStringLiteral("03"));
    QVERIFY2(waiting.err.contains(QStringLiteral("Puy-de-Dôme (63)")), qPrintable(waiting.err));
}

void DistributionCommandsTest::departementsAreAskedForByName_data()
{
    QTest::addColumn<QString>("departement");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("drafts");
    QTest::newRow("code") << QStringLiteral("63") << 0 << 1;
    QTest::newRow("name") << QStringLiteral("Puy-de-Dôme") << 0 << 1;
    QTest::newRow("region") << QStringLiteral("region") << 0 << 1;
    QTest::newRow("all") << QString() << 0 << 2;
    QTest::newRow("nobody there") << QStringLiteral("Cantal") << 1 << 0;
    QTest::newRow("nowhere") << QStringLiteral("Atlantide") << 2 << 0;
}

void DistributionCommandsTest::departementsAreAskedForByName()
{
    issueEdition();
    QCOMPARE(import("", "a.csv", "63;;a@example.org\ntous;;c@example.org\n").status, 0);
    QFETCH(const QString, departement);
    QFETCH(const int, drafts);
    const Run run = mail(QStringLiteral("envoi"), departement);
    QTEST(run.status, "status");
    QCOMPARE(run.array().size(), drafts);
}

QTEST_GUILESS_MAIN(DistributionCommandsTest)
#include "tst_distributioncommands.moc"
