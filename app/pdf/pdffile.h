// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <vector>

class QIODevice;

namespace recoupe {

//! The number of an object; 0 is none.
using PdfId = int;

//! The outer form of a PDF 1.7 file (ISO 32000-1, 7.5): objects, compressed streams, the table of
//! where they are. Written from first to last, nothing is kept but the place of each object: a
//! library that builds the file in memory would hold every element of every row. The same calls
//! give the same bytes.
class PdfFile
{
public:
    explicit PdfFile(QIODevice &device);

    //! A number for an object that is written later; every one must be.
    [[nodiscard]] PdfId reserve();
    //! Many are packed together and compressed.
    void write(PdfId id, const QByteArray &object);
    [[nodiscard]] PdfId write(const QByteArray &object);
    //! Compressed where that helps. \a entries of the stream's dictionary besides its length and
    //! filter.
    void writeStream(PdfId id, const QByteArray &entries, const QByteArray &data);
    [[nodiscard]] PdfId writeStream(const QByteArray &entries, const QByteArray &data);
    //! As it is, for those who read the file without unpacking it.
    void writePlainStream(PdfId id, const QByteArray &entries, const QByteArray &data);
    //! The end of the file; nothing may follow. Whether the device took all that was written.
    [[nodiscard]] bool finish(PdfId catalog, PdfId info);
    //! Whether the device took all so far; after it did not, nothing more is written.
    [[nodiscard]] bool isSound() const { return m_isSound; }

    //! "12 0 R".
    [[nodiscard]] static QByteArray reference(PdfId id);

private:
    enum class Storage : quint8
    {
        Missing,
        Plain,
        Packed
    };
    struct Place
    {
        qint64 where = 0; //!< offset in the file, or the stream that it is packed into
        quint16 index = 0;
        Storage storage = Storage::Missing;
    };

    void put(const QByteArray &bytes);
    void beginObject(PdfId id);
    void writePacked();
    [[nodiscard]] QByteArray places() const;

    QIODevice &m_device;
    QCryptographicHash m_written{QCryptographicHash::Md5};
    qint64 m_offset = 0;
    bool m_isSound = true;
    std::vector<Place> m_places{1};
    QByteArray m_packed;      //!< objects one behind the other
    QByteArray m_packedIndex; //!< number and offset of each
    quint16 m_packedCount = 0;
    PdfId m_packedInto = 0;
};

} // namespace recoupe
