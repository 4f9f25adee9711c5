// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sign.h"

#include <QPainter>

namespace recoupe {

Sign::Sign(int size, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(size, size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sign::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

void Sign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace recoupe
