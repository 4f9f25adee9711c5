// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/exportservice.h"

#include <QAbstractTableModel>

namespace recoupe {

//! The partners: what each got last, how that stands, and where its files go.
class PartnerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name,
        LastSent,
        Lines,
        Changes,
        State,
        Destination,
        ColumnCount
    };
    enum Role
    {
        BadgeRole = Qt::UserRole + 1
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! \a now: by which a delivery is old.
    void setPartners(const QList<PartnerStatus> &statuses, const QDateTime &now);
    [[nodiscard]] const QList<PartnerStatus> &partners() const { return m_partners; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString textOf(const PartnerStatus &status, int column) const;
    [[nodiscard]] QString sentenceOf(const PartnerStatus &status) const;

    QList<PartnerStatus> m_partners;
    QDateTime m_now;
};

} // namespace recoupe
