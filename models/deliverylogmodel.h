// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QAbstractTableModel>

namespace recoupe {

//! Deliveries of a partner, newest first.
class DeliveryLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        PreparedAt,
        Operator,
        Lines,
        Changes,
        LeftOut,
        State,
        ColumnCount
    };
    enum Role
    {
        BadgeRole = Qt::UserRole + 1
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! \a deliveries: newest first.
    void setDeliveries(const QList<Delivery> &deliveries);
    [[nodiscard]] const Delivery &delivery(int row) const { return m_deliveries.at(row); }
    //! -1 where none has that id.
    [[nodiscard]] int rowOf(qint64 id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<Delivery> m_deliveries;
};

} // namespace recoupe
