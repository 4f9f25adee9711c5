// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogparts.h"

#include <QAccessible>
#include <QTest>

namespace recoupe {

void expectAccessibleNames(const QWidget &dialog)
{
    for (QWidget *widget : dialog.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

} // namespace recoupe
