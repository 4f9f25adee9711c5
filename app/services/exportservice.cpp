// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportservice.h"

#include "core/counted.h"
#include "core/shortdate.h"
#include "exchange/sesar/sesaractivations.h"
#include "platform/network/remotefolder.h"
#include "services/exportfiles.h"
#include "services/nexttry.h"
#include "services/outbox.h"
#include "services/transmission.h"
#include "storage/database.h"
#include "storage/deliveryrepository.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QUuid>

#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// A server that is down for a night is met by a try every hour.
constexpr std::array minutesBetweenTries{1, 5, 15, 60};
constexpr int mostTries = 24;

QString keyOf(Partner partner, QDate day)
{
    return QStringLiteral("%1-%2-%3")
        .arg(toToken(partner), day.toString(QStringLiteral("yyyyMMdd")),
             QUuid::createUuid().toString(QUuid::Id128).left(12));
}

QString fallQuestion(const DeliveryCounts &counts, int maxFall)
{
    if ((counts.before - counts.lines) * 100 <= maxFall * counts.before)
        return {};
    return Tr::tr("Baisse de %1 % : %2 au lieu de %3. Confirmez l'envoi, ou abandonnez-le.")
        .arg(counts.fall())
        .arg(counted(counts.lines, Tr::tr("%1 session"), Tr::tr("%1 sessions")))
        .arg(counts.before);
}

Failure nothingToSend(Partner partner)
{
    if (partner == Partner::Sesar) {
        return fail(ErrorCode::NothingNew,
                    Tr::tr("Rien de nouveau pour SESAR : aucune session d'AFC de la Région n'a été "
                           "activée ni désactivée depuis le dernier envoi."));
    }
    return fail(ErrorCode::Refused, Tr::tr("Aucune session n'est à transmettre à %1 : un fichier "
                                           "vide n'est pas envoyé. Activez d'abord des sessions.")
                                        .arg(partnerName(partner)));
}

Failure unknownDelivery(qint64 id)
{
    return fail(ErrorCode::NotFound, Tr::tr("Il n'y a pas d'envoi n° %1.").arg(id));
}

//! Why its state keeps a delivery from being transmitted.
QString whyNotNow(const Delivery &delivery)
{
    const QString partner = partnerName(delivery.partner);
    switch (delivery.state) {
    case DeliveryState::Held:
        return Tr::tr("L'envoi à %1 attend une confirmation : %2").arg(partner, delivery.question);
    case DeliveryState::Delivered: return Tr::tr("L'envoi à %1 est déjà fait.").arg(partner);
    case DeliveryState::Refused:
    case DeliveryState::Failed:
        return Tr::tr("L'envoi à %1 a échoué : réessayez-le, ou exportez à nouveau.").arg(partner);
    case DeliveryState::Dropped: return Tr::tr("L'envoi à %1 a été abandonné.").arg(partner);
    case DeliveryState::ToDo:
    case DeliveryState::Running: break;
    }
    return {};
}

//! SESAR's lines are taken once each: a delivery that was tried may have brought them, or not.
bool mayHaveLeft(const std::optional<Delivery> &delivery)
{
    return delivery && delivery->partner == Partner::Sesar && delivery->tries > 0 &&
           delivery->state != DeliveryState::Delivered && delivery->state != DeliveryState::Dropped;
}

Failure unfinished(const Delivery &delivery)
{
    return fail(ErrorCode::Refused,
                Tr::tr("L'envoi n° %1 à SESAR n'est pas fini : son fichier y est peut-être déjà. "
                       "Réessayez-le, ou abandonnez-le avec un motif si SESAR n'a rien reçu.")
                    .arg(delivery.id));
}

//! How a try that failed leaves its delivery.
void settleFailure(Delivery &delivery, const Error &error)
{
    delivery.result = error.message;
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::ServerUnreachable:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::FileUnreadable: // its manifest, while another program holds it
    case ErrorCode::FileUnwritable: // a share that is away, a disk that is full
        delivery.state = delivery.tries < mostTries && !delivery.isCopy ? DeliveryState::ToDo
                                                                        : DeliveryState::Failed;
        if (delivery.state == DeliveryState::ToDo)
            delivery.nextTryAt = nextTryAfter(delivery.tries, minutesBetweenTries);
        return;
    case ErrorCode::ServerRefused:
    case ErrorCode::ServerUntrusted: delivery.state = DeliveryState::Refused; break;
    default: delivery.state = DeliveryState::Failed; break;
    }
    delivery.finishedAt = Clock::now();
}

