// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/generator/worldbuilder.h"

#include <span>

namespace recoupe {

struct Defect;

//! Where a defect is being planted: a formation that is as it wants it.
class Planting
{
public:
    Planting(WorldBuilder &builder, const Defect &defect);

    [[nodiscard]] WorldBuilder &builder() const { return m_builder; }
    [[nodiscard]] WorldBlock &block() const { return m_builder.block(); }
    [[nodiscard]] Random &random() const { return m_builder.random(); }
    [[nodiscard]] WorldFormation &formation() const { return block().formations[m_formation]; }
    //! References into the block last until something is added to it.
    [[nodiscard]] WorldContract &contractOf(const WorldSession &session) const
    {
        return block().contracts[session.contract];
    }
    [[nodiscard]] WorldSession &anySession() const;

    //! Notes that the session was spoilt: the defect's rules, and \a others, must fire on it.
    void mark(WorldSession &session, const QStringList &others = {});
    void markAll();
    //! The same for the feed of the next day.
    void markNextDay(WorldSession &session, NextDay next);
    //! The same for a notification.
    void mark(WorldContract &contract);
    [[nodiscard]] int marked() const { return m_marked; }

private:
    [[nodiscard]] QStringList rules() const;

    WorldBuilder &m_builder;
    const Defect &m_defect;
    qsizetype m_formation;
    int m_marked = 0;
};

//! One thing that people get wrong, or that only looks wrong, with the rules that must tell.
//! Exactly one of the two functions is set.
struct Defect
{
    const char *id;
    //! Ids, separated by spaces, of the rules that must fire on what was planted and no other;
    //! empty where none may. Of a notification, or on the next day, where the defect is theirs.
    const char *rules;
    FormationBrief brief = {};
    bool inPlainFormation = true;
    //! Spoils one session; \a repeats: any number of sessions of the formation, else one of them.
    void (*onSession)(const Planting &, WorldSession &) = nullptr;
    bool repeats = true;
    //! Spoils more than one session, and marks what it spoilt.
    void (*onFormation)(Planting &) = nullptr;
    bool isOfNextDay = false;
};

[[nodiscard]] std::span<const Defect> numberDefects();
[[nodiscard]] std::span<const Defect> offerDefects();
[[nodiscard]] std::span<const Defect> sessionDefects();
[[nodiscard]] std::span<const Defect> contractDefects();
[[nodiscard]] std::span<const Defect> nextDayDefects();

//! All of them.
[[nodiscard]] QList<Defect> allDefects();

//! Adds a formation to the block and plants the defect. Gives how many sessions or notifications
//! were spoilt: at least one.
int plant(WorldBuilder &builder, const Defect &defect);

} // namespace recoupe
