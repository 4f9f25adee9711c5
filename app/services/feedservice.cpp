// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/feedservice.h"

#include "core/clock.h"
#include "core/writtenfile.h"
#include "domain/partnersettings.h"
#include "platform/network/download.h"
#include "services/nexttry.h"
#include "services/outbox.h"
#include "services/secrets.h"
#include "storage/database.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr char feedName[] = "portail";
constexpr char lockName[] = "releve"; // the download holds one of its own
constexpr std::array minutesBetweenChecks{5, 15, 60};

Result<ServerAccess> accessOf(const ExchangeSettings &settings)
{
    ServerAccess access{{}, {}, settings.authoritiesFile, settings.allowsHttp};
    if (settings.feed.authentication == Authentication::None)
        return access;
    if (settings.feed.authentication == Authentication::Password)
        access.login = settings.feed.login;
    if (settings.feed.authentication == Authentication::Password && access.login.isEmpty())
        return loginMissing(Tr::tr("le portail"));
    return secretFor(feedSecretName(), QUrl(settings.feed.url)).map([&](const QString &secret) {
        access.secret = secret;
        return access;
    });
}

//! Refused while somebody else fetches or takes in.
Result<Outbox::Lock> lockFeed(const QString &folder)
{
    Result<Outbox::Lock> lock = Outbox(folder).lock(QLatin1String(lockName));
    if (lock && !*lock) {
        return fail(ErrorCode::Refused,
                    Tr::tr("Le portail est déjà en train d'être relevé : attendez la fin."));
    }
    return lock;
}

void settleFailure(FeedState &state, const Error &error)
{
    state.result = error.message;
    ++state.failures;
    state.nextCheckAt = nextTryAfter(state.failures, minutesBetweenChecks);
}

void settleSuccess(FeedState &state, const QString &result)
{
    state.result = result;
    state.failures = 0;
    state.nextCheckAt = {};
}

} // namespace

FeedService::FeedService(Database &database, QString operatorName, QString folder)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
    , m_folder(std::move(folder))
{
}

Result<ExchangeSettings> FeedService::settings() const
{
    return SettingRepository(m_database).settings().map(&ExchangeSettings::fromTexts);
}

Result<std::optional<FeedState>> FeedService::state() const
{
    return settings().and_then([this](const ExchangeSettings &settings) {
        return FeedRepository(m_database).find(settings.feed.url);
    });
}

Result<bool> FeedService::isDue(const QDateTime &now) const
{
    const Result<ExchangeSettings> settings = this->settings();
    if (!settings)
        return failureOf(settings);
    const FeedSettings &feed = settings->feed;
    if (feed.url.isEmpty() || feed.everyMinutes == 0)
        return false;
    return FeedRepository(m_database)
        .find(feed.url)
        .map([&](const std::optional<FeedState> &state) {
            if (!state)
                return true;
            if (state->nextCheckAt.isValid())
                return state->nextCheckAt <= now;
            return state->checkedAt.addSecs(60 * feed.everyMinutes) <= now;
        });
}

Result<FetchedFeed> FeedService::fetch(const Progress &progress)
{
    const Result<ExchangeSettings> settings = this->settings();
    if (!settings)
        return failureOf(settings);
    const QString &url = settings->feed.url;
    if (url.isEmpty()) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("L'adresse du portail n'est pas réglée : indiquez-la dans les réglages "
                           "des échanges (feed/url)."));
    }
    const Result<Outbox::Lock> lock = lockFeed(m_folder);
    if (!lock)
        return failureOf(lock);
    removeFetched();
    Result<std::optional<FeedState>> known = FeedRepository(m_database).find(url);
    if (!known)
        return failureOf(known);
    FeedState state = known->value_or(FeedState{.url = url});
    state.checkedAt = Clock::now();
    return fetchInto(state, *settings, progress);
}

Result<FetchedFeed> FeedService::fetchInto(FeedState &state, const ExchangeSettings &settings,
                                           const Progress &progress)
{
    const QString file = QDir(m_folder).filePath(QLatin1String(feedName));
    const Result<Download> got = accessOf(settings).and_then([&](const ServerAccess &access) {
        return download({.url = QUrl(state.url, QUrl::StrictMode),
                         .access = access,
                         .file = file,
                         .etag = state.etag,
                         .lastModified = state.lastModified,
                         .maxBytes = qint64(settings.feed.maxMegabytes) * 1024 * 1024},
                        progress);
    });
    if (!got) {
        if (got.error().code == ErrorCode::Cancelled)
            return failureOf(got);
        settleFailure(state, got.error());
        return save(state).and_then([&] { return Result<FetchedFeed>(failureOf(got)); });
    }
    if (got->isUnchanged || got->sha256 == state.digest) {
        QFile::remove(file);
        settleSuccess(state, Tr::tr("Rien de nouveau sur le portail."));
        return save(state).map([&] { return FetchedFeed{state, {}}; });
    }
    state.etag = got->etag;
    state.lastModified = got->lastModified;
    state.digest = got->sha256;
    return keep(state, file);
}

//! What was fetched and never taken in: it holds names and telephones.
void FeedService::removeFetched() const
{
    const QDir folder(m_folder);
    const QStringList files =
        folder.entryList({QLatin1String(feedName) + QLatin1String("-*.xml")}, QDir::Files);
    for (const QString &file : files)
        QFile::remove(folder.filePath(file));
}

//! Under a name of its own: another download may begin while this one is being imported.
Result<FetchedFeed> FeedService::keep(const FeedState &state, const QString &file) const
{
    const QString kept =
        file + u'-' + QString::fromLatin1(state.digest.toHex().left(16)) + QLatin1String(".xml");
    if (!QFile::exists(kept) && !QFile::rename(file, kept))
        return unwritable(kept, {});
    QFile::remove(file);
    return FetchedFeed{state, kept};
}

Result<> FeedService::save(const FeedState &state)
{
    return m_database.inTransaction([&] { return FeedRepository(m_database).save(state); });
}

Result<ImportSummary> FeedService::takeIn(const FetchedFeed &feed, const Progress &progress)
{
    if (feed.file.isEmpty())
        return ImportSummary();
    const Result<Outbox::Lock> lock = lockFeed(m_folder);
    if (!lock)
        return failureOf(lock);
    FeedState state = feed.state;
    const Result<ImportSummary> imported =
        ImportService(m_database, m_operatorName).importLheo(feed.file, progress);
    if (!imported && imported.error().code == ErrorCode::Cancelled)
        return imported;
    if (imported) {
        state.takenAt = Clock::now();
        settleSuccess(state, Tr::tr("Relevé."));
    } else {
        const Result<std::optional<FeedState>> before = FeedRepository(m_database).find(state.url);
        state = before ? before->value_or(FeedState{.url = state.url}) : state;
        state.checkedAt = feed.state.checkedAt;
        settleFailure(state, imported.error());
    }
    if (Result<> saved = save(state); !saved)
        return failureOf(saved);
    if (imported)
        QFile::remove(feed.file);
    return imported;
}

} // namespace recoupe
