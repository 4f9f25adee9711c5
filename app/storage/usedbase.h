// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace recoupe {

//! Whether a file is a base that this process has open, or lies beside one for it. It must not be
//! opened as any other file: on Unix, closing it gives up the locks that the process holds on it,
//! and the next process to close the base would take the write-ahead log away under this one.
[[nodiscard]] bool isOfUsedBase(const QString &fileName);

} // namespace recoupe
