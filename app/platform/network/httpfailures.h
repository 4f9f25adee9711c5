// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QNetworkReply>
#include <QSslError>

//! What went wrong with a web server, in words.
namespace recoupe {

//! The body ended too early: ServerUnreachable.
[[nodiscard]] Failure serverCutOff(const QUrl &url);
//! The certificate does not pass: ServerUntrusted.
[[nodiscard]] Failure serverUntrusted(const QUrl &url, const QList<QSslError> &errors);
//! There is no answer: ServerUnreachable.
[[nodiscard]] Failure networkFailure(const QUrl &url, QNetworkReply::NetworkError error,
                                     const QString &detail);
//! The answer's status is none that was hoped for (RFC 9110, 15; RFC 6585): ServerUnreachable where
//! it speaks of the moment (408, 429, 5xx), else ServerRefused.
[[nodiscard]] Failure unwelcomeStatus(const QUrl &url, int status);
//! The address has moved to where this program does not follow by itself: ServerRefused.
[[nodiscard]] Failure foreignRedirect(const QUrl &url, const QUrl &target);

[[nodiscard]] bool isRedirect(int status);

} // namespace recoupe
