// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/flatstyle.h"

#include "ui/style/textrole.h"
#include "ui/style/toollook.h"

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>

namespace recoupe {

namespace {

constexpr int edge = 1;
constexpr int pageButtonWidth = 84; // as wide as the longest name, so that all are alike
constexpr QSize toolSlack(3, 3);    // air around the words of a button
constexpr QSize buttonAir(12, 0);   // beside the words of a push button
constexpr int tipMargin = 4;
constexpr int arrowSize = 9;
constexpr int arrowGap = 5;                                  // to the edge of the button
constexpr int rowAir = 9;                                    // around the line of a list
constexpr QMargins headingPadding(4, 5, 4 + edge, 5 + edge); // of a column, its edges included
constexpr QMargins tabPadding(4 + edge, 5 + edge, 4 + edge, 5 + 2 * edge);

struct ToolShape
{
    QMargins padding; //!< edge included
    qreal radius;
};

ToolShape shapeOf(ToolLook look)
{
    switch (look) {
    case ToolLook::Pages: return {{3, 9, 3, 9}, 6};
    case ToolLook::Commands: return {{6, 5, 6, 5}, 4};
    case ToolLook::Heading: return {{3, 4, 3, 4}, 4};
    case ToolLook::Raised: break;
    }
    return {{7, 5, 10, 5}, 0}; // of those that open a menu: air before the arrow
}

bool isFlat(const QWidget *widget)
{
    return toolLookOf(widget) != ToolLook::Raised;
}

bool opensMenu(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !button.features.testFlag(QStyleOptionToolButton::PopupDelay);
}

//! Ours are the flat ones, and those with a menu, whose arrow is drawn beside the words.
const QStyleOptionToolButton *ownToolButton(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && (isFlat(widget) || opensMenu(*button)) ? button : nullptr;
}

//! Around the words and the icon.
QMargins marginsOf(const QStyleOptionToolButton &button, const QWidget *widget)
{
    const QMargins padding = shapeOf(toolLookOf(widget)).padding;
    return opensMenu(button) ? padding + QMargins(0, 0, arrowGap + arrowSize - edge, 0) : padding;
}

const QStyleOptionTab *documentTab(const QStyleOption *option)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    return tab && tab->documentMode ? tab : nullptr;
}

bool isHovered(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_MouseOver) &&
           option.state.testFlag(QStyle::State_Enabled);
}

bool hasFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus);
}

//! Hovered, or the page that is shown; the focus is an edge.
void drawFlatGround(const QStyleOptionToolButton &button, ToolLook look, QPainter *painter)
{
    QBrush ground = Qt::NoBrush;
    if (look == ToolLook::Pages && button.state.testFlag(QStyle::State_On))
        ground = button.palette.highlight();
    else if (isHovered(button))
        ground = button.palette.midlight();
    const qreal radius = shapeOf(look).radius;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(hasFocus(button) ? QPen(button.palette.color(QPalette::Link), edge)
                                     : QPen(Qt::NoPen));
    painter->setBrush(ground);
    painter->drawRoundedRect(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

//! A button without words: its ground and its focus.
QStyleOptionToolButton groundOf(const QStyleOptionToolButton &button)
{
    QStyleOptionToolButton ground = button;
    ground.features = QStyleOptionToolButton::None;
    ground.icon = {};
    ground.text.clear();
    return ground;
}

QStyleOptionToolButton labelOf(const QStyleOptionToolButton &button, const QWidget *widget)
{
    QStyleOptionToolButton label = button;
    label.rect = QStyle::visualRect(button.direction, button.rect,
                                    button.rect.marginsRemoved(marginsOf(button, widget)));
    if (toolLookOf(widget) == ToolLook::Pages && button.state.testFlag(QStyle::State_On)) {
        label.font.setWeight(QFont::DemiBold);
        label.palette.setColor(QPalette::ButtonText,
                               button.palette.color(QPalette::HighlightedText));
    }
    return label;
}

QStyleOption arrowOf(const QStyleOptionToolButton &button)
{
    QStyleOption arrow = button;
    arrow.rect = QStyle::alignedRect(button.direction, Qt::AlignRight | Qt::AlignVCenter,
                                     {arrowSize, arrowSize},
                                     button.rect.adjusted(arrowGap, 0, -arrowGap - edge, 0));
    return arrow;
}

void drawColumnHeading(const QStyleOption &option, QPainter *painter)
{
    const QRect &area = option.rect;
    painter->fillRect(area, option.palette.window());
    painter->fillRect(QRect(area.right(), area.top(), edge, area.height()),
                      option.palette.midlight());
    painter->fillRect(QRect(area.left(), area.bottom(), area.width(), edge), option.palette.mid());
}

void drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    const QRect &area = tab.rect;
    const bool isSelected = tab.state.testFlag(QStyle::State_Selected);
    if (!isSelected) {
        if (isHovered(tab))
            painter->fillRect(area, tab.palette.midlight());
        return;
    }
    const QBrush link(tab.palette.color(QPalette::Link));
    painter->fillRect(area, hasFocus(tab) ? link : tab.palette.mid());
    painter->fillRect(area.adjusted(edge, edge, -edge, 0), tab.palette.base());
    painter->fillRect(QRect(area.left(), area.bottom() - edge, area.width(), 2 * edge), link);
}

void drawListFrame(const QStyleOption &option, QPainter *painter)
{
    painter->save();
    painter->setPen(option.palette.color(hasFocus(option) ? QPalette::Link : QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -edge, -edge));
    painter->restore();
}

void drawBar(const QStyleOption &option, ToolLook look, QPainter *painter)
{
    if (look != ToolLook::Pages)
        return;
    painter->fillRect(option.rect, option.palette.window());
    painter->fillRect(QRect(option.rect.right(), option.rect.top(), edge, option.rect.height()),
                      option.palette.mid());
}

} // namespace

