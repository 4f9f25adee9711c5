// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdffile.h"

#include <QIODevice>

namespace recoupe {

namespace {

constexpr quint16 packedObjects = 200;        // what readers unpack at once to find one of them
constexpr int compressionLevel = 5;           // a fifth faster than zlib's usual 6, 3 % larger
constexpr qsizetype smallestCompressed = 256; // bytes: less is hardly made smaller
constexpr int placeBytes = 5;                 // for files of up to 1 TiB: four would end at 4 GiB
constexpr qsizetype sizeBytes = 4;            // that qCompress puts before what zlib made

QByteArray compressed(const QByteArray &data)
{
    return qCompress(data, compressionLevel).sliced(sizeBytes);
}

QByteArray bigEndian(qint64 value, int bytes)
{
    Q_ASSERT(value >> (8 * bytes) == 0);
    QByteArray out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += char(value >> shift);
    return out;
}

} // namespace

PdfFile::PdfFile(QIODevice &device)
    : m_device(device)
{
    put("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); // bytes that tell mail programs that it is no text
}

QByteArray PdfFile::reference(PdfId id)
{
    return QByteArray::number(id) + " 0 R";
}

PdfId PdfFile::reserve()
{
    m_places.emplace_back();
    return PdfId(m_places.size() - 1);
}

void PdfFile::put(const QByteArray &bytes)
{
    m_isSound = m_isSound && m_device.write(bytes) == bytes.size();
    m_written.addData(bytes);
    m_offset += bytes.size();
}

void PdfFile::write(PdfId id, const QByteArray &object)
{
    if (m_packedInto == 0)
        m_packedInto = reserve();
    m_places[size_t(id)] = {m_packedInto, m_packedCount, Storage::Packed};
    m_packedIndex += QByteArray::number(id) + ' ' + QByteArray::number(m_packed.size()) + ' ';
    m_packed += object + '\n';
    if (++m_packedCount == packedObjects)
        writePacked();
}

PdfId PdfFile::write(const QByteArray &object)
{
    const PdfId id = reserve();
    write(id, object);
    return id;
}

void PdfFile::writePacked()
{
    if (m_packedInto == 0)
        return;
    writeStream(m_packedInto,
                "/Type/ObjStm/N " + QByteArray::number(m_packedCount) + "/First " +
                    QByteArray::number(m_packedIndex.size()),
                m_packedIndex + m_packed);
    m_packed.clear();
    m_packedIndex.clear();
    m_packedCount = 0;
    m_packedInto = 0;
}

void PdfFile::beginObject(PdfId id)
{
    m_places[size_t(id)] = {m_offset, 0, Storage::Plain};
    put(QByteArray::number(id) + " 0 obj\n");
}

void PdfFile::writeStream(PdfId id, const QByteArray &entries, const QByteArray &data)
{
    if (data.size() < smallestCompressed)
        writePlainStream(id, entries, data);
    else
        writePlainStream(id, entries + "/Filter/FlateDecode", compressed(data));
}

PdfId PdfFile::writeStream(const QByteArray &entries, const QByteArray &data)
{
    const PdfId id = reserve();
    writeStream(id, entries, data);
    return id;
}

void PdfFile::writePlainStream(PdfId id, const QByteArray &entries, const QByteArray &data)
{
    beginObject(id);
    put("<<" + entries + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data +
        "\nendstream\nendobj\n");
}

QByteArray PdfFile::places() const
{
    QByteArray table;
    for (size_t id = 0; id < m_places.size(); ++id) {
        const Place &place = m_places[id];
        Q_ASSERT(id == 0 || place.storage != Storage::Missing);
        table += char(place.storage) + bigEndian(place.where, placeBytes) +
                 bigEndian(id == 0 ? 0xFFFF : place.index, 2);
    }
    return table;
}

bool PdfFile::finish(PdfId catalog, PdfId info)
{
    writePacked();
    // Named after what it holds: two files are told apart, the same file twice is not.
    const QByteArray id = '<' + m_written.result().toHex().toUpper() + '>';
    const PdfId table = reserve();
    const qint64 start = m_offset;
    m_places[size_t(table)] = {start, 0, Storage::Plain};
    writeStream(table,
                "/Type/XRef/Size " + QByteArray::number(m_places.size()) + "/W[1 " +
                    QByteArray::number(placeBytes) + " 2]/Root " + reference(catalog) + "/Info " +
                    reference(info) + "/ID[" + id + id + ']',
                places());
    put("startxref\n" + QByteArray::number(start) + "\n%%EOF\n");
    return m_isSound;
}

} // namespace recoupe
