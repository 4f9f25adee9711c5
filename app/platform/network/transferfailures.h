// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <chrono>

class QFile;
class QUrl;

//! The failures that all ways of sending and fetching have in common.
namespace recoupe {

//! Worth another try. \a reason: "la connexion est refusée". \a detail: of the library or system.
[[nodiscard]] Failure serverUnreachable(const QUrl &url, const QString &reason,
                                        const QString &detail = {});
//! Nothing came for as long as was allowed.
[[nodiscard]] Failure serverSilent(const QUrl &url, std::chrono::milliseconds waited);
//! \a reason: "l'accès est interdit"; \a advice: what to do, as a sentence without its full stop.
[[nodiscard]] Failure serverRefused(const QUrl &url, const QString &reason, const QString &advice,
                                    const QString &detail = {});

//! The file to send, or where \a file was to be read from.
[[nodiscard]] Failure unreadableFile(const QFile &file);
//! \a address: of the file as it is shown; \a maxBytes: what was allowed.
[[nodiscard]] Failure tooLarge(const QString &address, qint64 maxBytes);
[[nodiscard]] Failure cancelledTransfer(const QUrl &url);

} // namespace recoupe
