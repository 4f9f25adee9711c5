// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QVariantList>

namespace recoupe::test {

//! Reads a base past the program, over a connection of its own that is closed with the object.
class BaseReader
{
public:
    explicit BaseReader(const DatabaseUrl &url);
    ~BaseReader();
    Q_DISABLE_COPY_MOVE(BaseReader)

    //! All rows of a query. A failure ends the test program: nothing can be said of the base then.
    [[nodiscard]] QList<QVariantList> rows(const QString &query) const;
    //! The first value of the first row.
    [[nodiscard]] QVariant value(const QString &query) const;
    //! The first column.
    [[nodiscard]] QStringList column(const QString &query) const;

private:
    QString m_name;
};

} // namespace recoupe::test
