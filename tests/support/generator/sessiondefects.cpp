// SPDX-License-Identifier: GPL-3.0-or-later
// What one session says: dates, place, hours, places, recruitment, when it was entered.
#include "support/generator/defects.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

using When = FormationBrief::When;

void clearAgenda(WorldSession &session)
{
    session.meeting.reset();
    session.assessments.clear();
}

void show(WorldSession &session, QString start, QString end)
{
    clearAgenda(session);
    session.shownStart = std::move(start);
    session.shownEnd = std::move(end);
}

void outsideAward(const Planting &planting, WorldSession &session)
{
    const WorldContract &contract = planting.contractOf(session);
    if (planting.random().chance(50))
        session.start = contract.start.addDays(-planting.random().between(1, 20));
    else
        session.end = contract.end.addDays(planting.random().between(1, 30));
    show(session, lheoText(session.start), lheoText(session.end));
    session.declaredStart = session.start;
    session.declaredEnd = session.end;
}

void outsideSesar(const Planting &planting, WorldSession &session)
{
    if (planting.random().chance(50))
        session.declaredStart = session.start.addDays(planting.random().between(1, 14));
    else
        session.declaredEnd = session.end.addDays(-planting.random().between(1, 14));
}

void datesMissing(const Planting &planting, WorldSession &session)
{
    const int which = planting.random().below(3);
    show(session, which == 1 ? session.shownStart : QStringLiteral("00000000"),
         which == 0 ? session.shownEnd : QStringLiteral("99999999"));
}

void datesReversed(const Planting &, WorldSession &session)
{
    clearAgenda(session);
    std::swap(session.shownStart, session.shownEnd);
}

void datesPartial(const Planting &planting, WorldSession &session)
{
    const auto lessPrecise = [&](const QString &date) {
        return planting.random().chance(70) ? date.left(6) + QStringLiteral("00")
                                            : date.left(4) + QStringLiteral("0000");
    };
    if (planting.random().chance(50))
        show(session, lessPrecise(session.shownStart), session.shownEnd);
    else
        show(session, session.shownStart, lessPrecise(session.shownEnd));
}

void noPlace(const Planting &, WorldSession &session)
{
    session.action.place.reset();
}

void otherCommune(const Planting &planting, WorldSession &session)
{
    session.action.place = planting.builder().placeIn(
        planting.builder().otherCommune(session.action.place->postalCode, true),
        planting.formation().mandataire);
}

void otherDepartement(const Planting &planting, WorldSession &session)
{
    session.action.place = planting.builder().placeIn(
        planting.builder().otherCommune(session.action.place->postalCode, false),
        planting.formation().mandataire);
}

void oddPostalCode(const Planting &, WorldSession &session)
{
    session.action.place->postalCode.back() = u'O';
}

void outsideRegion(const Planting &planting, WorldSession &session)
{
    session.action.place = planting.builder().placeIn(planting.random().pick(communesOutside()),
                                                      planting.formation().mandataire);
    planting.contractOf(session).place = session.action.place->city;
    planting.contractOf(session).postalCode = session.action.place->postalCode;
}

void foreignScheme(const Planting &planting, WorldSession &session)
{
    const bool hasPoec = planting.contractOf(session).funder == Funder::PoleEmploi;
    session.action.scheme = hasPoec ? QStringLiteral("AFE") : QStringLiteral("POEC");
    session.action.centreHours = 210;
    session.action.companyHours = 70;
    session.action.totalHours = 280;
}

void wrongTotal(const Planting &planting, WorldSession &session)
{
    session.action.totalHours += planting.random().pick(std::array{-35, -7, 1, 10, 35});
}

void longPoec(const Planting &planting, WorldSession &session)
{
    session.action.totalHours = planting.random().pick(std::array{401, 420, 490});
    session.action.centreHours = session.action.totalHours - session.action.companyHours;
}

void tooManyPlaces(const Planting &planting, WorldSession &session)
{
    planting.contractOf(session).places = session.action.places - planting.random().between(1, 4);
}

void noRecruitment(const Planting &, WorldSession &session)
{
    session.state.clear();
}

void staleRecruitment(Planting &planting)
{
    for (WorldSession &session : planting.formation().sessions) {
        if (session.start >= planting.builder().today())
            continue;
        session.state = QStringLiteral("1");
        planting.mark(session);
    }
}

void meetingAfterStart(const Planting &planting, WorldSession &session)
{
    session.meeting = WorldMeeting{session.start.addDays(planting.random().between(1, 20)),
                                   QStringLiteral("9h"), QStringLiteral("12h")};
}

