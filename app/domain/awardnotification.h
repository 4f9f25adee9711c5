// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/marketnumber.h"
#include "domain/vocabulary.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <optional>

namespace recoupe {

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
    QString place;
    QString postalCode;
    QString scheme; //!< as written
    int siegSegment = 0;
    std::optional<int> places;
    QString replaces; //!< market number of the notification it replaces ("annule et remplace")
    QMap<QString, QString> extras; //!< columns we do not know, by their header

    //! The day from which the days to enter the offer run: its reception, else its date.
    [[nodiscard]] QDate runsFrom() const { return receivedOn.isValid() ? receivedOn : notifiedOn; }

    friend bool operator==(const AwardNotification &, const AwardNotification &) = default;
};

} // namespace recoupe
