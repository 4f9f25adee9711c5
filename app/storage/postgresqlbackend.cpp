// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/postgresqlbackend.h"

#include "storage/accessrights.h"
#include "storage/sqlconnection.h"
#include "storage/trailchain.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSqlDriver>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int oldestServer = 15;

struct StateMeaning
{
    QLatin1String state; //!< SQLSTATE, or the beginning that a class of them shares
    ErrorCode meaning;
    QString sentence;
};

//! Where writers tell that they changed the base; of each base its own.
QString channel()
{
    return QStringLiteral("recoupe");
}

QString unreachableSentence()
{
    return Tr::tr("Le serveur de la base ne répond pas, ou il a fermé la connexion. Vérifiez "
                  "l'adresse, votre compte et le réseau, puis réessayez.");
}

// https://www.postgresql.org/docs/15/errcodes-appendix.html
std::array<StateMeaning, 9> stateMeanings()
{
    const QString busy = Tr::tr("Un autre poste enregistre en ce moment dans la base. Réessayez "
                                "dans un instant.");
    return {{
        {QLatin1String("55P03"), ErrorCode::DatabaseBusy, busy},
        {QLatin1String("40001"), ErrorCode::DatabaseBusy, busy},
        {QLatin1String("40P01"), ErrorCode::DatabaseBusy, busy},
        {QLatin1String("08"), ErrorCode::DatabaseUnreachable, unreachableSentence()},
        {QLatin1String("57P"), ErrorCode::DatabaseUnreachable, unreachableSentence()},
        {QLatin1String("53100"), ErrorCode::DatabaseFailed,
         Tr::tr("Le disque du serveur est plein : rien n'a été enregistré. Prévenez "
                "l'administrateur de la base.")},
        {QLatin1String("42501"), ErrorCode::DatabaseFailed,
         Tr::tr("Votre compte n'a pas les droits nécessaires sur la base : rien n'a été "
                "enregistré. Demandez-les à l'administrateur.")},
        {QLatin1String("25006"), ErrorCode::DatabaseFailed,
         Tr::tr("Le serveur n'accepte que la lecture : rien n'a été enregistré. Prévenez "
                "l'administrateur de la base.")},
        {QLatin1String("XX001"), ErrorCode::DatabaseDamaged,
         Tr::tr("Le serveur signale une base endommagée. Prévenez l'administrateur de la base.")},
    }};
}

//! A value of a connection string: https://www.postgresql.org/docs/15/libpq-connect.html
QString quotedOption(QString value)
{
    return u'\'' +
           value.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'")) + u'\'';
}

// Always said, so that no variable of the environment weakens it. GSSAPI would take the place of
// TLS and be no check of the server's name. A server that falls silent, its network with it, must
// not hold the program up for the quarter of an hour that TCP takes by itself: after some eight
// seconds the connection is lost.
QString connectOptions(const DatabaseUrl &url)
{
    QStringList options{
        QStringLiteral("connect_timeout=3"),     QStringLiteral("keepalives_idle=4"),
        QStringLiteral("keepalives_interval=2"), QStringLiteral("keepalives_count=2"),
        QStringLiteral("tcp_user_timeout=8000"), QStringLiteral("application_name=Recoupe")};
    switch (url.encryption()) {
    case DatabaseUrl::Encryption::Verified:
        options << QStringLiteral("sslmode=verify-full") << QStringLiteral("gssencmode=disable");
        break;
    case DatabaseUrl::Encryption::Unverified:
        options << QStringLiteral("sslmode=require") << QStringLiteral("gssencmode=disable");
        break;
    case DatabaseUrl::Encryption::None: options << QStringLiteral("sslmode=disable"); break;
    case DatabaseUrl::Encryption::IfOffered: options << QStringLiteral("sslmode=prefer"); break;
    }
    if (!url.authorities.isEmpty())
        options << QLatin1String("sslrootcert=") + quotedOption(url.authorities);
    return options.join(u';');
}

//! What a server says before it lets an account in has no code here: the driver keeps the words
//! alone, in English or in the language of the server.
struct RefusalWords
{
    ErrorCode meaning;
    std::array<const char *, 2> words;
    const char *reason;
};

