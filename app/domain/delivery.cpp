// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/delivery.h"

#include "core/tokentable.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array stateTokens{
    Token{DeliveryState::Held, u"held"},       Token{DeliveryState::ToDo, u"todo"},
    Token{DeliveryState::Running, u"running"}, Token{DeliveryState::Delivered, u"delivered"},
    Token{DeliveryState::Refused, u"refused"}, Token{DeliveryState::Failed, u"failed"},
    Token{DeliveryState::Dropped, u"dropped"}};

constexpr std::array changeTokens{Token{ExportChange::Added, u"added"},
                                  Token{ExportChange::Changed, u"changed"},
                                  Token{ExportChange::Removed, u"removed"}};

} // namespace

QString toToken(DeliveryState state)
{
    return tokenOf(stateTokens, state);
}

DeliveryState deliveryStateFromToken(QStringView token)
{
    return valueOf(stateTokens, token).value_or(DeliveryState::Failed);
}

QString deliveryStateName(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Held: return Tr::tr("À confirmer");
    case DeliveryState::ToDo: return Tr::tr("À envoyer");
    case DeliveryState::Running: return Tr::tr("Envoi en cours");
    case DeliveryState::Delivered: return Tr::tr("Envoyé");
    case DeliveryState::Refused: return Tr::tr("Refusé");
    case DeliveryState::Failed: return Tr::tr("Échec");
    case DeliveryState::Dropped: break;
    }
    return Tr::tr("Abandonné");
}

QString toToken(ExportChange change)
{
    return tokenOf(changeTokens, change);
}

QString signOf(ExportChange change)
{
    switch (change) {
    case ExportChange::Added: return QStringLiteral("+");
    case ExportChange::Changed: return QStringLiteral("~");
    case ExportChange::Removed: break;
    }
    return QStringLiteral("−");
}

ExportChange exportChangeFromToken(QStringView token)
{
    return valueOf(changeTokens, token).value_or(ExportChange::Changed);
}

bool isOpen(DeliveryState state)
{
    return state == DeliveryState::Held || state == DeliveryState::ToDo ||
           state == DeliveryState::Running;
}

} // namespace recoupe
