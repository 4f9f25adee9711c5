// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/trailrepository.h"

#include "storage/sqlconnection.h"
#include "storage/trailchain.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace recoupe {

namespace {

constexpr Sql selectHead("SELECT position, link_hash FROM trail_links "
                         "ORDER BY position DESC LIMIT 1");
constexpr int linkWindow = 500;
constexpr Sql selectLinks("SELECT l.position, l.kind, l.event_id, l.text_digest, l.link_hash, "
                          "s.salt, (SELECT e.text_digest FROM erased_texts e "
                          "WHERE e.position = l.position ORDER BY e.erasure_id DESC LIMIT 1) "
                          "FROM trail_links l "
                          "LEFT JOIN trail_salts s ON s.position = l.position "
                          "WHERE l.position > ? ORDER BY l.position LIMIT ?");

//! A link with its salt, which is none once all its texts are erased.
struct SaltedLink
{
    TrailLink link;
    std::optional<QByteArray> salt;
    std::optional<QByteArray> leftDigest; //!< of the texts that an erasure left

    [[nodiscard]] bool isErased() const { return !salt || leftDigest; }
};

Result<QList<SaltedLink>> linksAfter(SqlConnection &sql, qint64 after)
{
    QList<SaltedLink> links;
    Statement select(sql, selectLinks);
    select(after, linkWindow);
    return select
        .forEach([&](Row &row) {
            auto &[link, salt, left] = links.emplaceBack();
            row(link.position, link.kind, link.eventId, link.textDigest, link.hash, salt, left);
        })
        .map([&] { return links; });
}

//! The events of one source, one after the other, read in windows.
class EventStream
{
public:
    EventStream(SqlConnection &sql, const TrailSource &source)
        : m_sql(sql)
        , m_source(source)
    {
    }

    [[nodiscard]] const TrailSource &source() const { return m_source; }
    //! The next event; null after the last. It stays valid until the next call.
    [[nodiscard]] Result<const TrailEvent *> peek()
    {
        if (m_next == m_events.size() && !m_isAtEnd) {
            Result<QList<TrailEvent>> events = eventsAfter(m_sql, m_source, m_lastId);
            if (!events)
                return failureOf(events);
            m_isAtEnd = events->size() < m_source.window;
            m_events = *std::move(events);
            m_next = 0;
        }
        return m_next < m_events.size() ? &m_events.at(m_next) : nullptr;
    }
    void skip() { m_lastId = m_events.at(m_next++).id; }

private:
    SqlConnection &m_sql;
    const TrailSource &m_source;
    QList<TrailEvent> m_events;
    qsizetype m_next = 0;
    qint64 m_lastId = 0;
    bool m_isAtEnd = false;
};

bool isErased(const TrailEvent &event)
{
    return std::ranges::all_of(event.texts,
                               [](const QVariant &text) { return text.toByteArray().isEmpty(); });
}

//! What is wrong with a link whose event was found, given the hash of the link before.
std::optional<TrailFault> faultOf(const SaltedLink &salted, const TrailEvent &event,
                                  const QByteArray &previous)
{
    const TrailLink &link = salted.link;
    if (linkHash(previous, link, event) != link.hash)
        return TrailFault::EventChanged;
    const bool textsHold =
        salted.salt ? textDigest(*salted.salt, event) == salted.leftDigest.value_or(link.textDigest)
                    : isErased(event);
    return textsHold ? std::nullopt : std::optional(TrailFault::TextChanged);
}

//! Goes over links and events side by side: the events of a source are linked in their order.
class TrailWalk
{
public:
    TrailWalk(SqlConnection &sql, const QList<TrailHead> &noted)
        : m_sql(sql)
    {
        for (const TrailHead &head : noted)
            m_missing.insert(head.hash, head.position);
        for (const TrailSource &source : trailSources())
            m_streams.emplace_back(sql, source);
    }

