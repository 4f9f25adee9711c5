// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliterestore.h"

#include "core/stagedfile.h"
#include "storage/migrator.h"
#include "storage/sqlitebackend.h"
#include "storage/sqlitefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QVariant>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Failure refusedCopy(ErrorCode code, const QString &sentence, const QString &from)
{
    return fail(code, sentence.arg(QDir::toNativeSeparators(from)));
}

Failure damagedCopy(const QString &from)
{
    return refusedCopy(ErrorCode::DatabaseDamaged,
                       Tr::tr("La sauvegarde « %1 » est endommagée ; la base n'a pas été changée. "
                              "Choisissez une autre sauvegarde."),
                       from);
}

Result<> inspectCopy(const QString &from)
{
    if (!QFileInfo(from).isFile()) {
        return refusedCopy(ErrorCode::FileUnreadable,
                           Tr::tr("La sauvegarde « %1 » n'existe pas. Vérifiez le chemin."), from);
    }
    DatabaseUrl url;
    url.path = from;
    Result<> inspected = SqliteBackend(url).inspectFile(builtInMigrations().last().version);
    // Its words are about a base in use.
    if (!inspected && inspected.error().code == ErrorCode::DatabaseDamaged)
        return damagedCopy(from);
    return inspected;
}

//! The copy to be put in place holds what can be restored: everything is looked at.
Result<> checkWhole(const QString &copy, const QString &from)
{
    SqliteFile file = SqliteFile::forReading(copy);
    if (file.ask(QStringLiteral("PRAGMA integrity_check(1)")).toString() != u"ok")
        return damagedCopy(from);
    if (file.ask(QStringLiteral("PRAGMA user_version")).toInt() == 0) {
        return refusedCopy(ErrorCode::DatabaseForeign,
                           Tr::tr("Le fichier « %1 » est vide : ce n'est pas une sauvegarde de "
                                  "Recoupe. Choisissez un autre fichier."),
                           from);
    }
    return {};
}

//! What is to be replaced is a base of ours, or so damaged that it cannot be told.
Result<> expectOurs(const QString &path)
{
    SqliteFile base = SqliteFile::forReading(path);
    const int id = base.ask(QStringLiteral("PRAGMA application_id")).toInt();
    if (saysDamaged(base.error()) || id == sqliteApplicationId || QFileInfo(path).size() == 0)
        return {};
    return fail(ErrorCode::DatabaseForeign,
                Tr::tr("Le fichier « %1 » n'est pas une base de Recoupe : il n'a pas été "
                       "remplacé. Vérifiez l'adresse donnée par --database.")
                    .arg(QDir::toNativeSeparators(path)),
                base.error().databaseText());
}

// Whoever has a base open that keeps a write-ahead log holds a lock on it, and only who is alone
// may end the log. That also brings what it holds into the file. A damaged base cannot be asked:
// Windows then refuses to rename a file that is open.
Result<> closeLog(const QString &path)
{
    SqliteFile base = SqliteFile::forWriting(path);
    const QString mode = base.ask(QStringLiteral("PRAGMA journal_mode = DELETE")).toString();
    if (mode == u"delete" || saysDamaged(base.error()))
        return {};
    return fail(ErrorCode::DatabaseBusy,
                Tr::tr("La base « %1 » est ouverte dans une fenêtre ou une commande de Recoupe ; "
                       "rien n'a été changé. Fermez Recoupe partout, puis recommencez.")
                    .arg(QDir::toNativeSeparators(path)),
                base.error().databaseText());
}

//! Renames the base and what lies beside it; what was renamed is named back where one fails.
Result<> renameBase(const QString &path, const QString &newPath)
{
    const QStringList before = withSideFiles(path);
    const QStringList after = withSideFiles(newPath);
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!QFileInfo::exists(before[i]))
            continue;
        if (Result<> renamed = putInPlace(before[i], after[i]); !renamed) {
            while (--i >= 0)
                (void)putInPlace(after[i], before[i]);
            return renamed;
        }
    }
    return {};
}

QString asideName(const QString &path)
{
    return QStringLiteral("%1.remplacee-%2")
        .arg(path, QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmsszzz")));
}

} // namespace

Result<QString> restoreSqlite(const QString &path, const QString &from)
{
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(from).canonicalFilePath() &&
        QFileInfo::exists(path)) {
        return refusedCopy(ErrorCode::InvalidArgument,
                           Tr::tr("« %1 » est la base elle-même : nommez une sauvegarde."), from);
    }
    StagedFile staged(path);
    const Result<> copied =
        inspectCopy(from).and_then([&] { return copySqlite(from, staged.path()); }).and_then([&] {
            return checkWhole(staged.path(), from);
        });
    if (!copied)
        return staged.failureOf(copied.error());
    if (!QFileInfo::exists(path))
        return staged.put().map([] { return QString(); });

    const QString aside = asideName(path);
    return expectOurs(path)
        .and_then([&] { return closeLog(path); })
        .and_then([&] { return renameBase(path, aside); })
        .and_then([&] {
            return staged.put().or_else([&](const Error &error) -> Result<> {
                (void)renameBase(aside, path);
                return Failure(error);
            });
        })
        .map([&] { return aside; });
}

} // namespace recoupe
