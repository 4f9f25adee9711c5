// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailingtargetmodel.h"

//! What the preparation of a mailing says of itself.
namespace recoupe {

//! Why there is nothing to prepare, and what to do first.
[[nodiscard]] QString noEditionInWords();
//! How far an edition was prepared; warns of one that another took the place of.
[[nodiscard]] QString editionStateInWords(const QList<MailingTarget> &targets, bool isLast);
//! What a preparation for that many addresses will do.
[[nodiscard]] QString preparationInWords(int addresses);
//! What was written and what is left to do with it; a line for each draft that is large.
[[nodiscard]] QString draftsInWords(const QList<MailingDraft> &drafts);

} // namespace recoupe
