// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/awardcandidates.h"

#include "matching/agreeingcase.h"
#include "matching/awardindex.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace recoupe;

namespace {

const QString siretA = QStringLiteral("99990010300014");
const QString siretA2 = QStringLiteral("99990010300022");
const QString siretB = QStringLiteral("99990024400016");
const QString siretC = QStringLiteral("99990031900018");

//! With what the index makes of it.
struct Case : test::AgreeingCase
{
    QList<AwardKey> refused;

    void setPeriod(const char *start, const char *end);
    [[nodiscard]] QList<AwardCandidate> candidates(qsizetype limit = 5) const
    {
        return CandidateIndex(awards).candidatesFor(action, session, refused, limit);
    }
    //! "M1451401", or "M1451401/2" where a lot is named, best first.
    [[nodiscard]] QStringList ranked(qsizetype limit = 5) const;
    [[nodiscard]] AwardCandidate first() const { return candidates().value(0); }
};

void Case::setPeriod(const char *start, const char *end)
{
    session.start = PartialDate::fromLheo(QString::fromLatin1(start)).value_or(PartialDate());
    session.end = PartialDate::fromLheo(QString::fromLatin1(end)).value_or(PartialDate());
}

QStringList Case::ranked(qsizetype limit) const
{
    QStringList names;
    for (const AwardCandidate &candidate : candidates(limit)) {
        const AwardNotification &found = awards[candidate.award];
        names << (found.lot.isEmpty() ? found.market.text()
                                      : found.market.text() + u'/' + found.lot);
    }
    return names;
}

using Change = std::function<void(Case &)>;

AwardNotification sisterOf(const AwardNotification &award, const char *market)
{
    AwardNotification made = award;
    made.market = MarketNumber(QString::fromUtf8(market));
    return made;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class AwardCandidatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gradesEachCriterion_data();
    void gradesEachCriterion();
    void tellsTheNumberApart_data();
    void tellsTheNumberApart();
    void tellsTheAwardeeApart_data();
    void tellsTheAwardeeApart();
    void tellsThePeriodApart_data();
    void tellsThePeriodApart();
    void tellsThePlaceApart_data();
    void tellsThePlaceApart();
    void partsAddUpToTheScore();
    void whatTheSessionDoesNotSayCostsNothing_data();
    void whatTheSessionDoesNotSayCostsNothing();
    void silenceOfTheAwardIsLessThanAgreement();
    void findsByOneTieAlone_data();
    void findsByOneTieAlone();
    void ranksTheRightSisterFirst_data();
    void ranksTheRightSisterFirst();
    void offersNothing_data();
    void offersNothing();
    void leavesOutWhatWasRefused();
    void offersTheReplacingOne();
    void refusalOfTheReplacedOneHolds();
    void ordersTiesByLotNumberAndPosition();
    void keepsToTheLimit();
    void doesNotDependOnTheOrderOfTheAwards();
    void findsTheTrueOneAmongMany_data();
    void findsTheTrueOneAmongMany();
};

void AwardCandidatesTest::gradesEachCriterion_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Criterion>("criterion");
    QTest::addColumn<Grade>("grade");
    const auto row = [](const char *name, Criterion criterion, Grade grade, Change change) {
        QTest::newRow(name) << change << criterion << grade;
    };
    const auto none = [](Case &) {};
    row("no number", Criterion::Market, Grade::Unknown, none);
    row("internal reference", Criterion::Market, Grade::Unknown,
        [](Case &c) { c.setMarket("R4218"); });
    row("budget line", Criterion::Market, Grade::Unknown, [](Case &c) { c.setMarket("BOP 104"); });
    row("same number", Criterion::Market, Grade::Agrees, [](Case &c) { c.setMarket("M1451401"); });
    row("near number", Criterion::Market, Grade::Near, [](Case &c) { c.setMarket("M1451410"); });
    row("other number", Criterion::Market, Grade::Differs,
        [](Case &c) { c.setMarket("M9999999"); });
    row("same establishment", Criterion::Awardee, Grade::Agrees, none);
    row("other establishment", Criterion::Awardee, Grade::Near,
        [](Case &c) { c.action.mandataire.siret = siretA2; });
    row("no SIRET, no name", Criterion::Awardee, Grade::Unknown,
        [](Case &c) { c.action.mandataire = {}; });
    row("same title", Criterion::Title, Grade::Agrees, none);
    row("contained title", Criterion::Title, Grade::Near,
        [](Case &c) { c.action.title = QStringLiteral("Agent de propreté"); });
    row("other title", Criterion::Title, Grade::Differs,
        [](Case &c) { c.action.title = QStringLiteral("Soudeur"); });
    row("no title", Criterion::Title, Grade::Unknown,
        [](Case &c) { c.action.title = QStringLiteral("Non renseigné"); });
    row("award without title", Criterion::Title, Grade::Unknown,
        [](Case &c) { c.award().title.clear(); });
    row("inside", Criterion::Period, Grade::Agrees, none);
    row("overlapping", Criterion::Period, Grade::Near,
        [](Case &c) { c.setPeriod("20270401", "20270831"); });
    row("after", Criterion::Period, Grade::Differs,
        [](Case &c) { c.setPeriod("20270701", "20270831"); });
    row("no dates", Criterion::Period, Grade::Unknown,
        [](Case &c) { c.setPeriod("00000000", "99999999"); });
    row("same commune", Criterion::Place, Grade::Agrees, none);
    row("same département", Criterion::Place, Grade::Near, [](Case &c) {
        c.session.place = {};
        c.session.place.postalCode = QStringLiteral("63000");
    });
    row("elsewhere", Criterion::Place, Grade::Differs, [](Case &c) {
        c.session.place = {};
        c.session.place.postalCode = QStringLiteral("03200");
    });
    row("no place", Criterion::Place, Grade::Unknown, [](Case &c) { c.session.place = {}; });
}

