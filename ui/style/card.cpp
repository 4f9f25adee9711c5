// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/card.h"

#include <QPainter>
#include <QWidget>

namespace recoupe {

namespace {
constexpr qreal radius = 8;
} // namespace

void paintCard(QWidget &widget, const QColor &edge)
{
    const QPalette palette = widget.palette();
    const QPen pen = widget.hasFocus() ? QPen(palette.color(QPalette::Link), 2) : QPen(edge, 1);
    const qreal inset = pen.widthF() / 2;
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(palette.base());
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), radius,
                            radius);
}

} // namespace recoupe
