// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/returnreason.h"

#include "core/tokentable.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array reasonTokens{Token{ReturnReason::Place, u"place"},
                                  Token{ReturnReason::Mandataire, u"mandataire"},
                                  Token{ReturnReason::Dates, u"dates"},
                                  Token{ReturnReason::MarketNumber, u"market-number"},
                                  Token{ReturnReason::Duplicate, u"duplicate"},
                                  Token{ReturnReason::Cancelled, u"cancelled"},
                                  Token{ReturnReason::Unreachable, u"unreachable"},
                                  Token{ReturnReason::Other, u"other"}};
static_assert(reasonTokens.size() == returnReasons.size());

} // namespace

QString toToken(ReturnReason reason)
{
    return tokenOf(reasonTokens, reason);
}

std::optional<ReturnReason> returnReasonFromToken(QStringView token)
{
    return valueOf(reasonTokens, token);
}

QString returnReasonName(ReturnReason reason)
{
    switch (reason) {
    case ReturnReason::Place: return Tr::tr("Lieu erroné");
    case ReturnReason::Mandataire: return Tr::tr("Mandataire erroné");
    case ReturnReason::Dates: return Tr::tr("Dates erronées");
    case ReturnReason::MarketNumber: return Tr::tr("Numéro de marché erroné");
    case ReturnReason::Duplicate: return Tr::tr("Doublon");
    case ReturnReason::Cancelled: return Tr::tr("Offre annulée");
    case ReturnReason::Unreachable: return Tr::tr("Organisme injoignable");
    case ReturnReason::Other: break;
    }
    return Tr::tr("Autre");
}

} // namespace recoupe