void AwardCandidatesTest::gradesEachCriterion()
{
    QFETCH(const Change, change);
    QFETCH(const Criterion, criterion);
    QFETCH(const Grade, grade);
    Case c;
    change(c);
    QCOMPARE(c.candidates().size(), 1);
    const AwardCandidate first = c.first();
    const CriterionEvidence &evidence = first.of(criterion);
    QCOMPARE(evidence.grade, grade);
    QVERIFY(evidence.likeness >= 0 && evidence.likeness <= 1);
    if (grade == Grade::Unknown)
        QCOMPARE(evidence, CriterionEvidence());
}

void AwardCandidatesTest::tellsTheNumberApart_data()
{
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("notified");
    QTest::addColumn<MarketNearness>("nearness");
    const auto row = [](const char *entered, const char *notified, MarketNearness nearness) {
        QTest::addRow("%s, %s", entered, notified)
            << QString::fromLatin1(entered) << QString::fromLatin1(notified) << nearness;
    };
    row("M1451401", "M1451401", MarketNearness::Equal);
    row("M1451401", "2014M145140100", MarketNearness::Envelope);
    row("2014M145140100", "M1451401", MarketNearness::Envelope);
    row("MI4SI4OI", "M1451401", MarketNearness::LookAlike);
    row("M1451410", "M1451401", MarketNearness::Swapped);
    row("M145401", "M1451401", MarketNearness::Missing);
    row("M14514001", "M1451401", MarketNearness::Extra);
    row("M1451471", "M1451401", MarketNearness::Replaced);
    row("M1451482", "M1451401", MarketNearness::Far);
    row("M1451471", "2014M145140100", MarketNearness::Replaced);
}

// By the number alone: nothing else of the two agrees.
void AwardCandidatesTest::tellsTheNumberApart()
{
    QFETCH(const QString, entered);
    QFETCH(const QString, notified);
    QFETCH(const MarketNearness, nearness);
    Case c;
    c.award().market = MarketNumber(notified);
    c.session.fundings.first().marketNumber = entered;
    QCOMPARE(c.first().market, nearness);

    c.action = {};
    c.session.place = {};
    c.setPeriod("", "");
    QCOMPARE(c.candidates().size(), nearness == MarketNearness::Far ? 0 : 1);
}