void settleSuccess(Delivery &delivery)
{
    qint64 bytes = 0;
    for (const DeliveredFile &file : std::as_const(delivery.files))
        bytes += file.size;
    delivery.state = DeliveryState::Delivered;
    delivery.finishedAt = Clock::now();
    delivery.nextTryAt = {};
    delivery.result =
        counted(delivery.files.size(), Tr::tr("%1 fichier"), Tr::tr("%1 fichiers")) +
        Tr::tr(", %1, chez le partenaire.")
            .arg(QLocale(QLocale::French)
                     .formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat));
}

} // namespace

ExportService::ExportService(Database &database, QString operatorName, Clock clock, QString outbox)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
    , m_clock(clock)
    , m_outbox(std::move(outbox))
{
}

Result<ExchangeSettings> ExportService::settings() const
{
    return SettingRepository(m_database).settings().map(&ExchangeSettings::fromTexts);
}

Result<QList<PartnerStatus>> ExportService::partners() const
{
    const Result<ExchangeSettings> settings = this->settings();
    if (!settings)
        return failureOf(settings);
    const DeliveryRepository deliveries(m_database);
    QList<PartnerStatus> all;
    for (const Partner partner : recoupe::partners) {
        const Result<std::optional<Delivery>> last = deliveries.last(partner);
        const Result<std::optional<Delivery>> delivered = deliveries.lastDelivered(partner);
        if (!last || !delivered)
            return last ? failureOf(delivered) : failureOf(last);
        all.append({partner, settings->of(partner), *delivered, *last});
    }
    return all;
}

Result<QList<Delivery>> ExportService::deliveries(std::optional<Partner> partner, int count) const
{
    return DeliveryRepository(m_database).deliveries(partner, count);
}

Result<QList<DeliveryEvent>> ExportService::events(qint64 delivery) const
{
    return DeliveryRepository(m_database).events(delivery);
}

Result<QList<ExportDifference>> ExportService::differences(qint64 delivery) const
{
    return DeliveryRepository(m_database).differences(delivery);
}

Result<ExportPreview> ExportService::preview(const ExportRequest &request,
                                             const Progress &progress) const
{
    const Result<ExchangeSettings> settings = this->settings();
    if (!settings)
        return failureOf(settings);
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorCode::FileUnwritable, folder.errorString());
    const QDate day = request.day.isValid() ? request.day : m_clock.today();
    const ExportOrder order{request.partner, day, keyOf(request.partner, day), folder.path(),
                            *settings};
    return makeExportFiles(m_database, order, progress).map([&](const ExportFiles &files) {
        return ExportPreview{request.partner,
                             day,
                             files.counts,
                             files.differences,
                             files.leftOut,
                             files.altered,
                             fallQuestion(files.counts, settings->of(request.partner).maxFall)};
    });
}

Result<PreparedDelivery> ExportService::prepare(const ExportRequest &request,
                                                const Progress &progress)
{
    Result<Delivery> addressed = this->addressed(request);
    if (!addressed)
        return failureOf(addressed);
    const Result<ExchangeSettings> settings = this->settings();
    if (!settings)
        return failureOf(settings);
    const Result<std::optional<Delivery>> last =
        DeliveryRepository(m_database).last(request.partner);
    if (!last)
        return failureOf(last);
    if (mayHaveLeft(*last) && !addressed->isCopy)
        return unfinished(**last);
    const Outbox outbox(m_outbox);
    if (Result<> tidied = tidy(); !tidied)
        return failureOf(tidied);
    const Result<Outbox::Lock> lock = outbox.make(addressed->key);
    if (!lock)
        return failureOf(lock);
    const ExportOrder order{request.partner, addressed->day, addressed->key,
                            outbox.folderOf(addressed->key), *settings};
    Result<PreparedDelivery> prepared =
        makeExportFiles(m_database, order, progress).and_then([&](const ExportFiles &files) {
            if (!addressed->isCopy)
                addressed->question =
                    fallQuestion(files.counts, settings->of(request.partner).maxFall);
            return enter(*addressed, files, request.onceADay);
        });
    // Where the connection was lost, it may be entered all the same; the next one knows, and
    // tidies.
    if (!prepared && prepared.error().code != ErrorCode::DatabaseUnreachable)
        outbox.remove(addressed->key);
    return prepared;
}

