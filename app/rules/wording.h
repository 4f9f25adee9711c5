// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partialdate.h"

#include <QCoreApplication>

namespace recoupe {

//! Translation context of the rules' sentences.
struct RulesTr
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

//! "12/01/2027"; "date absente" when invalid.
[[nodiscard]] QString inWords(QDate day);
//! "12/01/2027", "septembre 2027", "année 2027", "date absente", "date inconnue".
[[nodiscard]] QString inWords(const PartialDate &date);
//! "du 12/01/2027 au 30/04/2027"; "début : 12/01/2027, fin : date inconnue".
[[nodiscard]] QString inWords(const PartialDate &start, const PartialDate &end);
//! The value, or "non renseigné" where there is none.
[[nodiscard]] QString orMissing(const QString &value);
//! The text as it is compared: folded, and empty where a filler stands.
[[nodiscard]] QString said(const QString &text);

} // namespace recoupe
