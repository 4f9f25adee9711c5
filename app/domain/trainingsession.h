// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "domain/marketnumber.h"
#include "domain/partialdate.h"
#include "domain/vocabulary.h"

#include <compare>
#include <optional>

namespace recoupe {

//! Identity of a session: the numero of LHEO's formation, action and session. None is unique alone.
struct SessionKey
{
    QString formation;
    QString action; //!< may be empty: LHEO does not oblige it
    QString session;

    //! "FORMATION/ACTION/SESSION", for messages and for the command line.
    [[nodiscard]] QString toString() const { return formation + u'/' + action + u'/' + session; }

    friend bool operator==(const SessionKey &, const SessionKey &) = default;
    friend std::strong_ordering operator<=>(const SessionKey &, const SessionKey &) = default;
};

//! One `organisme-financeur` of LHEO with its extras.
struct Funding
{
    int funderCode = 0;   //!< LHEO table code-financeur
    QString marketNumber; //!< ref-action-marche-financeur, as written
    QString lot;
    QString scheme;            //!< programme-financeur, as written
    int siegSegment = 0;       //!< 1 to 3; 0 when none is given
    std::optional<int> places; //!< nb-places-financees

    friend bool operator==(const Funding &, const Funding &) = default;
};

//! An information collective (LHEO 2.3 `recrutement` of modality 9; 2.2 `date-information`).
struct InfoMeeting
{
    PartialDate date;
    QString startTime; //!< as written: "9h", "14h15"
    QString endTime;
    Place place;
    QString comment;

    friend bool operator==(const InfoMeeting &, const InfoMeeting &) = default;
};

//! A bilan, interim or final: for the professional portal only (our extras group `bilans`).
struct Assessment
{
    PartialDate date;
    bool isFinal = false;
    QString comment;

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

//! Hours; absent where LHEO gives none.
struct Duration
{
    std::optional<int> centreHours;
    std::optional<int> companyHours;
    std::optional<int> totalHours;
    std::optional<int> weeklyHours;

    friend bool operator==(const Duration &, const Duration &) = default;
};

//! Place, dates, funding: one LHEO `session` together with the LHEO `action` it hangs on.
struct TrainingSession
{
    SessionKey key;
    PartialDate start;
    PartialDate end;
    EntryMode entryMode = EntryMode::Unknown;
    RecruitmentState recruitment = RecruitmentState::Unknown;
    Place place; //!< lieu-de-formation, the principal one
    QList<Place> otherPlaces;
    QList<Funding> fundings;
    Duration duration;
    QString rhythm;
    QString particularity;          //!< what tells it from its sisters (specificites-session)
    QList<Organisation> deliverers; //!< organisme-formateur
    QList<Contact> contacts;        //!< contact-session, the principal one first
    QList<InfoMeeting> infoMeetings;
    QList<Assessment> assessments;
    bool outdatedOnPortal = false; //!< session-perimee or action-perimee is 1
    PartialDate createdOn;
    PartialDate changedOn;

    //! The line of the funder whose award is to be checked: of Région, Pôle emploi and Agefiph the
    //! first that names a market, else the first; null when none of the three pays. A POEC bought
    //! by an OPCO, where Pôle emploi names no market, is nobody's award here (DOMAIN, Rules).
    [[nodiscard]] const Funding *checkedFunding() const;
    [[nodiscard]] Funder funder() const;
    [[nodiscard]] MarketNumber marketNumber() const;
    [[nodiscard]] Scheme scheme() const;
    //! Whether its last day is before that day; one without a known end has not ended.
    [[nodiscard]] bool hasEnded(QDate on) const { return end.isKnown() && end.latest() < on; }

    friend bool operator==(const TrainingSession &, const TrainingSession &) = default;
};

} // namespace recoupe