void AwardCandidatesTest::tellsTheAwardeeApart_data()
{
    QTest::addColumn<QStringList>("group");
    QTest::addColumn<QString>("siret");
    QTest::addColumn<QString>("name");
    QTest::addColumn<AwardeeNearness>("nearness");
    QTest::addColumn<qsizetype>("member");
    const QString own = QStringLiteral("Atelier des Puys Formation");
    const QString other = QStringLiteral("Limagne Savoirs");
    const auto row = [](const char *name, const QStringList &group, const QString &siret,
                        const QString &called, AwardeeNearness nearness, qsizetype member) {
        QTest::newRow(name) << group << siret << called << nearness << member;
    };
    row("same", {siretA}, siretA, own, AwardeeNearness::SameEstablishment, 0);
    row("spaced", {siretA}, QStringLiteral("999 900 103 00014"), own,
        AwardeeNearness::SameEstablishment, 0);
    row("other establishment", {siretA}, siretA2, own, AwardeeNearness::SameEnterprise, 0);
    row("second of a group", {siretB, siretA}, siretA, own, AwardeeNearness::SameEstablishment, 1);
    row("enterprise of a group, then the establishment", {siretA2, siretA}, siretA, own,
        AwardeeNearness::SameEstablishment, 1);
    row("other enterprise, same name", {siretB}, siretA, own, AwardeeNearness::SameName, -1);
    row("no SIRET notified, same name", {}, siretA, own, AwardeeNearness::SameName, -1);
    row("no SIRET entered, same name", {siretA}, {}, own, AwardeeNearness::SameName, -1);
    row("no SIRET notified, other name", {}, siretA, other, AwardeeNearness::Unknown, -1);
    row("unreadable among two", {siretB, QStringLiteral("0")}, siretA, other,
        AwardeeNearness::Unknown, -1);
    row("other", {siretB, siretC}, siretA, other, AwardeeNearness::Different, -1);
}

void AwardCandidatesTest::tellsTheAwardeeApart()
{
    QFETCH(const QStringList, group);
    QFETCH(const QString, siret);
    QFETCH(const QString, name);
    QFETCH(const AwardeeNearness, nearness);
    QFETCH(const qsizetype, member);
    Case c;
    c.award().awardeeSirets = group;
    c.action.mandataire.siret = siret;
    c.action.mandataire.name = name;
    QCOMPARE(c.candidates().size(), 1);
    QCOMPARE(c.first().awardee, nearness);
    QCOMPARE(c.first().member, member);
}

void AwardCandidatesTest::tellsThePeriodApart_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<PeriodNearness>("nearness");
    QTest::addColumn<qint64>("days");
    const auto row = [](const char *name, const char *start, const char *end,
                        PeriodNearness nearness, qint64 days) {
        QTest::newRow(name) << QString::fromLatin1(start) << QString::fromLatin1(end) << nearness
                            << days;
    };
    row("the same", "20270104", "20270630", PeriodNearness::Inside, 0);
    row("one day early", "20270103", "20270630", PeriodNearness::Overlaps, 177 + 1);
    row("one day late", "20270104", "20270701", PeriodNearness::Overlaps, 177 + 1);
    row("only the last day inside", "20270630", "20270930", PeriodNearness::Overlaps, 1);
    row("the day after", "20270701", "20270930", PeriodNearness::After, 1);
    row("the day before", "20261001", "20270103", PeriodNearness::Before, 1);
    row("a year before", "20260104", "20260630", PeriodNearness::Before, 188);
    row("start only", "20270301", "", PeriodNearness::Inside, 0);
    row("end only", "", "20270301", PeriodNearness::Inside, 0);
    row("end unknown", "20270301", "99999999", PeriodNearness::Inside, 0);
    row("months", "20270100", "20270600", PeriodNearness::Inside, 0);
    row("a year", "20270000", "20270000", PeriodNearness::Overlaps, 177 + 1);
    row("the wrong way round", "20270630", "20270104", PeriodNearness::Inside, 0);
    row("nothing", "", "", PeriodNearness::Unknown, 0);
}

