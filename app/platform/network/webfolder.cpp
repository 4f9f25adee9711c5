// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/httpclient.h"
#include "platform/network/httpfailures.h"
#include "platform/network/remotefolder.h"
#include "platform/network/remotepath.h"
#include "platform/network/serveraddress.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QMimeDatabase>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! As it may stand in an address or a header.
QByteArray encoded(const QString &path)
{
    return QUrl::toPercentEncoding(path, "/");
}

QByteArray typeOf(const QString &path)
{
    return QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension).name().toLatin1();
}

//! RFC 6266; the second form is RFC 8187's, for names beyond ASCII.
QByteArray dispositionOf(const QString &path)
{
    const QString name = path.section(u'/', -1);
    const bool isPlain = std::ranges::all_of(
        name, [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'%'; });
    if (isPlain)
        return "attachment; filename=\"" + name.toLatin1() + '"';
    return "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
}

bool isNothing(int status)
{
    return status == 404 || status == 410;
}

//! A body that is held in memory.
class SmallBody : public AnswerReader
{
public:
    SmallBody(const QUrl &url, qint64 maxBytes)
        : m_url(url)
        , m_maxBytes(maxBytes)
    {
    }

    Result<> begin(const HttpAnswer &answer) override
    {
        if (answer.length().value_or(0) > m_maxBytes)
            return tooLarge(shownAddress(m_url), m_maxBytes);
        return {};
    }

    Result<> take(QByteArrayView bytes) override
    {
        if (m_bytes.size() + bytes.size() > m_maxBytes)
            return tooLarge(shownAddress(m_url), m_maxBytes);
        m_bytes.append(bytes);
        return {};
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    const QUrl m_url;
    const qint64 m_maxBytes;
    QByteArray m_bytes;
};

class WebFolder : public RemoteFolder
{
public:
    WebFolder(const QUrl &url, WebMethod method, const QString &key,
              std::unique_ptr<HttpClient> client)
        : m_url(url)
        , m_method(method)
        , m_key(key)
        , m_client(std::move(client))
    {
    }

    Result<> put(const QString &localFile, const QString &path, const Progress &progress) override;
    bool isReadable() const override { return m_method == WebMethod::Put; }
    Result<std::optional<QByteArray>> read(const QString &path, qint64 maxBytes) override;
    Result<> remove(const QString &path) override;

private:
    [[nodiscard]] QUrl urlOf(const QString &path) const;
    [[nodiscard]] HttpRequest putRequest(const QString &localFile, const QString &path) const;
    [[nodiscard]] Result<> makeFolders(const QString &path);
    [[nodiscard]] Result<> checkNamed(const QString &path) const;

    const QUrl m_url;
    const WebMethod m_method;
    const QString m_key;
    const std::unique_ptr<HttpClient> m_client;
};

//! A success, or why not.
Result<> judged(const QUrl &url, const HttpAnswer &answer)
{
    if (answer.isSuccess())
        return {};
    if (isRedirect(answer.status))
        return foreignRedirect(url, url.resolved(QUrl::fromEncoded(answer.header("location"))));
    return unwelcomeStatus(url, answer.status);
}

QUrl WebFolder::urlOf(const QString &path) const
{
    QString folder = m_url.path(QUrl::FullyEncoded);
    if (!folder.endsWith(u'/'))
        folder += u'/';
    QUrl url = m_url;
    url.setPath(folder + QString::fromLatin1(encoded(path)), QUrl::TolerantMode);
    return url;
}

HttpRequest WebFolder::putRequest(const QString &localFile, const QString &path) const
{
    const bool isPut = m_method == WebMethod::Put;
    HttpRequest request{isPut ? "PUT" : "POST", isPut ? urlOf(path) : m_url};
    request.bodyFile = localFile;
    request.headers = {{"Content-Type", typeOf(path)},
                       {"Idempotency-Key", encoded(m_key + u'/' + path)}};
    if (!isPut) {
        request.headers.append({"Content-Disposition", dispositionOf(path)});
        request.headers.append({"X-Recoupe-Path", encoded(path)});
    }
    return request;
}

Result<> WebFolder::put(const QString &localFile, const QString &path, const Progress &progress)
{
    if (const Result<> usable = checkRemotePath(path); !usable)
        return usable;
    const HttpRequest request = putRequest(localFile, path);
    Result<HttpAnswer> answer = m_client->send(request, nullptr, progress);
    // RFC 4918, 9.7.1: so says WebDAV where the folder is missing.
    if (answer && answer->status == 409 && m_method == WebMethod::Put && path.contains(u'/')) {
        if (const Result<> made = makeFolders(path); !made)
            return made;
        answer = m_client->send(request, nullptr, progress);
    }
    return answer.and_then([&](const HttpAnswer &given) { return judged(request.url, given); });
}

//! From the outermost on; one that is there is answered by 405 (RFC 4918, 9.3.1).
Result<> WebFolder::makeFolders(const QString &path)
{
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1)) {
        const QUrl url = urlOf(path.left(slash + 1));
        const Result<HttpAnswer> answer = m_client->send({"MKCOL", url}, nullptr, {});
        if (!answer)
            return failureOf(answer);
        if (answer->status == 405)
            continue;
        if (const Result<> made = judged(url, *answer); !made)
            return made;
    }
    return {};
}

Result<std::optional<QByteArray>> WebFolder::read(const QString &path, qint64 maxBytes)
{
    if (const Result<> named = checkNamed(path); !named)
        return failureOf(named);
    const HttpRequest request{"GET", urlOf(path), {{"Accept-Encoding", "identity"}}};
    SmallBody body(request.url, maxBytes);
    const Result<HttpAnswer> answer = m_client->send(request, &body, {});
    if (!answer)
        return failureOf(answer);
    if (isNothing(answer->status))
        return std::nullopt;
    if (const Result<> fine = judged(request.url, *answer); !fine)
        return failureOf(fine);
    return body.bytes();
}

Result<> WebFolder::remove(const QString &path)
{
    if (const Result<> named = checkNamed(path); !named)
        return named;
    const QUrl url = urlOf(path);
    const Result<HttpAnswer> answer = m_client->send({"DELETE", url}, nullptr, {});
    if (!answer)
        return failureOf(answer);
    return isNothing(answer->status) ? Result<>() : judged(url, *answer);
}

//! Whether the path has an address of its own.
Result<> WebFolder::checkNamed(const QString &path) const
{
    if (m_method == WebMethod::Put)
        return checkRemotePath(path);
    return serverRefused(m_url,
                         Tr::tr("ce qui y est envoyé par POST ne peut être ni relu ni retiré"),
                         Tr::tr("Voir avec l'administrateur du serveur"));
}

} // namespace

Result<std::unique_ptr<RemoteFolder>> openWebFolder(const QUrl &url, WebMethod method,
                                                    const ServerAccess &access, const QString &key)
{
    if (const Result<> usable = checkWebAddress(url, access); !usable)
        return failureOf(usable);
    Result<std::unique_ptr<HttpClient>> client = HttpClient::open(access);
    if (!client)
        return failureOf(client);
    return std::make_unique<WebFolder>(url, method, key, std::move(*client));
}

} // namespace recoupe
