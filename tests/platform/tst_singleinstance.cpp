// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/singleinstance.h"

#include <QLocalServer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

#include <cstdio>

using namespace recoupe;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_subject = QUuid::createUuid().toString(); }

    void secondStartHandsItsFilesToTheFirst()
    {
        SingleInstance first(m_subject);
        QVERIFY(first.becomeFirst());
        QSignalSpy called(&first, &SingleInstance::called);
        QCOMPARE(startAnother({QStringLiteral("/tmp/é té.xml"), QStringLiteral("b.csv")}), 0);
        QCOMPARE(called.size(), 1);
        QCOMPARE(called.first().first().toStringList(),
                 QStringList({QStringLiteral("/tmp/é té.xml"), QStringLiteral("b.csv")}));
    }

    void startWithoutFilesOnlyCallsTheFirst()
    {
        SingleInstance first(m_subject);
        QVERIFY(first.becomeFirst());
        QSignalSpy called(&first, &SingleInstance::called);
        QCOMPARE(startAnother({}), 0);
        QCOMPARE(called.size(), 1);
        QVERIFY(called.first().first().toStringList().isEmpty());
    }

    void anotherBaseHasAWindowOfItsOwn()
    {
        SingleInstance first(m_subject);
        SingleInstance other(m_subject + QStringLiteral("2"));
        QVERIFY(first.becomeFirst());
        QVERIFY(other.becomeFirst());
    }

    void firstOneThatLeftGivesWay()
    {
        {
            SingleInstance first(m_subject);
            QVERIFY(first.becomeFirst());
        }
        SingleInstance next(m_subject);
        QVERIFY(next.becomeFirst());
    }

    void firstOneThatWasKilledGivesWay()
    {
        QProcess killed;
        killed.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--first"), m_subject});
        QVERIFY(killed.waitForReadyRead(10'000));
        QCOMPARE(killed.readLine().trimmed(), QByteArray("first"));
        killed.kill();
        QVERIFY(killed.waitForFinished(10'000));
        SingleInstance next(m_subject);
        QVERIFY(next.becomeFirst());
        QSignalSpy called(&next, &SingleInstance::called);
        QCOMPARE(startAnother({}), 0);
        QCOMPARE(called.size(), 1);
    }

private:
    //! 0 when it was not the first and its files were taken.
    int startAnother(const QStringList &files) const
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      QStringList{QStringLiteral("--another"), m_subject} + files);
        // The events of this process have to run meanwhile.
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000))
            return -1;
        return process.exitCode();
    }

    QString m_subject;
};

//! With "--another" this program is another start of the same: it hands the rest over and leaves.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--another") {
        SingleInstance instance(arguments.value(2));
        return !instance.becomeFirst() && instance.handOver(arguments.mid(3)) ? 0 : 1;
    }
    if (arguments.value(1) == u"--first") {
        SingleInstance instance(arguments.value(2));
        std::puts(instance.becomeFirst() ? "first" : "second");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    SingleInstanceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_singleinstance.moc"
