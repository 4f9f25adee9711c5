// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/edgestyle.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace recoupe {

namespace {

constexpr qreal ringWidth = 1.6;
constexpr qreal radius = 2;

bool hasRing(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus);
}

QPen penOf(const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return {option.palette.color(QPalette::Mid), 1};
    if (hasRing(option))
        return {option.palette.color(QPalette::Link), ringWidth};
    return {option.palette.color(QPalette::Dark), 1};
}

void drawEdge(QPainter *painter, const QStyleOption &option, const QRectF &area, qreal corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(penOf(option));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(area, corner, corner);
    painter->restore();
}

QRectF frameOf(const QStyleOption &option)
{
    return QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

EdgeStyle::EdgeStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void EdgeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const QRectF frame = frameOf(*option);
    switch (element) {
    case PE_FrameLineEdit:
    case PE_IndicatorCheckBox: drawEdge(painter, *option, frame, radius); break;
    case PE_IndicatorRadioButton: drawEdge(painter, *option, frame, frame.width() / 2); break;
    case PE_PanelButtonCommand:
    case PE_FrameFocusRect: // a list says where it is by what is selected
        if (hasRing(*option) && !qobject_cast<const QAbstractItemView *>(widget))
            drawEdge(painter, *option, frame, radius);
        break;
    default: break;
    }
}

void EdgeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawEdge(painter, *option, frameOf(*option), radius);
}

} // namespace recoupe
