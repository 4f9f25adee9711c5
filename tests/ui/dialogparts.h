// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace recoupe {

//! The child of that name and kind; the test stops where there is none.
template <typename Widget>
[[nodiscard]] Widget *in(const QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QString::fromLatin1(name));
    if (!found)
        qFatal("No %s.", name);
    return found;
}

//! Fails the test where a widget that Tab reaches says no name to a screen reader.
void expectAccessibleNames(const QWidget &dialog);

} // namespace recoupe
