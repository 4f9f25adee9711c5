// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include <QSqlQuery>

namespace recoupe::test {

namespace {

const QString active = QString::fromUtf16(activeToken);
const QString inactive = QString::fromUtf16(inactiveToken);
const QString sessionNumero = QStringLiteral("SE_1");

class DecisionTest : public QObject
{
    Q_OBJECT

    static Decision decision(const QString &before, const QString &after,
                             const QString &batch = QStringLiteral("lot 1"))
    {
        Decision made;
        made.batch = batch;
        made.at = QDateTime(QDate(2026, 1, 6), QTime(9, 30, 1, 5), Qt::UTC);
        made.operatorName = QStringLiteral("Zoé d'Ambert");
        made.key = sessionOf(sessionNumero).session.key;
        made.before = before;
        made.after = after;
        return made;
    }
    static Decision activation(const QString &reason = {})
    {
        Decision made = decision(inactive, active);
        made.reason = reason;
        return made;
    }
    static Decision undoOf(const Decision &event)
    {
        Decision undo = event;
        std::swap(undo.before, undo.after);
        undo.batch = QStringLiteral("retour de ") + event.batch;
        undo.reason.clear();
        undo.undoes = event.id;
        return undo;
    }
    static Decision choice(DecisionKind kind, const QString &before, const QString &after)
    {
        Decision made = decision(before, after);
        made.kind = kind;
        return made;
    }
    static qint64 append(Base &base, const Decision &made)
    {
        return base.written<qint64>(
            [&] { return DecisionRepository(*base.database).append(made); });
    }
    static Decision appended(Base &base, Decision made)
    {
        made.id = append(base, made);
        return made;
    }
    static void submit(Base &base, const SubmittedSession &session)
    {
        base.write([&] {
            return OfferRepository(*base.database).save(session, base.importId).map([](auto) {});
        });
    }
    static StoredSession only(const Base &base)
    {
        return OfferRepository(*base.database).sessions().value().value(0);
    }
    static ErrorCode refusalOf(Base &base, const Decision &made)
    {
        return base.database
            ->inTransaction(
                [&] { return DecisionRepository(*base.database).append(made).map([](qint64) {}); })
            .error()
            .code;
    }

private Q_SLOTS:
    void settingAsideKeepsWhatWasSetAside()
    {
        Base base;
        submit(base, sessionOf(sessionNumero));
        append(base, choice(DecisionKind::SetAside, {}, QStringLiteral("dates")));
        SubmittedSession changed = sessionOf(sessionNumero);
        changed.session.rhythm = QStringLiteral("autre");
        changed.digest = "autre";
        submit(base, changed);
        const StoredSession stored = only(base);
        QVERIFY(stored.aside.has_value());
        QCOMPARE(stored.aside->reason, ReturnReason::Dates);
        QCOMPARE(stored.aside->submission, sessionOf(sessionNumero).session);
        QCOMPARE(stored.submitted.rhythm, QStringLiteral("autre"));
        append(base, choice(DecisionKind::SetAside, QStringLiteral("dates"), {}));
        QVERIFY(!only(base).aside);
        QCOMPARE(refusalOf(base, choice(DecisionKind::SetAside, {}, QStringLiteral("humeur"))),
                 ErrorCode::InvalidArgument);
    }

