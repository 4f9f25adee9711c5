// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importfilemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

constexpr auto failing = QAbstractItemModelTester::FailureReportingMode::QtTest;

ImportPlan planOf(const char *file)
{
    return {.file = QString::fromLatin1(file)};
}

ImportSummary summaryOf(int added, qsizetype rejected)
{
    ImportSummary summary;
    summary.record.kind = ImportKind::Awards;
    summary.record.added = added;
    summary.isTable = true;
    summary.rejections.resize(rejected);
    return summary;
}

} // namespace

class ImportFileModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreListedOnceAndLastPlanHolds()
    {
        ImportFileModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.add({planOf("/d/a.xml"), planOf("/d/b.csv")});
        ImportPlan other = planOf("/d/a.xml");
        other.kind = ImportKind::Sesar;
        model.add({other});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.plans().first().kind, std::optional(ImportKind::Sesar));
        QCOMPARE(textAt(model, 0, ImportFileModel::File), QStringLiteral("a.xml"));
        model.remove({0});
        QCOMPARE(textAt(model, 0, ImportFileModel::File), QStringLiteral("b.csv"));
    }

    void trialSaysWhatEachFileWouldDo()
    {
        ImportFileModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.add({planOf("a.csv"), planOf("b.csv"), planOf("c.csv")});
        QVERIFY(textAt(model, 0, ImportFileModel::Outcome).contains(QStringLiteral("en cours")));
        ImportSummary unchanged = summaryOf(0, 0);
        unchanged.record.unchanged = 40;
        model.setTrials({{planOf("a.csv"), summaryOf(12, 2)},
                         {planOf("b.csv"), unchanged},
                         {planOf("c.csv"), fail(ErrorCode::NotTheFormat, QStringLiteral("Non."))}});
        QCOMPARE(textAt(model, 0, ImportFileModel::Outcome),
                 QStringLiteral("12 nouvelles, 2 rejetées"));
        QCOMPARE(textAt(model, 0, ImportFileModel::Contents), QStringLiteral("Notifications"));
        QVERIFY(
            textAt(model, 1, ImportFileModel::Outcome).endsWith(QStringLiteral("40 inchangées")));
        QVERIFY(textAt(model, 1, ImportFileModel::Outcome)
                    .startsWith(QStringLiteral("rien de nouveau")));
        QVERIFY(textAt(model, 2, ImportFileModel::Outcome).contains(QStringLiteral("Non.")));
        QCOMPARE(model.readablePlans().size(), 2);
    }

    void badgeFollowsTheOutcome()
    {
        ImportFileModel model;
        model.add({planOf("a.csv"), planOf("b.csv"), planOf("c.csv"), planOf("d.csv")});
        model.setTrials({{planOf("a.csv"), summaryOf(1, 0)},
                         {planOf("b.csv"), summaryOf(1, 1)},
                         {planOf("c.csv"), summaryOf(0, 0)},
                         {planOf("d.csv"), fail(ErrorCode::NotTheFormat, {})}});
        QStringList badges;
        for (int row = 0; row < model.rowCount(); ++row)
            badges << model.index(row, ImportFileModel::Outcome)
                          .data(ImportFileModel::BadgeRole)
                          .toString();
        QCOMPARE(
            badges,
            (QStringList{QStringLiteral("control/conforming"), QStringLiteral("severity/warning"),
                         QStringLiteral("severity/info"), QStringLiteral("severity/blocking")}));
    }

    void whatAFileIsStaysKnownWhileItIsTriedAgain()
    {
        ImportFileModel model;
        model.add({planOf("a.csv")});
        model.setTrials({{planOf("a.csv"), summaryOf(1, 0)}});
        model.forgetTrials();
        QVERIFY(!model.file(0).trial);
        QVERIFY(model.file(0).isTable);
        QCOMPARE(textAt(model, 0, ImportFileModel::Contents), QStringLiteral("Notifications"));
    }

    void fileThatLacksColumnsIsATable()
    {
        ImportFileModel model;
        model.add({planOf("a.csv")});
        model.setTrials({{planOf("a.csv"), fail(ErrorCode::MissingColumn, {})}});
        QVERIFY(model.file(0).isTable);
        QVERIFY(model.readablePlans().isEmpty());
    }

    void screenReaderHearsOneSentence()
    {
        ImportFileModel model;
        model.add({planOf("a.csv")});
        model.setTrials({{planOf("a.csv"), summaryOf(3, 0)}});
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("a.csv, Notifications, 3 nouvelles"));
    }

    void missingFunderIsRemarked()
    {
        ImportSummary summary = summaryOf(0, 1);
        summary.rejections.first().field = QStringLiteral("financeur");
        summary.warnings = {QStringLiteral("Un mot.")};
        const QStringList remarks = remarksOn({planOf("a.csv"), summary});
        QVERIFY(remarks.first().contains(QStringLiteral("financeur")));
        QCOMPARE(remarks.last(), QStringLiteral("Un mot."));
        QVERIFY(remarksOn({planOf("a.csv")}).isEmpty());
    }

private:
    static QString textAt(const ImportFileModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

QTEST_APPLESS_MAIN(ImportFileModelTest)
#include "tst_importfilemodel.moc"
