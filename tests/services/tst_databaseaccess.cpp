// SPDX-License-Identifier: GPL-3.0-or-later
// How a base on a server is reached: what is checked of the server, and how each step that fails is
// told. Against a PostgreSQL server of its own.
#include "services/databaseaccess.h"
#include "services/secrets.h"
#include "support/network/peerprocess.h"
#include "support/securedserver.h"

#include <QSqlQuery>
#include <QTcpServer>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;
using Encryption = DatabaseUrl::Encryption;

class DatabaseAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { qunsetenv("RECOUPE_SECRET_DATABASE"); }
    void cleanupTestCase() { m_secured.reset(); }

    void serverIsVerified_data();
    void serverIsVerified();
    void authoritiesThatAreMissingAreNamed_data();
    void authoritiesThatAreMissingAreNamed();
    void serverWithoutTlsIsTakenOnlyWhereThatIsWritten();
    void environmentDoesNotWeakenTheCheck();
    void passwordComesFromTheSecret();
    void passwordOfAnotherServerIsNotSent();
    void wrongAccountOrBaseIsToldApart_data();
    void wrongAccountOrBaseIsToldApart();
    void testOfTheConnectionTellsWhatItFound_data();
    void testOfTheConnectionTellsWhatItFound();
    void wayThatFailsIsToldApart_data();
    void wayThatFailsIsToldApart();

private:
    std::unique_ptr<SecuredServer> m_secured;
};

namespace {

const QString password = SecuredServer::password();

bool isEncrypted(const Database &database)
{
    QSqlQuery query(database.connection());
    return query.exec(QStringLiteral("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) &&
           query.next() && query.value(0).toBool();
}

} // namespace

void DatabaseAccessTest::initTestCase()
{
    if (PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // never that of who tests
    Result<std::unique_ptr<SecuredServer>> started = SecuredServer::start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    m_secured = std::move(*started);
}

void DatabaseAccessTest::serverIsVerified_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("words"); //!< of the refusal; empty: it is let through
    QTest::newRow("good") << QStringLiteral("good") << QString();
    QTest::newRow("another host") << QStringLiteral("otherhost")
                                  << QStringLiteral("au nom de « autre.example »");
    QTest::newRow("expired") << QStringLiteral("expired") << QStringLiteral("a expiré le");
    QTest::newRow("self-signed") << QStringLiteral("selfsigned")
                                 << QStringLiteral("aucune autorité connue");
}

void DatabaseAccessTest::serverIsVerified()
{
    QFETCH(QString, certificate);
    QVERIFY(m_secured->show(certificate));
    DatabaseUrl url = m_secured->newBase();
    const auto opened = openDatabase(url);
    QFETCH(QString, words);
    if (words.isEmpty()) {
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message + opened.error().detail));
        QVERIFY(isEncrypted(**opened));
        return;
    }
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ServerUntrusted);
    QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
    // Written out, it is taken as it is, and still encrypted.
    url.written = Encryption::Unverified;
    url.authorities.clear();
    const auto unverified = openDatabase(url);
    QVERIFY(unverified);
    QVERIFY(isEncrypted(**unverified));
}

void DatabaseAccessTest::authoritiesThatAreMissingAreNamed_data()
{
    QTest::addColumn<QString>("authorities");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such file") << QStringLiteral("/nowhere/l'autorité.pem")
                                  << QStringLiteral("/nowhere/l'autorité.pem");
    QTest::newRow("none given") << QString() << QStringLiteral("root.crt");
    QTest::newRow("those of the system") << QStringLiteral("system") << QStringLiteral("autorité");
}

void DatabaseAccessTest::authoritiesThatAreMissingAreNamed()
{
    DatabaseUrl url = m_secured->newBase();
    QFETCH(QString, authorities);
    url.authorities = authorities;
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", "/nowhere"); // where the client would look by itself
    const auto opened = openDatabase(url);
    qputenv("HOME", home);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ServerUntrusted);
    QFETCH(QString, words);
    QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
}

