// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/awardcandidates.h"

#include "core/textfolding.h"
#include "matching/awardindex.h"
#include "matching/candidateblocks.h"
#include "matching/candidatefacts.h"
#include "matching/candidatescore.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace recoupe {

namespace {

//! Larger blocks are narrowed by a second key; those that stay beyond the second bound would cost
//! more than they tell.
constexpr size_t smallBlock = 64;
constexpr size_t largestBlock = 512;
//! A word that more titles share is no block.
constexpr size_t commonWord = 256;
//! Other titles than these are not asked for awards.
constexpr double titleWorthAsking = 0.5;
constexpr qsizetype mostTitlesAsked = 4;
//! What is not worth an operator's time: less alike, or compared in less than this.
constexpr double leastScore = 0.4;
constexpr double leastCompared = 0.3;

enum class BlockKind : quint32
{
    Siren,
    Name,
    Market,
    Title,
    OrganisationTitle,
    OrganisationCity,
    TitleCity,
    TitleSeason,
};

template <typename... Values>
Blocks::Key keyOf(BlockKind kind, Funder funder, Values... values)
{
    return blockKey(quint32(kind), quint32(funder), values...);
}

//! Numbers one slip apart share the text without one of their signs, or one is that text of the
//! other (SymSpell, after Garbe). Signs taken for one another are made one beforehand.
template <typename Use>
void forEachNearKey(Funder funder, const QString &number, Use use)
{
    const QString text = withoutLookAlikes(number);
    for (qsizetype without = -1; without < text.size(); ++without) {
        quint64 hash = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (i != without)
                hash = hash * 1099511628211U + text[i].unicode();
        }
        use(keyOf(BlockKind::Market, funder, hash));
    }
}

template <typename Use>
void forEachNearKey(Funder funder, const ComparableMarket &market, Use use)
{
    forEachNearKey(funder, market.number, use);
    if (market.inside != market.number)
        forEachNearKey(funder, market.inside, use);
}

quint32 halfYear(qint32 day)
{
    return quint32(day / 183);
}

//! Where a title is given so often that place and time have to tell: département and half-year.
Blocks::Key seasonKey(Funder funder, quint32 title, FactId departement, quint32 season)
{
    return keyOf(BlockKind::TitleSeason, funder, title, departement, season);
}

//! A title and how alike it is to the session's.
struct LikelyTitle
{
    quint32 title;
    double likeness;
};

using Awards = std::span<const quint32>;

//! By what an organisation is found: its SIREN, else its name.
struct OrganisationKey
{
    BlockKind kind;
    FactId id;
};

} // namespace

//! The blocks, and the one question that is put to them.
class CandidateIndex::Tables
{
public:
    Tables(const QList<AwardNotification> &awards, const AwardIndex &index);

    [[nodiscard]] QList<AwardCandidate> candidatesFor(const TrainingAction &action,
                                                      const TrainingSession &session,
                                                      const QList<AwardKey> &refused,
                                                      qsizetype limit) const;

private:
    class Question;

    template <typename Use>
    void forEachOrganisation(quint32 award, Use use) const;
    void add(quint32 award);
    void narrow(quint32 award);

    AwardTable m_awards;
    Blocks m_words;  //!< titles, by word
    Blocks m_blocks; //!< awards in force, by one thing
    Blocks m_narrow; //!< by two or three, where the block of one is large
};

CandidateIndex::Tables::Tables(const QList<AwardNotification> &awards, const AwardIndex &index)
    : m_awards(awards, index)
{
    for (quint32 title = 0; title < m_awards.titleCount(); ++title) {
        for (const TitleWord &word : m_awards.title(title).words()) {
            if (word.kind == TitleWord::Kind::Word)
                m_words.add(word.textKey(), title);
        }
    }
    m_words.freeze();

    m_blocks.reserve(size_t(awards.size()) * 12);
    const auto forEachInForce = [this](auto use) {
        for (quint32 award = 0; award < m_awards.size(); ++award) {
            if (!m_awards.facts(award).isReplaced)
                use(award);
        }
    };
    forEachInForce([this](quint32 award) { add(award); });
    m_blocks.freeze();
    forEachInForce([this](quint32 award) { narrow(award); });
    m_narrow.freeze();
}