constexpr std::array refusals{
    RefusalWords{ErrorCode::SecretMissing,
                 {"no password supplied", "no password supplied"},
                 QT_TRANSLATE_NOOP(
                     "Recoupe", "il demande un mot de passe, et aucun n'a été donné. "
                                "Enregistrez-le dans « Base de données » ou par « recoupe secret "
                                "database », ou donnez-le par la variable d'environnement "
                                "RECOUPE_SECRET_DATABASE.")},
    RefusalWords{ErrorCode::DatabaseUnreachable,
                 {"password authentication failed", "authentification par mot de passe"},
                 QT_TRANSLATE_NOOP("Recoupe",
                                   "le mot de passe n'est pas le bon, ou ce compte n'existe pas. "
                                   "Vérifiez le nom du compte et enregistrez à nouveau son mot de "
                                   "passe.")},
    RefusalWords{ErrorCode::DatabaseUnreachable,
                 {"pg_hba.conf", "pg_hba.conf"},
                 QT_TRANSLATE_NOOP("Recoupe",
                                   "cet accès n'est pas ouvert depuis ce poste, ou pas par ce "
                                   "chemin. Demandez à l'administrateur de l'ouvrir "
                                   "(pg_hba.conf).")},
    RefusalWords{ErrorCode::DatabaseUnreachable,
                 {"role \"", "le rôle «"},
                 QT_TRANSLATE_NOOP("Recoupe",
                                   "ce compte n'existe pas, ou ne peut pas se connecter. Vérifiez "
                                   "son nom, ou demandez-le à l'administrateur.")},
    RefusalWords{ErrorCode::DatabaseUnreachable,
                 {"database \"", "la base de données «"},
                 QT_TRANSLATE_NOOP("Recoupe",
                                   "cette base n'existe pas, ou ce compte n'a pas le droit de s'y "
                                   "connecter. Vérifiez le nom de la base, ou demandez-la à "
                                   "l'administrateur.")},
    RefusalWords{ErrorCode::DatabaseUnreachable,
                 {"too many", "trop de"},
                 QT_TRANSLATE_NOOP(
                     "Recoupe", "il a déjà autant de connexions qu'il en accepte. Réessayez dans "
                                "un instant, ou prévenez l'administrateur.")},
};

Failure notLetIn(const DatabaseUrl &url, const QString &said)
{
    // libpq before version 16 looks for a file of that name.
    if (url.authorities == DatabaseUrl::systemAuthorities &&
        said.contains(DatabaseUrl::systemAuthorities)) {
        return fail(ErrorCode::ServerUntrusted,
                    Tr::tr("Prendre les autorités du système (« sslrootcert=system ») demande un "
                           "client PostgreSQL 16 ou plus récent, que ce poste n'a pas. Indiquez "
                           "leur fichier : sous Debian, /etc/ssl/certs/ca-certificates.crt."),
                    said);
    }
    const auto *const refusal = std::ranges::find_if(refusals, [&](const RefusalWords &row) {
        return std::ranges::any_of(
            row.words, [&](const char *words) { return said.contains(QString::fromUtf8(words)); });
    });
    if (refusal == refusals.end())
        return fail(ErrorCode::DatabaseUnreachable, unreachableSentence(), said);
    return fail(refusal->meaning,
                Tr::tr("Le serveur « %1 » n'ouvre pas la base « %2 » au compte « %3 » : %4")
                    .arg(url.server(), url.name, url.user, Tr::tr(refusal->reason)),
                said);
}

} // namespace

QString PostgreSqlBackend::driver() const
{
    return QStringLiteral("QPSQL");
}

// Nothing can be seen of a server without connecting to it; schemaVersion() looks before migrate()
// writes.
Result<> PostgreSqlBackend::inspect(Database::Mode, int)
{
    return {};
}

