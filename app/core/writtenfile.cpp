// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writtenfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qsizetype rowsPerLook = 1024;

} // namespace

Result<> writeFile(const QString &fileName, const std::function<Result<>(QIODevice &)> &write)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(fileName, file.errorString());
    if (Result<> written = write(file); !written)
        return written;
    // What a write() in between could not do, commit() knows too.
    if (!file.commit())
        return unwritable(fileName, file.errorString());
    return {};
}

bool isCancelled(const Progress &progress, qsizetype row, qsizetype rowCount)
{
    return progress && row % rowsPerLook == 0 && !progress(row, rowCount);
}

Failure cancelledWriting(const QString &fileName)
{
    return fail(ErrorCode::Cancelled,
                Tr::tr("L'écriture de « %1 » a été interrompue : aucun fichier n'a été créé ni "
                       "modifié.")
                    .arg(QDir::toNativeSeparators(fileName)));
}

Failure unwritable(const QString &fileName, const QString &detail)
{
    return fail(ErrorCode::FileUnwritable,
                Tr::tr("Le fichier « %1 » n'a pas pu être écrit : vérifier que le dossier existe, "
                       "qu'il est permis d'y écrire, que le disque n'est pas plein et que le "
                       "fichier n'est pas ouvert ailleurs, ou choisir un autre emplacement.")
                    .arg(QDir::toNativeSeparators(fileName)),
                detail);
}

} // namespace recoupe
