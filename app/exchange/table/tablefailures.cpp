// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablefailures.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Failure passwordProtected(const QString &fileName)
{
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le classeur « %1 » est protégé par un mot de passe : enregistrez-le sans "
                       "protection et recommencez.")
                    .arg(QFileInfo(fileName).fileName()),
                {}, {fileName, 0, 0});
}

Failure notAWorkbook(const QString &fileName)
{
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » n'est pas un classeur .xlsx ou .ods : enregistrez le "
                       "tableau en .xlsx, en .ods ou en CSV et recommencez.")
                    .arg(QFileInfo(fileName).fileName()),
                {}, {fileName, 0, 0});
}

Failure emptyTable(const QString &fileName)
{
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le tableau « %1 » ne contient rien : vérifiez que c'est bien le fichier "
                       "qu'il faut.")
                    .arg(QFileInfo(fileName).fileName()),
                {}, {fileName, 0, 0});
}

} // namespace recoupe
