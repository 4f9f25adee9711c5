// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/encoding/bytesource.h"

#include <QFile>

#include <memory>

struct zip;

namespace recoupe {

//! A zip file whose entries are streamed. Names are looked up, never turned into paths. Bounds:
//! an entry beyond 1 MiB may be at most 100 times its compressed size, all of them together at most
//! 2 GB.
class ZipArchive
{
public:
    //! NotTheFormat when it is not a zip file that can be read.
    [[nodiscard]] static Result<std::unique_ptr<ZipArchive>> open(const QString &fileName);

    [[nodiscard]] bool contains(const QString &entry) const;
    //! Opens an entry; it must not outlive the archive. MalformedFile when it is not there.
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> entry(const QString &name);

    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    [[nodiscard]] QString shownName() const;

private:
    explicit ZipArchive(const QString &fileName)
        : m_file(fileName)
    {
    }
    [[nodiscard]] Result<> openFile();

    struct Close
    {
        void operator()(zip *archive) const;
    };
    QFile m_file;
    QByteArray m_content; // where the file cannot be mapped
    std::unique_ptr<zip, Close> m_archive;
    qint64 m_inflated = 0; // by all entries so far
};

} // namespace recoupe
