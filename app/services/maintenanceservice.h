// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "storage/backupfolder.h"
#include "storage/basetransfer.h"
#include "storage/database.h"
#include "storage/trailrepository.h"

#include <QDate>

namespace recoupe {

//! What a check of the whole base comes to.
struct BaseReport
{
    QStringList faults; //!< sentences; empty where base and trail are sound
    TrailReport trail;
};

//! Where the trail breaks, in a sentence.
[[nodiscard]] QString breakInWords(const TrailBreak &found);

//! Use cases on a base as a whole. Each opens it for itself.
class MaintenanceService
{
public:
    //! \a databaseUrl as on the command line.
    explicit MaintenanceService(QString databaseUrl);

    //! Checks what the base says of itself and the chain of its trail. \a noted: heads that were
    //! noted before and must still be in the chain.
    [[nodiscard]] Result<BaseReport> verify(const QList<TrailHead> &noted = {}) const;
    //! Copies the base to a file that is not there yet. InvalidArgument where there is one, or for
    //! a server, with the command that backs it up.
    [[nodiscard]] Result<> backUp(const QString &file) const;
    //! The copies that were kept of the base, newest first; none of a server's.
    [[nodiscard]] Result<QList<KeptCopy>> keptCopies() const;
    //! Puts a backup in the base's place; gives where the base that was there is now, empty where
    //! there was none. See restoreSqlite().
    [[nodiscard]] Result<QString> restore(const QString &file) const;
    //! Copies the base to another one: see moveBase(). The base itself stays as it is.
    [[nodiscard]] Result<QList<TableSummary>> moveTo(const DatabaseUrl &target,
                                                     const Progress &progress = {}) const;

private:
    QString m_databaseUrl;
};

//! Copies everything of one base into another, which is made where it is not there, and gives what
//! each table holds in both. See transferBase(). The files of waiting deliveries on this machine
//! come too. InvalidArgument, and nothing is written, where the other holds anything. Where it
//! fails later, the other is as it was found: a file or a schema that was not there is gone again,
//! one that was there holds no row. Cancelled where \a progress says so.
[[nodiscard]] Result<QList<TableSummary>> moveBase(const QString &fromUrl, const QString &toUrl,
                                                   const Progress &progress = {});

//! Keeps the copy of the day of a base that is open. Nothing to do for a server.
[[nodiscard]] Result<> keepDailyBackup(const Database &database, QDate day);

} // namespace recoupe
