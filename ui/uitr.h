// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace recoupe {

//! Translation context of the window.
struct UiTr
{
    Q_DECLARE_TR_FUNCTIONS(Ui)
};

} // namespace recoupe
