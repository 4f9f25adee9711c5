// SPDX-License-Identifier: GPL-3.0-or-later
// What the program makes of the words that it is started with.
#include "cli/commandline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

class InvocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsOpenedAsWhatItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isBase");
        QTest::newRow("a base") << QStringLiteral("région 2026.recoupe") << true;
        QTest::newRow("a feed") << QStringLiteral("portail.xml") << false;
    }

    //! A double click on a base opens it; on anything else, proposes to import it.
    void fileIsOpenedAsWhatItIs()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isBase);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();

        ExitStatus status = ExitStatus::WrongUse;
        const std::optional<Invocation> invocation =
            parseCommandLine({QStringLiteral("recoupe"), path}, status);
        QVERIFY(invocation);
        QCOMPARE(invocation->command, QString());
        const NamedDatabase &database = invocation->options.database;
        QCOMPARE(database.url == QStringLiteral("sqlite:") + path, isBase);
        QCOMPARE(database.origin == DatabaseOrigin::CommandLine, isBase);
        QCOMPARE(invocation->arguments, isBase ? QStringList() : QStringList(path));
    }

    void strongestNameOfTheBaseCounts_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<DatabaseOrigin>("origin");
        const QString given = QStringLiteral("sqlite:/donnée");
        const QString posed = QStringLiteral("sqlite:/posée");
        QTest::newRow("option alone") << given << QString() << DatabaseOrigin::CommandLine;
        QTest::newRow("option first") << given << posed << DatabaseOrigin::CommandLine;
        QTest::newRow("variable") << QString() << posed << DatabaseOrigin::Environment;
    }
    void strongestNameOfTheBaseCounts()
    {
        QFETCH(const QString, option);
        QFETCH(const QString, variable);
        QFETCH(const DatabaseOrigin, origin);
        if (!variable.isEmpty())
            qputenv("RECOUPE_DATABASE", variable.toUtf8());
        QStringList arguments{QStringLiteral("recoupe")};
        if (!option.isEmpty())
            arguments << QStringLiteral("--database") << option;
        ExitStatus status = ExitStatus::WrongUse;
        const std::optional<Invocation> invocation = parseCommandLine(arguments, status);
        qunsetenv("RECOUPE_DATABASE");
        QVERIFY(invocation);
        QCOMPARE(invocation->options.database.origin, origin);
        QCOMPARE(invocation->options.database.url, option.isEmpty() ? variable : option);
    }

    void missingBaseIsNoBase()
    {
        ExitStatus status = ExitStatus::Done;
        const std::optional<Invocation> invocation = parseCommandLine(
            {QStringLiteral("recoupe"), QStringLiteral("absente.recoupe")}, status);
        QVERIFY(invocation);
        QCOMPARE(invocation->command, QStringLiteral("absente.recoupe"));
    }
};

QTEST_APPLESS_MAIN(InvocationTest)
#include "tst_invocation.moc"
