// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace recoupe {

//! A run of a value that is, or is not, like the value it is held against.
struct DiffPart
{
    QString text;
    bool differs = false;

    friend bool operator==(const DiffPart &, const DiffPart &) = default;
};
using DiffParts = QList<DiffPart>;

//! Marks in \a text what \a other does not have: whole words and numbers first; within two that are
//! alike by half or more, only the letters between what both begin and end with. Case, accents and
//! kinds of dash do not count. Of texts of many hundreds of words, what stands between their common
//! begin and end is marked as a whole. The parts put together are the text.
[[nodiscard]] DiffParts markDifferences(const QString &text, const QString &other);
//! The same with long runs that do not differ cut down to what stands next to a difference: for
//! texts of whole paragraphs.
[[nodiscard]] DiffParts shortened(const DiffParts &parts);

} // namespace recoupe

Q_DECLARE_METATYPE(recoupe::DiffParts)
