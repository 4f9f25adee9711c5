// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/progress.h"
#include "core/result.h"
#include "report/editionchanges.h"
#include "report/editioncontent.h"
#include "report/paper.h"
#include "services/editionchecks.h"
#include "storage/editionrepository.h"

namespace recoupe {

class EditionFile;

//! What would be printed, and what is to be settled before it is issued.
struct EditionDraft
{
    EditionContent content;
    QList<EditionCheck> checks;
};

//! A file of the table, and how it shows it.
struct TableFile
{
    QString name; //!< its ending says the format
    EditionView view = {};
    Paper paper = Paper::A4;
};

//! What is to be issued.
struct IssueRequest
{
    QDate date;
    TableFile file;
    QString overrideReason = {};     //!< why in spite of blocking checks
    QStringList acceptedChecks = {}; //!< ids of those that it speaks of; empty: of whichever
    //! What the operator saw, with the number that it was to get; nothing where nobody looked.
    std::optional<EditionContent> seen = {};
};

//! What was issued, and what was found wanting in it all the same.
struct IssuedEdition
{
    EditionContent content;
    QList<EditionCheck> checks;
};

//! Drafts, issues, finds again and takes back the fortnightly table.
class EditionService
{
public:
    //! \a notes: the folder for notes of files on their way, see EditionFile; needed to issue.
    EditionService(Database &database, QString operatorName, QString notes = {});

    //! What would be printed for that day; nothing is kept.
    [[nodiscard]] Result<EditionDraft> draft(QDate date) const;
    //! Numbers and freezes the edition, whole whatever the view, and writes its file: the number is
    //! only taken when the file could be written. Refused for a day before that of the last
    //! edition, while the checks block it without a reason that speaks of them, and where the
    //! table is no more what was seen. FileUnwritable too where the edition is there and its file
    //! could not take the place of another: the sentence says so.
    [[nodiscard]] Result<IssuedEdition> issue(const IssueRequest &request,
                                              const Progress &progress = {});
    //! An issued edition as it was; NotFound when there is none.
    [[nodiscard]] Result<EditionContent> find(int year, int number) const;
    //! Newest first, without their content.
    [[nodiscard]] Result<QList<EditionRecord>> editions() const;
    //! What the marks say, with the values of the edition that they were made against. Empty for
    //! the first.
    [[nodiscard]] Result<QList<EditionDifference>>
    differencesFromPrevious(const EditionContent &content) const;
    //! Takes the last edition in force back: its content and number stay, the next one is compared
    //! with the one before it. InvalidArgument without a reason, Refused when \a year and \a number
    //! are not those of the last one in force.
    [[nodiscard]] Result<> annul(int year, int number, const QString &reason);

private:
    [[nodiscard]] Result<IssuedEdition> append(const IssueRequest &request, EditionFile &file,
                                               const Progress &progress);

    Database &m_database;
    QString m_operatorName;
    QString m_notes;
};

//! Writes a draft or an edition, all or nothing; needs a QGuiApplication.
[[nodiscard]] Result<> saveEdition(const EditionContent &content, const TableFile &file,
                                   const Progress &progress = {});

} // namespace recoupe
