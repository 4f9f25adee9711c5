// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace recoupe {

//! Gives cells that have a badge its icon and colour beside their word, and all rows their height.
class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! \a badgeRole: where the model has the token.
    explicit BadgeDelegate(int badgeRole, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_badgeRole;
};

} // namespace recoupe
