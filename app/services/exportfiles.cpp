// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfiles.h"

#include "core/writtenfile.h"
#include "exchange/partners/offerwriter.h"
#include "exchange/sesar/sesaractivations.h"
#include "services/parcourshfiles.h"
#include "services/publication.h"
#include "storage/database.h"
#include "storage/deliveryrepository.h"
#include "storage/publishedoffers.h"

#include <QDir>
#include <QSet>

#include <map>

namespace recoupe {

namespace {

constexpr int offersPerPage = 200;

//! One of the partner's files, and who gets into it.
struct Stream
{
    std::unique_ptr<OfferWriter> writer;
    bool Audience::*takes = nullptr;
    bool mayBeEmpty = false; // LHEO has no file without a formation
    bool hasOffers = false;
};

Result<std::vector<Stream>> streamsOf(const ExportOrder &order)
{
    const ExchangeSettings &settings = order.settings;
    const OfferWriting writing{order.folder,
                               {settings.carifNumber, settings.carifRegion, settings.carifMail,
                                QDateTime::currentDateTime()},
                               settings.xsdFile};
    std::vector<Stream> streams;
    Result<> opened;
    const auto add = [&](Result<std::unique_ptr<OfferWriter>> writer, bool Audience::*takes,
                         bool mayBeEmpty) {
        if (writer)
            streams.push_back({*std::move(writer), takes, mayBeEmpty});
        else if (opened)
            opened = failureOf(writer);
    };
    const auto addLheo = [&](const char16_t *name, bool Audience::*takes, Assessments assessments) {
        add(openLheoFile(writing, QString::fromUtf16(name), assessments), takes, false);
    };
    switch (order.partner) {
    case Partner::Portal:
        addLheo(u"offre-publique.xml", &Audience::publicPortal, Assessments::LeftAway);
        addLheo(u"offre-professionnelle.xml", &Audience::proPortal, Assessments::Kept);
        break;
    case Partner::Aude: addLheo(u"aude.xml", &Audience::partners, Assessments::LeftAway); break;
    case Partner::Parcours3:
        add(openParcours3Files(writing, settings.offersUrl), &Audience::partners, true);
        break;
    case Partner::ParcoursH: add(openParcoursHFiles(writing), &Audience::parcoursH, true); break;
    case Partner::Sesar: break; // gets differences, not offers
    }
    return opened ? Result<std::vector<Stream>>(std::move(streams)) : failureOf(opened);
}

OutgoingOffer outgoing(const SourcedOffer &offer, bool Audience::*takes, QDate day)
{
    OutgoingOffer out{offer.stored.published(), offer.source, {}};
    for (const SourcedSession &session : offer.sessions) {
        if (audienceOf(session.stored, offer.stored, day).*takes)
            out.sessions.append(
                {session.stored.published(), session.stored.recruitment, session.source});
    }
    return out;
}

ExportDetails detailsOf(const SourcedSession &session, const SourcedOffer &offer)
{
    const TrainingSession &published = session.stored.published();
    return {offer.stored.published().title,
            published.marketNumber().text(),
            published.start,
            published.end,
            published.place.city,
            session.stored.recruitment};
}

//! What several files say of the same record is said once.
void appendNew(QList<Rejection> &all, const QList<Rejection> &more)
{
    QSet<QString> known;
    const auto nameOf = [](const Rejection &rejection) {
        return rejection.record + u'\n' + rejection.field + u'\n' + rejection.value;
    };
    for (const Rejection &rejection : std::as_const(all))
        known.insert(nameOf(rejection));
    for (const Rejection &rejection : more) {
        if (!known.contains(nameOf(rejection)))
            all.append(rejection);
    }
}

using Lines = std::map<SessionKey, ExportLine>;

//! Walks through the base, writes what the partner gets, and compares it with what it has.
class ExportWalk
{
public:
    ExportWalk(Database &database, const ExportOrder &order, std::vector<Stream> streams)
        : m_offers(database)
        , m_deliveries(database)
        , m_order(order)
        , m_streams(std::move(streams))
    {
    }

    Result<ExportFiles> run(const Progress &progress)
    {
        const Result<qint64> total = m_offers.count();
        const Result<std::optional<Delivery>> since = m_deliveries.lastDelivered(m_order.partner);
        if (!total || !since)
            return total ? failureOf(since) : failureOf(total);
        m_made.since = *since;
        for (qint64 done = 0;; done += offersPerPage) {
            if (progress && !progress(done, *total))
                return cancelledWriting(m_order.folder);
            const Result<bool> isMore = nextPage();
            if (!isMore)
                return failureOf(isMore);
            if (!*isMore)
                break;
        }
        return finish().map([this] { return std::move(m_made); });
    }

private:
    //! Whether another one may follow.
    Result<bool> nextPage()
    {
        const Result<QList<SourcedOffer>> offers = m_offers.after(m_last, offersPerPage);
        if (!offers)
            return failureOf(offers);
        const bool isLast = offers->size() < offersPerPage;
        const QString first = m_last;
        if (!offers->isEmpty())
            m_last = offers->last().stored.submitted.numero;
        const Result<QList<ExportLine>> before = m_deliveries.lines(
            m_order.partner, first, isLast ? std::nullopt : std::optional(m_last));
        if (!before)
            return failureOf(before);
        return linesOf(*offers).map([&](Lines lines) {
            compare(*before, std::move(lines));
            return !isLast;
        });
    }

