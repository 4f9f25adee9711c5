// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/comparison.h"

#include "core/textfolding.h"
#include "matching/titlelikeness.h"
#include "rules/deadline.h"
#include "rules/period.h"
#include "rules/placelikeness.h"
#include "rules/siegtitle.h"
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

Evidence comparedWith(const TrainingSession &session, const NamedPlace &named)
{
    const PlaceLikeness likeness = comparePlaces(session, named);
    return likeness == PlaceLikeness::Unknown ? Evidence::NotComparable
                                              : agreeIf(!areElsewhere(likeness));
}

//! As the rule judges: far apart, or naming the same training.
Evidence compareTitles(const QString &submitted, const QString &notified)
{
    const TitleWords words(submitted);
    const TitleWords others(notified);
    if (words.isEmpty() || others.isEmpty())
        return Evidence::NotComparable;
    return agreeIf(folded(submitted) == folded(notified) ||
                   titleLikeness(words, others) >= alikeTitles);
}

Evidence liesWithin(const PartialDate &day, QDate from, QDate to)
{
    if (!day.isKnown() || (!from.isValid() && !to.isValid()))
        return Evidence::NotComparable;
    return agreeIf(!liesOutside(day, from, to));
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

//! The number in force, and which one it replaced.
QString notifiedNumber(const SessionCase &subject)
{
    const QString number = subject.award->market.text();
    return subject.replaced
               ? RulesTr::tr("%1 (remplace %2)").arg(number, subject.replaced->market.text())
               : number;
}

//! The number itself, or the one inside a DECP identifier.
bool isNumberOf(const MarketNumber &submitted, const AwardNotification &award)
{
    return submitted.matches(award.market) ||
           (!submitted.isMissing() && submitted.normalized() == award.market.insideEnvelope());
}

FieldComparison marketField(const SessionCase &subject, const SesarDeclaration *sesar)
{
    const MarketNumber &submitted = subject.market;
    FieldComparison field{RulesTr::tr("N° de marché"), submitted.text()};
    if (subject.award) {
        field.award = notifiedNumber(subject);
        field.againstAward = agreeIf(isNumberOf(submitted, *subject.award));
    }
    if (sesar) {
        field.sesar = sesar->market.text();
        field.againstSesar = agreeIf(submitted.matches(sesar->market));
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
    const Funding *funding = subject.funding;
    FieldComparison field{RulesTr::tr("Dispositif"), funding ? funding->scheme : QString()};
    if (subject.award && !subject.award->scheme.isEmpty()) {
        field.award = subject.award->scheme;
        if (subject.scheme != Scheme::Unknown)
            field.againstAward = agreeIf(schemeFromText(subject.award->scheme) == subject.scheme);
    }
    return field;
}

FieldComparison titleField(const SessionCase &subject, const SesarDeclaration *sesar)
{
    FieldComparison field{RulesTr::tr("Intitulé"), subject.action.title};
    if (subject.award) {
        field.award = subject.award->title;
        field.againstAward = hasPrescribedTitle(subject)
                                 ? Evidence::Agree
                                 : compareTitles(field.submitted, field.award);
    }
    if (sesar) {
        field.sesar = sesar->title;
        field.againstSesar = compareTitles(field.submitted, field.sesar);
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
                          QDate (AwardNotification::*awardDay)() const,
                          QDate SesarDeclaration::*sesarDay)
{
    const PartialDate &submitted = subject.session.*day;
    FieldComparison field{label, submitted.precision() == PartialDate::Precision::Absent
                                     ? QString()
                                     : inWords(submitted)};
    if (const AwardNotification *award = subject.award) {
        field.award = dayOrNothing((award->*awardDay)());
        field.againstAward = liesWithin(submitted, award->firstDay(), award->lastDay());
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
        const NamedPlace notified = placeOf(*subject.award);
        field.award = placeText(notified.text, notified.postalCode.isEmpty() ? notified.code
                                                                             : notified.postalCode);
        field.againstAward = comparedWith(subject.session, notified);
    }
    if (sesar) {
        field.sesar = placeText(sesar->place, sesar->postalCode);
        field.againstSesar = comparedWith(subject.session, placeOf(*sesar));
    }
    return field;
}

FieldComparison placesField(const SessionCase &subject)
{
    const Funding *funding = subject.funding;
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
        const QDate deadline = entryDeadline(*subject.award, subject.settings.dayCount);
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
                  &AwardNotification::firstDay, &SesarDeclaration::start),
        dateField(subject, sesar, RulesTr::tr("Fin"), &TrainingSession::end,
                  &AwardNotification::lastDay, &SesarDeclaration::end),
        placeField(subject, sesar),
        placesField(subject),
        entryField(subject),
    };
}

} // namespace recoupe
