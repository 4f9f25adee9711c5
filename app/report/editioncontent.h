// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/contact.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

#include <QByteArray>
#include <QDate>
#include <QMap>

#include <optional>

namespace recoupe {

//! What became of a row since the edition before.
enum class RowMark
{
    None,
    New,
    Changed
};

//! A session of the edition before that is not in this one, or not in this part of it.
struct EditionDeparture
{
    SessionKey key;
    QString departement; //!< code
    Funder funder = Funder::Other;
    QString title;
    QString provider;
    QString place;
    QString dates;
    QString reason; //!< "recrutement clos", "terminée le 30/01/2026"

    friend bool operator==(const EditionDeparture &, const EditionDeparture &) = default;
};

//! What the fortnightly table says about one published session, in words ready to be printed.
//! Line breaks separate the lines of a cell.
struct EditionRow
{
    SessionKey key;
    QString departement; //!< code: "03"
    bool suspended = false;
    Funder funder = Funder::Other;
    QString state; //!< "Ouvert", "SUSPENDU"
    QString title;
    QString details; //!< objective, validation and level, what is particular to the session
    QString provider;
    QString deliverer; //!< "assuré par …", empty when the mandataire delivers
    QString place;     //!< commune, then postal code
    QString dates;
    QString duration;
    QString places;
    QString meeting;
    QString contactName;
    QString contactTelephone;
    QString contactEmail;
    QString funding; //!< funder as named on the day, scheme
    QString market;
    QString session; //!< session numero, printed small
    QString domain;  //!< name of the training domain, for grouping; empty when unknown
    QDate start;     //!< earliest day it may start, for sorting; invalid when unknown
    RowMark mark = RowMark::None;
    QStringList changes; //!< of a changed row: what differs, in words ("dates", "lieu")
    //! Digests of what the words are made from (rowparts.h); empty in an edition of format 1.
    QMap<QString, QString> facts;
    //! What is said of it where it no more is: the edition before had it in another département or
    //! with another funder.
    std::optional<EditionDeparture> movedFrom;

    friend bool operator==(const EditionRow &, const EditionRow &) = default;
};

struct EditionGroup
{
    QString title; //!< "Puy-de-Dôme (63)"
    QList<EditionRow> rows;

    friend bool operator==(const EditionGroup &, const EditionGroup &) = default;
};

enum class EditionGrouping
{
    Departement,
    Funder,
    Domain
};

//! Which part of an edition is shown, and how it is grouped. What is frozen is always the whole,
//! grouped by département: a view is made of it (arranged).
struct EditionView
{
    EditionGrouping grouping = EditionGrouping::Departement;
    QList<Funder> funders = {}; //!< empty: all
    QString departement = {};   //!< code; empty: all

    friend bool operator==(const EditionView &, const EditionView &) = default;
};

//! One edition of the table as data: no font, no page. Frozen when issued.
struct EditionContent
{
    int year = 0;
    int number = 0;                     //!< 0 while it is a draft
    QDate date;                         //!< "arrêté au"
    QDate periodEnd;                    //!< last day of the fortnight it serves
    QDate previousDate;                 //!< of the edition it replaces; invalid for the first
    QString previousLabel;              //!< of the same: "2026-02", against which rows are marked
    QList<EditionGroup> groups;         //!< by département, then commune, title, start
    QList<EditionDeparture> departures; //!< since the edition before, in the order of its rows
    EditionView view;
    bool annulled = false; //!< taken back since it was issued; not frozen

    [[nodiscard]] bool isDraft() const { return number == 0; }
    [[nodiscard]] qsizetype rowCount() const;
    //! "2026-03", or "projet" for a draft.
    [[nodiscard]] QString label() const;

    friend bool operator==(const EditionContent &, const EditionContent &) = default;
};

//! One published session with all the table needs; audience was decided by the caller.
struct PublishedSession
{
    TrainingAction action;
    TrainingSession session;
    RecruitmentState recruitment = RecruitmentState::Open; //!< in force
};

struct EditionHead
{
    int year = 0;
    int number = 0; //!< 0 for a draft
    QDate date;
    QDate previousDate;
    QString previousLabel = {};
};

//! Words, groups and orders the sessions (design: TABLE).
[[nodiscard]] EditionContent composeEdition(const EditionHead &head,
                                            const QList<PublishedSession> &sessions);

//! Frozen form: JSON, stable from one version of the program to the next; and back.
[[nodiscard]] QByteArray toJson(const EditionContent &content);
[[nodiscard]] Result<EditionContent> editionFromJson(const QByteArray &json);

} // namespace recoupe