template <typename Use>
void CandidateIndex::Tables::forEachOrganisation(quint32 award, Use use) const
{
    const AwardFacts &facts = m_awards.facts(award);
    const auto useIfKnown = [&](BlockKind kind, FactId id) {
        if (id != 0)
            use(OrganisationKey{kind, id});
    };
    useIfKnown(BlockKind::Siren, facts.leader.siren);
    for (const OrganisationFacts &partner : m_awards.partners(award))
        useIfKnown(BlockKind::Siren, partner.siren);
    useIfKnown(BlockKind::Name, facts.awardeeName);
}

void CandidateIndex::Tables::add(quint32 award)
{
    const AwardFacts &facts = m_awards.facts(award);
    for (const ComparableMarket &market : m_awards.markets(award))
        forEachNearKey(facts.funder, market, [&](Blocks::Key key) { m_blocks.add(key, award); });
    forEachOrganisation(award, [&](OrganisationKey by) {
        m_blocks.add(keyOf(by.kind, facts.funder, by.id), award);
    });
    m_blocks.add(keyOf(BlockKind::Title, facts.funder, facts.title), award);
}

void CandidateIndex::Tables::narrow(quint32 award)
{
    const AwardFacts &facts = m_awards.facts(award);
    const Funder funder = facts.funder;
    const auto isLarge = [this](Blocks::Key key) { return m_blocks.of(key).size() > smallBlock; };
    forEachOrganisation(award, [&](OrganisationKey by) {
        if (!isLarge(keyOf(by.kind, funder, by.id)))
            return;
        m_narrow.add(keyOf(BlockKind::OrganisationTitle, funder, by.id, facts.title), award);
        m_narrow.add(keyOf(BlockKind::OrganisationCity, funder, by.id, facts.place.city), award);
    });
    if (!isLarge(keyOf(BlockKind::Title, funder, facts.title)))
        return;
    m_narrow.add(keyOf(BlockKind::TitleCity, funder, facts.title, facts.place.city), award);
    if (facts.period.first == 0 || facts.period.last == 0)
        return;
    // Contracts run for two years at most; a wrong date must not fill the memory.
    const quint32 first = halfYear(facts.period.first);
    const quint32 last = std::min(halfYear(facts.period.last), first + 8);
    for (quint32 season = first; season <= last; ++season)
        m_narrow.add(seasonKey(funder, facts.title, facts.place.departement, season), award);
}

// --- one question --------------------------------------------------------------------------------

class CandidateIndex::Tables::Question
{
public:
    Question(const Tables &tables, const SessionFacts &session, const QList<AwardKey> &refused,
             qsizetype limit)
        : m_tables(tables)
        , m_session(session)
        , m_refused(refused)
        , m_limit(limit)
    {
    }

    [[nodiscard]] QList<AwardCandidate> answer();

private:
    using Likely = QVarLengthArray<quint32, mostTitlesAsked>;

    [[nodiscard]] Blocks::Key key(BlockKind kind, quint32 id) const
    {
        return keyOf(kind, m_session.funder, id);
    }
    [[nodiscard]] Blocks::Key key(BlockKind kind, quint32 id, quint32 other) const
    {
        return keyOf(kind, m_session.funder, id, other);
    }
    void ask(Awards awards) { m_asked.append(awards.data(), qsizetype(awards.size())); }
    void askUnlessLarge(Awards awards);
    void askMarkets();
    void askOrganisation(OrganisationKey by);
    void askTitlesOf(OrganisationKey by);
    void askTitle(quint32 title);
    void weighAsked();
    void weigh(quint32 award);
    [[nodiscard]] bool isConvinced() const;
    [[nodiscard]] bool isBetter(const AwardCandidate &a, const AwardCandidate &b) const;
    [[nodiscard]] double likenessOf(quint32 title);
    [[nodiscard]] const Likely &likelyTitles();

