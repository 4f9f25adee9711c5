// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "domain/delivery.h"
#include "domain/letter.h"

#include <QAbstractTableModel>

namespace recoupe {

//! What was decided on one session, written about it and sent of it, newest first.
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

    //! All oldest first, as the base has them.
    void setEvents(const QList<Decision> &decisions, const QList<Letter> &letters,
                   const QList<SessionDelivery> &deliveries);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    //! One line of the list.
    struct Event
    {
        QDateTime at;
        QString who;
        QString what;
        QString why;
    };

    [[nodiscard]] static QString textOf(const Event &event, int column);
    [[nodiscard]] static QString sentenceOf(const Event &event);

    QList<Event> m_events;
};

} // namespace recoupe
