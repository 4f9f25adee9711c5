// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/marketnumber.h"
#include "domain/vocabulary.h"

#include <QDate>
#include <QMap>

namespace recoupe {

//! Dates and place that the Région's SESAR holds for a contract, or for one session of it.
//! Identity: normalised market number, session numero, and start where no session is named.
struct SesarDeclaration
{
    MarketNumber market;
    QString sessionNumero; //!< LHEO numero; empty when the line speaks of the whole contract
    QString title;
    QDate start;
    QDate end;
    QString place;
    QString postalCode;
    QString objective;
    EntryMode entryMode = EntryMode::Unknown;
    QMap<QString, QString> extras;

    friend bool operator==(const SesarDeclaration &, const SesarDeclaration &) = default;
};

} // namespace recoupe