    void everyFieldComesBack_data() { addHostileTexts(); }
    void everyFieldComesBack();
    void activationVerifiesTheLastSubmission();
    void reasonOnAnActivationOverridesUntilDeactivation();
    void deactivationKeepsWhatWasVerified();
    void recruitmentIsAnAxisOfItsOwn();
    void actionHasAToggleOfItsOwn();
    void unknownSubjectsAreRefused();
    void impossibleValuesAreRefused_data();
    void impossibleValuesAreRefused();
    void refusedDecisionLeavesNoTrace();
    void undoneActivationGivesBackWhatWasVerified();
    void undoneActivationGivesBackTheOverride();
    void undoneFirstActivationLeavesNothingVerified();
    void undoneRecruitmentGivesBackTheStateBefore();
    void choiceOfANotificationIsKept();
    void undoneChoiceIsForgotten();
    void settingsAreEventsOfTheTrail();
    void idsRise();
    void historyOfASessionHoldsItsActionAndNothingElse();
    void newestBatchIsTakenBackFirst();
    void undoesAreNotTakenBack();
    void trailCannotBeChanged_data();
    void trailCannotBeChanged();
};

void DecisionTest::everyFieldComesBack()
{
    QFETCH(QString, text);
    Base base;
    SubmittedSession session = sessionOf(text);
    submit(base, session);
    Decision made = decision(inactive, active, text);
    made.operatorName = text;
    made.key = session.session.key;
    made.reason = text;
    made = appended(base, made);
    const Decision undo = appended(base, undoOf(made));
    const Result<QList<Decision>> history = DecisionRepository(*base.database).history();
    REQUIRE(history);
    QVERIFY((*history == QList<Decision>{made, undo}));
}

void DecisionTest::activationVerifiesTheLastSubmission()
{
    Base base;
    const SubmittedSession last =
        sessionOf(sessionNumero, RecruitmentState::Open, QStringLiteral("2"));
    submit(base, sessionOf(sessionNumero));
    submit(base, last);
    append(base, activation());
    QVERIFY(only(base).active);
    QVERIFY(only(base).verified == last.session);
    QVERIFY(!only(base).overridden);
    QCOMPARE(base.ask(QStringLiteral("SELECT version FROM sessions")).toInt(), 3);
}

void DecisionTest::reasonOnAnActivationOverridesUntilDeactivation()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    append(base, activation(QStringLiteral("accord du financeur")));
    QVERIFY(only(base).overridden);
    Decision deactivation = decision(active, inactive);
    deactivation.reason = QStringLiteral("mauvais lieu");
    append(base, deactivation);
    QVERIFY(!only(base).overridden);
}

void DecisionTest::deactivationKeepsWhatWasVerified()
{
    Base base;
    const SubmittedSession session = sessionOf(sessionNumero);
    submit(base, session);
    append(base, activation());
    append(base, decision(active, inactive));
    QVERIFY(!only(base).active);
    QVERIFY(only(base).verified == session.session);
}

void DecisionTest::recruitmentIsAnAxisOfItsOwn()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    append(base, activation());
    Decision made = decision(QStringLiteral("open"), QStringLiteral("closed"));
    made.kind = DecisionKind::Recruitment;
    append(base, made);
    QCOMPARE(only(base).recruitment, RecruitmentState::Closed);
    QCOMPARE(only(base).submitted.recruitment, RecruitmentState::Open);
    QVERIFY(only(base).active);
}

void DecisionTest::actionHasAToggleOfItsOwn()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    base.write([&] {
        return OfferRepository(*base.database).save(fullAction(), base.importId).map([](auto) {});
    });
    Decision made = decision(inactive, active);
    made.subject = DecisionSubject::Action;
    made.key = {QStringLiteral("FO_1"), {}, {}};
    append(base, made);
    QVERIFY(OfferRepository(*base.database).actions().value().value(0).active);
    QVERIFY(!only(base).active);
    made.after = inactive;
    append(base, made);
    QVERIFY(!OfferRepository(*base.database).actions().value().value(0).active);
}

void DecisionTest::unknownSubjectsAreRefused()
{
    Base base;
    QCOMPARE(refusalOf(base, activation()), ErrorCode::NotFound);
    Decision made = activation();
    made.subject = DecisionSubject::Action;
    QCOMPARE(refusalOf(base, made), ErrorCode::NotFound);
}