void assessmentOutside(const Planting &planting, WorldSession &session)
{
    const QDate day = planting.random().chance(50)
                          ? session.end.addDays(planting.random().between(1, 30))
                          : session.start.addDays(-planting.random().between(1, 10));
    session.assessments = {WorldAssessment{day, true}};
}

void enteredOn(const Planting &planting, WorldSession &session, QDate day)
{
    session.entered = std::min(day, planting.builder().today());
    session.updated = std::max(session.updated, session.entered);
}

void enteredOnLastDay(const Planting &planting, WorldSession &session)
{
    enteredOn(planting, session, planting.contractOf(session).deadline());
}

void enteredLate(const Planting &planting, WorldSession &session)
{
    const int late = planting.random().chance(50) ? 1 : planting.random().between(2, 30);
    enteredOn(planting, session, planting.contractOf(session).deadline().addDays(late));
}

} // namespace

std::span<const Defect> sessionDefects()
{
    static const FormationBrief anything{};
    static const FormationBrief later{.scheme = Scheme::Afc, .when = When::Later};
    static const FormationBrief alone{.scheme = Scheme::Afc, .maxSessions = 1};
    static const std::array defects{
        Defect{.id = "dates-outside-award",
               .rules = "dates-outside-award",
               .brief = {.scheme = Scheme::Afc, .when = When::Later, .sesar = SesarMode::Session},
               .onSession = outsideAward},
        Defect{
            .id = "dates-outside-sesar",
            .rules = "dates-outside-sesar",
            .brief = {.funder = Funder::Region, .scheme = Scheme::Afc, .sesar = SesarMode::Session},
            .onSession = outsideSesar},
        Defect{.id = "dates-missing",
               .rules = "dates-missing date-partial",
               .brief = later,
               .onSession = datesMissing,
               .repeats = false},
        Defect{.id = "dates-reversed",
               .rules = "dates-reversed",
               .brief = later,
               .onSession = datesReversed},
        Defect{.id = "dates-partial",
               .rules = "date-partial",
               .brief = later,
               .onSession = datesPartial,
               .repeats = false},
        Defect{
            .id = "place-missing", .rules = "place-missing", .brief = alone, .onSession = noPlace},
        Defect{.id = "place-other-commune",
               .rules = "place-mismatch",
               .brief = alone,
               .onSession = otherCommune},
        Defect{.id = "place-other-departement",
               .rules = "place-mismatch",
               .brief = alone,
               .onSession = otherDepartement},
        Defect{.id = "place-odd-postal-code",
               .rules = "postal-code-invalid",
               .brief = alone,
               .onSession = oddPostalCode},
        Defect{.id = "place-outside-region",
               .rules = "place-outside-region",
               .brief = alone,
               .onSession = outsideRegion},
        Defect{.id = "scheme-not-allowed",
               .rules = "scheme-not-allowed",
               .brief = {.scheme = Scheme::Afc},
               .onSession = foreignScheme},
        Defect{.id = "hours-wrong-total",
               .rules = "hours-inconsistent",
               .brief = {.scheme = Scheme::Afc},
               .onSession = wrongTotal},
        Defect{.id = "poec-too-long",
               .rules = "poec-hours",
               .brief = {.funder = Funder::PoleEmploi, .scheme = Scheme::Poec},
               .onSession = longPoec},
        Defect{.id = "places-too-many",
               .rules = "places-exceed-award",
               .brief = alone,
               .onSession = tooManyPlaces},
        Defect{.id = "recruitment-missing",
               .rules = "recruitment-missing",
               .brief = anything,
               .onSession = noRecruitment},
        Defect{.id = "recruitment-stale",
               .rules = "recruitment-stale",
               .brief = {.scheme = Scheme::Afc, .when = When::Begun},
               .onFormation = staleRecruitment},
        Defect{.id = "meeting-after-start",
               .rules = "info-meeting-after-start",
               .brief = later,
               .onSession = meetingAfterStart},
        Defect{.id = "assessment-outside",
               .rules = "assessment-outside-session",
               .brief = later,
               .onSession = assessmentOutside},
        Defect{.id = "entered-on-last-day",
               .rules = "",
               .brief = {.when = When::Later},
               .onSession = enteredOnLastDay},
        Defect{.id = "entered-late",
               .rules = "entry-late",
               .brief = {.when = When::Later},
               .onSession = enteredLate},
    };
    return defects;
}

} // namespace recoupe
