// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/formationbuilder.h"

#include "core/textfolding.h"
#include "domain/departement.h"
#include "support/generator/titles.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

using When = FormationBrief::When;

constexpr int daysPerWeek = 7;
constexpr int lheoTrainee = 10;
constexpr int lheoEuropeanFund = 3;
constexpr int daysEveryDelayIsOver = 45;

QDate mondayFrom(QDate day)
{
    return day.addDays((8 - day.dayOfWeek()) % daysPerWeek);
}

QDate firstOfMonth(QDate day)
{
    return QDate(day.year(), day.month(), 1);
}

QDate lastOfMonth(QDate day)
{
    return firstOfMonth(day).addMonths(1).addDays(-1);
}

QString purposeOf(Scheme scheme, int segment, bool certifying)
{
    if (scheme == Scheme::Afe)
        return QStringLiteral("Expérimentation");
    if (scheme != Scheme::Sieg)
        return certifying ? QStringLiteral("Certification") : QStringLiteral("Préqualification");
    return segment == 1   ? QStringLiteral("Remise à niveau")
           : segment == 2 ? QStringLiteral("Découverte des métiers")
                          : QStringLiteral("Insertion des jeunes");
}

bool hasShortForm(const QString &title)
{
    return abbreviated(title) != title;
}

} // namespace

FormationBuilder::FormationBuilder(WorldBuilder &builder, const FormationBrief &brief,
                                   qsizetype mandataire)
    : m_builder(builder)
    , m_random(builder.random())
    , m_brief(brief)
    , m_mandataire(mandataire)
{
    const WorldOrganisation &organisation = builder.block().organisations[mandataire];
    m_siret = organisation.siret(m_random.chance(85) ? 1 : 2);
    m_commune = !brief.awayFrom.isEmpty() ? &builder.otherCommune(brief.awayFrom, false)
                : m_random.chance(50)     ? &communes()[organisation.commune]
                                          : &m_random.pick(communes());
    m_free = firstDay();
    chooseFunding();
    chooseTitle();
    chooseHours();
}

qsizetype FormationBuilder::build(int maxSessions)
{
    WorldFormation formation = described();
    int left = maxSessions;
    const int contracts = m_random.between(m_brief.minContracts, m_brief.maxContracts);
    for (int i = 0; i < contracts && left > 0; ++i) {
        if (i > 0)
            moveOn();
        const int count =
            std::min(left, m_random.between(m_brief.minSessions, m_brief.maxSessions));
        addContract(formation, count);
        left -= count;
    }
    joinLots(formation);
    m_builder.block().formations << formation;
    return m_builder.block().formations.size() - 1;
}

// --- What all its sessions share

void FormationBuilder::chooseFunding()
{
    const int funder = m_random.below(100);
    m_funder = m_brief.funder.value_or(funder < 55                     ? Funder::Region
                                       : funder < 84                   ? Funder::PoleEmploi
                                       : funder < 96 || m_brief.isOurs ? Funder::Agefiph
                                                                       : Funder::Other);
    m_funderCode = lheoCodeOf(m_funder);
    const int share = m_random.below(100);
    if (m_funder == Funder::Region)
        m_scheme = share < 70 ? Scheme::Afc : share < 78 ? Scheme::Afe : Scheme::Sieg;
    else if (m_funder == Funder::PoleEmploi)
        m_scheme = share < 60 ? Scheme::Afc : Scheme::Poec;
    else if (m_funder == Funder::Other)
        m_scheme = share < 50 ? Scheme::Poec : Scheme::Unknown;
    if (m_brief.scheme != Scheme::Unknown)
        m_scheme = m_brief.scheme;
    if (m_funder == Funder::Other && m_scheme == Scheme::Unknown)
        m_funderCode = lheoTrainee;
    if (m_scheme == Scheme::Sieg)
        m_segment = m_brief.segment > 0 ? m_brief.segment : m_random.between(1, 3);
    m_permanent = m_segment == 1 || m_segment == 2;
}

void FormationBuilder::chooseTitle()
{
    constexpr int tries = 40;
    for (int i = 0; i < tries; ++i) {
        drawTitle();
        if (isWanted() && m_builder.takeTitle(m_title))
            return;
        if (m_scheme == Scheme::Sieg && m_brief.scheme == Scheme::Unknown) {
            m_scheme = Scheme::Afc;
            m_segment = 0;
            m_permanent = false;
        }
    }
}

bool FormationBuilder::isWanted() const
{
    return (!m_brief.hasAbbreviation || hasShortForm(m_title)) &&
           (!m_brief.otherFieldThan || trades()[m_trade].field != *m_brief.otherFieldThan);
}

