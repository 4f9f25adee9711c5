// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

//! What tests look at in the files that were written.
namespace recoupe::testing {

//! The rows of a CSV file or of a workbook's first sheet, as the program reads them in; a row with
//! the reason when it cannot.
[[nodiscard]] QList<QStringList> readBack(const QString &file);
[[nodiscard]] QByteArray contentsOf(const QString &fileName);
//! A file within a workbook; empty when it is not there.
[[nodiscard]] QByteArray partOf(const QString &workbook, const QString &name);

} // namespace recoupe::testing