Result<> PostgreSqlBackend::connect(QSqlDatabase &database)
{
    database.setHostName(m_url.host);
    database.setPort(m_url.port);
    database.setDatabaseName(m_url.name);
    database.setUserName(m_url.user);
    database.setPassword(m_url.password);
    database.setConnectOptions(connectOptions(m_url));
    if (!database.open())
        return notLetIn(m_url, database.lastError().databaseText());
    if (Result<> recent = expectRecent(database); !recent)
        return recent;
    // A statement of ours never runs longer than its wait for a lock plus seconds, save the
    // migrations: no statement_timeout.
    for (const QString &setting : {QStringLiteral("SET search_path TO recoupe"),
                                   QStringLiteral("SET client_min_messages TO warning"),
                                   QStringLiteral("SET lock_timeout TO %1").arg(busyTimeoutMs)}) {
        QSqlQuery query(database);
        if (!query.exec(setting))
            return Failure(describe(query.lastError()));
    }
    return {};
}

// Ours is a schema `recoupe` whose table schema_version says so; none at all, or an empty one, can
// become ours.
Result<int> PostgreSqlBackend::schemaVersion(SqlConnection &sql)
{
    const Result<QVariant> tables = sql.ask(
        QStringLiteral("SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n "
                       "ON n.oid = c.relnamespace WHERE n.nspname = 'recoupe'"));
    if (!tables)
        return failureOf(tables);
    if (tables->toInt() == 0)
        return 0;
    const Result<QVariant> columns = sql.ask(
        QStringLiteral("SELECT count(*) FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c "
                       "ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = "
                       "c.relnamespace WHERE n.nspname = 'recoupe' AND c.relname = "
                       "'schema_version' AND a.attname IN ('recoupe_schema', 'changed_at')"));
    if (!columns)
        return failureOf(columns);
    if (columns->toInt() != 2)
        return foreign();
    const Result<QVariant> stranger = sql.ask(QStringLiteral(
        "SELECT current_user WHERE NOT (has_schema_privilege('recoupe', 'USAGE') AND "
        "has_table_privilege((SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace "
        "n ON n.oid = c.relnamespace WHERE n.nspname = 'recoupe' AND c.relname = "
        "'schema_version'), 'SELECT'))"));
    if (!stranger)
        return failureOf(stranger);
    if (stranger->isValid())
        return withoutRights(stranger->toString());
    const Result<QVariant> version =
        sql.ask(QStringLiteral("SELECT max(recoupe_schema) FROM recoupe.schema_version"));
    if (!version)
        return failureOf(version);
    return version->toInt();
}

Result<> PostgreSqlBackend::claim(SqlConnection &sql)
{
    Result<Transaction> transaction = Transaction::begin(sql);
    if (!transaction)
        return failureOf(transaction);
    for (const QString &statement :
         {QStringLiteral("CREATE SCHEMA IF NOT EXISTS recoupe"),
          QStringLiteral("CREATE TABLE IF NOT EXISTS recoupe.schema_version (recoupe_schema "
                         "integer PRIMARY KEY, changed_at timestamptz NOT NULL DEFAULT now())"),
          QStringLiteral("CREATE OR REPLACE FUNCTION recoupe.refuse_change() RETURNS trigger AS "
                         "$$ BEGIN RAISE EXCEPTION 'append only'; END $$ LANGUAGE plpgsql")}) {
        if (Result<> done = sql.run(statement); !done)
            return done;
    }
    return transaction->commit();
}

// One row a version: when each station's upgrade came is worth knowing.
Result<> PostgreSqlBackend::setSchemaVersion(SqlConnection &sql, int version)
{
    static constexpr Sql insertVersion("INSERT INTO schema_version (recoupe_schema) VALUES (?)");
    return execute(sql, insertVersion, version);
}

// The server's administrator keeps its backups.
Result<> PostgreSqlBackend::backUp(SqlConnection &, int)
{
    return {};
}

