// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/editionmailing.h"

#include <QAbstractTableModel>

namespace recoupe {

//! The drafts that editions were mailed with, newest first.
class MailingLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Edition,
        Scope,
        WrittenAt,
        Operator,
        Recipients,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setMailings(const QList<EditionMailing> &mailings);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<EditionMailing> m_mailings;
};

} // namespace recoupe
