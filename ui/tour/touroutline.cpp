// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/touroutline.h"

#include <QPainter>

namespace recoupe {

namespace {
constexpr int gap = 3;
constexpr int thickness = 3;
constexpr qreal corner = 6;
} // namespace

TourOutline::TourOutline(QWidget *window)
    : QWidget(window)
{
    setObjectName(QStringLiteral("tourOutline"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void TourOutline::surround(const QRect &part)
{
    constexpr int room = gap + thickness;
    setGeometry(part.adjusted(-room, -room, room, room).intersected(parentWidget()->rect()));
    raise();
}

void TourOutline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Link), thickness));
    constexpr qreal inset = thickness / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), corner, corner);
}

} // namespace recoupe