    Result<Lines> linesOf(const QList<SourcedOffer> &offers)
    {
        Lines lines;
        for (const SourcedOffer &offer : offers) {
            if (Result<> taken = m_order.partner == Partner::Sesar ? activations(offer, lines)
                                                                   : write(offer, lines);
                !taken)
                return failureOf(taken);
        }
        return lines;
    }

    Result<> activations(const SourcedOffer &offer, Lines &lines)
    {
        for (const SourcedSession &session : offer.sessions) {
            const SessionKey &key = session.stored.submitted.key;
            if (isActiveForSesar(session.stored, offer.stored))
                lines[key] = {key, QByteArray(activeDigest), detailsOf(session, offer)};
        }
        return {};
    }

    Result<> write(const SourcedOffer &offer, Lines &lines)
    {
        for (Stream &stream : m_streams) {
            const OutgoingOffer out = outgoing(offer, stream.takes, m_order.day);
            if (out.sessions.isEmpty())
                continue;
            const Result<QList<WrittenSession>> written = stream.writer->add(out);
            if (!written)
                return failureOf(written);
            for (const WrittenSession &session : *written)
                lines[session.key].digest += session.digest;
            stream.hasOffers = stream.hasOffers || !written->isEmpty();
        }
        for (const SourcedSession &session : offer.sessions) {
            const SessionKey &key = session.stored.published().key;
            if (const auto line = lines.find(key); line != lines.end()) {
                line->second.key = key;
                line->second.details = detailsOf(session, offer);
            }
        }
        return {};
    }

    void compare(const QList<ExportLine> &before, Lines after)
    {
        m_made.counts.before += before.size();
        m_made.counts.lines += qint64(after.size());
        std::map<SessionKey, ExportDifference> differences;
        for (const ExportLine &line : before) {
            const auto now = after.find(line.key);
            if (now == after.end()) {
                differences[line.key] = {
                    line.key, ExportChange::Removed, line.digest, line.details, {}};
                ++m_made.counts.removed;
            } else if (now->second.digest != line.digest) {
                differences[line.key] = {line.key, ExportChange::Changed, now->second.digest,
                                         line.details, now->second.details};
                ++m_made.counts.changed;
            }
            after.erase(line.key);
        }
        for (const auto &[key, line] : after) {
            differences[key] = {key, ExportChange::Added, line.digest, {}, line.details};
            ++m_made.counts.added;
        }
        for (auto &[key, difference] : differences)
            m_made.differences.append(std::move(difference));
    }

    Result<> finish()
    {
        if (m_order.partner == Partner::Sesar)
            return writeActivations();
        for (Stream &stream : m_streams) {
            appendNew(m_made.leftOut, stream.writer->remarks().leftOut);
            appendNew(m_made.altered, stream.writer->remarks().altered);
            if (!stream.hasOffers && !stream.mayBeEmpty)
                continue;
            const Result<QStringList> files = stream.writer->finish();
            if (!files)
                return failureOf(files);
            m_made.files << *files;
        }
        m_made.counts.leftOut = m_made.leftOut.size();
        return {};
    }

    Result<> writeActivations()
    {
        QList<SesarActivation> activations;
        for (const ExportDifference &difference : m_made.differences) {
            const bool active = difference.change == ExportChange::Added;
            const ExportDetails &details = active ? difference.after : difference.before;
            activations.append({difference.key, active, details.marketNumber, details.title,
                                details.start, details.end, details.place});
        }
        if (activations.isEmpty())
            return {};
        // A name of its own: what SESAR has not fetched yet must not be written over.
        const QString name = m_order.key + QLatin1String(".csv");
        m_made.files << name;
        return writeSesarActivations(QDir(m_order.folder).filePath(name), m_order.key, activations);
    }

    static constexpr const char *activeDigest = "active";

    PublishedOffers m_offers;
    DeliveryRepository m_deliveries;
    const ExportOrder &m_order;
    std::vector<Stream> m_streams;
    QString m_last;
    ExportFiles m_made;
};

} // namespace

Result<ExportFiles> makeExportFiles(Database &database, const ExportOrder &order,
                                    const Progress &progress)
{
    Result<std::vector<Stream>> streams = streamsOf(order);
    if (!streams)
        return failureOf(streams);
    Result<ExportFiles> files;
    ExportWalk walk(database, order, *std::move(streams));
    const Result<> read = database.inSnapshot([&]() -> Result<> {
        files = walk.run(progress);
        return files ? Result<>() : failureOf(files);
    });
    return read ? std::move(files) : failureOf(read);
}

} // namespace recoupe
