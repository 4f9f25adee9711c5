// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr QLatin1String sqliteScheme("sqlite:");
constexpr QLatin1String postgresqlScheme("postgresql:");
constexpr QLatin1String hostItem("host");
constexpr QLatin1String modeItem("sslmode");
constexpr QLatin1String authoritiesItem("sslrootcert");

struct ModeToken
{
    DatabaseUrl::Encryption encryption;
    QLatin1String token;
};

// Of libpq's six, those that mean one thing. "allow" and "prefer" go without encryption unasked,
// "verify-ca" takes any host of an authority for ours.
constexpr std::array modeTokens{
    ModeToken{DatabaseUrl::Encryption::Verified, QLatin1String("verify-full")},
    ModeToken{DatabaseUrl::Encryption::Unverified, QLatin1String("require")},
    ModeToken{DatabaseUrl::Encryption::None, QLatin1String("disable")},
};

Failure badUrl(const QString &why)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("Adresse de base incorrecte : %1 Écrivez « sqlite:CHEMIN » ou "
                       "« postgresql://UTILISATEUR@HÔTE:PORT/NOM ».")
                    .arg(why));
}

Result<> readMode(DatabaseUrl &url, const QString &value)
{
    const auto mode =
        std::ranges::find_if(modeTokens, [&](const ModeToken &row) { return value == row.token; });
    if (mode == modeTokens.end()) {
        return badUrl(Tr::tr("« sslmode=%1 » est refusé, parce que la connexion ne serait pas "
                             "sûrement chiffrée jusqu'au bon serveur. Écrivez « verify-full » (ce "
                             "qui vaut quand rien n'est écrit), ou, en le sachant, « require » "
                             "(chiffré, sans vérifier le serveur) ou « disable » (en clair).")
                          .arg(value));
    }
    url.written = mode->encryption;
    return {};
}

Result<> readAuthorities(DatabaseUrl &url, const QString &value)
{
    if (value.isEmpty() || value.contains(u';')) {
        return badUrl(Tr::tr("« sslrootcert=%1 » est refusé : c'est le chemin, sans « ; », du "
                             "fichier des autorités de certification, ou « system ».")
                          .arg(value));
    }
    url.authorities = value;
    return {};
}

Result<> readOption(DatabaseUrl &url, const QString &name, const QString &value)
{
    if (name == modeItem)
        return readMode(url, value);
    if (name == authoritiesItem)
        return readAuthorities(url, value);
    if (name != hostItem) {
        return badUrl(Tr::tr("l'option « %1 » est refusée, parce que seules « host », « sslmode » "
                             "et « sslrootcert » sont connues.")
                          .arg(name));
    }
    url.host = value;
    return {};
}

//! What each option allows and they do not together.
Result<> checkTogether(const DatabaseUrl &url)
{
    // The driver would try each of several, and each may be elsewhere.
    if (url.host.isEmpty() || url.host.contains(u','))
        return badUrl(Tr::tr("l'hôte manque, ou il y en a plusieurs."));
    if (url.name.isEmpty() || url.name.contains(u'/'))
        return badUrl(Tr::tr("le nom de la base manque ou contient « / »."));
    if (!url.authorities.isEmpty() && url.encryption() != DatabaseUrl::Encryption::Verified) {
        return badUrl(Tr::tr("« sslrootcert » est refusé ici, parce que le serveur ne serait pas "
                             "vérifié : écrivez aussi « sslmode=verify-full », ou ôtez-le."));
    }
    return {};
}

Result<DatabaseUrl> parsePostgreSql(const QString &text)
{
    const QUrl parts(text, QUrl::StrictMode);
    // The parser's own words would quote the address, and with it the password.
    if (!parts.isValid())
        return badUrl(Tr::tr("elle n'a pas la forme attendue."));

    DatabaseUrl url;
    url.backend = DatabaseUrl::Backend::PostgreSql;
    url.host = parts.host(QUrl::FullyDecoded);
    url.port = parts.port(url.port);
    url.name = parts.path(QUrl::FullyDecoded).mid(1);
    url.user = parts.userName(QUrl::FullyDecoded);
    url.password = parts.password(QUrl::FullyDecoded);
    const QList<std::pair<QString, QString>> items =
        QUrlQuery(parts).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (Result<> read = readOption(url, name, value); !read)
            return failureOf(read);
    }
    return checkTogether(url).map([&] { return url; });
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(postgresqlScheme, Qt::CaseInsensitive))
        return parsePostgreSql(trimmed);
    if (!trimmed.startsWith(sqliteScheme, Qt::CaseInsensitive))
        return badUrl(Tr::tr("elle ne commence ni par « sqlite: » ni par « postgresql: »."));

    DatabaseUrl url;
    url.path = trimmed.mid(sqliteScheme.size());
    if (url.path.isEmpty())
        return badUrl(Tr::tr("le chemin du fichier manque."));
    return url;
}

bool DatabaseUrl::isOnThisMachine() const
{
    static constexpr std::array names{QLatin1String("localhost"), QLatin1String("::1"),
                                      QLatin1String("127.0.0.1")};
    return host.startsWith(u'/') || std::ranges::any_of(names, [this](QLatin1String own) {
               return host.compare(own, Qt::CaseInsensitive) == 0;
           });
}

DatabaseUrl::Encryption DatabaseUrl::encryption() const
{
    return written.value_or(isOnThisMachine() ? Encryption::IfOffered : Encryption::Verified);
}

QString DatabaseUrl::server() const
{
    return host.startsWith(u'/') ? host : host + u':' + QString::number(port);
}

QString DatabaseUrl::display() const
{
    if (backend == Backend::Sqlite)
        return sqliteScheme + QDir::toNativeSeparators(path);
    QUrl shown;
    shown.setScheme(QStringLiteral("postgresql"));
    shown.setUserName(user);
    shown.setPort(port);
    shown.setPath(u'/' + name);
    QUrlQuery options;
    if (host.startsWith(u'/'))
        options.addQueryItem(hostItem, host);
    else
        shown.setHost(host);
    for (const ModeToken &row : modeTokens) {
        if (written == row.encryption)
            options.addQueryItem(modeItem, row.token);
    }
    if (!authorities.isEmpty())
        options.addQueryItem(authoritiesItem, authorities);
    if (!options.isEmpty())
        shown.setQuery(options);
    return shown.toString(QUrl::EncodeSpaces); // so that it can be read again
}

QString DatabaseUrl::fileName() const
{
    if (backend == Backend::Sqlite)
        return QFileInfo(path).fileName();
    static const QRegularExpression noPartOfAName(QStringLiteral("[^A-Za-z0-9.-]"));
    return QStringLiteral("%1-%2-%3")
        .arg(host, QString::number(port), name)
        .replace(noPartOfAName, QStringLiteral("_"));
}

} // namespace recoupe
