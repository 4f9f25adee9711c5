// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/generator/catalogue.h"
#include "support/generator/random.h"

#include <QString>

//! How people write the titles of training.
namespace recoupe {

//! The title that the segment of the SIEG has to bear, in one of its accepted writings.
[[nodiscard]] QString siegTitle(int segment, QStringView departement, Random &random);
//! Something else that people write instead.
[[nodiscard]] QString wrongSiegTitle(int segment, QStringView departement);

//! The same title in another hand: capitals, no accents, another dash.
[[nodiscard]] QString rewritten(const QString &title, Random &random);
//! With one slip of the keyboard within a long word.
[[nodiscard]] QString withTypo(const QString &title, Random &random);
//! With every wording that has a usual abbreviation shortened.
[[nodiscard]] QString abbreviated(const QString &title);
//! With its parts the other way round.
[[nodiscard]] QString reordered(const QString &title);

//! "de Riom", "d'Issoire", "du Puy-en-Velay" and "à Riom", "au Puy-en-Velay".
[[nodiscard]] QString ofCommune(QStringView name);
[[nodiscard]] QString atCommune(QStringView name);

} // namespace recoupe
