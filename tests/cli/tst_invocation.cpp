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
        QCOMPARE(invocation->options.database.url == QStringLiteral("sqlite:") + path, isBase);
        QCOMPARE(invocation->arguments, isBase ? QStringList() : QStringList(path));
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
