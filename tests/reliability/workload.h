// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliability/programrun.h"

#include <QMap>
#include <QRandomGenerator>

namespace recoupe::test {

class BaseReader;

//! What an operator's day does to a base.
enum class Work
{
    ImportFeed,
    ImportAwards,
    Decide,
    Undo,
    Issue,
    Export,
    Backup,
};
inline constexpr int workCount = 7;

//! One run to come, and what it is to leave in the base when it is done.
struct Job
{
    Work work = Work::Decide;
    QStringList arguments;
    QString file; //!< what is read or written, by its full path
    QString mark; //!< of the records that only this import brings
    int rows = 0; //!< records of the import, decisions of the batch; 0 where only the base knows
    QString batchDone; //!< of an undo: what it undoes, where it is known
};

//! Makes jobs at random, on a base that holds the demonstration data.
class WorkLoad
{
public:
    //! \a program: of an empty base, which gets its data here.
    WorkLoad(const ProgramRun &program, quint32 seed);

    //! What failed in the setting-up; empty where nothing did.
    [[nodiscard]] const QString &fault() const { return m_fault; }
    [[nodiscard]] Job next(const BaseReader &base);
    [[nodiscard]] Job make(Work work, const BaseReader &base);
    [[nodiscard]] QRandomGenerator &chance() { return m_chance; }
    //! Where tables and exports go.
    [[nodiscard]] QString folder(const char *name) const;

private:
    [[nodiscard]] bool hasToUndo(const BaseReader &base) const;
    [[nodiscard]] Job feed();
    [[nodiscard]] Job awards();
    [[nodiscard]] Job decide(const BaseReader &base);
    [[nodiscard]] Job issue();

    const ProgramRun &m_program;
    QRandomGenerator m_chance;
    QByteArray m_portal;
    QString m_fault;
    QStringList m_decidable; //!< sessions that may be activated and deactivated at will
    int m_setUp = 0;         //!< decisions of the setting-up
    int m_serial = 0;
};

} // namespace recoupe::test
