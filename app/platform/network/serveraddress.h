// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "platform/network/serveraccess.h"

class QUrl;

namespace recoupe {

//! The address as messages and logs may show it: without a name or password, without what follows
//! the path, where some servers want a token.
[[nodiscard]] QString shownAddress(const QUrl &url);

//! Whether files may be fetched from there or put there: https, or http where that is allowed, with
//! a host, without a name or password (InvalidArgument); ServerUntrusted where nothing can be
//! encrypted here.
[[nodiscard]] Result<> checkWebAddress(const QUrl &url, const ServerAccess &access);

//! The same scheme, host and port: who may be told what the first one was told.
[[nodiscard]] bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace recoupe
