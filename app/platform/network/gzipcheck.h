// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <memory>

namespace recoupe {

//! Watches bytes pass and tells whether they are a whole gzip file (RFC 1952): every member ends,
//! with the checksum and the length that it says. Bytes of another kind are fine as they are.
class GzipCheck
{
public:
    GzipCheck();
    ~GzipCheck();

    //! From the start again.
    void reset();
    void add(QByteArrayView bytes);

    //! What came is damaged, whatever may follow.
    [[nodiscard]] bool isDamaged() const;
    //! What came may be the end.
    [[nodiscard]] bool isWhole() const;

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace recoupe
