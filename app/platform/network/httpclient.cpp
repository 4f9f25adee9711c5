// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/httpclient.h"

#include "platform/network/httpexchange.h"
#include "platform/network/tlssettings.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QScopedPointer>

#include <algorithm>

namespace recoupe {

namespace {

constexpr std::chrono::milliseconds betweenLooks{50};

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

//! A line break in it would begin a header of its own.
bool fitsHeader(const QString &secret)
{
    return std::ranges::all_of(secret, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

//! RFC 7617 and RFC 6750. Sent at once: a file is not to go up twice for a first answer 401.
QByteArray authorizationOf(const ServerAccess &access)
{
    if (!access.login.isEmpty())
        return "Basic " + (access.login + u':' + access.secret).toUtf8().toBase64();
    return access.secret.isEmpty() ? QByteArray() : "Bearer " + access.secret.toLatin1();
}

QNetworkRequest networkRequest(const HttpRequest &request, const ServerAccess &access)
{
    QNetworkRequest made(request.url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    // That of Qt 6.4 miscounts the headers of a hostile server (CVE-2023-51714).
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto kept :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        made.setAttribute(kept, QNetworkRequest::Manual);
    made.setRawHeader("User-Agent", "Recoupe/" RECOUPE_VERSION);
    if (const QByteArray authorization = authorizationOf(access); !authorization.isEmpty())
        made.setRawHeader("Authorization", authorization);
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

} // namespace

std::optional<qint64> HttpAnswer::length() const
{
    bool isNumber = false;
    const qint64 length = header("content-length").toLongLong(&isNumber);
    return isNumber && length >= 0 ? std::optional(length) : std::nullopt;
}

Result<std::unique_ptr<HttpClient>> HttpClient::open(const ServerAccess &access)
{
    if (access.login.isEmpty() && !fitsHeader(access.secret)) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Le jeton d'accès contient une espace, un accent ou un saut de ligne : "
                           "l'enregistrer à nouveau tel que le serveur l'a donné."));
    }
    const Result<QSslConfiguration> tls = tlsSettings(access.authoritiesFile);
    if (!tls)
        return failureOf(tls);
    return std::unique_ptr<HttpClient>(new HttpClient(access, *tls));
}

HttpClient::HttpClient(const ServerAccess &access, const QSslConfiguration &tls)
    : m_access(access)
    , m_tls(tls)
    , m_manager(new QNetworkAccessManager)
{
    m_manager->setProxyFactory(new SystemProxies);
    m_manager->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_manager, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("recoupe-http"));
    m_thread.start();
}

HttpClient::~HttpClient()
{
    m_thread.quit();
    m_thread.wait();
}

Result<HttpAnswer> HttpClient::send(const HttpRequest &request, AnswerReader *reader,
                                    const Progress &progress)
{
    if (progress && !progress(0, 0))
        return cancelledTransfer(request.url);
    QNetworkRequest made = networkRequest(request, m_access);
    made.setSslConfiguration(m_tls);
    const std::unique_ptr<HttpExchange, QScopedPointerDeleteLater> exchange(
        new HttpExchange(*m_manager, made, reader, m_access.timeout));
    std::future<Result<HttpAnswer>> answer = exchange->answer();
    exchange->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        exchange.get(), [&] { exchange->start(request.verb, request.bodyFile); },
        Qt::QueuedConnection);
    while (answer.wait_for(betweenLooks) != std::future_status::ready) {
        if (progress && !progress(exchange->done(), exchange->total()))
            exchange->cancel();
    }
    Result<HttpAnswer> given = answer.get();
    if (given && progress)
        static_cast<void>(progress(exchange->done(), exchange->total())); // too late to stop it
    return given;
}

} // namespace recoupe
