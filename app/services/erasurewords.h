// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/personservice.h"

//! What the window and the command line say of the data of a person.
namespace recoupe {

//! "Lignes changées : 5 ; supprimées : 1 ; événements du journal vidés : 2."
[[nodiscard]] QString countsInWords(const ErasureRecord &record);
//! The deliveries that an erasure drops, a sentence each.
[[nodiscard]] QStringList waitingInWords(const PersonReport &report);
//! Who must be told; empty where nobody was sent anything.
[[nodiscard]] QString informedInWords(const QList<Partner> &informed);
//! What an erasure would empty and remove, and what it would leave, in sentences.
[[nodiscard]] QStringList consequencesInWords(const PersonReport &report);

} // namespace recoupe
