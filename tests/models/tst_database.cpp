// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed about a base, and what a move of one shows.
#include "models/basetablemodel.h"
#include "models/databasechoice.h"
#include "services/databaseaccess.h"
#include "storage/basetransfer.h"
#include "support/plaintext.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace recoupe;
using recoupe::test::plain;
using namespace recoupe::databaseform;

namespace {

} // namespace

class DatabaseModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressIsTakenApartAndPutTogether_data()
    {
        QTest::addColumn<QString>("address");
        const auto row = [](const char *name, const char *address) {
            QTest::newRow(name) << QString::fromUtf8(address);
        };
        row("file", "sqlite:/données/été/base.recoupe");
        row("verified by the system",
            "postgresql://zoe@base.example.fr:5433/recoupe?sslmode=verify-full&sslrootcert=system");
        row("verified by a file", "postgresql://zoe@base.example.fr:5432/recoupe?"
                                  "sslmode=verify-full&sslrootcert=/etc/autorité.pem");
        row("verified as PostgreSQL does",
            "postgresql://zoe@base.example.fr:5432/recoupe?sslmode=verify-full");
        row("unverified", "postgresql://zoe@10.0.0.7:5432/re%20coupe?sslmode=require");
        row("within the machine", "postgresql://zoe@localhost:5432/recoupe");
        row("by a socket", "postgresql://zoe@:5432/recoupe?host=/run/postgresql");
        row("IPv6", "postgresql://zo%C3%A9@[2001:db8::7]:5432/recoupe?sslmode=require");
    }
    void addressIsTakenApartAndPutTogether()
    {
        QFETCH(const QString, address);
        const DatabaseUrl before = DatabaseUrl::parse(address).value();
        const Result<DatabaseUrl> after = databaseIn(databaseTexts(address));
        QVERIFY2(after, after ? "" : qPrintable(after.error().message));
        QCOMPARE(after->display(), before.display());
        QVERIFY(isSameDatabase(before, *after));
    }

    void unencryptedWayToAnotherMachineIsRefused()
    {
        const DatabaseTexts texts = databaseTexts(
            QStringLiteral("postgresql://zoe@base.example.fr/recoupe?sslmode=disable"));
        QCOMPARE(texts.value(encryption), QString(noneToken));
        QVERIFY(!databaseExpectation(encryption, texts).isEmpty());
        QCOMPARE(databaseIn(texts).error().code, ErrorCode::InvalidArgument);
    }

    void newServerIsVerifiedByTheSystem()
    {
        DatabaseTexts texts = databaseTexts(QStringLiteral("sqlite:/base.recoupe"));
        texts[place] = serverToken;
        texts[host] = QStringLiteral("base.example.fr");
        texts[user] = QStringLiteral("zoe");
        QCOMPARE(databaseIn(texts)->display(),
                 QStringLiteral("postgresql://zoe@base.example.fr:5432/recoupe?"
                                "sslmode=verify-full&sslrootcert=system"));
    }

    void wrongTextSaysWhatIsExpected_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, QLatin1String field, const char *text,
                            const char *expected) {
            QTest::newRow(name) << QString(field) << QString::fromUtf8(text)
                                << QString::fromUtf8(expected);
        };
        row("no host", host, "", "le nom ou l'adresse du serveur");
        row("two hosts", host, "a.fr,b.fr", "un seul nom");
        row("host with a port", host, "base.example.fr:5432", "sans port");
        row("an address", host, "postgresql://base.example.fr", "un seul nom");
        row("good host", host, "base.example.fr", "");
        row("IPv6", host, "::1", "");
        row("socket", host, "/run/postgresql", "");
        row("no port", port, "", "un nombre de 1 à 65535");
        row("port of letters", port, "abc", "un nombre de 1 à 65535");
        row("port nought", port, "0", "un nombre de 1 à 65535");
        row("port too high", port, "65536", "un nombre de 1 à 65535");
        row("last port", port, "65535", "");
        row("no name", name, "", "le nom de la base");
        row("path for a name", name, "a/b", "le nom de la base");
        row("no account", user, "", "le compte");
        row("no authorities", authoritiesFile, "", "du fichier des autorités");
        row("semicolon", authoritiesFile, "/a;b.pem", "sans « ; »");
        row("authorities", authoritiesFile, "/etc/ca.pem", "");
    }
    void wrongTextSaysWhatIsExpected()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        DatabaseTexts texts = databaseTexts(QStringLiteral("sqlite:/base.recoupe"));
        texts[place] = serverToken;
        texts[host] = QStringLiteral("base.example.fr");
        texts[user] = QStringLiteral("zoe");
        texts[authorities] = ownFileToken;
        texts[authoritiesFile] = QStringLiteral("/etc/ca.pem");
        QVERIFY(databaseIn(texts));
        texts[field] = text;
        const QString found = plain(databaseExpectation(field, texts));
        QVERIFY2(expected.isEmpty() ? found.isEmpty() : found.contains(expected),
                 qPrintable(found));
        QCOMPARE(databaseIn(texts).has_value(), expected.isEmpty());
        texts[place] = fileToken; // where it does not apply
        QVERIFY(databaseIn(texts));
    }

    void fileNeedsAWholePath_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("relative") << QStringLiteral("base.recoupe") << false;
        QTest::newRow("folder") << QStringLiteral("/tmp/") << false;
        QTest::newRow("server") << QStringLiteral("postgresql://a/b") << false;
        QTest::newRow("whole") << QDir::rootPath() + QStringLiteral("été/base.recoupe") << true;
    }
    void fileNeedsAWholePath()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isRight);
        DatabaseTexts texts = databaseTexts(QStringLiteral("sqlite:/base.recoupe"));
        texts[path] = text;
        QCOMPARE(databaseIn(texts).has_value(), isRight);
    }

    void sameBaseByAnotherWayIsKnown()
    {
        const auto parsed = [](const char *text) {
            return DatabaseUrl::parse(QString::fromLatin1(text)).value();
        };
        QVERIFY(isSameDatabase(parsed("postgresql://a@HOST/b?sslmode=require"),
                               parsed("postgresql://c@host:5432/b")));
        QVERIFY(!isSameDatabase(parsed("postgresql://a@host/b"), parsed("postgresql://a@host/c")));
        QVERIFY(!isSameDatabase(parsed("postgresql://a@host/b"), parsed("sqlite:/b")));
        QVERIFY(isSameDatabase(parsed("sqlite:/nowhere/b"), parsed("sqlite:/nowhere/b")));
    }

    void everyTableHasWordsAndItsCount()
    {
        QList<TableSummary> tables;
        for (const BaseTable &table : baseTables())
            tables.append({QString::fromLatin1(table.name), tables.size(), QByteArray(32, 'a')});
        BaseTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTables(tables);
        QCOMPARE(model.rowCount(), int(tables.size()));
        QSet<QString> words;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString content = model.index(row, BaseTableModel::Content).data().toString();
            QVERIFY2(content != tables[row].table, qPrintable(content));
            words << content;
            QCOMPARE(model.index(row, BaseTableModel::Rows).data().toString(),
                     QString::number(row));
            const QString heard =
                model.index(row, BaseTableModel::Content).data(Qt::AccessibleTextRole).toString();
            QVERIFY2(heard.contains(tables[row].table) &&
                         heard.contains(QString::fromLatin1(tables[row].checksum.toHex())),
                     qPrintable(heard));
        }
        QCOMPARE(words.size(), tables.size());
        QVERIFY2(plain(model.inWords())
                     .startsWith(QStringLiteral("%1 tables recopiées").arg(tables.size())),
                 qPrintable(model.inWords()));
        model.setTables({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(DatabaseModelsTest)
#include "tst_database.moc"
