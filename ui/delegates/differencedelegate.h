// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace recoupe {

//! Draws a value wrapped in its column, what differs in it bold, underlined and tinted.
class DifferenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! \a view: whose column widths decide where lines break.
    explicit DifferenceDelegate(QTreeView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    QTreeView *m_view;
};

} // namespace recoupe
