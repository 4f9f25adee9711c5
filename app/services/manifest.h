// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace recoupe {

//! What goes out beside the files of a delivery: which one it is, how many sessions it speaks of,
//! and each file with its size and SHA-256, as JSON. By it the receiver checks what it got, and we
//! know what reached it.
struct Manifest
{
    QString key;
    Partner partner = Partner::Portal;
    QList<DeliveredFile> files;

    friend bool operator==(const Manifest &, const Manifest &) = default;
};

//! "manifest-aude.json".
[[nodiscard]] QString manifestName(Partner partner);
[[nodiscard]] QByteArray toManifest(const Delivery &delivery);
//! Nothing where it is none of ours.
[[nodiscard]] std::optional<Manifest> fromManifest(const QByteArray &json);

} // namespace recoupe
