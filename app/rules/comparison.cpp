// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/comparison.h"

#include "core/textfolding.h"
#include "rules/deadline.h"
#include "rules/wording.h"

#include <algorithm>

namespace recoupe {

namespace {

QString joined(const QStringList &parts)
{
    QStringList kept = parts;
    kept.removeAll(QString());
    return kept.join(u' ');
}

Evidence compareTexts(const QString &submitted, const QString &other)
{
    if (isPlaceholder(submitted) || isPlaceholder(other))
        return Evidence::NotComparable;
    return folded(submitted) == folded(other) ? Evidence::Agree : Evidence::Differ;
}

Evidence agreeIf(bool agrees)
{
    return agrees ? Evidence::Agree : Evidence::Differ;
}

//! "Thiers 63300" written the same way on all sides.
QString placeText(const QString &city, const QString &postalCode)
{
    return joined({postalCode.trimmed(), city.trimmed()});
}

//! The postal code decides where both have one: communes are spelt in many ways.
Evidence comparePlaces(const Place &submitted, const QString &city, const QString &postalCode)
{
    if (!isPlaceholder(submitted.postalCode) && !isPlaceholder(postalCode))
        return agreeIf(submitted.postalCode == postalCode);
    return compareTexts(submitted.city, city);
}

//! Whether a day lies in a period; open ends are open.
Evidence liesWithin(const PartialDate &day, QDate from, QDate to)
{
    if (!day.isKnown() || (!from.isValid() && !to.isValid()))
        return Evidence::NotComparable;
    const bool before = from.isValid() && day.latest() < from;
    const bool after = to.isValid() && day.earliest() > to;
    return agreeIf(!before && !after);
}

QString dayOrNothing(QDate day)
{
    return day.isValid() ? inWords(day) : QString();
}

//! The declaration nearest to what was entered: the one it lies in, else the first.
const SesarDeclaration *nearestDeclaration(const SessionCase &subject)
{
    if (subject.declarations.isEmpty())
        return nullptr;
    const auto lies = [&](const SesarDeclaration *declaration) {
        return liesWithin(subject.session.start, declaration->start, declaration->end) ==
                   Evidence::Agree &&
               liesWithin(subject.session.end, declaration->start, declaration->end) ==
                   Evidence::Agree;
    };
    const auto found = std::ranges::find_if(subject.declarations, lies);
    return found == subject.declarations.end() ? subject.declarations.first() : *found;
}

FieldComparison marketField(const SessionCase &subject, const SesarDeclaration *sesar)
{
    FieldComparison field{RulesTr::tr("N° de marché"), subject.session.marketNumber().text()};
    if (subject.award) {
        field.award = subject.award->market.text();
        field.againstAward = agreeIf(subject.session.marketNumber().matches(subject.award->market));
    }
    if (sesar) {
        field.sesar = sesar->market.text();
        field.againstSesar = agreeIf(subject.session.marketNumber().matches(sesar->market));
    }
    return field;
}

FieldComparison funderField(const SessionCase &subject)
{
    FieldComparison field{RulesTr::tr("Financeur"), funderName(subject.funder(), subject.today)};
    if (subject.award) {
        field.award = funderName(subject.award->funder, subject.today);
        field.againstAward = agreeIf(subject.award->funder == subject.funder());
    }
    return field;
}

FieldComparison schemeField(const SessionCase &subject)
{
    const Funding *funding = subject.session.checkedFunding();
    FieldComparison field{RulesTr::tr("Dispositif"), funding ? funding->scheme : QString()};
    if (subject.award && !subject.award->scheme.isEmpty()) {
        field.award = subject.award->scheme;
        if (subject.session.scheme() != Scheme::Unknown)
            field.againstAward =
                agreeIf(schemeFromText(subject.award->scheme) == subject.session.scheme());
    }
    return field;
}

FieldComparison titleField(const SessionCase &subject, const SesarDeclaration *sesar)
{
    FieldComparison field{RulesTr::tr("Intitulé"), subject.action.title};
    if (subject.award) {
        field.award = subject.award->title;
        field.againstAward = compareTexts(field.submitted, field.award);
    }
    if (sesar) {
        field.sesar = sesar->title;
        field.againstSesar = compareTexts(field.submitted, field.sesar);
    }
    return field;
}

FieldComparison siretField(const SessionCase &subject)
{
    FieldComparison field{RulesTr::tr("SIRET du mandataire"), subject.action.mandataire.siret};
    if (subject.award) {
        field.award = subject.award->awardeeSirets.join(QLatin1String(", "));
        const AwardeeLikeness likeness = compareAwardee(*subject.award, field.submitted);
        if (likeness != AwardeeLikeness::Unknown)
            field.againstAward = agreeIf(likeness == AwardeeLikeness::SameEstablishment);
    }
    return field;
}

FieldComparison mandataireField(const SessionCase &subject)
{
    FieldComparison field{RulesTr::tr("Mandataire"), subject.action.mandataire.displayName()};
    if (subject.award) {
        field.award = subject.award->awardeeName;
        field.againstAward = compareTexts(field.submitted, field.award);
    }
    return field;
}

FieldComparison dateField(const SessionCase &subject, const SesarDeclaration *sesar,
                          const QString &label, PartialDate TrainingSession::*day,
                          QDate AwardNotification::*awardDay, QDate SesarDeclaration::*sesarDay)
{
    const PartialDate &submitted = subject.session.*day;
    FieldComparison field{label, submitted.precision() == PartialDate::Precision::Absent
                                     ? QString()
                                     : inWords(submitted)};
    if (subject.award) {
        field.award = dayOrNothing(subject.award->*awardDay);
        field.againstAward = liesWithin(submitted, subject.award->start, subject.award->end);
    }
    if (sesar) {
        field.sesar = dayOrNothing(sesar->*sesarDay);
        field.againstSesar = liesWithin(submitted, sesar->start, sesar->end);
    }
    return field;
}

FieldComparison placeField(const SessionCase &subject, const SesarDeclaration *sesar)
{
    const Place &place = subject.session.place;
    FieldComparison field{RulesTr::tr("Lieu"), placeText(place.city, place.postalCode)};
    if (subject.award) {
        field.award = placeText(subject.award->place, subject.award->postalCode);
        field.againstAward = comparePlaces(place, subject.award->place, subject.award->postalCode);
    }
    if (sesar) {
        field.sesar = placeText(sesar->place, sesar->postalCode);
        field.againstSesar = comparePlaces(place, sesar->place, sesar->postalCode);
    }
    return field;
}

FieldComparison placesField(const SessionCase &subject)
{
    const Funding *funding = subject.session.checkedFunding();
    const auto number = [](const std::optional<int> &value) {
        return value ? QString::number(*value) : QString();
    };
    FieldComparison field{RulesTr::tr("Places"), funding ? number(funding->places) : QString()};
    if (subject.award) {
        field.award = number(subject.award->places);
        // A contract may be spread over sessions: more than it bought is the only contradiction.
        if (funding && funding->places && subject.award->places)
            field.againstAward = agreeIf(*funding->places <= *subject.award->places);
    }
    return field;
}

FieldComparison entryField(const SessionCase &subject)
{
    FieldComparison field{RulesTr::tr("Saisie, au plus tard"), inWords(subject.enteredOn)};
    if (subject.award) {
        const QDate deadline = entryDeadline(*subject.award);
        field.award = dayOrNothing(deadline);
        if (deadline.isValid() && subject.enteredOn.isValid())
            field.againstAward = agreeIf(subject.enteredOn <= deadline);
    }
    return field;
}

} // namespace

QList<FieldComparison> compareFields(const SessionCase &subject)
{
    const SesarDeclaration *sesar = nearestDeclaration(subject);
    return {
        marketField(subject, sesar),
        funderField(subject),
        schemeField(subject),
        titleField(subject, sesar),
        mandataireField(subject),
        siretField(subject),
        dateField(subject, sesar, RulesTr::tr("Début"), &TrainingSession::start,
                  &AwardNotification::start, &SesarDeclaration::start),
        dateField(subject, sesar, RulesTr::tr("Fin"), &TrainingSession::end,
                  &AwardNotification::end, &SesarDeclaration::end),
        placeField(subject, sesar),
        placesField(subject),
        entryField(subject),
    };
}

} // namespace recoupe
