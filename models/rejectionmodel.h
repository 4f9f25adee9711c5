// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rejection.h"

#include <QAbstractTableModel>

namespace recoupe {

//! What an import left out, and why.
class RejectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        File,
        Line,
        Record,
        Field,
        Value,
        Expected,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRejections(const QList<Rejection> &rejections);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<Rejection> m_rejections;
};

} // namespace recoupe
