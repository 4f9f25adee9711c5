// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliability/watchlog.h"

#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>

namespace recoupe::test {

//! What the disk holds after a power cut.
enum class Loss
{
    Nothing,  //!< all calls before the cut, in their order, the last one torn
    Unsynced, //!< of what was not synced any part may be missing, sector by sector
};

//! The calls of a recorded work load, and what a disk may hold that loses its power among them.
//!
//! Names are kept in order, as by a file system with a journal: a folder that was synced is as it
//! was then, or as any later call left it. The content of a file that was synced is as it was then,
//! plus any part of what came later.
class WriteLog
{
public:
    //! \a folder: watched; as it was before, in \a start.
    WriteLog(const QString &logFile, QString folder, QString start);

    [[nodiscard]] qsizetype size() const { return m_calls.size(); }
    //! How many calls stood in the log when it had that many bytes.
    [[nodiscard]] qsizetype callsIn(qint64 bytes) const;
    //! Makes the files as they are after a cut before the call \a cut; \a target has to be empty.
    void rebuild(qsizetype cut, Loss loss, QRandomGenerator &chance, const QString &target) const;

private:
    //! With its paths within the folder.
    struct Call : WatchedCall
    {
        int file = -1; //!< which the call is on, whatever its name then or later
    };
    using Names = QHash<QString, int>;

    void number();
    void load(const QString &start);
    //! Applies a call to the names that there are.
    static void rename(Names &names, const Call &call);
    [[nodiscard]] Names namesAfter(qsizetype cut) const;
    [[nodiscard]] qsizetype keptNames(qsizetype cut, Loss loss, QRandomGenerator &chance) const;
    [[nodiscard]] QByteArray contentAfter(int file, qsizetype cut, Loss loss,
                                          QRandomGenerator &chance) const;

    QString m_folder;
    QList<Call> m_calls;
    Names m_startNames;
    QList<QByteArray> m_startContents; //!< by the number of the file
};

} // namespace recoupe::test
