// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/ziparchive.h"

#include <zip.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

constexpr qint64 freelyInflated = 1024 * 1024;
constexpr qint64 maxRatio = 100;
constexpr qint64 maxInflated = 2LL * 1000 * 1000 * 1000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

struct CloseEntry
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

Failure damaged(const QString &fileName, const QString &detail)
{
    return fail(ErrorCode::MalformedFile,
                Tr::tr("Le classeur « %1 » est abîmé : faites-le réenregistrer ou transmettre à "
                       "nouveau.")
                    .arg(QFileInfo(fileName).fileName()),
                detail, {fileName});
}

// Counts what comes out: the sizes that an archive declares may lie.
class ZipEntrySource : public ByteSource
{
public:
    ZipEntrySource(const QString &fileName, zip_t *archive, const zip_stat_t &stat,
                   qint64 &inflatedInAll)
        : ByteSource(fileName)
        , m_archive(archive)
        , m_index(stat.index)
        , m_compressedSize(qint64(stat.comp_size))
        , m_inflatedInAll(inflatedInAll)
    {
    }

    Result<qint64> read(char *into, qint64 size) override
    {
        const zip_int64_t count = zip_fread(m_file.get(), into, zip_uint64_t(size));
        if (count < 0)
            return damaged(fileName(), QString::fromUtf8(zip_file_strerror(m_file.get())));
        m_inflated += count;
        m_inflatedInAll += count;
        if ((m_inflated > freelyInflated && m_inflated > m_compressedSize * maxRatio) ||
            m_inflatedInAll > maxInflated)
            return bomb();
        return qint64(count);
    }

    Result<> rewind() override
    {
        m_inflatedInAll -= m_inflated; // its beginning was only looked at
        m_inflated = 0;
        m_file.reset(zip_fopen_index(m_archive, m_index, 0));
        if (m_file)
            return {};
        return damaged(fileName(), QString::fromUtf8(zip_strerror(m_archive)));
    }

    qint64 position() const override { return m_inflated; }
    qint64 size() const override { return 0; }

private:
    Failure bomb() const
    {
        return fail(ErrorCode::LimitExceeded,
                    Tr::tr("Le classeur « %1 » est refusé : son contenu enfle démesurément quand "
                           "on le décompresse. Faites-le vérifier par celui qui l'a produit.")
                        .arg(shownName()),
                    {}, {fileName()});
    }

    zip_t *m_archive;
    zip_uint64_t m_index;
    std::unique_ptr<zip_file_t, CloseEntry> m_file;
    qint64 m_compressedSize;
    qint64 m_inflated = 0;
    qint64 &m_inflatedInAll;
};

} // namespace

void ZipArchive::Close::operator()(zip *archive) const
{
    zip_discard(archive);
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const QString &fileName)
{
    std::unique_ptr<ZipArchive> archive(new ZipArchive(fileName));
    if (const Result<> opened = archive->openFile(); !opened)
        return failureOf(opened);
    return archive;
}

Result<> ZipArchive::openFile()
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("Le fichier « %1 » ne peut pas être lu.").arg(shownName()),
                    m_file.errorString(), {fileName()});
    }
    // Through memory: libzip opens a path by its own rules, which differ on Windows.
    const void *bytes = m_file.map(0, m_file.size());
    if (!bytes) {
        m_content = m_file.readAll();
        bytes = m_content.constData();
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, zip_uint64_t(m_file.size()), 0, &error);
    if (source)
        m_archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    const QString detail = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (m_archive)
        return {};
    if (source)
        zip_source_free(source);
    return damaged(fileName(), detail);
}

bool ZipArchive::contains(const QString &entry) const
{
    return zip_name_locate(m_archive.get(), entry.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<std::unique_ptr<ByteSource>> ZipArchive::entry(const QString &name)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(m_archive.get(), name.toUtf8().constData(), ZIP_FL_NOCASE, &stat) != 0)
        return damaged(fileName(), QStringLiteral("no entry ") + name);
    auto source = std::make_unique<ZipEntrySource>(fileName(), m_archive.get(), stat, m_inflated);
    if (const Result<> opened = source->rewind(); !opened)
        return failureOf(opened);
    return source;
}

QString ZipArchive::shownName() const
{
    return QFileInfo(m_file.fileName()).fileName();
}

} // namespace recoupe
