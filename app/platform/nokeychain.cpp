// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of keychain.cpp where there is no QtKeychain.
#include "platform/keychain.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Failure noKeychain()
{
    return fail(
        ErrorCode::SecretMissing,
        Tr::tr("Cette version de Recoupe a été faite sans accès au trousseau de mots de passe "
               "de la session."));
}

} // namespace

Result<std::optional<QString>> readKeychain(const QString &, std::chrono::milliseconds)
{
    return noKeychain();
}

Result<> writeKeychain(const QString &, const QString &, std::chrono::milliseconds)
{
    return noKeychain();
}

Result<> eraseKeychain(const QString &, std::chrono::milliseconds)
{
    return {};
}

} // namespace recoupe