// The server checks its pages itself, when it reads them. What an administrator can leave behind is
// looked for: indexes and references that do not hold, guards that were taken away.
Result<QStringList> PostgreSqlBackend::faults(SqlConnection &sql)
{
    const Result<QList<QVariantList>> indexes = sql.askRows(
        QStringLiteral("SELECT indexrelid::regclass::text FROM pg_catalog.pg_index i "
                       "JOIN pg_catalog.pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = "
                       "'recoupe'::regnamespace AND NOT (i.indisvalid AND i.indisready)"));
    if (!indexes)
        return failureOf(indexes);
    const Result<QList<QVariantList>> constraints = sql.askRows(
        QStringLiteral("SELECT conname::text FROM pg_catalog.pg_constraint WHERE connamespace = "
                       "'recoupe'::regnamespace AND NOT convalidated"));
    if (!constraints)
        return failureOf(constraints);
    const Result<QList<QVariantList>> guards = sql.askRows(
        QStringLiteral("SELECT t.tgname::text FROM pg_catalog.pg_trigger t "
                       "JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = "
                       "'recoupe'::regnamespace AND t.tgenabled IN ('O', 'A')"));
    if (!guards)
        return failureOf(guards);
    QStringList faults;
    for (const QVariantList &row : *indexes)
        faults << Tr::tr("L'index « %1 » n'est pas valide : faites-le refaire par REINDEX.")
                      .arg(row.first().toString());
    for (const QVariantList &row : *constraints)
        faults << Tr::tr("La contrainte « %1 » n'a pas été vérifiée sur toutes les lignes.")
                      .arg(row.first().toString());
    for (const QString &table : appendOnlyTables()) {
        // Those of events let an erasure through, by a guard of its own.
        const bool isErasable = !tablesNeverErased().contains(table);
        if (!guards->contains(QVariantList{table + QLatin1String("_append_only")}) ||
            (isErasable && !guards->contains(QVariantList{table + QLatin1String("_no_update")})))
            faults << unguarded(table);
    }
    return faults;
}

// Only the owner of the tables may rewrite them, and nobody can work meanwhile.
Result<QString> PostgreSqlBackend::overwriteErased(SqlConnection &)
{
    return Tr::tr("Le serveur garde les anciennes lignes jusqu'à ce que l'administrateur lance "
                  "VACUUM FULL, et les sauvegardes et journaux du serveur tant qu'ils sont "
                  "conservés : prévenez-le.");
}

// Of those before, the rights and the privileges of roles mean other things.
Result<> PostgreSqlBackend::expectRecent(const QSqlDatabase &database) const
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SHOW server_version_num")) || !query.next())
        return Failure(describe(query.lastError()));
    if (query.value(0).toInt() >= oldestServer * 10000)
        return {};
    return fail(
        ErrorCode::DatabaseFailed,
        Tr::tr("Le serveur « %1 » est de la version %2 de PostgreSQL, et Recoupe demande au "
               "moins la version %3. Demandez à l'administrateur de le mettre à jour.")
            .arg(m_url.server())
            .arg(query.value(0).toInt() / 10000)
            .arg(oldestServer));
}

// Nothing is set where there is no row.
Result<> PostgreSqlBackend::continueIds(SqlConnection &sql, const QString &table)
{
    return sql.run(QStringLiteral("SELECT setval(pg_get_serial_sequence('recoupe.%1', 'id'), "
                                  "(SELECT max(id) FROM %1))")
                       .arg(table));
}

Result<> PostgreSqlBackend::settle(SqlConnection &)
{
    return {};
}

Result<> PostgreSqlBackend::allowMigration(SqlConnection &sql, int version, int newest)
{
    const QString creates =
        QStringLiteral("SELECT '' WHERE NOT CASE WHEN to_regnamespace('recoupe') IS NULL THEN "
                       "has_database_privilege(current_database(), 'CREATE') ELSE "
                       "has_schema_privilege('recoupe', 'CREATE') END");
    const QString owns = QStringLiteral(
        "SELECT pg_get_userbyid(relowner)::text FROM pg_catalog.pg_class WHERE oid = "
        "'recoupe.schema_version'::regclass AND NOT pg_has_role(relowner, 'USAGE')");
    const Result<QVariant> owner = sql.ask(version == 0 ? creates : owns);
    if (!owner)
        return failureOf(owner);
    if (!owner->isValid())
        return {};
    if (version == 0) {
        return fail(
            ErrorCode::DatabaseFailed,
            Tr::tr("La base « %1 » n'a pas encore de schéma de Recoupe, et votre compte ne "
                   "peut pas en créer. Demandez à l'administrateur de l'ouvrir une première "
                   "fois avec Recoupe, ou le droit CREATE sur la base.")
                .arg(m_url.display()));
    }
    return fail(ErrorCode::DatabaseFailed,
                Tr::tr("La base est d'une version plus ancienne de Recoupe (schéma %1, ce "
                       "programme attend %2), et votre compte ne peut pas la mettre à jour. "
                       "Demandez à son propriétaire, « %3 », de l'ouvrir une fois avec cette "
                       "version de Recoupe.")
                    .arg(version)
                    .arg(newest)
                    .arg(owner->toString()));
}

