// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace recoupe {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItem(widget));
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items << item;
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

//! The items that are not hidden, line by line.
QList<FlowLayout::Line> FlowLayout::linesWithin(int width) const
{
    QList<Line> lines;
    int left = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().expandedTo(item->minimumSize());
        if (lines.isEmpty() || (left > 0 && left + size.width() > width)) {
            lines.emplaceBack();
            left = 0;
        }
        Line &line = lines.last();
        line.items << Place{item, left, size};
        line.height = std::max(line.height, size.height());
        left += size.width() + spacing();
    }
    return lines;
}

int FlowLayout::heightForWidth(int width) const
{
    int height = 0;
    for (const Line &line : linesWithin(width))
        height += (height > 0 ? spacing() : 0) + line.height;
    return height;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    int top = rect.top();
    for (const Line &line : linesWithin(rect.width())) {
        for (const Place &place : line.items) {
            const int lowered = (line.height - place.size.height()) / 2;
            place.item->setGeometry(
                QRect(QPoint(rect.left() + place.left, top + lowered), place.size));
        }
        top += line.height + spacing();
    }
}

} // namespace recoupe
