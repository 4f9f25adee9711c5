// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/ziparchive.h"

#include "exchange/table/tablefailures.h"

#include <zip.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qint64 maxInflated = 2LL * 1000 * 1000 * 1000;
constexpr zip_int64_t maxEntries = 10'000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// Serves libzip a file that is open, as it asks for it.
zip_int64_t serveFile(void *userData, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
    auto &file = *static_cast<QFile *>(userData);
    switch (command) {
    case ZIP_SOURCE_OPEN: return file.seek(0) ? 0 : -1;
    case ZIP_SOURCE_READ: return file.read(static_cast<char *>(data), qint64(size));
    case ZIP_SOURCE_TELL: return file.pos();
    case ZIP_SOURCE_SEEK: {
        const zip_int64_t offset = zip_source_seek_compute_offset(
            zip_uint64_t(file.pos()), zip_uint64_t(file.size()), data, size, nullptr);
        return offset >= 0 && file.seek(offset) ? 0 : -1;
    }
    case ZIP_SOURCE_STAT: {
        auto &stat = *static_cast<zip_stat_t *>(data);
        zip_stat_init(&stat);
        stat.valid = ZIP_STAT_SIZE;
        stat.size = zip_uint64_t(file.size());
        return zip_int64_t(sizeof stat);
    }
    case ZIP_SOURCE_ERROR: {
        static_cast<int *>(data)[0] = ZIP_ER_READ;
        static_cast<int *>(data)[1] = 0;
        return 2 * zip_int64_t(sizeof(int));
    }
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
    default: return 0; // close, free: the file is the archive's
    }
}

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
                   ZipArchive::Bounds bounds, qint64 &inflatedInAll)
        : ByteSource(fileName)
        , m_archive(archive)
        , m_index(stat.index)
        , m_maxInflated(std::max(bounds.freely, qint64(stat.comp_size) * bounds.ratio))
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
        if (m_inflated > m_maxInflated || m_inflatedInAll > maxInflated)
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
    qint64 m_maxInflated;
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
    if (const Result<> checked = archive->checkNames(); !checked)
        return failureOf(checked);
    return archive;
}

Result<> ZipArchive::openFile()
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("Le fichier « %1 » ne peut pas être lu.").arg(shownName()),
                    m_file.errorString(), {fileName()});
    }
    // Through our own file: libzip opens a path by its own rules, which differ on Windows.
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_function_create(&serveFile, &m_file, &error);
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

Result<> ZipArchive::checkNames() const
{
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    if (count > maxEntries) {
        return fail(ErrorCode::LimitExceeded,
                    Tr::tr("Le classeur « %1 » est refusé : il contient plus de %2 parties. "
                           "Faites-le vérifier par celui qui l'a produit.")
                        .arg(shownName())
                        .arg(maxEntries),
                    {}, {fileName()});
    }
    QSet<QString> names;
    for (zip_int64_t index = 0; index < count; ++index) {
        const QString name =
            QString::fromUtf8(zip_get_name(m_archive.get(), zip_uint64_t(index), ZIP_FL_ENC_GUESS));
        const qsizetype known = names.size();
        names.insert(name.toLower()); // as they are looked up
        if (names.size() > known)
            continue;
        return fail(ErrorCode::MalformedFile,
                    Tr::tr("Le classeur « %1 » est refusé : il contient deux fois la partie « %2 "
                           "», et chaque logiciel en lirait une autre. Faites-le réenregistrer "
                           "par celui qui l'a produit.")
                        .arg(shownName(), name),
                    {}, {fileName()});
    }
    return {};
}

bool ZipArchive::contains(const QString &entry) const
{
    return zip_name_locate(m_archive.get(), entry.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<std::unique_ptr<ByteSource>> ZipArchive::entry(const QString &name, Bounds bounds)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(m_archive.get(), name.toUtf8().constData(), ZIP_FL_NOCASE, &stat) != 0)
        return damaged(fileName(), QStringLiteral("no entry ") + name);
    if (stat.encryption_method != ZIP_EM_NONE)
        return passwordProtected(fileName());
    auto source =
        std::make_unique<ZipEntrySource>(fileName(), m_archive.get(), stat, bounds, m_inflated);
    if (const Result<> opened = source->rewind(); !opened)
        return failureOf(opened);
    return source;
}

QString ZipArchive::shownName() const
{
    return QFileInfo(m_file.fileName()).fileName();
}

} // namespace recoupe
