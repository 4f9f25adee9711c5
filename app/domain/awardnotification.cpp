// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/awardnotification.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct ScopeToken
{
    PlaceScope scope;
    const char16_t *text;
};

constexpr std::array scopeTokens{
    ScopeToken{PlaceScope::Unknown, u""},
    ScopeToken{PlaceScope::PostalCode, u"postal-code"},
    ScopeToken{PlaceScope::Commune, u"commune"},
    ScopeToken{PlaceScope::Departement, u"departement"},
    ScopeToken{PlaceScope::Region, u"region"},
    ScopeToken{PlaceScope::Country, u"country"},
};

} // namespace

QString toToken(PlaceScope scope)
{
    return QString::fromUtf16(std::ranges::find(scopeTokens, scope, &ScopeToken::scope)->text);
}

PlaceScope placeScopeFromToken(QStringView token)
{
    const auto found = std::ranges::find_if(
        scopeTokens, [token](const ScopeToken &candidate) { return token == candidate.text; });
    return found == scopeTokens.end() ? PlaceScope::Unknown : found->scope;
}

// A lot may hold anything, a slash too: it stands last.
QString AwardKey::toToken() const
{
    const QString contract = recoupe::toToken(funder) + u'/' + market;
    return lot.isEmpty() ? contract : contract + u'/' + lot;
}

std::optional<AwardKey> AwardKey::fromToken(QStringView token)
{
    const qsizetype first = token.indexOf(u'/');
    if (first < 0)
        return std::nullopt;
    const std::optional<Funder> funder = funderFromToken(token.first(first));
    const QStringView rest = token.sliced(first + 1);
    const qsizetype second = rest.indexOf(u'/');
    const QStringView market = second < 0 ? rest : rest.first(second);
    if (!funder || market.isEmpty())
        return std::nullopt;
    return AwardKey{*funder, market.toString(),
                    second < 0 ? QString() : rest.sliced(second + 1).toString()};
}

QDate AwardNotification::firstDay() const
{
    return start.isValid() || !durationMonths ? start : notifiedOn;
}

QDate AwardNotification::lastDay() const
{
    if (end.isValid() || !durationMonths || !firstDay().isValid())
        return end;
    return firstDay().addMonths(*durationMonths + 1);
}

} // namespace recoupe
