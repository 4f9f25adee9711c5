// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace recoupe {

//! Lines of a file for a sentence, given in their order: so many are named, all are counted.
class LineList
{
public:
    void add(qint64 line);
    [[nodiscard]] bool isEmpty() const { return m_runs.isEmpty(); }
    //! "2, 4, 7 à 12", "2, 4 et 312 autres".
    [[nodiscard]] QString text() const;

private:
    struct Run
    {
        qint64 first;
        qint64 last;
    };
    QList<Run> m_runs;
    qint64 m_unnamed = 0;
};

} // namespace recoupe
