// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"
#include "matching/marketnearness.h"
#include "matching/titlelikeness.h"

#include <QHash>
#include <QVarLengthArray>

#include <span>
#include <vector>

namespace recoupe {

//! What sessions and awards say, with texts as numbers: equal texts have equal numbers, 0 is
//! nothing. So that a comparison costs nanoseconds, and a hundred thousand awards little memory.
using FactId = quint32;

//! Days as QDate counts them (Julian); 0 is an open side.
struct PeriodFacts
{
    qint32 first = 0;
    qint32 last = 0;

    [[nodiscard]] bool isKnown() const { return first != 0 || last != 0; }
};

struct PlaceFacts
{
    FactId commune = 0; //!< INSEE code
    FactId postalCode = 0;
    FactId city = 0;
    FactId departement = 0;

    [[nodiscard]] bool namesCommune() const { return commune != 0 || postalCode != 0 || city != 0; }
    [[nodiscard]] bool isKnown() const { return departement != 0 || city != 0; }
};

struct OrganisationFacts
{
    FactId siret = 0;
    FactId siren = 0;
};

//! One cache line: a question looks at many.
struct alignas(64) AwardFacts
{
    quint32 title = 0; //!< position among the distinct titles
    PeriodFacts period;
    PlaceFacts place;
    OrganisationFacts leader; //!< the first awardee
    FactId awardeeName = 0;
    quint32 firstPartner = 0; //!< the other members of the group, in AwardTable
    quint32 firstMarket = 0;  //!< its own number first, then those it replaces
    Funder funder = Funder::Other;
    bool hasAwardee = false;
    bool hasPartners = false;
    bool hasMarket = false;
    bool isReplaced = false;
};

struct SessionFacts
{
    Funder funder = Funder::Other;
    ComparableMarket market; //!< empty unless it could be a contract's number
    QString lot;             //!< folded
    OrganisationFacts mandataire;
    std::array<FactId, 2> mandataireNames = {};
    TitleWords title;
    PeriodFacts period;
    QVarLengthArray<PlaceFacts, 2> places;
};

//! Numbers for texts that a reader takes for the same.
class FactIds
{
public:
    //! How a text is read: "SAINT-FLOUR Cedex" as "saint flour".
    using Reading = QString (*)(const QString &);

    explicit FactIds(Reading reading)
        : m_reading(reading)
    {
    }
    [[nodiscard]] FactId learn(const QString &text);
    //! Of a text that may not have been learnt: equal to none that was.
    [[nodiscard]] FactId look(const QString &text) const;

private:
    Reading m_reading;
    QHash<QString, FactId> m_written; //!< as met: most are met often
    QHash<QString, FactId> m_read;
};

class AwardIndex;

//! The facts of all awards, in flat memory.
class AwardTable
{
public:
    AwardTable(const QList<AwardNotification> &awards, const AwardIndex &index);

    [[nodiscard]] quint32 size() const { return quint32(m_facts.size()); }
    [[nodiscard]] const AwardFacts &facts(quint32 award) const { return m_facts[award]; }
    [[nodiscard]] const AwardNotification &record(quint32 award) const { return m_awards[award]; }
    //! The members of the group but the first.
    [[nodiscard]] std::span<const OrganisationFacts> partners(quint32 award) const;
    [[nodiscard]] std::span<const ComparableMarket> markets(quint32 award) const;
    [[nodiscard]] quint32 titleCount() const { return quint32(m_titles.size()); }
    [[nodiscard]] const TitleWords &title(quint32 title) const { return m_titles[title]; }
    //! Whether it, or one that it replaces, is among those that an operator refused.
    [[nodiscard]] bool isAmong(quint32 award, const QList<AwardKey> &keys) const;

    [[nodiscard]] SessionFacts of(const TrainingAction &action,
                                  const TrainingSession &session) const;

private:
    void add(const AwardNotification &award);
    void addReplaced(const AwardIndex &index);
    [[nodiscard]] quint32 titleOf(const QString &title);

    QList<AwardNotification> m_awards;
    std::vector<AwardFacts> m_facts;
    std::vector<OrganisationFacts> m_partners;
    std::vector<ComparableMarket> m_markets;
    std::vector<TitleWords> m_titles;
    QHash<QString, quint32> m_titlePositions;
    QHash<quint32, QList<quint32>> m_replaced; //!< positions of those that an award replaces
    FactIds m_sirets;
    FactIds m_names;
    FactIds m_cities;
};

} // namespace recoupe
