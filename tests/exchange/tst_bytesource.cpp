// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding/bytesource.h"

#include "exchange/exchangefixtures.h"

#include <QDir>
#include <QRegularExpression>

using namespace recoupe;
using namespace recoupe::test;

class TestByteSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlainAndCompressedAlike_data();
    void readsPlainAndCompressedAlike();
    void readsFromTheStartAgain();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void refusesAMissingFile();
    void saysWhatIsNoFile_data();
    void saysWhatIsNoFile();
};

void TestByteSource::readsPlainAndCompressedAlike_data()
{
    QTest::addColumn<QByteArray>("stored");
    const QByteArray text = QByteArray("formation ").repeated(30'000);
    QTest::newRow("plain") << text;
    QTest::newRow("gzip") << gzipped(text);
    QTest::newRow("gzip of two members") << gzipped(text.left(7)) + gzipped(text.mid(7));
    QTest::newRow("gzip followed by padding") << gzipped(text) + QByteArray(512, '\0');
}

void TestByteSource::readsPlainAndCompressedAlike()
{
    QFETCH(QByteArray, stored);
    const Folder folder;
    const auto source = openFile(folder.write(QStringLiteral("f"), stored));
    QVERIFY(source.has_value());
    const auto content = readAtMost(**source, 1'000'000);
    QVERIFY(content.has_value());
    QCOMPARE(*content, QByteArray("formation ").repeated(30'000));
    QCOMPARE((*source)->size(), stored.size());
}

void TestByteSource::readsFromTheStartAgain()
{
    const Folder folder;
    const auto source = openFile(folder.write(QStringLiteral("f.gz"), gzipped("abcdef")));
    QVERIFY(source.has_value());
    QCOMPARE(readAtMost(**source, 3).value(), QByteArray("abc"));
    QVERIFY((*source)->rewind().has_value());
    QCOMPARE(readAtMost(**source, 100).value(), QByteArray("abcdef"));
}

void TestByteSource::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray whole = gzipped(QByteArray("formation ").repeated(30'000));
    QTest::newRow("empty") << QByteArray() << ErrorCode::NotTheFormat;
    QTest::newRow("gzip cut short") << whole.left(whole.size() / 2) << ErrorCode::MalformedFile;
    QTest::newRow("gzip without its checksum") << whole.chopped(4) << ErrorCode::MalformedFile;
    QByteArray damaged = whole;
    damaged[whole.size() - 8] = char(~damaged[whole.size() - 8]);
    QTest::newRow("gzip with a wrong checksum") << damaged << ErrorCode::MalformedFile;
}

void TestByteSource::refusesWhatCannotBeRead()
{
    QFETCH(QByteArray, stored);
    QFETCH(ErrorCode, code);
    const Folder folder;
    const QString name = folder.write(QStringLiteral("f"), stored);
    const auto content =
        openFile(name).and_then([](const auto &source) { return readAtMost(*source, 1'000'000); });
    QVERIFY(!content.has_value());
    QCOMPARE(content.error().code, code);
    QCOMPARE(content.error().where.file, name);
    QVERIFY(content.error().message.contains(QStringLiteral("données à lire f")));
}

void TestByteSource::refusesAMissingFile()
{
    const auto source = openFile(Folder().path(QStringLiteral("absent.xml")));
    QVERIFY(!source.has_value());
    QCOMPARE(source.error().code, ErrorCode::FileUnreadable);
}

void TestByteSource::saysWhatIsNoFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    const QString folder = QDir::tempPath();
    QTest::newRow("nothing") << QString() << QStringLiteral("aucun nom de fichier");
    QTest::newRow("folder") << folder
                            << QDir(folder).dirName() + QStringLiteral(" » est un dossier");
    QTest::newRow("folder with a slash")
        << folder + u'/' << QDir(folder).dirName() + QStringLiteral(" » est un dossier");
}

void TestByteSource::saysWhatIsNoFile()
{
    QFETCH(QString, name);
    QFETCH(QString, says);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    const auto source = openFile(name);
    QVERIFY(!source.has_value());
    QCOMPARE(source.error().code, ErrorCode::FileUnreadable);
    QString message = source.error().message;
    message.replace(QChar(0x00A0), u' ');
    QVERIFY2(message.contains(says, Qt::CaseInsensitive), qPrintable(message));
}

QTEST_APPLESS_MAIN(TestByteSource)
#include "tst_bytesource.moc"