void AwardCandidatesTest::tellsThePeriodApart()
{
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    QFETCH(const PeriodNearness, nearness);
    QFETCH(const qint64, days);
    Case c;
    c.setPeriod(start.toLatin1().constData(), end.toLatin1().constData());
    QCOMPARE(c.first().period, nearness);
    QCOMPARE(c.first().days, days);
}

void AwardCandidatesTest::tellsThePlaceApart_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<PlaceNearness>("nearness");
    const auto row = [](const char *name, PlaceNearness nearness, Change change) {
        QTest::newRow(name) << change << nearness;
    };
    row("postal code", PlaceNearness::SameCommune, [](Case &c) { c.session.place.city.clear(); });
    row("name", PlaceNearness::SameCommune, [](Case &c) {
        c.session.place.postalCode.clear();
        c.session.place.city = QStringLiteral("thiers cedex 2");
    });
    row("name, another postal code of the département", PlaceNearness::SameCommune,
        [](Case &c) { c.session.place.postalCode = QStringLiteral("63307"); });
    row("same name in another département", PlaceNearness::Elsewhere,
        [](Case &c) { c.session.place.postalCode = QStringLiteral("03300"); });
    row("INSEE code", PlaceNearness::SameCommune, [](Case &c) {
        c.session.place.inseeCode = QStringLiteral("63430");
        c.session.place.city.clear();
        c.session.place.postalCode = QStringLiteral("63920");
        c.award().placeScope = PlaceScope::Commune;
        c.award().placeCode = QStringLiteral("63430");
    });
    row("Saint and St", PlaceNearness::SameCommune, [](Case &c) {
        c.session.place.city = QStringLiteral("St-Flour");
        c.session.place.postalCode.clear();
        c.award().place = QStringLiteral("Saint-Flour");
        c.award().postalCode.clear();
    });
    row("another place of the session", PlaceNearness::SameCommune, [](Case &c) {
        c.session.otherPlaces = {c.session.place};
        c.session.place.city = QStringLiteral("Vichy");
        c.session.place.postalCode = QStringLiteral("03200");
    });
    row("same département", PlaceNearness::SameDepartement, [](Case &c) {
        c.session.place.city = QStringLiteral("Riom");
        c.session.place.postalCode = QStringLiteral("63200");
    });
    row("the contract names the département", PlaceNearness::InDepartement, [](Case &c) {
        c.award().place.clear();
        c.award().postalCode.clear();
        c.award().placeScope = PlaceScope::Departement;
        c.award().placeCode = QStringLiteral("63");
    });
    row("the contract names another département", PlaceNearness::Elsewhere, [](Case &c) {
        c.award().place.clear();
        c.award().postalCode.clear();
        c.award().placeScope = PlaceScope::Departement;
        c.award().placeCode = QStringLiteral("03");
    });
    row("the contract names a region", PlaceNearness::Unknown, [](Case &c) {
        c.award().place.clear();
        c.award().postalCode.clear();
        c.award().placeScope = PlaceScope::Region;
        c.award().placeCode = QStringLiteral("84");
    });
    row("names of two communes, no code", PlaceNearness::Elsewhere, [](Case &c) {
        c.session.place.city = QStringLiteral("Vichy");
        c.session.place.postalCode.clear();
        c.award().postalCode.clear();
    });
}

void AwardCandidatesTest::tellsThePlaceApart()
{
    QFETCH(const Change, change);
    QFETCH(const PlaceNearness, nearness);
    Case c;
    change(c);
    QCOMPARE(c.first().place, nearness);
}

void AwardCandidatesTest::partsAddUpToTheScore()
{
    Case c;
    c.setMarket("M1451410");
    c.action.mandataire.siret = siretA2;
    c.action.title = QStringLiteral("Agent de propreté");
    c.session.place.postalCode = QStringLiteral("63200");
    c.session.place.city = QStringLiteral("Riom");
    const AwardCandidate candidate = c.first();
    double sum = 0;
    for (const Criterion criterion : allCriteria) {
        QVERIFY(candidate.of(criterion).part > 0);
        sum += candidate.of(criterion).part;
    }
    QVERIFY(qFuzzyCompare(sum, candidate.score));
    QVERIFY(candidate.score < 1);
}

