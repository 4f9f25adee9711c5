// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/odsreader.h"

#include "exchange/table/odscontent.h"
#include "exchange/table/tablefailures.h"
#include "exchange/table/wordfinder.h"
#include "exchange/table/ziparchive.h"

namespace recoupe {

namespace {

constexpr QLatin1String contentPart("content.xml");
constexpr QLatin1String manifestPart("META-INF/manifest.xml");
constexpr QLatin1String mimetypePart("mimetype");
// Holds all the others since ODF 1.4 where a document is encrypted.
constexpr QLatin1String encryptedPart("encrypted-package");

// The manifest names how each part is encrypted.
Result<bool> isEncrypted(ZipArchive &archive)
{
    if (archive.contains(encryptedPart) || !archive.contains(manifestPart))
        return archive.contains(encryptedPart);
    const Result<std::unique_ptr<ByteSource>> source = archive.entry(manifestPart);
    if (!source)
        return failureOf(source);
    WordFinder finder("encryption-data");
    if (const Result<> read = feedThrough(**source, finder); !read)
        return failureOf(read);
    return finder.isFound();
}

} // namespace

bool isOpenDocument(const ZipArchive &archive)
{
    return archive.contains(encryptedPart) ||
           (archive.contains(contentPart) &&
            (archive.contains(manifestPart) || archive.contains(mimetypePart)));
}

Result<QStringList> readOds(ZipArchive &archive, TableSink &sink)
{
    const Result<bool> encrypted = isEncrypted(archive);
    if (!encrypted)
        return failureOf(encrypted);
    if (*encrypted)
        return passwordProtected(archive.fileName());
    const Result<std::unique_ptr<ByteSource>> source = archive.entry(contentPart);
    if (!source)
        return failureOf(source);
    OdsContent content(archive.fileName(), sink);
    if (const Result<> read = readXml(**source, content); !read)
        return failureOf(read);
    if (!content.isSpreadsheet())
        return notAWorkbook(archive.fileName());
    return content.remarks().sentences(archive.shownName(), content.sheet());
}

} // namespace recoupe
