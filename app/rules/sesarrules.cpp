// SPDX-License-Identifier: GPL-3.0-or-later
// Against the Région's SESAR (DOMAIN, "SIEG and SESAR").
#include "rules/rule.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

//! Certainly outside: even the most favourable reading of a partial date is.
bool startsOutside(const TrainingSession &session, const SesarDeclaration &declaration)
{
    return session.start.latest() < declaration.start || session.start.earliest() > declaration.end;
}

bool endsOutside(const TrainingSession &session, const SesarDeclaration &declaration)
{
    return session.end.earliest() > declaration.end || session.end.latest() < declaration.start;
}

std::optional<Observation> datesOutsideSesar(const SessionCase &subject)
{
    const TrainingSession &session = subject.session;
    if (subject.funder() != Funder::Region || session.scheme() != Scheme::Afc ||
        subject.declarations.isEmpty() || !session.start.isKnown() || !session.end.isKnown())
        return std::nullopt;
    const auto lies = [&](const SesarDeclaration *declaration) {
        return !startsOutside(session, *declaration) && !endsOutside(session, *declaration);
    };
    if (std::ranges::any_of(subject.declarations, lies))
        return std::nullopt;

    const SesarDeclaration &declaration = *subject.declarations.first();
    const bool atStart = startsOutside(session, declaration);
    QStringList periods;
    for (const SesarDeclaration *declared : subject.declarations)
        periods << RulesTr::tr("du %1 au %2").arg(inWords(declared->start), inWords(declared->end));
    const QString expected = periods.join(RulesTr::tr(", ou "));
    return Observation{
        atStart ? QStringLiteral("periode.debut") : QStringLiteral("periode.fin"),
        inWords(session.start, session.end), expected,
        RulesTr::tr("Les dates saisies, %1, sortent des dates déclarées sur SESAR, %2 : faire "
                    "corriger la session, ou la déclaration SESAR si c'est elle qui se trompe.")
            .arg(inWords(session.start, session.end), expected)};
}

} // namespace

std::span<const Rule> sesarRules()
{
    static const std::array rules{
        Rule{"dates-outside-sesar", alwaysBlocking,
             QT_TRANSLATE_NOOP(
                 "Rules",
                 "« Les dates enregistrées sur le portail doivent s'intégrer dans les dates "
                 "déclarées sur Sesar. » (Enregistrer l'action de formation conventionnée, 2014)"),
             datesOutsideSesar},
    };
    return rules;
}

} // namespace recoupe
