// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of workbook.cpp where there is no libxlsxwriter.
#include "report/workbook.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Result<> writeWorkbook(const Workbook &, const QString &fileName, const Progress &)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("« %1 » n'a pas été écrit : cette version de Recoupe a été faite sans les "
                       "classeurs. En demander une qui les a, ou enregistrer en CSV.")
                    .arg(QFileInfo(fileName).fileName()));
}

} // namespace recoupe
