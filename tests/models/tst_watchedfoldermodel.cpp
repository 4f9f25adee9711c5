// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/watchedfoldermodel.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QTest>

using namespace recoupe;

class WatchedFolderModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folderIsWatchedOnce()
    {
        WatchedFolderModel model(QDate(2026, 11, 23));
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.add(QStringLiteral("/depot")), 0);
        QCOMPARE(model.add(QStringLiteral("/autre")), 1);
        QCOMPARE(model.add(QStringLiteral("/depot")), 0);
        model.remove(0);
        QCOMPARE(model.rowCount(), 1);
    }

    void rowSaysHowItsFilesAreRead()
    {
        WatchedFolderModel model(QDate(2026, 11, 23));
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFolders({{.path = QStringLiteral("/depot")}});
        QCOMPARE(model.index(0, WatchedFolderModel::Folder).data().toString(),
                 QDir::toNativeSeparators(QStringLiteral("/depot")));
        model.setProfile(0, QStringLiteral("Agefiph"));
        model.setFunder(0, Funder::PoleEmploi);
        const QString sentence = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains(QStringLiteral("Agefiph")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("France Travail")), qPrintable(sentence));
        QCOMPARE(model.folders().first().funder, std::optional(Funder::PoleEmploi));
    }
};

QTEST_APPLESS_MAIN(WatchedFolderModelTest)
#include "tst_watchedfoldermodel.moc"
