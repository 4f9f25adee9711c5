// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/benchworld.h"

#include "support/generator/titles.h"
#include "support/generator/worldbuilder.h"

namespace recoupe {

namespace {

constexpr quint64 seed = 20261123;
constexpr int sessionsPerMandataire = 15;
constexpr int strangers = 9'000'000; // ranks of organisations that have no contract

Contact contactOf(const WorldPerson &person)
{
    return {person.civility, person.firstName, person.lastName, {person.telephone}, person.mail};
}

Place placeOf(const WorldPlace &place)
{
    return {place.name, {place.street}, place.postalCode, place.city, place.inseeCode};
}

TrainingAction actionOf(const WorldBlock &block, const WorldFormation &formation)
{
    const WorldOrganisation &mandataire = block.organisations[formation.mandataire];
    TrainingAction action;
    action.numero = formation.numero;
    action.title = formation.title;
    action.objective = formation.aim;
    action.content = formation.content;
    action.certifying = formation.certifying;
    action.formacodes = {fields()[formation.field].formacode.toString()};
    action.mandataire = {formation.siret,
                         mandataire.name,
                         mandataire.legalName(),
                         {},
                         contactOf(mandataire.people.first())};
    action.contacts = {contactOf(formation.contact)};
    return action;
}

Funding fundingOf(const WorldAction &action)
{
    return {action.funderCode, action.number,  action.lot,
            action.scheme,     action.segment, action.places};
}

TrainingSession sessionOf(const WorldFormation &formation, const WorldSession &from)
{
    TrainingSession session;
    session.key = {formation.numero, from.actionNumero, from.numero};
    session.start = PartialDate(from.start);
    session.end = PartialDate(from.end);
    session.entryMode = from.action.permanent ? EntryMode::Permanent : EntryMode::Fixed;
    session.recruitment = recruitmentFromLheo(from.state);
    session.place = placeOf(*from.action.place);
    session.fundings = {fundingOf(from.action)};
    session.duration = {from.action.centreHours, from.action.companyHours, from.action.totalHours,
                        from.action.weeklyHours};
    session.particularity = from.particularity;
    session.contacts = {contactOf(from.contact.value_or(formation.contact))};
    session.createdOn = PartialDate(from.entered);
    session.changedOn = PartialDate(from.updated);
    return session;
}

AwardNotification awardOf(const WorldContract &contract)
{
    AwardNotification award;
    award.funder = contract.funder;
    award.market = MarketNumber(contract.number);
    award.lot = contract.lot;
    award.title = contract.title;
    award.awardeeSirets = contract.sirets;
    award.awardeeName = contract.holder;
    award.notifiedOn = contract.notified;
    award.receivedOn = contract.received;
    award.start = contract.start;
    award.end = contract.end;
    award.place = contract.place;
    award.postalCode = contract.postalCode;
    award.scheme = schemeName(contract.scheme);
    award.siegSegment = contract.segment;
    award.places = contract.places;
    return award;
}

SesarDeclaration declarationOf(const WorldContract &contract)
{
    SesarDeclaration declaration;
    declaration.market = MarketNumber(contract.number);
    declaration.title = contract.title;
    declaration.start = contract.declaredStart;
    declaration.end = contract.declaredEnd;
    declaration.place = contract.place;
    declaration.postalCode = contract.postalCode;
    declaration.objective = contract.objective;
    declaration.entryMode = contract.permanent ? EntryMode::Permanent : EntryMode::Fixed;
    return declaration;
}

//! With a sign wrong, two swapped, or one lacking.
QString mistyped(const QString &number, Random &random)
{
    switch (random.below(3)) {
    case 0: return withOneSignWrong(number, random);
    case 1: return withSignsSwapped(number, random);
    default: return number.chopped(1);
    }
}

//! What people get wrong of a session, whatever else is wrong with it.
void spoil(TrainingSession &session, Random &random)
{
    const int slip = random.below(100);
    if (slip < 15)
        session.fundings.first().marketNumber =
            mistyped(session.marketNumber().normalized(), random);
    else if (slip < 20)
        session.fundings.first().marketNumber.clear();
    if (!random.chance(10))
        return;
    const int days = random.between(-30, 30);
    session.start = PartialDate(session.start.exact().addDays(days));
    session.end = PartialDate(session.end.exact().addDays(days));
}

//! The same of its action.
void spoil(TrainingAction &action, Random &random)
{
    if (random.chance(3))
        action.mandataire.siret = siretOf(sirenOfRank(strangers + random.below(strangers / 10)), 1);
    for (int slips = random.below(3); slips > 0; --slips)
        action.title = withTypo(action.title, random);
}

class Filling
{
public:
    explicit Filling(qsizetype sessions)
        : m_sessions(sessions)
    {
    }

    BenchWorld fill()
    {
        Workspace &workspace = m_world.workspace;
        workspace.today = m_builder.today();
        while (workspace.sessions.size() < m_sessions)
            addBlock();
        return std::move(m_world);
    }

private:
    void addBlock()
    {
        const FormationBrief brief{
            .minSessions = 1, .maxSessions = 1, .isOurs = true, .isPlain = true};
        WorldBlock &block = m_builder.block();
        m_builder.beginBlock();
        while (block.contracts.size() < sessionsPerMandataire)
            m_builder.addFormation(brief, sessionsPerMandataire);
        m_builder.finishBlock();
        Workspace &workspace = m_world.workspace;
        const qsizetype firstAward = workspace.awards.size();
        for (const WorldContract &contract : block.contracts) {
            workspace.awards << awardOf(contract);
            if (contract.sesar != SesarMode::None)
                workspace.declarations << declarationOf(contract);
        }
        for (const WorldFormation &formation : block.formations)
            addFormation(block, formation, firstAward);
    }

    void addFormation(const WorldBlock &block, const WorldFormation &formation,
                      qsizetype firstAward)
    {
        Workspace &workspace = m_world.workspace;
        const QDateTime received = m_builder.today().startOfDay(Qt::UTC);
        StoredAction &action = workspace.actions.emplaceBack();
        action.submitted = actionOf(block, formation);
        action.receivedAt = received;
        spoil(action.submitted, m_random);
        for (const WorldSession &from : formation.sessions) {
            StoredSession &stored = workspace.sessions.emplaceBack().stored;
            stored.submitted = sessionOf(formation, from);
            spoil(stored.submitted, m_random);
            stored.firstReceivedAt = stored.receivedAt = received;
            stored.recruitment = stored.submitted.recruitment;
            m_world.awardOf << firstAward + from.contract;
        }
    }

    qsizetype m_sessions;
    WorldBuilder m_builder{seed, QDate(2026, 11, 23)};
    Random m_random{seed};
    BenchWorld m_world;
};

} // namespace

BenchWorld BenchWorld::of(qsizetype sessions)
{
    return Filling(sessions).fill();
}

} // namespace recoupe
