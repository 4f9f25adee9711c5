// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/feedwriter.h"

#include "support/generator/catalogue.h"

#include <algorithm>

namespace recoupe {

namespace {

QString seatPostalCode(const WorldOrganisation &organisation)
{
    return communes()[organisation.commune].postalCode.toString();
}

//! "84" for the region, the département, an invented number, the département again.
QString activityNumber(const WorldOrganisation &organisation)
{
    const QString departement = seatPostalCode(organisation).left(2);
    const QString rank =
        QStringLiteral("%1").arg(organisation.rank % 100000, 5, 10, QLatin1Char('0'));
    return QStringLiteral("84%1%2%1").arg(departement, rank);
}

WorldPlace seatOf(const WorldOrganisation &organisation)
{
    const Commune &commune = communes()[organisation.commune];
    return {organisation.name, organisation.street, commune.postalCode.toString(),
            commune.name.toString(), commune.insee.toString()};
}

QString rhythm(int weeklyHours)
{
    return weeklyHours >= 30
               ? QStringLiteral("À temps plein, %1 heures hebdomadaires").arg(weeklyHours)
               : QStringLiteral("À temps partiel, %1 heures hebdomadaires").arg(weeklyHours);
}

QString alternation(int companyHours)
{
    return companyHours == 0
               ? QStringLiteral("Formation en centre, sans période en entreprise.")
               : QStringLiteral("Période en entreprise : %1 heures.").arg(companyHours);
}

template <typename Project>
QDate extremeOf(std::span<const WorldSession> sessions, bool latest, Project project)
{
    return latest ? std::invoke(project, *std::ranges::max_element(sessions, {}, project))
                  : std::invoke(project, *std::ranges::min_element(sessions, {}, project));
}

} // namespace

FeedWriter::FeedWriter(QIODevice &device, QDate day)
    : m_xml(&device)
    , m_day(day)
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
}

void FeedWriter::begin()
{
    m_xml.writeStartDocument();
    m_xml.writeComment(QStringLiteral(" Tout est inventé, sauf les communes. "));
    start(QStringLiteral("lheo"));
    m_xml.writeDefaultNamespace(QStringLiteral("http://lheo.gouv.fr/2.3"));
    m_xml.writeAttribute(QStringLiteral("datemaj"), lheoText(m_day));
    start(QStringLiteral("offres"));
}

bool FeedWriter::end()
{
    close();
    openExtras(QStringLiteral("FLUX-CARIF"));
    const std::pair<QString, QString> marks[] = {
        {QStringLiteral("numero-CARIF"), QStringLiteral("03")},
        {QStringLiteral("region"), QStringLiteral("84")},
        {QStringLiteral("date-export"), lheoText(m_day)},
        {QStringLiteral("heure-export"), QStringLiteral("063000")},
    };
    for (const auto &[key, value] : marks)
        extraValue(key, value);
    m_xml.writeEndDocument();
    return !m_xml.hasError();
}

void FeedWriter::write(const WorldBlock &block, const WorldFormation &formation)
{
    const std::span<const WorldSession> sessions(formation.sessions);
    if (sessions.empty())
        return;
    start(QStringLiteral("formation"));
    m_xml.writeAttribute(QStringLiteral("numero"), formation.numero);
    m_xml.writeAttribute(QStringLiteral("datecrea"),
                         lheoText(extremeOf(sessions, false, &WorldSession::entered)));
    m_xml.writeAttribute(QStringLiteral("datemaj"),
                         lheoText(extremeOf(sessions, true, &WorldSession::updated)));
    description(formation);
    for (std::size_t first = 0; first < sessions.size();) {
        std::size_t end = first;
        while (end < sessions.size() && sessions[end].actionNumero == sessions[first].actionNumero)
            ++end;
        action(block, formation, sessions.subspan(first, end - first));
        first = end;
    }
    responsible(block.organisations[formation.mandataire], formation.siret);
    close();
}

void FeedWriter::description(const WorldFormation &formation)
{
    const Field &field = fields()[formation.field];
    start(QStringLiteral("domaine-formation"));
    start(QStringLiteral("code-FORMACODE"));
    m_xml.writeAttribute(QStringLiteral("ref"), QStringLiteral("V14"));
    m_xml.writeAttribute(QStringLiteral("tag"), QStringLiteral("principal"));
    m_xml.writeCharacters(field.formacode.toString());
    close();
    text(QStringLiteral("code-NSF"), field.nsf.toString());
    text(QStringLiteral("code-ROME"), field.rome.toString());
    close();
    text(QStringLiteral("intitule-formation"), formation.title);
    text(QStringLiteral("objectif-formation"), formation.aim);
    text(QStringLiteral("resultats-attendus"),
         formation.certifying
             ? QStringLiteral("Certification de niveau 3, ou certificats de compétences.")
             : QStringLiteral("Attestation de fin de formation précisant les acquis."));
    text(QStringLiteral("contenu-formation"), formation.content);
    text(QStringLiteral("certifiante"), QString::number(int(formation.certifying)));
    person(QStringLiteral("contact-formation"), formation.contact);
    text(QStringLiteral("parcours-de-formation"), QStringLiteral("4"));
    text(QStringLiteral("code-niveau-entree"), QStringLiteral("1"));
    text(QStringLiteral("objectif-general-formation"),
         formation.certifying ? QStringLiteral("6") : QStringLiteral("7"));
    if (formation.certifying)
        text(QStringLiteral("code-niveau-sortie"), QStringLiteral("13"));
}

