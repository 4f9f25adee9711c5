// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/progress.h"
#include "core/result.h"
#include "report/editioncontent.h"
#include "report/tablefile.h"
#include "storage/editionrepository.h"

namespace recoupe {

struct Workspace;

//! What the table shows of a workspace: the verified content of every session whose audience it is.
[[nodiscard]] QList<PublishedSession> publishedSessions(const Workspace &workspace);

//! Drafts, issues and finds again the fortnightly table.
class EditionService
{
public:
    EditionService(Database &database, QString operatorName);

    //! What would be printed for that day; nothing is kept.
    [[nodiscard]] Result<EditionContent> draft(QDate date) const;
    //! Numbers, freezes and writes the edition (writeTableFile): the number is only taken when the
    //! file is there. Refused for a day before that of the last edition.
    [[nodiscard]] Result<EditionContent>
    issue(QDate date, const QString &file, const Progress &progress = {}, Paper paper = Paper::A4);
    //! An issued edition as it was; NotFound when there is none.
    [[nodiscard]] Result<EditionContent> find(int year, int number) const;
    //! Newest first, without their content.
    [[nodiscard]] Result<QList<EditionRecord>> editions() const;

private:
    Database &m_database;
    QString m_operatorName;
};

} // namespace recoupe