void AwardCandidatesTest::whatTheSessionDoesNotSayCostsNothing_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("number", [](Case &) {});
    row("mandataire", [](Case &c) { c.action.mandataire = {}; });
    row("title", [](Case &c) { c.action.title.clear(); });
    row("dates", [](Case &c) { c.setPeriod("", ""); });
    row("place", [](Case &c) { c.session.place = {}; });
}

void AwardCandidatesTest::whatTheSessionDoesNotSayCostsNothing()
{
    QFETCH(const Change, change);
    Case c;
    change(c);
    QCOMPARE(c.first().score, 1.0);
}

void AwardCandidatesTest::silenceOfTheAwardIsLessThanAgreement()
{
    Case c;
    c.awards << sisterOf(c.award(), "M1451402");
    c.award().start = c.award().end = QDate();
    QCOMPARE(c.ranked(), (QStringList{QStringLiteral("M1451402"), QStringLiteral("M1451401")}));
    // And more than contradiction.
    c.awards.last().start = QDate(2024, 1, 1);
    c.awards.last().end = QDate(2024, 6, 30);
    QCOMPARE(c.ranked(), (QStringList{QStringLiteral("M1451401"), QStringLiteral("M1451402")}));
}

void AwardCandidatesTest::findsByOneTieAlone_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("SIREN", [](Case &c) {
        c.action.mandataire.siret = siretA2;
        c.action.mandataire.name.clear();
        c.action.title.clear();
    });
    row("any member of a group", [](Case &c) {
        c.award().awardeeSirets = {siretB, siretC, siretA};
        c.action.mandataire.name.clear();
        c.action.title.clear();
    });
    row("name", [](Case &c) {
        c.action.mandataire.siret = siretB;
        c.action.title.clear();
    });
    row("legal name", [](Case &c) {
        c.action.mandataire.siret.clear();
        c.action.mandataire.legalName = c.action.mandataire.name.toUpper();
        c.action.mandataire.name = QStringLiteral("ADPF");
        c.action.title.clear();
    });
    row("words of the title, another mandataire", [](Case &c) {
        c.action.mandataire.siret = siretB;
        c.action.mandataire.name = QStringLiteral("Limagne Savoirs");
        c.action.title = QStringLiteral("Agent(e) de propreté");
    });
    row("words of the title, no mandataire", [](Case &c) { c.action.mandataire = {}; });
    row("number", [](Case &c) {
        c.setMarket("M1451410");
        c.action.mandataire.siret = siretB;
        c.action.mandataire.name.clear();
        c.action.title.clear();
    });
}

void AwardCandidatesTest::findsByOneTieAlone()
{
    QFETCH(const Change, change);
    Case c;
    change(c);
    QCOMPARE(c.candidates().size(), 1);
}

void AwardCandidatesTest::ranksTheRightSisterFirst_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("by its year", [](Case &c) {
        AwardNotification &sister = c.awards.last();
        sister.start = sister.start.addYears(-1);
        sister.end = sister.end.addYears(-1);
    });
    row("by its year, the session a month late", [](Case &c) {
        AwardNotification &sister = c.awards.last();
        sister.start = sister.start.addYears(1);
        sister.end = sister.end.addYears(1);
        c.setPeriod("20270204", "20270730");
    });
    row("by the narrower period", [](Case &c) {
        AwardNotification &sister = c.awards.last();
        sister.start = sister.start.addMonths(-6);
        sister.end = sister.end.addMonths(6);
    });
    row("by its title", [](Case &c) {
        c.awards.last().title =
            QStringLiteral("Titre professionnel Agent de service médico-social");
    });
    row("by its level", [](Case &c) {
        c.award().title = c.action.title = QStringLiteral("Comptable niveau 4");
        c.awards.last().title = QStringLiteral("Comptable niveau 3");
    });
    row("by its place", [](Case &c) {
        c.awards.last().place = QStringLiteral("Riom");
        c.awards.last().postalCode = QStringLiteral("63200");
    });
    row("by its establishment", [](Case &c) { c.awards.last().awardeeSirets = {siretA2}; });
    row("by its number", [](Case &c) { c.setMarket("M1451499"); });
    row("by its number, whatever the dates", [](Case &c) {
        c.setMarket("M1451499");
        c.setPeriod("20270704", "20271230");
    });
    row("the title typed badly", [](Case &c) {
        c.action.title = QStringLiteral("TP Agent de propretee et hygine");
        c.awards.last().title =
            QStringLiteral("Titre professionnel Agent de service médico-social");
    });
}

