// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/badgedelegate.h"

namespace recoupe {

//! Shows severities with their badges, bold where they were changed, and lets one be chosen from a
//! list that drops down in the cell.
class SeverityDelegate : public BadgeDelegate
{
    Q_OBJECT

public:
    explicit SeverityDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace recoupe
