// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/network/nginxserver.h"
#include "support/network/peerprocess.h"

#include <QTest>

namespace recoupe::test {

//! The nginx of a test, where there is one.
class NginxPeer
{
public:
    //! A failure of the test where it is installed and does not start.
    void start()
    {
        forgetProxies();
        Result<std::unique_ptr<NginxServer>> started = NginxServer::start();
        if (started)
            m_server = std::move(*started);
        else if (started.error().code == ErrorCode::NotFound)
            m_missing = started.error().message;
        else
            QFAIL(qPrintable(started.error().message));
    }

    explicit operator bool() const { return m_server != nullptr; }
    NginxServer *operator->() const { return m_server.get(); }
    //! Why there is none.
    [[nodiscard]] const QString &missing() const { return m_missing; }

private:
    std::unique_ptr<NginxServer> m_server;
    QString m_missing;
};

} // namespace recoupe::test

#define RECOUPE_NEEDS(peer)                                                                        \
    do {                                                                                           \
        if (!(peer))                                                                               \
            QSKIP(qPrintable((peer).missing()));                                                   \
    } while (false)
