// SPDX-License-Identifier: GPL-3.0-or-later
// Every source says its licence, and no other than the project's.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

class LicencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceSaysItsLicence_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("least");
        QTest::newRow("app") << QStringLiteral("app") << 300;
        QTest::newRow("models") << QStringLiteral("models") << 50;
        QTest::newRow("ui") << QStringLiteral("ui") << 100;
        QTest::newRow("tests") << QStringLiteral("tests") << 150;
        QTest::newRow("cmake") << QStringLiteral("cmake") << 4;
        QTest::newRow("resources") << QStringLiteral("resources") << 5;
        QTest::newRow("installer") << QStringLiteral("installer") << 8;
    }
    void everySourceSaysItsLicence()
    {
        QFETCH(const QString, folder);
        QFETCH(const int, least);
        static const QRegularExpression said(
            QStringLiteral("SPDX-License-Identifier: GPL-3\\.0-or-later\\b"));
        static const QRegularExpression isSource(
            QStringLiteral("\\.(cpp|h|py|mjs|sh|sql|cmake|nsi|service|timer|manifest)$|"
                           "/CMakeLists\\.txt$|\\.(metainfo|mime)\\.xml$|\\.rc\\.in$"));
        const QDir project(QStringLiteral(RECOUPE_SOURCE_DIR));
        QDirIterator files(project.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        QStringList silent;
        int sources = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString start = QString::fromUtf8(file.read(600));
            if (!isSource.match(file.fileName()).hasMatch() && !start.startsWith(u"#!"))
                continue;
            ++sources;
            if (!said.match(start).hasMatch())
                silent << project.relativeFilePath(file.fileName());
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
        QVERIFY2(sources >= least, qPrintable(QString::number(sources)));
    }
};

QTEST_APPLESS_MAIN(LicencesTest)
#include "tst_licences.moc"