void DecisionTest::impossibleValuesAreRefused_data()
{
    QTest::addColumn<DecisionSubject>("subject");
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<QString>("after");
    QTest::newRow("activation of another axis")
        << DecisionSubject::Session << DecisionKind::Activation << QStringLiteral("open");
    QTest::newRow("no value") << DecisionSubject::Session << DecisionKind::Recruitment << QString();
    QTest::newRow("recruitment of an action")
        << DecisionSubject::Action << DecisionKind::Recruitment << QStringLiteral("open");
}

void DecisionTest::impossibleValuesAreRefused()
{
    QFETCH(DecisionSubject, subject);
    QFETCH(DecisionKind, kind);
    QFETCH(QString, after);
    Base base;
    submit(base, sessionOf(sessionNumero));
    Decision made = decision({}, after);
    made.subject = subject;
    made.kind = kind;
    QCOMPARE(refusalOf(base, made), ErrorCode::InvalidArgument);
}

void DecisionTest::refusedDecisionLeavesNoTrace()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    Decision unknown = activation();
    unknown.key.session = QStringLiteral("SE_2");
    const Result<> done = base.database->inTransaction([&]() -> Result<> {
        DecisionRepository decisions(*base.database);
        for (const Decision &made : {activation(), unknown}) {
            if (Result<qint64> id = decisions.append(made); !id)
                return failureOf(id);
        }
        return {};
    });
    QCOMPARE(done.error().code, ErrorCode::NotFound);
    QVERIFY(!only(base).active);
    QVERIFY(DecisionRepository(*base.database).history().value().isEmpty());
}

void DecisionTest::undoneActivationGivesBackWhatWasVerified()
{
    Base base;
    const SubmittedSession first = sessionOf(sessionNumero);
    submit(base, first);
    append(base, activation());
    append(base, decision(active, inactive));
    submit(base, sessionOf(sessionNumero, RecruitmentState::Open, QStringLiteral("2")));
    const Decision second = appended(base, activation());
    append(base, undoOf(second));
    QVERIFY(!only(base).active);
    QVERIFY(only(base).verified == first.session);
}

void DecisionTest::undoneActivationGivesBackTheOverride()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    append(base, activation(QStringLiteral("accord écrit")));
    const Decision deactivation = appended(base, decision(active, inactive));
    append(base, undoOf(deactivation));
    QVERIFY(only(base).active);
    QVERIFY(only(base).overridden);
}

void DecisionTest::undoneFirstActivationLeavesNothingVerified()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    append(base, undoOf(appended(base, activation(QStringLiteral("accord")))));
    QVERIFY(!only(base).active);
    QVERIFY(!only(base).verified);
    QVERIFY(!only(base).overridden);
}

void DecisionTest::undoneRecruitmentGivesBackTheStateBefore()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    Decision made = decision(QStringLiteral("open"), QStringLiteral("closed"));
    made.kind = DecisionKind::Recruitment;
    append(base, undoOf(appended(base, made)));
    QCOMPARE(only(base).recruitment, RecruitmentState::Open);
}

void DecisionTest::choiceOfANotificationIsKept()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    const AwardKey first{Funder::Region, QStringLiteral("M1451401"), {}};
    const AwardKey second{Funder::Region, QStringLiteral("M1451402"), QStringLiteral("a/b")};
    append(base, choice(DecisionKind::Association, {}, first.toToken()));
    append(base, choice(DecisionKind::Refusal, {}, second.toToken()));
    QVERIFY((only(base).choice == AwardChoice{first, {second}}));
    append(base, choice(DecisionKind::Refusal, second.toToken(), {}));
    append(base, choice(DecisionKind::Association, first.toToken(), second.toToken()));
    QVERIFY((only(base).choice == AwardChoice{second, {}}));
    submit(base, sessionOf(sessionNumero, RecruitmentState::Closed)); // survives an import
    QVERIFY((only(base).choice == AwardChoice{second, {}}));
    QVERIFY(!only(base).active);
}

void DecisionTest::undoneChoiceIsForgotten()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    const QString award = AwardKey{Funder::Agefiph, QStringLiteral("A1"), {}}.toToken();
    const Decision made = appended(base, choice(DecisionKind::Association, {}, award));
    append(base, undoOf(made));
    QVERIFY(only(base).choice.isEmpty());
}

