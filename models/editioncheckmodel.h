// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cardline.h"
#include "models/tablequery.h"
#include "services/editionchecks.h"

#include <QAbstractListModel>

namespace recoupe {

//! What is to be settled before an edition is issued, each point a card; one that says so when
//! there is nothing.
class EditionCheckModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setChecks(const QList<EditionCheck> &checks);
    //! What shows the sessions of a row in the page of the sessions; empty where it is about none.
    [[nodiscard]] TableFilter filterOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole is the title; CardLinesRole the whole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<EditionCheck> m_checks;
};

} // namespace recoupe
