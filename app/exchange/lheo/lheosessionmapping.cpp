// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/textfolding.h"
#include "exchange/lheo/lheomapping.h"
#include "exchange/lheo/lheoparties.h"
#include "exchange/lheo/lheotext.h"
#include "exchange/lheo/lheotolerances.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

using Kind = LheoTolerances::Kind;

constexpr std::string_view modalityInfoMeeting = "9"; // LHEO table modalite-recrutement

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

auto defect(XmlElement element, const QString &field, const QString &expected)
{
    return tl::unexpected(Rejection{{}, element.line(), {}, field, codeText(element), expected});
}

QString marketNumberOf(XmlElement funder)
{
    const QString reference =
        shownText(findExtra(funder, "specificites", "ref-action-marche-financeur"));
    if (!isPlaceholder(reference))
        return reference;
    const QString number = shownText(findExtra(funder, "marche", "numero-marche"));
    return number.isEmpty() ? reference : number;
}

int segmentOf(XmlElement funder, LheoTolerances &tolerances)
{
    const int segment =
        tolerances.number(findExtra(funder, "specificites", "segment-sieg"), Kind::Segment)
            .value_or(0);
    if (segment <= 3)
        return segment;
    tolerances.note(Kind::Segment, funder.line());
    return 0;
}

Mapped<Funding> fundingOf(XmlElement funder, LheoTolerances &tolerances)
{
    const XmlElement code = funder.child("code-financeur");
    bool isNumber = false;
    Funding funding;
    funding.funderCode = codeText(code).toInt(&isNumber);
    if (!isNumber || funding.funderCode < 0) {
        return defect(code.isNull() ? funder : code,
                      QStringLiteral("organisme-financeur.code-financeur"),
                      Tr::tr("un code de financeur LHEO : un nombre (2 Région, 4 France Travail, "
                             "7 Agefiph…)"));
    }
    funding.marketNumber = marketNumberOf(funder);
    funding.lot = shownText(findExtra(funder, "marche", "lot"));
    funding.scheme = shownText(findExtra(funder, "specificites", "programme-financeur"));
    funding.siegSegment = segmentOf(funder, tolerances);
    funding.places = tolerances.number(funder.child("nb-places-financees"), Kind::Places);
    return funding;
}

// An element that is there but holds nothing is as good as absent.
Mapped<QList<Funding>> fundingsOf(XmlElement action, LheoTolerances &tolerances)
{
    QList<Funding> fundings;
    for (const XmlElement &child : action.children()) {
        if (child.name() != "organisme-financeur" || !holdsText(child))
            continue;
        Mapped<Funding> funding = fundingOf(child, tolerances);
        if (!funding)
            return tl::unexpected(std::move(funding.error()));
        fundings << *std::move(funding);
    }
    return fundings;
}

void setPlaces(TrainingSession &session, XmlElement action)
{
    QList<Place> places;
    for (const XmlElement &site : principalFirst(action, "lieu-de-formation")) {
        const Place place = placeOfSite(site);
        if (place != Place())
            places << place;
    }
    if (places.isEmpty())
        return;
    session.place = places.takeFirst();
    session.otherPlaces = places;
}

Duration durationOf(XmlElement action, LheoTolerances &tolerances)
{
    const auto hours = [&](XmlElement element) { return tolerances.number(element, Kind::Hours); };
    return {hours(action.child("nombre-heures-centre")),
            hours(action.child("nombre-heures-entreprise")),
            hours(action.child("nombre-heures-total")),
            hours(findExtra(action, "duree-hebdo", "duree-hebdo"))};
}

QList<Organisation> deliverersOf(XmlElement action)
{
    QList<Organisation> deliverers;
    for (const XmlElement &element : principalFirst(action, "organisme-formateur")) {
        const Organisation organisation = deliveringOrganisation(element);
        if (organisation != Organisation())
            deliverers << organisation;
    }
    return deliverers;
}

// LHEO 2.2, and 2.3 where the session itself names no meeting.
QList<InfoMeeting> meetingsOfAction(XmlElement action, LheoTolerances &tolerances)
{
    const Place place = placeOf(action.child("adresse-information").child("adresse"));
    QList<InfoMeeting> meetings;
    for (const XmlElement &child : action.children()) {
        if (child.name() != "date-information")
            continue;
        const PartialDate date =
            tolerances.date(child.child("date").text(), Kind::MeetingDate, child.line());
        if (date.isKnown())
            meetings << InfoMeeting{date, {}, {}, place, {}};
    }
    return meetings;
}

