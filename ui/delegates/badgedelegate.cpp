// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/badgedelegate.h"

#include "ui/style/badges.h"

namespace recoupe {

namespace {
constexpr int iconSize = 16;
constexpr int sideSpace = 10;
} // namespace

BadgeDelegate::BadgeDelegate(int badgeRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_badgeRole(badgeRole)
{
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(sideSpace, 0);
}

void BadgeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QString badge = index.data(m_badgeRole).toString();
    if (badge.isEmpty())
        return;
    const QColor color = toneColor(badgeTone(badge), option->palette);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = badgeIcon(badge);
    option->decorationSize = QSize(iconSize, iconSize);
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

} // namespace recoupe
