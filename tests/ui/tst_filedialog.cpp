// SPDX-License-Identifier: GPL-3.0-or-later
// A file dialog on the folder of the base leaves the locks that hold the base.
#include "ui/dialogs/desktopdialogs.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QTest>

using namespace recoupe;

namespace {

constexpr int waitMs = 30'000;

//! The POSIX locks that this process holds.
int locksHeld()
{
    QFile locks(QStringLiteral("/proc/locks"));
    if (!locks.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray own = ' ' + QByteArray::number(QCoreApplication::applicationPid()) + ' ';
    int count = 0;
    for (const QByteArray &line : locks.readAll().split('\n'))
        count += int(line.contains("POSIX") && line.contains(own));
    return count;
}

} // namespace

class FileDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locksAreKept_data();
    void locksAreKept();
    void openBaseIsNotReadAsAFileToImport();
};

void FileDialogTest::locksAreKept_data()
{
    using Open = std::function<void(DesktopDialogs &, QWidget *, const QString &)>;
    QTest::addColumn<Open>("open");
    QTest::newRow("files") << Open([](DesktopDialogs &dialogs, QWidget *window, const QString &in) {
        dialogs.chooseFiles(window, in, [](const QStringList &) {});
    });
    QTest::newRow("target") << Open([](DesktopDialogs &dialogs, QWidget *window, const QString &) {
        dialogs.chooseTarget(window, {}, [](const QString &) {});
    });
}

void FileDialogTest::locksAreKept()
{
    using Open = std::function<void(DesktopDialogs &, QWidget *, const QString &)>;
    QFETCH(const Open, open);
    WindowFixture fixture;
    fixture.importDemo();
    const int held = locksHeld();
    if (held < 1)
        QSKIP("The locks of a process cannot be counted here.");
    DesktopDialogs dialogs;
    const QString base = fixture.path(QStringLiteral("base.recoupe"));
    open(dialogs, &fixture.window(), fixture.path({}));
    auto *dialog = fixture.window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->setDirectory(fixture.path({}));
    dialog->setNameFilter(QStringLiteral("*"));
    const auto *model = dialog->findChild<QFileSystemModel *>();
    QVERIFY(model);
    for (const char *ending : {"", "-wal", "-shm"}) {
        const QModelIndex index = model->index(base + QLatin1String(ending));
        QTRY_VERIFY_WITH_TIMEOUT(!model->type(index).isEmpty(), waitMs);
    }
    QCOMPARE(locksHeld(), held);
    dialog->reject();
}

void FileDialogTest::openBaseIsNotReadAsAFileToImport()
{
    WindowFixture fixture;
    const int held = locksHeld();
    fixture.window().importFiles({fixture.path(QStringLiteral("base.recoupe"))});
    (void)fixture.triedImport();
    QCOMPARE(locksHeld(), held);
}

QTEST_MAIN(FileDialogTest)
#include "tst_filedialog.moc"