void FeedWriter::action(const WorldBlock &block, const WorldFormation &formation,
                        std::span<const WorldSession> sessions)
{
    const WorldAction &shared = sessions.front().action;
    start(QStringLiteral("action"));
    m_xml.writeAttribute(QStringLiteral("numero"), sessions.front().actionNumero);
    text(QStringLiteral("rythme-formation"), rhythm(shared.weeklyHours));
    start(QStringLiteral("code-public-vise"));
    m_xml.writeAttribute(QStringLiteral("ref"), QStringLiteral("V14"));
    m_xml.writeCharacters(QStringLiteral("80006"));
    close();
    text(QStringLiteral("niveau-entree-obligatoire"), QStringLiteral("0"));
    text(QStringLiteral("modalites-alternance"), alternation(shared.companyHours));
    text(QStringLiteral("modalites-enseignement"), QStringLiteral("0"));
    text(QStringLiteral("conditions-specifiques"),
         QStringLiteral("Accessible sans diplôme ; entretien de motivation."));
    text(QStringLiteral("prise-en-charge-frais-possible"), QStringLiteral("1"));
    if (shared.place)
        site(block.organisations[formation.mandataire], *shared.place);
    text(QStringLiteral("modalites-entrees-sorties"), QString::number(int(shared.permanent)));
    for (const WorldSession &each : sessions)
        session(block, formation, each);
    text(QStringLiteral("acces-handicapes"),
         QStringLiteral("Locaux accessibles ; aménagements étudiés avec le référent handicap."));
    text(QStringLiteral("langue-formation"), QStringLiteral("FR"));
    hours(shared);
    if (shared.deliverer >= 0)
        deliverer(block.organisations[shared.deliverer]);
    funders(shared);
    extra(QStringLiteral("duree-hebdo"), QStringLiteral("duree-hebdo"),
          QString::number(shared.weeklyHours));
    close();
}

void FeedWriter::session(const WorldBlock &block, const WorldFormation &formation,
                         const WorldSession &session)
{
    start(QStringLiteral("session"));
    m_xml.writeAttribute(QStringLiteral("numero"), session.numero);
    m_xml.writeAttribute(QStringLiteral("datecrea"), lheoText(session.entered));
    m_xml.writeAttribute(QStringLiteral("datemaj"), lheoText(session.updated));
    period(session.shownStart, session.shownEnd);
    start(QStringLiteral("adresse-inscription"));
    address(seatOf(block.organisations[formation.mandataire]));
    close();
    text(QStringLiteral("modalites-inscription"),
         QStringLiteral("Fiche de prescription à adresser au contact de la session."));
    text(QStringLiteral("etat-recrutement"), session.state);
    if (session.meeting)
        meeting(*session.meeting, session);
    if (session.contact)
        person(QStringLiteral("contact-session"), *session.contact);
    if (!session.particularity.isEmpty())
        extra(QStringLiteral("specificites-session"), QStringLiteral("specificites-session"),
              session.particularity);
    if (!session.assessments.isEmpty())
        assessments(session.assessments);
    close();
}

void FeedWriter::site(const WorldOrganisation &trainer, const WorldPlace &place)
{
    start(QStringLiteral("lieu-de-formation"));
    start(QStringLiteral("coordonnees"));
    text(QStringLiteral("nom"), trainer.name);
    address(place);
    close();
    close();
}

void FeedWriter::address(const WorldPlace &place)
{
    start(QStringLiteral("adresse"));
    text(QStringLiteral("denomination"), place.name);
    text(QStringLiteral("ligne"), place.street);
    text(QStringLiteral("codepostal"), place.postalCode);
    text(QStringLiteral("ville"), place.city);
    text(QStringLiteral("departement"), place.inseeCode.left(2));
    text(QStringLiteral("code-INSEE-commune"), place.inseeCode);
    text(QStringLiteral("pays"), QStringLiteral("FR"));
    close();
}

