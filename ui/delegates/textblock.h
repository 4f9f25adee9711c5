// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextLayout>

namespace recoupe {

//! A wrapped text for delegates: laid out once for its width, then measured or drawn.
class TextBlock
{
public:
    TextBlock(const QString &text, const QFont &font, qreal width,
              const QList<QTextLayout::FormatRange> &formats = {});

    [[nodiscard]] qreal height() const { return m_height; }
    void draw(QPainter &painter, QPointF topLeft, const QColor &color) const;

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

} // namespace recoupe
