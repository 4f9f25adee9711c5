// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliability/workload.h"
#include "storage/database.h"

namespace recoupe::test {

//! What was acknowledged, and what the base holds: compares the two after a run that may have been
//! cut short anywhere.
class Ledger
{
public:
    //! On a base and folders as they are when the work begins.
    Ledger(const DatabaseUrl &url, const ProgramRun &program);

    //! Notes what a run said that it did, and looks at everything. What is wrong, in sentences;
    //! empty where all holds.
    [[nodiscard]] QStringList enter(const Job &job, const Run &run);

    [[nodiscard]] qsizetype acknowledged() const { return m_acknowledged.size(); }
    [[nodiscard]] qsizetype editions() const { return m_editions.size(); }

private:
    void expect(bool holds, const QString &sentence);
    void note(const Run &run);
    void checkTrail();
    void checkBatches(const BaseReader &base, const Job &job);
    void checkUndo(const BaseReader &base, const QString &batch);
    void checkImport(const BaseReader &base, const Job &job);
    void checkEditions(const BaseReader &base, const Job &job, const Run &run);
    void checkFile(const Job &job, const QString &edition);
    void checkExport();
    void checkBackup(const Job &job, const Run &run);
    void checkNothingIsLeft(const Job &job);

    DatabaseUrl m_url;
    const ProgramRun &m_program;
    QMap<qint64, QString> m_acknowledged; //!< by the number of the decision: subject and value
    QMap<QString, qint64> m_batches;      //!< how many decisions each has
    QStringList m_editions;
    QStringList m_files; //!< of editions and backups, that are there for good
    QStringList m_faults;
};

} // namespace recoupe::test
