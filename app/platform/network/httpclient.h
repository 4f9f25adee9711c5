// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "platform/network/serveraccess.h"

#include <QHash>
#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace recoupe {

//! What is asked of a web server. Who it is from is the client's matter.
struct HttpRequest
{
    QByteArray verb; //!< "GET"
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QString bodyFile = {}; //!< streamed; empty: no body
};

//! What the server says before the body.
struct HttpAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    //! \a name in lower case; empty where there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const { return headers.value(name); }
    //! Of the body in bytes; nothing where the server does not say.
    [[nodiscard]] std::optional<qint64> length() const;
};

//! Takes the body of an answer 2xx. Called on a thread of the client, while who asked waits. A
//! failure ends the exchange and is its result.
class AnswerReader
{
public:
    virtual ~AnswerReader() = default;
    [[nodiscard]] virtual Result<> begin(const HttpAnswer &answer) = 0;
    [[nodiscard]] virtual Result<> take(QByteArrayView bytes) = 0;
};

//! Talks to a web server on a thread of its own: an event loop on the caller's would run what else
//! is queued there in the middle of it all. Keeps the connection between requests. Certificates
//! are always checked, the proxies are the system's, redirects are not followed, cookies not kept.
class HttpClient
{
public:
    //! The authorities' file cannot be used: FileUnreadable, NotTheFormat; a token that no header
    //! can hold: InvalidArgument.
    [[nodiscard]] static Result<std::unique_ptr<HttpClient>> open(const ServerAccess &access);
    ~HttpClient();

    //! One try. An answer is one whatever its status; a body that ends early is none
    //! (ServerUnreachable), nor is one without a byte for as long as the access allows.
    //! \a reader: empty to read the body and drop it. \a progress: of the body that is sent, if
    //! there is one, else of what is received; asked all the time, also while nothing comes.
    [[nodiscard]] Result<HttpAnswer> send(const HttpRequest &request, AnswerReader *reader,
                                          const Progress &progress);

private:
    HttpClient(const ServerAccess &access, const QSslConfiguration &tls);

    ServerAccess m_access;
    QSslConfiguration m_tls;
    QThread m_thread;
    QNetworkAccessManager *m_manager; //!< lives and dies on the thread
};

} // namespace recoupe
