// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncontent.h"

#include "core/textfolding.h"
#include "domain/departement.h"
#include "domain/editionnumber.h"
#include "domain/nsfdomain.h"
#include "report/editionwording.h"
#include "report/rowparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <vector>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int periodDays = 14;

//! A row and what it is sorted by. Folded text, not a collator: the order is then the same on
//! every machine, and accents, case, œ and hyphens stand where French dictionaries put them.
struct SortedRow
{
    bool withoutPlace;
    QString commune;
    QString title;
    QDate start; //!< far away when unknown: last
    QString key; //!< so that two runs never differ
    EditionRow row;

    [[nodiscard]] auto order() const
    {
        return std::tie(withoutPlace, row.departement, commune, title, start, key);
    }
};

QString sortKey(const QString &text)
{
    return folded(text).replace(u'-', u' ');
}

EditionRow rowOf(const PublishedSession &published, QDate on)
{
    const auto &[action, session, recruitment] = published;
    const Contact contact = preferredContact(session.contacts + action.contacts);
    EditionRow row;
    row.key = session.key;
    row.departement = session.place.departement();
    row.suspended = recruitment == RecruitmentState::Suspended;
    row.funder = session.funder();
    row.state = stateWords(recruitment);
    row.title = printable(action.title);
    row.details = detailsWords(action, session);
    row.provider = printable(action.mandataire.displayName());
    row.deliverer = delivererWords(action.mandataire, session.deliverers);
    row.place = placeWords(session.place, session.otherPlaces);
    row.dates = datesWords(session);
    row.duration = durationWords(session.duration);
    row.places = placesWords(session);
    row.meeting = meetingWords(session.infoMeetings, on);
    row.contactName = printable(contact.fullName());
    row.contactTelephone = telephoneWords(contact);
    row.contactEmail = printable(contact.email);
    row.funding = fundingWords(session, on);
    row.market = marketWords(session.marketNumber());
    row.session = session.key.session;
    row.domain = nsfDomainName(action.nsfCodes);
    row.start = session.start.earliest();
    row.facts = factsOf(published);
    return row;
}

SortedRow sortedRow(const PublishedSession &published, QDate on)
{
    EditionRow row = rowOf(published, on);
    const QDate start = row.start.isValid() ? row.start : QDate(9999, 12, 31);
    return {row.departement.isEmpty(), sortKey(row.place), sortKey(row.title), start,
            row.key.toString(),        std::move(row)};
}

} // namespace

qsizetype EditionContent::rowCount() const
{
    return std::accumulate(
        groups.begin(), groups.end(), qsizetype(0),
        [](qsizetype sum, const EditionGroup &group) { return sum + group.rows.size(); });
}

QString EditionContent::label() const
{
    return isDraft() ? Tr::tr("projet") : EditionNumber{year, number}.label();
}

EditionContent composeEdition(const EditionHead &head, const QList<PublishedSession> &sessions)
{
    std::vector<SortedRow> rows;
    rows.reserve(size_t(sessions.size()));
    for (const PublishedSession &published : sessions)
        rows.push_back(sortedRow(published, head.date));
    std::ranges::sort(rows,
                      [](const SortedRow &a, const SortedRow &b) { return a.order() < b.order(); });

    EditionContent content;
    content.year = head.year;
    content.number = head.number;
    content.date = head.date;
    content.periodEnd = head.date.addDays(periodDays - 1);
    content.previousDate = head.previousDate;
    content.previousLabel = head.previousLabel;
    QString departement;
    for (SortedRow &sorted : rows) {
        if (content.groups.isEmpty() || sorted.row.departement != departement) {
            departement = sorted.row.departement;
            content.groups << EditionGroup{departementTitle(departement), {}};
        }
        content.groups.last().rows << std::move(sorted.row);
    }
    return content;
}

} // namespace recoupe