Result<Delivery> ExportService::addressed(const ExportRequest &request) const
{
    const Result<ExchangeSettings> settings = this->settings();
    if (!settings)
        return failureOf(settings);
    const PartnerSettings &partner = settings->of(request.partner);
    Delivery delivery;
    delivery.partner = request.partner;
    delivery.day = request.day.isValid() ? request.day : m_clock.today();
    delivery.key = keyOf(delivery.partner, delivery.day);
    delivery.operatorName = m_operatorName;
    delivery.transport = request.folder.isEmpty() ? partner.transport : Transport::Folder;
    delivery.destination =
        request.folder.isEmpty() ? partner.address : QDir(request.folder).absolutePath();
    delivery.isCopy = !request.folder.isEmpty() && partner.transport != Transport::None &&
                      delivery.destination != partner.address;
    delivery.machine = Outbox::machine();
    delivery.folder = Outbox(m_outbox).folderOf(delivery.key);
    delivery.confirmation = request.confirmation.trimmed();
    if (delivery.transport == Transport::None || delivery.destination.isEmpty()) {
        return fail(ErrorCode::Refused,
                    Tr::tr("%1 n'a pas de destination : indiquez-la dans les réglages des "
                           "échanges, ou exportez vers un dossier.")
                        .arg(partnerName(request.partner)));
    }
    return delivery;
}

//! Enters what was made: in one transaction with the end of what it takes the place of.
Result<PreparedDelivery> ExportService::enter(Delivery delivery, const ExportFiles &files,
                                              bool onceADay)
{
    const bool isSesar = delivery.partner == Partner::Sesar;
    // Where the partner has some, no session at all is news: what it has goes.
    if (isSesar ? files.files.isEmpty() : files.counts.lines == 0 && files.counts.before == 0)
        return nothingToSend(delivery.partner);
    const Result<QList<DeliveredFile>> surveyed = survey(delivery.folder, files.files);
    if (!surveyed)
        return failureOf(surveyed);
    delivery.files = *surveyed;
    delivery.counts = files.counts;
    delivery.preparedAt = Clock::now();
    delivery.state = delivery.question.isEmpty() || !delivery.confirmation.isEmpty()
                         ? DeliveryState::ToDo
                         : DeliveryState::Held;
    QString replaced;
    const Result<> entered = m_database.inTransaction([&] {
        return (delivery.isCopy ? Result<>()
                                : replaceOpen(delivery, files.since, onceADay, replaced))
            .and_then(
                [&] { return DeliveryRepository(m_database).add(delivery, files.differences); })
            .map([&](qint64 id) { delivery.id = id; });
    });
    if (!entered)
        return failureOf(entered);
    if (!replaced.isEmpty())
        Outbox(m_outbox).remove(replaced);
    return PreparedDelivery{delivery, files.leftOut, files.altered};
}

Result<> ExportService::replaceOpen(const Delivery &next, const std::optional<Delivery> &since,
                                    bool onceADay, QString &replaced)
{
    DeliveryRepository deliveries(m_database);
    const Result<std::optional<Delivery>> delivered = deliveries.lastDelivered(next.partner);
    const Result<std::optional<Delivery>> last = deliveries.last(next.partner);
    if (!delivered || !last)
        return delivered ? failureOf(last) : failureOf(delivered);
    const bool isNewerThere = (*delivered ? (*delivered)->id : 0) != (since ? since->id : 0);
    if (onceADay && isNewerThere)
        return fail(ErrorCode::NothingNew, Tr::tr("Un autre poste vient de l'envoyer."));
    if (isNewerThere) {
        return fail(ErrorCode::Refused, Tr::tr("Un autre envoi à %1 vient d'aboutir : recommencez.")
                                            .arg(partnerName(next.partner)));
    }
    if (mayHaveLeft(*last))
        return unfinished(**last);
    if (!*last)
        return {};
    Delivery open = **last;
    if (isOurs(open))
        replaced = open.key;
    if (!isOpen(open.state))
        return {};
    if (open.state == DeliveryState::Running && !isLeft(open)) {
        return fail(
            ErrorCode::Refused,
            Tr::tr("Un envoi à %1 est en cours : attendez sa fin.").arg(partnerName(next.partner)));
    }
    return end(open, DeliveryState::Dropped, Tr::tr("Remplacé par un envoi plus récent."));
}