// Only where roles were given once: then all three groups are there.
Result<> PostgreSqlBackend::renewRights(SqlConnection &sql)
{
    QStringList names;
    for (const AccountRole role : grantedRoles) {
        const Result<QString> name = groupName(role, m_url.name);
        if (!name)
            return {}; // then they cannot be there
        names << quotedText(*name);
    }
    const Result<QVariant> groups =
        sql.ask(QStringLiteral("SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname IN (%1)")
                    .arg(names.join(u',')));
    if (!groups)
        return failureOf(groups);
    if (groups->toInt() < names.size())
        return {};
    Result<Transaction> transaction = Transaction::begin(sql);
    if (!transaction)
        return failureOf(transaction);
    const Result<QStringList> statements = rightsStatements(m_url.name);
    for (const QString &statement : *statements) {
        if (Result<> done = sql.run(statement); !done)
            return done;
    }
    return transaction->commit();
}

// By the rights themselves: an administrator of the server may have given them otherwise.
Result<AccountRole> PostgreSqlBackend::role(SqlConnection &sql)
{
    const Result<QVariant> rank = sql.ask(
        QStringLiteral("SELECT CASE WHEN pg_has_role(relowner, 'USAGE') THEN 3 "
                       "WHEN has_table_privilege('recoupe.settings', 'INSERT') THEN 2 "
                       "WHEN has_table_privilege('recoupe.decisions', 'INSERT') THEN 1 ELSE 0 END "
                       "FROM pg_catalog.pg_class WHERE oid = 'recoupe.schema_version'::regclass"));
    if (!rank)
        return failureOf(rank);
    return AccountRole(rank->toInt());
}

Result<> PostgreSqlBackend::tellServer(SqlConnection &sql, BaseSight &sight)
{
    const Result<QList<QVariantList>> rows = sql.askRows(
        QStringLiteral("SELECT current_setting('server_version'), session_user::text, coalesce("
                       "(SELECT ssl FROM pg_catalog.pg_stat_ssl WHERE pid = pg_backend_pid()), "
                       "false)"));
    if (!rows)
        return failureOf(rows);
    const QVariantList &row = rows->first();
    sight.serverVersion = row[0].toString().section(u' ', 0, 0);
    sight.account = row[1].toString();
    sight.isEncrypted = row[2].toBool();
    return {};
}

Result<QString> PostgreSqlBackend::account(SqlConnection &sql)
{
    return sql.ask(QStringLiteral("SELECT session_user::text")).map([](const QVariant &name) {
        return name.toString();
    });
}

