// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stagedfile.h"
#include "storage/editionrepository.h"

#include <QJsonObject>

#include <optional>

namespace recoupe {

//! The file of an edition that is being issued. No transaction holds both a base and a file: a note
//! says of which edition the staged file is, so that a process that dies between the two leaves
//! what finishEditionFiles() brings to its end.
class EditionFile
{
public:
    //! \a notes: a folder of this machine that goes with the base.
    EditionFile(const QString &target, const QString &notes);
    ~EditionFile();
    Q_DISABLE_COPY_MOVE(EditionFile)

    //! The file until it is put: see StagedFile.
    [[nodiscard]] StagedFile &staged() { return *m_staged; }
    //! Notes the edition that it is of, before that is in the base. FileUnwritable.
    [[nodiscard]] Result<> note(const EditionRecord &edition) const;

private:
    [[nodiscard]] Result<> write(QJsonObject note) const;

    QString m_target;
    QString m_note;
    QLockFile m_lock;
    std::optional<StagedFile> m_staged; //!< made once the note says where
};

//! Puts the file in its place where a process died that had its edition in the base already, and
//! removes it where it had not. What cannot be put now is tried again the next time.
void finishEditionFiles(Database &database, const QString &notes);

} // namespace recoupe
