// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prescriber.h"

#include <QAbstractTableModel>

namespace recoupe {

//! Who gets the fortnightly table; all of them, or those that a search finds.
class PrescriberModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Scope,
        Structure,
        Address,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setPrescribers(const QList<Prescriber> &prescribers);
    //! Shows those that have all these words; case and accents do not count.
    void setSearch(const QString &search);
    [[nodiscard]] const Prescriber &prescriber(int row) const
    {
        return m_prescribers.at(m_visible.at(row));
    }
    //! The row that shows it; -1 when none does.
    [[nodiscard]] int rowOf(const Prescriber &prescriber) const;
    //! Those on the list, shown or not.
    [[nodiscard]] int totalCount() const { return int(m_prescribers.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void filter();

    QList<Prescriber> m_prescribers;
    QList<qsizetype> m_visible;
    QString m_search;
};

} // namespace recoupe