void DatabaseAccessTest::serverWithoutTlsIsTakenOnlyWhereThatIsWritten()
{
    QVERIFY(m_secured->show({}));
    DatabaseUrl url = m_secured->newBase();
    for (const Encryption encryption : {Encryption::Verified, Encryption::Unverified}) {
        url.written = encryption;
        const auto refused = openDatabase(url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ServerUntrusted);
        QVERIFY2(refused.error().message.contains(QStringLiteral("n'offre pas de connexion")),
                 qPrintable(refused.error().message));
        url.authorities.clear();
    }
    url.written = Encryption::None;
    const auto opened = openDatabase(url);
    QVERIFY(opened);
    QVERIFY(!isEncrypted(**opened));
}

void DatabaseAccessTest::environmentDoesNotWeakenTheCheck()
{
    QVERIFY(m_secured->show(QStringLiteral("otherhost")));
    qputenv("PGSSLMODE", "disable");
    const auto opened = openDatabase(m_secured->newBase());
    qunsetenv("PGSSLMODE");
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ServerUntrusted);
}

void DatabaseAccessTest::passwordComesFromTheSecret()
{
    DatabaseUrl url = m_secured->newBase(SecuredServer::account(), {});
    url.written = Encryption::Unverified;
    url.authorities.clear();
    const auto missing = openDatabase(url);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::SecretMissing);
    QVERIFY2(missing.error().message.contains(QStringLiteral("RECOUPE_SECRET_DATABASE")),
             qPrintable(missing.error().message));
    qputenv("RECOUPE_SECRET_DATABASE", password.toUtf8());
    const auto opened = openDatabase(url);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QVERIFY(!(*opened)->url().display().contains(password));
}

void DatabaseAccessTest::passwordOfAnotherServerIsNotSent()
{
    DatabaseUrl url = m_secured->newBase(SecuredServer::account(), {});
    url.written = Encryption::Unverified;
    url.authorities.clear();
    DatabaseUrl other = url;
    other.host = QStringLiteral("localhost");
    QVERIFY(keepDatabaseSecret(other, password));
    const auto refused = openDatabase(url);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::SecretMissing);
    QVERIFY2(refused.error().message.contains(QStringLiteral("autre serveur")),
             qPrintable(refused.error().message));
    QVERIFY(keepDatabaseSecret(url, password));
    QVERIFY(openDatabase(url));
    QVERIFY(forgetSecret(databaseSecretName()));
}

void DatabaseAccessTest::wrongAccountOrBaseIsToldApart_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("words");
    const QString zoe = QStringLiteral("zoe");
    QTest::newRow("password") << zoe << QStringLiteral("perroquet") << QString()
                              << QStringLiteral("le mot de passe n'est pas le bon");
    QTest::newRow("account") << QStringLiteral("personne") << password << QString()
                             << QStringLiteral("compte « personne »");
    QTest::newRow("base")
        << zoe << password << QStringLiteral("pas 'de base")
        << QStringLiteral("la base « pas 'de base » au compte « zoe » : cette base n'existe pas");
    QTest::newRow("no right on the base") << zoe << password << QStringLiteral("fermée")
                                          << QStringLiteral("n'a pas le droit de s'y connecter");
}

void DatabaseAccessTest::wrongAccountOrBaseIsToldApart()
{
    QFETCH(QString, account);
    QFETCH(QString, secret);
    QFETCH(QString, base);
    QFETCH(QString, words);
    DatabaseUrl url = m_secured->newBase(account, secret);
    url.written = Encryption::Unverified;
    url.authorities.clear();
    if (base == u"fermée") {
        const DatabaseUrl local = m_secured->server().newDatabase().value();
        QVERIFY(m_secured->server().run(local, {QStringLiteral("CREATE DATABASE \"fermée\"")}));
        QVERIFY(m_secured->server().run(
            local, {QStringLiteral("REVOKE CONNECT ON DATABASE \"fermée\" FROM PUBLIC")}));
    }
    if (!base.isEmpty())
        url.name = base;
    const auto opened = openDatabase(url);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseUnreachable);
    QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
    for (const QString &secretWords : {password, QStringLiteral("perroquet")}) {
        QVERIFY(!opened.error().message.contains(secretWords));
        QVERIFY(!opened.error().detail.contains(secretWords));
    }
}

