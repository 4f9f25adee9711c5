// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/network/httpclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <future>

class QNetworkReply;

namespace recoupe {

//! One request and its answer, on the thread of the manager. Once the answer is given nothing of
//! what the caller lent is touched any more.
class HttpExchange : public QObject
{
public:
    HttpExchange(QNetworkAccessManager &manager, const QNetworkRequest &request,
                 AnswerReader *reader, std::chrono::milliseconds timeout);

    //! To be called once.
    [[nodiscard]] std::future<Result<HttpAnswer>> answer() { return m_promise.get_future(); }
    //! On the thread of the manager.
    void start(const QByteArray &verb, const QString &bodyFile);

    //! From any thread.
    void cancel() { m_isCancelled = true; }
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 total() const { return m_total; }

private:
    void connectReply();
    void look();
    void noteSent(qint64 sent, qint64 total);
    void begin();
    void read();
    void conclude();
    void end(Result<HttpAnswer> result);
    [[nodiscard]] Failure failure() const;

    QNetworkAccessManager &m_manager;
    const QNetworkRequest m_request;
    AnswerReader *m_reader;
    const std::chrono::milliseconds m_timeout;
    std::promise<Result<HttpAnswer>> m_promise;
    QFile m_body;
    QNetworkReply *m_reply = nullptr;
    QTimer m_ticks;
    QElapsedTimer m_quiet; //!< since the last byte
    QList<QSslError> m_tlsErrors;
    std::optional<HttpAnswer> m_answer; //!< once its headers are here
    qint64 m_received = 0;
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
    std::atomic_bool m_isCancelled = false;
};

} // namespace recoupe