    const Tables &m_tables;
    const SessionFacts &m_session;
    const QList<AwardKey> &m_refused;
    qsizetype m_limit;
    QVarLengthArray<quint32, 256> m_asked; //!< to be weighed
    QVarLengthArray<quint32, 256> m_weighed;
    QVarLengthArray<quint32, 64> m_nearMarkets;
    QVarLengthArray<LikelyTitle, 64> m_likeness; //!< of every title met so far
    std::optional<Likely> m_likely;
    QList<AwardCandidate> m_best;
};

void CandidateIndex::Tables::Question::askUnlessLarge(Awards awards)
{
    if (awards.size() <= largestBlock)
        ask(awards);
}

void CandidateIndex::Tables::Question::askMarkets()
{
    forEachNearKey(m_session.funder, m_session.market,
                   [this](Blocks::Key near) { askUnlessLarge(m_tables.m_blocks.of(near)); });
    m_nearMarkets.append(m_asked.constData(), m_asked.size());
    std::ranges::sort(m_nearMarkets);
}

void CandidateIndex::Tables::Question::askOrganisation(OrganisationKey by)
{
    if (by.id == 0)
        return;
    const Awards all = m_tables.m_blocks.of(key(by.kind, by.id));
    if (all.size() <= smallBlock)
        return ask(all);
    for (const PlaceFacts &place : m_session.places)
        askUnlessLarge(m_tables.m_narrow.of(key(BlockKind::OrganisationCity, by.id, place.city)));
}

//! The contracts of like titles where there are too many to look at each.
void CandidateIndex::Tables::Question::askTitlesOf(OrganisationKey by)
{
    if (by.id == 0 || m_tables.m_blocks.of(key(by.kind, by.id)).size() <= smallBlock)
        return;
    for (const quint32 title : likelyTitles())
        askUnlessLarge(m_tables.m_narrow.of(key(BlockKind::OrganisationTitle, by.id, title)));
}

void CandidateIndex::Tables::Question::askTitle(quint32 title)
{
    const Awards all = m_tables.m_blocks.of(key(BlockKind::Title, title));
    if (all.size() <= smallBlock)
        return ask(all);
    const quint32 season = halfYear(m_session.period.first);
    for (const PlaceFacts &place : m_session.places) {
        askUnlessLarge(m_tables.m_narrow.of(key(BlockKind::TitleCity, title, place.city)));
        askUnlessLarge(
            m_tables.m_narrow.of(seasonKey(m_session.funder, title, place.departement, season)));
    }
}

double CandidateIndex::Tables::Question::likenessOf(quint32 title)
{
    const auto known = std::ranges::find(m_likeness, title, &LikelyTitle::title);
    if (known != m_likeness.end())
        return known->likeness;
    const double likeness = titleLikeness(m_session.title, m_tables.m_awards.title(title));
    m_likeness.append({title, likeness});
    return likeness;
}

//! The few titles that share rare words with the session's and are like it. Sought once, and only
//! where nothing better tells which awards to look at: most sessions do without.
const CandidateIndex::Tables::Question::Likely &CandidateIndex::Tables::Question::likelyTitles()
{
    if (m_likely)
        return *m_likely;
    std::vector<LikelyTitle> alike;
    for (const TitleWord &word : m_session.title.words()) {
        const std::span<const quint32> titles = m_tables.m_words.of(word.textKey());
        if (titles.size() > commonWord)
            continue;
        for (const quint32 title : titles)
            alike.push_back({title, likenessOf(title)});
    }
    std::ranges::stable_sort(alike, std::ranges::greater(), &LikelyTitle::likeness);
    Likely &likely = m_likely.emplace();
    for (const LikelyTitle &title : alike) {
        const bool isKnown = std::ranges::find(likely, title.title) != likely.end();
        if (likely.size() < mostTitlesAsked && title.likeness >= titleWorthAsking && !isKnown)
            likely.append(title.title);
    }
    return likely;
}

bool CandidateIndex::Tables::Question::isBetter(const AwardCandidate &a,
                                                const AwardCandidate &b) const
{
    if (a.score != b.score)
        return a.score > b.score;
    const AwardNotification &left = m_tables.m_awards.record(quint32(a.award));
    const AwardNotification &right = m_tables.m_awards.record(quint32(b.award));
    const auto rank = [this](const AwardNotification &award, qsizetype position) {
        const bool otherLot = m_session.lot.isEmpty() || folded(award.lot) != m_session.lot;
        return std::tuple(otherLot, award.market.normalized(), award.lot, position);
    };
    return rank(left, a.award) < rank(right, b.award);
}

