// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/encoding/bytesource.h"

#include <QFile>

#include <memory>

struct zip;

namespace recoupe {

//! A zip file whose entries are streamed. Names are looked up, never turned into paths. All entries
//! together may inflate to at most 2 GB.
class ZipArchive
{
public:
    //! How far one entry may inflate.
    struct Bounds
    {
        qint64 freely = 1024 * 1024; //!< bytes, whatever it is compressed to
        qint64 ratio = 100;          //!< beyond: times its compressed size
    };

    //! MalformedFile when it cannot be read as a zip file, or holds two entries of one name, of
    //! which each reader would take its own.
    [[nodiscard]] static Result<std::unique_ptr<ZipArchive>> open(const QString &fileName);

    [[nodiscard]] bool contains(const QString &entry) const;
    //! Opens an entry; it must not outlive the archive. MalformedFile when it is not there,
    //! NotTheFormat when it is encrypted.
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> entry(const QString &name, Bounds bounds);
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> entry(const QString &name)
    {
        return entry(name, Bounds());
    }

    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    [[nodiscard]] QString shownName() const;

private:
    explicit ZipArchive(const QString &fileName)
        : m_file(fileName)
    {
    }
    [[nodiscard]] Result<> openFile();
    [[nodiscard]] Result<> checkNames() const;

    struct Close
    {
        void operator()(zip *archive) const;
    };
    QFile m_file;
    std::unique_ptr<zip, Close> m_archive;
    qint64 m_inflated = 0; // by all entries so far
};

} // namespace recoupe
