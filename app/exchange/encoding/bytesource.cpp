// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding/bytesource.h"

#include <zlib.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

namespace recoupe {

namespace {

// Beyond a mebibyte no honest file is a hundred times its compressed size.
constexpr qint64 freelyInflated = 1024 * 1024;
constexpr qint64 maxRatio = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

class FileSource : public ByteSource
{
public:
    explicit FileSource(const QString &fileName)
        : ByteSource(fileName)
        , m_file(fileName)
    {
    }

    [[nodiscard]] Result<> open()
    {
        // Without a buffer of Qt's own: blocks are as large as it.
        if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return {};
        return unreadable();
    }

    Result<qint64> read(char *into, qint64 size) override
    {
        const qint64 count = m_file.read(into, size);
        if (count < 0)
            return unreadable();
        return count;
    }

    Result<> rewind() override
    {
        if (m_file.seek(0))
            return {};
        return unreadable();
    }

    qint64 position() const override { return m_file.pos(); }
    qint64 size() const override { return m_file.size(); }

private:
    Failure unreadable() const
    {
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("Le fichier « %1 » ne peut pas être lu : vérifiez qu'il existe, qu'il "
                           "n'est pas ouvert ailleurs et que vous en avez le droit.")
                        .arg(shownName()),
                    m_file.errorString(), {fileName()});
    }

    QFile m_file;
};

class GzipSource : public ByteSource
{
public:
    explicit GzipSource(std::unique_ptr<FileSource> file)
        : ByteSource(file->fileName())
        , m_file(std::move(file))
    {
        // 16 asks zlib for the gzip wrapping only. It fails for want of memory alone; inflate()
        // then reports a broken stream.
        m_open = inflateInit2(&m_stream, 16 + MAX_WBITS) == Z_OK;
    }

    ~GzipSource() override
    {
        if (m_open)
            inflateEnd(&m_stream);
    }

    Result<qint64> read(char *into, qint64 size) override
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(into);
        m_stream.avail_out = uInt(size);
        while (!m_ended && m_stream.avail_out == uInt(size)) {
            if (const Result<> step = inflateSome(); !step)
                return failureOf(step);
        }
        const qint64 count = size - qint64(m_stream.avail_out);
        m_inflated += count;
        if (m_inflated > freelyInflated && m_inflated > position() * maxRatio)
            return bomb();
        return count;
    }

    Result<> rewind() override
    {
        m_stream.avail_in = 0;
        m_inflated = 0;
        m_ended = false;
        m_betweenMembers = false;
        inflateReset(&m_stream);
        return m_file->rewind();
    }

    qint64 position() const override { return m_file->position(); }
    qint64 size() const override { return m_file->size(); }

private:
    Result<> inflateSome()
    {
        if (m_stream.avail_in == 0) {
            const Result<qint64> count = m_file->read(m_input.data(), qint64(m_input.size()));
            if (!count)
                return failureOf(count);
            if (*count == 0 && !m_betweenMembers)
                return broken(Tr::tr("il est coupé avant la fin"));
            m_stream.next_in = reinterpret_cast<Bytef *>(m_input.data());
            m_stream.avail_in = uInt(*count);
        }
        if (m_betweenMembers && !beginMember())
            return {};
        const int status = inflate(&m_stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END)
            m_betweenMembers = true;
        else if (status != Z_OK && status != Z_BUF_ERROR)
            return broken(Tr::tr("ses données sont abîmées"));
        return {};
    }

    // After one member another may follow; anything else (padding) is the end, as for gzip(1).
    bool beginMember()
    {
        m_ended = m_stream.avail_in == 0 || *m_stream.next_in != 0x1F;
        if (m_ended)
            return false;
        inflateReset(&m_stream);
        m_betweenMembers = false;
        return true;
    }

    Failure broken(const QString &how) const
    {
        return fail(ErrorCode::MalformedFile,
                    Tr::tr("Le fichier compressé « %1 » est inutilisable : %2. Faites-le "
                           "transmettre à nouveau.")
                        .arg(shownName(), how),
                    m_stream.msg ? QString::fromLatin1(m_stream.msg) : QString(), {fileName()});
    }

    Failure bomb() const
    {
        return fail(
            ErrorCode::LimitExceeded,
            Tr::tr("Le fichier compressé « %1 » est refusé : son contenu enfle démesurément "
                   "quand on le décompresse. Faites-le vérifier par celui qui l'a produit.")
                .arg(shownName()),
            {}, {fileName()});
    }

    std::unique_ptr<FileSource> m_file;
    std::array<char, ByteSource::blockSize> m_input;
    z_stream m_stream = {};
    qint64 m_inflated = 0;
    bool m_open = false;
    bool m_ended = false;
    bool m_betweenMembers = false;
};

// Told apart before anything is opened: Qt warns of the one, and names the other badly.
Result<> checkIsFile(const QString &fileName)
{
    if (fileName.isEmpty()) {
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("Aucun nom de fichier n'est donné : choisissez le fichier à lire."));
    }
    if (QFileInfo(fileName).isDir()) {
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("« %1 » est un dossier : choisissez le fichier à lire.")
                        .arg(QDir(fileName).dirName()),
                    {}, {fileName});
    }
    return {};
}

} // namespace

QString ByteSource::shownName() const
{
    return QFileInfo(m_fileName).fileName();
}

Result<std::unique_ptr<ByteSource>> openFile(const QString &fileName)
{
    if (const Result<> checked = checkIsFile(fileName); !checked)
        return failureOf(checked);
    auto file = std::make_unique<FileSource>(fileName);
    if (const Result<> opened = file->open(); !opened)
        return failureOf(opened);
    const Result<QByteArray> magic = readAtMost(*file, 2);
    if (!magic)
        return failureOf(magic);
    if (magic->isEmpty()) {
        return fail(ErrorCode::NotTheFormat,
                    Tr::tr("Le fichier « %1 » est vide : faites-le transmettre à nouveau.")
                        .arg(file->shownName()),
                    {}, {fileName});
    }
    if (const Result<> rewound = file->rewind(); !rewound)
        return failureOf(rewound);
    if (*magic == "\x1F\x8B")
        return std::make_unique<GzipSource>(std::move(file));
    return std::unique_ptr<ByteSource>(std::move(file));
}

Result<QByteArray> readAtMost(ByteSource &source, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < size) {
        const Result<qint64> count = source.read(bytes.data() + filled, size - filled);
        if (!count)
            return failureOf(count);
        if (*count == 0)
            break;
        filled += *count;
    }
    bytes.truncate(filled);
    return bytes;
}

} // namespace recoupe
