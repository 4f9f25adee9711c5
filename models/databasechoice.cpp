// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/databasechoice.h"

#include "models/words.h"
#include "services/databaseaccess.h"

#include <QDir>
#include <QFileInfo>

namespace recoupe {

namespace {

using namespace databaseform;
using Encryption = DatabaseUrl::Encryption;

constexpr int lastPort = 65535;

QString tokenOf(Encryption encryption)
{
    switch (encryption) {
    case Encryption::Verified: return verifiedToken;
    case Encryption::Unverified: return unverifiedToken;
    case Encryption::None:
    case Encryption::IfOffered: break;
    }
    return noneToken;
}

//! What a server has where nothing else is known of it.
DatabaseTexts newServer()
{
    return {{place, serverToken},
            {path, {}},
            {host, {}},
            {port, QString::number(DatabaseUrl().port)},
            {name, QStringLiteral("recoupe")},
            {user, {}},
            {encryption, verifiedToken},
            {authorities, systemToken},
            {authoritiesFile, {}}};
}

DatabaseTexts textsOfServer(const DatabaseUrl &url)
{
    const bool isSystem = url.authorities == DatabaseUrl::systemAuthorities;
    DatabaseTexts texts = newServer();
    texts[host] = url.host;
    texts[port] = QString::number(url.port);
    texts[name] = url.name;
    texts[user] = url.user;
    texts[encryption] = tokenOf(url.encryption());
    if (url.encryption() == Encryption::Verified && !isSystem) {
        texts[authorities] = url.authorities.isEmpty() ? usualToken : ownFileToken;
        texts[authoritiesFile] = url.authorities;
    }
    return texts;
}

bool isServer(const DatabaseTexts &texts)
{
    return texts.value(place) == serverToken;
}

bool isVerified(const DatabaseTexts &texts)
{
    return isServer(texts) && texts.value(encryption) == verifiedToken;
}

QString pathExpectation(const QString &text)
{
    const bool isAddress = text.contains(QLatin1String("://"));
    return text.isEmpty() || isAddress || !QFileInfo(text).isAbsolute() || text.endsWith(u'/')
               ? ModelsTr::tr("le chemin complet d'un fichier de ce poste")
               : QString();
}

QString hostExpectation(const QString &text)
{
    static const QString notInNames = QStringLiteral(" ,@?#:\\");
    if (text.startsWith(u'/'))
        return {}; // the folder of a socket
    // The brackets of an address of IPv6 are the address's, not the host's.
    const bool isAddress = text.count(u':') > 1;
    for (const QChar sign : text) {
        if (sign == u'/' || (notInNames.contains(sign) && !(isAddress && sign == u':')))
            return ModelsTr::tr("un seul nom ou une seule adresse de serveur, sans port");
    }
    return text.isEmpty() ? ModelsTr::tr("le nom ou l'adresse du serveur") : QString();
}

QString portExpectation(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 1 && number <= lastPort
               ? QString()
               : ModelsTr::tr("un nombre de 1 à %1").arg(lastPort);
}

QString encryptionExpectation(const DatabaseTexts &texts)
{
    DatabaseUrl url;
    url.host = texts.value(host);
    return texts.value(encryption) == noneToken && !url.host.isEmpty() && !url.isOnThisMachine()
               ? ModelsTr::tr("une connexion chiffrée, le serveur n'étant pas sur ce poste")
               : QString();
}

QString authoritiesExpectation(const QString &text)
{
    // What the driver is told them by has no way to write a semicolon.
    return !QFileInfo(text).isAbsolute() || text.contains(u';')
               ? ModelsTr::tr("le chemin complet, sans « ; », du fichier des autorités")
               : QString();
}

QString serverExpectation(const QString &of, const DatabaseTexts &texts)
{
    const QString text = texts.value(of);
    if (of == host)
        return hostExpectation(text);
    if (of == port)
        return portExpectation(text);
    if (of == name)
        return text.isEmpty() || text.contains(u'/') ? ModelsTr::tr("le nom de la base, sans « / »")
                                                     : QString();
    if (of == user)
        return text.isEmpty() ? ModelsTr::tr("le compte qui ouvre la base") : QString();
    if (of == encryption)
        return encryptionExpectation(texts);
    if (of == authoritiesFile && isVerified(texts) && texts.value(authorities) == ownFileToken)
        return authoritiesExpectation(text);
    return {};
}

std::optional<Encryption> writtenIn(const DatabaseTexts &texts)
{
    if (texts.value(encryption) == verifiedToken)
        return Encryption::Verified;
    if (texts.value(encryption) == unverifiedToken)
        return Encryption::Unverified;
    return std::nullopt; // nothing is encrypted unasked within this machine
}

QString authoritiesIn(const DatabaseTexts &texts)
{
    if (!isVerified(texts) || texts.value(authorities) == usualToken)
        return {};
    return texts.value(authorities) == ownFileToken ? texts.value(authoritiesFile)
                                                    : QString(DatabaseUrl::systemAuthorities);
}

} // namespace

DatabaseTexts databaseTexts(const QString &url)
{
    const Result<DatabaseUrl> parsed = DatabaseUrl::parse(url);
    if (parsed && parsed->backend == DatabaseUrl::Backend::PostgreSql)
        return textsOfServer(*parsed);
    DatabaseTexts texts = newServer();
    texts[place] = fileToken;
    if (parsed)
        texts[path] = QFileInfo(QDir::fromNativeSeparators(parsed->path)).absoluteFilePath();
    return texts;
}

QString databaseExpectation(const QString &of, const DatabaseTexts &texts)
{
    if (isServer(texts))
        return serverExpectation(of, texts);
    return of == path ? pathExpectation(texts.value(of)) : QString();
}

Result<DatabaseUrl> databaseIn(const DatabaseTexts &texts)
{
    const QStringList fields = texts.keys();
    for (const QString &of : fields) {
        const QString expected = databaseExpectation(of, texts);
        if (!expected.isEmpty())
            return fail(ErrorCode::InvalidArgument, ModelsTr::tr("Il faut %1.").arg(expected));
    }
    DatabaseUrl url;
    if (!isServer(texts)) {
        url.path = texts.value(path);
        return url;
    }
    url.backend = DatabaseUrl::Backend::PostgreSql;
    url.host = texts.value(host);
    url.port = texts.value(port).toInt();
    url.name = texts.value(name);
    url.user = texts.value(user);
    url.written = writtenIn(texts);
    url.authorities = authoritiesIn(texts);
    return url;
}

QString databaseInWords(const DatabaseUrl &url)
{
    if (url.backend == DatabaseUrl::Backend::Sqlite)
        return QDir::toNativeSeparators(url.path);
    return url.user.isEmpty()
               ? ModelsTr::tr("base %1 sur %2", "base on a server").arg(url.name, url.server())
               : ModelsTr::tr("base %1 sur %2, compte %3", "base on a server")
                     .arg(url.name, url.server(), url.user);
}

bool isSameDatabase(const DatabaseUrl &one, const DatabaseUrl &other)
{
    if (one.backend != other.backend)
        return false;
    if (one.backend == DatabaseUrl::Backend::PostgreSql)
        return one.host.compare(other.host, Qt::CaseInsensitive) == 0 && one.port == other.port &&
               one.name == other.name;
    const auto place = [](const DatabaseUrl &url) {
        const QFileInfo file(QDir::fromNativeSeparators(url.path));
        return file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    };
    return place(one) == place(other);
}

} // namespace recoupe