// Two contracts of one mandataire; the true one is M1451491.
void AwardCandidatesTest::ranksTheRightSisterFirst()
{
    QFETCH(const Change, change);
    Case c;
    c.award().market = MarketNumber(QStringLiteral("M1451491"));
    c.awards << sisterOf(c.award(), "M1451402");
    change(c);
    const QList<AwardCandidate> candidates = c.candidates();
    QVERIFY(!candidates.isEmpty());
    QCOMPARE(candidates.first().award, 0);
    if (candidates.size() > 1)
        QVERIFY(candidates[0].score > candidates[1].score);
}

void AwardCandidatesTest::offersNothing_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("no award", [](Case &c) { c.awards.clear(); });
    row("another funder's award", [](Case &c) { c.award().funder = Funder::PoleEmploi; });
    row("none of the three funders", [](Case &c) { c.session.fundings.first().funderCode = 10; });
    row("no funding", [](Case &c) { c.session.fundings.clear(); });
    row("POEC of an OPCO", [](Case &c) {
        c.session.fundings.first().funderCode = 4;
        c.session.fundings << Funding{16, {}, {}, QStringLiteral("POEC"), 0, {}};
        c.award().funder = Funder::PoleEmploi;
    });
    row("nothing in common", [](Case &c) {
        c.action.mandataire.siret = siretB;
        c.action.mandataire.name = QStringLiteral("Limagne Savoirs");
        c.action.title = QStringLiteral("Soudeur");
    });
    row("nothing but the place to compare", [](Case &c) {
        c.action = {};
        c.setPeriod("", "");
    });
}

void AwardCandidatesTest::offersNothing()
{
    QFETCH(const Change, change);
    Case c;
    change(c);
    QCOMPARE(c.candidates(), QList<AwardCandidate>());
}

void AwardCandidatesTest::leavesOutWhatWasRefused()
{
    Case c;
    c.awards << sisterOf(c.award(), "M1451402");
    c.refused = {c.award().key()};
    QCOMPARE(c.ranked(), QStringList{QStringLiteral("M1451402")});
    c.refused << c.awards.last().key();
    QCOMPARE(c.ranked(), QStringList());
    // Another funder's number, or another lot, is another notification.
    c.refused = {AwardKey{Funder::Agefiph, QStringLiteral("M1451401"), {}},
                 AwardKey{Funder::Region, QStringLiteral("M1451402"), QStringLiteral("2")}};
    QCOMPARE(c.ranked().size(), 2);
}

void AwardCandidatesTest::offersTheReplacingOne()
{
    Case c;
    AwardNotification replacing = sisterOf(c.award(), "M2600077");
    replacing.replaces = QStringLiteral("M 1451401");
    replacing.notifiedOn = QDate(2027, 1, 2);
    c.awards << replacing;
    c.award().notifiedOn = QDate(2026, 12, 1);
    QCOMPARE(c.ranked(), QStringList{QStringLiteral("M2600077")});

    // The session may still bear the number of the one that was replaced, with a slip.
    c.setMarket("M1451410");
    QCOMPARE(c.ranked(), QStringList{QStringLiteral("M2600077")});
    QCOMPARE(c.first().market, MarketNearness::Swapped);
    QCOMPARE(c.first().replacedMarket, QStringLiteral("M1451401"));
    c.setMarket("M1451401");
    QCOMPARE(c.first().market, MarketNearness::Equal);
    QCOMPARE(c.first().of(Criterion::Market).grade, Grade::Near);
    c.setMarket("M2600077");
    QCOMPARE(c.first().replacedMarket, QString());
    QCOMPARE(c.first().of(Criterion::Market).grade, Grade::Agrees);
}

