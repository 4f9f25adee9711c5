// SPDX-License-Identifier: GPL-3.0-or-later
// A feed so large that one thread reads it and another one keeps it.
#include "exchangefixtures.h"

#include <QSet>
#include <QThread>

using namespace recoupe;
using namespace recoupe::test;

namespace {

constexpr int formations = 2000;

//! Two megabytes: sessions SE_0, SE_1…, one a formation.
QByteArray largeFeed()
{
    const QByteArray content(800, 'x');
    QByteArray all;
    for (int i = 0; i < formations; ++i) {
        const QByteArray number = QByteArray::number(i);
        all += "<formation numero=\"F" + number + "\"><contenu-formation>" + content +
               "</contenu-formation><action numero=\"A\"><session numero=\"SE_" + number +
               "\"/></action></formation>";
    }
    return feed(all);
}

//! Stops, by an answer or by a failure, once a session was kept.
class ImpatientSink : public RecordingSink
{
public:
    explicit ImpatientSink(const QString &lastWanted)
        : m_lastWanted(lastWanted)
    {
    }

    using RecordingSink::accept;
    Result<> accept(SubmittedSession session) override
    {
        if (session.session.key.session == m_lastWanted) {
            isCancelled = true;
            if (failsThen)
                return fail(ErrorCode::DatabaseFailed, QStringLiteral("disque plein"));
        }
        return RecordingSink::accept(std::move(session));
    }

    bool failsThen = false;

private:
    QString m_lastWanted;
};

} // namespace

class TestLheoHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsAllOnInTheOrderOfTheFile();
    void callsTheSinkInTheThreadOfTheCaller();
    void stopsWhenAskedTo_data();
    void stopsWhenAskedTo();
    void handsOnTheFailureOfTheSink();
    void handsOnTheFailureOfTheReader();
};

void TestLheoHandover::handsAllOnInTheOrderOfTheFile()
{
    RecordingSink sink;
    const QByteArray content = largeFeed();
    QVERIFY(readContent(content, sink).has_value());
    QStringList expected;
    for (int i = 0; i < formations; ++i)
        expected << QStringLiteral("aF%1").arg(i) << QStringLiteral("sSE_%1").arg(i);
    QCOMPARE(sink.order, expected);
    QCOMPARE(sink.lastRead, content.size());
}

void TestLheoHandover::callsTheSinkInTheThreadOfTheCaller()
{
    class ThreadSink : public RecordingSink
    {
    public:
        bool progress(qint64 bytesRead, qint64 bytesTotal) override
        {
            threads << QThread::currentThread();
            return RecordingSink::progress(bytesRead, bytesTotal);
        }
        QSet<QThread *> threads;
    };
    ThreadSink sink;
    QVERIFY(readContent(largeFeed(), sink).has_value());
    QCOMPARE(sink.threads, QSet<QThread *>{QThread::currentThread()});
}

void TestLheoHandover::stopsWhenAskedTo_data()
{
    QTest::addColumn<QString>("lastWanted");
    QTest::newRow("at the beginning") << QStringLiteral("SE_0");
    QTest::newRow("in the middle") << QStringLiteral("SE_1000");
    QTest::newRow("at the last record") << QStringLiteral("SE_%1").arg(formations - 1);
}

void TestLheoHandover::stopsWhenAskedTo()
{
    QFETCH(const QString, lastWanted);
    ImpatientSink sink(lastWanted);
    const Result<> read = readContent(largeFeed(), sink);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
    QVERIFY(!read.error().message.isEmpty());
}

void TestLheoHandover::handsOnTheFailureOfTheSink()
{
    ImpatientSink sink(QStringLiteral("SE_1000"));
    sink.failsThen = true;
    const Result<> read = readContent(largeFeed(), sink);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::DatabaseFailed);
    QCOMPARE(sink.sessions.size(), 1000); // SE_0 to SE_999, and none after the failure
}

void TestLheoHandover::handsOnTheFailureOfTheReader()
{
    RecordingSink sink;
    const Result<> read = readContent(largeFeed().chopped(10), sink);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::MalformedFile);
}

QTEST_GUILESS_MAIN(TestLheoHandover)
#include "tst_lheohandover.moc"
