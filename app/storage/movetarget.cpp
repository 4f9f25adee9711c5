// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/movetarget.h"

#include "storage/basetransfer.h"
#include "storage/migrator.h"
#include "storage/sqlconnection.h"
#include "storage/sqlitefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

bool isFile(const DatabaseUrl &url)
{
    return url.backend == DatabaseUrl::Backend::Sqlite;
}

QString pathOf(const DatabaseUrl &url)
{
    return QDir::fromNativeSeparators(url.path);
}

//! A schema of an earlier version lacks some tables.
Result<QString> firstFilledTable(SqlConnection &sql)
{
    const QStringList present = sql.database().tables();
    for (const BaseTable &table : baseTables()) {
        const QString name = QString::fromLatin1(table.name);
        if (!present.contains(name) && !present.contains(QLatin1String("recoupe.") + name))
            continue;
        const Result<QVariant> row = sql.ask(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(name));
        if (!row)
            return failureOf(row);
        if (row->isValid())
            return name;
    }
    return QString();
}

Result<> refuseFilled(const DatabaseUrl &url, const QString &table)
{
    if (table.isEmpty())
        return {};
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("La base de destination « %1 » n'est pas vide (table « %2 ») : rien "
                       "n'y a été écrit. Donnez l'adresse d'une base nouvelle.")
                    .arg(url.display(), table));
}

Result<QStringList> askTexts(SqlConnection &sql, const QString &text)
{
    return sql.askRows(text).map([](const QList<QVariantList> &rows) {
        QStringList texts;
        for (const QVariantList &row : rows)
            texts << row.first().toString();
        return texts;
    });
}

Result<QStringList> functionsOf(SqlConnection &sql)
{
    return askTexts(sql, QStringLiteral("SELECT p.oid::regprocedure::text FROM pg_catalog.pg_proc "
                                        "p JOIN pg_catalog.pg_namespace n ON n.oid = "
                                        "p.pronamespace WHERE n.nspname = 'recoupe'"));
}

//! Of a schema that was there before: what ours put into it, the tables with all that hangs on
//! them.
Result<QStringList> emptyingStatements(SqlConnection &sql, const QStringList &functionsBefore)
{
    const Result<QStringList> tables = askTexts(
        sql, QStringLiteral("SELECT c.oid::regclass::text FROM pg_catalog.pg_class c JOIN "
                            "pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = "
                            "'recoupe' AND c.relkind = 'r'"));
    if (!tables)
        return failureOf(tables);
    const Result<QStringList> functions = functionsOf(sql);
    if (!functions)
        return failureOf(functions);
    QStringList statements;
    for (const QString &table : *tables)
        statements << QStringLiteral("DROP TABLE %1 CASCADE").arg(table);
    for (const QString &function : *functions) {
        if (!functionsBefore.contains(function))
            statements << QStringLiteral("DROP FUNCTION %1 CASCADE").arg(function);
    }
    return statements;
}

} // namespace

MoveTarget::MoveTarget(DatabaseUrl url)
    : m_url(std::move(url))
{
}

Result<MoveTarget> MoveTarget::at(const DatabaseUrl &url)
{
    MoveTarget target(url);
    if (isFile(url) && !QFileInfo::exists(pathOf(url))) {
        target.lookAtFile();
        return target;
    }
    SqlConnection sql(SqlBackend::of(url));
    return sql.open(Database::Mode::MustExist, builtInMigrations().last().version)
        .and_then([&] { return target.lookAtSchema(sql); })
        .map([&] { return target; });
}

Result<> MoveTarget::lookAtSchema(SqlConnection &sql)
{
    const Result<int> version = sql.backend().schemaVersion(sql);
    if (!version)
        return failureOf(version);
    m_hasSchema = *version > 0;
    if (m_hasSchema)
        return firstFilledTable(sql).map([&](const QString &table) { m_filledTable = table; });
    if (isFile(m_url)) {
        lookAtFile();
        return {};
    }
    const Result<QVariant> there = sql.ask(
        QStringLiteral("SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = 'recoupe'"));
    if (!there)
        return failureOf(there);
    m_hasNamespace = there->toInt() > 0;
    return functionsOf(sql).map([&](const QStringList &functions) { m_functions = functions; });
}

void MoveTarget::lookAtFile()
{
    QFile file(pathOf(m_url));
    if (file.open(QIODevice::ReadOnly))
        m_file = file.readAll(); // without a table: there is next to nothing in it
    QString folder = QFileInfo(pathOf(m_url)).absolutePath();
    while (!QFileInfo::exists(folder)) {
        m_missingFolders << folder;
        folder = QFileInfo(folder).absolutePath();
    }
}

Result<> MoveTarget::expectEmpty() const
{
    return refuseFilled(m_url, m_filledTable);
}

Result<> MoveTarget::putBack() const
{
    if (m_hasSchema)
        return {};
    return isFile(m_url) ? putBackFile() : putBackSchema();
}

Result<> MoveTarget::putBackFile() const
{
    bool done = true;
    for (const QString &name : withSideFiles(pathOf(m_url)))
        done = (!QFileInfo::exists(name) || QFile::remove(name)) && done;
    if (m_file) {
        QFile file(pathOf(m_url));
        done = done && file.open(QIODevice::WriteOnly) && file.write(*m_file) == m_file->size();
    }
    for (const QString &folder : m_missingFolders)
        QDir().rmdir(folder); // not unless it is empty
    if (done)
        return {};
    return fail(ErrorCode::FileUnwritable,
                Tr::tr("Le fichier « %1 », qui avait été commencé, n'a pas pu être retiré : "
                       "supprimez-le.")
                    .arg(QDir::toNativeSeparators(m_url.path)));
}

Result<> MoveTarget::putBackSchema() const
{
    SqlConnection sql(SqlBackend::of(m_url));
    if (Result<> opened = sql.open(Database::Mode::MustExist, builtInMigrations().last().version);
        !opened)
        return opened;
    Result<Transaction> transaction = Transaction::begin(sql);
    if (!transaction)
        return failureOf(transaction);
    const Result<QString> filled = firstFilledTable(sql);
    if (!filled)
        return failureOf(filled);
    if (!filled->isEmpty())
        return fail(ErrorCode::Refused,
                    Tr::tr("Elle contient maintenant des données (table « %1 »), qui y restent.")
                        .arg(*filled));
    const Result<QStringList> statements =
        m_hasNamespace ? emptyingStatements(sql, m_functions)
                       : QStringList{QStringLiteral("DROP SCHEMA IF EXISTS recoupe CASCADE")};
    if (!statements)
        return failureOf(statements);
    for (const QString &statement : *statements) {
        if (Result<> done = sql.run(statement); !done)
            return done;
    }
    return transaction->commit();
}

Result<> expectNoRows(SqlConnection &sql, const DatabaseUrl &url)
{
    return firstFilledTable(sql).and_then(
        [&](const QString &table) { return refuseFilled(url, table); });
}

} // namespace recoupe
