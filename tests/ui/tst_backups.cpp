// SPDX-License-Identifier: GPL-3.0-or-later
// The copies of the base, for who works in the window.
#include "ui/widgets/messagebar.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace recoupe;

namespace {

constexpr int waitMs = 60'000;
const QString conforming = QStringLiteral("SE_0000060143");

MessageBar *messagesOf(WindowFixture &fixture)
{
    return fixture.window().findChild<MessageBar *>(QStringLiteral("messageBar"));
}

//! Without what lay beside them.
QStringList basesAside(const WindowFixture &fixture)
{
    const QStringList names =
        QFileInfo(fixture.path(QStringLiteral("x")))
            .dir()
            .entryList({QStringLiteral("base.recoupe.remplacee-*")}, QDir::Files);
    return names.filter(QRegularExpression(QStringLiteral("[0-9]$")));
}

void damage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(file.size() / 2) ||
        file.write(QByteArray(100'000, '\x5a')) != 100'000)
        qFatal("The base is not damaged.");
}

} // namespace

class BackupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedBaseIsRestoredFromItsLastCopy();
    void damageWithoutACopyIsSaid();
    void chosenCopyTakesThePlaceOfTheBase();
    void baseThatOthersHaveOpenIsLeftAlone();
    void failureOfTheDayIsSaidOnce();
    void headThatIsNotNotedIsSaidUntilItIs();
};

void BackupsTest::damagedBaseIsRestoredFromItsLastCopy()
{
    WindowFixture fixture;
    fixture.importDemo();
    const int sessions = fixture.model()->totalCount();
    fixture.restart(); // makes the copy of the day
    fixture.dialogs().restores = true;
    fixture.restart([&] { damage(fixture.path(QStringLiteral("base.recoupe"))); });
    QCOMPARE(fixture.dialogs().offeredCopies.size(), 1);
    const RestoreRequest &offered = fixture.dialogs().offeredCopies.first();
    QVERIFY2(offered.text.startsWith(QStringLiteral("La base est endommagée")),
             qPrintable(offered.text));
    QCOMPARE(offered.copies.size(), 1);
    QCOMPARE(offered.copies.first().sessions, qint64(sessions));
    QCOMPARE(offered.copies.first().madeAt.date(), QDate::currentDate());
    QCOMPARE(fixture.model()->totalCount(), sessions);
    QCOMPARE(basesAside(fixture).size(), 1);
    QVERIFY2(messagesOf(fixture)->text().contains(basesAside(fixture).first()),
             qPrintable(messagesOf(fixture)->text()));
}

void BackupsTest::damageWithoutACopyIsSaid()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.restart();
    const QString folder = fixture.path(QStringLiteral("base.recoupe.sauvegardes"));
    const QString base = fixture.path(QStringLiteral("base.recoupe"));
    QVERIFY(QFile::copy(base, fixture.path(QStringLiteral("saine"))));
    // The fixture waits for the base to be shown: the sound one comes back after the failure.
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            auto *messages = window->findChild<MessageBar *>(QStringLiteral("messageBar"));
            auto *refresh = window->findChild<QAction *>(QStringLiteral("refresh"));
            if (!messages || !messages->text().contains(QStringLiteral("Aucune sauvegarde saine")))
                continue;
            timer.stop();
            QVERIFY(QFile::remove(base));
            QVERIFY(QFile::copy(fixture.path(QStringLiteral("saine")), base));
            refresh->trigger();
        }
    });
    timer.start(50);
    fixture.restart([&] {
        QVERIFY(QDir(folder).removeRecursively());
        damage(base);
    });
    QVERIFY(fixture.dialogs().offeredCopies.isEmpty());
}

void BackupsTest::chosenCopyTakesThePlaceOfTheBase()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.restart();
    fixture.select(conforming);
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("activate"))->trigger(); });
    QVERIFY(fixture.session(conforming).stored.active);
    fixture.action(QStringLiteral("restoreBackup"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.dialogs().offeredCopies.size(), 1, waitMs);
    QVERIFY(fixture.session(conforming).stored.active); // turned down
    fixture.dialogs().restores = true;
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("restoreBackup"))->trigger(); });
    QVERIFY(!fixture.session(conforming).stored.active);
    QCOMPARE(basesAside(fixture).size(), 1);
    // And the work goes on.
    fixture.select(conforming);
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("activate"))->trigger(); });
    QVERIFY(fixture.session(conforming).stored.active);
}

void BackupsTest::baseThatOthersHaveOpenIsLeftAlone()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.restart();
    BackOffice other(QStringLiteral("sqlite:") + fixture.path(QStringLiteral("base.recoupe")),
                     QStringLiteral("c.martin"), Clock{});
    QVERIFY(other.open());
    fixture.dialogs().restores = true;
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("restoreBackup"))->trigger(); });
    QVERIFY2(messagesOf(fixture)->text().contains(QStringLiteral("Fermez Recoupe partout")),
             qPrintable(messagesOf(fixture)->text()));
    QVERIFY(basesAside(fixture).isEmpty());
}

void BackupsTest::failureOfTheDayIsSaidOnce()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.restart([&] {
        const QString folder = QStringLiteral("base.recoupe.sauvegardes");
        QVERIFY(QDir(fixture.path(folder)).removeRecursively()); // there where a copy was made
        (void)fixture.write(folder, "in the way");
    });
    QTRY_VERIFY_WITH_TIMEOUT(messagesOf(fixture)->text().startsWith(
                                 QStringLiteral("La sauvegarde du jour n'a pas pu être faite.")),
                             waitMs);
    messagesOf(fixture)->hide();
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("refresh"))->trigger(); });
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("refresh"))->trigger(); });
    QVERIFY(!messagesOf(fixture)->isVisible());
}

void BackupsTest::headThatIsNotNotedIsSaidUntilItIs()
{
    WindowFixture fixture;
    fixture.importDemo();
    const QString folder = fixture.path(QStringLiteral("ailleurs"));
    fixture.restart([&] {
        BackOffice office(QStringLiteral("sqlite:") + fixture.path(QStringLiteral("base.recoupe")),
                          QStringLiteral("Paul"), Clock{});
        QVERIFY(office.open());
        QVERIFY(
            office.decisions().changeSettings({{QStringLiteral("trail/heads-folder"), folder}}));
    });
    const QString said = QStringLiteral("La tête du journal n'a pas pu être notée.");
    for (int start = 0; start < 2; ++start) {
        QTRY_VERIFY_WITH_TIMEOUT(messagesOf(fixture)->text().startsWith(said), waitMs);
        QVERIFY2(messagesOf(fixture)->text().contains(QStringLiteral("ailleurs")),
                 qPrintable(messagesOf(fixture)->text()));
        QVERIFY(messagesOf(fixture)->text().contains(QStringLiteral("redémarrez Recoupe")));
        fixture.restart(); // beside the copies it is noted by now
    }
    fixture.restart([&] { QVERIFY(QDir().mkpath(folder)); });
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("refresh"))->trigger(); });
    QVERIFY(!messagesOf(fixture)->text().contains(said));
}

QTEST_MAIN(BackupsTest)
#include "tst_backups.moc"
