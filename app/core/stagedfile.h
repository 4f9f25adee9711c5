// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QLockFile>

#include <memory>

namespace recoupe {

//! Puts a file in the place of another one, at once: \a target is always one or the other.
//! FileUnwritable.
[[nodiscard]] Result<> putInPlace(const QString &path, const QString &target);

//! A file that is written beside its place, and put there when all else that goes with it is done.
//! What was there before stays until then; what was not put is removed: where the process dies, by
//! the next one that stages a file in the same folder, for a lock beside it tells whose it is.
class StagedFile
{
public:
    explicit StagedFile(const QString &target);
    ~StagedFile();
    Q_DISABLE_COPY_MOVE(StagedFile)

    //! Where to write: in the folder of the target, with its ending.
    [[nodiscard]] const QString &path() const { return m_path; }
    //! The file as a failure to write it names it: by its target.
    [[nodiscard]] Failure failureOf(const Error &error) const;
    //! Puts what was written in its place, over what is there. FileUnwritable.
    [[nodiscard]] Result<> put();

private:
    QString m_target;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock; //!< not taken where the folder lets none be made
};

//! Removes the staged files of a folder whose process died.
void removeLeftStagedFiles(const QString &folder);

} // namespace recoupe
