// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets.h"

namespace recoupe {

QString feedSecretName()
{
    return QStringLiteral("feed");
}

QString secretNameOf(Partner partner)
{
    return QLatin1String("partner/") + toToken(partner);
}

QString secretVariableOf(const QString &name)
{
    return QLatin1String("RECOUPE_SECRET_") + QString(name).replace(u'/', u'_').toUpper();
}

Result<bool> isSecretKnown(const QString &name)
{
    const Result<QString> secret = readSecret(name);
    if (secret)
        return !secret->isEmpty();
    if (secret.error().code == ErrorCode::SecretMissing)
        return false;
    return failureOf(secret);
}

} // namespace recoupe
