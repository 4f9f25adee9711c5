// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/keychain.h"
#include "platform/secretstore.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <cstdio>
#include <memory>

using namespace recoupe;
using namespace std::chrono_literals;

namespace {

const QString feed = QStringLiteral("feed");
const QString secret = QStringLiteral("s3cr té");

} // namespace

//! Without a keychain.
class SecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void environmentIsAskedFirst_data();
    void environmentIsAskedFirst();
    void secretStaysForThisRunWithoutAKeychain();
    void missingSecretIsSaidWithWhatToDo();
    void threadsShareWhatThisRunWasTold();
    void keychainOfASession();
};

//! With one, in a session of its own (run again by SecretStoreTest::keychainOfASession()).
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretIsKeptAndForgotten();
    void keptSecretIsReplaced();
    void anotherRunReadsIt();
    void environmentStillComesFirst();
    void anyThreadMayAsk();
    void lockedKeychainIsNotWaitedForForEver();
    void silentKeychainIsLeft();

private:
    //! Asks something of the bus; empty where that fails.
    [[nodiscard]] static QByteArray asked(const QStringList &arguments);
};

void SecretStoreTest::initTestCase()
{
#ifdef Q_OS_LINUX
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // never that of who tests
#else
    QSKIP("Here the keychain is that of who runs the test.");
#endif
}

void SecretStoreTest::environmentIsAskedFirst_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("variable");
    QTest::newRow("feed") << QStringLiteral("feed") << QByteArray("RECOUPE_SECRET_FEED");
    QTest::newRow("partner") << QStringLiteral("partner/aude")
                             << QByteArray("RECOUPE_SECRET_PARTNER_AUDE");
    QTest::newRow("digits") << QStringLiteral("partner/parcours3")
                            << QByteArray("RECOUPE_SECRET_PARTNER_PARCOURS3");
}

void SecretStoreTest::environmentIsAskedFirst()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, variable);
    QVERIFY(keepSecret(name, QStringLiteral("other")));
    qputenv(variable.constData(), secret.toUtf8());
    QCOMPARE(readSecret(name).value(), secret);
    qputenv(variable.constData(), {});
    QCOMPARE(readSecret(name).value(), QStringLiteral("other"));
    qunsetenv(variable.constData());
    QCOMPARE(readSecret(name).value(), QStringLiteral("other"));
    QVERIFY(forgetSecret(name));
}

void SecretStoreTest::secretStaysForThisRunWithoutAKeychain()
{
    QCOMPARE(keepSecret(feed, secret).value(), SecretPlace::ThisRun);
    QCOMPARE(readSecret(feed).value(), secret);
    QCOMPARE(keepSecret(feed, QStringLiteral("next")).value(), SecretPlace::ThisRun);
    QCOMPARE(readSecret(feed).value(), QStringLiteral("next"));
    QVERIFY(forgetSecret(feed));
    QVERIFY(forgetSecret(feed));
    QVERIFY(!readSecret(feed));
}

void SecretStoreTest::missingSecretIsSaidWithWhatToDo()
{
    const Error missing = readSecret(QStringLiteral("partner/aude")).error();
    QCOMPARE(missing.code, ErrorCode::SecretMissing);
    QVERIFY(missing.message.contains(QStringLiteral("partner/aude")));
    QVERIFY(missing.message.contains(QStringLiteral("trousseau")));
    QVERIFY(missing.message.contains(QStringLiteral("RECOUPE_SECRET_PARTNER_AUDE")));
}

void SecretStoreTest::threadsShareWhatThisRunWasTold()
{
    std::array<std::unique_ptr<QThread>, 4> threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([i] {
            const QString name = QStringLiteral("partner/%1").arg(i);
            for (int round = 0; round < 20; ++round) {
                static_cast<void>(keepSecret(name, secret));
                static_cast<void>(readSecret(feed));
            }
        }));
        threads[i]->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    for (std::size_t i = 0; i < threads.size(); ++i)
        QCOMPARE(readSecret(QStringLiteral("partner/%1").arg(i)).value(), secret);
}

