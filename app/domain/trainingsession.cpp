// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/trainingsession.h"

#include "core/textfolding.h"

#include <algorithm>

namespace recoupe {

namespace {

bool isOpcoPoec(const QList<Funding> &fundings)
{
    return std::ranges::any_of(fundings, [](const Funding &funding) {
        return funding.funderCode == lheoFunderOpco &&
               schemeFromText(funding.scheme) == Scheme::Poec;
    });
}

} // namespace

const Funding *TrainingSession::checkedFunding() const
{
    const Funding *first = nullptr;
    for (const Funding &funding : fundings) {
        if (funderOfLheoCode(funding.funderCode) == Funder::Other)
            continue;
        if (!isPlaceholder(funding.marketNumber))
            return &funding;
        if (!first)
            first = &funding;
    }
    if (first && isOpcoPoec(fundings))
        return nullptr;
    return first;
}

Funder TrainingSession::funder() const
{
    const Funding *funding = checkedFunding();
    return funding ? funderOfLheoCode(funding->funderCode) : Funder::Other;
}

MarketNumber TrainingSession::marketNumber() const
{
    const Funding *funding = checkedFunding();
    if (!funding && !fundings.isEmpty())
        funding = &fundings.first();
    return funding ? MarketNumber(funding->marketNumber) : MarketNumber();
}

Scheme TrainingSession::scheme() const
{
    const Funding *funding = checkedFunding();
    if (!funding && !fundings.isEmpty())
        funding = &fundings.first();
    if (!funding)
        return Scheme::Unknown;
    const Scheme scheme = schemeFromText(funding->scheme);
    // A segment belongs to nothing else than the Région's SIEG.
    return scheme == Scheme::Unknown && funding->siegSegment > 0 ? Scheme::Sieg : scheme;
}

} // namespace recoupe
