// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/returnreason.h"
#include "domain/trainingsession.h"

#include <QDateTime>
#include <QList>

namespace recoupe {

//! What is written for: to a training organisation, or with the table to prescribers.
enum class LetterKind
{
    Correction, //!< its sessions differ from what the funder notified
    Reminder,   //!< it entered nothing for what the funder notified
    Table //!< brings an edition of the table; recorded as an EditionMailing, never as a Letter
};

//! How a letter left the program; what the mail program then does with it is not known here.
enum class LetterChannel
{
    Draft, //!< a file that a mail program opens
    Copy,  //!< a text to paste
    Mail   //!< the default mail program
};

//! Why a correction is asked for: one of the short list, with words of its own where it is Other.
struct WrittenReason
{
    ReturnReason reason = ReturnReason::Other;
    QString words; //!< empty unless the reason is Other

    //! "dates"; "other: Accord perdu".
    [[nodiscard]] QString toToken() const;
    //! Reads what toToken() wrote; nothing for anything else.
    [[nodiscard]] static std::optional<WrittenReason> fromToken(QStringView token);
    //! "Dates erronées"; its words where it has some.
    [[nodiscard]] QString inWords() const;

    friend bool operator==(const WrittenReason &, const WrittenReason &) = default;
};

//! A letter to the organisation that manages contracts, about all that it is to mend or to enter.
struct Letter
{
    LetterKind kind = LetterKind::Correction;
    QString recipientSiret; //!< digits only; empty where no record names one
    QString recipientName;
    QString address; //!< of its mail; empty where no record names one
    QString subject;
    QString body;                        //!< plain text, its lines ended by "\n"
    QList<SessionKey> sessions;          //!< of a correction
    QList<AwardKey> awards;              //!< of a reminder
    std::optional<WrittenReason> reason; //!< of a correction

    // Once it has left:
    LetterChannel channel = LetterChannel::Draft;
    QDateTime writtenAt; //!< UTC
    QString operatorName;

    friend bool operator==(const Letter &, const Letter &) = default;
};

[[nodiscard]] QString toToken(LetterKind kind);
[[nodiscard]] QString toToken(LetterChannel channel);
[[nodiscard]] std::optional<LetterKind> letterKindFromToken(QStringView token);
[[nodiscard]] std::optional<LetterChannel> letterChannelFromToken(QStringView token);

} // namespace recoupe
