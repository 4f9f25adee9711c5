// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/rejection.h"
#include "domain/sesardeclaration.h"
#include "exchange/table/tablenames.h"

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

//! The columns that a table of declarations may have.
[[nodiscard]] std::span<const TableColumn> sesarColumns();

//! Reads the dates and places declared on SESAR from CSV, XLSX or ODS. Needed columns:
//! numero_marche, date_debut, date_fin.
[[nodiscard]] Result<SesarFile> readSesar(const QString &fileName,
                                          const TableProfile &profile = {});

} // namespace recoupe
