// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration data give the findings that were planted in them, and no other of their rules.
#include "services/officefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace recoupe;

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingComesIn();
    void plantedDefectsAreFound_data();
    void plantedDefectsAreFound();
    void mostSessionsConform();
    void loadingTwiceChangesNothing();
    void loadingThatIsStoppedLeavesNothing_data();
    void loadingThatIsStoppedLeavesNothing();
    void aBaseWithOtherDataRefusesThem();
    void aListOfPrescribersIsNotReplaced();
    void portalFileIsValidLheo();

private:
    QStringList found(const QString &rule) const;

    QJsonObject m_expected;
    std::unique_ptr<OfficeFixture> m_fixture;
    WorkspacePtr m_workspace;
};

void DemoTest::initTestCase()
{
    QFile file(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/expected.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_expected = QJsonDocument::fromJson(file.readAll()).object();
    m_fixture = std::make_unique<OfficeFixture>();
    const auto summaries = m_fixture->office().loadDemo();
    QVERIFY2(summaries.has_value(), summaries ? "" : qPrintable(summaries.error().message));
    for (const ImportSummary &summary : *summaries)
        QVERIFY2(summary.rejections.isEmpty(), qPrintable(summary.record.fileName));
    m_workspace = m_fixture->workspace();
}

void DemoTest::everythingComesIn()
{
    const QJsonObject counts = m_expected[QLatin1String("counts")].toObject();
    QCOMPARE(m_workspace->actions.size(), counts[QLatin1String("formations")].toInt());
    QCOMPARE(m_workspace->sessions.size(), counts[QLatin1String("sessions")].toInt());
    QCOMPARE(m_workspace->awards.size(), counts[QLatin1String("awards")].toInt());
    QCOMPARE(m_workspace->declarations.size(), counts[QLatin1String("sesar")].toInt());
    const auto prescribers = m_fixture->office().distribution().prescribers();
    for (const char *departement : {"", "03", "15", "43", "63"}) {
        QVERIFY(std::ranges::find(*prescribers, QString::fromLatin1(departement),
                                  &Prescriber::departement) != prescribers->end());
    }
}

QStringList DemoTest::found(const QString &rule) const
{
    QStringList ids;
    for (const CheckedSession &session : m_workspace->sessions) {
        for (const Finding &finding : session.findings) {
            if (finding.rule == rule)
                ids << session.key().session;
        }
    }
    for (const CheckedAward &award : m_workspace->checkedAwards) {
        for (const Finding &finding : award.findings) {
            if (finding.rule == rule)
                ids << finding.award;
        }
    }
    ids.sort();
    return ids;
}

void DemoTest::plantedDefectsAreFound_data()
{
    QTest::addColumn<QString>("rule");
    for (const Rule &rule : ruleCatalogue())
        QTest::newRow(rule.id) << QString::fromLatin1(rule.id);
}

void DemoTest::plantedDefectsAreFound()
{
    QFETCH(const QString, rule);
    const auto listed = [&](const char *group) {
        QStringList ids;
        const QJsonValue list = m_expected[QLatin1String(group)].toObject()[rule];
        for (const QJsonValue &id : list.toArray())
            ids << id.toString();
        ids.sort();
        return ids;
    };
    const QStringList must = listed("findings");
    const QStringList may = listed("also_possible");
    QStringList firm = found(rule);
    firm.removeIf([&](const QString &id) { return may.contains(id) && !must.contains(id); });
    QCOMPARE(firm, must);
}

void DemoTest::mostSessionsConform()
{
    const auto conforming =
        std::ranges::count(m_workspace->sessions, Control::Conforming, &CheckedSession::control);
    QCOMPARE_GE(int(conforming), m_expected[QLatin1String("conforming_at_least")].toInt());
}

void DemoTest::loadingThatIsStoppedLeavesNothing_data()
{
    QTest::addColumn<int>("share"); // of its progress, in percent
    for (const int share : {0, 25, 50, 75, 95})
        QTest::addRow("at %d %%", share) << share;
}

//! Else a second try would take what is there for somebody's own.
void DemoTest::loadingThatIsStoppedLeavesNothing()
{
    QFETCH(int, share);
    int all = 0;
    QVERIFY(OfficeFixture().office().loadDemo([&](qint64, qint64) { return ++all > 0; }));
    OfficeFixture fixture;
    int calls = 0;
    const auto stopped =
        fixture.office().loadDemo([&](qint64, qint64) { return ++calls <= all * share / 100; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    const WorkspacePtr workspace = fixture.workspace();
    QVERIFY(workspace->sessions.isEmpty() && workspace->awards.isEmpty());
    QVERIFY(fixture.office().loadDemo());
}

void DemoTest::loadingTwiceChangesNothing()
{
    const auto again = m_fixture->office().loadDemo();
    QVERIFY(again.has_value());
    for (const ImportSummary &summary : *again)
        QVERIFY2(!summary.changedAnything(), qPrintable(summary.record.fileName));
}

void DemoTest::aBaseWithOtherDataRefusesThem()
{
    OfficeFixture fixture;
    QVERIFY(fixture.office().open().has_value());
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("marche.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("financeur;numero_marche;intitule;date_notification\n"
               "CR;M2659999;Couvreur;01/10/2026\n");
    file.close();
    QVERIFY(fixture.office().imports().import({.file = file.fileName()}).has_value());
    const auto refused = fixture.office().loadDemo();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(fixture.workspace()->sessions.isEmpty());
    QCOMPARE(fixture.workspace()->awards.size(), 1);
}

void DemoTest::aListOfPrescribersIsNotReplaced()
{
    OfficeFixture fixture;
    const Prescriber own{QStringLiteral("63"), {}, QStringLiteral("a@example.org")};
    QVERIFY(fixture.office().distribution().add(own));
    const auto refused = fixture.office().loadDemo();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QCOMPARE(fixture.office().distribution().prescribers().value(), QList<Prescriber>{own});
}

void DemoTest::portalFileIsValidLheo()
{
    const QString schema = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/lheo-2.3.xsd");
    if (!QFile::exists(schema))
        QSKIP("The LHEO 2.3 schema beside the project is not here: nothing to validate against.");
    QProcess xmllint;
    xmllint.start(QStringLiteral("xmllint"),
                  {QStringLiteral("--noout"), QStringLiteral("--schema"), schema,
                   QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml")});
    QVERIFY2(xmllint.waitForFinished(), "xmllint is missing: install libxml2-utils.");
    QVERIFY2(xmllint.exitCode() == 0, xmllint.readAllStandardError().left(2000).constData());
}

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
