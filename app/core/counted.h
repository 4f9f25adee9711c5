// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! A count with its noun: counted(3, "%1 jour", "%1 jours") gives "3 jours". In French nought is
//! singular too.
[[nodiscard]] inline QString counted(qsizetype count, const QString &one, const QString &several)
{
    return (count < 2 ? one : several).arg(count);
}

} // namespace recoupe
