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
    QPainterPath word;
    word.addText({}, TableFonts::font(true, qRound(letterHeight * format.typeScale)), text);
    word.translate(-word.boundingRect().center());

    const QSizeF &page = format.size;
    QTransform acrossThePage = QTransform::fromTranslate(page.width() / 2, page.height() / 2);
    acrossThePage.rotate(-std::atan2(page.height(), page.width()) * 180 / std::numbers::pi);
    return {acrossThePage.map(word), 200, 0.6};
}

} // namespace recoupe
