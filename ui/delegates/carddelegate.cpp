// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/carddelegate.h"

#include "models/cardline.h"
#include "ui/delegates/textblock.h"
#include "ui/style/badges.h"

#include <QListView>
#include <QPainter>

namespace recoupe {

namespace {

constexpr int sideSpace = 8;
constexpr int verticalSpace = 6;
constexpr int iconSize = 16;
constexpr int textLeft = sideSpace + iconSize + sideSpace;

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

TextBlock blockOf(const CardLine &line, const QStyleOptionViewItem &option, int width)
{
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    if (!line.badge.isEmpty())
        strong.setForeground(toneColor(badgeTone(line.badge), option.palette));
    return {line.inWords(),
            line.isSmall ? smallFont(option.font) : option.font,
            qreal(width - textLeft - sideSpace),
            {{0, int(line.strong.size()), strong}}};
}

CardLines linesOf(const QModelIndex &index)
{
    return index.data(CardLinesRole).value<CardLines>();
}

} // namespace

CardDelegate::CardDelegate(QListView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
    // The heights follow the width, also when the scroll bar takes some of it.
    view->setResizeMode(QListView::Adjust);
    view->setWordWrap(true);
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    m_view->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, m_view);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor faint = toneColor(Tone::Muted, option.palette);
    QPointF corner(option.rect.left() + textLeft, option.rect.top() + verticalSpace);
    for (const CardLine &line : linesOf(index)) {
        if (!line.badge.isEmpty()) {
            badgeIcon(line.badge)
                .paint(painter,
                       QRect(option.rect.left() + sideSpace, int(corner.y()), iconSize, iconSize));
        }
        const TextBlock block = blockOf(line, option, option.rect.width());
        block.draw(*painter, corner, line.isSmall ? faint : ink);
        corner.ry() += block.height();
    }
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width();
    qreal height = 0;
    for (const CardLine &line : linesOf(index))
        height += blockOf(line, option, width).height();
    return {width, int(std::ceil(height)) + 2 * verticalSpace};
}

} // namespace recoupe