void CandidateIndex::Tables::Question::weigh(quint32 award)
{
    const bool isMarketNear = std::ranges::binary_search(m_nearMarkets, award);
    AwardCandidate candidate = compareButTitle(m_session, m_tables.m_awards, award, isMarketNear);
    const bool isFull = m_best.size() == m_limit;
    if (isFull && bestScore(candidate, m_session) < m_best.last().score)
        return;
    const quint32 title = m_tables.m_awards.facts(award).title;
    enterTitle(candidate, m_session, m_tables.m_awards.title(title), likenessOf(title));
    if (candidate.score < leastScore || comparedShare(candidate) < leastCompared ||
        m_tables.m_awards.isAmong(award, m_refused))
        return;
    const auto place = std::ranges::find_if(
        m_best, [&](const AwardCandidate &other) { return isBetter(candidate, other); });
    m_best.insert(place, candidate);
    if (m_best.size() > m_limit)
        m_best.removeLast();
}

void CandidateIndex::Tables::Question::weighAsked()
{
    std::ranges::sort(m_asked);
    m_asked.erase(std::unique(m_asked.begin(), m_asked.end()), m_asked.end());
    for (const quint32 award : m_asked) {
        if (!std::ranges::binary_search(m_weighed, award))
            weigh(award);
    }
    m_weighed = m_asked;
    m_asked.clear();
}

//! The title of one contract of this very mandataire, at its time: no other mandataire is looked
//! for.
bool CandidateIndex::Tables::Question::isConvinced() const
{
    return std::ranges::any_of(m_best, [](const AwardCandidate &candidate) {
        const auto near = [&](Criterion criterion) {
            const Grade grade = candidate.of(criterion).grade;
            return grade == Grade::Agrees || grade == Grade::Near;
        };
        return near(Criterion::Awardee) && near(Criterion::Title) && near(Criterion::Period);
    });
}

QList<AwardCandidate> CandidateIndex::Tables::Question::answer()
{
    if (!m_session.market.number.isEmpty())
        askMarkets();
    const OrganisationKey enterprise{BlockKind::Siren, m_session.mandataire.siren};
    askOrganisation(enterprise);
    askTitlesOf(enterprise);
    for (const FactId name : m_session.mandataireNames)
        askOrganisation({BlockKind::Name, name});
    weighAsked();
    if (!isConvinced()) {
        // A name that so many contracts bear is that of many enterprises.
        for (const FactId name : m_session.mandataireNames)
            askTitlesOf({BlockKind::Name, name});
        for (const quint32 title : likelyTitles())
            askTitle(title);
        weighAsked();
    }
    for (AwardCandidate &candidate : m_best)
        enterParts(candidate, m_session);
    return m_best;
}

QList<AwardCandidate> CandidateIndex::Tables::candidatesFor(const TrainingAction &action,
                                                            const TrainingSession &session,
                                                            const QList<AwardKey> &refused,
                                                            qsizetype limit) const
{
    const SessionFacts facts = m_awards.of(action, session);
    if (facts.funder == Funder::Other || limit <= 0)
        return {};
    return Question(*this, facts, refused, limit).answer();
}

CandidateIndex::CandidateIndex(const QList<AwardNotification> &awards)
    : CandidateIndex(awards, AwardIndex(awards))
{
}

CandidateIndex::CandidateIndex(const QList<AwardNotification> &awards, const AwardIndex &index)
    : m_tables(std::make_unique<const Tables>(awards, index))
{
}

CandidateIndex::~CandidateIndex() = default;
CandidateIndex::CandidateIndex(CandidateIndex &&) noexcept = default;
CandidateIndex &CandidateIndex::operator=(CandidateIndex &&) noexcept = default;

QList<AwardCandidate> CandidateIndex::candidatesFor(const TrainingAction &action,
                                                    const TrainingSession &session,
                                                    const QList<AwardKey> &refused,
                                                    qsizetype limit) const
{
    return m_tables->candidatesFor(action, session, refused, limit);
}

} // namespace recoupe
