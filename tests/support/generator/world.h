// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/trainingsession.h"

#include <QList>

#include <optional>

//! The generated world, one mandataire at a time: what is true, what the portal shows of it, and
//! what the rules must find.
namespace recoupe {

struct WorldPerson
{
    QString civility;
    QString firstName;
    QString lastName;
    QString telephone;
    QString mail;

    friend bool operator==(const WorldPerson &, const WorldPerson &) = default;
};

struct WorldOrganisation
{
    int rank = 0;
    QString name;
    QString siren;
    std::size_t commune = 0; //!< of the catalogue
    QString street;
    QString domain;
    QList<WorldPerson> people; //!< the first answers for most formations

    [[nodiscard]] QString siret(int establishment = 1) const;
    [[nodiscard]] QString legalName() const;
};

//! A place as the portal shows it.
struct WorldPlace
{
    QString name;
    QString street;
    QString postalCode;
    QString city;
    QString inseeCode;

    friend bool operator==(const WorldPlace &, const WorldPlace &) = default;
};

//! What stands on LHEO's action: sessions that agree in all of it hang on the same one.
struct WorldAction
{
    std::optional<WorldPlace> place;
    bool permanent = false;
    int funderCode = 0;
    int coFunderCode = 0; //!< pays a part; 0 when nobody does
    QString number;       //!< market number as typed
    QString lot;
    QString scheme;
    int segment = 0;
    int places = 0;
    int centreHours = 0;
    int companyHours = 0;
    int totalHours = 0;
    int weeklyHours = 35;
    qsizetype deliverer = -1; //!< organisation of the block that gives the training
    int apart = 0;            //!< other than 0: hangs on an action of its own

    friend bool operator==(const WorldAction &, const WorldAction &) = default;
};

struct WorldMeeting
{
    QDate day;
    QString from;
    QString until;
};

struct WorldAssessment
{
    QDate day;
    bool isFinal = false;
};

//! What becomes of a session in the feed of the next day.
struct NextDay
{
    QString defect = {};
    QStringList rules = {}; //!< that must fire on it once that feed came in too
    bool vanished = false;
    QString state = {};  //!< new recruitment state; empty: unchanged
    QString number = {}; //!< new market number, with its period; empty: unchanged
    QDate start = {};
    QDate end = {};
};

struct WorldSession
{
    QString numero;
    QString actionNumero; //!< given when the block is finished
    WorldAction action;
    QDate start;
    QDate end;
    QString shownStart; //!< eight digits of LHEO
    QString shownEnd;
    QString state; //!< LHEO etat-recrutement; may be empty
    QDate entered;
    QDate updated;
    std::optional<WorldPerson> contact; //!< where it is not the formation's
    std::optional<WorldMeeting> meeting;
    QList<WorldAssessment> assessments;
    QString particularity;

    QDate declaredStart; //!< on SESAR, where that names the session
    QDate declaredEnd;
    QString objective;

    qsizetype contract = -1;   //!< the true one, of the block; -1: not ours
    qsizetype bears = -1;      //!< the one whose number it shows; -1: nobody's
    qsizetype declaredOn = -1; //!< the one under which SESAR holds it
    QString defect;            //!< what was planted; empty on a clean one
    QStringList rules;         //!< that must fire on it
    std::optional<NextDay> nextDay = {};
};

//! How SESAR holds a contract of the Région.
enum class SesarMode
{
    None,
    Contract,
    Session
};

struct WorldContract
{
    Funder funder = Funder::Other;
    Scheme scheme = Scheme::Afc;
    int segment = 0;
    QString number;
    QString lot;
    QString title; //!< as notified
    QStringList sirets;
    QString holder;
    QDate notified;
    QDate received; //!< invalid where the notification does not tell
    QDate start;
    QDate end;
    QString place;
    QString postalCode;
    std::optional<int> places;
    QString replaces;
    SesarMode sesar = SesarMode::None;
    QDate declaredStart; //!< on SESAR, where that holds the contract as a whole
    QDate declaredEnd;
    QString objective;
    bool permanent = false;

    bool isSent = true;      //!< false: its notification never reached the Carif
    bool isReplaced = false; //!< a later one replaces it
    bool isTaken = false;    //!< sessions bear its number without being told from another's
    QString defect;          //!< where the notification itself was planted

    [[nodiscard]] AwardKey key() const { return {funder, number, lot}; }
    [[nodiscard]] QDate runsFrom() const { return received.isValid() ? received : notified; }
    [[nodiscard]] QDate deadline() const;
};

struct WorldFormation
{
    QString numero;
    qsizetype mandataire = 0; //!< organisation of the block
    QString siret;            //!< as shown
    std::size_t field = 0;    //!< of the catalogue
    QString title;
    QString aim;
    QString content;
    bool certifying = false;
    WorldPerson contact;
    QList<WorldSession> sessions;
};

//! One mandataire with its contracts and offer, and whom it deals with.
struct WorldBlock
{
    QList<WorldOrganisation> organisations;
    QList<WorldContract> contracts;
    QList<WorldFormation> formations;
};

[[nodiscard]] QString lheoText(QDate day);
[[nodiscard]] int lheoCodeOf(Funder funder);

//! The rules that must fire on a notification of the block.
[[nodiscard]] QStringList rulesOnAward(const WorldBlock &block, qsizetype contract, QDate today);
//! The formation as the feed of the next day has it; without sessions where all are gone.
[[nodiscard]] WorldFormation onNextDay(const WorldFormation &formation);

} // namespace recoupe
