// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"

#include <QAbstractTableModel>

namespace recoupe {

//! The decisions on one session, newest first.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        When,
        Who,
        What,
        Why,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! \a decisions: oldest first, as the trail has them.
    void setDecisions(const QList<Decision> &decisions);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<Decision> m_decisions;
};

} // namespace recoupe
