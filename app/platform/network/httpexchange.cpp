// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/httpexchange.h"

#include "platform/network/httpfailures.h"
#include "platform/network/transferfailures.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace recoupe {

namespace {

constexpr std::chrono::milliseconds betweenTicks{50};
constexpr qint64 bufferSize = 1 << 20; // a slow disk holds the server back, not our memory
constexpr qint64 maxDropped = 1 << 20; // of a body that nobody reads

} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager &manager, const QNetworkRequest &request,
                           AnswerReader *reader, std::chrono::milliseconds timeout)
    : m_manager(manager)
    , m_request(request)
    , m_reader(reader)
    , m_timeout(timeout)
    , m_body(this)
    , m_ticks(this)
{
}

void HttpExchange::start(const QByteArray &verb, const QString &bodyFile)
{
    if (!bodyFile.isEmpty()) {
        m_body.setFileName(bodyFile);
        if (!m_body.open(QIODevice::ReadOnly))
            return end(unreadableFile(m_body));
    }
    m_quiet.start();
    m_reply = m_manager.sendCustomRequest(m_request, verb, bodyFile.isEmpty() ? nullptr : &m_body);
    m_reply->setReadBufferSize(bufferSize);
    connectReply();
    connect(&m_ticks, &QTimer::timeout, this, &HttpExchange::look);
    m_ticks.start(betweenTicks);
}

void HttpExchange::connectReply()
{
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::uploadProgress, this, &HttpExchange::noteSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::begin);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::conclude);
}

void HttpExchange::look()
{
    if (m_isCancelled)
        end(cancelledTransfer(m_request.url()));
    else if (m_quiet.elapsed() > m_timeout.count())
        end(serverSilent(m_request.url(), m_timeout));
}

void HttpExchange::noteSent(qint64 sent, qint64 total)
{
    if (total <= 0 || sent == m_done)
        return; // at the end it says 0 of 0
    m_quiet.restart();
    m_done = sent;
    m_total = total;
}

void HttpExchange::begin()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_answer || status < 200)
        return;
    m_quiet.restart();
    m_answer.emplace().status = status;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_answer->headers.insert(name.toLower(), value);
    if (!m_answer->isSuccess())
        return end(*m_answer); // what it says in its body is for browsers
    if (!m_body.isOpen())
        m_total = m_answer->length().value_or(0);
    if (m_reader) {
        if (const Result<> begun = m_reader->begin(*m_answer); !begun)
            end(failureOf(begun));
    }
}

void HttpExchange::read()
{
    begin();
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(bufferSize);
        m_received += bytes.size();
        if (!m_body.isOpen())
            m_done = m_received;
        if (const Result<> taken = m_reader ? m_reader->take(bytes) : Result<>(); !taken)
            return end(failureOf(taken));
        if (!m_reader && m_received > maxDropped)
            return end(*m_answer);
        m_quiet.restart();
    }
}

void HttpExchange::conclude()
{
    read();
    if (!m_reply)
        return;
    if (m_reply->error() != QNetworkReply::NoError || !m_answer)
        return end(failure());
    if (m_reader && m_answer->length().value_or(m_received) != m_received)
        return end(serverCutOff(m_request.url()));
    end(*m_answer);
}

void HttpExchange::end(Result<HttpAnswer> result)
{
    m_ticks.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater(); // which breaks off what still runs; abort() may not be called here
        m_reply = nullptr;
    }
    m_promise.set_value(std::move(result));
}

Failure HttpExchange::failure() const
{
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError && !m_tlsErrors.isEmpty())
        return serverUntrusted(m_request.url(), m_tlsErrors);
    return networkFailure(m_request.url(), m_reply->error(), m_reply->errorString());
}

} // namespace recoupe
