// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/textblock.h"

#include <QPainter>

namespace recoupe {

TextBlock::TextBlock(const QString &text, const QFont &font, qreal width,
                     const QList<QTextLayout::FormatRange> &formats)
    : m_layout(QString(text).replace(u'\n', QChar::LineSeparator), font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setFormats(formats);
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max(width, qreal(1)));
        line.setPosition(QPointF(0, m_height));
        m_height += line.height();
    }
    m_layout.endLayout();
}

void TextBlock::draw(QPainter &painter, QPointF topLeft, const QColor &color) const
{
    painter.save();
    painter.setPen(color);
    m_layout.draw(&painter, topLeft);
    painter.restore();
}

} // namespace recoupe
