// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tableprofile.h"

#include <QDate>

class QComboBox;

//! The lists by which an operator says how files are read. The first entry of each leaves it to the
//! file.
namespace recoupe {

//! \a today: the day whose names of funders are shown. Data: the token of a funder.
void offerFunders(QComboBox *box, QDate today);
[[nodiscard]] std::optional<Funder> chosenFunder(const QComboBox *box);
//! Data: the name of an encoding.
void offerEncodings(QComboBox *box);
//! Data: a character.
void offerSeparators(QComboBox *box);
//! Data: the name of a profile.
void offerProfiles(QComboBox *box, const QList<TableProfile> &profiles);

//! Picks the entry of that data, else the first.
void select(QComboBox *box, const QVariant &data);
//! "point-virgule".
[[nodiscard]] QString separatorInWords(QChar character);
//! "Automatique", and what came of it.
[[nodiscard]] QString automatic(const QString &found);

} // namespace recoupe
