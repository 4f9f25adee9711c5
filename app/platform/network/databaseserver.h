// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace recoupe {

//! A PostgreSQL server as it is to be reached.
struct DatabaseServer
{
    enum class Tls
    {
        Verified,  //!< its certificate must hold, by \a authorities and for \a host
        Encrypted, //!< whoever holds the other end
        IfOffered, //!< neither
        None
    };

    QString host;
    int port = 5432;
    Tls tls = Tls::Verified;
    //! PEM file of the authorities, or "system"; empty: where the PostgreSQL client looks for them.
    QString authorities;
};

//! What can be seen of a server before an account is named to it.
struct DatabaseServerSight
{
    bool isEncrypted = false;
    QString voucher; //!< who signed its certificate; empty without one
};

//! Goes as far towards the server as the TLS handshake, and says in which step it fails and what to
//! do: ServerUnreachable, ServerUntrusted. The PostgreSQL client says it in the language of the
//! system and does not tell an expired certificate from an unknown one. Blocks for some seconds.
[[nodiscard]] Result<DatabaseServerSight> lookAtDatabaseServer(const DatabaseServer &server);

} // namespace recoupe
