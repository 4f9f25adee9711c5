// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/generator/worldbuilder.h"

namespace recoupe {

//! Builds one formation with its contracts into the block of a WorldBuilder.
class FormationBuilder
{
public:
    FormationBuilder(WorldBuilder &builder, const FormationBrief &brief, qsizetype mandataire);

    //! Gives its position in the block.
    qsizetype build(int maxSessions);

private:
    // What all its sessions share.
    void chooseFunding();
    void chooseTitle();
    void drawTitle();
    [[nodiscard]] bool isWanted() const;
    void chooseHours();
    [[nodiscard]] WorldFormation described() const;

    // One contract after the other.
    [[nodiscard]] QDate firstDay();
    void moveOn();
    void addContract(WorldFormation &formation, int count);
    [[nodiscard]] QList<WorldSession> scheduled(int count);
    [[nodiscard]] WorldSession sessionFrom(QDate monday);
    void vary(QList<WorldSession> &sessions);
    void splitOverTowns(QList<WorldSession> &sessions);
    [[nodiscard]] WorldContract contractOf(const QList<WorldSession> &sessions);
    void notify(WorldContract &contract);
    void setPlace(WorldContract &contract, const QList<WorldSession> &sessions);
    void declare(WorldContract &contract, QList<WorldSession> &sessions);
    void enter(WorldSession &session, const WorldContract *contract);
    void setAgenda(WorldSession &session);
    void joinLots(WorldFormation &formation);

    [[nodiscard]] QString typed(const QString &number);
    [[nodiscard]] QString inAnotherHand(const QString &commune);

    WorldBuilder &m_builder;
    Random &m_random;
    const FormationBrief m_brief;
    const qsizetype m_mandataire;

    Funder m_funder = Funder::Region;
    int m_funderCode = 0;
    Scheme m_scheme = Scheme::Afc;
    int m_segment = 0;
    bool m_permanent = false;
    std::size_t m_trade = 0;
    QString m_title;
    bool m_certifying = false;
    int m_centreHours = 0;
    int m_companyHours = 0;
    int m_weeklyHours = 35;
    QString m_siret;

    const Commune *m_commune = nullptr;
    QDate m_free; // from when on the commune is free for the next contract
};

} // namespace recoupe
