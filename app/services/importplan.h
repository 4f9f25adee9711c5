// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prescriber.h"
#include "domain/rejection.h"
#include "domain/tablepreview.h"
#include "domain/tableprofile.h"
#include "storage/importrepository.h"

#include <QStringList>

namespace recoupe {

//! What the rows of a table are, of a kind of import that has them; notifications for a feed.
[[nodiscard]] TableKind tableKindOf(ImportKind kind);
//! The import that takes such a table in.
[[nodiscard]] ImportKind importKindOf(TableKind kind);

//! A file to be taken in, and how.
struct ImportPlan
{
    QString file;
    std::optional<ImportKind> kind = {}; //!< empty: its content tells
    //! How a table is read; its funder is of the rows of any file that name none.
    TableProfile profile = {};
    //! The kept profile that it was made of, as it was seen; without a name where it was of none.
    TableProfile seenProfile = {};
    //! Of the content that was tried: any other is refused (FileChanged). Empty: any will do.
    QByteArray digest = {};
    //! The prescribers that stood there when the content was tried. A list that somebody changed
    //! since is not replaced (FileChanged as well), unless it is the wanted one by now.
    QList<Prescriber> seenPrescribers = {};
};

//! What one import found and did.
struct ImportSummary
{
    ImportRecord record;    //!< counts are of sessions for LHEO, of rows otherwise
    bool isTable = false;   //!< CSV or a workbook: it has rows, and columns to be named
    int actionsAdded = 0;   //!< LHEO only
    int actionsChanged = 0; //!< LHEO only
    int returned = 0;       //!< sessions that had vanished from the feed and are there again
    QList<Rejection> rejections;
    QStringList warnings;                //!< tolerated, worth knowing
    QList<Prescriber> formerPrescribers; //!< of a list of prescribers: the one before

    //! Whether the base is any different after it.
    [[nodiscard]] bool changedAnything() const;
};

} // namespace recoupe
