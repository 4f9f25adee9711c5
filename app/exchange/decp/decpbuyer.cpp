// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpbuyer.h"

#include "core/textfolding.h"
#include "domain/contact.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct KnownSiren
{
    const char16_t *siren;
    Funder funder;
};

// Région Auvergne-Rhône-Alpes; Pôle emploi, France Travail since 2024.
constexpr std::array knownSirens{
    KnownSiren{u"200053767", Funder::Region},
    KnownSiren{u"130005481", Funder::PoleEmploi},
};

struct KnownName
{
    const char16_t *beginning; //!< folded, whole words, dashes as spaces
    Funder funder;
};

// "Région" alone would be any of thirteen: no funderFromName() here.
constexpr std::array knownNames{
    KnownName{u"region auvergne", Funder::Region},
    KnownName{u"conseil regional auvergne", Funder::Region},
    KnownName{u"conseil regional d'auvergne", Funder::Region},
    KnownName{u"pole emploi", Funder::PoleEmploi},
    KnownName{u"france travail", Funder::PoleEmploi},
    KnownName{u"agefiph", Funder::Agefiph},
};

} // namespace

std::optional<Funder> funderOf(const DecpBuyer &buyer)
{
    // The first nine digits say who it is, even where the others are wrong.
    const QString siret = normalizedSiret(buyer.id);
    const auto bySiren = std::ranges::find_if(
        knownSirens, [&](const KnownSiren &known) { return siret.startsWith(known.siren); });
    if (bySiren != knownSirens.end())
        return bySiren->funder;

    const QString name = folded(buyer.name).replace(u'-', u' ') + u' ';
    const auto byName = std::ranges::find_if(knownNames, [&](const KnownName &known) {
        return name.startsWith(QString::fromUtf16(known.beginning) + u' ');
    });
    if (byName != knownNames.end())
        return byName->funder;
    return std::nullopt;
}

} // namespace recoupe
