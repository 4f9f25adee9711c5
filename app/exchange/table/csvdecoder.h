// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/encoding/singlebyteencoding.h"

#include <QByteArrayView>
#include <QStringDecoder>

namespace recoupe {

class ByteSource;

//! Turns the bytes of a text file into characters, in blocks.
class CsvDecoder
{
public:
    //! Looks the whole source through, and leaves it at its start. \a encoding: UTF-8, UTF-16,
    //! Windows-1252 or ISO-8859-15; empty: found out. Refuses a file that holds NUL bytes or bytes
    //! that its encoding does not have: nothing is replaced in silence.
    [[nodiscard]] static Result<CsvDecoder> open(ByteSource &source, const QString &encoding);

    [[nodiscard]] QString decode(QByteArrayView block);

    //! Its name, as above.
    [[nodiscard]] const QString &encoding() const { return m_encoding; }
    //! Why the file is likely to be in another encoding than the one asked for; empty when nothing
    //! speaks for it.
    [[nodiscard]] const QString &doubt() const { return m_doubt; }

private:
    CsvDecoder(QString encoding, QStringDecoder decoder)
        : m_encoding(std::move(encoding))
        , m_decoder(std::move(decoder))
    {
    }
    CsvDecoder(QString encoding, const SingleByteTable &table)
        : m_encoding(std::move(encoding))
        , m_table(&table)
    {
    }

    static Result<CsvDecoder> openUtf16(ByteSource &source, const QByteArray &head);
    static Result<CsvDecoder> openUtf8(ByteSource &source);
    static Result<CsvDecoder> openSingleByte(ByteSource &source, const SingleByteTable &table);
    static Result<CsvDecoder> detect(ByteSource &source, bool hasUtf8Mark);

    QString m_encoding;
    QString m_doubt;
    QStringDecoder m_decoder;
    const SingleByteTable *m_table = nullptr;
};

} // namespace recoupe
