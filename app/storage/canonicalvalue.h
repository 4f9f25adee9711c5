// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCryptographicHash;
class QVariant;

namespace recoupe {

//! Adds the value of a column to a hash: with its kind and its length, so that no two rows of
//! values give the same bytes, and the same on SQLite and PostgreSQL, whose drivers hand whole
//! numbers over in types of their own.
void addToHash(QCryptographicHash &hash, const QVariant &value);

} // namespace recoupe
