// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/download.h"

#include "core/clock.h"
#include "core/processlock.h"
#include "core/writtenfile.h"
#include "platform/network/downloadbody.h"
#include "platform/network/httpclient.h"
#include "platform/network/httpfailures.h"
#include "platform/network/retrydelay.h"
#include "platform/network/serveraddress.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLockFile>
#include <QThread>

#include <algorithm>

namespace recoupe {

namespace {

using std::chrono::milliseconds;

constexpr int maxRedirects = 5;
constexpr milliseconds betweenLooks{50};
constexpr milliseconds longestRetryAfter{120'000}; // a server that asks for more is called later

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

class Downloader
{
public:
    Downloader(const DownloadRequest &request, HttpClient &client, const Progress &progress)
        : m_request(request)
        , m_client(client)
        , m_progress(progress)
        , m_body(request)
    {
    }

    [[nodiscard]] Result<Download> run();

private:
    [[nodiscard]] Result<Download> tries();
    [[nodiscard]] Result<Download> tryOnce();
    [[nodiscard]] Result<Download> conclude(const QUrl &url, const HttpAnswer &answer);
    [[nodiscard]] HttpRequest requestFor(const QUrl &url) const;
    [[nodiscard]] Result<> wait(milliseconds time) const;
    [[nodiscard]] bool goesOn() const
    {
        return !m_progress || m_progress(m_body.size(), m_body.total());
    }

    const DownloadRequest &m_request;
    HttpClient &m_client;
    const Progress &m_progress;
    DownloadBody m_body;
    milliseconds m_askedDelay{0}; //!< by the server, with its last answer
};

Result<Download> Downloader::run()
{
    if (const Result<> recalled = m_body.recall(m_progress); !recalled)
        return failureOf(recalled);
    Result<Download> result = tries();
    if (result)
        return result;
    const ErrorCode code = result.error().code;
    if (code == ErrorCode::LimitExceeded || code == ErrorCode::FileUnwritable)
        m_body.discard();
    else
        m_body.leave();
    return result;
}

Result<Download> Downloader::tries()
{
    for (int failures = 1;; ++failures) {
        m_askedDelay = {};
        Result<Download> result = tryOnce();
        const bool isPassing = !result && result.error().code == ErrorCode::ServerUnreachable;
        if (!isPassing || failures >= m_request.tries || m_askedDelay > longestRetryAfter)
            return result;
        const milliseconds delay = std::max(m_askedDelay, backOff(m_request.firstWait, failures));
        if (const Result<> waited = wait(delay); !waited)
            return failureOf(waited);
    }
}

Result<Download> Downloader::tryOnce()
{
    QUrl url = m_request.url;
    const auto watcher = [this](qint64, qint64) { return goesOn(); };
    for (int redirects = 0;;) {
        const Result<HttpAnswer> answer = m_client.send(requestFor(url), &m_body, watcher);
        if (!answer)
            return failureOf(answer);
        if (answer->status == 416 && m_body.size() > 0) {
            m_body.startAfresh(); // what there is here is no beginning of what there is there
        } else if (isRedirect(answer->status)) {
            const QUrl target = url.resolved(QUrl::fromEncoded(answer->header("location")));
            if (!isSameOrigin(target, m_request.url) || !target.userInfo().isEmpty())
                return foreignRedirect(url, target);
            if (++redirects > maxRedirects) {
                return serverRefused(m_request.url, Tr::tr("ses renvois tournent en rond"),
                                     Tr::tr("Vérifier l'adresse"));
            }
            url = target;
        } else {
            return conclude(url, *answer);
        }
    }
}

Result<Download> Downloader::conclude(const QUrl &url, const HttpAnswer &answer)
{
    if (answer.status == 200 || answer.status == 206)
        return m_body.finish();
    const bool hasAsked = !m_request.etag.isEmpty() || !m_request.lastModified.isEmpty();
    if (answer.status == 304 && hasAsked) {
        m_body.discard();
        return Download{true, m_request.etag, m_request.lastModified, 0, {}};
    }
    m_askedDelay =
        retryAfter(answer.header("retry-after"), Clock::now()).value_or(milliseconds::zero());
    return unwelcomeStatus(url, answer.status);
}

HttpRequest Downloader::requestFor(const QUrl &url) const
{
    // Asked for here, gzip is not undone by Qt.
    HttpRequest request{"GET", url, {{"Accept-Encoding", "gzip"}}};
    if (!m_request.etag.isEmpty())
        request.headers.append({"If-None-Match", m_request.etag.toLatin1()});
    if (!m_request.lastModified.isEmpty())
        request.headers.append({"If-Modified-Since", m_request.lastModified.toLatin1()});
    request.headers.append(m_body.rangeHeaders());
    return request;
}

Result<> Downloader::wait(milliseconds time) const
{
    for (QDeadlineTimer deadline(time); !deadline.hasExpired();) {
        if (!goesOn())
            return cancelledTransfer(m_request.url);
        const auto left =
            std::chrono::duration_cast<milliseconds>(deadline.remainingTimeAsDuration());
        QThread::msleep(static_cast<unsigned long>(std::min(left, betweenLooks).count()));
    }
    return {};
}

//! Two that fill one file would mix what they get.
Result<> lockTarget(QLockFile &lock, const QString &target)
{
    if (tryProcessLock(lock))
        return {};
    if (lock.error() != QLockFile::LockFailedError)
        return unwritable(target, {});
    return fail(
        ErrorCode::FileUnwritable,
        Tr::tr("Le fichier « %1 » est déjà en cours de téléchargement : attendre que ce soit "
               "fini.")
            .arg(QDir::toNativeSeparators(target)));
}

} // namespace

Result<Download> download(const DownloadRequest &request, const Progress &progress)
{
    if (const Result<> usable = checkWebAddress(request.url, request.access); !usable)
        return failureOf(usable);
    QLockFile lock(lockNameOf(request.file));
    if (const Result<> locked = lockTarget(lock, request.file); !locked)
        return failureOf(locked);
    const Result<std::unique_ptr<HttpClient>> client = HttpClient::open(request.access);
    if (!client)
        return failureOf(client);
    return Downloader(request, **client, progress).run();
}

} // namespace recoupe