//! Whether its files stand in our outbox: another account of this machine has one of its own.
bool ExportService::isOurs(const Delivery &delivery) const
{
    return delivery.machine == Outbox::machine() &&
           delivery.folder == Outbox(m_outbox).folderOf(delivery.key);
}

//! Whether a delivery that says it runs was left by a process that died.
bool ExportService::isLeft(const Delivery &delivery) const
{
    if (!isOurs(delivery))
        return false;
    const Result<Outbox::Lock> free = Outbox(m_outbox).lock(delivery.key);
    return free && *free;
}

//! Whether its files are of another day than what would go now. SESAR's are changes, which stay
//! true.
bool ExportService::isOutdated(const Delivery &delivery) const
{
    return delivery.partner != Partner::Sesar && delivery.day < m_clock.today();
}

Result<> ExportService::end(Delivery &delivery, DeliveryState state, const QString &result)
{
    delivery.state = state;
    delivery.result = result;
    delivery.nextTryAt = {};
    delivery.finishedAt = isOpen(state) ? QDateTime() : Clock::now();
    return DeliveryRepository(m_database).settle(delivery, eventOf(delivery));
}

DeliveryEvent ExportService::eventOf(const Delivery &delivery) const
{
    return {Clock::now(), m_operatorName, delivery.state, delivery.result};
}

Result<> ExportService::tidy() const
{
    const Result<QList<PartnerStatus>> all = partners();
    if (!all)
        return failureOf(all);
    QStringList needed;
    for (const PartnerStatus &status : *all) {
        if (status.last && status.last->state != DeliveryState::Delivered)
            needed << status.last->key;
    }
    Outbox(m_outbox).tidy(needed);
    return {};
}

Result<Delivery> ExportService::find(qint64 id) const
{
    const Result<std::optional<Delivery>> found = DeliveryRepository(m_database).find(id);
    if (!found)
        return failureOf(found);
    return *found ? Result<Delivery>(**found) : unknownDelivery(id);
}

Result<Delivery> ExportService::transmit(qint64 id, const Progress &progress)
{
    Outbox::Lock lock;
    Result<Delivery> delivery = take(id, lock);
    if (!delivery)
        return delivery;
    const Result<> sent = tryOnce(*delivery, progress);
    if (sent)
        settleSuccess(*delivery);
    else
        settleFailure(*delivery, sent.error());
    const Result<> settled = m_database.inTransaction([&] {
        DeliveryRepository deliveries(m_database);
        return deliveries.settle(*delivery, eventOf(*delivery)).and_then([&] {
            return sent && !delivery->isCopy ? deliveries.apply(*delivery) : Result<>();
        });
    });
    if (!settled)
        return failureOf(settled);
    if (sent)
        Outbox(m_outbox).remove(delivery->key);
    return delivery;
}

//! A delivery that may be tried now, with its lock, as a running one.
Result<Delivery> ExportService::take(qint64 id, Outbox::Lock &lock)
{
    Result<Delivery> delivery = find(id);
    if (!delivery)
        return delivery;
    Result<Outbox::Lock> locked = Outbox(m_outbox).lock(delivery->key);
    if (locked)
        lock = *std::move(locked);
    if (lock)
        delivery = find(id); // who held the lock before may just have sent it
    if (!delivery)
        return delivery;
    if (const QString why = whyNotNow(*delivery); !why.isEmpty())
        return fail(ErrorCode::Refused, why);
    if (Result<> possible = expectHereAndNow(*delivery); !possible)
        return failureOf(possible);
    if (!locked)
        return failureOf(locked);
    if (!lock) {
        return fail(ErrorCode::Refused,
                    Tr::tr("L'envoi à %1 est déjà en cours.").arg(partnerName(delivery->partner)));
    }
    return claim(*delivery).map([&] { return *delivery; });
}

