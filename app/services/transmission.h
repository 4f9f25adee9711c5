// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "domain/delivery.h"

#include <functional>
#include <memory>

namespace recoupe {

class RemoteFolder;

//! Where the files of a delivery are put: the place it was prepared for, with the rights that the
//! settings give for it. SecretMissing, ServerUntrusted…
[[nodiscard]] Result<std::unique_ptr<RemoteFolder>>
openDestination(const Delivery &delivery, const ExchangeSettings &settings);

//! The files of an earlier delivery to the same partner, by its key; empty where it is none of
//! ours.
using KnownFiles = std::function<Result<QList<DeliveredFile>>(const QString &key)>;

//! Puts the files of a delivery, which stand in \a folder, in their order, removes what the
//! delivery before it left there and this one no longer has, and puts the manifest last. Where the
//! manifest that is there names this very delivery, it has arrived already, and nothing is sent.
[[nodiscard]] Result<> transmitFiles(const Delivery &delivery, const QString &folder,
                                     RemoteFolder &remote, const KnownFiles &known,
                                     const Progress &progress);

} // namespace recoupe
