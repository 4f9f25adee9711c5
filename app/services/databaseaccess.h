// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/movetarget.h"

namespace recoupe {

struct DatabaseServer;

//! Refuses a base that is a file on a network drive: the locks that keep writers apart do not hold
//! there, and what SQLite shares in memory is shared on one machine only
//! (https://www.sqlite.org/useovernet.html). DatabaseUnreachable, with the way out.
[[nodiscard]] Result<> refuseNetworkDrive(const DatabaseUrl &url);

//! Opens a base as Database::open() does, unless it is on a network drive. The password of an
//! account of a server, where the address has none and the server wants one, is databaseSecret().
//! Of a server that is not reached, says in which step and what to do. Blocks for some seconds. \a
//! writer: as with Database::open().
[[nodiscard]] Result<std::unique_ptr<Database>>
openDatabase(const DatabaseUrl &url, Database::Mode mode = Database::Mode::CreateIfMissing,
             const QString &writer = Database::newWriter());

//! Looks at the base that another one is to be moved to, and changes nothing there; fails as
//! openDatabase(). Blocks.
[[nodiscard]] Result<MoveTarget> lookAtMoveTarget(const DatabaseUrl &url);

//! Refused unless the account of the base owns it: what erases changes rows that others signed,
//! which the rights of a server leave to its owner alone. A file is everybody's who can write it.
[[nodiscard]] Result<> expectOwner(const Database &database);

//! What a test of the connection found.
struct DatabaseSight
{
    BaseSight base;
    bool isOverNetwork = false;
    QString voucher; //!< who signed the server's certificate; empty where it has none
    bool isVerified = false;
};

//! Tests the connection to a base on a server and changes nothing there; fails as openDatabase().
//! Blocks.
[[nodiscard]] Result<DatabaseSight> lookAtDatabase(const DatabaseUrl &url);

//! One thing that a test found.
struct SightSentence
{
    QString text;
    bool isConcern = false; //!< to be thought of before the base is used
};

//! What was found, in French: the way there, the server, the schema, the account.
[[nodiscard]] QList<SightSentence> inWords(const DatabaseSight &sight);
//! Tests a base, whether on a server or a file that need not be there yet, changes nothing there
//! and says what it found; fails as openDatabase(). Blocks.
[[nodiscard]] Result<QList<SightSentence>> testDatabase(const DatabaseUrl &url);

//! The server of a base as it is to be reached over the network.
[[nodiscard]] DatabaseServer databaseServerOf(const DatabaseUrl &url);

//! Whether whoever closes a file of the open base in this process, a dialog that looked into it
//! say, gives up the locks on the base.
[[nodiscard]] bool isBaseUnlockedByClosing();

} // namespace recoupe