Result<> ExportService::expectHereAndNow(const Delivery &delivery) const
{
    const QString partner = partnerName(delivery.partner);
    if (!isOurs(delivery)) {
        return fail(ErrorCode::Refused,
                    Tr::tr("L'envoi à %1 a été préparé sur le poste « %2 », par %3 : il part de "
                           "là. S'il ne le peut plus, abandonnez-le.")
                        .arg(partner, delivery.machine, delivery.operatorName));
    }
    if (isOutdated(delivery)) {
        return fail(ErrorCode::Refused,
                    Tr::tr("L'envoi à %1 a été préparé pour le %2 : ses fichiers ne sont plus à "
                           "jour. Exportez à nouveau.")
                        .arg(partner, shortDate(delivery.day)));
    }
    return {};
}

Result<> ExportService::claim(Delivery &delivery)
{
    delivery.state = DeliveryState::Running;
    ++delivery.tries;
    bool isOurs = false;
    const Result<> claimed = m_database.inTransaction([&] {
        return DeliveryRepository(m_database)
            .claim(delivery, {Clock::now(), m_operatorName, delivery.state, {}})
            .map([&](bool done) { isOurs = done; });
    });
    if (!claimed || isOurs)
        return claimed;
    return fail(
        ErrorCode::Refused,
        Tr::tr("L'envoi à %1 vient d'être fait ou abandonné.").arg(partnerName(delivery.partner)));
}

Result<> ExportService::tryOnce(const Delivery &delivery, const Progress &progress) const
{
    const Result<ExchangeSettings> settings = this->settings();
    if (!settings)
        return failureOf(settings);
    const Result<std::unique_ptr<RemoteFolder>> remote = openDestination(delivery, *settings);
    if (!remote)
        return failureOf(remote);
    const auto known = [&](const QString &key) {
        return DeliveryRepository(m_database)
            .find(key)
            .map([&](const std::optional<Delivery> &earlier) {
                const bool isSame = earlier && earlier->partner == delivery.partner;
                return isSame ? earlier->files : QList<DeliveredFile>();
            });
    };
    return transmitFiles(delivery, Outbox(m_outbox).folderOf(delivery.key), **remote, known,
                         progress);
}

Result<PreparedDelivery> ExportService::send(const ExportRequest &request, const Progress &progress)
{
    const Result<std::optional<Delivery>> last =
        DeliveryRepository(m_database).last(request.partner);
    if (last && mayHaveLeft(*last) && isOpen((*last)->state) && request.folder.isEmpty()) {
        return transmit((*last)->id, progress).map([](const Delivery &delivery) {
            return PreparedDelivery{delivery, {}, {}};
        });
    }
    Result<PreparedDelivery> prepared = prepare(request, progress);
    if (!prepared || prepared->delivery.state == DeliveryState::Held)
        return prepared;
    return transmit(prepared->delivery.id, progress).map([&](const Delivery &delivery) {
        prepared->delivery = delivery;
        return *prepared;
    });
}

Result<QList<Delivery>> ExportService::open() const
{
    return DeliveryRepository(m_database).open();
}

bool ExportService::isDue(const Delivery &delivery) const
{
    const bool isTime = !delivery.nextTryAt.isValid() || delivery.nextTryAt <= Clock::now();
    const bool waits = delivery.state == DeliveryState::ToDo && isTime;
    const bool wasLeft = delivery.state == DeliveryState::Running && isLeft(delivery);
    return isOurs(delivery) && !isOutdated(delivery) && (waits || wasLeft);
}

Result<QList<Delivery>> ExportService::due() const
{
    return open().map([this](QList<Delivery> deliveries) {
        deliveries.removeIf([this](const Delivery &delivery) { return !isDue(delivery); });
        return deliveries;
    });
}

} // namespace recoupe
