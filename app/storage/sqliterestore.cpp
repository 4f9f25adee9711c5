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
#include <QSysInfo>
#include <QVariant>

#include <filesystem>
#include <memory>

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

// Windows renames no file that is open, ours included.
bool mayMoveOpenFiles()
{
    return QSysInfo::kernelType() != u"winnt";
}

// Whoever has a base open that keeps a write-ahead log holds a lock on it, and only who is alone
// may end the log. That also brings what it holds into the file. The lock is then kept: who opens
// the base meanwhile waits, finds the other file behind the name once it is there, and SQLite lets
// nobody begin a log on a file that was moved away. A damaged base cannot be asked or locked, but
// nobody else can open it either; Windows refuses to rename a file that is open.
Result<std::unique_ptr<SqliteFile>> lockAlone(const QString &path)
{
    std::unique_ptr<SqliteFile> base(new SqliteFile(SqliteFile::forWriting(path)));
    const QString mode = base->ask(QStringLiteral("PRAGMA journal_mode = DELETE")).toString();
    if (mode == u"delete")
        (void)base->ask(QStringLiteral("BEGIN EXCLUSIVE"));
    const bool isLocked = mode == u"delete" && !base->error().isValid();
    if (!isLocked && !saysDamaged(base->error())) {
        return fail(
            ErrorCode::DatabaseBusy,
            Tr::tr("La base « %1 » est ouverte dans une fenêtre ou une commande de Recoupe ; rien "
                   "n'a été changé. Fermez Recoupe partout, puis recommencez.")
                .arg(QDir::toNativeSeparators(path)),
            base->error().databaseText());
    }
    if (!mayMoveOpenFiles())
        base.reset();
    return base;
}

//! A second name for a file, so that the first is never without one. Where the file system knows
//! no such thing, it is renamed.
Result<> nameAlso(const QString &path, const QString &newPath)
{
    std::error_code error;
    std::filesystem::create_hard_link(QFileInfo(path).filesystemFilePath(),
                                      QFileInfo(newPath).filesystemFilePath(), error);
    return error ? putInPlace(path, newPath) : Result<>();
}

//! Undoes keepAside(), as far as that came.
void takeBack(const QString &aside, const QString &path)
{
    const QStringList from = withSideFiles(aside);
    const QStringList to = withSideFiles(path);
    for (qsizetype i = 0; i < from.size(); ++i) {
        if (QFileInfo::exists(from[i]) && !putInPlace(from[i], to[i]))
            return;
    }
    // Two names of one file stay two when one is put in the place of the other.
    QFile::remove(aside);
}

//! Keeps the base and what lies beside it under another name, all of it or nothing.
Result<> keepAside(const QString &path, const QString &aside)
{
    const QStringList before = withSideFiles(path);
    const QStringList after = withSideFiles(aside);
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!QFileInfo::exists(before[i]))
            continue;
        const Result<> kept =
            i == 0 ? nameAlso(before[i], after[i]) : putInPlace(before[i], after[i]);
        if (!kept) {
            takeBack(aside, path);
            return kept;
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
    if (Result<> ours = expectOurs(path); !ours)
        return failureOf(ours);
    const Result<std::unique_ptr<SqliteFile>> lock = lockAlone(path);
    if (!lock)
        return failureOf(lock);
    if (Result<> kept = keepAside(path, aside); !kept)
        return failureOf(kept);
    if (Result<> put = staged.put(); !put) {
        takeBack(aside, path);
        return failureOf(put);
    }
    return aside;
}

} // namespace recoupe
