// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/letter.h"

#include <QByteArray>
#include <QUrl>

namespace recoupe {

//! Why a letter cannot leave, as a French sentence; empty when it can. A letter without an address
//! can: the mail program then asks for it.
[[nodiscard]] QString letterDefect(const Letter &letter);

//! The letter as a message that mail programs open as a draft (RFC 5322, 2045, 2047; X-Unsent). No
//! sender: the program that sends it knows. The letter must have no defect.
[[nodiscard]] QByteArray mailMessage(const Letter &letter, const QDateTime &writtenAt);

//! A file that goes with a message.
struct MailAttachment
{
    QString name;         //!< without a folder; may be in French
    QByteArray mediaType; //!< "application/pdf"
    QByteArray content;
};

//! A message to many, who do not see one another's addresses.
struct BulkMessage
{
    QStringList addresses;
    QString subject;
    QString body; //!< plain text, its lines ended by "\n"
    QList<MailAttachment> attachments;
};

//! Why a message cannot leave, as a French sentence; empty when it can. Names the address
//! to correct, and no other.
[[nodiscard]] QString bulkMessageDefect(const BulkMessage &message);

//! The message with its files as a draft (RFC 2046 multipart/mixed, RFC 2183 and 2231): the
//! addresses are blind copies, there is neither a sender nor a visible recipient. It must have no
//! defect.
[[nodiscard]] QByteArray mailMessage(const BulkMessage &message, const QDateTime &writtenAt);

//! The letter as a mailto address (RFC 6068).
[[nodiscard]] QUrl mailtoUrl(const Letter &letter);
//! Beyond it mail programs cut the text off or do not open (Outlook: a little over 2 000).
inline constexpr qsizetype longestMailto = 1800;

//! A name for the file of a letter, without its folder: "correction-durolle-formation.eml".
[[nodiscard]] QString mailFileName(const Letter &letter);

} // namespace recoupe
