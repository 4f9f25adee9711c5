// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/maintenanceservice.h"

#include <QAbstractTableModel>

namespace recoupe {

//! What each table of two bases holds, once one was copied to the other and found the same there.
class BaseTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Content, //!< the table, in words
        Rows,    //!< in either base
        Checksum,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTables(const QList<TableSummary> &tables);
    //! "30 tables, 12 404 lignes : …", for a screen reader and for who does not read each.
    [[nodiscard]] QString inWords() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<TableSummary> m_tables;
};

//! A table of the schema in words; its name where it has none.
[[nodiscard]] QString baseTableName(const QString &table);

} // namespace recoupe