void AwardCandidatesTest::refusalOfTheReplacedOneHolds()
{
    Case c;
    c.refused = {c.award().key()};
    c.award().notifiedOn = QDate(2026, 12, 1);
    c.awards << sisterOf(c.award(), "M2600077") << sisterOf(c.award(), "M2600078");
    c.awards[1].replaces = QStringLiteral("M1451401");
    c.awards[1].notifiedOn = QDate(2027, 1, 2);
    QCOMPARE(c.ranked(), QStringList{QStringLiteral("M2600078")});
}

void AwardCandidatesTest::ordersTiesByLotNumberAndPosition()
{
    Case c;
    AwardNotification second = c.award();
    second.lot = QStringLiteral("2");
    AwardNotification first = c.award();
    first.lot = QStringLiteral("1");
    c.awards = {second, sisterOf(c.award(), "M1451400"), first};
    const QString other = QStringLiteral("M1451400");
    const QString lot1 = QStringLiteral("M1451401/1");
    const QString lot2 = QStringLiteral("M1451401/2");
    QCOMPARE(c.ranked(), (QStringList{other, lot1, lot2}));
    c.session.fundings.first().lot = QStringLiteral("2");
    QCOMPARE(c.ranked(), (QStringList{lot2, other, lot1}));
}

void AwardCandidatesTest::keepsToTheLimit()
{
    Case c;
    for (const char *market : {"M1451402", "M1451403", "M1451404", "M1451405", "M1451406"})
        c.awards << sisterOf(c.award(), market);
    QCOMPARE(c.ranked().size(), 5);
    QCOMPARE(c.ranked(2), (QStringList{QStringLiteral("M1451401"), QStringLiteral("M1451402")}));
    QCOMPARE(c.ranked(0), QStringList());
}

// --- many awards ---------------------------------------------------------------------------------

namespace {

constexpr std::array titles{
    "Titre professionnel Agent de propreté et d'hygiène",
    "Titre professionnel Agent de service médico-social",
    "Titre professionnel Agent de sûreté et de sécurité privée",
    "Titre professionnel Assistant de vie aux familles",
    "Titre professionnel Secrétaire assistant médico-social",
    "Titre professionnel Secrétaire comptable",
    "Titre professionnel Conducteur du transport routier de marchandises sur porteur",
    "Titre professionnel Maçon",
    "Titre professionnel Cuisinier",
    "CAP Accompagnant éducatif petite enfance",
    "Agent magasinier cariste (CACES R489 catégories 1, 3 et 5)",
    "Diplôme d'État d'aide-soignant",
    "Bureautique et outils collaboratifs",
    "Préparation opérationnelle à l'emploi collective : commis de cuisine",
    "Français langue étrangère à visée professionnelle",
};
struct Town
{
    const char *name;
    const char *postalCode;
};
constexpr std::array towns{
    Town{"Clermont-Ferrand", "63000"}, Town{"Riom", "63200"},    Town{"Thiers", "63300"},
    Town{"Moulins", "03000"},          Town{"Vichy", "03200"},   Town{"Montluçon", "03100"},
    Town{"Aurillac", "15000"},         Town{"Brioude", "43100"}, Town{"Le Puy-en-Velay", "43000"},
};

//! Awards of many mandataires, each with contracts for one training, year after year.
class World
{
public:
    explicit World(int awards)
    {
        for (int i = 0; i < awards; ++i)
            m_awards << awardAt(i);
    }

