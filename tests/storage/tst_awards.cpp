// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

namespace recoupe::test {

namespace {

class AwardTest : public QObject
{
    Q_OBJECT

    template <typename Value>
    static SaveOutcome save(Base &base, const Value &value)
    {
        return base.written<SaveOutcome>(
            [&] { return AwardRepository(*base.database).save(value, base.importId); });
    }

private Q_SLOTS:
    void everyFieldComesBack_data() { addHostileTexts(); }
    void everyFieldComesBack();
    void daysThatAreNotGivenComeBackInvalid();
    void equalOnesWriteNothing();
    void differentOneReplacesAndTheFormerIsKept();
    void newAndKnownOnesMayTakeTurns();
    void marketNumberIsComparedNormalized();
    void lotAndFunderAreOfTheIdentity();
    void sesarStartCountsOnlyWithoutASession();
    void allComeInOrder();
};

void AwardTest::everyFieldComesBack()
{
    QFETCH(QString, text);
    Base base;
    QCOMPARE(save(base, fullAward(text)), SaveOutcome::New);
    QCOMPARE(save(base, fullDeclaration(text)), SaveOutcome::New);
    const AwardRepository awards(*base.database);
    REQUIRE(awards.awards());
    QVERIFY(awards.awards().value() == QList<AwardNotification>{fullAward(text)});
    REQUIRE(awards.sesarDeclarations());
    QVERIFY(awards.sesarDeclarations().value() == QList<SesarDeclaration>{fullDeclaration(text)});
}

void AwardTest::daysThatAreNotGivenComeBackInvalid()
{
    Base base;
    AwardNotification award;
    award.market = MarketNumber(QStringLiteral("M1"));
    SesarDeclaration declaration;
    declaration.market = award.market;
    save(base, award);
    save(base, declaration);
    QVERIFY(AwardRepository(*base.database).awards().value().value(0) == award);
    QVERIFY(AwardRepository(*base.database).sesarDeclarations().value().value(0) == declaration);
}

void AwardTest::equalOnesWriteNothing()
{
    Base base;
    save(base, fullAward());
    save(base, fullDeclaration());
    QCOMPARE(save(base, fullAward()), SaveOutcome::Unchanged);
    QCOMPARE(save(base, fullDeclaration()), SaveOutcome::Unchanged);
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM awards")).toInt(), 1);
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM sesar_declarations")).toInt(), 1);
}

void AwardTest::differentOneReplacesAndTheFormerIsKept()
{
    Base base;
    AwardNotification award = fullAward();
    save(base, award);
    award.extras.insert(QStringLiteral("remarque"), QStringLiteral("annule et remplace"));
    QCOMPARE(save(base, award), SaveOutcome::Changed);
    QVERIFY(AwardRepository(*base.database).awards().value() == QList<AwardNotification>{award});
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM awards")).toInt(), 2);

    SesarDeclaration declaration = fullDeclaration();
    save(base, declaration);
    declaration.end = QDate();
    QCOMPARE(save(base, declaration), SaveOutcome::Changed);
    QVERIFY(AwardRepository(*base.database).sesarDeclarations().value() ==
            QList<SesarDeclaration>{declaration});
    QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM sesar_declarations")).toInt(), 2);
}

void AwardTest::newAndKnownOnesMayTakeTurns()
{
    Base base;
    AwardRepository repository(*base.database);
    const auto take = [&](const auto &value) {
        return base.written<SaveOutcome>([&] { return repository.save(value, base.importId); });
    };
    using enum SaveOutcome;
    using Step = std::tuple<const char16_t *, const char16_t *, SaveOutcome>;
    const std::initializer_list<Step> steps{
        {u"A", u"x", New},     {u"B", u"x", New},       {u"A", u"x", Unchanged},
        {u"B", u"y", Changed}, {u"C", u"x", New},       {u"D", u"x", New},
        {u"D", u"y", Changed}, {u"D", u"y", Unchanged}, {u"E", u"x", New}};
    for (const auto &[text, place, expected] : steps) {
        AwardNotification award = fullAward(QString::fromUtf16(text));
        award.place = QString::fromUtf16(place);
        QCOMPARE(take(award), expected);
        SesarDeclaration declaration = fullDeclaration(QString::fromUtf16(text));
        declaration.place = award.place;
        QCOMPARE(take(declaration), expected);
    }
    for (const auto &table : {QStringLiteral("awards"), QStringLiteral("sesar_declarations")}) {
        QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM ") + table).toInt(), 7);
        QCOMPARE(base.ask(QStringLiteral("SELECT count(*) FROM %1 WHERE is_current = 1").arg(table))
                     .toInt(),
                 5);
    }
}

void AwardTest::marketNumberIsComparedNormalized()
{
    Base base;
    AwardNotification award = fullAward();
    award.market = MarketNumber(QStringLiteral("M1451401"));
    save(base, award);
    award.market = MarketNumber(QStringLiteral("m 1451-401"));
    QCOMPARE(save(base, award), SaveOutcome::Changed); // the same contract, written otherwise
    QCOMPARE(AwardRepository(*base.database).awards().value().size(), 1);
}

void AwardTest::lotAndFunderAreOfTheIdentity()
{
    Base base;
    AwardNotification award = fullAward();
    save(base, award);
    award.lot += u'2';
    QCOMPARE(save(base, award), SaveOutcome::New);
    award.funder = Funder::Agefiph;
    QCOMPARE(save(base, award), SaveOutcome::New);
}

void AwardTest::sesarStartCountsOnlyWithoutASession()
{
    Base base;
    SesarDeclaration declaration = fullDeclaration();
    save(base, declaration);
    declaration.start = QDate(2027, 1, 1);
    QCOMPARE(save(base, declaration), SaveOutcome::Changed);
    declaration.sessionNumero.clear();
    QCOMPARE(save(base, declaration), SaveOutcome::New);
    declaration.start = QDate(2027, 2, 1);
    QCOMPARE(save(base, declaration), SaveOutcome::New);
    QCOMPARE(AwardRepository(*base.database).sesarDeclarations().value().size(), 3);
}

void AwardTest::allComeInOrder()
{
    Base base;
    for (const auto &[funder, market, lot] :
         {std::tuple{Funder::Region, QStringLiteral("M2"), QStringLiteral("1")},
          std::tuple{Funder::Agefiph, QStringLiteral("M9"), QString()},
          std::tuple{Funder::Region, QStringLiteral("M1"), QStringLiteral("2")},
          std::tuple{Funder::Region, QStringLiteral("M1"), QStringLiteral("1")}}) {
        AwardNotification award;
        award.funder = funder;
        award.market = MarketNumber(market);
        award.lot = lot;
        save(base, award);
    }
    QStringList order;
    const QList<AwardNotification> awards = AwardRepository(*base.database).awards().value();
    for (const AwardNotification &award : awards)
        order << award.market.text() + u'/' + award.lot;
    QCOMPARE(order, (QStringList{QStringLiteral("M9/"), QStringLiteral("M1/1"),
                                 QStringLiteral("M1/2"), QStringLiteral("M2/1")}));
}

} // namespace

int runAwards(int argc, char **argv)
{
    AwardTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_awards.moc"
