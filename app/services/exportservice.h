// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/progress.h"
#include "core/result.h"
#include "domain/delivery.h"
#include "domain/partnersettings.h"
#include "domain/rejection.h"
#include "services/outbox.h"

#include <QList>

namespace recoupe {

class Database;
struct ExportFiles;

//! A partner: where its files go, what it got last, and what is under way.
struct PartnerStatus
{
    Partner partner = Partner::Portal;
    PartnerSettings destination;
    std::optional<Delivery> delivered; //!< the last that reached it
    std::optional<Delivery> last;      //!< the last of all, whatever became of it

    //! The one that is held, waits or runs; null where there is none.
    [[nodiscard]] const Delivery *open() const
    {
        return last && isOpen(last->state) ? &*last : nullptr;
    }
    //! Whether what it gets on that day is on its way to where the settings say, or there; or an
    //! operator gave it up, which the program never undoes.
    [[nodiscard]] bool hasHad(QDate day) const
    {
        const auto counts = [&](const std::optional<Delivery> &delivery) {
            return delivery && delivery->day == day && delivery->state != DeliveryState::Failed &&
                   delivery->state != DeliveryState::Refused &&
                   delivery->transport == destination.transport &&
                   delivery->destination == destination.address;
        };
        return counts(last) || counts(delivered);
    }
};

//! What would go to a partner now.
struct ExportPreview
{
    Partner partner = Partner::Portal;
    QDate day;
    DeliveryCounts counts;
    QList<ExportDifference> differences; //!< from what the partner has, in the order of the keys
    QList<Rejection> leftOut;            //!< sessions that cannot be made valid
    QList<Rejection> altered;            //!< written otherwise than they came: cut, put in order
    QString question;                    //!< that would have to be answered first; mostly empty
};

//! What is to be sent.
struct ExportRequest
{
    Partner partner = Partner::Portal;
    QDate day;             //!< null: today
    QString folder;        //!< where to; empty: where the settings say. Beside those, it is a copy
    QString confirmation;  //!< the answer to whatever it will ask; empty: it waits for one
    bool onceADay = false; //!< NothingNew where another one has reached the partner meanwhile
};

//! A delivery whose files are made.
struct PreparedDelivery
{
    Delivery delivery;
    QList<Rejection> leftOut;
    QList<Rejection> altered;
};

//! Sends the partners their files: each delivery is a durable job that outlives every crash and is
//! never taken twice. What a partner has is known from what reached it.
class ExportService
{
public:
    //! \a outbox: a folder for the files of open deliveries; made where it is missing.
    ExportService(Database &database, QString operatorName, Clock clock, QString outbox);

    [[nodiscard]] Result<ExchangeSettings> settings() const;
    //! All of them, in the order in which they are shown.
    [[nodiscard]] Result<QList<PartnerStatus>> partners() const;
    //! Of one partner or of all, newest first; \a count at most.
    [[nodiscard]] Result<QList<Delivery>> deliveries(std::optional<Partner> partner,
                                                     int count) const;
    [[nodiscard]] Result<QList<DeliveryEvent>> events(qint64 delivery) const;
    //! What a delivery changed.
    [[nodiscard]] Result<QList<ExportDifference>> differences(qint64 delivery) const;
    //! What would go now, made for good and thrown away.
    [[nodiscard]] Result<ExportPreview> preview(const ExportRequest &request,
                                                const Progress &progress = {}) const;

    //! Makes the files and enters the delivery: Held where it has a question that the request does
    //! not answer, else ToDo. Takes the place of an older one that has not left yet; Refused while
    //! one is being transmitted or SESAR may have one that is not finished, where there is nowhere
    //! to send it, and where no session would go; NothingNew for SESAR where nothing changed.
    [[nodiscard]] Result<PreparedDelivery> prepare(const ExportRequest &request,
                                                   const Progress &progress = {});
    //! One try. The delivery as it stands afterwards, whatever came of the try: Delivered, ToDo
    //! with the time of the next, Refused or Failed, and its result says why. Fails itself where
    //! there is nothing to be tried: NotFound, Refused.
    [[nodiscard]] Result<Delivery> transmit(qint64 delivery, const Progress &progress = {});
    //! Both, the second where nothing is asked.
    [[nodiscard]] Result<PreparedDelivery> send(const ExportRequest &request,
                                                const Progress &progress = {});
    //! Those that are held, wait or run, oldest first, without their files.
    [[nodiscard]] Result<QList<Delivery>> open() const;
    //! Those of them that are ours to try, and whose time has come.
    [[nodiscard]] Result<QList<Delivery>> due() const;

    //! Answers a held delivery, which then waits for its turn. InvalidArgument without a reason.
    [[nodiscard]] Result<Delivery> confirm(qint64 delivery, const QString &reason);
    //! Puts a failed or refused one back into the queue, as long as nothing newer was made and its
    //! files are of today.
    [[nodiscard]] Result<Delivery> retry(qint64 delivery);
    //! Gives one up that did not arrive; InvalidArgument without a reason for one that was tried.
    [[nodiscard]] Result<Delivery> drop(qint64 delivery, const QString &reason);
    //! Reads SESAR's acknowledgement of a delivery. What it refuses goes out again next time.
    //! Refused where it speaks of no delivery, or of a line that it had not; read twice it changes
    //! nothing.
    [[nodiscard]] Result<Delivery> acknowledge(const QString &fileName);

private:
    [[nodiscard]] Result<Delivery> find(qint64 id) const;
    [[nodiscard]] Result<Delivery> addressed(const ExportRequest &request) const;
    [[nodiscard]] Result<PreparedDelivery> enter(Delivery delivery, const ExportFiles &files,
                                                 bool onceADay);
    [[nodiscard]] Result<> replaceOpen(const Delivery &next, const std::optional<Delivery> &since,
                                       bool onceADay, QString &replaced);
    [[nodiscard]] bool isOurs(const Delivery &delivery) const;
    [[nodiscard]] bool isLeft(const Delivery &delivery) const;
    [[nodiscard]] bool isOutdated(const Delivery &delivery) const;
    [[nodiscard]] bool isDue(const Delivery &delivery) const;
    [[nodiscard]] Result<> expectHereAndNow(const Delivery &delivery) const;
    [[nodiscard]] Result<> expectDroppable(const Delivery &delivery, const QString &reason) const;
    [[nodiscard]] Result<> end(Delivery &delivery, DeliveryState state, const QString &result);
    [[nodiscard]] DeliveryEvent eventOf(const Delivery &delivery) const;
    [[nodiscard]] Result<> tidy() const;
    [[nodiscard]] Result<Delivery> take(qint64 id, Outbox::Lock &lock);
    [[nodiscard]] Result<> claim(Delivery &delivery);
    [[nodiscard]] Result<> tryOnce(const Delivery &delivery, const Progress &progress) const;
    template <typename Work>
    [[nodiscard]] Result<Delivery> change(qint64 id, std::initializer_list<DeliveryState> from,
                                          Work work);

    Database &m_database;
    QString m_operatorName;
    Clock m_clock;
    QString m_outbox;
};

} // namespace recoupe
