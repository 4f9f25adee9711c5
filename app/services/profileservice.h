// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/tablepreview.h"
#include "domain/tableprofile.h"
#include "services/profilechanges.h"

#include <QList>

namespace recoupe {

class Database;

//! What became of a profile that was to be saved.
struct SavedProfile
{
    TableProfile profile; //!< as it is kept; as it was wanted where it is not
    //! Why it was not saved: it is not what the operator saw any more.
    QList<MeanwhileChange> meanwhile = {};
};

//! How funders lay out their tables: tried on a file, and kept under a name.
class ProfileService
{
public:
    explicit ProfileService(Database &database);

    //! In the order of their names.
    [[nodiscard]] Result<QList<TableProfile>> profiles() const;
    //! NotFound, naming those there are, when none has the name.
    [[nodiscard]] Result<TableProfile> find(const QString &name) const;
    //! Takes the place of the one of that name; gives it as it is kept. InvalidArgument when it has
    //! no name, or names a column that is none of ours.
    [[nodiscard]] Result<TableProfile> save(TableProfile profile);
    //! The same, unless the one of that name is not what was \a seen any more.
    [[nodiscard]] Result<SavedProfile> saveUnlessChanged(TableProfile profile,
                                                         const ProfileState &seen);
    //! NotFound, naming those there are, when none has the name.
    [[nodiscard]] Result<> remove(const QString &name);
    //! Removes the one that was \a seen; what keeps it from being removed where it is another now.
    //! One that is gone already is no failure.
    [[nodiscard]] Result<QList<MeanwhileChange>> removeUnlessChanged(const TableProfile &seen);

    //! How a file would be read; nothing is imported.
    [[nodiscard]] static Result<TablePreview> preview(const QString &fileName, TableKind kind,
                                                      const TableProfile &profile);

private:
    Database &m_database;
};

} // namespace recoupe