void FormationBuilder::drawTitle()
{
    m_trade = std::size_t(m_random.below(qsizetype(trades().size())));
    const QString name = trades()[m_trade].name.toString();
    const bool hasDiplomas = fields()[trades()[m_trade].field].hasDiplomas;
    const TitleForms forms = titleForms();
    m_certifying = false;
    if (m_scheme == Scheme::Sieg) {
        m_title = siegTitle(m_segment, m_commune->departement(), m_random);
    } else if (m_scheme == Scheme::Poec) {
        m_title = QStringLiteral("Préparation opérationnelle à l'emploi collective : ") +
                  name.at(0).toLower() + name.mid(1);
    } else if (m_scheme == Scheme::Afe) {
        m_title = m_random.pick(forms.experiment).toString().arg(name);
    } else if (m_funder == Funder::Agefiph) {
        m_title = m_random.pick(forms.adapted).toString().arg(name);
    } else if (!hasDiplomas) {
        m_title = m_random.pick(forms.levels).toString().arg(name);
    } else {
        m_certifying = m_random.chance(60);
        m_title =
            m_random.pick(m_certifying ? forms.diplomas : forms.trainings).toString().arg(name);
    }
}

void FormationBuilder::chooseHours()
{
    static constexpr std::array weekly{35, 35, 35, 30, 28, 24};
    m_weeklyHours = m_random.pick(weekly);
    const bool isShort = m_scheme == Scheme::Poec || m_scheme == Scheme::Sieg;
    m_centreHours = 35 * (isShort ? m_random.between(4, 8) : m_random.between(3, 18));
    m_companyHours = 35 * m_random.between(0, isShort ? 3 : 6);
    if (m_scheme == Scheme::Poec && m_random.chance(20)) { // exactly as many as a POEC may have
        m_centreHours = 330;
        m_companyHours = 70;
    }
}

WorldFormation FormationBuilder::described() const
{
    const WorldOrganisation &organisation = m_builder.block().organisations[m_mandataire];
    const std::size_t fieldIndex =
        m_scheme == Scheme::Sieg ? fields().size() - 1 : trades()[m_trade].field;
    const Field &field = fields()[fieldIndex];
    WorldFormation formation;
    formation.numero = m_builder.numbers().formation(m_random);
    formation.mandataire = m_mandataire;
    formation.siret = m_siret;
    formation.field = fieldIndex;
    formation.title = m_title;
    formation.aim = m_random.pick(field.aims).toString();
    formation.content = m_random.pick(field.contents).toString();
    formation.certifying = m_certifying;
    formation.contact = organisation.people.first();
    return formation;
}

// --- One contract after the other

QDate FormationBuilder::firstDay()
{
    const QDate today = m_builder.today();
    if (m_brief.notBefore.isValid())
        return m_brief.notBefore;
    switch (m_brief.when) {
    case When::Later: return firstOfMonth(today.addDays(m_random.between(110, 170)));
    case When::Begun: return firstOfMonth(today.addDays(-m_random.between(70, 280)));
    case When::Any: break;
    }
    return m_random.chance(25) ? firstOfMonth(today.addDays(-m_random.between(30, 330)))
                               : today.addDays(m_random.between(10, 120));
}

//! The next contract: after the last one in the same town, or at any time in another one.
void FormationBuilder::moveOn()
{
    if (m_brief.isPlain || m_random.chance(60))
        return;
    const bool sameDepartement = m_scheme == Scheme::Sieg || m_random.chance(50);
    m_commune = &m_builder.otherCommune(m_commune->postalCode, sameDepartement);
    m_free = std::max(m_free, firstDay());
}

void FormationBuilder::addContract(WorldFormation &formation, int count)
{
    QList<WorldSession> sessions = scheduled(count);
    if (!m_brief.isPlain)
        vary(sessions);
    QList<WorldContract> &contracts = m_builder.block().contracts;
    if (m_funder != Funder::Other) {
        WorldContract contract = contractOf(sessions);
        declare(contract, sessions);
        contracts << contract;
        for (WorldSession &session : sessions) {
            session.contract = session.bears = session.declaredOn = contracts.size() - 1;
            session.action.number = typed(contract.number);
        }
    }
    for (WorldSession &session : sessions) {
        enter(session, m_funder == Funder::Other ? nullptr : &contracts.last());
        setAgenda(session);
    }
    formation.sessions += sessions;
}

QList<WorldSession> FormationBuilder::scheduled(int count)
{
    QList<WorldSession> sessions;
    QDate monday = mondayFrom(m_free.addDays(m_random.below(21)));
    for (int i = 0; i < count; ++i) {
        sessions << sessionFrom(monday);
        monday = monday.addDays(daysPerWeek * m_random.between(2, 10));
    }
    const QDate last = std::ranges::max_element(sessions, {}, &WorldSession::end)->end;
    m_free = lastOfMonth(last).addDays(1);
    return sessions;
}

