// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/officefixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace recoupe;

namespace {

//! Imports SE_1 with the award that it names, and activates it.
void activateOne(OfficeFixture &fixture)
{
    ImportService imports = fixture.office().imports();
    QVERIFY(imports.importLheo(fixture.write(QStringLiteral("a.xml"), feedOf({{}}))));
    QVERIFY(imports.importAwards(
        fixture.write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
    QVERIFY(fixture.office().decisions().activate({fixture.session(QStringLiteral("SE_1")).key()}));
}

} // namespace

class ImportServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFileTwiceChangesNothing();
    void changedRecordIsANewSubmission();
    void recruitmentChangeTakesEffectAtOnce();
    void silenceAboutRecruitmentSaysNothing();
    void badRecordIsLeftOutAndTheRestComesIn();
    void truncatedFileLeavesNothing();
    void cancelLeavesNothing();
    void notificationsBrokenHalfwayLeaveNothing();
    void badNotificationInTheMiddleIsLeftOut();
    void kindIsFoundByContent_data();
    void kindIsFoundByContent();
    void rejectionIsOneSentence();
};

void ImportServiceTest::sameFileTwiceChangesNothing()
{
    OfficeFixture fixture;
    const QString feed =
        fixture.write(QStringLiteral("f.xml"), feedOf({{}, {.numero = QStringLiteral("SE_2")}}));
    const QString awards =
        fixture.write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")}));
    ImportService imports = fixture.office().imports();
    const auto first = imports.importLheo(feed);
    QVERIFY(first.has_value());
    QCOMPARE(first->record.added, 2);
    QCOMPARE(first->actionsAdded, 1);
    QCOMPARE(imports.importAwards(awards, {})->record.added, 1);

    const auto again = imports.importLheo(feed);
    QVERIFY(again.has_value());
    QCOMPARE(again->record.added + again->record.changed, 0);
    QCOMPARE(again->record.unchanged, 2);
    QVERIFY(!again->changedAnything());
    const auto awardsAgain = imports.importAwards(awards, {});
    QCOMPARE(awardsAgain->record.unchanged, 1);
    QVERIFY(!awardsAgain->changedAnything());
    QCOMPARE(fixture.workspace()->sessions.size(), 2);
    QCOMPARE(fixture.workspace()->awards.size(), 1);
}

void ImportServiceTest::changedRecordIsANewSubmission()
{
    OfficeFixture fixture;
    activateOne(fixture);
    ImportService imports = fixture.office().imports();

    const auto changed = imports.importLheo(
        fixture.write(QStringLiteral("b.xml"), feedOf({{.end = QStringLiteral("20270715")}})));
    QVERIFY(changed.has_value());
    QCOMPARE(changed->record.changed, 1);
    const CheckedSession session = fixture.session(QStringLiteral("SE_1"));
    QCOMPARE(session.control, Control::ToReview);
    QCOMPARE(session.stored.submitted.end.toLheo(), QStringLiteral("20270715"));
    QCOMPARE(session.stored.published().end.toLheo(), QStringLiteral("20270630"));
    QVERIFY(session.audience.table);
}

void ImportServiceTest::recruitmentChangeTakesEffectAtOnce()
{
    OfficeFixture fixture;
    activateOne(fixture);
    ImportService imports = fixture.office().imports();
    QVERIFY(imports.importLheo(
        fixture.write(QStringLiteral("b.xml"), feedOf({{.recruitment = QStringLiteral("2")}}))));
    const CheckedSession session = fixture.session(QStringLiteral("SE_1"));
    QCOMPARE(session.stored.recruitment, RecruitmentState::Closed);
    QCOMPARE(session.control, Control::Conforming);
    QVERIFY(!session.audience.table);
    QVERIFY(session.audience.partners);
}

void ImportServiceTest::silenceAboutRecruitmentSaysNothing()
{
    OfficeFixture fixture;
    ImportService imports = fixture.office().imports();
    QVERIFY(imports.importLheo(fixture.write(QStringLiteral("a.xml"), feedOf({{}}))));
    QVERIFY(fixture.office().decisions().setRecruitment(
        {fixture.session(QStringLiteral("SE_1")).key()}, RecruitmentState::Suspended));
    QVERIFY(imports.importLheo(
        fixture.write(QStringLiteral("b.xml"), feedOf({{.recruitment = QString()}}))));
    QCOMPARE(fixture.session(QStringLiteral("SE_1")).stored.recruitment,
             RecruitmentState::Suspended);
}

void ImportServiceTest::badRecordIsLeftOutAndTheRestComesIn()
{
    OfficeFixture fixture;
    const auto summary = fixture.office().imports().importLheo(fixture.write(
        QStringLiteral("f.xml"),
        feedOf({{}, {.numero = QStringLiteral("SE_2"), .start = QStringLiteral("20270231")}})));
    QVERIFY(summary.has_value());
    QCOMPARE(summary->record.added, 1);
    QCOMPARE(summary->rejections.size(), 1);
    const QString sentence = describe(summary->rejections.first());
    for (const char *part : {"f.xml", "ligne", "SE_2", "periode.debut", "20270231"})
        QVERIFY2(sentence.contains(QString::fromLatin1(part)), qPrintable(sentence));
}

void ImportServiceTest::truncatedFileLeavesNothing()
{
    OfficeFixture fixture;
    QByteArray feed = feedOf({{}, {.numero = QStringLiteral("SE_2")}});
    feed.chop(60);
    const auto summary =
        fixture.office().imports().importLheo(fixture.write(QStringLiteral("f.xml"), feed));
    QVERIFY(!summary.has_value());
    QCOMPARE(summary.error().code, ErrorCode::MalformedFile);
    QVERIFY(fixture.workspace()->sessions.isEmpty());
    QVERIFY(fixture.workspace()->actions.isEmpty());
}

void ImportServiceTest::cancelLeavesNothing()
{
    OfficeFixture fixture;
    const auto summary = fixture.office().imports().importLheo(
        fixture.write(QStringLiteral("f.xml"), feedOf({{}})), [](qint64, qint64) { return false; });
    QVERIFY(!summary.has_value());
    QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    QVERIFY(fixture.workspace()->sessions.isEmpty());
}

void ImportServiceTest::notificationsBrokenHalfwayLeaveNothing()
{
    OfficeFixture fixture;
    ImportService imports = fixture.office().imports();
    const QString name = fixture.write(QStringLiteral("n.csv"),
                                       awardsOf({QStringLiteral("P1"), QStringLiteral("P2")}));
    int calls = 0;
    const auto stopped =
        imports.importAwards(name, {}, [&](qint64, qint64) { return ++calls < 2; });
    QVERIFY(!stopped.has_value());
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    const auto broken = imports.importAwards(
        fixture.write(QStringLiteral("b.csv"), awardsOf({QStringLiteral("P1")}) + "PE;\"P2;"), {});
    QVERIFY(!broken.has_value());
    QCOMPARE(broken.error().code, ErrorCode::MalformedFile);
    QVERIFY(fixture.workspace()->awards.isEmpty());
    const auto whole = imports.importAwards(name, {});
    QVERIFY(whole.has_value());
    QCOMPARE(whole->record.added, 2);
}

void ImportServiceTest::badNotificationInTheMiddleIsLeftOut()
{
    OfficeFixture fixture;
    const auto summary = fixture.office().imports().importAwards(
        fixture.write(QStringLiteral("n.csv"),
                      awardsOf({QStringLiteral("P1"), QString(), QStringLiteral("P2")})),
        {});
    QVERIFY(summary.has_value());
    QCOMPARE(summary->record.added, 2);
    QCOMPARE(summary->record.rejected, 1);
    QCOMPARE(summary->rejections.first().line, 3);
    QCOMPARE(fixture.workspace()->awards.size(), 2);
}

void ImportServiceTest::kindIsFoundByContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ImportKind>("kind");
    QTest::newRow("feed") << feedOf({{}}) << ImportKind::Lheo;
    QTest::newRow("notifications") << awardsOf({QStringLiteral("P1")}) << ImportKind::Awards;
    QTest::newRow("SESAR") << QByteArray("numero_marche;date_debut;date_fin\n"
                                         "M2651401;01/03/2027;30/06/2027\n")
                           << ImportKind::Sesar;
}

void ImportServiceTest::kindIsFoundByContent()
{
    QFETCH(const QByteArray, content);
    QFETCH(const ImportKind, kind);
    OfficeFixture fixture;
    // The name tells nothing.
    const auto summary = fixture.office().imports().import(
        {.file = fixture.write(QStringLiteral("fichier.dat"), content)});
    QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().message));
    QCOMPARE(summary->record.kind, kind);
    QCOMPARE(summary->record.added, 1);
}

void ImportServiceTest::rejectionIsOneSentence()
{
    const Rejection rejection{QStringLiteral("/dossier/f.csv"), 12, QStringLiteral("marché M1"),
                              QStringLiteral("date_debut"),     {}, QStringLiteral("une date")};
    const QString sentence = describe(rejection);
    QVERIFY(sentence.startsWith(u"f.csv, ligne 12, marché M1"));
    QVERIFY(sentence.contains(u"vide"));
    QVERIFY2(sentence.endsWith(QStringLiteral("attendu\u00a0: une date.")), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(ImportServiceTest)
#include "tst_importservice.moc"