    [[nodiscard]] const QList<AwardNotification> &awards() const { return m_awards; }
    //! A session of that award as an organisation enters it, the number left to the caller.
    [[nodiscard]] Case sessionOf(qsizetype award)
    {
        const AwardNotification &own = m_awards[award];
        Case c;
        c.awards.clear();
        c.action.title = mistyped(own.title);
        c.action.mandataire.siret = own.awardeeSirets.last();
        c.action.mandataire.name = own.awardeeName;
        c.session.fundings.first().funderCode = own.funder == Funder::Region ? 2 : 4;
        c.session.start = PartialDate(own.start.addDays(3 + number(20)));
        c.session.end = PartialDate(own.end.addDays(-3 - number(20)));
        c.session.place.city = own.place;
        c.session.place.postalCode = own.postalCode;
        return c;
    }
    //! The text with two neighbours swapped.
    [[nodiscard]] QString mistyped(const QString &text)
    {
        QString out = text;
        const auto at = qsizetype(number(int(text.size()) - 1));
        std::swap(out[at], out[at + 1]);
        return out;
    }
    [[nodiscard]] int number(int below) { return int(m_random() % unsigned(below)); }

private:
    //! Eight contracts a mandataire: two trainings in two towns, two years each.
    [[nodiscard]] AwardNotification awardAt(int i)
    {
        const int mandataire = i / 8;
        const size_t title = size_t(mandataire * 2 + i % 2);
        const Town &town = towns[size_t(mandataire + i / 2 % 2) % towns.size()];
        AwardNotification made;
        made.funder = mandataire % 3 == 0 ? Funder::PoleEmploi : Funder::Region;
        made.market = MarketNumber(QStringLiteral("M%1").arg(1000000 + i * 7 + number(7)));
        made.title = QString::fromUtf8(titles[title % titles.size()]);
        made.awardeeSirets = {
            QStringLiteral("%1").arg(qint64(40000000000000) + mandataire * 100003)};
        if (i % 5 == 0)
            made.awardeeSirets.prepend(QStringLiteral("%1").arg(qint64(70000000000000) + i));
        made.awardeeName = QStringLiteral("Organisme %1").arg(mandataire);
        made.start = QDate(2026 + i / 4 % 2, 1 + mandataire % 6, 1);
        made.end = made.start.addMonths(9);
        made.place = QString::fromUtf8(town.name);
        made.postalCode = QString::fromUtf8(town.postalCode);
        return made;
    }

    std::mt19937 m_random{20261123};
    QList<AwardNotification> m_awards;
};

} // namespace

void AwardCandidatesTest::doesNotDependOnTheOrderOfTheAwards()
{
    World world(400);
    QList<AwardNotification> shuffled = world.awards();
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(7));
    const CandidateIndex index(world.awards());
    const CandidateIndex other(shuffled, AwardIndex(shuffled));
    for (qsizetype award = 0; award < world.awards().size(); award += 7) {
        const Case c = world.sessionOf(award);
        QStringList markets;
        for (const AwardCandidate &found : index.candidatesFor(c.action, c.session))
            markets << world.awards()[found.award].market.text();
        QStringList again;
        for (const AwardCandidate &found : other.candidatesFor(c.action, c.session))
            again << shuffled[found.award].market.text();
        QCOMPARE(again, markets);
    }
}

void AwardCandidatesTest::findsTheTrueOneAmongMany_data()
{
    QTest::addColumn<int>("awards");
    QTest::newRow("as many as a region has") << 2000;
    QTest::newRow("fifty thousand") << 50000;
}

// The number missing, an internal reference, or one slip away.
void AwardCandidatesTest::findsTheTrueOneAmongMany()
{
    QFETCH(const int, awards);
    World world(awards);
    const CandidateIndex index(world.awards());
    const int questions = 1000;
    int first = 0;
    int amongThree = 0;
    for (int question = 0; question < questions; ++question) {
        const qsizetype award = world.number(awards);
        Case c = world.sessionOf(award);
        const QString number = world.awards()[award].market.text();
        const std::array numbers{QString(), QStringLiteral("R4218"), world.mistyped(number)};
        c.session.fundings.first().marketNumber = numbers[size_t(question) % numbers.size()];
        const QList<AwardCandidate> found = index.candidatesFor(c.action, c.session);
        const auto place = std::ranges::find(found, award, &AwardCandidate::award) - found.begin();
        first += place == 0 ? 1 : 0;
        amongThree += place < 3 && place < found.size() ? 1 : 0;
    }
    QVERIFY2(first >= questions * 97 / 100, qPrintable(QString::number(first)));
    QVERIFY2(amongThree >= questions * 995 / 1000, qPrintable(QString::number(amongThree)));
}

QTEST_APPLESS_MAIN(AwardCandidatesTest)
#include "tst_awardcandidates.moc"
