// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace recoupe {

//! How one shows oneself to a server, and how it has to show itself.
struct ServerAccess
{
    QString login; //!< with the secret: HTTP Basic, or the account of SFTP; empty: a token, or none
    QString secret;                            //!< never in a log, a message or a file
    QString authoritiesFile;                   //!< PEM, trusted beside the system's; empty: none
    bool allowsHttp = false;                   //!< without encryption
    std::chrono::milliseconds timeout{30'000}; //!< without a byte, and without an answer
};

} // namespace recoupe