void FeedWriter::funders(const WorldAction &action)
{
    start(QStringLiteral("organisme-financeur"));
    text(QStringLiteral("code-financeur"), QString::number(action.funderCode));
    text(QStringLiteral("nb-places-financees"), QString::number(action.places));
    const std::pair<QString, QString> particulars[] = {
        {QStringLiteral("programme-financeur"), action.scheme},
        {QStringLiteral("ref-action-marche-financeur"), action.number},
        {QStringLiteral("segment-sieg"),
         action.segment > 0 ? QString::number(action.segment) : QString()},
    };
    openExtras(QStringLiteral("specificites"));
    for (const auto &[key, value] : particulars)
        extraValue(key, value);
    close();
    if (!action.lot.isEmpty())
        extra(QStringLiteral("marche"), QStringLiteral("lot"), action.lot);
    close();
    if (action.coFunderCode == 0)
        return;
    start(QStringLiteral("organisme-financeur"));
    text(QStringLiteral("code-financeur"), QString::number(action.coFunderCode));
    close();
}

void FeedWriter::hours(const WorldAction &action)
{
    text(QStringLiteral("nombre-heures-centre"), QString::number(action.centreHours));
    text(QStringLiteral("nombre-heures-entreprise"), QString::number(action.companyHours));
    text(QStringLiteral("nombre-heures-total"), QString::number(action.totalHours));
    text(QStringLiteral("conventionnement"), QStringLiteral("1"));
}

void FeedWriter::deliverer(const WorldOrganisation &organisation)
{
    start(QStringLiteral("organisme-formateur"));
    start(QStringLiteral("SIRET-formateur"));
    text(QStringLiteral("SIRET"), organisation.siret());
    close();
    text(QStringLiteral("raison-sociale-formateur"), organisation.legalName());
    person(QStringLiteral("contact-formateur"), organisation.people.first());
    close();
}

void FeedWriter::responsible(const WorldOrganisation &organisation, const QString &siret)
{
    start(QStringLiteral("organisme-formation-responsable"));
    text(QStringLiteral("numero-activite"), activityNumber(organisation));
    start(QStringLiteral("SIRET-organisme-formation"));
    text(QStringLiteral("SIRET"), siret);
    close();
    text(QStringLiteral("nom-organisme"), organisation.name);
    text(QStringLiteral("raison-sociale"), organisation.legalName());
    start(QStringLiteral("coordonnees-organisme"));
    start(QStringLiteral("coordonnees"));
    text(QStringLiteral("nom"), organisation.name);
    address(seatOf(organisation));
    text(QStringLiteral("courriel"), QStringLiteral("accueil@") + organisation.domain);
    close();
    close();
    person(QStringLiteral("contact-organisme"), organisation.people.first());
    close();
}

void FeedWriter::meeting(const WorldMeeting &meeting, const WorldSession &session)
{
    start(QStringLiteral("recrutement"));
    text(QStringLiteral("modalite-recrutement"), QStringLiteral("9"));
    text(QStringLiteral("a-distance"), QStringLiteral("0"));
    if (session.action.place)
        address(*session.action.place);
    text(QStringLiteral("nb-places"), QString::number(session.action.places + 8));
    period(lheoText(meeting.day), lheoText(meeting.day));
    text(QStringLiteral("heure-debut"), meeting.from);
    text(QStringLiteral("heure-fin"), meeting.until);
    close();
}

void FeedWriter::assessments(const QList<WorldAssessment> &assessments)
{
    openExtras(QStringLiteral("bilans"));
    for (const WorldAssessment &assessment : assessments)
        extra(assessment.isFinal ? QStringLiteral("bilan-final")
                                 : QStringLiteral("bilan-intermediaire"),
              QStringLiteral("date"), lheoText(assessment.day));
    close();
}

void FeedWriter::person(const QString &holder, const WorldPerson &person)
{
    start(holder);
    start(QStringLiteral("coordonnees"));
    text(QStringLiteral("civilite"), person.civility);
    text(QStringLiteral("nom"), person.lastName);
    text(QStringLiteral("prenom"), person.firstName);
    const bool isMobile = person.telephone.startsWith(u"06");
    if (!person.telephone.isEmpty()) {
        start(isMobile ? QStringLiteral("portable") : QStringLiteral("telfixe"));
        text(QStringLiteral("numtel"), person.telephone);
        close();
    }
    text(QStringLiteral("courriel"), person.mail);
    close();
    close();
}

void FeedWriter::period(const QString &start, const QString &end)
{
    m_xml.writeStartElement(QStringLiteral("periode"));
    text(QStringLiteral("debut"), start);
    text(QStringLiteral("fin"), end);
    close();
}

void FeedWriter::extra(const QString &group, const QString &key, const QString &value)
{
    openExtras(group);
    extraValue(key, value);
    close();
}

void FeedWriter::openExtras(const QString &group)
{
    start(QStringLiteral("extras"));
    m_xml.writeAttribute(QStringLiteral("info"), group);
}

void FeedWriter::extraValue(const QString &key, const QString &value)
{
    if (value.isEmpty())
        return;
    start(QStringLiteral("extra"));
    m_xml.writeAttribute(QStringLiteral("info"), key);
    m_xml.writeCharacters(value);
    close();
}

//! An element with text; none where there is nothing to say.
void FeedWriter::text(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_xml.writeTextElement(name, value);
}

} // namespace recoupe
