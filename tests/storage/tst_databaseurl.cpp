// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <QTest>

using namespace recoupe;

class DatabaseUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqlitePathIsTakenAsItIsWritten_data();
    void sqlitePathIsTakenAsItIsWritten();
    void postgresqlPartsAreFound_data();
    void postgresqlPartsAreFound();
    void encryptionFollowsTheWay_data();
    void encryptionFollowsTheWay();
    void refusedOptionIsNamedWithItsReason_data();
    void refusedOptionIsNamedWithItsReason();
    void wrongAddressesAreRefused_data();
    void wrongAddressesAreRefused();
    void displayNeverShowsThePassword();
    void displayCanBeReadBack_data();
    void displayCanBeReadBack();
};

void DatabaseUrlTest::sqlitePathIsTakenAsItIsWritten_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("relative") << QStringLiteral("base.recoupe");
    QTest::newRow("absolute") << QStringLiteral("/home/zoe/base.recoupe");
    QTest::newRow("Windows") << QStringLiteral("C:\\Users\\Zoé\\base.recoupe");
    QTest::newRow("Windows with slashes") << QStringLiteral("C:/Users/base.recoupe");
    QTest::newRow("share") << QStringLiteral("\\\\serveur\\partage\\base.recoupe");
    QTest::newRow("spaces and accents") << QStringLiteral("/tmp/été à l'œuvre/la base.recoupe");
    QTest::newRow("signs of addresses") << QStringLiteral("/tmp/50%?x=1#2&3.recoupe");
}

void DatabaseUrlTest::sqlitePathIsTakenAsItIsWritten()
{
    QFETCH(QString, path);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(QStringLiteral("sqlite:") + path);
    QVERIFY(url);
    QCOMPARE(url->backend, DatabaseUrl::Backend::Sqlite);
    QCOMPARE(url->path, path);
}

void DatabaseUrlTest::postgresqlPartsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const char *text) -> QTestData & {
        return QTest::newRow(tag) << QString::fromUtf8(text);
    };
    const QString zoe = QStringLiteral("zoe");
    const QString base = QStringLiteral("recoupe");
    row("all", "postgresql://zoe:secret@db.example.org:5433/recoupe")
        << zoe << QStringLiteral("secret") << QStringLiteral("db.example.org") << 5433 << base;
    row("usual port, no password", "postgresql://zoe@localhost/recoupe")
        << zoe << QString() << QStringLiteral("localhost") << 5432 << base;
    row("socket folder", "postgresql://zoe@/recoupe?host=/run/postgresql")
        << zoe << QString() << QStringLiteral("/run/postgresql") << 5432 << base;
    row("socket folder beats the host", "postgresql://zoe@localhost:5433/recoupe?host=/tmp/a%20b")
        << zoe << QString() << QStringLiteral("/tmp/a b") << 5433 << base;
    row("no user", "postgresql://localhost/recoupe")
        << QString() << QString() << QStringLiteral("localhost") << 5432 << base;
    row("written otherwise", "PostgreSQL://zo%C3%A9:a%40b%3A%2F@[::1]:5432/la%20base")
        << QStringLiteral("zoé") << QStringLiteral("a@b:/") << QStringLiteral("::1") << 5432
        << QStringLiteral("la base");
}

void DatabaseUrlTest::postgresqlPartsAreFound()
{
    QFETCH(QString, text);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY2(url, url ? "" : qPrintable(url.error().message));
    QCOMPARE(url->backend, DatabaseUrl::Backend::PostgreSql);
    QTEST(url->user, "user");
    QTEST(url->password, "password");
    QTEST(url->host, "host");
    QTEST(url->port, "port");
    QTEST(url->name, "name");
}

void DatabaseUrlTest::encryptionFollowsTheWay_data()
{
    using enum DatabaseUrl::Encryption;
    QTest::addColumn<QString>("text");
    QTest::addColumn<DatabaseUrl::Encryption>("encryption");
    QTest::addColumn<QString>("authorities");
    const auto row = [](const char *text, DatabaseUrl::Encryption encryption,
                        const char *authorities = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << encryption
                            << QString::fromUtf8(authorities);
    };
    row("postgresql://zoe@db.example.org/recoupe", Verified);
    row("postgresql://zoe@192.0.2.7/recoupe", Verified);
    row("postgresql://zoe@localhost.example.org/recoupe", Verified);
    row("postgresql://zoe@db.example.org/recoupe?sslmode=verify-full", Verified);
    row("postgresql://zoe@db.example.org/recoupe?sslmode=require", Unverified);
    row("postgresql://zoe@db.example.org/recoupe?sslmode=disable", None);
    row("postgresql://zoe@localhost/recoupe", IfOffered);
    row("postgresql://zoe@LOCALHOST/recoupe", IfOffered);
    row("postgresql://zoe@127.0.0.1/recoupe", IfOffered);
    row("postgresql://zoe@[::1]/recoupe", IfOffered);
    row("postgresql://zoe@/recoupe?host=/run/postgresql", IfOffered);
    row("postgresql://zoe@localhost/recoupe?sslmode=verify-full", Verified);
    row("postgresql://zoe@db/recoupe?sslrootcert=/etc/ssl/l'%C3%A9t%C3%A9%20.pem", Verified,
        "/etc/ssl/l'été .pem");
    row("postgresql://zoe@db/recoupe?sslmode=verify-full&sslrootcert=system", Verified, "system");
}

