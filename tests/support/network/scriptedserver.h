// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QSemaphore>
#include <QThread>
#include <QUrl>

#include <atomic>

namespace recoupe::test {

//! What a ScriptedServer says to one request, and does then.
struct ScriptedAnswer
{
    enum After
    {
        Close,
        Stall //!< says nothing more, and does not hang up
    };

    QByteArray bytes; //!< with status and headers; empty: not a word
    After after = Close;
};

//! "HTTP/1.1 STATUS …", the headers given, the body's length where none of them says it.
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &headers,
                                    const QByteArray &body = {});

//! A web server on the loopback without encryption, which answers one request after the other by
//! its script, on a thread of its own: for what a good server does not do. After the last answer it
//! repeats that one.
class ScriptedServer : public QThread
{
public:
    explicit ScriptedServer(const QList<ScriptedAnswer> &script);
    ~ScriptedServer() override;

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/lheo.xml")) const;
    //! Each with its headers and its body.
    [[nodiscard]] QList<QByteArray> requests() const;

protected:
    void run() override;

private:
    const QList<ScriptedAnswer> m_script;
    QSemaphore m_isListening;
    std::atomic<quint16> m_port = 0;
    mutable QMutex m_mutex;
    QList<QByteArray> m_requests;
};

//! The value of a header of a request, as it was sent; empty where there is none.
[[nodiscard]] QByteArray headerOf(const QByteArray &request, const QByteArray &name);
[[nodiscard]] QByteArray bodyOf(const QByteArray &request);

} // namespace recoupe::test

Q_DECLARE_METATYPE(recoupe::test::ScriptedAnswer)
