// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/person.h"
#include "domain/trainingsession.h"
#include "storage/personaldatarepository.h"

//! What the use cases on persons say of the rows that they find.
namespace recoupe {

//! What kind of record it is, in French.
[[nodiscard]] QString placeName(const PersonalRow &row);
//! What it is about: "SE_1", "Puy-de-Dôme (63)", "AUDE / GSP"; may be empty.
[[nodiscard]] QString subjectInWords(const PersonalRow &row);
//! The session that it is about, or the action, by its formation alone; empty for anything else.
[[nodiscard]] SessionKey offerOf(const PersonalRow &row);
//! What stands there, shortened: of a record, what it says of the person.
[[nodiscard]] QString excerptOf(const PersonalRow &row);
//! One sentence for each place that cannot be changed, and what to do there.
[[nodiscard]] QStringList keptPlaces(const QList<PersonalRow> &rows);
//! Those that a correction may touch: not the trail, and lists are changed, not shortened.
[[nodiscard]] QList<PersonalRow> corrected(const QList<PersonalRow> &rows);
//! The sessions and, by their formation alone, the actions that the rows are about.
[[nodiscard]] QList<SessionKey> sessionsOf(const QList<PersonalRow> &rows);
//! InvalidArgument without a reason, or with one that names the person: it is kept for good.
[[nodiscard]] Result<> expectReason(const QString &reason, const PersonFilter &filter);

} // namespace recoupe
