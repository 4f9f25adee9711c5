// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pagestamp.h"

#include "report/tablefonts.h"

#include <QTransform>

#include <cmath>
#include <numbers>

namespace recoupe {

namespace {

constexpr qreal letterHeight = 150;

} // namespace

PageStamp pageStamp(const QString &text, const PageFormat &format)
{
    QFont font = TableFonts(format.typeScale).font(TextStyle::Title);
    font.setPixelSize(qRound(letterHeight * format.typeScale));
    QPainterPath word;
    word.addText({}, font, text);
    word.translate(-word.boundingRect().center());

    const QSizeF &page = format.size;
    QTransform acrossThePage = QTransform::fromTranslate(page.width() / 2, page.height() / 2);
    acrossThePage.rotate(-std::atan2(page.height(), page.width()) * 180 / std::numbers::pi);
    return {acrossThePage.map(word), 200, 0.6};
}

} // namespace recoupe
