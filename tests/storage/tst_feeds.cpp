// SPDX-License-Identifier: GPL-3.0-or-later
// What a feed that was read whole tells about the sessions it does not hold.
#include "storagetest.h"

namespace recoupe::test {

namespace {

//! "A1 A2 B1": sessions 1 and 2 of action A, session 1 of action B.
QStringList feed(const char *names)
{
    return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
}

class FeedTest : public QObject
{
    Q_OBJECT

    static SubmittedAction actionOf(const QString &name)
    {
        SubmittedAction action;
        action.action.numero = name.left(1);
        action.digest = name.left(1).toUtf8();
        return action;
    }
    static SubmittedSession named(const QString &name)
    {
        SubmittedSession session = sessionOf(name);
        session.session.key = {name.left(1), QStringLiteral("AC"), name};
        return session;
    }
    //! Imports the feed as the service does.
    static FeedOutcome import(Base &base, const char *names, const char *unsure = "")
    {
        const qint64 id = base.import(QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC));
        return base.written<FeedOutcome>([&]() -> Result<FeedOutcome> {
            OfferRepository offers(*base.database);
            const QStringList sessions = feed(names);
            for (const QString &name : sessions) {
                if (const auto saved = offers.save(actionOf(name), id); !saved)
                    return failureOf(saved);
                if (const auto saved = offers.save(named(name), id); !saved)
                    return failureOf(saved);
            }
            return offers.closeFeed(
                id, [&](const SessionKey &key) { return feed(unsure).contains(key.session); });
        });
    }
    static QString vanished(const Base &base)
    {
        QStringList names;
        const QList<StoredSession> sessions = OfferRepository(*base.database).sessions().value();
        for (const StoredSession &session : sessions) {
            if (session.vanishedAt.isValid())
                names << session.submitted.key.session;
        }
        return names.join(u' ');
    }

private Q_SLOTS:
    void sessionsMissingFromTheNextIssueVanish_data();
    void sessionsMissingFromTheNextIssueVanish();
    void vanishedSessionComesBack();
    void rejectedRecordHasNotVanished();
    void feedsOfTwoOrganisationsStayApart();
    void vanishedSessionIsCountedOnce();
    void issuesFollowEachOther();
};

void FeedTest::sessionsMissingFromTheNextIssueVanish_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("gone");
    const auto row = [](const char *name, const char *second, const char *gone) {
        QTest::newRow(name) << QByteArray(second) << QString::fromLatin1(gone);
    };
    row("the same", "A1 A2 B1 C1", "");
    row("more", "A1 A2 B1 C1 D1", "");
    row("a session less", "A1 B1 C1", "A2");
    row("an action less", "A1 A2 C1", "B1");
    row("just half is the next issue", "A1 A2", "B1 C1");
    row("less than half is another feed", "B1 D1", "");
    row("but an action comes whole", "A2 D1 D2 D3", "A1");
    row("nothing in common", "D1", "");
}

void FeedTest::sessionsMissingFromTheNextIssueVanish()
{
    QFETCH(QByteArray, second);
    QFETCH(QString, gone);
    Base base;
    QCOMPARE(import(base, "A1 A2 B1 C1").vanished, 0);
    const FeedOutcome outcome = import(base, second.constData());
    QCOMPARE(vanished(base), gone);
    QCOMPARE(outcome.vanished, int(feed(qPrintable(gone)).size()));
}

void FeedTest::vanishedSessionComesBack()
{
    Base base;
    import(base, "A1 A2");
    import(base, "A1");
    QCOMPARE(vanished(base), QStringLiteral("A2"));
    QCOMPARE(import(base, "A1 A2").returned, 1);
    QCOMPARE(vanished(base), QString());
}

void FeedTest::rejectedRecordHasNotVanished()
{
    Base base;
    import(base, "A1 A2");
    QCOMPARE(import(base, "A1", "A2").vanished, 0);
}

void FeedTest::feedsOfTwoOrganisationsStayApart()
{
    Base base;
    import(base, "A1 A2");
    import(base, "B1 B2 B3");
    QCOMPARE(import(base, "A1 A2").vanished, 0);
    QCOMPARE(import(base, "B1 B2").vanished, 1);
    QCOMPARE(vanished(base), QStringLiteral("B3"));
}

void FeedTest::vanishedSessionIsCountedOnce()
{
    Base base;
    import(base, "A1 A2 A3");
    QCOMPARE(import(base, "A1 A2").vanished, 1);
    QCOMPARE(import(base, "A1 A2").vanished, 0);
}

// What a feed added belongs to it from then on; so does what came to it from another one.
void FeedTest::issuesFollowEachOther()
{
    Base base;
    import(base, "A1 A2 A3 A4");
    import(base, "E1 E2 E3");
    import(base, "A1 A2 A3 A4 B1 E1");
    QCOMPARE(vanished(base), QStringLiteral("E2 E3")); // their action came without them
    import(base, "A1 A2 A3 A4");
    QCOMPARE(vanished(base), QStringLiteral("B1 E1 E2 E3"));
}

} // namespace

int runFeeds(int argc, char **argv)
{
    FeedTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_feeds.moc"