void SecretStoreTest::keychainOfASession()
{
    if (readKeychain(feed).error().detail.isEmpty())
        QSKIP("Recoupe was built without QtKeychain.");
    for (const char *program : {"dbus-run-session", "gnome-keyring-daemon", "dbus-send"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP("A session with a keychain of its own needs dbus-run-session, dbus-send and "
                  "gnome-keyring-daemon (packages dbus-daemon, dbus-bin, gnome-keyring).");
    }
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY",
                                 "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.remove(QString::fromLatin1(variable));
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    QProcess session;
    session.setProcessEnvironment(environment);
    session.start(
        QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("printf pass | gnome-keyring-daemon --unlock --components=secrets "
                        ">/dev/null || exit 77; exec \"$0\" --in-session"),
         QCoreApplication::applicationFilePath()});
    QVERIFY(session.waitForFinished(60'000));
    QTRY_VERIFY(QDir(home.path()).removeRecursively()); // once its daemons have ended too
    if (session.exitCode() == 77)
        QSKIP("gnome-keyring-daemon does not start here.");
    QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0,
             session.readAllStandardOutput() + session.readAllStandardError());
}

void KeychainTest::secretIsKeptAndForgotten()
{
    QVERIFY(!readSecret(feed));
    QCOMPARE(keepSecret(feed, secret).value(), SecretPlace::Keychain);
    QCOMPARE(readSecret(feed).value(), secret);
    QVERIFY(forgetSecret(feed));
    QVERIFY(forgetSecret(feed));
    const Error missing = readSecret(feed).error();
    QCOMPARE(missing.code, ErrorCode::SecretMissing);
    QVERIFY(missing.message.contains(QStringLiteral("ne le contient pas")));
}

void KeychainTest::keptSecretIsReplaced()
{
    QVERIFY(keepSecret(feed, secret));
    QVERIFY(keepSecret(feed, QStringLiteral("next")));
    QCOMPARE(readSecret(feed).value(), QStringLiteral("next"));
    QVERIFY(forgetSecret(feed));
}

void KeychainTest::anotherRunReadsIt()
{
    QVERIFY(keepSecret(feed, secret));
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--read"), feed});
    QVERIFY(other.waitForFinished(30'000));
    QCOMPARE(QString::fromUtf8(other.readAllStandardOutput()), secret);
    QVERIFY(forgetSecret(feed));
}

void KeychainTest::environmentStillComesFirst()
{
    QVERIFY(keepSecret(feed, secret));
    qputenv("RECOUPE_SECRET_FEED", "of the scheduler");
    QCOMPARE(readSecret(feed).value(), QStringLiteral("of the scheduler"));
    qunsetenv("RECOUPE_SECRET_FEED");
    QCOMPARE(readSecret(feed).value(), secret);
    QVERIFY(forgetSecret(feed));
}

void KeychainTest::anyThreadMayAsk()
{
    std::array<bool, 4> isKept{};
    std::array<std::unique_ptr<QThread>, 4> threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([i, &isKept] {
            const QString name = QStringLiteral("partner/%1").arg(i);
            const QString own = secret + name;
            const Result<SecretPlace> kept = keepSecret(name, own);
            isKept[i] = kept && *kept == SecretPlace::Keychain && readSecret(name) == own &&
                        forgetSecret(name);
        }));
        threads[i]->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    for (const bool kept : isKept)
        QVERIFY(kept);
}

QByteArray KeychainTest::asked(const QStringList &arguments)
{
    QProcess process;
    process.start(
        QStringLiteral("dbus-send"),
        QStringList{QStringLiteral("--session"), QStringLiteral("--print-reply=literal")} +
            arguments);
    process.waitForFinished(30'000);
    return process.readAllStandardOutput().trimmed();
}

//! Nobody is there to be asked for its password.
void KeychainTest::lockedKeychainIsNotWaitedForForEver()
{
    QVERIFY(keepSecret(feed, secret));
    const QByteArray locked =
        asked({QStringLiteral("--dest=org.freedesktop.secrets"),
               QStringLiteral("/org/freedesktop/secrets"),
               QStringLiteral("org.freedesktop.Secret.Service.Lock"),
               QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")});
    QVERIFY2(locked.contains("/collection/login"), locked);
    const Result<QString> read = readSecret(feed);
    QCOMPARE(read.error().code, ErrorCode::SecretMissing);
    QVERIFY(read.error().message.contains(QStringLiteral("verrouillé")));
    QCOMPARE(keepSecret(feed, secret).value(), SecretPlace::ThisRun);
    QCOMPARE(readSecret(feed).value(), secret);
}

//! The last one: what was asked then never ends, and must not keep this program from ending.
void KeychainTest::silentKeychainIsLeft()
{
    const QByteArray process =
        asked({QStringLiteral("--dest=org.freedesktop.DBus"),
               QStringLiteral("/org/freedesktop/DBus"),
               QStringLiteral("org.freedesktop.DBus.GetConnectionUnixProcessID"),
               QStringLiteral("string:org.freedesktop.secrets")})
            .simplified()
            .split(' ')
            .last();
    QVERIFY(process.toLongLong() > 1);
    const auto signal = [&process](const char *name) {
        return QProcess::execute(
            QStringLiteral("kill"),
            {QStringLiteral("-s"), QString::fromLatin1(name), QString::fromLatin1(process)});
    };
    QCOMPARE(signal("STOP"), 0);
    const Result<std::optional<QString>> read = readKeychain(feed, 300ms);
    const Result<> written = writeKeychain(feed, secret, 300ms);
    const Result<> erased = eraseKeychain(feed, 300ms);
    QCOMPARE(signal("KILL"), 0);
    QCOMPARE(read.error().code, ErrorCode::SecretMissing);
    QCOMPARE(written.error().code, ErrorCode::SecretMissing);
    QCOMPARE(erased.error().code, ErrorCode::SecretMissing);
}

//! With "--in-session" these are the tests of the keychain; with "--read NAME" this program is
//! another run that wants the secret.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--read") {
        std::fputs(readSecret(arguments.value(2)).value_or(QString()).toUtf8().constData(), stdout);
        return 0;
    }
    if (arguments.value(1) == u"--in-session") {
        KeychainTest test;
        return QTest::qExec(&test, arguments.mid(0, 1) + arguments.mid(2));
    }
    SecretStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_secretstore.moc"
