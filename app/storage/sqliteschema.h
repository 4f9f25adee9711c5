// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <optional>

//! What a base that somebody handed over may hold besides tables of ours.
namespace recoupe {

//! Asks a base, in one statement, for its version and for every object of its schema.
[[nodiscard]] QString schemaQuestion();

//! The version in the answer.
[[nodiscard]] int schemaVersionIn(const QVariant &answer);

//! The first object that the program did not make for a base of that version, as "trigger NAME": a
//! foreign trigger or view would run with what the operator does, and a table of ours could carry
//! expressions of its own. \a answer: what schemaQuestion() gives. Nothing where all are ours; one
//! that is missing is found by Database::faults() or by the first statement that needs it.
[[nodiscard]] std::optional<QString> foreignObjectIn(const QVariant &answer);

} // namespace recoupe
