// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/seenrecords.h"

#include <QCryptographicHash>

#include <cstring>

namespace recoupe {

namespace {

// 64 bits of a strong hash: among a million records two meet once in forty million files.
quint64 firstBits(const QByteArray &digest)
{
    quint64 bits = 0;
    std::memcpy(&bits, digest.constData(), sizeof bits);
    return bits;
}

quint64 keyOf(const QString &name)
{
    return firstBits(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Blake2b_160));
}

} // namespace

SeenRecords::Sighting SeenRecords::note(const QString &name, const QByteArray &digest, qint64 line)
{
    const Record record{firstBits(digest), quint32(line)};
    const auto [known, isNew] = m_records.try_emplace(keyOf(name), record);
    if (isNew)
        return Sighting::First;
    return known->second.digest == record.digest ? Sighting::Identical : Sighting::Different;
}

qint64 SeenRecords::firstLine(const QString &name) const
{
    const auto known = m_records.find(keyOf(name));
    return known == m_records.end() ? 0 : known->second.line;
}

} // namespace recoupe
