// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/tablepreview.h"
#include "domain/tableprofile.h"

#include <QList>

namespace recoupe {

class Database;

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
    //! NotFound, naming those there are, when none has the name.
    [[nodiscard]] Result<> remove(const QString &name);

    //! How a file would be read; nothing is imported.
    [[nodiscard]] static Result<TablePreview> preview(const QString &fileName, TableKind kind,
                                                      const TableProfile &profile);

private:
    Database &m_database;
};

} // namespace recoupe
