// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "domain/delivery.h"
#include "domain/rejection.h"

#include <QStringList>

namespace recoupe {

class Database;

//! Which files are to be made.
struct ExportOrder
{
    Partner partner = Partner::Portal;
    QDate day;
    QString key;    //!< of the delivery
    QString folder; //!< exists, and is empty
    ExchangeSettings settings;
};

//! Files of a partner that were made, and how they differ from what it has.
struct ExportFiles
{
    DeliveryCounts counts;
    QList<ExportDifference> differences; //!< in the order of the keys
    QList<Rejection> leftOut;
    QList<Rejection> altered;
    QStringList files; //!< relative, in the order in which they may appear; empty: nothing to send
    std::optional<Delivery> since; //!< what the differences start from; nothing: the first
};

//! Makes them, of the base as it stands at the first moment, in memory that grows with the
//! differences and remarks alone. Where there is no session, a partner whose format allows it gets
//! files without any, the others none.
[[nodiscard]] Result<ExportFiles> makeExportFiles(Database &database, const ExportOrder &order,
                                                  const Progress &progress = {});

} // namespace recoupe
