// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "correspondence/lettertemplate.h"
#include "domain/editionmailing.h"
#include "domain/prescriber.h"
#include "services/decisionoutcome.h"

#include <QList>

#include <optional>

namespace recoupe {

class Database;
struct EditionContent;

//! Drafts of an edition that were prepared together for one département, or for the whole region.
struct MailingRound
{
    QDateTime writtenAt; //!< UTC
    QString operatorName;
    int recipients = 0;
    int drafts = 0;

    friend bool operator==(const MailingRound &, const MailingRound &) = default;
};

//! Those whom an edition goes to: of one département, or of the whole region.
struct MailingTarget
{
    QString departement = {}; //!< code; empty: the whole region
    int addresses = 0;
    qsizetype sessions = 0;                //!< that this edition has for them
    std::optional<MailingRound> last = {}; //!< of this edition

    //! There is somebody to send it to, and nothing was prepared yet.
    [[nodiscard]] bool isWaiting() const { return addresses > 0 && !last; }

    friend bool operator==(const MailingTarget &, const MailingTarget &) = default;
};

//! Which drafts are to be written, and where.
struct MailingRequest
{
    int year = 0; //!< of the edition
    int number = 0;
    QStringList departements; //!< codes; an empty one is the whole region
    QString folder;
};

//! A draft that was written.
struct MailingDraft
{
    EditionMailing mailing;
    QString file;
    qint64 size = 0; //!< in bytes

    //! Many mail servers refuse a message beyond it.
    static constexpr qint64 largeSize = 10 * 1024 * 1024;
};

//! Who gets the fortnightly table, and the drafts that it is mailed with.
class DistributionService
{
public:
    DistributionService(Database &database, QString operatorName);

    //! By département, the whole region first.
    [[nodiscard]] Result<QList<Prescriber>> prescribers() const;
    //! InvalidArgument where address or département are none, Refused where the list has the
    //! address for the département already.
    [[nodiscard]] Result<> add(const Prescriber &prescriber);
    //! Puts \a after in the place of \a before, as add() would; nothing is done, and what differs
    //! is given, when that does not stand as it was seen any more.
    [[nodiscard]] Result<QList<MeanwhileChange>> change(const Prescriber &before,
                                                        const Prescriber &after);
    //! Removes them all, or none of them where one stands otherwise than it was seen: gives what
    //! differs. One that is gone already is no difference.
    [[nodiscard]] Result<QList<MeanwhileChange>> remove(const QList<Prescriber> &prescribers);

    //! The whole region, then every département that has addresses or sessions in the edition.
    [[nodiscard]] Result<QList<MailingTarget>> targets(int year, int number) const;
    //! Of every edition, newest first.
    [[nodiscard]] Result<QList<EditionMailing>> mailings() const;
    //! The template in force, and what it is filled in with for that edition as a whole.
    [[nodiscard]] Result<LetterTemplate> texts() const;
    [[nodiscard]] Result<PlaceTexts> places(int year, int number) const;

    //! Writes and records the drafts, all or none: for each département its own part of the edition
    //! as a PDF and as HTML, in blind copy to at most so many addresses a draft as the setting
    //! says. Refused where nobody is to get one, where the edition was taken back, be it meanwhile,
    //! or where a draft of the same name is in the folder already; FileUnwritable where there is no
    //! such folder. Needs a QGuiApplication.
    [[nodiscard]] Result<QList<MailingDraft>> prepare(const MailingRequest &request,
                                                      const Progress &progress = {});

private:
    [[nodiscard]] Result<EditionContent> editionInForce(const MailingRequest &request) const;

    Database &m_database;
    QString m_operatorName;
};

} // namespace recoupe
