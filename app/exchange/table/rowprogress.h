// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"

namespace recoupe {

//! Tells how many rows of a file were gone through, now and then.
class RowProgress
{
public:
    //! \a total: 0 while it is unknown.
    RowProgress(const QString &fileName, const Progress &progress, qint64 total)
        : m_fileName(fileName)
        , m_progress(progress)
        , m_total(total)
    {
    }

    //! Before each row. Cancelled where nobody wants more.
    [[nodiscard]] Result<> step()
    {
        constexpr qint64 rowsPerCall = 200;
        const bool goesOn = !m_progress || m_done % rowsPerCall != 0 || m_progress(m_done, m_total);
        ++m_done;
        return goesOn ? Result<>() : stopped();
    }
    [[nodiscard]] qint64 done() const { return m_done; }

private:
    [[nodiscard]] Failure stopped() const;

    const QString &m_fileName;
    const Progress &m_progress;
    qint64 m_total;
    qint64 m_done = 0;
};

} // namespace recoupe