void DatabaseAccessTest::testOfTheConnectionTellsWhatItFound_data()
{
    QTest::addColumn<QString>("statement"); //!< on a base that was opened once; empty: on a new one
    QTest::addColumn<DatabaseUrl::Encryption>("encryption");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("empty, verified")
        << QString() << Encryption::Verified
        << QStringList{QStringLiteral("PostgreSQL 1"),
                       QStringLiteral("chiffrée et le serveur vérifié : « authority »"),
                       QStringLiteral("est vide")};
    QTest::newRow("ours, unverified")
        << QStringLiteral("SELECT 1") << Encryption::Unverified
        << QStringList{QStringLiteral("non vérifié"), QStringLiteral("celle de cette version"),
                       QStringLiteral("Le compte « zoe » y est propriétaire")};
    QTest::newRow("earlier, in clear")
        << QStringLiteral("DELETE FROM recoupe.schema_version WHERE recoupe_schema > 1")
        << Encryption::None
        << QStringList{QStringLiteral("rien ne passe par le réseau"),
                       QStringLiteral("plus ancienne"), QStringLiteral("schéma 1")};
    QTest::newRow("later") << QStringLiteral(
                                  "INSERT INTO recoupe.schema_version (recoupe_schema) VALUES (99)")
                           << Encryption::Unverified
                           << QStringList{QStringLiteral("plus récente"),
                                          QStringLiteral("schéma 99")};
}

void DatabaseAccessTest::testOfTheConnectionTellsWhatItFound()
{
    QVERIFY(m_secured->show(QStringLiteral("good")));
    DatabaseUrl url = m_secured->newBase();
    QFETCH(QString, statement);
    if (!statement.isEmpty()) {
        QVERIFY(openDatabase(url));
        QVERIFY(m_secured->server().run(url, {statement}));
    }
    QFETCH(DatabaseUrl::Encryption, encryption);
    url.written = encryption;
    if (encryption != Encryption::Verified)
        url.authorities.clear();
    const Result<DatabaseSight> sight = lookAtDatabase(url);
    QVERIFY2(sight, sight ? "" : qPrintable(sight.error().message));
    QString said;
    for (const SightSentence &sentence : inWords(*sight))
        said += sentence.text + u'\n';
    QFETCH(QStringList, words);
    for (const QString &one : std::as_const(words))
        QVERIFY2(said.contains(one), qPrintable(said));
    // Nothing was made by looking.
    if (statement.isEmpty()) {
        QCOMPARE(Database::open(url, Database::Mode::MustExist).error().code,
                 ErrorCode::DatabaseUnreachable);
    }
    // What is no base of ours is a failure.
    QVERIFY(
        m_secured->server().run(url, {QStringLiteral("DROP SCHEMA IF EXISTS recoupe CASCADE"),
                                      QStringLiteral("CREATE SCHEMA recoupe"),
                                      QStringLiteral("CREATE TABLE recoupe.other (id integer)")}));
    QCOMPARE(lookAtDatabase(url).error().code, ErrorCode::DatabaseForeign);
}

void DatabaseAccessTest::wayThatFailsIsToldApart_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown host") << QStringLiteral("nulle-part.invalid") << 5432
                                  << QStringLiteral("est inconnu du réseau");
    QTest::newRow("nobody listens")
        << QStringLiteral("127.0.0.1") << int(freePort()) << QStringLiteral("refuse la connexion");
    QTest::newRow("nobody answers")
        << QStringLiteral("127.0.0.1") << 0 << QStringLiteral("ne répond pas");
}

void DatabaseAccessTest::wayThatFailsIsToldApart()
{
    QTcpServer silent; // takes the connection and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, words);
    DatabaseUrl url = m_secured->newBase();
    url.host = host;
    url.port = port ? port : silent.serverPort();
    const auto opened = openDatabase(url);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseUnreachable);
    QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
}

QTEST_GUILESS_MAIN(DatabaseAccessTest)
#include "tst_databaseaccess.moc"
