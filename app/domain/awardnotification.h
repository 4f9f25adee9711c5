// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/marketnumber.h"
#include "domain/vocabulary.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <optional>

namespace recoupe {

//! Identity of a notification: funder, normalised market number and lot as written.
struct AwardKey
{
    Funder funder = Funder::Other;
    QString market;
    QString lot;

    //! "region/M1451401", "pole-emploi/P2640240/2": for the trail of decisions and the base.
    [[nodiscard]] QString toToken() const;
    //! Reads what toToken() wrote; nothing for anything else.
    [[nodiscard]] static std::optional<AwardKey> fromToken(QStringView token);

    friend bool operator==(const AwardKey &, const AwardKey &) = default;
    friend size_t qHash(const AwardKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, int(key.funder), key.market, key.lot);
    }
};

//! What the code of a place of execution names (DECP, lieuExecution.typeCode).
enum class PlaceScope
{
    Unknown,
    PostalCode,
    Commune, //!< INSEE code
    Departement,
    Region, //!< INSEE code
    Country,
};

[[nodiscard]] QString toToken(PlaceScope scope);
[[nodiscard]] PlaceScope placeScopeFromToken(QStringView token);

//! A funder's notification: who was awarded which contract, when. Identity: funder, normalised
//! market number and lot.
struct AwardNotification
{
    Funder funder = Funder::Other;
    MarketNumber market;
    QString lot;
    QString title;             //!< the contract's object
    QStringList awardeeSirets; //!< as written; any member of a group may be the mandataire
    QString awardeeName;
    QDate notifiedOn;
    QDate receivedOn; //!< invalid when not given
    QDate start;
    QDate end;
    std::optional<int> durationMonths; //!< DECP gives a duration instead of an end
    QString place;
    QString postalCode;
    PlaceScope placeScope = PlaceScope::Unknown; //!< what placeCode names
    QString placeCode;                           //!< DECP lieuExecution.code
    QString scheme;                              //!< as written
    int siegSegment = 0;
    std::optional<int> places;
    QString replaces; //!< market number of the notification it replaces ("annule et remplace")
    QMap<QString, QString> extras; //!< columns we do not know, by their header

    [[nodiscard]] AwardKey key() const { return {funder, market.normalized(), lot}; }
    //! First and last day of the contract's period; invalid when not known. A duration in months
    //! runs from the notification, rounded up to whole months as DECP asks: one month of tolerance.
    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] QDate lastDay() const;
    //! The day from which the days to enter the offer run: its reception, else its date.
    [[nodiscard]] QDate runsFrom() const { return receivedOn.isValid() ? receivedOn : notifiedOn; }

    friend bool operator==(const AwardNotification &, const AwardNotification &) = default;
};

} // namespace recoupe
