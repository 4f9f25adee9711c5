// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/candidatefacts.h"

#include "core/textfolding.h"
#include "matching/awardindex.h"

#include <algorithm>
#include <limits>

namespace recoupe {

namespace {

//! "63113", "2A004" and "971" as numbers.
FactId codeId(QStringView code)
{
    constexpr qsizetype longest = 5;
    if (code.isEmpty() || code.size() > longest)
        return 0;
    FactId id = 0;
    for (const QChar sign : code) {
        const char16_t c = sign.toUpper().unicode();
        if (!(c >= u'0' && c <= u'9') && !(c >= u'A' && c <= u'Z'))
            return 0;
        id = id * 37 + FactId(c <= u'9' ? c - u'0' : c - u'A' + 10) + 1;
    }
    return id;
}

//! A postal or INSEE code.
FactId communeCodeId(QStringView code)
{
    return code.size() == 5 && code != u"00000" ? codeId(code) : 0;
}

//! Letters and figures, as they are compared: "SAINT-FLOUR Cedex" is "saint flour".
QString nameText(const QString &text)
{
    QString out = folded(text);
    for (QChar &c : out) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return out.simplified();
}

QString cityText(const QString &text)
{
    QString out = nameText(text);
    if (const qsizetype cedex = out.indexOf(u" cedex"); cedex > 0)
        out.truncate(cedex);
    if (out.startsWith(u"st ") || out.startsWith(u"ste "))
        out.replace(0, 2, QStringLiteral("saint"));
    return out;
}

PlaceFacts placeFacts(const Place &place, FactId city)
{
    PlaceFacts facts;
    facts.commune = communeCodeId(place.inseeCode);
    facts.postalCode = communeCodeId(place.postalCode);
    facts.city = city;
    facts.departement = codeId(place.departement());
    return facts;
}

//! What the contract says of the place: in words, and by a code of some scope.
Place placeOf(const AwardNotification &award)
{
    Place place;
    place.city = award.place;
    place.postalCode = award.postalCode;
    if (award.placeScope == PlaceScope::PostalCode && place.postalCode.isEmpty())
        place.postalCode = award.placeCode;
    if (award.placeScope == PlaceScope::Commune)
        place.inseeCode = award.placeCode;
    return place;
}

PeriodFacts periodOf(const AwardNotification &award)
{
    const auto dayOf = [](QDate day) { return day.isValid() ? qint32(day.toJulianDay()) : 0; };
    return {dayOf(award.firstDay()), dayOf(award.lastDay())};
}

//! The days that the session certainly covers as far as its dates are known; dates that stand the
//! wrong way round are read as what they span.
PeriodFacts periodOf(const TrainingSession &session)
{
    const bool hasStart = session.start.isKnown();
    const bool hasEnd = session.end.isKnown();
    if (!hasStart && !hasEnd)
        return {};
    const auto start =
        qint32((hasStart ? session.start.latest() : session.end.earliest()).toJulianDay());
    const auto end =
        qint32((hasEnd ? session.end.earliest() : session.start.latest()).toJulianDay());
    return {std::min(start, end), std::max(start, end)};
}

//! An internal reference or a budget line is no contract's number: it proves nothing.
bool mayNameContract(const MarketNumber &market)
{
    switch (market.form()) {
    case MarketNumber::Form::Valid:
    case MarketNumber::Form::Other: return true;
    default: return false;
    }
}

FactId sirenId(const QString &siret)
{
    return FactId(sirenOf(siret).toUInt());
}

} // namespace

FactId FactIds::learn(const QString &text)
{
    if (text.isEmpty())
        return 0;
    if (const auto known = m_written.constFind(text); known != m_written.cend())
        return *known;
    const QString read = m_reading(text);
    FactId id = m_read.value(read);
    if (id == 0 && !read.isEmpty()) {
        id = FactId(m_read.size() + 1);
        m_read.insert(read, id);
    }
    m_written.insert(text, id);
    return id;
}

FactId FactIds::look(const QString &text) const
{
    if (text.isEmpty())
        return 0;
    if (const auto known = m_written.constFind(text); known != m_written.cend())
        return *known;
    const QString read = m_reading(text);
    return read.isEmpty() ? 0 : m_read.value(read, std::numeric_limits<FactId>::max());
}

AwardTable::AwardTable(const QList<AwardNotification> &awards, const AwardIndex &index)
    : m_awards(awards)
    , m_sirets(normalizedSiret)
    , m_names(nameText)
    , m_cities(cityText)
{
    m_facts.reserve(size_t(awards.size()));
    m_markets.reserve(size_t(awards.size()));
    for (const AwardNotification &award : awards)
        add(award);
    addReplaced(index);
}

void AwardTable::add(const AwardNotification &award)
{
    AwardFacts facts;
    facts.funder = award.funder;
    facts.hasMarket = !award.market.isMissing();
    facts.title = titleOf(award.title);
    facts.period = periodOf(award);
    facts.place = placeFacts(placeOf(award), m_cities.learn(award.place));
    if (award.placeScope == PlaceScope::Departement && facts.place.departement == 0)
        facts.place.departement = codeId(award.placeCode);
    facts.awardeeName = m_names.learn(award.awardeeName);
    facts.firstPartner = quint32(m_partners.size());
    for (const QString &siret : award.awardeeSirets) {
        const OrganisationFacts member{m_sirets.learn(siret), sirenId(siret)};
        if (facts.hasAwardee)
            m_partners.push_back(member);
        else
            facts.leader = member;
        facts.hasPartners = facts.hasAwardee;
        facts.hasAwardee = true;
    }
    m_facts.push_back(facts);
}

// A session may still bear the number of a contract that was replaced: whoever replaced it answers
// to that number too.
void AwardTable::addReplaced(const AwardIndex &index)
{
    for (quint32 award = 0; award < size(); ++award) {
        const auto inForce = quint32(index.inForce(award));
        m_facts[award].isReplaced = inForce != award;
        if (inForce != award)
            m_replaced[inForce].append(award);
    }
    for (quint32 award = 0; award < size(); ++award) {
        m_facts[award].firstMarket = quint32(m_markets.size());
        m_markets.emplace_back(m_awards[award].market);
        for (const quint32 replaced : m_replaced.value(award))
            m_markets.emplace_back(m_awards[replaced].market);
    }
}

quint32 AwardTable::titleOf(const QString &title)
{
    const auto known = m_titlePositions.constFind(title);
    if (known != m_titlePositions.cend())
        return *known;
    const quint32 position = titleCount();
    m_titles.emplace_back(title);
    m_titlePositions.insert(title, position);
    return position;
}

std::span<const OrganisationFacts> AwardTable::partners(quint32 award) const
{
    if (!m_facts[award].hasPartners)
        return {};
    const size_t first = m_facts[award].firstPartner;
    const size_t end = award + 1 < size() ? m_facts[award + 1].firstPartner : m_partners.size();
    return {m_partners.data() + first, end - first};
}

std::span<const ComparableMarket> AwardTable::markets(quint32 award) const
{
    const size_t first = m_facts[award].firstMarket;
    const size_t end = award + 1 < size() ? m_facts[award + 1].firstMarket : m_markets.size();
    return {m_markets.data() + first, end - first};
}

bool AwardTable::isAmong(quint32 award, const QList<AwardKey> &keys) const
{
    if (keys.isEmpty())
        return false;
    const auto isRefused = [&](quint32 one) { return keys.contains(m_awards[one].key()); };
    const QList<quint32> replaced = m_replaced.value(award);
    return isRefused(award) || std::ranges::any_of(replaced, isRefused);
}

SessionFacts AwardTable::of(const TrainingAction &action, const TrainingSession &session) const
{
    SessionFacts facts;
    const Funding *funding = session.checkedFunding();
    if (!funding)
        return facts;
    facts.funder = funderOfLheoCode(funding->funderCode);
    if (const MarketNumber market(funding->marketNumber); mayNameContract(market))
        facts.market = market;
    facts.lot = folded(funding->lot);
    const Organisation &mandataire = action.mandataire;
    facts.mandataire = {m_sirets.look(mandataire.siret), sirenId(mandataire.siret)};
    facts.mandataireNames = {m_names.look(mandataire.name), m_names.look(mandataire.legalName)};
    facts.title = TitleWords(action.title);
    facts.period = periodOf(session);
    const auto addPlace = [&](const Place &place) {
        const PlaceFacts known = placeFacts(place, m_cities.look(place.city));
        if (known.isKnown())
            facts.places.append(known);
    };
    addPlace(session.place);
    std::ranges::for_each(session.otherPlaces, addPlace);
    return facts;
}

} // namespace recoupe
