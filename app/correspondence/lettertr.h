// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace recoupe {

//! Translation context of what is written to organisations.
struct LetterTr
{
    Q_DECLARE_TR_FUNCTIONS(Correspondence)
};

} // namespace recoupe