void DatabaseUrlTest::encryptionFollowsTheWay()
{
    QFETCH(QString, text);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY2(url, url ? "" : qPrintable(url.error().message));
    QTEST(url->encryption(), "encryption");
    QTEST(url->authorities, "authorities");
    const Result<DatabaseUrl> again = DatabaseUrl::parse(url->display());
    QVERIFY(again);
    QCOMPARE(again->encryption(), url->encryption());
    QCOMPARE(again->authorities, url->authorities);
}

void DatabaseUrlTest::refusedOptionIsNamedWithItsReason_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("reason");
    const QString reading = QStringLiteral("chiffrée");
    for (const char *mode : {"sslmode=prefer", "sslmode=allow", "sslmode=verify-ca", "sslmode="})
        QTest::newRow(mode) << QString::fromLatin1(mode) << reading;
    QTest::newRow("options") << QStringLiteral("options=-c") << QStringLiteral("seules");
    QTest::newRow("hostaddr") << QStringLiteral("hostaddr=192.0.2.7") << QStringLiteral("seules");
    QTest::newRow("unverified authorities")
        << QStringLiteral("sslmode=require&sslrootcert=a.pem") << QStringLiteral("vérifié");
    QTest::newRow("a second option within the path")
        << QStringLiteral("sslrootcert=a.pem;sslmode=disable") << QStringLiteral("chemin");
    QTest::newRow("several hosts") << QStringLiteral("host=/tmp,db") << QStringLiteral("plusieurs");
}

void DatabaseUrlTest::refusedOptionIsNamedWithItsReason()
{
    QFETCH(QString, option);
    const auto url = DatabaseUrl::parse(QStringLiteral("postgresql://zoe@db/recoupe?") + option);
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::InvalidArgument);
    QFETCH(QString, reason);
    QVERIFY2(url.error().message.contains(reason), qPrintable(url.error().message));
    if (!reason.startsWith(u"plusieurs"))
        QVERIFY2(url.error().message.contains(option.section(u'=', 0, 0)) ||
                     url.error().message.contains(QStringLiteral("sslrootcert")),
                 qPrintable(url.error().message));
}

void DatabaseUrlTest::wrongAddressesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a path alone") << QStringLiteral("/tmp/base.recoupe");
    QTest::newRow("another base") << QStringLiteral("mysql://zoe@localhost/recoupe");
    QTest::newRow("no path") << QStringLiteral("sqlite:");
    QTest::newRow("no host") << QStringLiteral("postgresql://zoe@/recoupe");
    QTest::newRow("no name") << QStringLiteral("postgresql://zoe@localhost");
    QTest::newRow("empty name") << QStringLiteral("postgresql://zoe@localhost/");
    QTest::newRow("two names") << QStringLiteral("postgresql://zoe@localhost/a/b");
    QTest::newRow("port") << QStringLiteral("postgresql://zoe@localhost:port/recoupe");
    QTest::newRow("option") << QStringLiteral("postgresql://zoe@localhost/recoupe?sslmode=never");
}

void DatabaseUrlTest::wrongAddressesAreRefused()
{
    QFETCH(QString, text);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::InvalidArgument);
    QVERIFY(url.error().message.contains(QStringLiteral("postgresql://")));
}

void DatabaseUrlTest::displayNeverShowsThePassword()
{
    const auto url =
        DatabaseUrl::parse(QStringLiteral("postgresql://zoe:canari@localhost/recoupe"));
    QCOMPARE(url->display(), QStringLiteral("postgresql://zoe@localhost:5432/recoupe"));
    const auto wrong = DatabaseUrl::parse(QStringLiteral("postgresql://zoe:canari@local host/x"));
    QVERIFY(!wrong);
    QVERIFY(!wrong.error().message.contains(QStringLiteral("canari")));
    QVERIFY(!wrong.error().detail.contains(QStringLiteral("canari")));
}

void DatabaseUrlTest::displayCanBeReadBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sqlite") << QStringLiteral("sqlite:/tmp/la base.recoupe");
    QTest::newRow("postgresql") << QStringLiteral("postgresql://zoe@localhost:5433/recoupe");
    QTest::newRow("socket") << QStringLiteral("postgresql://zoe@:5433/recoupe?host=/tmp/a");
    QTest::newRow("authorities") << QStringLiteral(
        "postgresql://zoe@db/recoupe?sslrootcert=C:\\a%20b\\%C3%A9.pem");
}

void DatabaseUrlTest::displayCanBeReadBack()
{
    QFETCH(QString, text);
    const QString shown = DatabaseUrl::parse(text)->display();
    QCOMPARE(DatabaseUrl::parse(shown)->display(), shown);
}

QTEST_APPLESS_MAIN(DatabaseUrlTest)
#include "tst_databaseurl.moc"
