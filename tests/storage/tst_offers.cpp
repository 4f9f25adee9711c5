// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

namespace recoupe::test {

namespace {

const QDateTime secondDay(QDate(2026, 1, 6), QTime(8, 0, 0, 123), Qt::UTC);

class OfferTest : public QObject
{
    Q_OBJECT

    static SaveOutcome save(Base &base, const SubmittedSession &session)
    {
        return base.written<SaveOutcome>(
            [&] { return OfferRepository(*base.database).save(session, base.importId); });
    }
    static SaveOutcome save(Base &base, const SubmittedAction &action)
    {
        return base.written<SaveOutcome>(
            [&] { return OfferRepository(*base.database).save(action, base.importId); });
    }
    static StoredSession only(const Base &base)
    {
        return OfferRepository(*base.database).sessions().value().value(0);
    }
    static void decide(Base &base, DecisionKind kind, const QString &after)
    {
        Decision decision;
        decision.batch = QStringLiteral("b");
        decision.kind = kind;
        decision.key = sessionOf(QStringLiteral("SE_1")).session.key;
        decision.after = after;
        base.write(
            [&] { return DecisionRepository(*base.database).append(decision).map([](qint64) {}); });
    }

private Q_SLOTS:
    void everyFieldOfAnActionComesBack_data() { addHostileTexts(); }
    void everyFieldOfAnActionComesBack();
    void everyFieldOfASessionComesBack_data() { addHostileTexts(); }
    void everyFieldOfASessionComesBack();
    void emptyValuesComeBackEmpty();
    void sourceAndDigestAreKeptAsTheyAre();
    void sameSubmissionWritesNothing();
    void newAndKnownOnesMayTakeTurns();
    void everySubmissionIsKept();
    void stateThatComesBackIsASubmissionOfItsOwn();
    void timesAreThoseOfTheImports();
    void newSessionIsInactiveAndTakesTheSubmittedRecruitment();
    void recruitmentFollowsThePortal();
    void operatorsRecruitmentSurvivesAnotherChange();
    void verifiedSubmissionStaysWhenAnotherArrives();
    void sessionsOfTheSameNumeroInTwoActionsAreTwo();
    void earlierSubmissionsComeUntilOneIsVerified();
    void allComeInTheOrderOfTheirKeys();
};

void OfferTest::everyFieldOfAnActionComesBack()
{
    QFETCH(QString, text);
    Base base;
    const SubmittedAction action = fullAction(text);
    QCOMPARE(save(base, action), SaveOutcome::New);
    const Result<QList<StoredAction>> actions = OfferRepository(*base.database).actions();
    REQUIRE(actions);
    QCOMPARE(actions->size(), 1);
    QVERIFY(actions->first().submitted == action.action);
}

void OfferTest::everyFieldOfASessionComesBack()
{
    QFETCH(QString, text);
    Base base;
    const SubmittedSession session = fullSession(text);
    QCOMPARE(save(base, session), SaveOutcome::New);
    const Result<QList<StoredSession>> sessions = OfferRepository(*base.database).sessions();
    REQUIRE(sessions);
    QCOMPARE(sessions->size(), 1);
    QVERIFY(sessions->first().submitted == session.session);
    const auto submissions = OfferRepository(*base.database).submissions(session.session.key);
    REQUIRE(submissions);
    QCOMPARE(submissions->size(), 1);
    QVERIFY(submissions->first().second == session.session);
}

void OfferTest::emptyValuesComeBackEmpty()
{
    Base base;
    SubmittedSession session;
    session.session.key.session = QStringLiteral("SE_1");
    QCOMPARE(save(base, session), SaveOutcome::New);
    QVERIFY(only(base).submitted == session.session);
    SubmittedAction action;
    action.action.numero = QStringLiteral("FO_1");
    QCOMPARE(save(base, action), SaveOutcome::New);
    QVERIFY(OfferRepository(*base.database).actions().value().value(0).submitted == action.action);
}

void OfferTest::sourceAndDigestAreKeptAsTheyAre()
{
    Base base;
    const SubmittedAction action = fullAction();
    save(base, action);
    QCOMPARE(base.ask(QStringLiteral("SELECT source FROM action_submissions")).toByteArray(),
             action.source);
    QCOMPARE(base.ask(QStringLiteral("SELECT digest FROM action_submissions")).toByteArray(),
             action.digest);
}

void OfferTest::sameSubmissionWritesNothing()
{
    Base base;
    save(base, fullSession());
    save(base, fullAction());
    base.importId = base.import(secondDay);
    QCOMPARE(save(base, fullSession()), SaveOutcome::Unchanged);
    QCOMPARE(save(base, fullAction()), SaveOutcome::Unchanged);
    for (const QString &question : {QStringLiteral("SELECT count(*) FROM session_submissions"),
                                    QStringLiteral("SELECT count(*) FROM action_submissions"),
                                    QStringLiteral("SELECT version FROM sessions"),
                                    QStringLiteral("SELECT version FROM actions")})
        QCOMPARE(base.ask(question).toInt(), 1);
}

void OfferTest::newAndKnownOnesMayTakeTurns()
{
    Base base;
    OfferRepository repository(*base.database);
    using enum SaveOutcome;
    using Step = std::tuple<const char16_t *, const char16_t *, SaveOutcome>;
    const std::initializer_list<Step> steps{
        {u"A", u"x", New},     {u"B", u"x", New},       {u"A", u"x", Unchanged},
        {u"B", u"y", Changed}, {u"C", u"x", New},       {u"D", u"x", New},
        {u"D", u"y", Changed}, {u"D", u"y", Unchanged}, {u"E", u"x", New}};
    for (const auto &[text, words, expected] : steps) {
        const QString numero = QString::fromUtf16(text);
        SubmittedAction action = fullAction(QString::fromUtf16(words));
        action.action.numero = numero;
        QCOMPARE(base.written<SaveOutcome>([&] { return repository.save(action, base.importId); }),
                 expected);
        const SubmittedSession session =
            sessionOf(numero, RecruitmentState::Open, QString::fromUtf16(words));
        QCOMPARE(base.written<SaveOutcome>([&] { return repository.save(session, base.importId); }),
                 expected);
    }
    // Each submission hangs on the row of its own numero.
    const QList<StoredSession> sessions = repository.sessions().value();
    for (const StoredSession &stored : sessions) {
        const QString numero = stored.submitted.key.session;
        const bool changed = numero == u"B" || numero == u"D";
        QCOMPARE(stored.submitted.particularity,
                 changed ? QStringLiteral("y") : QStringLiteral("x"));
        QCOMPARE(repository.submissions(stored.submitted.key).value().size(), changed ? 2 : 1);
    }
    QCOMPARE(sessions.size(), 5);
    QCOMPARE(repository.actions().value().size(), 5);
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM action_submissions")).toInt(), 7);
}

void OfferTest::everySubmissionIsKept()
{
    Base base;
    const SubmittedSession first = sessionOf(QStringLiteral("SE_1"));
    const SubmittedSession second =
        sessionOf(QStringLiteral("SE_1"), RecruitmentState::Open, QStringLiteral("Groupe 2"));
    QCOMPARE(save(base, first), SaveOutcome::New);
    QCOMPARE(save(base, second), SaveOutcome::Changed);
    QVERIFY(only(base).submitted == second.session);
    const auto kept = OfferRepository(*base.database).submissions(first.session.key);
    REQUIRE(kept);
    QCOMPARE(kept->size(), 2);
    QVERIFY(kept->first().second == first.session);
    QVERIFY(kept->last().second == second.session);
}

void OfferTest::stateThatComesBackIsASubmissionOfItsOwn()
{
    Base base;
    const SubmittedAction first = fullAction(QStringLiteral("a"));
    const SubmittedAction second = fullAction(QStringLiteral("b"));
    QCOMPARE(save(base, first), SaveOutcome::New);
    QCOMPARE(save(base, second), SaveOutcome::Changed);
    QCOMPARE(save(base, first), SaveOutcome::Changed);
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM action_submissions")).toInt(), 3);
    QVERIFY(OfferRepository(*base.database).actions().value().value(0).submitted == first.action);
}

void OfferTest::timesAreThoseOfTheImports()
{
    Base base;
    const QDateTime firstDay(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
    save(base, sessionOf(QStringLiteral("SE_1")));
    base.importId = base.import(secondDay);
    save(base, sessionOf(QStringLiteral("SE_1"), RecruitmentState::Closed));
    QCOMPARE(only(base).firstReceivedAt, firstDay);
    QCOMPARE(only(base).receivedAt, secondDay);
    const auto kept =
        OfferRepository(*base.database).submissions(sessionOf(QStringLiteral("SE_1")).session.key);
    REQUIRE(kept);
    QCOMPARE(kept->first().first, firstDay);
    QCOMPARE(kept->last().first, secondDay);
}

void OfferTest::newSessionIsInactiveAndTakesTheSubmittedRecruitment()
{
    Base base;
    save(base, sessionOf(QStringLiteral("SE_1"), RecruitmentState::Suspended));
    QVERIFY(!only(base).active);
    QVERIFY(!only(base).overridden);
    QVERIFY(!only(base).verified);
    QCOMPARE(only(base).recruitment, RecruitmentState::Suspended);
}

void OfferTest::recruitmentFollowsThePortal()
{
    Base base;
    save(base, sessionOf(QStringLiteral("SE_1"), RecruitmentState::Open));
    decide(base, DecisionKind::Recruitment, QStringLiteral("suspended"));
    save(base, sessionOf(QStringLiteral("SE_1"), RecruitmentState::Closed));
    QCOMPARE(only(base).recruitment, RecruitmentState::Closed);
}

void OfferTest::operatorsRecruitmentSurvivesAnotherChange()
{
    Base base;
    save(base, sessionOf(QStringLiteral("SE_1"), RecruitmentState::Open));
    decide(base, DecisionKind::Recruitment, QStringLiteral("suspended"));
    save(base, sessionOf(QStringLiteral("SE_1"), RecruitmentState::Open, QStringLiteral("autre")));
    QCOMPARE(only(base).recruitment, RecruitmentState::Suspended);
    QCOMPARE(only(base).submitted.recruitment, RecruitmentState::Open);
}

void OfferTest::verifiedSubmissionStaysWhenAnotherArrives()
{
    Base base;
    const SubmittedSession first = sessionOf(QStringLiteral("SE_1"));
    const SubmittedSession second =
        sessionOf(QStringLiteral("SE_1"), RecruitmentState::Open, QStringLiteral("autre lieu"));
    save(base, first);
    decide(base, DecisionKind::Activation, QString::fromUtf16(activeToken));
    QVERIFY(only(base).verified == first.session);
    save(base, second);
    save(base, sessionOf(QStringLiteral("SE_2")));
    const StoredSession stored = only(base);
    QVERIFY(stored.active);
    QVERIFY(stored.verified == first.session);
    QVERIFY(stored.submitted == second.session);
    const StoredSession other = OfferRepository(*base.database).sessions().value().value(1);
    QCOMPARE(other.submitted.key.session, QStringLiteral("SE_2"));
    QVERIFY(!other.active);
    QVERIFY(!other.verified);
}

void OfferTest::sessionsOfTheSameNumeroInTwoActionsAreTwo()
{
    Base base;
    SubmittedSession first = sessionOf(QStringLiteral("SE_1"));
    SubmittedSession second = first;
    second.session.key.action.clear();
    SubmittedSession third = first;
    third.session.key.formation = QStringLiteral("FO_2");
    for (const SubmittedSession &session : {first, second, third})
        QCOMPARE(save(base, session), SaveOutcome::New);
    QCOMPARE(OfferRepository(*base.database).sessions().value().size(), 3);
}

void OfferTest::earlierSubmissionsComeUntilOneIsVerified()
{
    Base base;
    const auto version = [](const QString &words) {
        SubmittedSession session = sessionOf(QStringLiteral("SE_1"), RecruitmentState::Open, words);
        session.session.rhythm = words;
        return session;
    };
    save(base, version(QStringLiteral("1")));
    QVERIFY(only(base).earlier.isEmpty());
    save(base, version(QStringLiteral("2")));
    save(base, version(QStringLiteral("3")));
    const QList<TrainingSession> earlier = only(base).earlier;
    QCOMPARE(earlier.size(), 2);
    QVERIFY(earlier[0] == version(QStringLiteral("1")).session);
    QVERIFY(earlier[1] == version(QStringLiteral("2")).session);
    decide(base, DecisionKind::Activation, QString::fromUtf16(activeToken));
    QVERIFY(only(base).earlier.isEmpty());
}

void OfferTest::allComeInTheOrderOfTheirKeys()
{
    Base base;
    QStringList numeros{QStringLiteral("b"),   QStringLiteral("A"),  QStringLiteral("é"),
                        QStringLiteral("a-b"), QStringLiteral("10"), QStringLiteral("9"),
                        QStringLiteral("a b")};
    for (const QString &numero : numeros) {
        SubmittedAction action = fullAction();
        action.action.numero = numero;
        save(base, action);
        save(base, sessionOf(numero));
    }
    numeros.sort();
    QStringList actions;
    const QList<StoredAction> storedActions = OfferRepository(*base.database).actions().value();
    for (const StoredAction &action : storedActions)
        actions << action.submitted.numero;
    QCOMPARE(actions, numeros);
    QStringList sessions;
    const QList<StoredSession> storedSessions = OfferRepository(*base.database).sessions().value();
    for (const StoredSession &session : storedSessions)
        sessions << session.submitted.key.session;
    QCOMPARE(sessions, numeros);
}

} // namespace

int runOffers(int argc, char **argv)
{
    OfferTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_offers.moc"
