// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/tlssettings.h"

#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Result<QList<QSslCertificate>> authoritiesOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return unreadableFile(file);
    QList<QSslCertificate> found = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (!found.isEmpty())
        return found;
    return fail(
        ErrorCode::NotTheFormat,
        Tr::tr("Le fichier d'autorités « %1 » ne contient aucun certificat : un fichier PEM "
               "(« -----BEGIN CERTIFICATE----- ») est attendu.")
            .arg(QDir::toNativeSeparators(fileName)),
        {}, {fileName});
}

} // namespace

Result<QSslConfiguration> tlsSettings(const QString &authoritiesFile)
{
    QSslConfiguration settings = QSslConfiguration::defaultConfiguration();
    settings.setPeerVerifyMode(QSslSocket::VerifyPeer);
    settings.setProtocol(QSsl::TlsV1_2OrLater);
    // Untouched otherwise: the system is then asked for an authority when it is needed, which on
    // Windows finds those that it has yet to fetch.
    if (!authoritiesFile.isEmpty()) {
        const Result<QList<QSslCertificate>> own = authoritiesOf(authoritiesFile);
        if (!own)
            return failureOf(own);
        settings.setCaCertificates(QSslConfiguration::systemCaCertificates() + *own);
    }
    return settings;
}

} // namespace recoupe
