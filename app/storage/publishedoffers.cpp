// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/publishedoffers.h"

#include "storage/offerrows.h"

namespace recoupe {

namespace {

constexpr Sql selectActions("SELECT ", standingActionNames, actionColumnNames, ", n.source",
                            standingActions,
                            "WHERE a.id IN (SELECT id FROM actions WHERE numero > ? "
                            "ORDER BY numero LIMIT ?) ORDER BY a.numero, n.number");
constexpr Sql selectSessions("SELECT ", standingSessionNames, sessionColumnNames, ", n.source",
                             standingSessions,
                             "WHERE s.formation_numero > ? AND s.formation_numero <= ? "
                             "ORDER BY s.formation_numero, s.action_numero, s.session_numero, "
                             "n.number");
constexpr Sql countActions("SELECT count(*) FROM actions");

//! Reads the XML at the end of a row where it is that of what is published: the verified
//! submission, which comes first, while it is active, else the last one.
template <typename Stored>
void readSource(Row &row, SubmissionRole role, const Stored &stored, QByteArray &source)
{
    const bool isVerifiedOut = stored.active && stored.verified;
    if (isVerifiedOut ? role.isVerified : role.isLast)
        row(source);
}

} // namespace

PublishedOffers::PublishedOffers(Database &database)
    : m_sql(database.sql())
{
}

Result<QList<SourcedOffer>> PublishedOffers::after(const QString &numero, int count) const
{
    QList<SourcedOffer> offers;
    SourcedOffer offer;
    Statement select(m_sql, selectActions);
    select(numero, count);
    return select
        .forEach([&](Row &row) {
            const SubmissionRole role = readAction(row, offer.stored);
            readSource(row, role, offer.stored, offer.source);
            if (role.isLast)
                offers.append(std::exchange(offer, {}));
        })
        .and_then([&] { return offers.isEmpty() ? Result<>() : readSessions(numero, offers); })
        .map([&] { return offers; });
}

Result<> PublishedOffers::readSessions(const QString &after, QList<SourcedOffer> &offers) const
{
    auto offer = offers.begin();
    SourcedSession session;
    Statement select(m_sql, selectSessions);
    select(after, offers.last().stored.submitted.numero);
    return select.forEach([&](Row &row) {
        const SubmissionRole role = readSession(row, session.stored);
        readSource(row, role, session.stored, session.source);
        if (!role.isLast)
            return;
        while (offer->stored.submitted.numero != session.stored.submitted.key.formation)
            ++offer;
        offer->sessions.append(std::exchange(session, {}));
    });
}

Result<qint64> PublishedOffers::count() const
{
    qint64 count = 0;
    Statement select(m_sql, countActions);
    return select.forEach([&](Row &row) { row(count); }).map([&] { return count; });
}

} // namespace recoupe
