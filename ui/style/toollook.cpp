// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/toollook.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVariant>
#include <QWidget>

namespace recoupe {

namespace {
constexpr char lookProperty[] = "recoupeToolLook";
} // namespace

void setToolLook(QWidget *widget, ToolLook look)
{
    widget->setProperty(lookProperty, int(look));
    // A bar has read its measures already.
    QEvent event(QEvent::StyleChange);
    QCoreApplication::sendEvent(widget, &event);
}

ToolLook toolLookOf(const QWidget *widget)
{
    if (!widget)
        return ToolLook::Raised;
    const QVariant own = widget->property(lookProperty);
    const QWidget *bar = widget->parentWidget();
    const QVariant look = own.isValid() || !bar ? own : bar->property(lookProperty);
    return ToolLook(look.toInt()); // Raised where nothing was said
}

} // namespace recoupe