void DecisionTest::settingsAreEventsOfTheTrail()
{
    Base base;
    Decision made = decision(QStringLiteral("calendar"), QStringLiteral("working"));
    made.subject = DecisionSubject::Setting;
    made.kind = DecisionKind::Setting;
    made.key = {};
    made.setting = QStringLiteral("deadline/days");
    made.reason = QStringLiteral("Convention 2027");
    made = appended(base, made);
    const auto settings = [&] { return SettingRepository(*base.database).settings().value(); };
    QCOMPARE(settings().value(made.setting), made.after);
    QVERIFY((DecisionRepository(*base.database).history().value() == QList<Decision>{made}));
    append(base, undoOf(made));
    QCOMPARE(settings().value(made.setting), made.before);
}

void DecisionTest::idsRise()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    const qint64 first = append(base, activation());
    QVERIFY(first > 0);
    QVERIFY(append(base, activation()) > first);
}

void DecisionTest::historyOfASessionHoldsItsActionAndNothingElse()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    submit(base, sessionOf(QStringLiteral("SE_2")));
    base.write([&] {
        return OfferRepository(*base.database).save(fullAction(), base.importId).map([](auto) {});
    });
    Decision ofAction = activation();
    ofAction.subject = DecisionSubject::Action;
    ofAction.key = {QStringLiteral("FO_1"), {}, {}};
    Decision ofSister = activation();
    ofSister.key.session = QStringLiteral("SE_2");
    const Decision first = appended(base, activation());
    const Decision second = appended(base, ofAction);
    const Decision third = appended(base, ofSister);

    const DecisionRepository decisions(*base.database);
    QVERIFY((decisions.history().value() == QList<Decision>{first, second, third}));
    QVERIFY((decisions.history(first.key).value() == QList<Decision>{first, second}));
}

void DecisionTest::newestBatchIsTakenBackFirst()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    submit(base, sessionOf(QStringLiteral("SE_2")));
    const DecisionRepository decisions(*base.database);
    QVERIFY(decisions.lastUndoableBatch().value().isEmpty());
    const Decision alone = appended(base, activation());
    Decision made = decision(active, inactive, QStringLiteral("lot 2"));
    const Decision one = appended(base, made);
    made.key.session = QStringLiteral("SE_2");
    const Decision two = appended(base, made);

    QVERIFY((decisions.lastUndoableBatch().value() == QList<Decision>{one, two}));
    append(base, undoOf(two));
    append(base, undoOf(one));
    QVERIFY((decisions.lastUndoableBatch().value() == QList<Decision>{alone}));
}

void DecisionTest::undoesAreNotTakenBack()
{
    Base base;
    submit(base, sessionOf(sessionNumero));
    append(base, undoOf(appended(base, activation())));
    QVERIFY(DecisionRepository(*base.database).lastUndoableBatch().value().isEmpty());
}

void DecisionTest::trailCannotBeChanged_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << QStringLiteral("UPDATE decisions SET operator_name = 'x'");
    QTest::newRow("delete") << QStringLiteral("DELETE FROM decisions");
    if (isSqlite())
        QTest::newRow("replace") << QStringLiteral("INSERT OR REPLACE INTO decisions "
                                                   "SELECT * FROM decisions");
    else
        QTest::newRow("truncate") << QStringLiteral("TRUNCATE decisions");
}

void DecisionTest::trailCannotBeChanged()
{
    QFETCH(QString, statement);
    Base base;
    submit(base, sessionOf(sessionNumero));
    const Decision made = appended(base, activation());
    QSqlQuery query(base.database->connection());
    QVERIFY(!query.exec(statement));
    QVERIFY((DecisionRepository(*base.database).history().value() == QList<Decision>{made}));
}

} // namespace

int runDecisions(int argc, char **argv)
{
    DecisionTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_decisions.moc"
