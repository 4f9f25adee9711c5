// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/delivery.h"

namespace recoupe {

class Database;
class SqlConnection;

//! What a partner's acknowledgement says of a session.
struct LineAnswer
{
    SessionKey key;
    bool accepted = true;
    QString refusal; //!< its reason

    friend bool operator==(const LineAnswer &, const LineAnswer &) = default;
};

//! Transmissions to partners, what each changed, and what each partner has since.
class DeliveryRepository
{
public:
    explicit DeliveryRepository(Database &database);

    //! Enters a delivery with what it changes; gives its id. A partner's second open delivery, or a
    //! key that is known, is an error (DatabaseFailed).
    [[nodiscard]] Result<qint64> add(const Delivery &delivery,
                                     const QList<ExportDifference> &differences);
    [[nodiscard]] Result<std::optional<Delivery>> find(qint64 id) const;
    [[nodiscard]] Result<std::optional<Delivery>> find(const QString &key) const;
    //! The newest that is no copy.
    [[nodiscard]] Result<std::optional<Delivery>> last(Partner partner) const;
    //! Of one partner or of all, newest first, without their files; \a count at most.
    [[nodiscard]] Result<QList<Delivery>> deliveries(std::optional<Partner> partner,
                                                     int count) const;
    //! Those that are held, wait or run, oldest first, without their files; no copies.
    [[nodiscard]] Result<QList<Delivery>> open() const;
    [[nodiscard]] Result<std::optional<Delivery>> lastDelivered(Partner partner) const;
    [[nodiscard]] Result<QList<ExportDifference>> differences(qint64 id) const;
    //! Oldest first.
    [[nodiscard]] Result<QList<DeliveryEvent>> events(qint64 id) const;
    //! Every delivered change of a session, oldest first.
    [[nodiscard]] Result<QList<SessionDelivery>> ofSession(const SessionKey &key) const;
    //! The partners that were sent something of sessions or actions of a batch of decisions after
    //! it was decided.
    [[nodiscard]] Result<QList<Partner>> sentSince(const QString &batch) const;

    //! The partners that have one of the sessions. A key without a session stands for all those of
    //! its formation.
    [[nodiscard]] Result<QList<Partner>> partnersOf(const QList<SessionKey> &keys) const;

    //! Makes one that waits, or was left by a process that died, a running one and counts the try;
    //! false where it is no longer to be sent. Who calls holds the lock of its folder.
    [[nodiscard]] Result<bool> claim(const Delivery &delivery, const DeliveryEvent &event);
    //! Refused where another process has taken it over since. Writes its state, its next try,
    //! result, question, confirmation and times, and appends that to its events. Nobody runs it
    //! afterwards.
    [[nodiscard]] Result<> settle(const Delivery &delivery, const DeliveryEvent &event);
    //! It reached the partner, who has its changes since.
    [[nodiscard]] Result<> apply(const Delivery &delivery);
    //! What its acknowledgements say so far.
    [[nodiscard]] Result<QList<LineAnswer>> answers(qint64 id) const;
    //! Keeps more of them: what a refused line changed is taken back.
    [[nodiscard]] Result<> acknowledge(const Delivery &delivery, const QList<LineAnswer> &answers);

    //! Says where the files of a delivery stand from now on, where they stood in \a before.
    [[nodiscard]] Result<> relocate(const QString &key, const QString &before,
                                    const QString &folder);

    //! What the partner has of the offers after \a after up to \a upTo (numeros, byte by byte;
    //! null: to the end), in the order of the keys.
    [[nodiscard]] Result<QList<ExportLine>> lines(Partner partner, const QString &after,
                                                  const std::optional<QString> &upTo) const;
    [[nodiscard]] Result<qint64> lineCount(Partner partner) const;

private:
    [[nodiscard]] Result<> addDifferences(qint64 id, const QList<ExportDifference> &differences);
    [[nodiscard]] Result<> append(qint64 id, const DeliveryEvent &event);
    [[nodiscard]] Result<> takeBack(const Delivery &delivery, const SessionKey &key);

    SqlConnection &m_sql;
};

} // namespace recoupe
