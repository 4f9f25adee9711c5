// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/secretstore.h"

#include "platform/keychain.h"

#include <QCoreApplication>
#include <QHash>
#include <QMutex>

#include <optional>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! What this run was told and the keychain would not take.
class RunSecrets
{
public:
    [[nodiscard]] std::optional<QString> of(const QString &name) const
    {
        const QMutexLocker locker(&m_mutex);
        const auto found = m_secrets.constFind(name);
        return found == m_secrets.cend() ? std::nullopt : std::optional(*found);
    }
    void keep(const QString &name, const QString &secret)
    {
        const QMutexLocker locker(&m_mutex);
        m_secrets.insert(name, secret);
    }
    void forget(const QString &name)
    {
        const QMutexLocker locker(&m_mutex);
        m_secrets.remove(name);
    }

private:
    mutable QMutex m_mutex;
    QHash<QString, QString> m_secrets;
};

RunSecrets &runSecrets()
{
    static RunSecrets secrets;
    return secrets;
}

QString variableOf(const QString &name)
{
    QString variable = QStringLiteral("RECOUPE_SECRET_") + name.toUpper();
    for (QChar &c : variable) {
        if (!(c >= u'A' && c <= u'Z') && !(c >= u'0' && c <= u'9'))
            c = u'_';
    }
    return variable;
}

} // namespace

Result<QString> readSecret(const QString &name)
{
    const QString variable = variableOf(name);
    if (const QString secret = qEnvironmentVariable(qPrintable(variable)); !secret.isEmpty())
        return secret;
    if (const std::optional<QString> secret = runSecrets().of(name))
        return *secret;
    const Result<std::optional<QString>> kept = readKeychain(name);
    if (kept && kept->has_value())
        return **kept;
    const QString reason =
        kept ? Tr::tr("Le trousseau de mots de passe de la session ne le contient pas, ou "
                      "reste verrouillé.")
             : kept.error().message;
    return fail(ErrorCode::SecretMissing,
                Tr::tr("Le mot de passe ou le jeton « %1 » manque. %2 L'enregistrer dans les "
                       "réglages, ou le donner par la variable d'environnement %3.")
                    .arg(name, reason, variable),
                kept ? QString() : kept.error().detail);
}

Result<SecretPlace> keepSecret(const QString &name, const QString &secret)
{
    if (!writeKeychain(name, secret)) {
        runSecrets().keep(name, secret);
        return SecretPlace::ThisRun;
    }
    runSecrets().forget(name);
    return SecretPlace::Keychain;
}

Result<> forgetSecret(const QString &name)
{
    runSecrets().forget(name);
    return eraseKeychain(name);
}

} // namespace recoupe
