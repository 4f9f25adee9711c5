// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/partialfile.h"

#include "core/stagedfile.h"
#include "core/writtenfile.h"
#include "platform/filesync.h"
#include "platform/network/transferfailures.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace recoupe {

namespace {

constexpr qint64 blockSize = 1 << 20;

const QString urlKey = QStringLiteral("url");
const QString sizeKey = QStringLiteral("size");
const QString etagKey = QStringLiteral("etag");
const QString lastModifiedKey = QStringLiteral("lastModified");

} // namespace

QByteArray ContentVersion::strong() const
{
    return etag.isEmpty() || etag.startsWith("W/") ? lastModified : etag;
}

PartialFile::PartialFile(const QString &target, const QUrl &url)
    : m_target(target)
    , m_urlDigest(QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex())
    , m_file(target + QStringLiteral(".part"))
    , m_description(target + QStringLiteral(".part.json"))
{
}

std::optional<ContentVersion> PartialFile::left() const
{
    QFile file(m_description);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject description = QJsonDocument::fromJson(file.readAll()).object();
    const ContentVersion version{description.value(etagKey).toString().toLatin1(),
                                 description.value(lastModifiedKey).toString().toLatin1()};
    const bool isThis = description.value(urlKey).toString().toLatin1() == m_urlDigest &&
                        description.value(sizeKey).toInteger() == m_file.size();
    return isThis && !version.strong().isEmpty() ? std::optional(version) : std::nullopt;
}

Result<> PartialFile::forEachBlock(const std::function<bool(QByteArrayView)> &use)
{
    QFile file(m_file.fileName());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadableFile(file);
    QByteArray block(blockSize, Qt::Uninitialized);
    for (;;) {
        const qint64 count = file.read(block.data(), block.size());
        if (count < 0)
            return unreadableFile(file);
        if (count == 0 || !use(QByteArrayView(block.constData(), count)))
            return {};
    }
}

Result<> PartialFile::open(qint64 keep)
{
    QFile::remove(m_description);
    if ((m_file.isOpen() || m_file.open(QIODevice::ReadWrite)) && m_file.resize(keep) &&
        m_file.seek(keep))
        return {};
    return unwritable(m_target, m_file.errorString());
}

Result<> PartialFile::write(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) == bytes.size())
        return {};
    return unwritable(m_target, m_file.errorString());
}

Result<> PartialFile::leave(const ContentVersion &version)
{
    if (!m_file.isOpen())
        return {}; // it is as it was left before
    if (!syncToDisk(m_file))
        return unwritable(m_target, m_file.errorString());
    m_file.close();
    const QJsonObject description{{urlKey, QString::fromLatin1(m_urlDigest)},
                                  {sizeKey, m_file.size()},
                                  {etagKey, QString::fromLatin1(version.etag)},
                                  {lastModifiedKey, QString::fromLatin1(version.lastModified)}};
    return writeFile(m_description, [&](QIODevice &file) -> Result<> {
        file.write(QJsonDocument(description).toJson());
        return {};
    });
}

Result<> PartialFile::put()
{
    if (!m_file.isOpen() || !syncToDisk(m_file))
        return unwritable(m_target, m_file.errorString());
    m_file.close();
    return putInPlace(m_file.fileName(), m_target);
}

void PartialFile::discard()
{
    m_file.close();
    m_file.remove();
    QFile::remove(m_description);
}

} // namespace recoupe
