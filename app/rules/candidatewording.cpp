// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/candidatewording.h"

#include "core/counted.h"
#include "matching/awardindex.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr double nearlyAsGood = 0.05; //!< of the score: too little to tell two apart

struct CriterionText
{
    const char *name;
    const char *inSentence;
    QString (*text)(const CandidateCase &);
};

QString days(qint64 count)
{
    return counted(count, RulesTr::tr("%1 jour"), RulesTr::tr("%1 jours"));
}

//! What is less than the whole is never shown as 100.
int percentOf(double share)
{
    return share < 1 ? std::min(qRound(share * 100), 99) : 100;
}

QString slipText(MarketNearness nearness)
{
    switch (nearness) {
    case MarketNearness::LookAlike: return RulesTr::tr("des signes qui se ressemblent");
    case MarketNearness::Swapped: return RulesTr::tr("deux signes intervertis");
    case MarketNearness::Missing: return RulesTr::tr("un signe manque");
    case MarketNearness::Extra: return RulesTr::tr("un signe de trop");
    case MarketNearness::Replaced: return RulesTr::tr("un signe diffère");
    default: return {};
    }
}

//! Of a session that bears no number, or none that could be a contract's.
QString uncomparedMarketText(const MarketNumber &entered, const MarketNumber &notified)
{
    if (entered.isMissing())
        return RulesTr::tr("absent de la session, %1 notifié").arg(orMissing(notified.text()));
    if (notified.isMissing())
        return RulesTr::tr("%1 saisi, absent de la notification").arg(entered.text());
    return RulesTr::tr("%1 n'est pas un numéro de marché, %2 notifié")
        .arg(entered.text(), notified.text());
}

QString marketText(const CandidateCase &subject)
{
    const AwardCandidate &candidate = subject.candidate;
    const MarketNumber entered = subject.session.marketNumber();
    if (candidate.of(Criterion::Market).grade == Grade::Unknown)
        return uncomparedMarketText(entered, subject.award.market);
    const bool isReplaced = !candidate.replacedMarket.isEmpty();
    const QString notified = isReplaced ? candidate.replacedMarket : subject.award.market.text();
    const QString slip = slipText(candidate.market);
    const QString text =
        candidate.market == MarketNearness::Equal ? RulesTr::tr("%1, le même").arg(notified)
        : candidate.market == MarketNearness::Envelope
            ? RulesTr::tr("%1 et %2, l'un contient l'autre").arg(entered.text(), notified)
        : slip.isEmpty() ? RulesTr::tr("%1 saisi, %2 notifié").arg(entered.text(), notified)
                         : RulesTr::tr("%1 au lieu de %2, %3").arg(entered.text(), notified, slip);
    return isReplaced
               ? RulesTr::tr("%1 ; le marché %2 le remplace").arg(text, subject.award.market.text())
               : text;
}

QString awardeeText(const CandidateCase &subject)
{
    const AwardNotification &award = subject.award;
    const bool isGroup = award.awardeeSirets.size() > 1;
    const QString group = isGroup ? RulesTr::tr(" d'un membre du groupement") : QString();
    switch (subject.candidate.awardee) {
    case AwardeeNearness::SameEstablishment: return RulesTr::tr("même établissement") + group;
    case AwardeeNearness::SameEnterprise:
        return RulesTr::tr("même entreprise, autre établissement") + group;
    case AwardeeNearness::SameName:
        return compareAwardee(award, subject.action.mandataire.siret) == AwardeeLikeness::Unknown
                   ? RulesTr::tr("même nom, un SIRET est absent ou illisible")
                   : RulesTr::tr("même nom, mais pas le même SIRET");
    case AwardeeNearness::Different:
        return RulesTr::tr("%1 saisi, %2 notifié")
            .arg(orMissing(subject.action.mandataire.displayName()),
                 orMissing(award.awardeeName.isEmpty() ? award.awardeeSirets.value(0)
                                                       : award.awardeeName));
    case AwardeeNearness::Unknown: break;
    }
    return RulesTr::tr("non comparé, un SIRET est absent ou illisible");
}

QString titleText(const CandidateCase &subject)
{
    const CriterionEvidence &title = subject.candidate.of(Criterion::Title);
    switch (title.grade) {
    case Grade::Agrees:
        return title.likeness < 1
                   ? RulesTr::tr("presque le même (%1 %)").arg(percentOf(title.likeness))
                   : RulesTr::tr("le même");
    case Grade::Near: return RulesTr::tr("proche (%1 %)").arg(percentOf(title.likeness));
    case Grade::Differs: return RulesTr::tr("éloigné (%1 %)").arg(percentOf(title.likeness));
    case Grade::Unknown: break;
    }
    return RulesTr::tr("non comparé, un intitulé est absent");
}

QString periodText(const CandidateCase &subject)
{
    const AwardCandidate &candidate = subject.candidate;
    switch (candidate.period) {
    case PeriodNearness::Inside: return RulesTr::tr("session à l'intérieur du marché");
    case PeriodNearness::Overlaps:
        return RulesTr::tr("%1 de la session dans le marché").arg(days(candidate.days));
    case PeriodNearness::Before:
        return RulesTr::tr("session finie %1 avant le début du marché").arg(days(candidate.days));
    case PeriodNearness::After:
        return RulesTr::tr("session commencée %1 après la fin du marché").arg(days(candidate.days));
    case PeriodNearness::Unknown: break;
    }
    return RulesTr::tr("non comparée, une date est absente");
}