QList<InfoMeeting> meetingsOfSession(XmlElement session, LheoTolerances &tolerances)
{
    QList<InfoMeeting> meetings;
    for (const XmlElement &child : session.children()) {
        if (child.name() != "recrutement" ||
            child.child("modalite-recrutement").text() != modalityInfoMeeting)
            continue;
        const PartialDate date = tolerances.date(child.child("periode").child("debut").text(),
                                                 Kind::MeetingDate, child.line());
        if (!date.isKnown())
            continue;
        meetings << InfoMeeting{
            date, shownText(child.child("heure-debut")), shownText(child.child("heure-fin")),
            placeOf(child.child("adresse")), shownText(child.child("commentaire"))};
    }
    return meetings;
}

XmlElement childWithInfo(XmlElement parent, std::string_view info)
{
    for (const XmlElement &child : parent.children()) {
        if (child.attribute("info") == info)
            return child;
    }
    return {};
}

// Our extras group `bilans`: an extras for each, with its date.
QList<Assessment> assessmentsOf(XmlElement session, LheoTolerances &tolerances)
{
    QList<Assessment> assessments;
    for (const XmlElement &bilan : childWithInfo(session, "bilans").children()) {
        const std::string_view kind = bilan.attribute("info");
        if (kind != "bilan-intermediaire" && kind != "bilan-final")
            continue;
        const std::string_view date = childWithInfo(bilan, "date").text();
        assessments << Assessment{tolerances.date(date, Kind::AssessmentDate, bilan.line()),
                                  kind == "bilan-final",
                                  shownText(childWithInfo(bilan, "commentaire"))};
    }
    return assessments;
}

struct Bound
{
    std::string_view element;
    PartialDate TrainingSession::*field;
};

constexpr std::array bounds{Bound{"debut", &TrainingSession::start},
                            Bound{"fin", &TrainingSession::end}};

// An absent period is no reason to reject: a rule tells the operator.
Mapped<void> setPeriod(TrainingSession &session, XmlElement period)
{
    for (const Bound &bound : bounds) {
        const XmlElement element = period.child(bound.element);
        const std::optional<PartialDate> date = PartialDate::fromLheo(codeText(element));
        if (!date) {
            return defect(element,
                          QStringLiteral("periode.") +
                              QLatin1String(bound.element.data(), qsizetype(bound.element.size())),
                          Tr::tr("une date AAAAMMJJ qui existe (ou 00000000, 99999999, AAAAMM00, "
                                 "AAAA0000 pour une date inconnue ou incomplète)"));
        }
        session.*bound.field = *date;
    }
    return {};
}

} // namespace

Mapped<TrainingSession> sessionTemplate(XmlElement action, LheoTolerances &tolerances)
{
    TrainingSession session;
    session.key.action = numeroOf(action);
    session.entryMode = entryModeFromLheo(codeText(action.child("modalites-entrees-sorties")));
    setPlaces(session, action);
    Mapped<QList<Funding>> fundings = fundingsOf(action, tolerances);
    if (!fundings)
        return tl::unexpected(std::move(fundings.error()));
    session.fundings = *std::move(fundings);
    session.duration = durationOf(action, tolerances);
    session.rhythm = shownText(action.child("rythme-formation"));
    session.deliverers = deliverersOf(action);
    session.infoMeetings = meetingsOfAction(action, tolerances);
    session.outdatedOnPortal = findExtra(action, "type-action", "action-perimee").text() == "1";
    return session;
}

Mapped<TrainingSession> trainingSession(TrainingSession common, XmlElement session,
                                        LheoTolerances &tolerances)
{
    TrainingSession out = std::move(common);
    out.key.session = numeroOf(session);
    if (out.key.session.isEmpty()) {
        return tl::unexpected(Rejection{{},
                                        session.line(),
                                        {},
                                        QStringLiteral("numero"),
                                        {},
                                        Tr::tr("un numéro de session (attribut « numero »)")});
    }
    if (const Mapped<void> period = setPeriod(out, session.child("periode")); !period)
        return tl::unexpected(period.error());
    out.recruitment = recruitmentFromLheo(codeText(session.child("etat-recrutement")));
    out.particularity = extrasText(session, "specificites-session");
    out.contacts = contactsOf(session, "contact-session");
    if (const QList<InfoMeeting> meetings = meetingsOfSession(session, tolerances);
        !meetings.isEmpty())
        out.infoMeetings = meetings;
    out.assessments = assessmentsOf(session, tolerances);
    out.outdatedOnPortal |= findExtra(session, "session-perimee", "session-perimee").text() == "1";
    out.createdOn =
        tolerances.date(session.attribute("datecrea"), Kind::RecordDate, session.line());
    out.changedOn = tolerances.date(session.attribute("datemaj"), Kind::RecordDate, session.line());
    return out;
}

} // namespace recoupe
