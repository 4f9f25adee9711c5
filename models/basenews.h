// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"

#include <QList>

namespace recoupe {

//! What others decided meanwhile, in a sentence that names them: "Base actualisée : 3 sessions
//! modifiées par c.martin". \a me: the operator who reads it, whose decisions came from elsewhere.
//! Empty for no decisions.
[[nodiscard]] QString newsInWords(const QList<Decision> &decisions, const QString &me);

} // namespace recoupe
