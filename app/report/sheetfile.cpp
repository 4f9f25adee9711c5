// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sheetfile.h"

#include "report/sheettext.h"
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

Result<> writeSheetFile(const Sheet &sheet, const QString &fileName, const Progress &progress)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == QLatin1String("xlsx"))
        return writeWorkbook({.sheets = {sheet}}, fileName, progress);
    if (suffix == QLatin1String("csv"))
        return writeCsv(sheet, fileName, progress);
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("« %1 » ne dit pas dans quel format écrire : le nom du fichier doit finir "
                       "par .xlsx ou .csv.")
                    .arg(QFileInfo(fileName).fileName()));
}

} // namespace recoupe
