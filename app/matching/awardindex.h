// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/sesardeclaration.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

#include <QHash>

namespace recoupe {

//! How a session stands to the notifications of its funder.
struct AwardMatch
{
    enum class Outcome
    {
        OutOfScope, //!< none of the three funders pays: nothing to match
        None,       //!< no notification bears this number
        Exact,      //!< one notification, same funder and market number
        Ambiguous,  //!< several do, and nothing tells them apart
    };

    Outcome outcome = Outcome::OutOfScope;
    qsizetype award = -1;             //!< position in the list of awards; -1 unless Exact
    QList<qsizetype> candidates = {}; //!< positions of those that tie, when Ambiguous

    friend bool operator==(const AwardMatch &, const AwardMatch &) = default;
};

//! Finds notifications by funder and normalised market number (DOMAIN, "Matching", 1). Several
//! lots under one number are told apart by the lot that the session names, then by the SIREN of the
//! awardee; what still ties is for the operator to choose.
class AwardIndex
{
public:
    //! Keeps a reference: the list must outlive the index.
    explicit AwardIndex(const QList<AwardNotification> &awards);

    [[nodiscard]] AwardMatch match(const TrainingAction &action,
                                   const TrainingSession &session) const;

private:
    using Key = std::pair<int, QString>; //!< funder, normalised number

    [[nodiscard]] QList<qsizetype> withLot(const QList<qsizetype> &found, const QString &lot) const;
    [[nodiscard]] QList<qsizetype> withSiren(const QList<qsizetype> &found,
                                             const QString &siret) const;

    const QList<AwardNotification> &m_awards;
    QHash<Key, QList<qsizetype>> m_byNumber;
};

//! Finds what SESAR declares about a session.
class SesarIndex
{
public:
    //! Keeps a reference: the list must outlive the index.
    explicit SesarIndex(const QList<SesarDeclaration> &declarations);

    //! The declarations that name the session, else those of its contract as a whole; empty when
    //! there is neither. Positions in the list.
    [[nodiscard]] QList<qsizetype> declarationsFor(const TrainingSession &session) const;

private:
    const QList<SesarDeclaration> &m_declarations;
    QHash<QString, QList<qsizetype>> m_byMarket;
};

//! Whether any awardee of the contract is this establishment, or at least this enterprise. Unknown
//! where a SIRET is absent or cannot be read: that is no proof of another enterprise.
enum class AwardeeLikeness
{
    Unknown,
    SameEstablishment,
    SameEnterprise,
    Different
};
[[nodiscard]] AwardeeLikeness compareAwardee(const AwardNotification &award, const QString &siret);

} // namespace recoupe