WorldSession FormationBuilder::sessionFrom(QDate monday)
{
    const int hours = m_centreHours + m_companyHours;
    const int weeks =
        m_permanent ? m_random.between(30, 44) : (hours + m_weeklyHours - 1) / m_weeklyHours;
    WorldSession session;
    session.numero = m_builder.numbers().session(m_random);
    session.start = monday;
    session.end = monday.addDays(daysPerWeek * (weeks - 1) + 4);
    session.shownStart = lheoText(session.start);
    session.shownEnd = lheoText(session.end);
    session.action.place = m_builder.placeIn(*m_commune, m_mandataire);
    session.action.permanent = m_permanent;
    session.action.funderCode = m_funderCode;
    session.action.scheme = schemeName(m_scheme);
    session.action.segment = m_segment;
    session.action.places = 8 + m_centreHours % 9;
    session.action.centreHours = m_centreHours;
    session.action.companyHours = m_companyHours;
    session.action.totalHours = hours;
    session.action.weeklyHours = m_weeklyHours;
    return session;
}

//! What sessions of one contract may differ in, with the words that tell them apart.
void FormationBuilder::vary(QList<WorldSession> &sessions)
{
    const int kind = m_random.below(100);
    if (kind < 10)
        sessions.first().action.coFunderCode = lheoEuropeanFund;
    else if (kind < 20)
        sessions.first().action.deliverer = 1;
    if (sessions.size() < 2)
        return;
    if (kind < 35) {
        splitOverTowns(sessions);
    } else if (kind < 42) {
        sessions[1] = sessions[0];
        sessions[1].numero = m_builder.numbers().session(m_random);
        sessions[0].particularity = QStringLiteral("Groupe 1.");
        sessions[1].particularity = QStringLiteral("Groupe 2.");
    } else if (kind < 48 && m_scheme == Scheme::Afc) {
        for (WorldSession &session : sessions) {
            session.particularity = QStringLiteral("Session certifiante.");
            session.objective = QStringLiteral("Certification");
        }
        sessions.first().particularity = QStringLiteral("Session préparatoire.");
        sessions.first().objective = QStringLiteral("Préparation");
    }
}

void FormationBuilder::splitOverTowns(QList<WorldSession> &sessions)
{
    const Commune &other = m_builder.otherCommune(m_commune->postalCode,
                                                  m_scheme == Scheme::Sieg || m_random.chance(70));
    for (qsizetype i = 1; i < sessions.size(); i += 2)
        sessions[i].action.place = m_builder.placeIn(other, m_mandataire);
    for (WorldSession &session : sessions)
        session.particularity =
            QStringLiteral("Session organisée %1.").arg(atCommune(session.action.place->city));
}

WorldContract FormationBuilder::contractOf(const QList<WorldSession> &sessions)
{
    const WorldBlock &block = m_builder.block();
    WorldContract contract;
    contract.funder = m_funder;
    contract.scheme = m_scheme;
    contract.segment = m_segment;
    contract.permanent = m_permanent;
    contract.title = rewritten(m_title, m_random);
    contract.sirets = {m_siret};
    contract.holder = block.organisations[m_mandataire].legalName();
    if (!m_brief.isPlain && m_random.chance(12))
        contract.sirets.prepend(block.organisations[1].siret()); // a group, the partner named first
    contract.start =
        firstOfMonth(std::ranges::min_element(sessions, {}, &WorldSession::start)->start);
    contract.end = lastOfMonth(std::ranges::max_element(sessions, {}, &WorldSession::end)->end);
    notify(contract);
    contract.number =
        m_builder.numbers().market(m_funder, contract.notified.year(), m_brief.hasZero);
    setPlace(contract, sessions);
    if (m_brief.isPlain || m_random.chance(90))
        contract.places = int(sessions.size()) * sessions.first().action.places;
    return contract;
}

void FormationBuilder::notify(WorldContract &contract)
{
    const QDate latest = std::min(contract.start, m_builder.today());
    const int soonest = m_brief.isPlain ? daysEveryDelayIsOver : 3;
    contract.notified = latest.addDays(-m_random.between(soonest, 100));
    if (m_random.chance(90)) {
        contract.received = contract.notified;
        contract.notified = contract.received.addDays(-m_random.between(1, 5));
    }
}

