// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "models/cardline.h"

#include <QAbstractListModel>

namespace recoupe {

//! All that is known of one delivery, each point a card: how it stands, when, what, where to, what
//! became of it. Empty where there is none.
class DeliveryDetailModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    //! \a events: oldest first.
    void setDelivery(const Delivery &delivery, const QList<DeliveryEvent> &events);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole is the whole as a text; CardLinesRole the same.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CardLines> m_cards;
};

} // namespace recoupe
