// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace recoupe {

//! A label that leads to a field by its mnemonic; it is the field's name for a screen reader too.
[[nodiscard]] inline QLabel *labelOf(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(u'&'));
    return label;
}

} // namespace recoupe
