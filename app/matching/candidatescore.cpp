// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/candidatescore.h"

#include <algorithm>

namespace recoupe {

namespace {

//! What is left in the balance of a criterion on which only the award says nothing.
constexpr double silence = 0.25;
//! A title this alike differs by a slip at most.
constexpr double sameTitle = 0.9;
//! A day outside the contract's period costs; after a year nothing is left.
constexpr double outsidePeriod = 0.4;
constexpr double daysOfYear = 365;

struct MarketGrade
{
    MarketNearness nearness;
    Grade grade;
    double likeness;
};

constexpr std::array marketGrades{
    MarketGrade{MarketNearness::Equal, Grade::Agrees, 1},
    MarketGrade{MarketNearness::Envelope, Grade::Agrees, 0.98},
    MarketGrade{MarketNearness::LookAlike, Grade::Near, 0.95},
    MarketGrade{MarketNearness::Swapped, Grade::Near, 0.92},
    MarketGrade{MarketNearness::Missing, Grade::Near, 0.9},
    MarketGrade{MarketNearness::Extra, Grade::Near, 0.9},
    MarketGrade{MarketNearness::Replaced, Grade::Near, 0.85},
    MarketGrade{MarketNearness::Far, Grade::Differs, 0},
};

const MarketGrade &gradeOf(MarketNearness nearness)
{
    return *std::ranges::find(marketGrades, nearness, &MarketGrade::nearness);
}

void enter(AwardCandidate &candidate, Criterion criterion, Grade grade, double likeness)
{
    candidate.evidence[size_t(criterion)] = {grade, likeness, 0};
}

void compareMarket(AwardCandidate &candidate, const SessionFacts &session, const AwardTable &awards,
                   bool isNear)
{
    const auto award = quint32(candidate.award);
    if (session.market.number.isEmpty() || !awards.facts(award).hasMarket)
        return;
    if (!isNear)
        return enter(candidate, Criterion::Market, Grade::Differs, 0);
    const auto markets = awards.markets(award);
    const MarketGrade *best = &gradeOf(compareMarkets(session.market, markets.front()));
    for (const ComparableMarket &replaced : markets.subspan(1)) {
        const MarketGrade &grade = gradeOf(compareMarkets(session.market, replaced));
        if (grade.likeness <= best->likeness)
            continue;
        best = &grade;
        candidate.replacedMarket = replaced.number;
    }
    candidate.market = best->nearness;
    // The number of a contract that is no longer in force is to be corrected, however well it
    // reads.
    const bool agrees = best->grade == Grade::Agrees && candidate.replacedMarket.isEmpty();
    enter(candidate, Criterion::Market,
          agrees || best->grade == Grade::Differs ? best->grade : Grade::Near, best->likeness);
}

AwardeeNearness nearnessOf(const OrganisationFacts &mandataire, const OrganisationFacts &member)
{
    if (mandataire.siret != 0 && mandataire.siret == member.siret)
        return AwardeeNearness::SameEstablishment;
    if (mandataire.siren == 0 || member.siren == 0)
        return AwardeeNearness::Unknown;
    return mandataire.siren == member.siren ? AwardeeNearness::SameEnterprise
                                            : AwardeeNearness::Different;
}

//! Takes the member at that position in if it is nearer than those before. Unknown rather than
//! different as long as one of them cannot be read.
void compareMember(AwardCandidate &candidate, const OrganisationFacts &mandataire,
                   const OrganisationFacts &member, qsizetype position)
{
    const AwardeeNearness nearness = nearnessOf(mandataire, member);
    const bool isNearer = nearness == AwardeeNearness::SameEstablishment
                              ? candidate.awardee != AwardeeNearness::SameEstablishment
                              : nearness == AwardeeNearness::SameEnterprise && candidate.member < 0;
    if (isNearer) {
        candidate.awardee = nearness;
        candidate.member = position;
    } else if (candidate.member < 0 && (position == 0 || nearness == AwardeeNearness::Unknown)) {
        candidate.awardee = nearness;
    }
}

void compareAwardees(AwardCandidate &candidate, const SessionFacts &session,
                     const AwardTable &awards)
{
    const auto award = quint32(candidate.award);
    const AwardFacts &facts = awards.facts(award);
    qsizetype position = 0;
    if (facts.hasAwardee)
        compareMember(candidate, session.mandataire, facts.leader, position);
    for (const OrganisationFacts &partner : awards.partners(award))
        compareMember(candidate, session.mandataire, partner, ++position);
    const FactId name = facts.awardeeName;
    const bool isUnread = candidate.awardee == AwardeeNearness::Unknown;
    if (candidate.member < 0 && name != 0 && std::ranges::count(session.mandataireNames, name) > 0)
        candidate.awardee = AwardeeNearness::SameName;
    switch (candidate.awardee) {
    case AwardeeNearness::SameEstablishment:
        return enter(candidate, Criterion::Awardee, Grade::Agrees, 1);
    case AwardeeNearness::SameEnterprise:
        return enter(candidate, Criterion::Awardee, Grade::Near, 0.85);
    case AwardeeNearness::SameName:
        return enter(candidate, Criterion::Awardee, Grade::Near, isUnread ? 0.9 : 0.7);
    case AwardeeNearness::Different: return enter(candidate, Criterion::Awardee, Grade::Differs, 0);
    case AwardeeNearness::Unknown: return;
    }
}

void comparePeriods(AwardCandidate &candidate, const PeriodFacts &session, const PeriodFacts &award)
{
    if (!session.isKnown() || !award.isKnown())
        return;
    const qint32 first = award.first != 0 ? award.first : session.first;
    const qint32 last = award.last != 0 ? award.last : session.last;
    if (session.first >= first && session.last <= last) {
        candidate.period = PeriodNearness::Inside;
        // Of two contracts that both hold the session, the one cut for it is the likelier.
        const int margin = std::min(last - first - (session.last - session.first), 730);
        return enter(candidate, Criterion::Period, Grade::Agrees, 1 - 0.1 * margin / 730);
    }
    const qint32 inside = std::min(session.last, last) - std::max(session.first, first) + 1;
    if (inside > 0) {
        candidate.period = PeriodNearness::Overlaps;
        candidate.days = inside;
        const double share = double(inside) / (session.last - session.first + 1);
        return enter(candidate, Criterion::Period, Grade::Near,
                     outsidePeriod + (0.9 - outsidePeriod) * share);
    }
    candidate.period = session.last < first ? PeriodNearness::Before : PeriodNearness::After;
    candidate.days = 1 - inside;
    enter(candidate, Criterion::Period, Grade::Differs,
          outsidePeriod * std::max(0.0, 1 - double(candidate.days) / daysOfYear));
}

bool sameCommune(const PlaceFacts &a, const PlaceFacts &b)
{
    const auto equal = [](FactId left, FactId right) { return left != 0 && left == right; };
    const bool otherDepartement =
        a.departement != 0 && b.departement != 0 && a.departement != b.departement;
    return equal(a.commune, b.commune) || equal(a.postalCode, b.postalCode) ||
           (equal(a.city, b.city) && !otherDepartement);
}

PlaceNearness nearnessOf(const PlaceFacts &session, const PlaceFacts &award)
{
    if (award.namesCommune() && sameCommune(session, award))
        return PlaceNearness::SameCommune;
    if (session.departement == 0 || award.departement == 0)
        return session.city != 0 && award.city != 0 ? PlaceNearness::Elsewhere
                                                    : PlaceNearness::Unknown;
    if (session.departement != award.departement)
        return PlaceNearness::Elsewhere;
    return award.namesCommune() ? PlaceNearness::SameDepartement : PlaceNearness::InDepartement;
}

void comparePlaces(AwardCandidate &candidate, const SessionFacts &session, const PlaceFacts &award)
{
    if (!award.isKnown())
        return;
    for (const PlaceFacts &place : session.places) {
        const PlaceNearness nearness = nearnessOf(place, award);
        const bool isFirst = candidate.place == PlaceNearness::Unknown;
        if (nearness != PlaceNearness::Unknown && (isFirst || nearness < candidate.place))
            candidate.place = nearness;
    }
    switch (candidate.place) {
    case PlaceNearness::SameCommune: return enter(candidate, Criterion::Place, Grade::Agrees, 1);
    case PlaceNearness::InDepartement:
        return enter(candidate, Criterion::Place, Grade::Agrees, 0.8);
    case PlaceNearness::SameDepartement:
        return enter(candidate, Criterion::Place, Grade::Near, 0.4);
    case PlaceNearness::Elsewhere: return enter(candidate, Criterion::Place, Grade::Differs, 0);
    case PlaceNearness::Unknown: return;
    }
}

//! Whether the session says anything under a criterion.
bool speaks(const SessionFacts &session, Criterion criterion)
{
    switch (criterion) {
    case Criterion::Market: return !session.market.number.isEmpty();
    case Criterion::Awardee:
        return session.mandataire.siret != 0 || session.mandataireNames[0] != 0;
    case Criterion::Title: return !session.title.isEmpty();
    case Criterion::Period: return session.period.isKnown();
    case Criterion::Place: return !session.places.isEmpty();
    }
    return false;
}

//! What the likenesses bring, and what they are divided by.
struct Balance
{
    double points = 0;
    double weight = 0;