void FormationBuilder::setPlace(WorldContract &contract, const QList<WorldSession> &sessions)
{
    const auto departement = [](const WorldSession &session) {
        return session.action.place->postalCode.left(2);
    };
    const auto isIn = [](const QString &city) {
        return [city](const WorldSession &session) { return session.action.place->city == city; };
    };
    const WorldPlace &first = *sessions.first().action.place;
    if (std::ranges::all_of(sessions, isIn(first.city))) {
        contract.place = inAnotherHand(first.city);
        contract.postalCode = first.postalCode;
    } else if (std::ranges::all_of(sessions, [&](const WorldSession &session) {
                   return departement(session) == first.postalCode.left(2);
               })) {
        contract.place = departementName(first.postalCode.left(2));
    }
}

void FormationBuilder::declare(WorldContract &contract, QList<WorldSession> &sessions)
{
    if (m_funder != Funder::Region)
        return;
    const bool namesSessions = m_segment == 2 || !sessions.first().objective.isEmpty();
    contract.sesar = m_brief.sesar.value_or(
        namesSessions || m_random.chance(50) ? SesarMode::Session : SesarMode::Contract);
    contract.objective = purposeOf(m_scheme, m_segment, m_certifying);
    contract.declaredStart = contract.start;
    contract.declaredEnd = contract.end;
    for (WorldSession &session : sessions) {
        const bool isExact = m_permanent || m_random.chance(60);
        session.declaredStart = session.start.addDays(isExact ? 0 : -m_random.below(8));
        session.declaredEnd = session.end.addDays(isExact ? 0 : m_random.below(8));
        if (session.objective.isEmpty())
            session.objective = contract.objective;
    }
}

void FormationBuilder::enter(WorldSession &session, const WorldContract *contract)
{
    const QDate today = m_builder.today();
    const QDate from = contract ? contract->runsFrom()
                                : std::min(session.start, today).addDays(-m_random.between(20, 60));
    const QDate until = contract ? std::min(contract->deadline(), today) : from;
    session.entered = from.addDays(m_random.between(0, int(from.daysTo(until))));
    session.updated = session.entered.addDays(
        m_random.between(0, std::min(20, int(session.entered.daysTo(today)))));
}

void FormationBuilder::setAgenda(WorldSession &session)
{
    const QDate today = m_builder.today();
    const bool isOver = session.end <= today;
    const bool hasBegun = session.start <= today;
    const bool takesPeople = !isOver && (!hasBegun || m_permanent);
    const int state = m_random.below(100);
    session.state = takesPeople && state < 75    ? QStringLiteral("1")
                    : !isOver && state % 25 < 10 ? QStringLiteral("3")
                                                 : QStringLiteral("2");
    static constexpr std::array hours{std::pair{u"9h", u"12h"}, std::pair{u"9h30", u"11h30"},
                                      std::pair{u"13h30", u"16h"}, std::pair{u"14h", u"16h30"}};
    if (session.start > today.addDays(30) && m_random.chance(60)) {
        const auto &[from, until] = m_random.pick(hours);
        session.meeting = WorldMeeting{session.start.addDays(-m_random.between(14, 28)),
                                       QString::fromUtf16(from), QString::fromUtf16(until)};
    }
    if (m_random.chance(15)) {
        session.assessments << WorldAssessment{
            session.start.addDays(session.start.daysTo(session.end) / 2), false};
        if (!m_permanent)
            session.assessments << WorldAssessment{session.end.addDays(-1), true};
    }
    if (m_random.chance(25))
        session.contact = m_builder.block().organisations[m_mandataire].people.last();
}

//! Now and then the contracts of a formation are lots of one: the sessions say which.
void FormationBuilder::joinLots(WorldFormation &formation)
{
    QList<WorldContract> &contracts = m_builder.block().contracts;
    const qsizetype first = formation.sessions.first().contract;
    const qsizetype last = formation.sessions.last().contract;
    if (m_brief.isPlain || first < 0 || first == last || m_funder == Funder::Region ||
        !m_random.chance(30))
        return;
    for (WorldSession &session : formation.sessions) {
        WorldContract &contract = contracts[session.contract];
        contract.number = contracts[first].number;
        contract.lot = QString::number(session.contract - first + 1);
        session.action.lot = contract.lot;
        session.action.number = typed(contract.number);
    }
}

//! As people type a number: with a gap, in small letters.
QString FormationBuilder::typed(const QString &number)
{
    switch (m_random.below(20)) {
    case 0: return number.left(3) + u' ' + number.mid(3);
    case 1: return number.left(3) + u'-' + number.mid(3);
    case 2: return number.toLower();
    default: return number;
    }
}

QString FormationBuilder::inAnotherHand(const QString &commune)
{
    switch (m_random.below(6)) {
    case 0: return commune.toUpper();
    case 1: return folded(commune).toUpper();
    case 2: return folded(commune).replace(u'-', u' ').toUpper();
    default: return commune;
    }
}

} // namespace recoupe
