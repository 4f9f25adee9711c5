// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page.h"

#include <QApplication>
#include <QStackedWidget>

namespace recoupe {

void Page::turn(QStackedWidget *stack, int part)
{
    const bool hasKeys = stack->isAncestorOf(QApplication::focusWidget());
    stack->setCurrentIndex(part);
    if (hasKeys)
        focusTarget()->setFocus();
}

} // namespace recoupe
