// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/partner.h"

#include "core/tokentable.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array partnerTokens{Token{Partner::Portal, u"portal"},
                                   Token{Partner::Sesar, u"sesar"}, Token{Partner::Aude, u"aude"},
                                   Token{Partner::Parcours3, u"parcours3"},
                                   Token{Partner::ParcoursH, u"parcoursh"}};
static_assert(partnerTokens.size() == partners.size());

} // namespace

QString toToken(Partner partner)
{
    return tokenOf(partnerTokens, partner);
}

std::optional<Partner> partnerFromToken(QStringView token)
{
    return valueOf(partnerTokens, token);
}

QString partnerName(Partner partner)
{
    switch (partner) {
    case Partner::Portal: return Tr::tr("Portail");
    case Partner::Sesar: return Tr::tr("SESAR");
    case Partner::Aude: return Tr::tr("AUDE / GSP");
    case Partner::Parcours3: return Tr::tr("Parcours 3");
    case Partner::ParcoursH: break;
    }
    return Tr::tr("Parcours H");
}

} // namespace recoupe
