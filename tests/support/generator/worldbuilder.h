// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/generator/catalogue.h"
#include "support/generator/numbers.h"
#include "support/generator/world.h"

#include <QSet>

namespace recoupe {

//! What a formation has to be like, so that something can be planted in it.
struct FormationBrief
{
    enum class When
    {
        Any,
        Later, //!< begins in some months; notified long enough ago for every delay to be over
        Begun, //!< its first session has begun, or is over
    };

    std::optional<Funder> funder = {};
    Scheme scheme = Scheme::Unknown; //!< Unknown: any
    int segment = 0;                 //!< 0: any
    int minContracts = 1;
    int maxContracts = 3;
    int minSessions = 1; //!< of each contract
    int maxSessions = 4;
    When when = When::Any;
    std::optional<SesarMode> sesar = {};
    bool isOurs = false; //!< paid by one of the three funders
    //! Contracts one after the other in one town, no groups and no lots: whatever is then changed
    //! stands alone.
    bool isPlain = false;
    QDate notBefore = {};  //!< its first day; invalid: as `when` says
    QString awayFrom = {}; //!< postal code of a département in which it is not
    std::optional<std::size_t> otherFieldThan = {}; //!< of the catalogue
    bool hasAbbreviation = false; //!< its title holds words with a usual short form
    bool hasZero = false;         //!< so do its market numbers
};

//! Builds the world block by block; no rule fires on anything it builds. Knows nothing of earlier
//! blocks but the last numbers given out.
class WorldBuilder
{
public:
    WorldBuilder(quint64 seed, QDate today);

    //! Starts anew with a mandataire and one partner of his.
    void beginBlock();
    //! Adds a formation with at least one and at most \a maxSessions sessions, and their contracts.
    //! Gives its position in the block.
    qsizetype addFormation(const FormationBrief &brief, int maxSessions, qsizetype mandataire = 0);
    qsizetype addOrganisation();
    //! Gives the sessions their LHEO actions: one for all that agree in what stands there.
    void finishBlock();

    [[nodiscard]] WorldBlock &block() { return m_block; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] Numbers &numbers() { return m_numbers; }
    [[nodiscard]] QDate today() const { return m_today; }

    //! Whether no formation of the block is called so yet; from now on one is.
    [[nodiscard]] bool takeTitle(const QString &title);
    //! Where an organisation trains in a commune: at its seat, else at a site.
    [[nodiscard]] WorldPlace placeIn(const Commune &commune, qsizetype organisation) const;
    //! Another commune than that of the postal code: of the same département, or of another one.
    [[nodiscard]] const Commune &otherCommune(QStringView postalCode, bool sameDepartement);

private:
    [[nodiscard]] WorldPerson person(const WorldOrganisation &organisation, int rank);
    void groupSessions(WorldFormation &formation);

    Random m_random;
    QDate m_today;
    Numbers m_numbers;
    WorldBlock m_block;
    QSet<QString> m_titles;
};

} // namespace recoupe
