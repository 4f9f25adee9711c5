// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/foldersurvey.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

class FolderSurveyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void fileIsReadOnceItHasSettled();
    void fileThatGrowsIsWaitedFor();
    void settledFileIsNotReadAgain();
    void onlyFilesThatMayBeImportedCount();
    void folderThatIsGoneIsPassedOver();

private:
    void write(const char *name, const QByteArray &content) const;
    [[nodiscard]] QList<FolderFile> look(const QList<FolderFile> &before = {}) const
    {
        return lookInto({m_folder->path()}, before).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FolderSurveyTest::write(const char *name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(QString::fromUtf8(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void FolderSurveyTest::fileIsReadOnceItHasSettled()
{
    write("a.csv", "1");
    const QList<FolderFile> first = look();
    QCOMPARE(first.size(), 1);
    QVERIFY(first.first().isSettling);
    QVERIFY(first.first().digest.isEmpty());
    const QList<FolderFile> second = look(first);
    QVERIFY(!second.first().isSettling);
    QCOMPARE(second.first().digest.size(), 32);
}

void FolderSurveyTest::fileThatGrowsIsWaitedFor()
{
    write("a.csv", "1");
    const QList<FolderFile> first = look();
    write("a.csv", "12");
    const QList<FolderFile> second = look(first);
    QVERIFY(second.first().isSettling);
    QVERIFY(!look(second).first().isSettling);
}

void FolderSurveyTest::settledFileIsNotReadAgain()
{
    write("a.csv", "1");
    QList<FolderFile> known = look();
    known.first().digest = QByteArrayLiteral("as it was");
    QCOMPARE(look(known).first().digest, QByteArrayLiteral("as it was"));
}

void FolderSurveyTest::onlyFilesThatMayBeImportedCount()
{
    for (const char *name : {"b.xml", "a.xml.gz", "c.XLSX", "~$c.xlsx", ".~lock.c.ods#", "d.pdf"})
        write(name, "1");
    write("empty.csv", {});
    QStringList names;
    for (const FolderFile &file : look())
        names << QFileInfo(file.path).fileName();
    QCOMPARE(names, (QStringList{QStringLiteral("a.xml.gz"), QStringLiteral("b.xml"),
                                 QStringLiteral("c.XLSX")}));
}

void FolderSurveyTest::folderThatIsGoneIsPassedOver()
{
    write("a.csv", "1");
    const auto found =
        lookInto({m_folder->filePath(QStringLiteral("absent")), m_folder->path()}, {});
    QCOMPARE(found->size(), 1);
}

QTEST_GUILESS_MAIN(FolderSurveyTest)
#include "tst_foldersurvey.moc"
