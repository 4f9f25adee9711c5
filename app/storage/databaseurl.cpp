// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QUrlQuery>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr QLatin1String sqliteScheme("sqlite:");
constexpr QLatin1String postgresqlScheme("postgresql:");
constexpr QLatin1String hostItem("host");

Failure badUrl(const QString &why)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("Adresse de base incorrecte : %1 Écrivez « sqlite:CHEMIN » ou "
                       "« postgresql://UTILISATEUR@HÔTE:PORT/NOM ».")
                    .arg(why));
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
        if (name != hostItem)
            return badUrl(Tr::tr("l'option « %1 » n'est pas connue.").arg(name));
        url.host = value;
    }
    if (url.host.isEmpty())
        return badUrl(Tr::tr("l'hôte manque."));
    if (url.name.isEmpty() || url.name.contains(u'/'))
        return badUrl(Tr::tr("le nom de la base manque ou contient « / »."));
    return url;
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

QString DatabaseUrl::display() const
{
    if (backend == Backend::Sqlite)
        return sqliteScheme + QDir::toNativeSeparators(path);
    QUrl shown;
    shown.setScheme(QStringLiteral("postgresql"));
    shown.setUserName(user);
    shown.setPort(port);
    shown.setPath(u'/' + name);
    if (host.startsWith(u'/'))
        shown.setQuery(QUrlQuery({{hostItem, host}}));
    else
        shown.setHost(host);
    return shown.toString();
}

} // namespace recoupe
