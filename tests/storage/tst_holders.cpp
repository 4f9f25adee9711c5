// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/holderrepository.h"
#include "storagetest.h"

namespace recoupe::test {

namespace {

// Who works on which session.
class HolderTest : public QObject
{
    Q_OBJECT

    static SessionKey key() { return sessionOf(QStringLiteral("SE_1")).session.key; }
    static SessionHold hold(const QString &name)
    {
        return {.key = key(),
                .operatorName = name,
                .since = QDateTime(QDate(2026, 1, 6), QTime(9, 30, 1, 5), Qt::UTC)};
    }
    static void submit(Base &base)
    {
        base.write([&] {
            return OfferRepository(*base.database)
                .save(sessionOf(QStringLiteral("SE_1")), base.importId)
                .map([](auto) {});
        });
    }
    static void take(Base &base, const QString &name)
    {
        base.write([&] { return HolderRepository(*base.database).take(hold(name)); });
    }
    static void decide(Base &base, DecisionKind kind, const QString &before, const QString &after)
    {
        Decision decision;
        decision.batch = QStringLiteral("b");
        decision.at = hold({}).since;
        decision.operatorName = QStringLiteral("Odile");
        decision.kind = kind;
        decision.key = key();
        decision.before = before;
        decision.after = after;
        base.write(
            [&] { return DecisionRepository(*base.database).append(decision).map([](qint64) {}); });
    }

private Q_SLOTS:
    void holdGivesWayToTheNextOne()
    {
        Base base;
        submit(base);
        take(base, QStringLiteral("Zoé d'Ambert"));
        take(base, QStringLiteral("c.martin"));
        HolderRepository holders(*base.database);
        QCOMPARE(holders.holds().value(), QList{hold(QStringLiteral("c.martin"))});
        QCOMPARE(holders.holdOf(key()).value(), hold(QStringLiteral("c.martin")));
        base.write([&] { return holders.release(key()); });
        QVERIFY(holders.holds().value().isEmpty());
        QVERIFY(!holders.holdOf(key()).value());
        base.write([&] { return holders.release(key()); }); // nothing to do
    }

    void holdOfNoSessionIsRefused()
    {
        Base base;
        const Result<> taken = base.database->inTransaction(
            [&] { return HolderRepository(*base.database).take(hold(QStringLiteral("Zoé"))); });
        QCOMPARE(taken.error().code, ErrorCode::NotFound);
    }

    void holdEndsWithTheWork_data()
    {
        QTest::addColumn<DecisionKind>("kind");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("ends");
        QTest::newRow("activated") << DecisionKind::Activation << QStringLiteral("inactive")
                                   << QStringLiteral("active") << true;
        QTest::newRow("deactivated") << DecisionKind::Activation << QStringLiteral("active")
                                     << QStringLiteral("inactive") << false;
        QTest::newRow("set aside")
            << DecisionKind::SetAside << QString() << QStringLiteral("dates") << true;
        QTest::newRow("taken up") << DecisionKind::SetAside << QStringLiteral("dates") << QString()
                                  << false;
        QTest::newRow("recruitment") << DecisionKind::Recruitment << QStringLiteral("open")
                                     << QStringLiteral("suspended") << false;
    }
    void holdEndsWithTheWork()
    {
        QFETCH(DecisionKind, kind);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, ends);
        Base base;
        submit(base);
        take(base, QStringLiteral("c.martin"));
        decide(base, kind, before, after);
        QCOMPARE(HolderRepository(*base.database).holds().value().isEmpty(), ends);
    }
};

} // namespace

int runHolders(int argc, char **argv)
{
    HolderTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_holders.moc"
