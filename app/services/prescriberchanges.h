// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prescriber.h"
#include "services/decisionoutcome.h"

namespace recoupe {

//! How an address that was \a seen stands on the list for its département; nothing where it is
//! gone.
[[nodiscard]] std::optional<Prescriber> standing(const Prescriber &seen,
                                                 const QList<Prescriber> &list);
//! What differs of it from how it was \a seen, in words, with what was \a wanted (nothing: that it
//! goes); nothing where nothing does. Nobody notes who changed the list, or when.
[[nodiscard]] std::optional<MeanwhileChange>
prescriberChange(const Prescriber &seen, const QList<Prescriber> &list,
                 const std::optional<Prescriber> &wanted);
//! What differs between a list as it was \a seen and as it is \a now: "1 adresse ajoutée
//! (a@example.org pour toute la région), 1 adresse retirée (…)", at most three of each by name;
//! empty where nothing does.
[[nodiscard]] QString listChangesInWords(const QList<Prescriber> &seen,
                                         const QList<Prescriber> &now);

} // namespace recoupe
