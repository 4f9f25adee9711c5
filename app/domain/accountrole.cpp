// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/accountrole.h"

#include "core/tokentable.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array roleTokens{
    Token{AccountRole::Reader, u"reader"}, Token{AccountRole::Operator, u"operator"},
    Token{AccountRole::Administrator, u"administrator"}, Token{AccountRole::Owner, u"owner"}};
static_assert(roleTokens.size() == grantedRoles.size() + 1);

} // namespace

QString toToken(AccountRole role)
{
    return tokenOf(roleTokens, role);
}

std::optional<AccountRole> accountRoleFromToken(QStringView token)
{
    return valueOf(roleTokens, token);
}

QString accountRoleName(AccountRole role)
{
    switch (role) {
    case AccountRole::Reader: return Tr::tr("lecteur");
    case AccountRole::Operator: return Tr::tr("opérateur");
    case AccountRole::Administrator: return Tr::tr("administrateur");
    case AccountRole::Owner: break;
    }
    return Tr::tr("propriétaire");
}

} // namespace recoupe
