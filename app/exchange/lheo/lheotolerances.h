// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partialdate.h"
#include "exchange/xml/xmltree.h"

#include <QStringList>

#include <array>

namespace recoupe {

//! Counts the values that could not be read and were left out of a record that came in all the
//! same, so that nothing is lost without a word.
class LheoTolerances
{
public:
    enum class Kind
    {
        Places,
        Hours,
        Segment,
        RecordDate,
        MeetingDate,
        AssessmentDate
    };

    void note(Kind kind, qint64 line);

    //! The number the element holds; nothing when it is absent or empty, and noted when it is
    //! something else than a number.
    [[nodiscard]] std::optional<int> number(XmlElement element, Kind kind);
    //! The date written; absent, and noted, when it is none.
    [[nodiscard]] PartialDate date(std::string_view text, Kind kind, qint64 line);

    //! One sentence for each kind that was met.
    [[nodiscard]] QStringList sentences() const;

private:
    struct Count
    {
        int times = 0;
        qint64 firstLine = 0;
    };
    std::array<Count, 6> m_counts;
};

} // namespace recoupe
