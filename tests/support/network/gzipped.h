// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace recoupe::test {

//! The bytes as a gzip file of one member (RFC 1952).
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

//! What such a file holds; empty where it is none.
[[nodiscard]] QByteArray gunzipped(const QByteArray &bytes);

} // namespace recoupe::test
