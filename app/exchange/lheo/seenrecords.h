// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <unordered_map>

namespace recoupe {

//! Remembers in a few bytes each the records that a file has held so far.
class SeenRecords
{
public:
    enum class Sighting
    {
        First,
        Identical,
        Different
    };

    //! Notes the record; a later one of the same name is compared with the first by its digest.
    [[nodiscard]] Sighting note(const QString &name, const QByteArray &digest, qint64 line);
    //! Where the record of that name stood first.
    [[nodiscard]] qint64 firstLine(const QString &name) const;

private:
    struct Record
    {
        quint64 digest = 0;
        quint32 line = 0;
    };
    std::unordered_map<quint64, Record> m_records; // by a hash of the name
};

} // namespace recoupe
