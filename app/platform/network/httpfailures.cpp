// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/httpfailures.h"

#include "core/oneline.h"
#include "core/shortdate.h"
#include "platform/network/serveraddress.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QSslCertificate>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr qsizetype maxShown = 200; // of what a server says of itself

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    return onOneLine(names.join(QStringLiteral(", "))).left(maxShown);
}

QString defectOf(const QSslError &error)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Tr::tr("son certificat a expiré le %1")
            .arg(shortDate(certificate.expiryDate().toLocalTime().date()));
    case QSslError::CertificateNotYetValid:
        return Tr::tr(
                   "son certificat ne vaut qu'à partir du %1 (vérifier la date de cet ordinateur)")
            .arg(shortDate(certificate.effectiveDate().toLocalTime().date()));
    case QSslError::HostNameMismatch:
        return Tr::tr("son certificat est au nom de « %1 »").arg(namesOf(certificate));
    case QSslError::CertificateRevoked: return Tr::tr("son certificat a été révoqué");
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Tr::tr("son certificat n'est signé par aucune autorité connue de cet ordinateur");
    default: return Tr::tr("son certificat n'est pas valable");
    }
}

QString reasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError: return Tr::tr("la connexion est refusée");
    case QNetworkReply::RemoteHostClosedError: return Tr::tr("la connexion a été coupée");
    case QNetworkReply::HostNotFoundError: return Tr::tr("ce nom de serveur est inconnu");
    case QNetworkReply::TimeoutError: return Tr::tr("le serveur ne répond pas");
    case QNetworkReply::SslHandshakeFailedError:
        return Tr::tr("aucune connexion chiffrée n'a pu être établie");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Tr::tr("le serveur mandataire (proxy) de cet ordinateur ne laisse pas passer");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Tr::tr("la réponse n'est pas celle d'un serveur web");
    default: return Tr::tr("le réseau est en défaut");
    }
}

//! Why a request is refused, and what to do.
struct Refusal
{
    int status;
    const char *reason;
    const char *advice;
};

constexpr const char *otherReason = QT_TRANSLATE_NOOP("Recoupe", "la demande ne lui convient pas");
constexpr const char *otherAdvice =
    QT_TRANSLATE_NOOP("Recoupe", "Vérifier l'adresse, ou voir avec l'administrateur du serveur");
constexpr const char *addressAdvice = QT_TRANSLATE_NOOP("Recoupe", "Vérifier l'adresse");

constexpr std::array refusals{
    Refusal{
        401,
        QT_TRANSLATE_NOOP("Recoupe", "le compte, le mot de passe ou le jeton n'est pas accepté"),
        QT_TRANSLATE_NOOP("Recoupe", "Vérifier l'identifiant et enregistrer à nouveau le mot de "
                                     "passe ou le jeton")},
    Refusal{403, QT_TRANSLATE_NOOP("Recoupe", "l'accès est interdit"),
            QT_TRANSLATE_NOOP("Recoupe", "Demander ce droit à l'administrateur du serveur")},
    Refusal{404, QT_TRANSLATE_NOOP("Recoupe", "il n'y a rien à cette adresse"), addressAdvice},
    Refusal{405, QT_TRANSLATE_NOOP("Recoupe", "ce mode d'envoi n'est pas celui de cette adresse"),
            QT_TRANSLATE_NOOP("Recoupe", "Vérifier l'adresse et le mode (PUT ou POST)")},
    Refusal{407,
            QT_TRANSLATE_NOOP("Recoupe", "le serveur mandataire (proxy) demande un mot de passe"),
            QT_TRANSLATE_NOOP("Recoupe", "Voir avec l'administrateur du réseau")},
    Refusal{409, QT_TRANSLATE_NOOP("Recoupe", "l'état du dossier sur le serveur ne le permet pas"),
            QT_TRANSLATE_NOOP("Recoupe", "Vérifier que le dossier de destination existe")},
    Refusal{410, QT_TRANSLATE_NOOP("Recoupe", "il n'y a plus rien à cette adresse"), addressAdvice},
    Refusal{413, QT_TRANSLATE_NOOP("Recoupe", "le fichier est trop gros pour lui"),
            QT_TRANSLATE_NOOP("Recoupe",
                              "Demander à l'administrateur du serveur de relever la limite")},
    Refusal{415, QT_TRANSLATE_NOOP("Recoupe", "ce type de fichier n'est pas accepté"), otherAdvice},
};

QString momentaryReason(int status)
{
    switch (status) {
    case 408: return Tr::tr("le serveur n'a pas reçu la demande à temps");
    case 429: return Tr::tr("le serveur demande d'espacer les échanges");
    case 503: return Tr::tr("le serveur est indisponible");
    case 507: return Tr::tr("le serveur n'a plus de place");
    default: return Tr::tr("le serveur est en panne");
    }
}

QString withStatus(const QString &reason, int status)
{
    return Tr::tr("%1 (HTTP %2)").arg(reason).arg(status);
}

} // namespace

Failure serverCutOff(const QUrl &url)
{
    return serverUnreachable(url, reasonOf(QNetworkReply::RemoteHostClosedError));
}

Failure serverUntrusted(const QUrl &url, const QList<QSslError> &errors)
{
    QStringList defects;
    QStringList details;
    for (const QSslError &error : errors) {
        if (const QString defect = defectOf(error); !defects.contains(defect))
            defects.append(defect);
        details.append(error.errorString());
    }
    return fail(
        ErrorCode::ServerUntrusted,
        Tr::tr("L'identité de « %1 » n'est pas établie : %2. Rien n'a été envoyé. Prévenir "
               "l'administrateur du serveur ; si ce serveur a une autorité à lui, indiquer le "
               "fichier de celle-ci.")
            .arg(shownAddress(url), defects.join(QStringLiteral(", "))),
        details.join(u' '));
}

Failure networkFailure(const QUrl &url, QNetworkReply::NetworkError error, const QString &detail)
{
    return serverUnreachable(url, reasonOf(error), detail);
}

Failure unwelcomeStatus(const QUrl &url, int status)
{
    if (status == 408 || status == 429 || status >= 500)
        return serverUnreachable(url, withStatus(momentaryReason(status), status));
    const auto *const known = std::ranges::find(refusals, status, &Refusal::status);
    const bool isKnown = known != refusals.end();
    return serverRefused(url, withStatus(Tr::tr(isKnown ? known->reason : otherReason), status),
                         Tr::tr(isKnown ? known->advice : otherAdvice));
}

Failure foreignRedirect(const QUrl &url, const QUrl &target)
{
    return serverRefused(url, Tr::tr("il renvoie vers « %1 »").arg(shownAddress(target)),
                         Tr::tr("Indiquer cette adresse si elle est la bonne"));
}

bool isRedirect(int status)
{
    constexpr std::array redirects{301, 302, 303, 307, 308};
    return std::ranges::find(redirects, status) != redirects.end();
}

} // namespace recoupe