    [[nodiscard]] double score() const { return weight > 0 ? points / weight : 0; }
};

Balance balanceOf(const AwardCandidate &candidate, const SessionFacts &session)
{
    Balance balance;
    for (const Criterion criterion : allCriteria) {
        const double weight = criterionWeights.of(criterion);
        const CriterionEvidence &evidence = candidate.of(criterion);
        if (evidence.grade != Grade::Unknown) {
            balance.points += weight * evidence.likeness;
            balance.weight += weight;
        } else if (speaks(session, criterion)) {
            balance.weight += silence * weight;
        }
    }
    return balance;
}

} // namespace

AwardCandidate compareButTitle(const SessionFacts &session, const AwardTable &awards, quint32 award,
                               bool isMarketNear)
{
    const AwardFacts &facts = awards.facts(award);
    AwardCandidate candidate;
    candidate.award = award;
    compareMarket(candidate, session, awards, isMarketNear);
    compareAwardees(candidate, session, awards);
    comparePeriods(candidate, session.period, facts.period);
    comparePlaces(candidate, session, facts.place);
    return candidate;
}

void enterTitle(AwardCandidate &candidate, const SessionFacts &session, const TitleWords &title,
                double likeness)
{
    if (!session.title.isEmpty() && !title.isEmpty()) {
        const Grade grade = likeness >= sameTitle     ? Grade::Agrees
                            : likeness >= alikeTitles ? Grade::Near
                                                      : Grade::Differs;
        enter(candidate, Criterion::Title, grade, likeness);
    }
    candidate.score = balanceOf(candidate, session).score();
}

double bestScore(const AwardCandidate &candidate, const SessionFacts &session)
{
    Balance balance = balanceOf(candidate, session);
    if (speaks(session, Criterion::Title)) {
        const double weight = criterionWeights.of(Criterion::Title);
        balance.points += weight;
        balance.weight += weight * (1 - silence);
    }
    return balance.score();
}

void enterParts(AwardCandidate &candidate, const SessionFacts &session)
{
    const double divisor = balanceOf(candidate, session).weight;
    for (const Criterion criterion : allCriteria) {
        CriterionEvidence &evidence = candidate.evidence[size_t(criterion)];
        evidence.part = criterionWeights.of(criterion) * evidence.likeness / divisor;
    }
}

double comparedShare(const AwardCandidate &candidate)
{
    double sum = 0;
    for (const Criterion criterion : allCriteria) {
        if (candidate.of(criterion).grade != Grade::Unknown)
            sum += criterionWeights.of(criterion);
    }
    return sum;
}

} // namespace recoupe