// One writer at a time, as with SQLite, so that both backends mean the same by a transaction: what
// it read cannot be changed by another station before it commits. An operator can then never verify
// a submission that an import replaced a moment before, and READ COMMITTED is enough: every
// statement sees all that earlier writers committed, and nobody else writes. Readers never wait.
// The ids of the trail rise in the order of the commits for the same reason.
Result<> PostgreSqlBackend::beginWriting(SqlConnection &sql)
{
    if (Result<> begun = sql.run(QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED")); !begun)
        return begun;
    return sql.run(QStringLiteral("SELECT pg_advisory_xact_lock(hashtext('recoupe'))"));
}

Result<> PostgreSqlBackend::beginReading(SqlConnection &sql)
{
    return sql.run(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
}

// Delivered at the commit, never where that does not come. Who only looked has no number of a
// transaction: there is nothing to tell.
Result<> PostgreSqlBackend::announce(SqlConnection &sql, const QString &writer)
{
    static constexpr Sql notify("SELECT pg_notify('recoupe', ?) "
                                "WHERE pg_current_xact_id_if_assigned() IS NOT NULL");
    return execute(sql, notify, writer);
}

Result<> PostgreSqlBackend::listen(QSqlDatabase database, WriterHeard heard) const
{
    QSqlDriver *driver = database.driver();
    QObject::connect(
        driver, &QSqlDriver::notification, driver,
        [heard = std::move(heard)](const QString &, QSqlDriver::NotificationSource,
                                   const QVariant &payload) { heard(payload.toString()); });
    if (!driver->subscribeToNotification(channel()))
        return Failure(describe(driver->lastError()));
    return {};
}

// The number that the next transaction to write will get, of whichever base of the server. A
// prepared statement, which makes a lost connection again.
Result<qint64> PostgreSqlBackend::revision(SqlConnection &sql) const
{
    static constexpr Sql next("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    qint64 revision = 0;
    return Statement(sql, next).forEach([&](Row &row) { row(revision); }).map([&] {
        return revision;
    });
}

// A server that is gone without a word is only noticed by asking.
Result<qint64> PostgreSqlBackend::pulse(SqlConnection &sql) const
{
    return sql.ask(QStringLiteral("SELECT 0")).map([](const QVariant &) { return qint64(0); });
}

int PostgreSqlBackend::pulseMs() const
{
    return 1000;
}

QString PostgreSqlBackend::spelt(QString text) const
{
    static const QRegularExpression appendOnly(QStringLiteral("\\{append_only (\\w+)\\}"));
    text.replace(
        appendOnly,
        QStringLiteral("CREATE TRIGGER \\1_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
                       "ON \\1\nFOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"));
    text = withErasable(
        std::move(text),
        QStringLiteral("DROP TRIGGER %1_append_only ON %1\n\n"
                       "CREATE TRIGGER %1_append_only BEFORE DELETE OR TRUNCATE ON %1\n"
                       "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()\n\n"
                       "CREATE FUNCTION %1_refuse_update() RETURNS trigger AS $$ BEGIN\n"
                       "IF NOT (%2) THEN RAISE EXCEPTION 'append only'; END IF;\n"
                       "RETURN NEW; END $$ LANGUAGE plpgsql\n\n"
                       "CREATE TRIGGER %1_no_update BEFORE UPDATE ON %1\n"
                       "FOR EACH ROW EXECUTE FUNCTION %1_refuse_update()"),
        QStringLiteral("IS NOT DISTINCT FROM"));
    return text
        .replace(QLatin1String("{id}"),
                 QLatin1String("bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"))
        .replace(QLatin1String("{returning_id}"), QLatin1String("RETURNING id"))
        .replace(QLatin1String("{with_ids}"), QLatin1String("OVERRIDING SYSTEM VALUE"))
        .replace(QLatin1String("{long}"), QLatin1String("bigint"))
        .replace(QLatin1String("{blob}"), QLatin1String("bytea"))
        .replace(QLatin1String("{strict}"), QString())
        .replace(QLatin1String("{bytewise}"), QLatin1String("COLLATE \"C\""));
}

Error PostgreSqlBackend::describe(const QSqlError &error) const
{
    const QString state = error.nativeErrorCode();
    const auto meanings = stateMeanings();
    const auto found = std::ranges::find_if(
        meanings, [&](const StateMeaning &row) { return state.startsWith(row.state); });
    if (found != meanings.end())
        return {found->meaning, found->sentence, error.databaseText()};
    // A connection that broke has no state to give.
    if (state.isEmpty())
        return {ErrorCode::DatabaseUnreachable, unreachableSentence(), error.databaseText()};
    return {ErrorCode::DatabaseFailed,
            Tr::tr("La base a refusé l'opération : rien n'a été enregistré."),
            error.databaseText()};
}

bool PostgreSqlBackend::mayReplay(const QSqlError &error) const
{
    const QString state = error.nativeErrorCode();
    return state == u"40001" || state == u"40P01";
}

Failure PostgreSqlBackend::withoutRights(const QString &account) const
{
    return fail(ErrorCode::DatabaseFailed,
                Tr::tr("Le compte « %1 » n'a aucun droit dans la base « %2 ». Demandez à son "
                       "propriétaire de lui donner un rôle : recoupe roles --grant operator %1")
                    .arg(account, m_url.display()));
}

Failure PostgreSqlBackend::foreign() const
{
    return fail(ErrorCode::DatabaseForeign,
                Tr::tr("Le schéma « recoupe » de la base « %1 » n'a pas été fait par Recoupe ; il "
                       "n'a pas été modifié. Choisissez une autre base.")
                    .arg(m_url.display()));
}

} // namespace recoupe
