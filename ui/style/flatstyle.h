// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/edgestyle.h"

namespace recoupe {

//! What is flatter here than in Fusion: bars and their buttons, headings of columns, tabs, the
//! frames of lists, whose lines get air; and the arrow of a button that opens a menu, which gets
//! room of its own. In code rather than as a style sheet: a sheet reads its rules anew for each
//! widget that is put into another, which took longer than all else before the first window stands.
class FlatStyle : public EdgeStyle
{
    Q_OBJECT

public:
    using EdgeStyle::polish;
    void polish(QWidget *widget) override;

    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
};

} // namespace recoupe
