// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/editionservice.h"

#include <QAbstractListModel>

namespace recoupe {

//! Issued editions of the table, newest first.
class EditionListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEditions(const QList<EditionRecord> &editions);
    [[nodiscard]] const QList<EditionRecord> &editions() const { return m_editions; }
    [[nodiscard]] const EditionRecord &edition(int row) const { return m_editions.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<EditionRecord> m_editions;
};

} // namespace recoupe
