// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/defects.h"

namespace recoupe {

namespace {

constexpr int mostSessions = 12;

FormationBrief briefOf(const Defect &defect)
{
    FormationBrief brief = defect.brief;
    brief.isOurs = true;
    brief.isPlain = defect.inPlainFormation;
    return brief;
}

void spoilSessions(Planting &planting, const Defect &defect)
{
    QList<WorldSession> &sessions = planting.formation().sessions;
    const int certain = planting.random().below(sessions.size());
    for (int i = 0; i < sessions.size(); ++i) {
        if (i != certain && !(defect.repeats && planting.random().chance(50)))
            continue;
        defect.onSession(planting, sessions[i]);
        planting.mark(sessions[i]);
    }
}

} // namespace

Planting::Planting(WorldBuilder &builder, const Defect &defect)
    : m_builder(builder)
    , m_defect(defect)
    , m_formation(builder.addFormation(briefOf(defect), mostSessions))
{
}

WorldSession &Planting::anySession() const
{
    QList<WorldSession> &sessions = formation().sessions;
    return sessions[random().below(sessions.size())];
}

QStringList Planting::rules() const
{
    return QString::fromLatin1(m_defect.rules).split(u' ', Qt::SkipEmptyParts);
}

void Planting::mark(WorldSession &session, const QStringList &others)
{
    session.defect = QString::fromLatin1(m_defect.id);
    session.rules = rules() + others;
    ++m_marked;
}

void Planting::markAll()
{
    for (WorldSession &session : formation().sessions)
        mark(session);
}

void Planting::markNextDay(WorldSession &session, NextDay next)
{
    next.defect = QString::fromLatin1(m_defect.id);
    next.rules = rules();
    session.nextDay = std::move(next);
    ++m_marked;
}

void Planting::mark(WorldContract &contract)
{
    contract.defect = QString::fromLatin1(m_defect.id);
    ++m_marked;
}

QList<Defect> allDefects()
{
    QList<Defect> all;
    for (const auto family :
         {numberDefects(), offerDefects(), sessionDefects(), contractDefects(), nextDayDefects()})
        all.append(QList<Defect>(family.begin(), family.end()));
    return all;
}

int plant(WorldBuilder &builder, const Defect &defect)
{
    Planting planting(builder, defect);
    if (defect.onSession)
        spoilSessions(planting, defect);
    else
        defect.onFormation(planting);
    return planting.marked();
}

} // namespace recoupe
