// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/comparison.h"

#include <QAbstractTableModel>

namespace recoupe {

//! What was entered, notified and declared for one session, field by field.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Field,
        Submitted,
        Award,
        Sesar,
        ColumnCount
    };
    //! DiffRole: DiffParts of a value in a field that differs; nothing elsewhere.
    enum Role
    {
        DiffRole = Qt::UserRole + 1,
        BadgeRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(const QList<FieldComparison> &fields);
    //! Shows only the fields that differ.
    void setDifferencesOnly(bool only);
    [[nodiscard]] int differenceCount() const;
    //! Whether any field could be held against a notification or SESAR.
    [[nodiscard]] bool isCompared() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void select();

    QList<FieldComparison> m_fields;
    QList<FieldComparison> m_shown;
    bool m_differencesOnly = false;
};

} // namespace recoupe
