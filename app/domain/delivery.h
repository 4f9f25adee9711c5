// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partnersettings.h"
#include "domain/trainingsession.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace recoupe {

//! How far a delivery has come. Those before Delivered are open: a partner has one of them at most.
enum class DeliveryState
{
    Held,      //!< waits for an operator's answer
    ToDo,      //!< waits for its turn, or for its next try
    Running,   //!< somebody transmits it
    Delivered, //!< all its files reached the partner
    Refused,   //!< the receiver wants none of it: wrong rights, wrong address
    Failed,    //!< not to be tried again by itself
    Dropped    //!< an operator gave it up, or a later one took its place
};

//! The machine name: held, todo, running, delivered, refused, failed, dropped.
[[nodiscard]] QString toToken(DeliveryState state);
[[nodiscard]] DeliveryState deliveryStateFromToken(QStringView token);
//! "À confirmer", "À envoyer", "Transmis"…
[[nodiscard]] QString deliveryStateName(DeliveryState state);
[[nodiscard]] bool isOpen(DeliveryState state);

//! A file of a delivery.
struct DeliveredFile
{
    QString path; //!< within the delivery, with slashes
    qint64 size = 0;
    QString sha256; //!< 64 hexadecimal digits

    friend bool operator==(const DeliveredFile &, const DeliveredFile &) = default;
};

//! How many sessions a delivery speaks of, and how it differs from what the partner has.
struct DeliveryCounts
{
    qint64 lines = 0;
    qint64 before = 0; //!< lines that the partner has
    qint64 added = 0;
    qint64 changed = 0;
    qint64 removed = 0;
    qint64 leftOut = 0; //!< that could not be made valid

    //! Percent by which the lines fell, the next whole one; 0 where they did not.
    [[nodiscard]] int fall() const
    {
        return lines < before ? int(((before - lines) * 100 + before - 1) / before) : 0;
    }
    friend bool operator==(const DeliveryCounts &, const DeliveryCounts &) = default;
};

//! A transmission to a partner: a durable job, from its files' making to the partner's answer.
struct Delivery
{
    qint64 id = 0; //!< given by the storage, rising
    //! Names it to the receiver, so that the same delivery is never taken twice.
    QString key;
    Partner partner = Partner::Portal;
    DeliveryState state = DeliveryState::ToDo;
    QDate day;            //!< that it speaks of
    QDateTime preparedAt; //!< UTC
    QString operatorName;
    DeliveryCounts counts;
    Transport transport = Transport::None;
    QString destination;        //!< where to: a folder or an address
    QString folder;             //!< of its files while it is open
    QString machine;            //!< whose folder that is
    QList<DeliveredFile> files; //!< empty in lists of deliveries: they can be thousands
    //! To another place than the settings say: it changes nothing of what the partner has, and
    //! stands in nobody's way.
    bool isCopy = false;
    QString question;     //!< what an operator has to answer; empty where nothing was asked
    QString confirmation; //!< the answer
    int tries = 0;
    QDateTime nextTryAt;     //!< UTC; null: at once
    QString result;          //!< of the last try, a French sentence; empty before the first
    QDateTime finishedAt;    //!< UTC; of Delivered, the day of sending
    QDateTime acceptedAt;    //!< UTC; when the partner's acknowledgement was read; null without one
    qint64 refusedLines = 0; //!< that the acknowledgement refuses

    friend bool operator==(const Delivery &, const Delivery &) = default;
};

//! What is shown of a session that a partner has.
struct ExportDetails
{
    QString title;
    QString marketNumber; //!< as written
    PartialDate start;
    PartialDate end;
    QString place;
    RecruitmentState recruitment = RecruitmentState::Unknown;

    friend bool operator==(const ExportDetails &, const ExportDetails &) = default;
};

//! A session as a partner has it.
struct ExportLine
{
    SessionKey key;
    QByteArray digest; //!< of all that the partner gets about it
    ExportDetails details;

    friend bool operator==(const ExportLine &, const ExportLine &) = default;
};

//! What a delivery does to a session at its partner.
enum class ExportChange
{
    Added,
    Changed,
    Removed
};

//! added, changed, removed.
[[nodiscard]] QString toToken(ExportChange change);
[[nodiscard]] ExportChange exportChangeFromToken(QStringView token);
//! "+", "~", "−".
[[nodiscard]] QString signOf(ExportChange change);

//! A session that a partner gets, has otherwise, or loses.
struct ExportDifference
{
    SessionKey key;
    ExportChange change = ExportChange::Added;
    QByteArray digest;    //!< of what the partner gets; of what it has where it loses it
    ExportDetails before; //!< empty where it is new there
    ExportDetails after;  //!< empty where it leaves

    friend bool operator==(const ExportDifference &, const ExportDifference &) = default;
};

//! What happened to a delivery.
struct DeliveryEvent
{
    QDateTime at; //!< UTC
    QString operatorName;
    DeliveryState state = DeliveryState::ToDo;
    QString result; //!< a French sentence; may be empty

    friend bool operator==(const DeliveryEvent &, const DeliveryEvent &) = default;
};

//! That a delivery spoke of a session.
struct SessionDelivery
{
    Partner partner = Partner::Portal;
    ExportChange change = ExportChange::Added;
    QDateTime sentAt;     //!< UTC
    QDateTime acceptedAt; //!< UTC; null without an acknowledgement
    QString refusal;      //!< what the acknowledgement says against it; empty where nothing

    friend bool operator==(const SessionDelivery &, const SessionDelivery &) = default;
};

} // namespace recoupe
