// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <memory>
#include <vector>

namespace recoupe {

//! Bytes read forward in blocks, and from the start again when asked: of a file, plain or gzip, or
//! of one entry of an archive.
class ByteSource
{
public:
    static constexpr qint64 blockSize = 64 * 1024;

    explicit ByteSource(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    //! Reads at most \a size bytes; fewer do not mean the end, 0 does.
    [[nodiscard]] virtual Result<qint64> read(char *into, qint64 size) = 0;
    [[nodiscard]] virtual Result<> rewind() = 0;
    //! Bytes taken from the file so far, and its size: compressed ones where it is compressed.
    [[nodiscard]] virtual qint64 position() const = 0;
    [[nodiscard]] virtual qint64 size() const = 0;

    //! The file as the caller named it, and its bare name for sentences.
    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    [[nodiscard]] QString shownName() const;

private:
    QString m_fileName;
};

//! Opens a file for reading, inflating it when its first bytes are those of gzip (of one member or
//! several). FileUnreadable when it cannot be opened, NotTheFormat when it is empty; reading gives
//! LimitExceeded where it swells beyond a hundred times its size.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openFile(const QString &fileName);

//! Reads until \a size bytes or the end. For looking at a beginning: rewind afterwards.
[[nodiscard]] Result<QByteArray> readAtMost(ByteSource &source, qint64 size);

//! Hands the whole source to \a consumer.feed(std::string_view), block by block, and rewinds.
template <typename Consumer>
[[nodiscard]] Result<> feedThrough(ByteSource &source, Consumer &consumer)
{
    std::vector<char> block(ByteSource::blockSize);
    for (;;) {
        const Result<qint64> count = source.read(block.data(), ByteSource::blockSize);
        if (!count)
            return failureOf(count);
        if (*count == 0)
            return source.rewind();
        consumer.feed({block.data(), std::size_t(*count)});
    }
}

} // namespace recoupe
