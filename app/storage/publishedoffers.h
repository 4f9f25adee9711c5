// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/offerrepository.h"

namespace recoupe {

//! A session with the XML of what is published of it.
struct SourcedSession
{
    StoredSession stored; //!< without choices of notifications and earlier submissions
    QByteArray source;    //!< of stored.published(): an LHEO `action` holding this `session` alone
};

//! An action with all of its sessions, in the order of their keys.
struct SourcedOffer
{
    StoredAction stored;
    QByteArray source; //!< of stored.published(): a `formation` without its actions
    QList<SourcedSession> sessions;
};

//! The base as it goes out, a page at a time: in memory that does not grow with the base. The pages
//! of one walk belong into one Database::inSnapshot().
class PublishedOffers
{
public:
    explicit PublishedOffers(Database &database);

    //! The first \a count offers whose numero comes after \a numero, byte by byte; fewer at the
    //! end.
    [[nodiscard]] Result<QList<SourcedOffer>> after(const QString &numero, int count) const;
    //! How many there are.
    [[nodiscard]] Result<qint64> count() const;

private:
    [[nodiscard]] Result<> readSessions(const QString &after, QList<SourcedOffer> &offers) const;

    SqlConnection &m_sql;
};

} // namespace recoupe
