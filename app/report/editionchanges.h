// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"

//! What differs from one edition of the table to another.
namespace recoupe {

//! One thing that two editions say differently of a session.
struct FieldDifference
{
    QString field; //!< "dates", "lieu"
    QString before;
    QString after;

    friend bool operator==(const FieldDifference &, const FieldDifference &) = default;
};

//! What became of a session between two editions.
struct EditionDifference
{
    enum class Kind
    {
        New,
        Changed,
        Left
    };

    Kind kind = Kind::New;
    SessionKey key;
    QString title;
    QString place;
    QList<FieldDifference> fields; //!< of a changed one, in the order of the columns
    QString reason;                //!< of one that left; may be empty

    friend bool operator==(const EditionDifference &, const EditionDifference &) = default;
};

//! What changed from one row of a session to the next, in the order of the columns. What only the
//! calendar or another version of the program words otherwise has not changed.
[[nodiscard]] QList<FieldDifference> differencesBetween(const EditionRow &before,
                                                        const EditionRow &after);

//! Marks each row of \a content as new or changed against the edition before, and says where it
//! moved from.
void markChanges(EditionContent &content, const EditionContent &previous);
//! What the marks of an edition say, with the values of \a previous, against which they were made:
//! rows in their order, then what left.
[[nodiscard]] QList<EditionDifference> markedDifferences(const EditionContent &previous,
                                                         const EditionContent &content);
//! What was in \a previous and is no more, in its order; the reasons are for the caller to give.
[[nodiscard]] QList<EditionDeparture> departuresSince(const EditionContent &previous,
                                                      const EditionContent &content);

} // namespace recoupe
