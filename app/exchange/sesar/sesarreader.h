// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/rejection.h"
#include "domain/sesardeclaration.h"

namespace recoupe {

struct SesarRow
{
    SesarDeclaration declaration;
    qint64 line = 0; //!< row in the file, from 1, the header included
};

struct SesarFile
{
    QList<SesarRow> rows;
    QList<Rejection> rejections;
    QStringList warnings;
};

//! Reads the dates and places declared on SESAR from CSV or XLSX. Needed columns: numero_marche,
//! date_debut, date_fin.
[[nodiscard]] Result<SesarFile> readSesar(const QString &fileName);

} // namespace recoupe
