// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace recoupe {

//! A draft that an issued edition was prepared to be mailed with. How many addresses it is to, not
//! which: the record outlives the list of prescribers, and addresses are personal data.
struct EditionMailing
{
    int year = 0; //!< of the edition
    int number = 0;
    QString departement; //!< code; empty: the whole region
    QDateTime writtenAt; //!< UTC; the same for all drafts that were prepared together
    QString operatorName;
    int recipients = 0;

    friend bool operator==(const EditionMailing &, const EditionMailing &) = default;
};

} // namespace recoupe
