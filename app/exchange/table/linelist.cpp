// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/linelist.h"

#include <QCoreApplication>
#include <QStringList>

namespace recoupe {

namespace {

constexpr qsizetype maxRuns = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

void LineList::add(qint64 line)
{
    if (!m_runs.isEmpty() && m_unnamed == 0 && line == m_runs.back().last + 1)
        m_runs.back().last = line;
    else if (m_runs.size() < maxRuns)
        m_runs << Run{line, line};
    else
        ++m_unnamed;
}

QString LineList::text() const
{
    QStringList parts;
    for (const Run &run : m_runs) {
        if (run.last > run.first + 1) {
            parts << Tr::tr("%1 à %2").arg(run.first).arg(run.last);
            continue;
        }
        for (qint64 line = run.first; line <= run.last; ++line)
            parts << QString::number(line);
    }
    const QString list = parts.join(QStringLiteral(", "));
    return m_unnamed > 0 ? Tr::tr("%1 et %2 autres").arg(list).arg(m_unnamed) : list;
}

} // namespace recoupe
