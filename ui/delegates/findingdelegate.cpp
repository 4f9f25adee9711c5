// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/findingdelegate.h"

#include "models/findingmodel.h"
#include "ui/delegates/textblock.h"
#include "ui/style/badges.h"
#include "ui/uitr.h"

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

//! Word and sentence in one paragraph, the word bold in its colour; the source below.
struct Blocks
{
    TextBlock sentence;
    TextBlock source;

    [[nodiscard]] qreal height() const { return sentence.height() + source.height(); }
};

Blocks blocksOf(const QModelIndex &index, const QStyleOptionViewItem &option, int width)
{
    const QString word = index.data(FindingModel::WordRole).toString();
    const QString sentence = UiTr::tr("%1 : %2").arg(word, index.data().toString());
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    strong.setForeground(
        toneColor(badgeTone(index.data(FindingModel::BadgeRole).toString()), option.palette));
    const QString source = index.data(FindingModel::SourceRole).toString();
    const qreal textWidth = width - textLeft - sideSpace;
    return {TextBlock(sentence, option.font, textWidth, {{0, int(word.size()), strong}}),
            TextBlock(source.isEmpty() ? source : UiTr::tr("Origine : %1").arg(source),
                      smallFont(option.font), textWidth)};
}

} // namespace

FindingDelegate::FindingDelegate(QListView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    m_view->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, m_view);

    const QRect rect = option.rect.adjusted(0, verticalSpace, 0, 0);
    badgeIcon(index.data(FindingModel::BadgeRole).toString(), option.palette)
        .paint(painter, QRect(rect.left() + sideSpace, rect.top(), iconSize, iconSize));
    const Blocks blocks = blocksOf(index, option, rect.width());
    const QPointF corner(rect.left() + textLeft, rect.top());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    blocks.sentence.draw(
        *painter, corner,
        option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    blocks.source.draw(*painter, corner + QPointF(0, blocks.sentence.height()),
                       toneColor(Tone::Muted, option.palette));
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width();
    const bool hasSource = !index.data(FindingModel::SourceRole).toString().isEmpty();
    const Blocks blocks = blocksOf(index, option, width);
    const qreal height = hasSource ? blocks.height() : blocks.sentence.height();
    return {width, int(std::ceil(height)) + 2 * verticalSpace};
}

} // namespace recoupe