QString placeText(const CandidateCase &subject)
{
    const QString notified =
        orMissing(subject.award.place.isEmpty() ? subject.award.postalCode : subject.award.place);
    const QString both =
        RulesTr::tr(" (%1 saisi, %2 notifié)").arg(orMissing(subject.session.place.city), notified);
    switch (subject.candidate.place) {
    case PlaceNearness::SameCommune: return RulesTr::tr("même commune");
    case PlaceNearness::InDepartement: return RulesTr::tr("dans le département notifié") + both;
    case PlaceNearness::SameDepartement:
        return RulesTr::tr("même département, autre commune") + both;
    case PlaceNearness::Elsewhere: return RulesTr::tr("ailleurs") + both;
    case PlaceNearness::Unknown: break;
    }
    return RulesTr::tr("non comparé, un lieu est absent");
}

// In the order of allCriteria.
constexpr std::array criteria{
    CriterionText{QT_TRANSLATE_NOOP("Rules", "N° de marché"),
                  QT_TRANSLATE_NOOP("Rules", "n° de marché"), marketText},
    CriterionText{QT_TRANSLATE_NOOP("Rules", "Mandataire"),
                  QT_TRANSLATE_NOOP("Rules", "mandataire"), awardeeText},
    CriterionText{QT_TRANSLATE_NOOP("Rules", "Intitulé"), QT_TRANSLATE_NOOP("Rules", "intitulé"),
                  titleText},
    CriterionText{QT_TRANSLATE_NOOP("Rules", "Période"), QT_TRANSLATE_NOOP("Rules", "période"),
                  periodText},
    CriterionText{QT_TRANSLATE_NOOP("Rules", "Lieu"), QT_TRANSLATE_NOOP("Rules", "lieu"),
                  placeText},
};
static_assert(criteria.size() == allCriteria.size());

//! The criteria of one grade, as an enumeration; empty when there is none.
QString namesOf(const AwardCandidate &candidate, Grade grade)
{
    QStringList names;
    for (const Criterion criterion : allCriteria) {
        if (candidate.of(criterion).grade == grade)
            names << RulesTr::tr(criteria[size_t(criterion)].inSentence);
    }
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return RulesTr::tr("%1 et %2").arg(names.join(QLatin1String(", ")), last);
}

} // namespace

QString CriterionWords::line() const
{
    return RulesTr::tr("%1 : %2").arg(label, text);
}

QString criterionName(Criterion criterion)
{
    return RulesTr::tr(criteria[size_t(criterion)].name);
}

QString gradeName(Grade grade)
{
    switch (grade) {
    case Grade::Agrees: return RulesTr::tr("concorde");
    case Grade::Near: return RulesTr::tr("proche");
    case Grade::Differs: return RulesTr::tr("diffère");
    case Grade::Unknown: break;
    }
    return RulesTr::tr("non comparé");
}

QList<CriterionWords> candidateWords(const CandidateCase &subject)
{
    QList<CriterionWords> words;
    for (const Criterion criterion : allCriteria) {
        const CriterionEvidence &evidence = subject.candidate.of(criterion);
        words.append({.criterion = criterion,
                      .label = criterionName(criterion),
                      .text = criteria[size_t(criterion)].text(subject),
                      .grade = evidence.grade,
                      .percent = percentOf(evidence.likeness),
                      .points = percentOf(evidence.part)});
    }
    return words;
}

QString candidateSummary(const CandidateCase &subject)
{
    const AwardCandidate &candidate = subject.candidate;
    QStringList parts;
    const auto add = [&](Grade grade, const QString &pattern) {
        const QString names = namesOf(candidate, grade);
        if (!names.isEmpty())
            parts << pattern.arg(names);
    };
    add(Grade::Agrees, RulesTr::tr("concordent : %1"));
    add(Grade::Near, RulesTr::tr("proches : %1"));
    add(Grade::Differs, RulesTr::tr("diffèrent : %1"));
    return RulesTr::tr("Marché %1, %2 % ; %3.")
        .arg(subject.award.market.text())
        .arg(percentOf(candidate.score))
        .arg(parts.join(QStringLiteral(" ; ")));
}

QStringList whyNotSure(const CandidateCase &subject, std::optional<double> nextScore)
{
    const AwardCandidate &candidate = subject.candidate;
    QStringList sentences;
    const auto add = [&](Grade grade, const QString &pattern) {
        const QString names = namesOf(candidate, grade);
        if (!names.isEmpty())
            sentences << pattern.arg(names);
    };
    add(Grade::Differs, RulesTr::tr("Ce qui diffère : %1."));
    add(Grade::Near, RulesTr::tr("Ce qui n'est que proche : %1."));
    add(Grade::Unknown, RulesTr::tr("Ce qui n'a pas pu être comparé : %1."));
    if (nextScore && candidate.score - *nextScore < nearlyAsGood)
        sentences << RulesTr::tr("La notification suivante est presque aussi proche.");
    if (sentences.isEmpty())
        sentences << RulesTr::tr("Plusieurs notifications portent ce numéro : à départager.");
    return sentences;
}

} // namespace recoupe
