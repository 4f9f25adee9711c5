// SPDX-License-Identifier: GPL-3.0-or-later
// Holds SECURITY.md to the tests that it names.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString project(const QString &path)
{
    return QStringLiteral(RECOUPE_SOURCE_DIR "/") + path;
}

//! The sources of every folder of tests, one text each.
QHash<QString, QString> sourcesByFolder()
{
    QHash<QString, QString> sources;
    QDirIterator files(project(QStringLiteral("tests")), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        sources[QFileInfo(file).path()] += textOf(file);
    }
    return sources;
}

//! The folder of every test that ctest knows, by the names in our CMakeLists.txt.
QHash<QString, QString> foldersOfTests()
{
    static const QRegularExpression declared(
        QStringLiteral("(?:recoupe_test\\(|add_test\\(NAME )([\\w-]+)"));
    static const QRegularExpression looped(QStringLiteral("foreach\\(test IN ITEMS([^)]*)\\)"));
    QHash<QString, QString> folders;
    QDirIterator files(project(QStringLiteral("tests")), {QStringLiteral("CMakeLists.txt")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString text = textOf(file);
        auto matches = declared.globalMatch(text);
        while (matches.hasNext())
            folders.insert(matches.next().captured(1), QFileInfo(file).path());
        auto loops = looped.globalMatch(text);
        while (loops.hasNext()) {
            for (const QString &name : loops.next().captured(1).simplified().split(u' '))
                folders.insert(name, QFileInfo(file).path());
        }
    }
    return folders;
}

} // namespace

class SecurityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNamedTestExists();
    void everyWayInNamesATest();
};

void SecurityTest::everyNamedTestExists()
{
    static const QRegularExpression named(
        QStringLiteral("`([a-z0-9]+(?:-[a-z0-9]+)*)(?:/([A-Za-z0-9]+))?`"));
    const QHash<QString, QString> folders = foldersOfTests();
    const QHash<QString, QString> sources = sourcesByFolder();
    const QString list = textOf(project(QStringLiteral("SECURITY.md")));
    int count = 0;
    for (const QString &row : list.split(u'\n')) {
        if (!row.startsWith(u'|'))
            continue;
        auto matches = named.globalMatch(row.section(u'|', 4, 4));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const QString test = match.captured(1);
            const QString function = match.captured(2);
            QVERIFY2(folders.contains(test), qPrintable(test));
            const QRegularExpression slot(QStringLiteral("void (?:\\w+::)?%1\\(\\)").arg(function));
            QVERIFY2(function.isEmpty() || sources[folders[test]].contains(slot),
                     qPrintable(match.captured()));
            ++count;
        }
    }
    QVERIFY(count > 40);
}

void SecurityTest::everyWayInNamesATest()
{
    const QString list = textOf(project(QStringLiteral("SECURITY.md")));
    for (const QString &row : list.split(u'\n')) {
        const bool isWayIn =
            row.startsWith(QLatin1String("| ")) && !row.contains(QStringLiteral("Shown by"));
        if (isWayIn)
            QVERIFY2(row.section(u'|', 4, 4).contains(u'`') && row.count(u'|') == 5,
                     qPrintable(row));
    }
}

QTEST_GUILESS_MAIN(SecurityTest)
#include "tst_security.moc"