    Result<TrailReport> run()
    {
        while (!m_report.firstBreak) {
            const Result<QList<SaltedLink>> links = linksAfter(m_sql, m_report.events);
            if (!links)
                return failureOf(links);
            for (const SaltedLink &link : *links) {
                if (Result<> taken = take(link); !taken)
                    return failureOf(taken);
                if (m_report.firstBreak)
                    return m_report;
            }
            if (links->size() < linkWindow)
                break;
        }
        return finish().map([&] { return m_report; });
    }

private:
    void breakAt(TrailFault fault, const TrailLink &link)
    {
        m_report.firstBreak = TrailBreak{fault, link.position, link.kind, link.eventId};
    }

    //! Takes one link after the one before, or says what breaks there.
    Result<> take(const SaltedLink &salted)
    {
        const TrailLink &link = salted.link;
        const auto stream = std::ranges::find_if(m_streams, [&](const EventStream &s) {
            return link.kind == QLatin1String(s.source().kind);
        });
        if (link.position != m_report.events + 1) {
            m_report.firstBreak = TrailBreak{TrailFault::LinkMissing, m_report.events + 1, {}, 0};
            return {};
        }
        if (stream == m_streams.end()) {
            breakAt(TrailFault::EventChanged, link);
            return {};
        }
        const Result<const TrailEvent *> event = stream->peek();
        if (!event)
            return failureOf(event);
        compare(salted, *event);
        if (m_report.firstBreak)
            return {};
        const Result<> whole = compareErasure(link, **event);
        stream->skip();
        return whole;
    }

    //! What an erasure says it left must be what stands there, or texts could be put in afterwards.
    Result<> compareErasure(const TrailLink &link, const TrailEvent &event)
    {
        if (link.kind != u"erasure")
            return {};
        return erasedTextsOf(m_sql, event.id).map([&](const QList<ErasedText> &texts) {
            if (digestOf(texts) != event.facts.last().toByteArray())
                breakAt(TrailFault::EventChanged, link);
        });
    }

    //! \a event: the next one of the kind that the link names; null when there is none.
    void compare(const SaltedLink &salted, const TrailEvent *event)
    {
        const TrailLink &link = salted.link;
        if (!event || event->id > link.eventId) {
            breakAt(TrailFault::EventMissing, link);
        } else if (event->id < link.eventId) {
            m_report.firstBreak = TrailBreak{TrailFault::EventUnlinked, 0, link.kind, event->id};
        } else if (const auto fault = faultOf(salted, *event, m_report.head)) {
            breakAt(*fault, link);
        } else {
            ++m_report.events;
            m_report.erased += salted.isErased() ? 1 : 0;
            m_report.head = link.hash;
            const auto known = m_missing.constFind(link.hash);
            if (known != m_missing.cend() && (*known == 0 || *known == link.position))
                m_missing.erase(known);
        }
    }

    //! After the last link: no event may be left, and the heads that were noted must have come by.
    Result<> finish()
    {
        for (EventStream &stream : m_streams) {
            const Result<const TrailEvent *> event = stream.peek();
            if (!event)
                return failureOf(event);
            if (*event) {
                m_report.firstBreak =
                    TrailBreak{TrailFault::EventUnlinked, 0,
                               QString::fromLatin1(stream.source().kind), (*event)->id};
                return {};
            }
        }
        if (!m_missing.isEmpty()) {
            m_report.firstBreak = TrailBreak{TrailFault::HeadUnknown,
                                             m_report.events,
                                             {},
                                             0,
                                             *std::ranges::min_element(m_missing)};
        }
        return {};
    }

    SqlConnection &m_sql;
    QHash<QByteArray, qint64> m_missing; //!< the places of noted heads that did not come by yet
    std::vector<EventStream> m_streams;
    TrailReport m_report;
};

} // namespace

TrailRepository::TrailRepository(const Database &database)
    : m_sql(database.sql())
{
}

Result<TrailReport> TrailRepository::verify(const QList<TrailHead> &noted) const
{
    return TrailWalk(m_sql, noted).run();
}

Result<TrailHead> TrailRepository::head() const
{
    TrailHead head;
    return Statement(m_sql, selectHead)
        .forEach([&](Row &row) { row(head.position, head.hash); })
        .map([&] { return head; });
}

} // namespace recoupe
