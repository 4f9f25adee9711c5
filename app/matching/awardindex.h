// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardchoice.h"
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
        Chosen,     //!< an operator associated one
        Ambiguous,  //!< several do, and nothing tells them apart
    };

    Outcome outcome = Outcome::OutOfScope;
    qsizetype award = -1;    //!< position of the notification in force; -1 unless matched
    qsizetype replaced = -1; //!< position of the one that was meant, where `award` replaced it
    QList<qsizetype> candidates = {}; //!< positions of those that tie, when Ambiguous

    [[nodiscard]] bool isMatched() const
    {
        return outcome == Outcome::Exact || outcome == Outcome::Chosen;
    }

    friend bool operator==(const AwardMatch &, const AwardMatch &) = default;
};

//! Finds notifications by funder and normalised market number (DOMAIN, "Matching", 1); the number
//! inside a DECP identifier counts as well. Several lots under one number are told apart by the lot
//! that the session names, then by the SIREN of the awardee; what still ties is for the operator to
//! choose. A notification that a later one replaced leads to that one.
class AwardIndex
{
public:
    //! Keeps a reference: the list must outlive the index.
    explicit AwardIndex(const QList<AwardNotification> &awards);

    //! What the operators decided comes first: an association stands as long as its notification
    //! is known, and one that they refused is no match.
    [[nodiscard]] AwardMatch match(const TrainingAction &action, const TrainingSession &session,
                                   const AwardChoice &choice = {}) const;
    //! The notification in force instead of this one: itself where none replaced it.
    [[nodiscard]] qsizetype inForce(qsizetype award) const;
    [[nodiscard]] bool isReplaced(qsizetype award) const { return inForce(award) != award; }
    //! Position of a notification; -1 when it is not known.
    [[nodiscard]] qsizetype find(const AwardKey &key) const { return m_byKey.value(key, -1); }

private:
    using Contract = std::pair<int, QString>; //!< funder, normalised number

    void noteReplacements();
    [[nodiscard]] AwardMatch matched(AwardMatch::Outcome outcome, qsizetype award) const;
    [[nodiscard]] QList<qsizetype> bearing(const Funding &funding, const AwardChoice &choice) const;
    [[nodiscard]] QList<qsizetype> withLot(const QList<qsizetype> &found, const QString &lot) const;
    [[nodiscard]] QList<qsizetype> withSiren(const QList<qsizetype> &found,
                                             const QString &siret) const;

    const QList<AwardNotification> &m_awards;
    QHash<Contract, QList<qsizetype>> m_byNumber;
    QHash<AwardKey, qsizetype> m_byKey;
    QHash<qsizetype, qsizetype> m_replacedBy; //!< by position, one step
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
    //! All that is declared under the session's market number.
    [[nodiscard]] QList<qsizetype> ofContract(const TrainingSession &session) const
    {
        return m_byMarket.value(session.marketNumber().normalized());
    }

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
