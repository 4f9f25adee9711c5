// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/awardindex.h"

#include "core/textfolding.h"

#include <algorithm>

namespace recoupe {

AwardIndex::AwardIndex(const QList<AwardNotification> &awards)
    : m_awards(awards)
{
    m_byNumber.reserve(awards.size());
    m_byKey.reserve(awards.size());
    for (qsizetype i = 0; i < awards.size(); ++i) {
        const AwardNotification &award = awards[i];
        if (award.market.isMissing())
            continue;
        m_byKey.insert(award.key(), i);
        m_byNumber[{int(award.funder), award.market.normalized()}].append(i);
        const QString inside = award.market.insideEnvelope();
        if (!inside.isEmpty())
            m_byNumber[{int(award.funder), inside}].append(i);
    }
    noteReplacements();
}

// "Annule et remplace" names a number; a DECP identifier counts its modifications. Where the
// replaced number has several lots, the same lot is meant, if there is one.
void AwardIndex::noteReplacements()
{
    for (qsizetype i = 0; i < m_awards.size(); ++i) {
        const AwardNotification &award = m_awards[i];
        const Contract named{int(award.funder), MarketNumber(award.replaces).normalized()};
        if (!named.second.isEmpty()) {
            for (const qsizetype old : withLot(m_byNumber.value(named), award.lot)) {
                const QDate before = m_awards[old].notifiedOn;
                if (old != i && !(before > award.notifiedOn && award.notifiedOn.isValid()))
                    m_replacedBy.insert(old, i);
            }
        }
        const QString inside = award.market.insideEnvelope();
        if (inside.isEmpty())
            continue;
        for (const qsizetype old : m_byNumber.value({int(award.funder), inside})) {
            const AwardNotification &other = m_awards[old];
            if (other.market.insideEnvelope() == inside && other.lot == award.lot &&
                other.market.envelopeModification() + 1 == award.market.envelopeModification())
                m_replacedBy.insert(old, i);
        }
    }
}

qsizetype AwardIndex::inForce(qsizetype award) const
{
    // Two of one day that name each other would lead round for ever.
    qsizetype current = award;
    for (qsizetype step = 0; step < m_replacedBy.size(); ++step) {
        const qsizetype next = m_replacedBy.value(current, -1);
        if (next < 0 || next == award)
            break;
        current = next;
    }
    return current;
}

AwardMatch AwardIndex::matched(AwardMatch::Outcome outcome, qsizetype award) const
{
    const qsizetype last = inForce(award);
    return {outcome, last, last == award ? -1 : award};
}

// Those that no operator refused; of a replaced one and the one that replaced it, the latter.
QList<qsizetype> AwardIndex::bearing(const Funding &funding, const AwardChoice &choice) const
{
    const Contract contract{int(funderOfLheoCode(funding.funderCode)),
                            MarketNumber(funding.marketNumber).normalized()};
    const QList<qsizetype> all = m_byNumber.value(contract);
    QList<qsizetype> kept;
    for (const qsizetype i : all) {
        const qsizetype last = inForce(i);
        const bool isRefused =
            !choice.refused.isEmpty() && (choice.refused.contains(m_awards[i].key()) ||
                                          choice.refused.contains(m_awards[last].key()));
        if (!isRefused && (last == i || !all.contains(last)))
            kept.append(i);
    }
    return kept;
}

AwardMatch AwardIndex::match(const TrainingAction &action, const TrainingSession &session,
                             const AwardChoice &choice) const
{
    const Funding *funding = session.checkedFunding();
    if (!funding)
        return {};
    if (const qsizetype chosen = choice.accepted ? find(*choice.accepted) : -1; chosen >= 0)
        return matched(AwardMatch::Outcome::Chosen, chosen);
    QList<qsizetype> found = bearing(*funding, choice);
    if (found.size() > 1)
        found = withLot(found, funding->lot);
    if (found.size() > 1)
        found = withSiren(found, action.mandataire.siret);

    if (found.isEmpty())
        return {AwardMatch::Outcome::None};
    if (found.size() == 1)
        return matched(AwardMatch::Outcome::Exact, found.first());
    return {AwardMatch::Outcome::Ambiguous, -1, -1, found};
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
