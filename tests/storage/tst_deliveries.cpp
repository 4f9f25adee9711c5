// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/deliveryrepository.h"
#include "storage/feedrepository.h"
#include "storage/publishedoffers.h"

#include <QSqlQuery>

namespace recoupe::test {

namespace {

const QDateTime sunday(QDate(2026, 11, 22), QTime(6, 0, 0, 12), Qt::UTC);

SessionKey keyOf(const char *formation, const char *session)
{
    return {QString::fromUtf8(formation), QStringLiteral("AF_1"), QString::fromUtf8(session)};
}

class DeliveryTest : public QObject
{
    Q_OBJECT

    static Delivery fullDelivery(const QString &text, Partner partner = Partner::Aude)
    {
        Delivery delivery;
        delivery.key = text + toToken(partner);
        delivery.partner = partner;
        delivery.state = DeliveryState::Held;
        delivery.day = QDate(2026, 11, 22);
        delivery.preparedAt = sunday;
        delivery.operatorName = text;
        delivery.counts = {10'000'000'000, 2, 3, 4, 5, 6};
        delivery.transport = Transport::Sftp;
        delivery.destination = text;
        delivery.folder = text;
        delivery.machine = text;
        delivery.files = {{text, 10'000'000'000, text}, {QStringLiteral("b"), 0, {}}};
        delivery.question = text;
        delivery.confirmation = text;
        return delivery;
    }
    static Delivery toDo(const char *key, Partner partner = Partner::Aude)
    {
        Delivery delivery;
        delivery.key = QString::fromUtf8(key);
        delivery.partner = partner;
        delivery.day = QDate(2026, 11, 22);
        delivery.preparedAt = sunday;
        return delivery;
    }
    static ExportDetails details(const char *title)
    {
        return {QString::fromUtf8(title),          QStringLiteral("M1451401"),
                PartialDate(QDate(2027, 1, 4)),    PartialDate::fromLheo(u"20270200").value(),
                QStringLiteral("Le Puy-en-Velay"), RecruitmentState::Suspended};
    }
    static ExportDifference added(const SessionKey &key, const char *title)
    {
        return {key, ExportChange::Added, QByteArray(title), {}, details(title)};
    }
    static qint64 add(Base &base, const Delivery &delivery,
                      const QList<ExportDifference> &differences = {})
    {
        return base.written<qint64>(
            [&] { return DeliveryRepository(*base.database).add(delivery, differences); });
    }
    static Delivery found(const Base &base, qint64 id)
    {
        return DeliveryRepository(*base.database).find(id).value().value();
    }
    static bool claim(Base &base, qint64 id)
    {
        return base.written<bool>([&] {
            return DeliveryRepository(*base.database)
                .claim(found(base, id),
                       {sunday, QStringLiteral("Zoé"), DeliveryState::Running, {}});
        });
    }
    static void settle(Base &base, qint64 id, DeliveryState state)
    {
        Delivery delivery = found(base, id);
        delivery.state = state;
        delivery.finishedAt = sunday.addSecs(id);
        base.write([&] {
            DeliveryRepository deliveries(*base.database);
            return deliveries
                .settle(delivery, {sunday, QStringLiteral("Zoé"), state, QStringLiteral("fait")})
                .and_then([&] {
                    return state == DeliveryState::Delivered ? deliveries.apply(delivery)
                                                             : Result<>();
                });
        });
    }
    //! Sends a delivery of these changes.
    static qint64 deliver(Base &base, const char *key, const QList<ExportDifference> &differences,
                          Partner partner = Partner::Aude)
    {
        const qint64 id = add(base, toDo(key, partner), differences);
        settle(base, id, DeliveryState::Delivered);
        return id;
    }
    static QList<ExportLine> linesOf(const Base &base, Partner partner = Partner::Aude)
    {
        return DeliveryRepository(*base.database).lines(partner, {}, std::nullopt).value();
    }

private Q_SLOTS:
    void everyFieldComesBack_data() { addHostileTexts(); }
    void everyFieldComesBack();
    void differencesComeBackInTheOrderOfTheirKeys();
    void partnerHasOneOpenDelivery();
    void sameKeyIsRefused();
    void copyStandsInNobodysWay();
    void takenOverDeliveryIsNotSettled();
    void onlyWhatWaitsOrWasLeftIsClaimed_data();
    void onlyWhatWaitsOrWasLeftIsClaimed();
    void everyStepIsAnEvent();
    void partnerHasTheSumOfWhatArrived();
    void linesOfAPage();
    void refusedLinesAreTakenBack();
    void sessionKnowsItsDeliveries();
    void batchKnowsWhoWasSentItSince();
    void feedComesBack_data() { addHostileTexts(); }
    void feedComesBack();
    void offersComePageByPage();
    void publishedSourceIsTheVerifiedOne();
    void snapshotDoesNotSeeLaterWrites();
};

void DeliveryTest::everyFieldComesBack()
{
    QFETCH(const QString, text);
    Base base;
    Delivery delivery = fullDelivery(text);
    delivery.id = add(base, delivery);
    QCOMPARE(found(base, delivery.id), delivery);
    delivery.state = DeliveryState::ToDo;
    delivery.nextTryAt = sunday.addSecs(60);
    delivery.result = text;
    delivery.question.clear();
    delivery.finishedAt = sunday.addSecs(61);
    delivery.acceptedAt = sunday.addSecs(62);
    delivery.refusedLines = 10'000'000'000;
    base.write([&] {
        return DeliveryRepository(*base.database).settle(delivery, {sunday, text, {}, text});
    });
    QCOMPARE(found(base, delivery.id), delivery);
    const DeliveryRepository deliveries(*base.database);
    QCOMPARE(deliveries.find(delivery.key).value(), std::optional(delivery));
    QCOMPARE(deliveries.last(Partner::Aude).value(), std::optional(delivery));
    delivery.files.clear(); // not in lists
    QCOMPARE(deliveries.deliveries(Partner::Aude, 5).value(), QList<Delivery>{delivery});
    QCOMPARE(deliveries.deliveries(Partner::Portal, 5).value(), QList<Delivery>());
    QCOMPARE(deliveries.open().value(), QList<Delivery>{delivery});
}

void DeliveryTest::differencesComeBackInTheOrderOfTheirKeys()
{
    Base base;
    const QList<ExportDifference> differences{
        added(keyOf("F1", "S1"), "a"),
        {keyOf("F1", "S2"), ExportChange::Changed, "b", details("avant"), details("après")},
        {keyOf("F2", "S1"), ExportChange::Removed, "c", details("avant"), {}}};
    const QList<ExportDifference> shuffled{differences.at(2), differences.at(0), differences.at(1)};
    const qint64 id = add(base, toDo("a"), shuffled);
    QCOMPARE(DeliveryRepository(*base.database).differences(id).value(), differences);
}

void DeliveryTest::partnerHasOneOpenDelivery()
{
    Base base;
    const qint64 first = add(base, toDo("a"));
    add(base, toDo("b", Partner::Portal));
    const Result<> second = base.database->inTransaction(
        [&] { return DeliveryRepository(*base.database).add(toDo("c"), {}).map([](qint64) {}); });
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::DatabaseFailed);
    settle(base, first, DeliveryState::Failed);
    add(base, toDo("c"));
}

void DeliveryTest::sameKeyIsRefused()
{
    Base base;
    settle(base, add(base, toDo("a")), DeliveryState::Delivered);
    QVERIFY(!base.database->inTransaction(
        [&] { return DeliveryRepository(*base.database).add(toDo("a"), {}).map([](qint64) {}); }));
}

void DeliveryTest::copyStandsInNobodysWay()
{
    Base base;
    Delivery copy = toDo("copie");
    copy.isCopy = true;
    const qint64 id = add(base, copy, {added(keyOf("F1", "S1"), "un")});
    const qint64 real = add(base, toDo("a"));
    const DeliveryRepository deliveries(*base.database);
    QCOMPARE(deliveries.last(Partner::Aude).value()->id, real);
    Delivery done = found(base, id);
    done.state = DeliveryState::Delivered;
    base.write([&] {
        return DeliveryRepository(*base.database).settle(done, {sunday, {}, {}, {}});
    });
    QCOMPARE(deliveries.lastDelivered(Partner::Aude).value(), std::nullopt);
    QVERIFY(deliveries.ofSession(keyOf("F1", "S1"))->isEmpty());
    QCOMPARE(deliveries.deliveries(Partner::Aude, 9)->size(), 2);
}

void DeliveryTest::takenOverDeliveryIsNotSettled()
{
    Base base;
    const qint64 id = add(base, toDo("a"));
    QVERIFY(claim(base, id));
    const Delivery ours = found(base, id);
    QVERIFY(claim(base, id)); // another process, which took ours for dead
    const Result<> settled = base.database->inTransaction([&] {
        return DeliveryRepository(*base.database).settle(ours, {sunday, {}, {}, {}});
    });
    QVERIFY(!settled);
    QCOMPARE(settled.error().code, ErrorCode::Refused);
    QCOMPARE(found(base, id).state, DeliveryState::Running);
}

void DeliveryTest::onlyWhatWaitsOrWasLeftIsClaimed_data()
{
    QTest::addColumn<DeliveryState>("state");
    QTest::addColumn<bool>("isClaimed");
    QTest::newRow("held") << DeliveryState::Held << false;
    QTest::newRow("to do") << DeliveryState::ToDo << true;
    QTest::newRow("left running") << DeliveryState::Running << true;
    QTest::newRow("delivered") << DeliveryState::Delivered << false;
    QTest::newRow("refused") << DeliveryState::Refused << false;
    QTest::newRow("failed") << DeliveryState::Failed << false;
    QTest::newRow("dropped") << DeliveryState::Dropped << false;
}

void DeliveryTest::onlyWhatWaitsOrWasLeftIsClaimed()
{
    QFETCH(const DeliveryState, state);
    Base base;
    const qint64 id = add(base, toDo("a"));
    settle(base, id, state);
    QTEST(claim(base, id), "isClaimed");
    QCOMPARE(found(base, id).state == DeliveryState::Running,
             state == DeliveryState::ToDo || state == DeliveryState::Running);
    QCOMPARE(found(base, id).tries, found(base, id).state == DeliveryState::Running ? 1 : 0);
}

void DeliveryTest::everyStepIsAnEvent()
{
    Base base;
    const qint64 id = add(base, toDo("a"));
    QVERIFY(claim(base, id));
    settle(base, id, DeliveryState::Delivered);
    QVERIFY(!claim(base, id));
    QList<DeliveryState> states;
    const QList<DeliveryEvent> events = DeliveryRepository(*base.database).events(id).value();
    for (const DeliveryEvent &event : events)
        states << event.state;
    QCOMPARE(states,
             (QList{DeliveryState::ToDo, DeliveryState::Running, DeliveryState::Delivered}));
    QCOMPARE(events.last().operatorName, QStringLiteral("Zoé"));
    QCOMPARE(events.last().result, QStringLiteral("fait"));
    QSqlQuery query(base.database->connection());
    QVERIFY(!query.exec(QStringLiteral("DELETE FROM delivery_events")));
}

void DeliveryTest::partnerHasTheSumOfWhatArrived()
{
    Base base;
    const SessionKey one = keyOf("F1", "S1");
    const SessionKey two = keyOf("F1", "S2");
    deliver(base, "a", {added(one, "un"), added(two, "deux")});
    deliver(base, "p", {added(one, "ailleurs")}, Partner::Portal);
    QCOMPARE(linesOf(base),
             (QList<ExportLine>{{one, "un", details("un")}, {two, "deux", details("deux")}}));
    deliver(base, "b",
            {{one, ExportChange::Removed, "un", details("un"), {}},
             {two, ExportChange::Changed, "zwei", details("deux"), details("zwei")},
             added(keyOf("F0", "S9"), "neuf")});
    QCOMPARE(linesOf(base), (QList<ExportLine>{{keyOf("F0", "S9"), "neuf", details("neuf")},
                                               {two, "zwei", details("zwei")}}));
    const DeliveryRepository deliveries(*base.database);
    QCOMPARE(deliveries.lineCount(Partner::Aude).value(), 2);
    QCOMPARE(deliveries.lineCount(Partner::Portal).value(), 1);
    QCOMPARE(deliveries.lastDelivered(Partner::Aude).value()->key, QStringLiteral("b"));
    QCOMPARE(deliveries.lastDelivered(Partner::Sesar).value(), std::nullopt);
}

void DeliveryTest::linesOfAPage()
{
    Base base;
    deliver(base, "a",
            {added(keyOf("A", "1"), "a"), added(keyOf("a", "1"), "b"), added(keyOf("é", "1"), "c"),
             added(keyOf("\U0001F41D", "1"), "d")});
    const DeliveryRepository deliveries(*base.database);
    const auto digests = [&](const char *after, std::optional<QString> upTo) {
        QByteArray joined;
        const QList<ExportLine> lines =
            deliveries.lines(Partner::Aude, QString::fromUtf8(after), upTo).value();
        for (const ExportLine &line : lines)
            joined += line.digest;
        return joined;
    };
    QCOMPARE(digests("", std::nullopt), "abcd");
    QCOMPARE(digests("A", std::nullopt), "bcd");
    QCOMPARE(digests("A", QStringLiteral("é")), "bc");
    QCOMPARE(digests("\U0001F41D", std::nullopt), "");
}

void DeliveryTest::refusedLinesAreTakenBack()
{
    Base base;
    const SessionKey one = keyOf("F1", "S1");
    const SessionKey two = keyOf("F1", "S2");
    const SessionKey three = keyOf("F1", "S3");
    deliver(base, "a", {added(one, "un")}, Partner::Sesar);
    const qint64 id = deliver(base, "b",
                              {{one, ExportChange::Removed, "un", details("un"), {}},
                               added(two, "deux"),
                               added(three, "trois")},
                              Partner::Sesar);
    base.write([&] {
        return DeliveryRepository(*base.database)
            .acknowledge(found(base, id), {{one, false, QStringLiteral("inconnue")},
                                           {two, false, QStringLiteral("déjà là")},
                                           {three, true, {}}});
    });
    QCOMPARE(linesOf(base, Partner::Sesar),
             (QList<ExportLine>{{one, "un", details("un")}, {three, "trois", details("trois")}}));
    QCOMPARE(DeliveryRepository(*base.database).answers(id)->size(), 3);
    const QList<SessionDelivery> ofOne = DeliveryRepository(*base.database).ofSession(one).value();
    QCOMPARE(ofOne.size(), 2);
    QCOMPARE(ofOne.first().refusal, QString());
    QCOMPARE(ofOne.last().refusal, QStringLiteral("inconnue"));
}

void DeliveryTest::batchKnowsWhoWasSentItSince()
{
    Base base;
    const SubmittedSession session = sessionOf(QStringLiteral("SE_1"));
    const SessionKey key = session.session.key;
    base.write([&] {
        OfferRepository offers(*base.database);
        return offers.save(fullAction(), base.importId).and_then([&](auto) {
            return offers.save(session, base.importId).map([](auto) {});
        });
    });
    const auto decide = [&](const QString &batch, const QDateTime &at, DecisionSubject subject) {
        Decision made;
        made.batch = batch;
        made.at = at;
        made.subject = subject;
        made.key = key;
        if (subject == DecisionSubject::Action)
            made.key = {key.formation, {}, {}};
        made.before = QString::fromUtf16(inactiveToken);
        made.after = QString::fromUtf16(activeToken);
        base.write(
            [&] { return DecisionRepository(*base.database).append(made).map([](qint64) {}); });
    };
    decide(QStringLiteral("session"), sunday.addDays(-1), DecisionSubject::Session);
    decide(QStringLiteral("action"), sunday.addDays(-1), DecisionSubject::Action);
    const auto sentSince = [&](const char *batch) {
        return DeliveryRepository(*base.database).sentSince(QString::fromUtf8(batch)).value();
    };
    QCOMPARE(sentSince("session"), QList<Partner>());

    deliver(base, "a", {added(key, "un")});
    deliver(base, "b", {added(keyOf("F9", "S9"), "autre")}, Partner::Portal);
    add(base, toDo("waits", Partner::ParcoursH), {added(key, "un")});
    QCOMPARE(sentSince("session"), QList<Partner>{Partner::Aude});
    QCOMPARE(sentSince("action"), QList<Partner>{Partner::Aude});
    QCOMPARE(sentSince("unknown"), QList<Partner>());

    Decision later;
    later.batch = QStringLiteral("later");
    later.at = sunday.addDays(1);
    later.key = key;
    later.kind = DecisionKind::Recruitment;
    later.before = QStringLiteral("open");
    later.after = QStringLiteral("closed");
    base.write([&] { return DecisionRepository(*base.database).append(later).map([](qint64) {}); });
    QCOMPARE(sentSince("later"), QList<Partner>());
}

void DeliveryTest::sessionKnowsItsDeliveries()
{
    Base base;
    const SessionKey one = keyOf("F1", "S1");
    const qint64 first = deliver(base, "a", {added(one, "un")});
    add(base, toDo("waits", Partner::Portal), {added(one, "un")});
    const qint64 second =
        deliver(base, "b", {{one, ExportChange::Removed, "un", details("un"), {}}});
    QCOMPARE(DeliveryRepository(*base.database).ofSession(one).value(),
             (QList<SessionDelivery>{
                 {Partner::Aude, ExportChange::Added, sunday.addSecs(first), {}, {}},
                 {Partner::Aude, ExportChange::Removed, sunday.addSecs(second), {}, {}}}));
}

void DeliveryTest::feedComesBack()
{
    QFETCH(const QString, text);
    Base base;
    const FeedState state{text, text, text, QByteArray("\0\1", 2), sunday, sunday, 3, sunday, text};
    const auto save = [&](const FeedState &one) {
        base.write([&] { return FeedRepository(*base.database).save(one); });
        return FeedRepository(*base.database).find(text).value();
    };
    QCOMPARE(FeedRepository(*base.database).find(text).value(), std::nullopt);
    QCOMPARE(save(state), std::optional(state));
    const FeedState other{.url = text, .checkedAt = sunday.addSecs(1)};
    QCOMPARE(save(other)->checkedAt, other.checkedAt);
    QVERIFY(save(other)->takenAt.isNull() && save(other)->nextCheckAt.isNull());
}

//! Keeps a session of a formation, and the formation.
void saveOffer(Base &base, const QString &formation, const QString &session, const QString &words)
{
    base.write([&]() -> Result<> {
        OfferRepository offers(*base.database);
        SubmittedAction action = fullAction(words);
        action.action.numero = formation;
        SubmittedSession submitted = sessionOf(session, RecruitmentState::Open, words);
        submitted.session.key.formation = formation;
        return offers.save(action, base.importId).and_then([&](SaveOutcome) {
            return offers.save(submitted, base.importId).map([](SaveOutcome) {});
        });
    });
}

void DeliveryTest::offersComePageByPage()
{
    Base base;
    const QStringList numeros{QStringLiteral("FA"), QStringLiteral("FB"), QStringLiteral("Fé"),
                              QStringLiteral("F\U0001F41D")};
    for (const QString &numero : numeros) {
        saveOffer(base, numero, QStringLiteral("S2"), {});
        saveOffer(base, numero, QStringLiteral("S1"), {});
    }
    const PublishedOffers offers(*base.database);
    QCOMPARE(offers.count().value(), 4);
    QStringList met;
    QString last;
    for (QList<SourcedOffer> page = offers.after(last, 3).value(); !page.isEmpty();
         page = offers.after(last, 3).value()) {
        QVERIFY(page.size() <= 3);
        last = page.last().stored.submitted.numero;
        for (const SourcedOffer &offer : page) {
            met << offer.stored.submitted.numero;
            QCOMPARE(offer.sessions.size(), 2);
            QCOMPARE(offer.sessions.first().stored.submitted.key.session, QStringLiteral("S1"));
            QCOMPARE(offer.sessions.last().source, "S2open");
        }
    }
    QCOMPARE(met, numeros);
}

void DeliveryTest::publishedSourceIsTheVerifiedOne()
{
    Base base;
    const QString formation = QStringLiteral("FO_1");
    saveOffer(base, formation, QStringLiteral("SE_1"), QStringLiteral("premier"));
    const auto decide = [&](DecisionSubject subject, const char16_t *after) {
        Decision decision;
        decision.batch = QStringLiteral("b");
        decision.subject = subject;
        decision.kind = DecisionKind::Activation;
        decision.key = sessionOf(QStringLiteral("SE_1")).session.key;
        decision.after = QString::fromUtf16(after);
        base.write(
            [&] { return DecisionRepository(*base.database).append(decision).map([](qint64) {}); });
    };
    decide(DecisionSubject::Action, activeToken);
    decide(DecisionSubject::Session, activeToken);
    saveOffer(base, formation, QStringLiteral("SE_1"), QStringLiteral("second"));
    const auto only = [&] { return PublishedOffers(*base.database).after({}, 9).value().first(); };
    QCOMPARE(only().sessions.first().source, "SE_1openpremier");
    QCOMPARE(only().stored.published().title, fullAction(QStringLiteral("premier")).action.title);
    QCOMPARE(only().source, fullAction(QStringLiteral("premier")).source);
    decide(DecisionSubject::Session, inactiveToken);
    QCOMPARE(only().sessions.first().source, "SE_1opensecond");
}

void DeliveryTest::snapshotDoesNotSeeLaterWrites()
{
    Base base;
    const auto other = Database::open(base.database->url());
    REQUIRE(other);
    const Result<> done = base.database->inSnapshot([&]() -> Result<> {
        const PublishedOffers offers(*base.database);
        const qint64 before = offers.count().value();
        const Result<> written = (*other)->inTransaction([&] {
            SubmittedAction action = fullAction();
            return OfferRepository(**other).save(action, base.importId).map([](SaveOutcome) {});
        });
        if (!written)
            return written;
        return offers.count().value() == before ? Result<>()
                                                : fail(ErrorCode::Refused, QStringLiteral("seen"));
    });
    REQUIRE(done);
    QCOMPARE(PublishedOffers(*base.database).count().value(), 1);
}

} // namespace

int runDeliveries(int argc, char **argv)
{
    DeliveryTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_deliveries.moc"