void FlatStyle::polish(QWidget *widget)
{
    EdgeStyle::polish(widget);
    if (qobject_cast<QHeaderView *>(widget))
        setTextRole(widget, TextRole::Heading);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarItemMargin:
        if (isFlat(widget))
            return 0;
        break;
    case PM_ToolBarFrameWidth:
        if (isFlat(widget))
            return toolLookOf(widget) == ToolLook::Pages ? 4 : 0;
        break;
    case PM_ToolBarItemSpacing:
        if (isFlat(widget))
            return toolLookOf(widget) == ToolLook::Pages ? 4 : 2;
        break;
    case PM_TabBarTabHSpace:
        if (documentTab(option))
            return tabPadding.left() + tabPadding.right();
        break;
    case PM_TabBarTabVSpace:
        if (documentTab(option))
            return tabPadding.top() + tabPadding.bottom();
        break;
    case PM_ToolTipLabelFrameWidth: return tipMargin;
    default: break;
    }
    return EdgeStyle::pixelMetric(metric, option, widget);
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : EdgeStyle::styleHint(hint, option, widget, returnData);
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const auto *heading =
        element == SE_HeaderLabel ? qstyleoption_cast<const QStyleOptionHeader *>(option) : nullptr;
    if (!heading)
        return EdgeStyle::subElementRect(element, option, widget);
    QStyleOptionHeader inner = *heading;
    inner.rect =
        visualRect(heading->direction, heading->rect, heading->rect.marginsRemoved(headingPadding));
    return EdgeStyle::subElementRect(element, &inner, widget);
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                  const QSize &contents, const QWidget *widget) const
{
    if (type == CT_ToolButton) {
        if (const auto *button = ownToolButton(option, widget)) {
            const int least = toolLookOf(widget) == ToolLook::Pages ? pageButtonWidth : 0;
            return contents.expandedTo({least, 0}).grownBy(marginsOf(*button, widget)) + toolSlack;
        }
    }
    const QSize size = EdgeStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        return size + buttonAir;
    if (type == CT_ItemViewItem)
        return size.expandedTo({0, option->fontMetrics.height() + rowAir});
    return type == CT_HeaderSection ? size.grownBy(headingPadding) : size;
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    if (element == PE_PanelTipLabel)
        painter->fillRect(option->rect, option->palette.toolTipBase());
    else if (element == PE_Frame && qobject_cast<const QAbstractScrollArea *>(widget))
        drawListFrame(*option, painter);
    else
        EdgeStyle::drawPrimitive(element, option, painter, widget);
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_Splitter: return;
    case CE_HeaderSection: return drawColumnHeading(*option, painter);
    case CE_ToolBar:
        if (isFlat(widget))
            return drawBar(*option, toolLookOf(widget), painter);
        break;
    case CE_TabBarTabShape:
        if (const QStyleOptionTab *tab = documentTab(option))
            return drawTab(*tab, painter);
        break;
    default: break;
    }
    EdgeStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *button = control == CC_ToolButton ? ownToolButton(option, widget) : nullptr;
    if (!button)
        return EdgeStyle::drawComplexControl(control, option, painter, widget);
    if (isFlat(widget)) {
        drawFlatGround(*button, toolLookOf(widget), painter);
    } else {
        const QStyleOptionToolButton ground = groundOf(*button);
        EdgeStyle::drawComplexControl(control, &ground, painter, widget);
    }
    const QStyleOptionToolButton label = labelOf(*button, widget);
    drawControl(CE_ToolButtonLabel, &label, painter, widget);
    if (opensMenu(*button)) {
        const QStyleOption arrow = arrowOf(*button);
        drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
    }
}

} // namespace recoupe
