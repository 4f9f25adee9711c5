// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/filedigest.h"

#include "storage/usedbase.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr qint64 blockSize = 1024 * 1024;

} // namespace

Result<QByteArray> digestOf(const QString &fileName, const Progress &progress)
{
    QFile file(fileName);
    const auto unreadable = [&] {
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("Le fichier « %1 » ne peut pas être lu : vérifier qu'il est toujours "
                           "là et qu'aucun autre programme ne le tient ouvert.")
                        .arg(QDir::toNativeSeparators(fileName)),
                    file.errorString(), {fileName});
    };
    if (isOfUsedBase(fileName) || !file.open(QIODevice::ReadOnly))
        return unreadable();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(blockSize, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        const qint64 count = file.read(block.data(), blockSize);
        if (count < 0)
            return unreadable();
        if (count == 0)
            return hash.result();
        hash.addData(QByteArrayView(block.constData(), qsizetype(count)));
        done += count;
        if (progress && !progress(done, file.size()))
            return fail(ErrorCode::Cancelled, Tr::tr("Interrompu ; rien n'a été changé."));
    }
}

Result<> expectDigest(const QString &fileName, const QByteArray &digest, const QString &otherwise)
{
    if (digest.isEmpty())
        return {};
    const Result<QByteArray> found = digestOf(fileName);
    if (!found)
        return failureOf(found);
    return *found == digest ? Result<>() : fail(ErrorCode::FileChanged, otherwise, {}, {fileName});
}

} // namespace recoupe
