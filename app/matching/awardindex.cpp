// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/awardindex.h"

#include "core/textfolding.h"

#include <algorithm>

namespace recoupe {

AwardIndex::AwardIndex(const QList<AwardNotification> &awards)
    : m_awards(awards)
{
    m_byNumber.reserve(awards.size());
    for (qsizetype i = 0; i < awards.size(); ++i) {
        const AwardNotification &award = awards[i];
        if (!award.market.isMissing())
            m_byNumber[{int(award.funder), award.market.normalized()}].append(i);
    }
}

AwardMatch AwardIndex::match(const TrainingAction &action, const TrainingSession &session) const
{
    const Funding *funding = session.checkedFunding();
    if (!funding)
        return {};
    const Key key{int(session.funder()), session.marketNumber().normalized()};
    QList<qsizetype> found = m_byNumber.value(key);
    if (found.size() > 1)
        found = withLot(found, funding->lot);
    if (found.size() > 1)
        found = withSiren(found, action.mandataire.siret);

    if (found.isEmpty())
        return {AwardMatch::Outcome::None};
    if (found.size() == 1)
        return {AwardMatch::Outcome::Exact, found.first()};
    return {AwardMatch::Outcome::Ambiguous, -1, found};
}

QList<qsizetype> AwardIndex::withLot(const QList<qsizetype> &found, const QString &lot) const
{
    const QString wanted = folded(lot);
    QList<qsizetype> kept;
    std::ranges::copy_if(found, std::back_inserter(kept), [&](qsizetype i) {
        return !wanted.isEmpty() && folded(m_awards[i].lot) == wanted;
    });
    return kept.isEmpty() ? found : kept;
}

QList<qsizetype> AwardIndex::withSiren(const QList<qsizetype> &found, const QString &siret) const
{
    QList<qsizetype> kept;
    std::ranges::copy_if(found, std::back_inserter(kept), [&](qsizetype i) {
        const AwardeeLikeness likeness = compareAwardee(m_awards[i], siret);
        return likeness == AwardeeLikeness::SameEstablishment ||
               likeness == AwardeeLikeness::SameEnterprise;
    });
    return kept.isEmpty() ? found : kept;
}

SesarIndex::SesarIndex(const QList<SesarDeclaration> &declarations)
    : m_declarations(declarations)
{
    for (qsizetype i = 0; i < declarations.size(); ++i) {
        if (!declarations[i].market.isMissing())
            m_byMarket[declarations[i].market.normalized()].append(i);
    }
}

QList<qsizetype> SesarIndex::declarationsFor(const TrainingSession &session) const
{
    QList<qsizetype> named;
    QList<qsizetype> general;
    for (const qsizetype i : m_byMarket.value(session.marketNumber().normalized())) {
        const QString &numero = m_declarations[i].sessionNumero;
        if (numero == session.key.session)
            named.append(i);
        else if (numero.isEmpty())
            general.append(i);
    }
    return named.isEmpty() ? general : named;
}

AwardeeLikeness compareAwardee(const AwardNotification &award, const QString &siret)
{
    const QString wanted = normalizedSiret(siret);
    const QString siren = sirenOf(siret);
    bool sameEnterprise = false;
    bool allReadable = !siren.isEmpty() && !award.awardeeSirets.isEmpty();
    for (const QString &awardee : award.awardeeSirets) {
        if (!wanted.isEmpty() && normalizedSiret(awardee) == wanted)
            return AwardeeLikeness::SameEstablishment;
        const QString awardeeSiren = sirenOf(awardee);
        sameEnterprise = sameEnterprise || (!siren.isEmpty() && awardeeSiren == siren);
        allReadable = allReadable && !awardeeSiren.isEmpty();
    }
    if (sameEnterprise)
        return AwardeeLikeness::SameEnterprise;
    return allReadable ? AwardeeLikeness::Different : AwardeeLikeness::Unknown;
}

} // namespace recoupe
