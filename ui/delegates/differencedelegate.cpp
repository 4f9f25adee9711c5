// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/differencedelegate.h"

#include "models/comparisonmodel.h"
#include "models/textdiff.h"
#include "ui/delegates/textblock.h"
#include "ui/style/badges.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

namespace recoupe {

namespace {

constexpr int sideSpace = 6;
constexpr int verticalSpace = 4;
constexpr int iconSize = 14;

QList<QTextLayout::FormatRange> formatsOf(const DiffParts &parts, const QPalette &palette)
{
    QTextCharFormat marked;
    marked.setFontWeight(QFont::Bold);
    marked.setFontUnderline(true);
    marked.setBackground(differenceTint(palette));
    marked.setForeground(palette.color(QPalette::Text));
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const DiffPart &part : parts) {
        if (part.differs)
            formats << QTextLayout::FormatRange{start, int(part.text.size()), marked};
        start += int(part.text.size());
    }
    return formats;
}

QString badgeOf(const QModelIndex &index)
{
    return index.data(ComparisonModel::BadgeRole).toString();
}

int textLeft(const QModelIndex &index)
{
    return badgeOf(index).isEmpty() ? sideSpace : sideSpace + iconSize + sideSpace;
}

TextBlock blockOf(const QModelIndex &index, const QStyleOptionViewItem &option, int width)
{
    const auto parts = index.data(ComparisonModel::DiffRole).value<DiffParts>();
    return {index.data().toString(), option.font, qreal(width - textLeft(index) - sideSpace),
            formatsOf(parts, option.palette)};
}

} // namespace

DifferenceDelegate::DifferenceDelegate(QTreeView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    m_view->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, m_view);

    const QString badge = badgeOf(index);
    const QRect rect = option.rect.adjusted(0, verticalSpace, 0, 0);
    if (!badge.isEmpty()) {
        badgeIcon(badge).paint(painter,
                               QRect(rect.left() + sideSpace, rect.top() + 1, iconSize, iconSize));
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor color =
        option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    blockOf(index, option, rect.width())
        .draw(*painter, QPointF(rect.left() + textLeft(index), rect.top()), color);
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const int width = m_view->columnWidth(index.column());
    const qreal height = blockOf(index, option, width).height();
    return {width,
            std::max(int(std::ceil(height)), option.fontMetrics.height()) + 2 * verticalSpace};
}

} // namespace recoupe
